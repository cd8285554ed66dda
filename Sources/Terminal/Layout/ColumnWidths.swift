import ViewModels

/// Which columns of a table are shown in so many cells, and how wide.
struct ColumnWidths: Hashable {
    struct Shown: Hashable {
        /// Its place among all columns.
        let place: Int
        let width: Int
    }

    let shown: [Shown]
    let gap: Int

    init(_ columns: [TableColumn], in width: Int) {
        var places = Array(columns.indices)
        func least(_ gap: Int) -> Int {
            places.reduce(0) { $0 + columns[$1].minimum } + gap * max(0, places.count - 1)
        }
        // Air goes first, then columns from the least important, then the widest words are cut; a
        // figure goes as a whole, because a part of it reads as another.
        var gap = least(2) <= width ? 2 : 1
        while least(gap) > width,
            let place = places.filter({ columns[$0].priority > 0 })
                .max(by: { columns[$0].priority <= columns[$1].priority })
        {
            places.removeAll { $0 == place }
        }
        if least(2) <= width { gap = 2 }
        var widths = places.map { columns[$0].minimum }
        var spare = width - least(gap)
        while spare < 0,
            let widest = widths.indices.filter({ !columns[places[$0]].isFigure && widths[$0] > 1 })
                .max(by: { widths[$0] < widths[$1] })
        {
            widths[widest] -= 1
            spare += 1
        }
        while spare < 0, places.count > 1,
            let last = places.lastIndex(where: { columns[$0].isFigure })
        {
            spare += widths[last] + gap
            places.remove(at: last)
            widths.remove(at: last)
        }
        while spare < 0, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
            widths[widest] > 1
        {
            widths[widest] -= 1
            spare += 1
        }
        var shares = places.reduce(0) { $0 + columns[$1].share }
        for (index, place) in places.enumerated() where spare > 0 && columns[place].share > 0 {
            let part = spare * columns[place].share / shares
            widths[index] += part
            spare -= part
            shares -= columns[place].share
        }
        self.gap = gap
        shown = zip(places, widths).map { Shown(place: $0, width: $1) }
    }
}

extension [Cell] {
    /// Columns that the cells take.
    var width: Int { reduce(0) { $0 + Int($1.width) } }

    /// The cells that fit; where some do not, the last column says so.
    func truncated(to limit: Int, charset: Charset) -> [Cell] {
        var width = 0
        /// How many cells leave a column for the ellipsis, and how many columns they take.
        var kept = 0
        for (index, cell) in enumerated() {
            width += Int(cell.width)
            if width < limit { kept = index + 1 }
            if width > limit {
                guard limit > 0 else { return [] }
                return self[..<kept] + [Cell(charset.ellipsis, tone: self[kept].tone)]
            }
        }
        return self
    }

    /// Where the cells break into lines of at most `limit` columns: after blanks, or inside a word
    /// that is longer than a line. The lines follow each other without a gap; blanks at a line's
    /// end may stand out over the limit.
    func lineBreaks(limit: Int) -> [Range<Int>] {
        let limit = Swift.max(limit, 2)
        var lines: [Range<Int>] = []
        var start = 0
        var afterBlank = 0
        var width = 0
        var index = 0
        while index < count {
            let cell = self[index]
            if cell.isBlank {
                afterBlank = index + 1
            } else if width + Int(cell.width) > limit {
                let end = afterBlank > start ? afterBlank : index
                lines.append(start..<end)
                start = end
                width = self[start..<index].reduce(0) { $0 + Int($1.width) }
                continue
            }
            width += Int(cell.width)
            index += 1
        }
        lines.append(start..<count)
        return lines
    }
}

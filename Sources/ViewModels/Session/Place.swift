import Domain

/// A page on the way from the first one to where a person is now, as it was left.
struct Place: Sendable {
    let name: PageName
    private(set) var content: PageContent
    private(set) var focus: Int
    private(set) var lists: [ListState]

    init(_ name: PageName, _ content: PageContent) {
        self.name = name
        self.content = content
        focus = content.sheets.firstIndex { !$0.items.isEmpty } ?? 0
        lists = content.sheets.map { ListState($0.items) }
    }

    var list: ListState? { lists.indices.contains(focus) ? lists[focus] : nil }

    var selection: SheetItem? { list?.selection }

    mutating func changeList(_ change: (inout ListState) -> Void) {
        if lists.indices.contains(focus) { change(&lists[focus]) }
    }

    /// Gives another pane the keys; what has been dealt with leaves the one that had them.
    mutating func setFocus(_ place: Int, _ model: Model) {
        guard place != focus, lists.indices.contains(place) else { return }
        lists[focus].update(content.sheets[focus].items, keepingPlaces: false, model)
        focus = place
    }

    mutating func setFocus(digit: Int, _ model: Model) -> Bool {
        guard let place = content.sheets.firstIndex(where: { $0.digit == digit }) else {
            return false
        }
        setFocus(place, model)
        return true
    }

    /// The next pane that holds something, around the end.
    mutating func moveFocus(by step: Int, _ model: Model) {
        let count = lists.count
        let order = (1...max(count, 1)).map { (focus + step * $0 + count * $0) % max(count, 1) }
        if let next = order.first(where: { lists[$0].selected != nil }) { setFocus(next, model) }
    }

    /// Lets go what has been dealt with.
    mutating func refresh(_ model: Model) {
        for place in lists.indices {
            lists[place].update(content.sheets[place].items, keepingPlaces: false, model)
        }
    }

    mutating func update(_ new: PageContent, _ model: Model) {
        let old = Dictionary(
            zip(content.sheets.map(\.id), lists), uniquingKeysWith: { first, _ in first })
        let focused = content.sheets.indices.contains(focus) ? content.sheets[focus].id : nil
        content = new
        lists = new.sheets.map { sheet in
            guard var list = old[sheet.id] else { return ListState(sheet.items) }
            list.update(sheet.items, keepingPlaces: sheet.id == focused, model)
            return list
        }
        focus = new.sheets.firstIndex { $0.id == focused } ?? min(focus, max(lists.count - 1, 0))
    }
}

extension Place {
    /// The panes as values; of a long list only what a screen of this size can show.
    func panes(_ model: Model, _ size: Size, isFiltering: Bool) -> [Pane] {
        zip(content.sheets, lists).enumerated().map { place, pair in
            let (sheet, list) = pair
            return pane(
                sheet, list, model, size, isFiltering: isFiltering && place == focus)
        }
    }

    private func pane(
        _ sheet: Sheet, _ list: ListState, _ model: Model, _ size: Size, isFiltering: Bool
    ) -> Pane {
        switch sheet.content {
        case .text(let lines):
            return Pane(
                id: sheet.id, digit: sheet.digit, title: sheet.title, counts: sheet.counts,
                content: .text(lines), notes: sheet.notes, empty: sheet.empty)
        case .list(let columns, let all):
            let window = Place.window(of: list.shown.count, around: list.selected ?? 0, size)
            let count = all.count { $0.kind == .item }
            let found = list.shown.count { $0.kind == .item }
            let title = list.filter.isEmpty ? "\(count)" : "\(found) of \(count)"
            return Pane(
                id: sheet.id, digit: sheet.digit, title: "\(sheet.title) · \(title)",
                counts: sheet.counts,
                content: .table(columns, list.shown[window].map { $0.row(model) }),
                selected: list.selected.map { $0 - window.lowerBound },
                status: Place.status(list, isFiltering: isFiltering), notes: sheet.notes,
                empty: list.filter.isEmpty ? sheet.empty : "Nothing here matches the filter.")
        }
    }

    /// Two screens to either side of the selection: what can be seen, however a renderer scrolls.
    static func window(of count: Int, around selected: Int, _ size: Size) -> Range<Int> {
        let reach = min(size.rows, count) * 2
        return max(0, selected - reach)..<min(count, selected + reach + 1)
    }

    private static func status(_ list: ListState, isFiltering: Bool) -> String {
        let position = list.position.map { "\($0.place) of \($0.count)" } ?? ""
        if list.filter.isEmpty { return isFiltering ? "/" : position }
        return "/\(list.filter)  \(position)"
    }
}

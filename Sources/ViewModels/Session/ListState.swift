import Domain

/// How a person stands in one list: what is shown, what is selected, what is filtered.
struct ListState: Sendable {
    /// Every item, with those that have been dealt with in the places where they stood.
    private(set) var items: [SheetItem] = []
    private(set) var shown: [SheetItem] = []
    private(set) var filter = ""
    /// The place of the selected item among `shown`; `nil` where nothing can be selected.
    private(set) var selected: Int?

    init(_ items: [SheetItem]) {
        self.items = items
        shown = items
        selected = items.firstIndex { $0.kind == .item }
    }

    var selection: SheetItem? { selected.map { shown[$0] } }

    /// The number of the selection and of all, headings apart; for the lower edge.
    var position: (place: Int, count: Int)? {
        guard let selected else { return nil }
        let headings = shown[..<selected].count { $0.kind == .heading }
        return (selected - headings + 1, shown.count { $0.kind == .item })
    }

    // MARK: Moving

    mutating func move(by steps: Int) {
        guard let selected else { return }
        let step = steps < 0 ? -1 : 1
        var place = selected
        var left = abs(steps)
        while left > 0, let next = neighbour(of: place, step) {
            place = next
            left -= 1
        }
        self.selected = place
    }

    mutating func moveToEnd(last: Bool) {
        selected =
            last
            ? shown.lastIndex { $0.kind == .item } : shown.firstIndex { $0.kind == .item }
    }

    mutating func select(_ id: String) {
        if let place = shown.firstIndex(where: { $0.id == id && $0.kind == .item }) {
            selected = place
        }
    }

    private func neighbour(of place: Int, _ step: Int) -> Int? {
        var next = place + step
        while shown.indices.contains(next) {
            if shown[next].kind == .item { return next }
            next += step
        }
        return nil
    }

    // MARK: Filtering

    /// Shows what holds every word of the filter; accents and capitals do not matter.
    mutating func setFilter(_ text: String, _ model: Model) {
        filter = text
        show(selectedID: selection?.id, near: selected ?? 0, model)
    }

    // MARK: Changing

    /// Takes the items of a new model. While the list is not left, what is gone stays in its place
    /// and nothing moves; the selection stays on its item.
    mutating func update(_ new: [SheetItem], keepingPlaces: Bool, _ model: Model) {
        let id = selection?.id
        let place = selected ?? 0
        items = keepingPlaces ? ListState.merged(items, new) : new
        show(selectedID: id, near: place, model)
    }

    private mutating func show(selectedID: String?, near place: Int, _ model: Model) {
        let words = filter.folded.split(separator: " ")
        shown =
            words.isEmpty
            ? items
            : items.filter { item in
                guard item.kind == .item else { return false }
                let text = item.search(model).folded
                return words.allSatisfy { text.contains($0) }
            }
        let near = min(place, shown.count - 1)
        selected =
            shown.firstIndex { $0.id == selectedID && $0.kind == .item }
            ?? shown.indices.first { $0 >= near && shown[$0].kind == .item }
            ?? shown.lastIndex { $0.kind == .item }
    }

    /// The old order with fresh items in it, and each new one behind its new neighbour.
    private static func merged(_ old: [SheetItem], _ new: [SheetItem]) -> [SheetItem] {
        let fresh = Dictionary(new.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(old.map(\.id))
        var followers: [String?: [SheetItem]] = [:]
        var anchor: String?
        for item in new {
            if known.contains(item.id) {
                anchor = item.id
            } else {
                followers[anchor, default: []].append(item)
            }
        }
        return (followers[nil] ?? [])
            + old.flatMap { [fresh[$0.id] ?? $0] + (followers[$0.id] ?? []) }
    }
}

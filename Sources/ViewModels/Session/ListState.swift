import Domain

/// How a person stands in one list: what is shown, what is selected, what is filtered.
struct ListState: Sendable {
    /// Every item, with those that have been dealt with in the places where they stood.
    private(set) var items: [SheetItem]
    /// What is shown, as rows: made when facts or filter change, so that a key only moves among them.
    private(set) var rows: [Row] = []
    private(set) var filter = ""
    /// The place of the selected item among `rows`; `nil` where nothing can be selected.
    private(set) var selected: Int?

    /// The ids of the items that the person has tagged.
    private(set) var tags: Set<String> = []

    /// The row of every item, and the places of those that are shown.
    private var allRows: [Row] = []
    private var shown: [Int] = []
    /// What a filter looks through, made when one is first typed.
    private var searched: [String]?

    init(_ items: [SheetItem], _ model: Model) {
        self.items = items
        show(selectedID: nil, near: 0, model)
    }

    /// The list of a sheet, on the item with which it begins.
    init(_ sheet: Sheet, _ model: Model) {
        self.init(sheet.items, model)
        if let first = sheet.begins { select(id: first) }
    }

    var selection: SheetItem? { selected.map { items[shown[$0]] } }

    /// The tagged items, in the order of the list; those that a filter hides are among them.
    var tagged: [SheetItem] { items.filter { tags.contains($0.id) } }

    /// Tags the selected item, or takes its tag away; `false` where nothing can be tagged.
    mutating func tag() -> Bool {
        guard let item = selection, item.pupil != nil else { return false }
        if tags.remove(item.id) == nil { tags.insert(item.id) }
        return true
    }

    mutating func untag() { tags = [] }

    /// How many items are shown, headings apart.
    var count: Int { rows.count { $0.kind == .item } }

    /// How many items there are, filtered or not, headings and what is not counted apart.
    private(set) var countOfAll = 0

    /// The rows with the marks of those that are tagged; the very rows where none is, so that a page
    /// is compared with the one before at no cost.
    var taggedRows: [Row] { tags.isEmpty ? rows : rows.map { $0.tagged(by: tags) } }

    // MARK: Moving

    /// Moves by so many items; `false` where the end was reached before the first step.
    @discardableResult
    mutating func move(by steps: Int) -> Bool {
        guard var place = selected else { return false }
        let step = steps < 0 ? -1 : 1
        for _ in 0..<abs(steps) {
            guard let next = neighbour(of: place, step) else { break }
            place = next
        }
        defer { selected = place }
        return place != selected
    }

    mutating func moveToEnd(last: Bool) {
        selected =
            last ? rows.lastIndex { $0.kind == .item } : rows.firstIndex { $0.kind == .item }
    }

    mutating func select(id: String) {
        selected = rows.firstIndex { $0.id == id && $0.kind == .item } ?? selected
    }

    private func neighbour(of place: Int, _ step: Int) -> Int? {
        var next = place + step
        while rows.indices.contains(next) {
            if rows[next].kind == .item { return next }
            next += step
        }
        return nil
    }

    // MARK: Filtering

    /// Shows what holds every word of the filter; accents and capitals do not matter.
    mutating func setFilter(_ text: String, _ model: Model) {
        let id = selection?.id
        filter = text
        filterRows(selectedID: id, near: selected ?? 0, model)
    }

    private mutating func filterRows(selectedID: String?, near place: Int, _ model: Model) {
        let words = filter.folded.split(separator: " ")
        if words.isEmpty {
            shown = Array(items.indices)
        } else {
            let texts = searched ?? items.map { $0.search(model).folded }
            searched = texts
            shown = items.indices.filter { index in
                items[index].kind == .item && words.allSatisfy { texts[index].contains($0) }
            }
        }
        rows = words.isEmpty ? allRows : shown.map { allRows[$0] }
        countOfAll = items.count { $0.kind == .item && $0.isCounted }
        let near = min(place, rows.count - 1)
        selected =
            rows.firstIndex { $0.id == selectedID && $0.kind == .item }
            ?? rows.indices.first { $0 >= near && rows[$0].kind == .item }
            ?? rows.lastIndex { $0.kind == .item }
    }

    // MARK: Changing

    /// Takes the items of a new model. While the list is not left, what is gone stays in its place
    /// and nothing moves; the selection stays on its item.
    mutating func update(_ new: [SheetItem], keepingPlaces: Bool, _ model: Model) {
        let id = selection?.id
        items = keepingPlaces ? ListState.merged(items, new) : new
        show(selectedID: id, near: selected ?? 0, model)
    }

    private mutating func show(selectedID: String?, near place: Int, _ model: Model) {
        allRows = items.map { $0.row(model) }
        searched = nil
        if !tags.isEmpty { tags.formIntersection(items.map(\.id)) }
        filterRows(selectedID: selectedID, near: place, model)
    }

    /// The old order with fresh items in it, and each new one behind its new neighbour.
    private static func merged(_ old: [SheetItem], _ new: [SheetItem]) -> [SheetItem] {
        let fresh = Dictionary(new.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let known = Set(old.map(\.id))
        var first: [SheetItem] = []
        var followers: [String: [SheetItem]] = [:]
        var anchor: String?
        for item in new {
            if known.contains(item.id) {
                anchor = item.id
            } else if let anchor {
                followers[anchor, default: []].append(item)
            } else {
                first.append(item)
            }
        }
        return first + old.flatMap { [fresh[$0.id] ?? $0] + (followers[$0.id] ?? []) }
    }
}

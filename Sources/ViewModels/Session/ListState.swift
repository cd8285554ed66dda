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

    /// What was just done about items, by their ids; it stands there until the list is left.
    private(set) var done: [String: String] = [:]

    /// The ids of the items that the person has tagged.
    private(set) var tags: Set<String> = []

    /// The ids of the items beneath which all is shown.
    private var unfolded: Set<String> = []
    /// Every item, each right behind the one beneath which it stands.
    private var all: [SheetItem] = []
    /// The place of the item above each of them; empty where nothing stands beneath another.
    private var above: [Int?] = []
    /// The rows that were shown since the facts changed, and the places of those that are.
    private var made: [Row?] = []
    private var shown: [Int] = []
    /// What a filter looks through, as bytes, made when one is first typed.
    private var searched: [[UInt8]]?

    init(_ items: [SheetItem], _ model: Model) {
        self.items = items
        show(nil, near: 0, model)
    }

    /// The list of a sheet, on the item with which it begins.
    init(_ sheet: Sheet, _ model: Model) {
        self.init(sheet.items, model)
        if let first = sheet.begins { select(id: first) }
    }

    var selection: SheetItem? { selected.map { all[shown[$0]] } }

    /// The tagged items, in the order of the list; those that are hidden are among them.
    var tagged: [SheetItem] { all.filter { tags.contains($0.id) } }

    /// Tags the selected item, or takes its tag away; `false` where nothing can be tagged.
    mutating func tag() -> Bool {
        guard let item = selection, item.pupil != nil else { return false }
        if tags.remove(item.id) == nil { tags.insert(item.id) }
        return true
    }

    mutating func untag() { tags = [] }

    /// How many items the filter finds, headings and what is not counted apart.
    private(set) var count = 0

    /// How many items there are, filtered or not, headings and what is not counted apart.
    private(set) var countOfAll = 0

    /// The rows with the marks of those that are tagged and with what was just done; the very rows
    /// where nothing is, so that a page is compared with the one before at no cost.
    func shownRows(_ columns: [TableColumn]) -> [Row] {
        guard !tags.isEmpty || !done.isEmpty else { return rows }
        return rows.map { row in
            let row = row.tagged(by: tags)
            return done[row.id].map { row.saying($0, in: columns) } ?? row
        }
    }

    /// Says on the selected item what was just done about it.
    mutating func note(_ words: String) {
        if let item = selection { done[item.id] = words }
    }

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

    /// Selects the item on which a duty stands, or beneath which it does.
    mutating func select(_ duty: DutyID) {
        let places = shown.indices.filter { all[shown[$0]].holds(duty) }
        selected = places.first { all[shown[$0]].duty == duty } ?? places.first ?? selected
    }

    private func neighbour(of place: Int, _ step: Int) -> Int? {
        var next = place + step
        while rows.indices.contains(next) {
            if rows[next].kind == .item { return next }
            next += step
        }
        return nil
    }

    // MARK: Unfolding

    /// Whether any item can be unfolded.
    var hasFolds: Bool { !above.isEmpty }

    /// Shows what stands beneath the selected item.
    mutating func unfold(_ model: Model) {
        guard let item = selection, !item.beneath.isEmpty, unfolded.insert(item.id).inserted else {
            return
        }
        filterRows(item, near: selected ?? 0, model)
    }

    /// Hides what stands beneath the selected item, or all among which it stands itself.
    mutating func fold(_ model: Model) {
        guard let item = selection else { return }
        if unfolded.remove(item.id) == nil, let parent = item.parent {
            unfolded.remove(parent)
            select(id: parent)
        }
        filterRows(selection, near: selected ?? 0, model)
    }

    // MARK: Filtering

    /// Shows what holds every word of the filter; accents and capitals do not matter.
    mutating func setFilter(_ text: String, _ model: Model) {
        filter = text
        filterRows(selection, near: selected ?? 0, model)
    }

    private mutating func filterRows(_ item: SheetItem?, near place: Int, _ model: Model) {
        let found = findings(model)
        count = all.indices.count { place in
            all[place].kind == .item && all[place].isCounted && (found?[place] ?? true)
        }
        shown = shownPlaces(found)
        rows = shown.map { row($0, model) }
        let near = min(place, rows.count - 1)
        // What is gone leaves the selection on whom it was about.
        selected =
            self.place(of: item?.id) ?? self.place(of: item?.parent)
            ?? rows.indices.first { $0 >= near && rows[$0].kind == .item }
            ?? rows.lastIndex { $0.kind == .item }
    }

    /// The row of a place; what stands beneath a folded item is not made before it is seen.
    private mutating func row(_ place: Int, _ model: Model) -> Row {
        if let row = made[place] { return row }
        var row = all[place].row(model)
        if !all[place].isCounted { row.isCounted = false }
        made[place] = row
        return row
    }

    private func place(of id: String?) -> Int? {
        id.flatMap { id in rows.firstIndex { $0.id == id && $0.kind == .item } }
    }

    /// Which items hold every word of the filter; `nil` without one.
    private mutating func findings(_ model: Model) -> [Bool]? {
        let words = filter.folded.split(separator: " ").map { Array($0.utf8) }
        guard !words.isEmpty else { return nil }
        let texts = searched ?? all.map { Array($0.search(model).folded.utf8) }
        searched = texts
        return all.indices.map { place in
            all[place].kind == .item && words.allSatisfy { texts[place].hold($0) }
        }
    }

    /// The places of what is shown: what is found, with the items above it, and what stands beneath
    /// an item that is found and unfolded.
    private func shownPlaces(_ found: [Bool]?) -> [Int] {
        guard !above.isEmpty else { return all.indices.filter { found?[$0] ?? true } }
        var leads = found ?? Array(repeating: true, count: all.count)
        for place in all.indices.reversed() where leads[place] {
            if let parent = above[place] { leads[parent] = true }
        }
        var isShown = leads
        for place in all.indices {
            guard let parent = above[place] else { continue }
            let isParentFound = found?[parent] ?? true
            let isOpen = unfolded.contains(all[parent].id) && isParentFound
            isShown[place] = isShown[parent] && (isOpen || !isParentFound && leads[place])
        }
        return all.indices.filter { isShown[$0] }
    }

    // MARK: Changing

    /// Takes the items of a new model. While the list is not left, what is gone stays in its place
    /// and nothing moves; the selection stays on its item.
    mutating func update(_ new: [SheetItem], keepingPlaces: Bool, _ model: Model) {
        let item = selection
        items = keepingPlaces ? ListState.merged(items, new, model) : new
        if !keepingPlaces { done = [:] }
        show(item, near: selected ?? 0, model)
    }

    private mutating func show(_ item: SheetItem?, near place: Int, _ model: Model) {
        lay()
        made = Array(repeating: nil, count: all.count)
        searched = nil
        if !tags.isEmpty { tags.formIntersection(all.map(\.id)) }
        countOfAll = all.count { $0.kind == .item && $0.isCounted }
        filterRows(item, near: place, model)
    }

    /// Lays out every item with what stands beneath it.
    private mutating func lay() {
        (all, above) = (items, [])
        guard items.contains(where: { !$0.beneath.isEmpty }) else { return }
        all = []
        for item in items { lay(item, under: nil) }
    }

    private mutating func lay(_ item: SheetItem, under parent: Int?) {
        let place = all.count
        var item = item
        item.parent = parent.map { all[$0].id }
        all.append(item)
        above.append(parent)
        for one in item.beneath { lay(one, under: place) }
    }

    /// The old order with fresh items in it, and each new one behind its new neighbour.
    private static func merged(
        _ old: [SheetItem], _ new: [SheetItem], _ model: Model
    ) -> [SheetItem] {
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
        return first
            + old.flatMap { item -> [SheetItem] in
                let kept = fresh[item.id].map { merged(item, $0, model) } ?? item
                return [kept] + (followers[item.id] ?? [])
            }
    }

    /// A fresh item, beneath which what has been dealt with stays too.
    private static func merged(_ old: SheetItem, _ new: SheetItem, _ model: Model) -> SheetItem {
        guard !old.beneath.isEmpty else { return new }
        let fresh = Set(new.beneath.map(\.id))
        var item = new
        item.beneath = merged(old.beneath, new.beneath, model).filter { item in
            // What is still open stands elsewhere now.
            fresh.contains(item.id) || !(item.duty.map(model.isPressing) ?? false)
        }
        return item
    }
}

extension [UInt8] {
    /// Whether another text stands somewhere in this one, byte for byte: a tenth of what it costs by
    /// characters, and every key of a filter asks it of every line.
    fileprivate func hold(_ word: [UInt8]) -> Bool {
        guard let first = word.first else { return true }
        return withUnsafeBufferPointer { text in
            word.withUnsafeBufferPointer { word in
                var start = 0
                while start + word.count <= text.count {
                    if text[start] == first,
                        (1..<word.count).allSatisfy({ text[start + $0] == word[$0] })
                    {
                        return true
                    }
                    start += 1
                }
                return false
            }
        }
    }
}

extension SheetItem {
    /// Whether a duty stands on its line or beneath it.
    fileprivate func holds(_ id: DutyID) -> Bool {
        duty == id || beneath.contains { $0.holds(id) }
    }
}

extension Model {
    /// Whether a duty still asks something of somebody today.
    func isPressing(_ id: DutyID) -> Bool {
        setAside[id] == nil && duty(id)?.state.isPressing == true
    }
}

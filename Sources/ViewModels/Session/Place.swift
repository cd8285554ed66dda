import Domain

/// A page on the way from the first one to where a person is now, as it was left.
struct Place: Sendable {
    let name: PageName
    private(set) var content: PageContent
    private(set) var focus: Int
    private(set) var lists: [ListState]

    init(_ name: PageName, _ content: PageContent, _ model: Model) {
        self.name = name
        self.content = content
        focus =
            content.sheets.firstIndex { $0.id == content.begins && !$0.items.isEmpty }
            ?? content.sheets.firstIndex { !$0.items.isEmpty } ?? 0
        lists = content.sheets.map { ListState($0, model) }
    }

    var list: ListState? { lists.indices.contains(focus) ? lists[focus] : nil }

    var selection: SheetItem? { list?.selection }

    // MARK: Moving

    /// Moves the selection; where panes stand one below the other it goes on into the next one.
    mutating func move(by steps: Int, _ model: Model) {
        guard lists.indices.contains(focus), !lists[focus].move(by: steps),
            content.arrangement == .stack
        else { return }
        let step = steps < 0 ? -1 : 1
        var next = focus + step
        while lists.indices.contains(next), lists[next].selected == nil { next += step }
        guard lists.indices.contains(next) else { return }
        setFocus(next, model)
        lists[next].moveToEnd(last: steps < 0)
    }

    mutating func moveToEnd(last: Bool) {
        if lists.indices.contains(focus) { lists[focus].moveToEnd(last: last) }
    }

    /// Selects the line on which a duty stands, where it is shown.
    mutating func select(_ duty: DutyID) {
        if lists.indices.contains(focus) { lists[focus].select(duty) }
    }

    /// Selects the item of this id in the pane that has the keys, where it is shown.
    mutating func select(id: String) {
        if lists.indices.contains(focus) { lists[focus].select(id: id) }
    }

    mutating func setFilter(_ text: String, _ model: Model) {
        if lists.indices.contains(focus) { lists[focus].setFilter(text, model) }
    }

    // MARK: Unfolding

    /// Whether it has the pane that says who needs me.
    var showsNow: Bool { content.sheets.contains { $0.id == Sheet.nowID } }

    /// Whether a line of the pane that has the keys can be unfolded.
    var hasFolds: Bool { list?.hasFolds ?? false }

    /// Shows what stands beneath the selected line, or hides it again; `false` where nothing stands
    /// beneath it and it stands beneath nothing.
    mutating func unfold(_ isOpen: Bool, _ model: Model) -> Bool {
        guard let item = selection, item.parent != nil || !item.beneath.isEmpty else {
            return false
        }
        if isOpen { lists[focus].unfold(model) } else { lists[focus].fold(model) }
        return true
    }

    /// Says on the selected line what was just done.
    mutating func note(_ words: String) {
        if lists.indices.contains(focus) { lists[focus].note(words) }
    }

    // MARK: Tags

    /// Tags the selected line and goes on to the next; `false` where there is no child to tag.
    mutating func tag(_ model: Model) -> Bool {
        guard lists.indices.contains(focus), lists[focus].tag() else { return false }
        move(by: 1, model)
        return true
    }

    mutating func untag() {
        if lists.indices.contains(focus) { lists[focus].untag() }
    }

    /// The children of the tagged lines, each once.
    var taggedPupils: [PupilRef] {
        (list?.tagged ?? []).compactMap(\.pupil).eachOnce()
    }

    // MARK: Panes

    /// Gives another pane the keys; what has been dealt with leaves the one that had them.
    mutating func setFocus(_ place: Int, _ model: Model) {
        guard place != focus, lists.indices.contains(place) else { return }
        lists[focus].update(content.sheets[focus].items, keepingPlaces: false, model)
        focus = place
    }

    /// Gives the pane of a digit the keys; `false` where there is none.
    mutating func setFocus(digit: Int, _ model: Model) -> Bool {
        guard let place = content.sheets.firstIndex(where: { $0.digit == digit }) else {
            return false
        }
        setFocus(place, model)
        return true
    }

    /// Gives a pane the keys, where the page has it.
    mutating func setFocus(id: String, _ model: Model) {
        if let place = content.sheets.firstIndex(where: { $0.id == id }) { setFocus(place, model) }
    }

    /// The next pane, around the end.
    mutating func moveFocus(by step: Int, _ model: Model) {
        guard !lists.isEmpty else { return }
        setFocus((focus + step + lists.count) % lists.count, model)
    }

    // MARK: Changing

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
            guard var list = old[sheet.id] else { return ListState(sheet, model) }
            let keepsPlaces = sheet.keepsPlaces && sheet.id == focused
            list.update(sheet.items, keepingPlaces: keepsPlaces, model)
            return list
        }
        focus =
            new.sheets.firstIndex { $0.id == focused } ?? max(0, min(focus, lists.count - 1))
    }
}

extension Row {
    func tagged(by tags: Set<String>) -> Row {
        guard tags.contains(id) else { return self }
        var row = self
        row.isTagged = true
        return row
    }
}

extension Place {
    private static func status(_ list: ListState) -> String {
        [
            list.filter.isEmpty ? "" : "/\(list.filter)",
            list.tags.isEmpty ? "" : "\(list.tags.count) tagged",
        ].filter { !$0.isEmpty }.joined(separator: " · ")
    }

    /// The panes as values.
    var panes: [Pane] { zip(content.sheets, lists).map(Place.pane) }

    private static func pane(_ sheet: Sheet, _ list: ListState) -> Pane {
        switch sheet.content {
        case .text(let lines):
            return Pane(
                id: sheet.id, digit: sheet.digit, title: sheet.title, tab: sheet.tab,
                counts: sheet.counts, content: .text(lines), selected: list.selected,
                notes: sheet.notes, empty: sheet.empty)
        case .list(let columns, _):
            let isFiltered = !list.filter.isEmpty
            return Pane(
                id: sheet.id, digit: sheet.digit,
                title: sheet.title
                    + (!sheet.isNumbered
                        ? ""
                        : isFiltered
                            ? " · \(list.count) of \(list.countOfAll)" : " · \(list.countOfAll)"),
                tab: sheet.countsInTab ? "\(sheet.tab) \(list.countOfAll)" : sheet.tab,
                counts: sheet.counts,
                content: .table(columns, list.shownRows(columns)),
                selected: list.selected, status: status(list), notes: sheet.notes,
                empty: isFiltered ? "Nothing here matches the filter." : sheet.empty)
        }
    }
}

import Domain

/// A pane before it is drawn: every item it holds, and how each becomes a row.
struct Sheet: Sendable {
    enum Content: Sendable {
        case list([TableColumn], [SheetItem])
        case text([TextLine])
    }

    var id: String
    var digit: Int?
    /// Without a number; the number of what is shown is added.
    var title: String
    /// Whether the number of what is shown stands behind the title.
    var isNumbered = true
    /// A shorter name for a tab; without one, the title.
    var tab = ""
    /// Whether its tab has the number of what is shown, too.
    var countsInTab = false
    var counts: [Phrase] = []
    var content: Content
    var notes: [TextLine] = []
    var empty = ""
    /// The item that is selected at first; without one, the first that can be.
    var begins: String?

    /// What can be selected; of a text each line, so that a long one can be read to its end.
    var items: [SheetItem] {
        switch content {
        case .list(_, let items): items
        case .text(let lines): lines.enumerated().map { .line($1, number: $0) }
        }
    }

    /// Whether what has been dealt with stays in its place while the pane has the keys.
    var keepsPlaces: Bool {
        switch content {
        case .list: true
        case .text: false
        }
    }
}

/// One item of a list.
struct SheetItem: Sendable {
    /// Stays the same while facts change.
    let id: String
    var kind = Row.Kind.item
    /// Whether it is among the number in the pane's title.
    var isCounted = true
    /// What Enter goes to.
    var opens: PageName?
    var pupil: PupilRef?
    /// The duty that `w` explains and an action is for.
    var duty: DutyID?
    /// The duties behind what it shows, where it is the line of several: an alert, a child of the
    /// glance. A key works on the first of them that asks for it.
    var shows: (@Sendable (Model) -> [Duty])?
    /// The record that it shows, which an action corrects.
    var record: RecordKey?
    /// The entry of the journal that `u` takes back.
    var change: ChangeNumber?
    /// The draft that Enter takes up and Del throws away.
    var draft: String?
    /// The step of setting up that Enter opens and `X` puts aside.
    var step: SetupStep?
    /// The report that Enter makes.
    var report: ReportRequest?
    /// The key that Enter presses in its place, in the list of keys.
    var presses: Key?
    /// What is meant here by its key, where that stands for several actions.
    var action: ActionID?
    /// What the key of its action plans, and on which day.
    var offer: PlanOffer?
    /// What a filter looks through.
    var search: @Sendable (Model) -> String
    /// The row as the facts are now, for an item that has been dealt with too.
    var row: @Sendable (Model) -> Row
    /// The whole of what the row has no room for.
    var full: [TextLine] = []
    /// What stands beneath it once it is unfolded.
    var beneath: [SheetItem] = []
    /// The id of the item beneath which it stands, in a list.
    var parent: String?

    static func line(_ line: TextLine, number: Int) -> SheetItem {
        let row = Row(id: "line \(number)", cells: [line.left], spoken: line.text)
        return SheetItem(id: row.id, search: { _ in line.text }, row: { _ in row })
    }

    /// A record as a row.
    ///
    /// - Parameter full: the whole of it, said above the keys where the row has no room.
    static func record(
        _ key: RecordKey, _ cells: [[Phrase]], spoken: [String], full: [TextLine] = []
    ) -> SheetItem {
        let row = Row(
            id: "\(key.kind.rawValue) \(key)", cells: cells,
            spoken: spoken.filter { !$0.isEmpty }.joined(separator: ", "))
        return SheetItem(
            id: row.id, record: key, search: { _ in row.spoken }, row: { _ in row }, full: full)
    }

    static func heading(_ id: String, _ words: String) -> SheetItem {
        let row = Row(id: id, kind: .heading, cells: [[Phrase(words, .heading)]], spoken: words)
        return SheetItem(id: id, kind: .heading, search: { _ in "" }, row: { _ in row })
    }
}

/// A page before it is drawn.
struct PageContent: Sendable {
    var title: String
    /// The child whose page it is.
    var subject: PupilRef?
    var header: [TextLine]
    var shortHeader: [TextLine]?
    var sheets: [Sheet]
    var arrangement = Page.Arrangement.stack
    /// The sheet that has the keys at first; without one, the first that holds anything.
    var begins: String?
    /// What is said of the selected item, above the keys.
    var detail: @Sendable (SheetItem, Model) -> [TextLine] = { _, _ in [] }
    /// Which duty `w` explains where the selected item is none.
    var duty: DutyID?
    /// Which entry of the journal `u` takes back where the selected item is none.
    var change: ChangeNumber?
    /// Pages that a digit opens, behind those of the panes.
    var further: [Further] = []

    /// A page that a digit opens.
    struct Further: Sendable {
        let digit: Int
        let title: String
        let page: PageName
    }
}

import Domain

/// One entry of the journal as the history shows it.
public struct HistoryLine: Hashable, Sendable {
    public let change: Int64
    public let at: Instant
    /// Who acted, by login.
    public let by: String
    /// A command's action, `undo`, `redo`, `look`.
    public let action: String
    public let subject: Subject
    /// The page that was looked at; `nil` for what is no look.
    public let page: String?
    /// Whether a later entry has taken it back.
    public let isUndone: Bool

    public init(
        change: Int64, at: Instant, by: String, action: String, subject: Subject, page: String?,
        isUndone: Bool
    ) {
        self.change = change
        self.at = at
        self.by = by
        self.action = action
        self.subject = subject
        self.page = page
        self.isUndone = isUndone
    }
}

extension PageContent {
    /// Who changed and who looked: of one child, or of the whole school.
    static func history(
        _ subject: Subject?, _ lines: [HistoryLine]?, _ model: Model
    ) -> PageContent? {
        let pupil = subject?.pupil.flatMap(model.pupil)
        if let ref = subject?.pupil, pupil == nil, model.facts.pupils[ref] == nil { return nil }
        // Nobody else's entries under a child's name, whatever was handed in.
        let own = lines?.filter { subject == nil || $0.subject == subject }
        return PageContent(
            title: "History", subject: pupil?.ref,
            header: pupil.map { model.childHeader($0, "history") } ?? model.schoolHeader("history"),
            sheets: [
                Sheet(
                    id: "history", digit: 0, title: "History",
                    content: .list(
                        HistoryRow.columns(namesSubject: subject == nil),
                        (own ?? []).map { HistoryRow.item($0, namesSubject: subject == nil) }),
                    empty: lines == nil ? "Reading the journal." : "Nothing has been recorded.")
            ])
    }
}

enum HistoryRow {
    static func columns(namesSubject: Bool) -> [Column] {
        [
            Column("", side: .right, minimum: 5, priority: 2), Column("When", minimum: 22),
            Column("By", minimum: 8, share: 1), Column("What", minimum: 14, share: 2),
        ] + (namesSubject ? [Column("About", minimum: 14, share: 2, priority: 1)] : [])
    }

    static func item(_ line: HistoryLine, namesSubject: Bool) -> SheetItem {
        SheetItem(
            id: "\(line.change)",
            opens: namesSubject ? line.subject.pupil.map(PageName.pupil) : nil,
            pupil: line.subject.pupil,
            search: { "\(line.by) \(line.action) \($0.name(of: line.subject))" },
            row: { row(line, namesSubject: namesSubject, $0) })
    }

    private static func row(_ line: HistoryLine, namesSubject: Bool, _ model: Model) -> Row {
        let when = "\(line.at.londonDay.long) \(line.at.londonClock)"
        let what =
            line.page.map { "looked at \($0.split(separator: " ").first ?? "")" }
            ?? line.action.roleWords
        let undone = line.isUndone ? " (taken back)" : ""
        let about = model.name(of: line.subject)
        return Row(
            id: "\(line.change)",
            cells: [
                [Phrase("\(line.change)", .muted)], [Phrase(when)], [Phrase(line.by)],
                [Phrase(what + undone, line.isUndone ? .struck : .normal)],
            ] + (namesSubject ? [[Phrase(about, .child)]] : []),
            spoken: "\(when), \(line.by): \(what)\(undone)" + (namesSubject ? ", \(about)" : ""))
    }
}

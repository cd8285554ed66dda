import Domain

/// Counts the rows of a file as they are judged, and makes the plan of them.
struct ImportTally {
    enum Outcome { case new, changed, same }

    let kind: ImportKind
    let fileName: String
    var takenFor = ""
    var rows = 0
    private var accepted: [Outcome: Int] = [:]
    private var leftOut: [ImportNote] = []
    private var refused: [ImportFault] = []
    private var refusedRows = 0
    private var isUnusable = false
    private var notices: [ImportNote] = []
    var lookedAfter: [ImportPreview.Marked] = []
    var missing: [MissingPerson] = []
    var columns: [ImportPreview.Column] = []
    /// Headings that no field wants and nobody put aside.
    var unread: [String] = []
    var pairs: [NamePair] = []
    /// Who is new and what changes, a line a child.
    var listing: [String] = []
    var yearsWithoutTerms: [AcademicYear] = []

    init(_ kind: ImportKind, _ fileName: String) {
        self.kind = kind
        self.fileName = fileName
    }

    mutating func accept(_ outcome: Outcome) { accepted[outcome, default: 0] += 1 }

    /// - Parameter cause: what other lines share with this one.
    mutating func leaveOut(_ line: Int, _ why: String, cause: ImportNote.Cause? = nil) {
        leftOut.append(ImportNote(line: line, text: why, cause: cause))
    }

    /// Refuses one row, for at least one reason.
    mutating func refuse(_ faults: [ImportFault]) {
        refused += faults
        refusedRows += 1
    }

    /// Refuses the file, whatever its rows are.
    mutating func refuseFile(_ fault: ImportFault) {
        refused.append(fault)
        isUnusable = true
    }

    /// - Parameter cause: what other lines share with this one.
    mutating func notice(_ line: Int?, _ text: String, cause: ImportNote.Cause? = nil) {
        notices.append(ImportNote(line: line, text: text, cause: cause))
    }

    mutating func notice(_ note: ImportNote) { notices.append(note) }

    /// The plan; `changes` are carried out unless the file is refused.
    func plan(
        acceptRest: Bool, changes: [RecordChange], seen: [RecordKey: Record?],
        seenMarks: [PupilRef: [AcademicYear: YearMarks]] = [:]
    ) -> ImportPlan {
        let taken = accepted.values.reduce(0, +)
        let isRefused = isUnusable || taken == 0 || (refusedRows > 0 && !acceptRest)
        let command =
            isRefused || changes.isEmpty
            ? nil
            : Command(
                action: kind.journalAction, subject: .school, changes: changes, seen: seen,
                seenMarks: seenMarks
            ).marking(lookedAfter.map { SetupFacts.Marked(pupil: $0.pupil, words: $0.words) })
        return ImportPlan(
            kind: kind, fileName: fileName, takenFor: takenFor, rows: rows,
            new: accepted[.new] ?? 0, changed: accepted[.changed] ?? 0, same: accepted[.same] ?? 0,
            leftOut: leftOut.sorted { ($0.line ?? 0) < ($1.line ?? 0) },
            refused: refused.sorted { ($0.line ?? 0) < ($1.line ?? 0) }, refusedRows: refusedRows,
            isRefused: isRefused, notices: notices.sorted { ($0.line ?? 0) < ($1.line ?? 0) },
            lookedAfter: lookedAfter, missing: missing, yearsWithoutTerms: yearsWithoutTerms,
            listing: isRefused ? [] : listing, columns: columns, unread: unread, pairs: pairs,
            command: command)
    }

    /// The plan of a file that is refused as a whole.
    func refusal() -> ImportPlan { plan(acceptRest: false, changes: [], seen: [:]) }
}

extension ImportTally {
    /// A child who was found otherwise than by the number of the row.
    mutating func found(_ line: Int, _ row: PupilIdentity, _ pupil: Pupil, _ notice: String?) {
        guard let notice else { return pair(line, row, pupil) }
        self.notice(
            line, notice, cause: .init("found otherwise than by the number in the file", notice))
    }

    /// A child who was found by name and class alone.
    private mutating func pair(_ line: Int, _ row: PupilIdentity, _ pupil: Pupil) {
        let pair = NamePair(
            line: line, words: row.nameAndClass, pupil: pupil.ref,
            name: VisibleText.of(pupil.numberedName))
        pairs.append(pair)
        notice(
            line, "\(pair.words) was taken for \(pair.name)",
            cause: .init("taken by name and class", "\(pair.words) for \(pair.name)"))
    }

    /// A date in a form that is told once.
    mutating func note(_ form: DateNote, line: Int) {
        if let note = form.note(line: line) { notice(note) }
    }

    /// The present sign of one session that stood in the other: how often, and where first.
    mutating func noticeOtherSigns(_ lines: [Int]) {
        guard !lines.isEmpty else { return }
        let places = lines.prefix(3).map(String.init).joined(separator: ", ")
        let one = lines.count == 1
        notice(
            nil,
            "\(lines.count) row\(one ? "" : "s") (line\(one ? "" : "s") \(places)"
                + "\(lines.count > 3 ? " …" : "")): the present sign of the other session (/ or \\) was "
                + "taken for the session's own")
    }
}

extension ImportNote.Cause {
    /// The one case as a sentence: the example, then what is said of it, with a colon between unless
    /// the two make one sentence.
    var sentence: String {
        let verbs = ["is ", "may ", "has "]
        return sample + (verbs.contains(where: words.hasPrefix) ? " " : ": ") + words
    }
}

import Domain

/// Counts the rows of a file as they are judged, and makes the plan of them.
struct ImportTally {
    enum Outcome { case new, changed, same }

    let kind: ImportPlan.Kind
    let fileName: String
    var takenFor = ""
    var rows = 0
    private var accepted: [Outcome: Int] = [:]
    private var leftOut: [ImportNote] = []
    private var refused: [ImportFault] = []
    private var refusedRows = 0
    private var isUnusable = false
    private var notices: [ImportNote] = []
    var lookedAfter: [LookedAfterWords] = []
    var missing: [Pupil] = []
    /// Who is new and what changes, a line a child.
    var listing: [String] = []
    var yearsWithoutTerms: [AcademicYear] = []

    init(_ kind: ImportPlan.Kind, _ fileName: String) {
        self.kind = kind
        self.fileName = fileName
    }

    mutating func accept(_ outcome: Outcome) { accepted[outcome, default: 0] += 1 }

    mutating func leaveOut(_ line: Int, _ why: String) {
        leftOut.append(ImportNote(line: line, text: why))
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

    mutating func notice(_ line: Int?, _ text: String) {
        notices.append(ImportNote(line: line, text: text))
    }

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
                action: kind.action, subject: .school, changes: changes, seen: seen,
                seenMarks: seenMarks)
        return ImportPlan(
            kind: kind, fileName: fileName, takenFor: takenFor, rows: rows,
            new: accepted[.new] ?? 0, changed: accepted[.changed] ?? 0, same: accepted[.same] ?? 0,
            leftOut: leftOut.sorted { ($0.line ?? 0) < ($1.line ?? 0) },
            refused: refused.sorted { ($0.line ?? 0) < ($1.line ?? 0) }, refusedRows: refusedRows,
            isRefused: isRefused, notices: notices.sorted { ($0.line ?? 0) < ($1.line ?? 0) },
            lookedAfter: lookedAfter, missing: missing, yearsWithoutTerms: yearsWithoutTerms,
            listing: isRefused ? [] : listing, command: command)
    }

    /// The plan of a file that is refused as a whole.
    func refusal() -> ImportPlan { plan(acceptRest: false, changes: [], seen: [:]) }
}

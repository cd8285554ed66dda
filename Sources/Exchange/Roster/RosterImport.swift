import Domain

/// Imports the roster that a school's own system exports.
public struct RosterImport: Sendable {
    private let options: ImportOptions

    public init(_ options: ImportOptions = ImportOptions()) { self.options = options }

    /// What the file would do; nothing is written.
    public func plan(
        bytes: [UInt8], fileName: String, existing: some SchoolOnRecord
    ) -> ImportPlan {
        var tally = ImportTally(.roster, fileName)
        guard let table = tally.table(bytes, options) else { return tally.refusal() }
        let reader = RosterReader(
            map: table.map, words: FormatLibrary.shared.words, today: existing.today)
        var planner = RosterPlanner(existing, options, tally, RosterSource(table))
        table.forEachRow(knowing: planner.index) { row in
            switch row {
            case .child(let record): planner.add(reader.row(record))
            case .noChild(let line, let why): planner.add(noChild: line, why)
            case .unreadable(let fault): planner.add(unreadable: fault)
            }
        }
        return planner.plan(listsMissing: true)
    }
}

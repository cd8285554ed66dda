import Domain

/// Imports the register that a school's own system exports (cli.md, "Importing a school's own
/// files").
public struct AttendanceImport: Sendable {
    private let options: ImportOptions

    public init(_ options: ImportOptions = ImportOptions()) { self.options = options }

    /// What the file would do; nothing is written.
    public func plan(
        bytes: [UInt8], fileName: String, existing: some SchoolOnRecord
    ) -> ImportPlan {
        var tally = ImportTally(.attendance, fileName)
        guard let table = tally.table(bytes, options) else { return tally.refusal() }
        let span = DateSpan.schoolDays(on: existing.today)
        let layout: AttendanceLayout
        switch AttendanceLayout.of(table, span) {
        case .success(let found): layout = found
        case .failure(let fault):
            tally.refuseFile(fault)
            return tally.refusal()
        }
        tally.takenFor += ", \(layout.words)"
        let reader = AttendanceReader(
            map: table.map, layout: layout, marks: MarkReader(codes: existing.codes),
            words: FormatLibrary.shared.words, span: span)
        let identities = IdentityReader(table, options, today: existing.today)
        var planner = AttendancePlanner(existing, identities, tally, headings: table.map.cells)
        table.forEachRow(knowing: planner.index) { row in
            switch row {
            case .noChild(let line, let why): planner.add(noChild: line, why)
            case .unreadable(let fault): planner.add(unreadable: fault)
            case .child(let record):
                var faults: [ImportFault] = []
                let identity = identities.read(record, faults: &faults)
                planner.add(identity, line: record.line, faults: faults) { reader.row(record) }
            }
        }
        return planner.plan()
    }
}

import Domain

/// Imports the register that a school's own system exports.
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
        var planner = AttendancePlanner(existing, identities, reader, tally)
        let progress = ReadingProgress(bytes, options.progress)
        func take(_ row: HeadedTable.Row) {
            switch row {
            case .noChild(let line, let why): planner.add(noChild: line, why)
            case .unreadable(let fault): planner.add(unreadable: fault)
            case .child(let record):
                progress.isAt(record.line)
                var faults: [ImportFault] = []
                let identity = identities.read(record, faults: &faults)
                planner.add(identity, line: record.line, faults: faults) { reader.row(record) }
            }
        }
        func skim(_ line: PlainLine) -> Bool {
            progress.isAt(line.line)
            return planner.add(line)
        }
        table.forEachRow(knowing: planner.index, skimming: skim, take)
        return planner.plan()
    }
}

/// Tells from time to time how much of a text has been read.
private struct ReadingProgress {
    private let lines: Int
    private let tell: ((Double) -> Void)?
    private static let step = 1 << 13

    init(_ bytes: [UInt8], _ tell: ((Double) -> Void)?) {
        self.tell = tell
        // A workbook has no lines that could be counted before.
        lines =
            tell == nil || bytes.starts(with: FileNature.zip)
            ? 0 : bytes.reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
    }

    func isAt(_ line: Int) {
        if let tell, line % ReadingProgress.step == 0, line < lines {
            tell(Double(line) / Double(lines))
        }
    }
}

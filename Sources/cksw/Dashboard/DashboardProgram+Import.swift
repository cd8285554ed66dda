import Domain
import Exchange
import Store
import ViewModels

extension DashboardProgram {
    /// Plans a school's own file against the store and gives the plan to the import page.
    mutating func planImport(_ path: String) throws {
        guard !desk.store.isDemo else {
            return session.refuse("This is a demo store of invented pupils and takes no imports.")
        }
        try desk.require(try desk.clearance().records(.marks))
        let path = FixedSession.isOn ? try Inbox(of: desk.store).file(path) : path
        let bytes = try ImportFile.bytes(path: path)
        let known = FactsOnRecord(try desk.wholeFacts(), pack: desk.pack, today: desk.today)
        session.show(preview: ImportPreview(Self.plan(bytes, path, known)))
    }

    /// A file of XML is a common transfer file; of a table the headings decide: whichever reading
    /// takes the more rows.
    private static func plan(
        _ bytes: [UInt8], _ path: String, _ known: FactsOnRecord
    ) -> ImportPlan {
        let options = ImportOptions()
        let isXML = bytes.prefix(200).first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "<")
        if isXML {
            return CTFImport(options).plan(bytes: bytes, fileName: path, existing: known)
        }
        let roster = RosterImport(options).plan(bytes: bytes, fileName: path, existing: known)
        let register = AttendanceImport(options).plan(
            bytes: bytes, fileName: path, existing: known)
        if roster.isRefused != register.isRefused { return roster.isRefused ? register : roster }
        return register.accepted > roster.accepted ? register : roster
    }
}

extension ImportPreview {
    fileprivate init(_ plan: ImportPlan) {
        func line(_ number: Int?, _ words: String) -> Line { Line(number: number, words: words) }
        self.init(
            fileName: plan.fileName, takenFor: plan.takenFor, rows: plan.rows, new: plan.new,
            changed: plan.changed, same: plan.same, refusedRows: plan.refusedRows,
            leftOut: plan.leftOut.map { line($0.line, $0.text) },
            refused: plan.refused.map { fault in
                let parts = [fault.column, fault.problem, fault.found].compactMap { $0 }
                return line(fault.line, parts.filter { !$0.isEmpty }.joined(separator: ": "))
            },
            notices: plan.notices.map { line($0.line, $0.text) },
            lookedAfter: plan.lookedAfter.map {
                Marked(pupil: $0.pupil, name: $0.name, words: $0.words)
            },
            missing: plan.missing.map(\.displayName),
            yearsWithoutTerms: plan.yearsWithoutTerms, command: plan.command)
    }
}

import Domain
import Exchange
import Glibc
import Store
import ViewModels

extension DashboardProgram {
    /// Plans an import against the store and gives the plan to the import page.
    mutating func planImport(_ request: ImportRequest) throws {
        guard !desk.store.isDemo else {
            return session.refuse("This is a demo store of invented pupils and takes no imports.")
        }
        try desk.require(try desk.clearance().records(.marks))
        let path = FixedSession.isOn ? try Inbox(of: desk.store).file(request.path) : request.path
        if Self.isFolder(path) { return try planBundle(path) }
        let bytes = try ImportFile.bytes(path: path)
        let known = FactsOnRecord(try desk.wholeFacts(), pack: desk.pack, today: desk.today)
        session.show(preview: ImportPreview(Self.plan(bytes, path, request.admitted, known)))
    }

    /// Plans a bundle over the store: all of it or nothing.
    private mutating func planBundle(_ folder: String) throws {
        try desk.require(try desk.clearance().isWhole)
        let plan = try desk.store.read { snapshot in
            try BundleReader(folder: folder).read(
                over: StoreRecords(snapshot), codes: desk.pack.codes)
        }
        session.show(preview: ImportPreview(plan, folder: folder))
    }

    private static func isFolder(_ path: String) -> Bool {
        var found = stat()
        return stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFDIR
    }

    /// A file of XML is a common transfer file; of a table the headings decide: whichever reading
    /// takes the more rows.
    private static func plan(
        _ bytes: [UInt8], _ path: String, _ admitted: Day?, _ known: FactsOnRecord
    ) -> ImportPlan {
        let options = ImportOptions(admitted: admitted)
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
    fileprivate init(_ plan: BundlePlan, folder: String) {
        let counts = plan.total
        self.init(
            fileName: folder, takenFor: "a bundle",
            rows: counts.added + counts.changed + counts.same, new: counts.added,
            changed: counts.changed, same: counts.same, refusedRows: 0, leftOut: [], refused: [],
            notices: (plan.listing + plan.notices.lines).map { Line(number: nil, words: $0) },
            lookedAfter: [], missing: [], yearsWithoutTerms: [],
            command: plan.changesNothing ? nil : plan.command)
    }

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
            notices: plan.listing.map { line(nil, $0) }
                + plan.notices.map { line($0.line, $0.text) },
            lookedAfter: plan.lookedAfter.map {
                Marked(pupil: $0.pupil, name: $0.name, words: $0.words)
            },
            missing: plan.missing.map(\.displayName),
            yearsWithoutTerms: plan.yearsWithoutTerms, command: plan.command)
    }
}

import Domain
import Exchange
import Glibc
import Store
import ViewModels

extension DashboardProgram {
    /// Plans an import against the store and gives the plan to the import page.
    mutating func planImport(_ request: ImportRequest) throws {
        guard !workspace.store.isDemo else {
            return session.refuse("This is a demo store of invented pupils and takes no imports.")
        }
        let clearance = try workspace.clearance()
        try workspace.require(ImportKind.allCases.contains { clearance.changes($0.topic) })
        let path =
            FixedSession.isOn ? try Inbox(of: workspace.store).file(request.path) : request.path
        if Self.isFolder(path) { return try planBundle(path) }
        let bytes = try ImportFile.bytes(path: path)
        let known = FactsOnRecord(
            try workspace.wholeFacts(), pack: workspace.pack, today: workspace.today)
        let kinds = request.kind.map { [$0] } ?? ImportKind.allCases
        let remembered = try workspace.store.read { try $0.rememberedHeadings() }
        let plan = SchoolFile(bytes, name: path).plan(
            among: kinds.filter { clearance.changes($0.topic) },
            { request.options($0, remembered) },
            existing: known)
        guard let plan else { throw Failure.notForRole(workspace.actor) }
        saidOfHeadings = (plan.kind, request.headings)
        session.show(preview: plan.preview)
    }

    /// Keeps what was said of headings for the next file, before this one is taken in.
    func keepHeadings(with command: Command) throws {
        guard let (kind, headings) = saidOfHeadings, !headings.isEmpty,
            command.action == kind.journalAction
        else { return }
        try workspace.store.remember(
            headings.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }, of: kind,
            by: workspace.actor, at: Clock.now)
    }

    /// Plans a bundle over the store: all of it or nothing.
    private mutating func planBundle(_ folder: String) throws {
        try workspace.require(try workspace.clearance().isWhole)
        let plan = try workspace.store.read { snapshot in
            try BundleReader(folder: folder).read(
                over: StoreRecords(snapshot), codes: workspace.pack.codes)
        }
        session.show(preview: plan.preview(of: folder))
    }

    private static func isFolder(_ path: String) -> Bool {
        var found = stat()
        return stat(path, &found) == 0 && found.st_mode & S_IFMT == S_IFDIR
    }
}

extension ImportRequest {
    /// What was said before of headings of this kind, then what was said for this file.
    fileprivate func options(
        _ kind: ImportKind, _ remembered: [RememberedHeading]
    ) -> ImportOptions {
        let before = remembered.filter { $0.kind == kind }
            .map { HeadingMeaning(heading: $0.heading, field: $0.field) }
        let now = headings.map { HeadingMeaning(heading: $0.key, field: $0.value) }
        return ImportOptions(
            admitted: admitted, meanings: before + now,
            confirmsNames: confirmsNames)
    }
}

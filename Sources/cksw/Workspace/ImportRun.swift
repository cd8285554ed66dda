import Domain
import Exchange
import Foundation
import Store

/// Plans an import on one moment of the store and carries it out as one step of the history.
struct ImportRun {
    /// What an import comes to.
    struct Outcome {
        let lines: [String]
        let notices: [String]
        /// `nil` where it changes nothing.
        let command: Command?
        /// What was said of headings for this file, to be kept for the next.
        var headings: [HeadingMeaning] = []
        var kind: ImportKind?

        var isEmpty: Bool { command == nil && headings.isEmpty }
    }

    private let flags: Flags
    private let dryRun: Bool
    /// What it takes to import at all, asked before anything is compared with the store.
    private let isAllowed: (Clearance) -> Bool

    init(_ flags: Flags, dryRun: Bool, allowed isAllowed: @escaping (Clearance) -> Bool) {
        self.flags = flags
        self.dryRun = dryRun
        self.isAllowed = isAllowed
    }

    /// Plans on the records as they stand in the store.
    func carryOutOnRecords(_ plan: (StoreRecords, Workspace) throws -> Outcome) throws {
        try carryOut { workspace in
            try workspace.store.read { try plan(StoreRecords($0), workspace) }
        }
    }

    /// Plans on the school as it is on record, for a register on no more than a register needs; with
    /// what was said of headings before.
    func carryOutOnSchool(
        for kind: ImportKind,
        _ plan: (any SchoolOnRecord, [RememberedHeading]) throws -> Outcome
    ) throws {
        try carryOut { workspace in
            let headings = try workspace.store.present.read { try $0.rememberedHeadings(of: kind) }
            guard kind == .attendance else {
                let facts = try workspace.wholeFacts()
                return try plan(
                    FactsOnRecord(facts, pack: workspace.pack, today: workspace.today), headings)
            }
            return try workspace.store.read { snapshot in
                try plan(
                    StoredRegister(snapshot, pack: workspace.pack, today: workspace.today), headings
                )
            }
        }
    }

    private func carryOut(_ plan: (Workspace) throws -> Outcome) throws {
        if let known = try flags.knownDay() { throw StoreError.asKnown(on: known) }
        let path = flags.storePath()
        guard FileManager.default.fileExists(atPath: path) else {
            // Nothing is left behind by a dry run or a refused file: the plan is made on an empty
            // store that is thrown away, and the real one only when there is something to keep.
            let outcome = try onEmptyStore(plan)
            if outcome.isEmpty || dryRun { return finish(outcome) }
            return try apply(outcome, try Workspace(flags, .create))
        }
        let workspace = try Workspace(flags, .existing)
        try workspace.require(isAllowed(try workspace.clearance()))
        guard !workspace.store.isDemo else {
            throw Failure(
                Failure.badData,
                "\(path): this is a demo store of invented pupils and takes no imports; name "
                    + "another store with --db")
        }
        let outcome = try plan(workspace)
        if outcome.isEmpty || dryRun { return finish(outcome) }
        try apply(outcome, workspace)
    }

    private func onEmptyStore(_ plan: (Workspace) throws -> Outcome) throws -> Outcome {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("cksw-\(UUID().uuidString)").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let store = try Store.open(at: folder + "/empty.db", .create)
        defer { store.close() }
        return try plan(
            try Workspace(
                store: store, pack: try flags.pack(), today: try flags.day(),
                login: flags.login))
    }

    private func apply(_ outcome: Outcome, _ workspace: Workspace) throws {
        // Before the import, so that the person's last change is the import.
        if let kind = outcome.kind, !outcome.headings.isEmpty {
            try workspace.store.remember(
                outcome.headings.map { ($0.heading, $0.field) }, of: kind, by: workspace.actor,
                at: Clock.now)
        }
        if let command = outcome.command {
            ProgressLine.show(
                "writing", URL(fileURLWithPath: workspace.store.path).lastPathComponent)
            defer { ProgressLine.clear() }
            _ = try workspace.store.apply(command, by: workspace.actor, at: Clock.now)
        }
        finish(outcome)
    }

    private func finish(_ outcome: Outcome) {
        Console.notice(outcome.notices)
        Console.say(outcome.lines + (dryRun ? ["dry run: nothing was written"] : []))
    }
}

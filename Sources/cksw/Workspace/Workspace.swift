import Domain
import Exchange
import Foundation
import Store

/// An opened store with who acts, on which day, under which policy: what every command works at.
struct Workspace {
    let store: Store
    private(set) var today: Day
    let actor: Actor
    /// The policy under which this store is judged.
    let pack: PolicyPack

    /// Opens the store that the flags name and lets in whom its roles let in.
    ///
    /// - Throws: `StoreError`, `PackFault`, and a `Failure` of 77 that says nothing of the content.
    init(_ flags: Flags, _ mode: Store.Mode) throws {
        let today = try flags.day()
        // A pack may have faults, and then no store is made.
        pack = try flags.pack()
        let known = try flags.knownDay()
        let present = try Store.open(at: flags.storePath(), known == nil ? mode : .existing)
        self.today = today
        // Who may look is settled by the roles of today, not by those of the day that is shown.
        actor = try Workspace.admitted(flags.login, to: present, on: today)
        store = try known.map { try present.known(on: $0) } ?? present
    }

    init(store: Store, pack: PolicyPack, today: Day, login: String?) throws {
        self.store = store
        self.pack = pack
        self.today = today
        actor = try Workspace.admitted(login, to: store, on: today)
    }

    /// Turns a login without a role away, of commands that read nothing of a store too: what ends
    /// well for a login would tell that it is one of the school's.
    ///
    /// - Throws: a `Failure` of 77.
    static func refuseStranger(_ flags: Flags) throws {
        guard flags.login != nil,
            FileManager.default.fileExists(atPath: flags.storePath())
        else { return }
        try Workspace(flags, .existing).store.close()
    }

    /// The keeper, who owns the file and acts without `--as`, may do everything; others what their
    /// current roles allow (`Clearance`).
    private static func admitted(_ login: String?, to store: Store, on today: Day) throws -> Actor {
        if login == nil, store.keeperUID == geteuid() {
            return Actor(login: Workspace.systemLogin, isKeeper: true, on: today)
        }
        let name = login ?? Workspace.systemLogin
        let actor = Actor(login: name, isKeeper: false, on: today)
        let clearance = try store.read { try $0.clearance(of: actor, at: Clock.now) }
        guard !clearance.isNothing else {
            throw Failure(
                Failure.notPermitted,
                "\(VisibleText.of(name)): this login holds no role here; ask the keeper of the store"
            )
        }
        guard !store.isReadOnly else {
            throw StoreError.lookNotOnRecord(
                path: store.path, why: "it is read-only, and only its keeper may look then")
        }
        return actor
    }

    /// The login of the account that runs the program.
    static var systemLogin: String {
        guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else {
            return "uid-\(geteuid())"
        }
        return String(cString: name)
    }

    /// The same store as the rules judge it on another day; who may look is settled by the roles of
    /// today.
    func on(_ day: Day) -> Workspace {
        var copy = self
        copy.today = day
        return copy
    }

    /// What the actor may see and change now; settled by the roles of today, also of what was known
    /// earlier.
    func clearance() throws -> Clearance {
        try store.present.read { try $0.clearance(of: actor, at: Clock.now) }
    }

    /// Everything that the rules read, for judging and planning; nothing of it is shown but through
    /// the actor's clearance.
    func wholeFacts() throws -> Facts {
        try store.read { try $0.facts(bankHolidays: pack.bankHolidays) }
    }

    /// What a command is made from.
    ///
    /// - Parameters:
    ///   - facts: as far as the actor may see them.
    ///   - roster: everyone on roll, where the facts hold but the children concerned.
    func commandContext(
        _ facts: Facts, _ origin: ActionOrigin = ActionOrigin(), roster: [Pupil]? = nil
    ) -> CommandContext {
        CommandContext(
            facts: facts, pack: pack, today: today, now: Clock.now, actor: actor,
            seed: UInt64.random(in: .min ... .max), origin: origin, roster: roster)
    }

    /// Refuses what is not for the actor's roles, in words that tell nothing of the content.
    ///
    /// - Throws: a `Failure` of 77.
    func require(_ isAllowed: Bool) throws {
        guard isAllowed else { throw Failure.notForRole(actor) }
    }

    /// Puts on record that somebody looked; where that cannot be, says so and lets the keeper read.
    func look(at subject: Subject, page: String) throws {
        Console.notice(try lookOrNotice(at: subject, page: page).map { [$0] } ?? [])
    }

    /// Puts on record that somebody looked.
    ///
    /// - Returns: the words for the keeper, who reads on where that cannot be; `nil` where it is.
    /// - Throws: `StoreError.lookNotOnRecord` for everybody else: nobody sees a page without trace.
    func lookOrNotice(
        at subject: Subject, page: String, told: (AcademicYear, Telling)? = nil
    ) throws -> String? {
        do {
            try store.look(at: subject, page: page, told: told, by: actor, at: Clock.now)
            return nil
        } catch let error as StoreError {
            guard case .lookNotOnRecord = error, actor.isKeeper else { throw error }
            return error.message
        }
    }

    /// Lines that a store of invented pupils, or one as it was known earlier, shows wherever it is
    /// shown.
    var invented: [String] {
        (store.isDemo ? ["INVENTED PUPILS"] : []) + (asKnown.map { [$0] } ?? [])
    }

    /// What a page's heading says of the day and of the store, where it is not the present.
    ///
    /// - Parameter given: the day that was asked for, where one was.
    func notice(today given: String?) -> String? {
        let asOf = given.map { _ in "as of \(today.long)" }
        if let asKnown {
            return [asOf, asKnown].compactMap { $0 }.joined(separator: ", ").sentenceCase
        }
        if store.isReadOnly { return "This store is read-only: looks are not on record." }
        return asOf?.sentenceCase
    }

    /// `as known on Sat 31 Jan 2026`; `nil` for the present.
    var asKnown: String? { store.known.map { "as known on \($0.long)" } }
}

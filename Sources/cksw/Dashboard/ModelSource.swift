import Domain
import Exchange
import Store
import Terminal
import ViewModels

/// Makes the model of the pages from a store, and brings it up to date after a change.
///
/// Only children of whom a duty can be more than "does not apply" are loaded: a county's store opens
/// as fast as a school's.
struct ModelSource {
    let workspace: Workspace
    /// Where duties are judged beside the reading; `nil` for one thread alone.
    private let core: OtherCore?
    /// The last entry of the journal that the model knows.
    private var known = ChangeNumber.none

    init(_ workspace: Workspace, beside core: OtherCore? = nil) {
        self.workspace = workspace
        self.core = core
    }

    /// - Parameter rosterLater: whether everyone on roll is told by `roster()`, once the first frame stands,
    ///   where its pages do not list them.
    mutating func model(notice: String? = nil, rosterLater: Bool = false) throws -> Model {
        let today = workspace.today
        let clearance = try workspace.clearance()
        // Without the counts of setting up nothing would tell a roll that waits from an empty one.
        let waits =
            rosterLater && clearance.needsConcernedOnly && !clearance.seesFiguresOnly
            && workspace.store.known == nil
        let read = try workspace.store.read { snapshot in
            let school = try snapshot.schoolFacts(bankHolidays: workspace.pack.bankHolidays)
            let person = person(school)
            let judgements = Judgements(in: school, for: person, on: today, under: workspace.pack)
            core?.begin { judgements.lendHand() }
            defer { judgements.end() }
            var facts = Facts(school: school)
            try snapshot.eachPart(
                of: clearance.needsConcernedOnly ? try snapshot.pupilsConcerned() : nil
            ) { pupils in
                for pupil in pupils { facts.pupils[pupil.ref] = pupil }
                judgements.add(pupils)
            }
            judgements.add(school: facts)
            return (
                facts: facts, person: person, judgements: judgements,
                roster: waits ? [] : try snapshot.roster(on: today),
                last: try snapshot.lastChange(),
                setup: workspace.store.known == nil ? try snapshot.setupFacts(on: today) : nil
            )
        }
        known = read.last
        return Model(
            facts: read.facts, roster: read.roster, today: today, pack: workspace.pack,
            person: read.person, isDemo: workspace.store.isDemo, notice: notice,
            actions: ActionCatalogue.keys, judgements: read.judgements,
            drafts: try workspace.drafts(),
            setup: read.setup)
    }

    /// Everyone on roll.
    func roster() throws -> [Pupil] {
        try workspace.store.read { try $0.roster(on: workspace.today) }
    }

    /// The model after what has been changed since, with the news of others' changes; `nil` where
    /// nothing was but looked at.
    mutating func update(_ model: Model) throws -> (model: Model, news: News?)? {
        let since = known
        let pack = workspace.pack
        let today = workspace.today
        let changed = try workspace.store.read { snapshot -> Changed? in
            let last = try snapshot.lastChange()
            guard last > since else { return nil }
            let entries = try snapshot.history(since: since)
            let setup = try snapshot.setupFacts(on: today)
            guard !entries.isEmpty else { return Changed(last: last, setup: setup) }
            let touched = try snapshot.pupils(changedSince: since)
            let concerned = Set(try snapshot.pupilsConcerned())
            let refs = touched.filter(concerned.contains)
            return Changed(
                last: last, setup: setup, entries: entries, refs: touched,
                pupils: try snapshot.pupilFacts(of: refs),
                removed: touched.filter { !concerned.contains($0) },
                school: try snapshot.schoolFacts(bankHolidays: pack.bankHolidays),
                roster: try snapshot.roster(on: today))
        }
        guard let changed else { return nil }
        known = changed.last
        guard let school = changed.school else {
            // A step of setting up was put aside.
            guard changed.setup != model.setup else { return nil }
            return (model.updating(setup: changed.setup), nil)
        }
        guard person(school) == model.person,
            model.access.clearance.needsConcernedOnly
        else {
            // Somebody's roles, or who is in their care, may have changed.
            return (try self.model(notice: model.notice), news(changed, school, model))
        }
        return (
            model.updating(
                pupils: changed.pupils, removed: changed.removed, school: school,
                roster: changed.roster, setup: changed.setup), news(changed, school, model)
        )
    }

    private struct Changed {
        let last: ChangeNumber
        let setup: SetupFacts
        var entries: [HistoryEntry] = []
        var refs: [PupilRef] = []
        var pupils: [PupilFacts] = []
        var removed: [PupilRef] = []
        var school: SchoolFacts?
        var roster: [Pupil] = []
    }

    /// What others have done, for whoever may read the history; a person's own changes are no news.
    private func news(_ changed: Changed, _ school: SchoolFacts, _ model: Model) -> News? {
        guard model.access.clearance.holds(.history) else { return nil }
        guard let last = changed.entries.last(where: { $0.by != workspace.actor.login }) else {
            return nil
        }
        return News(by: name(of: last.by, in: school), at: last.at, pupils: changed.refs)
    }

    /// The name of a login's person; the login where it is nobody's.
    private func name(of login: String, in school: SchoolFacts) -> String {
        if let member = school.staff.first(where: { $0.login == login }) { return member.name }
        guard let role = school.roles.first(where: { $0.login == login }) else { return login }
        return school.staffName(role.person)
    }

    private func person(_ school: SchoolFacts) -> Person {
        let actor = workspace.actor
        let held = Clearance(
            login: actor.login, staff: school.staff, roles: school.roles,
            // Another day that is shown gives nobody the roles of that day.
            today: actor.today ?? workspace.today)
        // The roles' own order, the Designated Teacher first, not that of their rows.
        return Person(
            login: actor.login, name: name(of: actor.login, in: school),
            roles: Role.Name.allCases.filter(held.roles.contains), isKeeper: actor.isKeeper,
            staff: held.staff)
    }
}

extension Clearance {
    /// Whether the facts of children of whom a duty can be more than "does not apply" are enough.
    ///
    /// Where somebody sees a child's marks or care and not the cohort, all are loaded: a child with
    /// facts among children without would tell who is known.
    fileprivate var needsConcernedOnly: Bool { seesFiguresOnly || reach(.cohort) >= .known }
}

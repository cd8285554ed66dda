import Domain

/// All that the pages may show: facts, what follows from them on one day, and who looks.
///
/// The program makes one from its store and gives a new one after every change; only the children
/// who changed are judged again.
public struct Model: Sendable {
    /// As this person may see them.
    public private(set) var facts: Facts
    /// Everyone on roll whom this person may see, known to a social worker or not, by surname.
    public private(set) var roster: [Pupil]
    public let today: Day
    public let pack: PolicyPack
    public let person: Person
    /// The store of invented pupils.
    public let isDemo: Bool
    /// What is to be said about the store on every page: read-only, full, another day.
    public let notice: String?
    /// What this person can record, with its keys.
    public let actions: [ActionKey]
    public let access: Access

    /// Children known to a social worker today, by surname.
    public private(set) var children: [Child] = []
    /// Whether a mark of today is on record of any of them: asked of all children once, because each
    /// row of the glance wants to know.
    private(set) var isRegisterIn = false
    /// What is owed by the school as a whole, of its funds, and in the name of children not known
    /// today.
    public private(set) var schoolDuties: [Duty] = []
    /// Every duty of the model, children's first.
    public private(set) var allDuties: [Duty] = []
    /// Children and their people are named by initials.
    public private(set) var hasInitials = false
    /// The order of the day.
    public private(set) var now: [NowLine] = []
    /// Duties that have been overdue or unknown for so long that they stand behind a count.
    public private(set) var older: [Duty] = []
    /// Duties that somebody has decided not to act on for now.
    public private(set) var setAside: [DutyID: SetAside] = [:]
    public private(set) var tally = Tally()
    /// The funds of this financial year, Pupil Premium Plus first.
    public private(set) var books: [FundBook] = []
    /// Numbers of the whole school for whoever sees no name.
    public private(set) var figures: SchoolFigures?

    /// What the person has begun and not finished, the newest first.
    public internal(set) var drafts: [Draft] = []

    /// What reports to governors have told everybody, by the year that they were about.
    public var tellings: [AcademicYear: [Telling]] = [:]

    /// How far setting up is; `nil` for a store as it was known earlier.
    public private(set) var setup: SetupFacts?

    /// What others have changed since the person last looked; `nil` until the journal is read.
    public internal(set) var unread: Unread?

    /// What duties are judged on; no page reads more of it than who acts under a login, and how each
    /// clause of the policy stands.
    private var whole: Facts
    private var policy = PolicyBoard()
    private(set) var searchBook = SearchBook()
    /// Duties of the rules about children, as each was last judged.
    private var judged: [PupilRef: [Duty]]
    private var places: [PupilRef: Int] = [:]
    private var rosterPlaces: [PupilRef: Int] = [:]

    /// - Parameters:
    ///   - facts: of every child with a status, now or once; other children need not be there.
    ///   - roster: everyone on roll today.
    ///   - judgements: of these facts for this person, all given already; without them all is judged
    ///     here.
    public init(
        facts: Facts, roster: [Pupil], today: Day, pack: PolicyPack, person: Person,
        isDemo: Bool = false, notice: String? = nil, actions: [ActionKey] = [],
        judgements: Judgements? = nil, drafts: [Draft] = [], setup: SetupFacts? = nil
    ) {
        let clearance = person.clearance(on: today)
        access = Access(clearance)
        whole = facts
        self.facts = clearance.sight(of: facts)
        self.roster = []
        self.today = today
        self.pack = pack
        self.person = person
        self.isDemo = isDemo
        self.notice = notice
        self.actions = actions.filter { clearance.records($0.action) }
        self.drafts = drafts
        self.setup = setup
        judged = [:]
        setRoster(roster)
        let found = (judgements ?? judging(facts)).finish()
        judged = found.ofChildren
        derive(found.ofSchool)
    }

    private func judging(_ facts: Facts) -> Judgements {
        let judgements = Judgements(in: facts.school, for: person, on: today, under: pack)
        judgements.add(Array(facts.pupils.values))
        judgements.add(school: facts)
        judgements.end()
        return judgements
    }

    /// The model after a change: children as they are now, those who are no longer on record, and
    /// the school where it changed.
    public func updating(
        pupils: [PupilFacts], removed: [PupilRef] = [], school: SchoolFacts? = nil,
        roster: [Pupil]? = nil, setup: SetupFacts? = nil
    ) -> Model {
        var copy = self
        if let setup { copy.setup = setup }
        for ref in removed {
            copy.whole.pupils[ref] = nil
            copy.facts.pupils[ref] = nil
            copy.judged[ref] = nil
        }
        for pupil in pupils {
            copy.whole.pupils[pupil.ref] = pupil
            copy.facts.pupils[pupil.ref] = access.clearance.sight(of: pupil)?.facts
        }
        if let roster { copy.setRoster(roster) }
        var changed = Set(pupils.map(\.ref))
        if let school {
            copy.whole.school = school
            copy.facts.school = access.clearance.sight(of: school)
            if !whole.school.judgesPupilsLike(school) { changed = Set(copy.whole.pupils.keys) }
        }
        for ref in changed {
            guard let pupil = copy.whole.pupils[ref] else { continue }
            copy.judged[ref] = access.clearance.judged(
                pupil, in: copy.whole.school, on: today, under: pack)
        }
        copy.derive(access.clearance.judged(copy.whole, on: today, under: pack))
        return copy
    }

    /// The same with another state of setting up.
    public func updating(setup: SetupFacts?) -> Model {
        var copy = self
        copy.setup = setup
        return copy
    }

    /// The same with initials for the names of children and their people, for a meeting where others
    /// see the screen. Made here once, so that no page can show a name.
    var withInitials: Model {
        var copy = self
        copy.hasInitials = true
        copy.facts.pupils = facts.pupils.mapValues(\.withInitials)
        copy.setRoster(roster.map(\.withInitials))
        copy.derive(access.clearance.judged(whole, on: today, under: pack))
        return copy
    }

    mutating func setRoster(_ pupils: [Pupil]) {
        let seen = access.clearance.seesEverything ? pupils : pupils.compactMap(seen)
        roster = seen.byName { $0 }
        searchBook = SearchBook()
        rosterPlaces = Dictionary(
            roster.enumerated().map { ($1.ref, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// A child of whom only the row on roll may be known here: then nobody's own, and no status.
    private func seen(_ pupil: Pupil) -> Pupil? {
        if whole.pupils[pupil.ref] != nil { return facts.pupils[pupil.ref]?.pupil }
        return access.clearance.sight(of: PupilFacts(pupil: pupil))?.facts.pupil
    }

    /// Works out what follows from the facts, and for whoever sees numbers alone, the numbers: of
    /// all facts, which no page then shows.
    private mutating func derive(_ ofSchool: [Duty]) {
        policy = PolicyBoard()
        searchBook = SearchBook()
        guard access.clearance.seesFiguresOnly else { return lay(ofSchool) }
        let seen = facts
        facts = whole
        lay(ofSchool)
        figures = SchoolFigures(self)
        facts = seen
        (children, places, schoolDuties, allDuties) = ([], [:], [], [])
        (now, tally, books) = ([], Tally(), [])
    }

    /// Lays the pages out from the facts and what was judged.
    private mutating func lay(_ ofSchool: [Duty]) {
        books = facts.school.funds.filter { $0.year == FinancialYear(of: today) }
            .sorted { ($0.kind.isPlus ? 0 : 1, $0.id) < ($1.kind.isPlus ? 0 : 1, $1.id) }
            .map { FundBook(fund: $0, entries: facts.school.entries, today: today) }
        var money = Dictionary(grouping: ofSchool) { $0.subject.pupil }
        let isCohortSeen = access.sees(.cohort) || access.clearance.seesFiguresOnly
        children = facts.pupils.values.compactMap { facts in
            guard isCohortSeen else { return nil }
            let cohort = facts.cohort(under: pack)
            guard cohort.isOnRoll(today) else { return nil }
            let labels = cohort.labels(on: today)
            guard !labels.isEmpty else { return nil }
            let own = money.removeValue(forKey: facts.ref) ?? []
            return Child(
                facts: facts, labels: labels, duties: (judged[facts.ref] ?? []) + own)
        }
        .byName(\.pupil)
        isRegisterIn = children.contains { $0.hasMark(on: today) }
        places = Dictionary(
            uniqueKeysWithValues: children.enumerated().map { ($1.ref, $0) })
        // Former children's terms of this year are still judged; they stand beside the school's.
        let former = judged.filter { places[$0.key] == nil }.values.flatMap { $0 }
        schoolDuties = (money.values.flatMap { $0 } + former).sorted(by: Duty.inOrder)
        allDuties = children.flatMap(\.duties) + schoolDuties
        setAside = Dictionary(
            children.flatMap(setAside).map { ($0.duty.id, $0) },
            uniquingKeysWith: { $0.until < $1.until ? $1 : $0 })
        older = allDuties.filter(isOld)
        now = NowLine.list(self)
        tally = Tally(children: children, others: schoolDuties)
    }
}

extension Model {
    /// Above so many children the months of the policy page would take longer than a key may.
    private static let mostForTrend = 100

    /// How every clause stands, judged on all facts and not on what this person sees of them: a
    /// clause that looks kept because something is withheld would mislead. `nil` where the policy is
    /// not for this person.
    func policyLedger() -> PolicyLedger? {
        guard access.clearance.holds(.policy) else { return nil }
        return policy.ledger {
            let duties =
                access.clearance.seesEverything
                ? allDuties : Domain.allDuties(whole, on: today, under: pack)
            return PolicyLedger(duties, whole, on: today, under: pack)
        }
    }

    /// What has turned since the person last acknowledged what others did, or since yesterday.
    func turnedSince() -> TurnedSince {
        let looked = unread?.acknowledgedAt?.londonDay ?? today
        let since = min(looked, today - 1)
        return TurnedSince(
            since: since, then: access.clearance.allDuties(whole, on: since, under: pack),
            now: allDuties)
    }

    /// The figures beside a clause's attestation, of the whole school whatever the reader sees of it.
    func figureLines(_ clause: Clause) -> [ClauseFigure.Line] {
        clause.figures.flatMap { $0.lines(whole, on: today, under: pack) }
    }

    /// How the clauses stood at the end of each month of this year.
    func policyTrend(_ ledger: PolicyLedger) -> PolicyTrend? {
        guard whole.pupils.count <= Self.mostForTrend else { return nil }
        return policy.trend { PolicyTrend(ledger, whole, on: today, under: pack) }
    }

    /// Whether nobody is on roll; the first frame may stand before everyone on roll is read.
    var isRollEmpty: Bool { (setup?.pupils ?? roster.count) == 0 }

    /// Whether everyone on roll has not been read yet.
    public var lacksRoster: Bool { roster.isEmpty && !isRollEmpty }

    /// The child known today of this reference.
    public func child(_ ref: PupilRef) -> Child? { places[ref].map { children[$0] } }

    /// Any child of whom something is on record.
    public func pupil(_ ref: PupilRef) -> Pupil? {
        facts.pupils[ref]?.pupil ?? rosterPlaces[ref].map { roster[$0] }
    }

    /// The duty as it stands today; `nil` where the facts no longer give it.
    public func duty(_ id: DutyID) -> Duty? {
        if let ref = id.subject.pupil, let duty = child(ref)?.duty(id) { return duty }
        return schoolDuties.first { $0.id == id }
    }

    public func duties(of ref: PupilRef) -> [Duty] {
        child(ref)?.duties ?? schoolDuties.filter { $0.subject == .pupil(ref) }
    }

    /// The accounts of a fund, of an earlier year too.
    func book(_ id: String) -> FundBook? {
        if let book = books.first(where: { $0.fund.id == id }) { return book }
        return facts.school.funds.first { $0.id == id }
            .map { FundBook(fund: $0, entries: facts.school.entries, today: today) }
    }

    /// How many duties a list holds.
    func count(of list: DutyList) -> Int { allDuties.count { list.holds($0, self) } }

    /// Whom a duty is about, in words.
    public func name(of subject: Subject) -> String {
        switch subject {
        case .pupil(let ref): pupil(ref)?.displayName ?? "Pupil \(ref.text)"
        case .staff(let id): staffName(id)
        case .fund(let id): facts.school.funds.first { $0.id == id }?.name ?? "Fund \(id)"
        case .school: "School"
        }
    }

    /// A member of staff's name; what is written there where the id is nobody's.
    public func staffName(_ id: String) -> String {
        facts.school.staffName(id)
    }

    /// Who acts under a login, by name, also for roles that see no login: a change is told with its
    /// author. The login itself where it is nobody's.
    func personName(_ login: String) -> String {
        let school = whole.school
        if let member = school.staff.first(where: { $0.login == login }) { return member.name }
        return school.roles.first { $0.login == login }.map { staffName($0.person) } ?? login
    }

    public var schoolName: String { facts.school.school?.name ?? "The school" }

    /// School days after a date up to today.
    func daysLate(_ due: Day) -> Int {
        facts.school.calendar.schoolDays(after: due, through: today)
    }

    /// School days after today up to a date.
    func daysLeft(_ due: Day) -> Int {
        facts.school.calendar.schoolDays(after: today, through: due)
    }

    /// The term of today; in the holidays the one that has ended last.
    var term: Term? {
        facts.school.calendar.term(on: today)
            ?? facts.school.calendar.terms.last { $0.end < today }
    }
}

extension SchoolFacts {
    /// Whether the rules about children read the same in both: money and roles are the school's.
    fileprivate func judgesPupilsLike(_ other: SchoolFacts) -> Bool {
        calendar.terms == other.calendar.terms && calendar.closures == other.calendar.closures
            && school?.record == other.school?.record
            && staff.map(\.record) == other.staff.map(\.record)
    }
}

/// How many there are of each.
public struct Tally: Hashable, Sendable {
    public private(set) var states: [DutyState: Int] = [:]
    /// By every status that a child holds; one who holds two counts in both.
    public private(set) var labels: [CohortLabel: Int] = [:]
    /// How many children hold more than one.
    public private(set) var inSeveral = 0

    init() {}

    init(children: [Child], others: [Duty]) {
        for child in children {
            for label in child.labels { labels[label, default: 0] += 1 }
            if child.labels.count > 1 { inSeveral += 1 }
            for duty in child.duties { states[duty.state, default: 0] += 1 }
        }
        for duty in others { states[duty.state, default: 0] += 1 }
    }

    public subscript(state: DutyState) -> Int { states[state] ?? 0 }
    public subscript(label: CohortLabel) -> Int { labels[label] ?? 0 }

    /// `2 of them in two groups`; `nil` where nobody is.
    public var severalWords: String? {
        inSeveral == 0 ? nil : "\(inSeveral) of them in two groups"
    }
}

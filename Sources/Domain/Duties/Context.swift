/// What every rule reads beside the facts of its subject: the school, a day and the pack.
protocol RuleContext {
    var school: SchoolFacts { get }
    var today: Day { get }
    var pack: PolicyPack { get }
    /// The year that is asked about.
    var year: AcademicYear { get }
    /// The day from which the school keeps these records here; `nil` where nobody has said.
    var recordsFrom: Day? { get }
    /// Whom a duty is about that names nobody else.
    var subject: Subject { get }
    /// What a rule finds here; nothing where it asks about others.
    func evaluate(_ scope: Rule.Scope) -> [Ruling]
}

extension RuleContext {
    var calendar: SchoolCalendar { school.calendar }

    /// The day from which a rule counts that would count from this one: never before records begin.
    func counted(from day: Day) -> Day { day.notBefore(recordsFrom) }

    /// A day on record, where it is not after today.
    func upToToday(_ day: Day?) -> Day? { day.upTo(today) }

    /// School days left after today, up to and including a day.
    func schoolDays(to day: Day) -> Int { calendar.schoolDays(after: today, through: day) }
}

/// One child on one day, with what several rules need worked out at most once.
final class PupilContext: RuleContext {
    let facts: PupilFacts
    let school: SchoolFacts
    let today: Day
    let pack: PolicyPack
    let year: AcademicYear
    let recordsFrom: Day?
    let cohort: Cohort
    let register: Register

    init(_ facts: PupilFacts, in school: SchoolFacts, on today: Day, under pack: PolicyPack) {
        self.facts = facts
        self.school = school
        self.today = today
        self.pack = pack
        year = AcademicYear(of: today)
        recordsFrom = school.recordsFrom
        cohort = facts.cohort(under: pack)
        register = Register(facts: facts, year: year, codes: pack.codes)
    }

    var subject: Subject { .pupil(facts.ref) }

    func evaluate(_ scope: Rule.Scope) -> [Ruling] {
        guard case .pupil(let offRoll, let rulings) = scope, offRoll || cohort.isOnRoll(today)
        else { return [] }
        return rulings(self)
    }

    lazy var isKnownToday = cohort.isKnown(on: today)

    /// PEPs that were held, by day and then id.
    lazy var heldPEPs: [(pep: PEP, on: Day)] =
        facts.peps
        .compactMap { pep in pep.held(by: today).map { (pep, $0) } }
        .sorted { ($0.1, $0.0.record["pep_id"]) < ($1.1, $1.0.record["pep_id"]) }

    /// The terms of this year with the child's days in them.
    lazy var terms: [TermOfPupil] = calendar.terms(of: year).map { TermOfPupil($0, self) }

    /// Concerns about attendance and punctuality of this year, by the day they opened.
    lazy var concerns: [Concern] = {
        let first = max(year.first, facts.pupil.roll.from)
        let last = min(today, facts.pupil.roll.to ?? today)
        let scan = ConcernScan(
            register: register, days: calendar.schoolDays(from: first, through: last), pack: pack)
        return scan.attendance() + scan.punctuality()
    }()

    /// Contacts that count as evidence up to today, by time.
    lazy var contacts: [Contact] = facts.contacts.filter { $0.day <= today }.reachedByTime
}

extension [Contact] {
    /// Those that count as evidence, because somebody was reached, by time.
    var reachedByTime: [Contact] {
        filter(\.reached).sorted { ($0.at, $0.id) < ($1.at, $1.id) }
    }
}

/// A term of this year as it stands for one child. An object, because every rule of a term hands it on.
final class TermOfPupil {
    let term: Term
    /// School days of the term on which the child is on roll and known to a social worker.
    let days: [Day]
    let lastSchoolDay: Day
    /// The first PEP held in the term.
    let held: PEP?
    let isExpected: Bool
    /// Whether the school could record its PEP: one that can no longer be held, and was due before
    /// records begin, is no longer asked for.
    let isOwed: Bool

    /// The day after which a PEP of this term can no longer be held: the last school day, or the
    /// child's last day in the term where the child has ceased to be known since.
    let lastChance: Day

    init(_ term: Term, _ context: PupilContext) {
        self.term = term
        let days = context.cohort.knownDays(
            context.calendar.schoolDays(from: term.start, through: term.end))
        let lastSchoolDay = context.calendar.lastSchoolDay(of: term)
        self.days = days
        self.lastSchoolDay = lastSchoolDay
        held =
            context.heldPEPs.first {
                term.contains($0.on) && context.countsInTerm($0.pep, on: $0.on)
            }?.pep
        isExpected = days.count >= context.pack[.pepMinimumDays]
        // A child who leaves in the holidays is still known in them.
        let lastChance =
            context.isKnownToday
            ? lastSchoolDay : days.last.map { min($0, lastSchoolDay) } ?? lastSchoolDay
        self.lastChance = lastChance
        let isBeforeRecords = context.recordsFrom.map { lastSchoolDay < $0 } ?? false
        isOwed = isExpected && !(isBeforeRecords && held == nil && context.today > lastChance)
    }
}

/// The school on one day, with what several rules need worked out at most once.
final class SchoolContext: RuleContext {
    let facts: Facts
    let today: Day
    let pack: PolicyPack
    /// The year that is asked about: this one, but where a rule looks back.
    let year: AcademicYear
    let recordsFrom: Day?

    init(facts: Facts, today: Day, pack: PolicyPack, year: AcademicYear) {
        self.facts = facts
        self.today = today
        self.pack = pack
        self.year = year
        recordsFrom = facts.school.recordsFrom
    }

    /// The school on a day, asked for what belongs to the year of that day.
    convenience init(_ facts: Facts, on today: Day, under pack: PolicyPack) {
        self.init(facts: facts, today: today, pack: pack, year: AcademicYear(of: today))
    }

    var school: SchoolFacts { facts.school }
    var subject: Subject { .school }

    func evaluate(_ scope: Rule.Scope) -> [Ruling] {
        guard case .school(let rulings) = scope else { return [] }
        return rulings(self)
    }

    /// The children known to a social worker today, by reference.
    lazy var knownPupils: [PupilFacts] = facts.pupils.values.filter { child in
        child.cohort(under: pack).isKnown(on: today)
    }.sorted { $0.ref < $1.ref }

    /// The school's own meetings, and those about a child: a visit can be about one.
    lazy var meetings: [Meeting] = facts.school.meetings + facts.pupils.values.flatMap(\.meetings)

    /// The judgements of each child known today, up to today and by day, by subject: each term and
    /// subject of the years on record asks for the last of them.
    lazy var judgements: [Progress.Subject: [[Progress]]] = {
        var found: [Progress.Subject: [[Progress]]] = [:]
        for child in knownPupils {
            let judged = child.progress.filter { $0.judgement != nil && $0.on <= today }
            for (subject, ofChild) in Dictionary(grouping: judged, by: \.subject) {
                found[subject, default: []].append(
                    ofChild.sorted { ($0.on, $0.id) < ($1.on, $1.id) })
            }
        }
        return found
    }()

    /// What each member of staff has been trained in, by id.
    lazy var trainings: [String: [AttendedTraining]] = {
        let byID = Dictionary(
            school.training.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let attended = school.trainingPeople.compactMap { person in
            byID[person.training].flatMap { AttendedTraining($0, person) }
        }
        return Dictionary(grouping: attended, by: \.person.staff)
    }()

    /// What each member of staff has read, by id.
    lazy var acknowledgements = Dictionary(grouping: school.acknowledgements, by: \.staff)
}

/// One member of staff at one training.
struct AttendedTraining {
    let training: Training
    let person: TrainingPerson
    /// The day of the training; for who caught up on it, that day.
    let on: Day

    /// `nil` where the person neither attended nor caught up.
    init?(_ training: Training, _ person: TrainingPerson) {
        guard let on = person.attended ? training.on : person.caughtUpOn else { return nil }
        self.training = training
        self.person = person
        self.on = on
    }
}

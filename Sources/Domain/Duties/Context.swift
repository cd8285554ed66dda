/// One child on one day, with what several rules need worked out at most once.
final class PupilContext {
    let facts: PupilFacts
    let school: SchoolFacts
    let today: Day
    let pack: PolicyPack
    let year: AcademicYear
    let cohort: Cohort
    let register: Register

    init(_ facts: PupilFacts, in school: SchoolFacts, on today: Day, under pack: PolicyPack) {
        self.facts = facts
        self.school = school
        self.today = today
        self.pack = pack
        year = AcademicYear(of: today)
        cohort = Cohort(
            statuses: facts.statuses, roll: facts.pupil.roll, everYears: pack[.everSixYears])
        register = Register(facts: facts, year: year, codes: pack.codes)
    }

    var calendar: SchoolCalendar { school.calendar }
    var subject: Subject { .pupil(facts.ref) }

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

    /// Contacts that count as evidence (somebody was reached) up to today, by time.
    lazy var contacts: [Contact] = facts.contacts.filter { $0.reached && $0.day <= today }
        .sorted { ($0.at, $0.id) < ($1.at, $1.id) }
}

/// A term of this year as it stands for one child.
struct TermOfPupil {
    let term: Term
    /// School days of the term on which the child is on roll and known to a social worker.
    let days: [Day]
    let lastSchoolDay: Day
    /// The first PEP held in the term.
    let held: PEP?
    let isExpected: Bool

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
        held = context.heldPEPs.first { term.contains($0.on) }?.pep
        isExpected = days.count >= context.pack[.pepMinimumDays]
        // A child who leaves in the holidays is still known in them.
        lastChance =
            context.isKnownToday
            ? lastSchoolDay : days.last.map { min($0, lastSchoolDay) } ?? lastSchoolDay
    }
}

/// The school on one day.
struct SchoolContext {
    let facts: Facts
    let today: Day
    let pack: PolicyPack
    let year: AcademicYear

    var school: SchoolFacts { facts.school }
    var calendar: SchoolCalendar { facts.school.calendar }
}

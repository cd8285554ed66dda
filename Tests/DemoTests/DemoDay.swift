import Demo
import Domain
import Exchange

/// The invented school of one day, as the rules read it.
struct DemoDay {
    let today: Day
    let facts: Facts
    let pack: PolicyPack

    init(
        _ today: Day, pupils: Int = 180, known: Int? = nil, pack: PolicyPack,
        story: SchoolStory = .busy
    ) {
        self.today = today
        self.pack = pack
        let school = DemoSchool(
            pupils: pupils, known: known, today: today, pack: pack, story: story)
        var facts = Facts(records: school.records(), bankHolidays: pack.bankHolidays)
        for (pupil, marks) in school.marks() { facts.pupils[pupil]?.marks[marks.year] = marks }
        self.facts = facts
    }

    /// The duties of the children with a status, and of the school and its funds.
    var duties: [Duty] {
        known.flatMap { Domain.duties(for: $0, in: facts.school, on: today, under: pack) }
            + schoolDuties(facts, on: today, under: pack)
    }

    /// The children with a status, now or before, by reference.
    var known: [PupilFacts] {
        facts.pupils.values.filter { !$0.statuses.isEmpty }.sorted { $0.ref < $1.ref }
    }

    func labels(of pupil: PupilFacts) -> [CohortLabel] {
        Cohort(
            statuses: pupil.statuses, roll: pupil.pupil.roll,
            everYears: pack.number(.everSixYears).value
        ).labels(on: today)
    }
}

/// A day that the tests name.
func day(_ iso: String) -> Day {
    guard let day = Day(iso: iso) else { preconditionFailure("\(iso) is no day") }
    return day
}

import Domain
import Support
import Testing
import ViewModels

@Suite("What is decided not to be acted on")
struct SetAsideTests {
    private func model(_ outcome: String, on today: Day = SmallSchool.today) throws -> Model {
        let pack = Packs.builtIn
        let decision = try Record(
            .decisions,
            [
                "decision_id": "D1", "pupil": "K001", "on": "2026-11-23", "about": "no-action",
                "outcome": outcome, "reason": "The family is away",
            ])
        let facts = try SmallSchool.facts().applying(
            [.put(decision)], bankHolidays: pack.bankHolidays)
        return Model(
            facts: facts, roster: facts.pupils.values.map(\.pupil), today: today, pack: pack,
            person: Models.person, actions: Models.actions)
    }

    private let outcome = "attendance-first-day 2026-11-23; until 2026-11-25; agreed by J Webb"

    private func listed(_ model: Model) -> [DutyID] {
        model.now.flatMap { [$0.duty.id] + $0.others }
    }

    private func duty(_ model: Model) throws -> Duty {
        try #require(model.allDuties.first { $0.rule == .attendanceFirstDay })
    }

    @Test(
        "The duty leaves Now for a count that opens the list, with the day, the reason and who agreed"
    )
    func aside() throws {
        let model = try model(outcome)
        let duty = try duty(model)
        #expect(duty.state == .overdue)
        #expect(!listed(model).contains(duty.id))
        let now = Session(model, first: .pane(.now)).page(size: .wide)
        #expect(now.text.contains("1 not acted on"))
        let page = Session(model, first: .setAside).page(size: .wide)
        #expect(
            page.panes[0].rows.map(\.spoken) == [
                "Bea Ashworth: \(duty.title), overdue; not acted on until Wed 25 Nov 2026, "
                    + "agreed by J Webb: The family is away"
            ])
    }

    @Test("Why and the child's page show it on the duty, which counts as before")
    func shown() throws {
        let model = try model(outcome)
        let duty = try duty(model)
        let why = Session(model, first: .why(duty.id)).page(size: .wide)
        #expect(
            why.text.contains(
                "Not acted on until Wed 25 Nov 2026, agreed by J Webb: The family is away"))
        let child = Session(model, first: .pupil(SmallSchool.bea)).page(size: .wide)
        #expect(child.text.contains("put off to 25 Nov"))
        #expect(model.tally == (try self.model("nothing that can be read")).tally)
    }

    @Test("After its last day the duty stands in Now again")
    func over() throws {
        let model = try model(outcome, on: Day("2026-11-26"))
        let duty = try duty(model)
        #expect(listed(model).contains(duty.id))
        #expect(model.setAside.isEmpty)
    }

    @Test("Another duty of the same child and cause stays")
    func others() throws {
        let model = try model(outcome)
        let pressing = model.allDuties.filter {
            $0.subject.pupil == SmallSchool.bea && [.overdue, .unknown, .soon].contains($0.state)
        }
        let duty = try duty(model)
        #expect(pressing.count > 1)
        let shown = Set(listed(model) + model.older.map(\.id))
        #expect(pressing.allSatisfy { $0.id == duty.id || shown.contains($0.id) })
    }
}

import Domain
import Support
import Testing

@Suite("What a form begins with")
struct PrefillTests {
    private func start(_ action: ActionID, _ context: CommandContext) throws -> Entries {
        try #require(ActionSpec.of(action)).start(in: context)
    }

    @Test("A contact opened from a duty knows whom, how and about what")
    func contact() throws {
        let entries = try start(
            .contact, SmallSchool.context(SmallSchool.bea, duty: .attendanceFirstDay))
        #expect(entries["pupil"] == "K001")
        #expect(entries["with"] == "parent")
        #expect(entries["about"] == "attendance")
        #expect(entries["how"] == "phone")
        #expect(entries["staff"] == "S01")
        #expect(entries["at"] == "2026-11-23T09:22:00Z")
    }

    @Test("Somebody who is not to be contacted, or only after asking, is never prefilled")
    func guarded() throws {
        let context = try SmallSchool.context(
            SmallSchool.sam, duty: .attendanceLevel, changing: SmallSchool.samAtHome)
        #expect(try start(.contact, context)["with"].isEmpty)
        let plan = try start(.pepPlan, SmallSchool.context(SmallSchool.leo))
        #expect(plan[all: "invite"] == ["carer=M Carer", "social-worker=P Lund"])
    }

    @Test("Contacting somebody who is guarded is asked about, with the reason")
    func asked() throws {
        let context = try SmallSchool.context(
            SmallSchool.sam, changing: SmallSchool.samAtHome)
        let spec = try #require(ActionSpec.of(.contact))
        let cautions = spec.cautions(["with": "parent", "summary": "S"], in: context)
        #expect(cautions.map(\.words) == ["Ask the DSL before contacting D Field, parent"])
        let plan = try #require(ActionSpec.of(.pepPlan))
        let leo = try SmallSchool.context(SmallSchool.leo)
        #expect(
            plan.cautions(["invite": "parent=N Ash"], in: leo).map(\.words)
                == ["N Ash, parent, is not to be contacted"])
    }

    @Test("For a child in care the carer is offered, and a parent is asked about first")
    func inCare() throws {
        let context = try SmallSchool.context(SmallSchool.sam, duty: "carer-contact")
        #expect(try start(.contact, context)["with"] == "carer")
        let spec = try #require(ActionSpec.of(.contact))
        let words = "This child is in care: a word to a parent is no word to the carer"
        #expect(
            spec.cautions(["with": "parent", "summary": "S"], in: context).map(\.words)
                == ["Ask the DSL before contacting D Field, parent", words])
        #expect(spec.cautions(["with": "carer", "summary": "S"], in: context).isEmpty)
        // What counts is the day of the call.
        let before = ["with": "parent", "summary": "S", "at": "2025-09-02T10:00:00Z"] as Entries
        #expect(!spec.cautions(before, in: context).map(\.words).contains(words))
    }

    @Test(
        "Another child's name in a summary is asked about",
        arguments: [
            ("Leo to be collected by gran", ["Leo Marsh"]), ("leopard", []),
            ("Spoke to Ann Other's mother", ["Ann Other"]), ("Ann said so", ["Ann Other"]),
            ("Bea was well", []), ("Sam and Leo", ["Sam Field", "Leo Marsh"]), ("", []),
        ])
    func otherChildren(summary: String, names: [String]) throws {
        let context = try SmallSchool.context(SmallSchool.bea)
        let spec = try #require(ActionSpec.of(.contact))
        let cautions = spec.cautions(["with": "parent", "summary": summary], in: context)
        #expect(cautions.map(\.words) == names.map { "\($0) is another child on the list" })
    }

    @Test("A plan that is open is moved, and held with the people who were invited")
    func openPlan() throws {
        let context = try SmallSchool.context(SmallSchool.bea, duty: .pepTermly)
        let plan = try start(.pepPlan, context)
        #expect(plan["pep_id"] == "P3")
        #expect(plan["planned_for"] == "2026-11-30")
        let hold = try start(.pepHold, context)
        #expect(hold["pep_id"] == "P3")
        #expect(hold["held_on"] == "2026-11-23")
    }

    @Test("The PEP, target, entry and role of a duty are filled in")
    func references() throws {
        let sam = SmallSchool.sam
        #expect(
            try start(.target, SmallSchool.context(sam, duty: .pepTargetsSet))["pep_id"] == "P2")
        #expect(
            try start(.targetReview, SmallSchool.context(sam, duty: .pepTargetsReviewed))[
                "target_id"] == "T1")
        #expect(
            try start(.fundLink, SmallSchool.context(sam, duty: .fundingLinked))["entry_id"] == "E2"
        )
        #expect(
            try start(.role, SmallSchool.context(duty: .roleSENCO))["role"] == "senco")
        #expect(try start(.term, SmallSchool.context())["term"] == "summer")
    }

    @Test("A row under the cursor is what the form changes")
    func row() throws {
        let key = RecordKey(kind: .closures, parts: ["2026-10-26", "2026-10-30", "half-term"])
        let entries = try start(.closure, SmallSchool.context(record: key))
        #expect(entries["from"] == "2026-10-26")
        #expect(entries["replaces"] == "2026-10-26 2026-10-30 half-term")
    }
}

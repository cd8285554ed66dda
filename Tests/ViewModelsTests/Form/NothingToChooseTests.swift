import Domain
import Support
import Testing
import ViewModels

@Suite("Forms with nothing to choose among")
struct NothingToChooseTests {
    /// The county's school with one child and nobody on its staff.
    private static func context(_ action: ActionID) throws -> CommandContext {
        let school = TestSchool(
            children: [TestChild().cin("2024-01-08")], calendar: County.terms, roles: [], staff: [])
        return CommandContext(
            facts: try school.facts(), pack: County.pack, today: SmallSchool.today,
            now: SmallSchool.now, actor: Actor(login: "keeper", isKeeper: true), seed: 1,
            origin: ActionOrigin(pupil: PupilRef("K001")))
    }

    @Test(
        "A field says what to record first, with its key",
        arguments: [
            (ActionID.contact, "staff", "No staff are on record yet; add one first (key r)"),
            (.acknowledge, "staff", "No staff are on record yet; add one first (key r)"),
            (
                .role, "person",
                "No staff are on record yet; add one first (key r), or type a name"
            ),
            (
                .pepPlan, "invite",
                "Nobody around this child is on record yet; add them first (key e), or type a name"
            ),
            (
                .pepHold, "pep_id",
                "No PEP of this child is on record yet; plan one first (key p)"
            ),
            (
                .intervention, "target_id",
                "This child has no target yet; add one first (key t)"
            ),
            (
                .intervention, "led_by",
                "No staff are on record yet; add one first (key r), or type a name"
            ),
        ])
    func field(_ action: ActionID, _ name: String, _ words: String) throws {
        let script = try FormScript(action, Self.context(action))
        #expect(try script.field(name).hint == words)
    }

    @Test(
        "A form that has nothing to work on does not open, and says the same",
        arguments: [
            (ActionID.keyAdult, "No staff are on record yet; add one first (key r)."),
            (.fundEntry, "No fund is on record yet; enter one first (key $)."),
            (.target, "No PEP of this child is on record yet; plan one first (key p)."),
            (.school, "The school is not on record yet; enter its details first (key M)."),
        ])
    func refused(_ action: ActionID, _ words: String) throws {
        let context = try Self.context(action)
        #expect(ActionCatalogue.whyNot(action, in: context) == words)
        #expect(ActionModal.open(action, in: context) == nil)
    }

    @Test("With somebody to choose the field says what it takes")
    func somebody() throws {
        let script = try FormScript(.contact, SmallSchool.context(SmallSchool.bea))
        #expect(try !script.field("staff").hint.contains("on record yet"))
    }

    @Test("The form of where records begin shows the day alone, and what will turn")
    func recordsBegin() throws {
        let script = try FormScript(.school, SmallSchool.context())
        #expect(script.fields.map(\.id) == ["action", "records_from"])
        #expect(try script.field("records_from").value == "Mon 23 Nov 2026")
        #expect(script.notes.contains { $0.hasSuffix("does not apply") })
        #expect(script.notes.contains { $0.hasPrefix("This will turn   Bea Ashworth: ") })
    }
}

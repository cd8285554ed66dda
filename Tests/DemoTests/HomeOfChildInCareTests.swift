import Demo
import Domain
import Exchange
import Support
import Testing

/// K080 of the invented school is in care and lives with a foster carer.
@Suite("A word to a parent of a child in care")
struct HomeOfChildInCareTests {
    private let demo = DemoDay(day("2026-11-23"), pack: PackLoader.builtIn)
    private let child = PupilRef("K080")

    /// A call about the lateness of today, logged through the form, with somebody.
    private func call(_ party: String) throws -> (turned: [TurnedDuty], asked: [String]) {
        let duty = try #require(
            demo.duties.first { $0.subject == .pupil(child) && $0.rule == .contactCarer })
        let context = CommandContext(
            facts: demo.facts, pack: demo.pack, today: demo.today,
            now: Instant(londonDay: demo.today, hour: 10, minute: 0),
            actor: Actor(login: "akhan", isKeeper: true), seed: 1,
            origin: ActionOrigin(pupil: child, duty: duty))
        let spec = try #require(ActionSpec.of(.contact))
        let typed: Entries = ["with": party, "summary": "Spoke about the mornings", "staff": "S01"]
        let entries = spec.start(in: context, after: typed)
        let preview = TurnedDuties.preview(
            try spec.command(entries, in: context), demo.facts, on: demo.today, under: demo.pack)
        return (preview.turned, spec.cautions(entries, in: context).map(\.words))
    }

    @Test("A call with a parent turns nothing, and is asked about first")
    func parent() throws {
        let call = try call("parent")
        #expect(call.turned.isEmpty)
        #expect(call.asked.contains { $0.contains("in care") })
    }

    @Test("The same call with the carer turns what was owed, and nothing is asked")
    func carer() throws {
        let call = try call("carer")
        #expect(call.turned.map(\.id.rule).contains(.contactCarer))
        #expect(!call.asked.contains { $0.contains("in care") })
    }
}

import Domain
import Support
import Testing

@Suite("Recording on another day than the clock's")
struct OtherDayTests {
    @Test(
        "A contact logged under another day happens on that day, whatever the clock says",
        arguments: ["2026-11-25T23:52:00Z", "2026-11-01T07:00:00Z", "2027-02-01T12:00:00Z"])
    func contact(_ clock: String) throws {
        let clock = try #require(Instant(iso: clock))
        let school = try SmallSchool.context(SmallSchool.bea)
        let context = CommandContext(
            facts: school.facts, pack: school.pack, today: school.today, now: clock,
            actor: school.actor, seed: 1, origin: school.origin)
        let spec = try #require(ActionSpec.of(.contact))
        var entries = spec.start(in: context)
        entries["with"] = "parent"
        entries["about"] = "attendance"
        entries["summary"] = "Back tomorrow."
        let command = try spec.command(entries, in: context)
        guard case .put(let record) = try #require(command.changes.first) else {
            Issue.record("a contact is put on record")
            return
        }
        #expect(Contact(record).day == school.today)
        #expect(Contact(record).at.londonClock == clock.londonClock)
    }
}

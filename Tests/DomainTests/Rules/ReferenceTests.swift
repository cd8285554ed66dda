import Domain
import Support
import Testing

@Suite("What tells duties apart")
struct ReferenceTests {
    private static let year = AcademicYear(start: 2026)

    @Test(
        "It is written as it is read, and read as what it is",
        arguments: [
            ("", .none), ("P-17", .record("P-17")), ("2026-10-02", .day(Written.day("2026-10-02"))),
            ("2026-27", .year(year)), ("2026-27 autumn", .term(year, .autumn)),
            (
                "punctuality:2026-10-02",
                .concern(.punctuality, opened: Written.day("2026-10-02"))
            ), ("punctuality:today", .record("punctuality:today")),
            ("2026-27 easter", .record("2026-27 easter")),
        ] as [(String, Duty.Reference)])
    func both(text: String, reference: Duty.Reference) {
        #expect(reference.text == text)
        let read = Duty.Reference(text)
        #expect(read == reference)
        #expect(kind(read) == kind(reference))
        #expect(read.isEmpty == text.isEmpty)
    }

    private func kind(_ reference: Duty.Reference) -> String? {
        Mirror(reflecting: reference).children.first?.label
    }

    @Test("What only its rule tells apart is the same under another name")
    func sameText() {
        let written: [Duty.Reference] = [
            .clause("ATT-1"), .level(.persistent), .daysOut(Figure(7)),
            .judgements(Self.year, .spring, .maths),
        ]
        #expect(written.map(\.text) == ["ATT-1", "persistent", "7.0", "2026-27 spring maths"])
        for one in written {
            #expect(Duty.Reference(one.text) == one)
            #expect(Set([one, Duty.Reference(one.text)]).count == 1)
        }
    }

    @Test("Every duty is found by the text of its id", arguments: Examples.whole)
    func found(name: String) throws {
        let sample = try Sample(name)
        let (facts, pack) = (try sample.facts(), County.pack)
        for duty in allDuties(facts, on: sample.today, under: pack) {
            let id = DutyID(
                subject: duty.subject, rule: duty.rule,
                reference: Duty.Reference(duty.reference.text))
            #expect(working(of: id, in: facts, on: sample.today, under: pack) != nil, "\(id.text)")
        }
    }
}

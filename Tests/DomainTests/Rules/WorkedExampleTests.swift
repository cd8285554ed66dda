import Domain
import Support
import Testing

struct WorkedExampleTests {
    @Test(
        "A worked school gives exactly the duties it must, in their order",
        arguments: Examples.names)
    func example(_ name: String) throws {
        let example = try Examples.load(name)
        let pack = try County.pack
        let facts = Facts(records: example.records, bankHolidays: pack.bankHolidays)
        let found = allDuties(facts, on: example.today, under: pack).map {
            "\($0.subject.text) \($0.rule.rawValue) \($0.line)"
        }
        let expected = example.expected.map(line)
        for (place, pair) in zip(found, expected).enumerated() where pair.0 != pair.1 {
            Issue.record("duty \(place) is \(pair.0), not \(pair.1)")
            return
        }
        #expect(found.count == expected.count)
        #expect(!found.isEmpty)
    }

    private func line(_ duty: Example.Expected) -> String {
        "\(duty.subject) \(duty.rule) " + (duty.reference.isEmpty ? "" : "\(duty.reference): ")
            + duty.state + (duty.due.map { " \($0)" } ?? "")
            + (duty.late > 0 ? " late \(duty.late)" : "")
    }
}

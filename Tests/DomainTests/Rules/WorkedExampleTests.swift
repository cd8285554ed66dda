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
            Example.Expected(
                subject: $0.subject.text, rule: $0.rule.rawValue, reference: $0.reference,
                due: $0.due?.iso, state: $0.state.rawValue, late: $0.late)
        }
        let expected = example.expected
        for (place, pair) in zip(found, expected).enumerated() where pair.0 != pair.1 {
            Issue.record("duty \(place) is \(pair.0), not \(pair.1)")
            return
        }
        #expect(found.count == expected.count)
        #expect(!found.isEmpty)
    }
}

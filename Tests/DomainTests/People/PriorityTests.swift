import Support
import Testing

@testable import Domain

@Suite("In which order people are chosen")
struct PriorityTests {
    @Test("Home stands first; of one role whoever is rung first, then by name")
    func order() throws {
        func person(_ role: String, _ name: String, _ priority: String) throws -> Professional {
            Professional(
                try Record(
                    .professionals,
                    [
                        "pupil": "K001", "role": role, "name": name, "from": "2025-09-03",
                        "priority": priority,
                    ]))
        }
        var facts = try #require(SmallSchool.facts().pupils[SmallSchool.ann])
        facts.professionals = try [
            person("parent", "B", ""), person("parent", "A", ""), person("parent", "Z", "1"),
            person("parent", "Y", "10"), person("social-worker", "S", "1"),
            person("carer", "C", "3"),
        ]
        let names = facts.people(on: try #require(Day(iso: "2026-11-23"))).map(\.name)
        #expect(names == ["C", "Z", "Y", "A", "B", "S"])
    }
}

import Foundation
import Support
import Testing

@Suite("Reports say what cksw duties says")
struct ReportDutiesTests {
    private struct Duty: Decodable {
        let subject: String
        let rule: String
        let reference: String
        let state: String

        var isOpen: Bool { ["unknown", "upcoming", "soon", "overdue"].contains(state) }
    }

    private struct Report: Decodable {
        struct Section: Decodable { let blocks: [Block] }
        struct Block: Decodable {
            let id: String?
            let rows: [[Words]]?
        }
        /// A text alone, or with the ids behind it.
        struct Words: Decodable {
            let text: String
            let ids: [String]

            private enum Keys: String, CodingKey { case text, ids }

            init(from decoder: Decoder) throws {
                if let text = try? decoder.singleValueContainer().decode(String.self) {
                    (self.text, ids) = (text, [])
                } else {
                    let own = try decoder.container(keyedBy: Keys.self)
                    text = try own.decode(String.self, forKey: .text)
                    ids = try own.decode([String].self, forKey: .ids)
                }
            }
        }
        let sections: [Section]

        func rows(_ table: String) -> [[Words]]? {
            sections.flatMap(\.blocks).first { $0.id == table }?.rows
        }
    }

    private static let schools = Examples.names + Examples.whole

    private func decoded<Value: Decodable>(
        _ cksw: CommandLine, _ words: String...
    ) throws -> Value {
        let said = try cksw.run(words)
        guard said.status == 0 else { throw CommandLine.Unexpected(said.errors) }
        return try JSONDecoder().decode(Value.self, from: Data(said.output.utf8))
    }

    @Test(
        "The handover has the open duties, and a child's chain has them by state",
        arguments: schools)
    func same(name: String) throws {
        let example = try Examples.load(name)
        let cksw = try CommandLine(today: example.today.iso)
        #expect(try cksw.run("import", "bundle", example.bundle.path).status == 0)
        let duties: [Duty] = try decoded(cksw, "duties", "--json")
        let handover: Report = try decoded(cksw, "report", "handover", "--format", "json")
        let open = try #require(handover.rows("open"))
        #expect(open.count == duties.count(where: \.isOpen))
        #expect(Set(open.flatMap { $0[0].ids }).count == open.count)
        for duty in duties where duty.isOpen {
            let start = "\(duty.subject) \(duty.rule)"
            #expect(
                open.contains { $0[0].ids.contains { $0.hasPrefix(start) } }, "\(duty)")
        }
        let children = Set(duties.map(\.subject)).filter { $0.hasPrefix("pupil:") }
        guard let child = children.min() else { return }
        let ref = String(child.dropFirst("pupil:".count))
        let chain: Report = try decoded(cksw, "report", "case", ref, "--format", "json")
        let states = try #require(chain.rows("duties"))
        let own = duties.filter { $0.subject == child }
        #expect(states.compactMap { Int($0[1].text) }.reduce(0, +) == own.count)
    }
}

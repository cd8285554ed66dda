import Domain
import Support
import Testing

@Suite("The document of clauses")
struct ClausesDocumentTests {
    @Test("Every clause and every rule stands in it once")
    func whole() throws {
        let pack = County.pack
        let lines = ClausesDocument.markdown(of: pack).split(separator: "\n")
        for clause in pack.clauses {
            #expect(lines.count { $0.hasPrefix("| \(clause.id) |") } == 1, "\(clause.id)")
        }
        for rule in pack.rules {
            #expect(lines.count { $0.hasPrefix("| `\(rule.id)` |") } == 1, "\(rule.id)")
        }
    }

    @Test("docs/clauses.md is what the pack says")
    func written() throws {
        let text = ClausesDocument.markdown(of: County.pack)
        #expect(try Recorded.kept(at: "docs/clauses.md", as: text) == text)
    }
}

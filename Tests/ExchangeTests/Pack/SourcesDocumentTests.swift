import Domain
import Support
import Testing

@testable import Exchange

@Suite("The document of sources")
struct SourcesDocumentTests {
    private let parts = PackLoader.check(
        [.england, .rules, .hertfordshire], named: "hertfordshire.toml"
    ).parts

    @Test("Every number, law, act and part of a profile stands in it, with its mark")
    func whole() {
        let lines = SourcesDocument.markdown(of: parts).split(separator: "\n")
        for number in parts.numbers {
            let rows = lines.filter { $0.hasPrefix("| `\(number.name)` |") }
            #expect(rows.count == 1, "\(number.name)")
            let isChoice = number.source.hasPrefix("School's choice")
            let mark = number.needsCheck ? "check |" : isChoice ? "choice |" : "confirmed |"
            #expect(rows.allSatisfy { $0.hasSuffix(mark) }, "\(number.name)")
        }
        for rule in parts.law.keys {
            #expect(lines.contains { $0.hasPrefix("| `\(rule)` |") }, "\(rule)")
        }
        for act in parts.acts { #expect(lines.contains { $0.contains(act.title) }) }
        for profile in parts.authorities {
            #expect(
                lines.count { $0.hasPrefix("| \(profile.name) |") } == profile.parts.count,
                "\(profile.name)")
        }
    }

    @Test("The acts that are watched are not in force")
    func acts() {
        #expect(parts.acts.map(\.section) == ["s.2", "s.38", "s.4", "s.6"])
        #expect(parts.acts.allSatisfy { $0.commenced == nil && $0.needsCheck })
    }

    @Test("No source speaks of guidance that has been replaced")
    func replaced() {
        let texts = parts.numbers.map(\.source) + parts.law.values
        #expect(!texts.contains { $0.contains("exclusion guidance (2024)") })
    }

    @Test("docs/sources.md is what the pack says")
    func written() throws {
        let text = SourcesDocument.markdown()
        #expect(try Recorded.kept(at: "docs/sources.md", as: text) == text)
    }
}

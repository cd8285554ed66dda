import Foundation
import Support
import Testing

@testable import cksw

@Suite("The version")
struct VersionTests {
    private func text(_ path: String) throws -> String {
        let file = Fixtures.folder.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent(path)
        return try String(contentsOf: file, encoding: .utf8)
    }

    @Test("cksw --version names it and the policy, in one line")
    func said() throws {
        let said = try Tool.run(BuiltProgram.cksw, ["--version"])
        #expect(said.status == 0)
        let start =
            "cksw \(Version.number), policy pack hertfordshire (Hertfordshire), figures last "
        #expect(said.text.hasPrefix(start + "checked on "))
        #expect(said.text.filter(\.isNewline).count == 1)
        #expect(try Tool.run(BuiltProgram.cksw, ["--help"]).text.contains("USAGE"))
    }

    @Test("The newest section of the changelog and the manual page name the same")
    func agreed() throws {
        let heading = try #require(
            try text("CHANGELOG.md").split(separator: "\n").first { $0.hasPrefix("## ") })
        #expect(heading.split(separator: " ").dropFirst().first == Substring(Version.number))
        let title = try #require(try text("docs/cksw.1").split(separator: "\n").first)
        #expect(title.contains("\"cksw \(Version.number)\""))
    }

    @Test("It stands in one place of the sources")
    func once() throws {
        let project = Fixtures.folder.deletingLastPathComponent().deletingLastPathComponent()
        let sources = FileManager.default.enumerator(
            at: project.appendingPathComponent("Sources"), includingPropertiesForKeys: nil)
        let files = (sources?.allObjects as? [URL] ?? []).filter { $0.pathExtension == "swift" }
        #expect(files.count > 200)
        let naming = try files.filter {
            try String(contentsOf: $0, encoding: .utf8).contains("\"\(Version.number)\"")
        }
        #expect(naming.map(\.lastPathComponent) == ["Version.swift"])
        for path in ["Makefile", ".ci/deb", ".ci/install"] {
            #expect(!(try text(path).contains(Version.number)), "\(path)")
        }
    }
}

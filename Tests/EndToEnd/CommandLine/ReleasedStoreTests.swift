import Foundation
import Support
import Testing

/// A store of each form that was ever released, as the program of its time wrote it
/// (`Tests/Fixtures/stores/make`): it is brought to the present form with nothing lost.
@Suite("Stores of earlier releases")
struct ReleasedStoreTests {
    private static let folder = Fixtures.folder.appendingPathComponent("stores")

    /// By the number of their form.
    private static let forms: [Int] =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
        .compactMap { Int($0) }.sorted()

    /// What SQLite keeps at byte 60 of a file's header.
    private func form(of bytes: [UInt8]) -> Int {
        bytes[60..<64].reduce(0) { $0 << 8 | Int($1) }
    }

    @Test("There is one of every form before the present one")
    func complete() throws {
        let cksw = try CommandLine.school()
        let present = form(of: try cksw.folder.bytes("store.db"))
        #expect(Self.forms == Array(1...Self.forms.count))
        #expect(Self.forms.count >= present - 1, "make one of form \(present - 1): CONTRIBUTING.md")
        for form in Self.forms {
            let file = Self.folder.appendingPathComponent("\(form)/store.db")
            #expect(self.form(of: [UInt8](try Data(contentsOf: file))) == form)
        }
    }

    @Test(
        "It opens, its journal is whole, and its facts and changes are all there", arguments: forms)
    func broughtUp(form: Int) throws {
        let home = Self.folder.appendingPathComponent(String(form))
        let today = try String(
            contentsOf: home.appendingPathComponent("today"), encoding: .utf8)
        let cksw = try CommandLine(today: today.trimmingCharacters(in: .newlines))
        try cksw.folder.write(
            "store.db",
            bytes: [UInt8](try Data(contentsOf: home.appendingPathComponent("store.db"))))

        let verified = try cksw.run("verify")
        #expect(verified.status == 0, "\(verified.output) \(verified.errors)")
        let entries = try history(cksw.run("history", "--json").output)
        let before = try history(
            String(contentsOf: home.appendingPathComponent("history.json"), encoding: .utf8))
        #expect(!before.isEmpty && entries == before)

        let out = cksw.folder.file("out")
        #expect(try cksw.run("export", "bundle", out).status == 0)
        try compare(out, with: home.appendingPathComponent("bundle").path)

        // It is a store like any other from now on.
        #expect(try cksw.run("undo").status == 0)
        #expect(try cksw.run("verify").status == 0)
        #expect(try cksw.run("status").status == 0)
        let again = try CommandLine(today: cksw.today)
        #expect(try again.run("import", "bundle", out).status == 0)
    }

    private struct Entry: Hashable, Decodable {
        let change: Int
        let at: String
        let by: String
        let action: String
        let subject: String
        let undone: Bool
    }

    private func history(_ json: String) throws -> [Entry] {
        try JSONDecoder().decode([Entry].self, from: Data(json.utf8))
    }

    /// Every row of then is one of now, to the letter; what form and columns there have come since is
    /// empty.
    private func compare(_ now: String, with then: String) throws {
        let files = FileManager.default
        let names = try files.contentsOfDirectory(atPath: now).sorted()
        let former = try files.contentsOfDirectory(atPath: then)
        #expect(!former.isEmpty && Set(former).isSubset(of: names))
        for name in names {
            let found = try Table("\(now)/\(name)")
            guard former.contains(name) else {
                #expect(found.rows.isEmpty, "\(name)")
                continue
            }
            let expected = try Table("\(then)/\(name)")
            #expect(Set(expected.columns).isSubset(of: found.columns), "\(name)")
            #expect(
                found.rows.map { row in row.filter { expected.columns.contains($0.key) } }
                    == expected.rows, "\(name)")
            for column in found.columns where !expected.columns.contains(column) {
                #expect(found.rows.allSatisfy { $0[column] == "" }, "\(name) \(column)")
            }
        }
    }

    /// A file of a bundle: its rows by column.
    private struct Table {
        let columns: [String]
        let rows: [[String: String]]

        init(_ path: String) throws {
            var lines = Self.lines(try String(contentsOfFile: path, encoding: .utf8))
            let columns = lines.isEmpty ? [] : lines.removeFirst()
            rows = lines.map { Dictionary(zip(columns, $0), uniquingKeysWith: { $1 }) }
            self.columns = columns
        }

        private static func lines(_ text: String) -> [[String]] {
            var lines: [[String]] = []
            var fields = [""]
            var isQuoted = false
            for scalar in text.unicodeScalars where scalar != "\u{FEFF}" {
                switch scalar {
                case "\"":
                    isQuoted.toggle()
                    // A doubled one stands for itself.
                    fields[fields.count - 1].unicodeScalars.append(scalar)
                case "," where !isQuoted: fields.append("")
                case "\r" where !isQuoted: break
                case "\n" where !isQuoted:
                    lines.append(fields)
                    fields = [""]
                default: fields[fields.count - 1].unicodeScalars.append(scalar)
                }
            }
            return lines
        }
    }
}

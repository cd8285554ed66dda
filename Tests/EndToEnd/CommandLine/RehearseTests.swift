import Foundation
import Support
import Testing

@Suite("cksw rehearse")
struct RehearseTests {
    private static let until = ["--until", "2027-05-07"]

    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("It says the same twice, names no child, and leaves every byte of the store as it was")
    func untouched() throws {
        let cksw = try CommandLine.school()
        let before = try cksw.folder.bytes("store.db")
        let first = try cksw.run(["rehearse", "--json"] + Self.until)
        #expect(first.status == 0, "\(first.errors)")
        #expect(try cksw.run(["rehearse", "--json"] + Self.until).output == first.output)
        let lines = try cksw.run(["rehearse"] + Self.until)
        #expect(lines.status == 0 && lines.output.hasPrefix("Rehearsed from Thu 22 Apr 2027 to "))
        for result in [first, lines] {
            #expect(!result.output.contains("K0"), "\(result.output)")
        }
        #expect(try cksw.folder.bytes("store.db") == before)
    }

    @Test("JSON has the acts by kind, person and week, what cannot be kept, and what is open")
    func shape() throws {
        let cksw = try CommandLine.school()
        let result = try object(try cksw.run(["rehearse", "--json"] + Self.until).output)
        #expect(result["today"] as? String == "2027-04-22")
        #expect(result["until"] as? String == "2027-05-07")
        #expect(result["pack"] as? String == "Hertfordshire")
        #expect(result["absence"] as? Int == 4 && result["seed"] as? String == "1")
        #expect(result["other"] is NSNull)
        let acts = try #require(result["acts"] as? Int)
        let minutes = try #require(result["minutes"] as? Int)
        #expect(acts > 0)
        for part in ["kinds", "people", "weeks"] {
            let rows = try #require(result[part] as? [[String: Any]], "\(part)")
            #expect(rows.compactMap { $0["acts"] as? Int }.reduce(0, +) == acts, "\(part)")
            #expect(rows.compactMap { $0["minutes"] as? Int }.reduce(0, +) == minutes, "\(part)")
        }
        let weeks = try #require(result["weeks"] as? [[String: Any]])
        #expect(weeks.first?["week"] as? String == "2027-04-19" && weeks.count == 3)
        let unkept = try #require(result["unkept"] as? [[String: Any]])
        for row in unkept {
            #expect(
                Set(row.keys) == ["clauses", "rule", "title", "count", "since", "why"])
        }
        let open = try #require(result["open"] as? [[String: Any]])
        #expect(open.allSatisfy { Set($0.keys) == ["rule", "title", "state", "count", "due"] })
        let numbers = try #require(result["numbers"] as? [[String: Any]])
        #expect(numbers.contains { $0["name"] as? String == "workload.pep-meeting" })
    }

    @Test("Another policy, or one number, stands beside today's with the difference")
    func beside() throws {
        let cksw = try CommandLine.school()
        let words = ["rehearse", "--json"] + Self.until
        let ours = try object(try cksw.run(words).output)
        let slower = try object(try cksw.run(words + ["--number", "workload.call=20"]).output)
        let other = try #require(slower["other"] as? [String: Any])
        let difference = try #require(other["difference"] as? [String: Any])
        #expect(difference["acts"] as? Int == 0)
        let calls = (ours["kinds"] as? [[String: Any]])?.first { $0["kind"] as? String == "call" }
        #expect(difference["minutes"] as? Int == (calls?["acts"] as? Int ?? 0) * 10)
        #expect(slower["minutes"] as? Int == ours["minutes"] as? Int)
        let northmarsh = try cksw.run(["rehearse"] + Self.until + ["--pack", "northmarsh"])
        #expect(northmarsh.lines.contains { $0.hasPrefix("Under Northmarsh: ") })
        #expect(northmarsh.lines.contains { $0.hasPrefix("Difference: ") })
    }

    private static let badUses: [([String], Int32)] = [
        (["--until", "2027-04-21"], 64), (["--until", "2030-04-23"], 64),
        (["--until", "someday"], 64), (["--absence", "101"], 64), (["--absence", "few"], 64),
        (["--seed", "-1"], 64), (["--number", "pep.minimum-days"], 64),
        (["--number", "no.such=1"], 64), (["--number", "pep.minimum-days=400"], 64),
        (["--pack", "/no/such.toml"], 65), (["--as", "nobody"], 77),
    ]

    @Test("Wrong use, a bad pack and a stranger have their own endings", arguments: badUses)
    func endings(words: [String], status: Int32) throws {
        let cksw = try CommandLine.school()
        let result = try cksw.run(["rehearse"] + words)
        #expect(result.status == status, "\(result.errors)")
        #expect(result.output.isEmpty)
        #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    }

    @Test("Without a store there is nothing to rehearse")
    func missing() throws {
        let cksw = try CommandLine()
        #expect(try cksw.run("rehearse").status == 66)
        #expect(!FileManager.default.fileExists(atPath: cksw.store))
    }
}

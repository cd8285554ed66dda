import Foundation
import Support
import Testing

/// People who hold the school to account know no child, and no number so small that it tells one.
@Suite("What leaves for people outside")
struct OutsideTests {
    /// A worked school with gaps, suspensions, a governor, an adviser and a class teacher.
    private static let school = Result { () -> CommandLine in
        let cksw = try CommandLine(today: "2027-04-22")
        let bundle = Fixtures.folder.appendingPathComponent("examples-all/03/bundle").path
        let made = try cksw.run("import", "bundle", bundle)
        guard made.status == 0 else { throw CommandLine.Unexpected(made.errors) }
        for (role, login) in [
            ("designated-governor", "u-gov"), ("education-adviser", "u-adviser"),
            ("virtual-school-head", "u-vsh"), ("class-teacher", "u-class"),
        ] {
            let given = try cksw.run(
                "record", "role", "--role", role, "--person", "X \(login)", "--login", login,
                "--from", "2020-09-01")
            guard given.status == 0 else { throw CommandLine.Unexpected(given.errors) }
        }
        return cksw
    }

    private struct Clause: Decodable {
        let id: String
        let short: Short

        /// A number, or `"<5"`.
        enum Short: Decodable {
            case number(Int)
            case hidden(String)

            init(from decoder: any Decoder) throws {
                let box = try decoder.singleValueContainer()
                if let number = try? box.decode(Int.self) {
                    self = .number(number)
                } else {
                    self = .hidden(try box.decode(String.self))
                }
            }
        }
    }

    private struct Duty: Decodable {
        let rule: String
        let reason: String
    }

    @Test(
        "No reason that counts children reaches them, by whatever command",
        arguments: ["u-gov", "u-class"])
    func reasons(login: String) throws {
        let cksw = try Self.school.get()
        let all = try JSONDecoder().decode(
            [Duty].self, from: Data(try cksw.run("duties", "--json").output.utf8))
        let counting = all.filter { $0.rule == "gap" || $0.rule == "suspension-rate" }
            .map(\.reason)
        #expect(counting.contains { $0.contains(" of ") }, "\(counting)")
        for words in [
            ["duties", "--json"], ["duties", "--rule", "gap"], ["policy"], ["status", "--json"],
            ["why", "school", "suspension-rate"], ["show", "figures"], ["show", "policy"],
            ["show", "now"], ["show", "overdue"], ["news"], ["policy", "preview", "northmarsh"],
        ] {
            let result = try cksw.run(["--as", login] + words)
            let text = result.output + result.errors
            for reason in counting { #expect(!text.contains(reason), "\(words): \(reason)") }
            #expect(!text.contains(" at the expected standard:"), "\(words)")
            #expect(!text.contains("known with SEN"), "\(words)")
        }
    }

    @Test(
        "Counts from 1 to 4 are not told apart on the policy page",
        arguments: ["u-gov", "u-adviser", "u-vsh", "u-class"])
    func counts(login: String) throws {
        let cksw = try Self.school.get()
        let read = { (words: [String]) in
            try JSONDecoder().decode(
                [Clause].self, from: Data(try cksw.run(words).output.utf8))
        }
        let whole = try read(["policy", "--json"])
        let small = whole.filter { if case .number(1...4) = $0.short { true } else { false } }
        #expect(!small.isEmpty)
        for clause in try read(["--as", login, "policy", "--json"]) {
            switch clause.short {
            case .number(let count): #expect(!(1...4).contains(count), "\(clause.id)")
            case .hidden(let words): #expect(words == "<5")
            }
        }
        let lines = try cksw.run("--as", login, "policy").lines
        #expect(lines.contains { $0.contains("; <5 short") })
        #expect(!lines.contains { $0.contains("; 1 short") || $0.contains("; 2 short") })
    }
}

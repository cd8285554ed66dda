import Domain
import Support
import Testing

struct RegisterCodeTests {
    @Test("Every code of the register stands in the table once, and the table knows no other")
    func complete() throws {
        let entries = County.pack.codes.entries
        #expect(Set(entries.map(\.code)).count == entries.count)
        #expect(Set(entries.map(\.code)) == Set(RegisterCode.all))
        for entry in entries { #expect(RegisterCode(entry.code.text) == entry.code) }
    }

    @Test(
        "A code is valid on the days on which the register had it",
        arguments: [
            ("/", "2000-01-01", true), ("C1", "2024-08-18", false), ("C1", "2024-08-19", true),
            ("K", "2024-08-18", false), ("Y7", "2024-08-19", true), ("H", "2024-08-18", true),
            ("H", "2024-08-19", false), ("J", "2024-08-18", true), ("J", "2024-08-19", false),
            ("J1", "2024-08-18", false), ("Y", "2024-08-18", true), ("Y", "2024-08-19", false),
            ("X", "2026-11-23", true),
        ])
    func validity(_ text: String, _ day: String, _ valid: Bool) throws {
        let code = try #require(RegisterCode(text))
        #expect(County.pack.codes.isValid(code, on: Written.day(day)) == valid)
    }

    @Test(
        "A mark counts as possible and as attended by its category",
        arguments: [
            ("/", true, true), ("\\", true, true), ("L", true, true), ("K", true, true),
            ("V", true, true), ("P", true, true), ("W", true, true), ("B", true, true),
            ("C", true, false), ("C1", true, false), ("C2", true, false), ("E", true, false),
            ("I", true, false), ("J1", true, false), ("M", true, false), ("R", true, false),
            ("S", true, false), ("T", true, false), ("G", true, false), ("N", true, false),
            ("O", true, false), ("U", true, false), ("D", false, false), ("X", false, false),
            ("Q", false, false), ("Y1", false, false), ("Y2", false, false), ("Y3", false, false),
            ("Y4", false, false), ("Y5", false, false), ("Y6", false, false), ("Y7", false, false),
            ("Z", false, false), ("#", false, false), ("H", true, false), ("J", true, true),
            ("Y", false, false),
        ])
    func categories(_ text: String, _ possible: Bool, _ attended: Bool) throws {
        let code = try #require(RegisterCode(text))
        let category = try #require(County.pack.codes.category(of: code))
        #expect(category.isPossible == possible)
        #expect(category.isAttended == attended)
    }

    @Test(
        "L and U are late, N and O have no reason, and of N it is still to be found out",
        arguments: [
            ("L", true, false, false), ("U", true, false, false), ("N", false, true, true),
            ("O", false, true, false), ("I", false, false, false), ("/", false, false, false),
        ])
    func kinds(_ text: String, _ late: Bool, _ unexplained: Bool, _ awaits: Bool) throws {
        let code = try #require(RegisterCode(text))
        #expect(code.isLate == late)
        #expect(code.isUnexplained == unexplained)
        #expect(code.awaitsReason == awaits)
    }

    @Test("What is no code is refused", arguments: ["", "A", "l", "Y8", "//", "/ ", "F"])
    func refused(_ text: String) { #expect(RegisterCode(text) == nil) }
}

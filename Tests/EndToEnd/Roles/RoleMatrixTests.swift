import Domain
import Foundation
import Support
import Testing

/// Every login of a school, every page, list, report and command of the program, and a canary in
/// every text: what each is shown, and what each is refused.
@Suite("Every role, through the program", .serialized)
struct RoleMatrixTests {
    private static let today = "2026-11-24"
    private let cksw: CommandLine
    private let school = CanarySchool()

    init() throws {
        cksw = try CommandLine(today: Self.today)
        try cksw.makeSchool(school)
        try cksw.folder.write(
            "roster", "Adno,Legal Surname,Legal Forename,DOB,Year,Admission Date\n")
        try cksw.folder.write("marks", "Adno,Date,AM,PM\nK1,2026-11-18,/,\\\n")
    }

    /// Runs words with `@name` as a file of the folder.
    private func run(_ words: String, as login: RoleMatrix.Login?) throws -> CommandLine.Result {
        let parts = words.split(separator: " ").map { part in
            part.hasPrefix("@") ? cksw.folder.file(String(part.dropFirst())) : String(part)
        }
        return try cksw.run((login.map { ["--as", $0.name] } ?? []) + parts)
    }

    private func leaks(_ result: CommandLine.Result, _ login: RoleMatrix.Login) -> [String] {
        let said = result.output + result.errors
        return school.canaries.filter { $0.isFor(login.role) != true && said.contains($0.word) }
            .map { "\($0.column) of \($0.child ?? "the school")" }
    }

    @Test("Every canary is for somebody in the matrix")
    func complete() {
        #expect(school.canaries.filter { $0.isFor(.head) != true }.map(\.column) == [])
    }

    @Test("Every page opens for its roles alone, leaks nothing, and withholds nothing")
    func pagesOfRoles() throws {
        let keeper = try RoleMatrix.pages.filter { Self.showsRecords($0.words) }.map {
            try run("show \($0.words)", as: nil).output
        }.joined()
        // The school's own lists are not for every role that may see a member of staff's name.
        let ofChildren = school.canaries.filter { $0.child != nil && keeper.contains($0.word) }
        #expect(!ofChildren.isEmpty)
        for login in RoleMatrix.logins {
            let own = try pages(login)
            for canary in ofChildren where login.role != nil && canary.isFor(login.role) == true {
                #expect(
                    own.contains(canary.word),
                    "\(login): \(canary.column) of \(canary.child ?? "")")
            }
        }
    }

    /// All that the pages of the matrix show to a login, each page judged on the way; but for
    /// those that show every column of what changed.
    private func pages(_ login: RoleMatrix.Login) throws -> String {
        var shown = ""
        for page in RoleMatrix.pages {
            let result = try run("show \(page.words)", as: login)
            let isAllowed = login.role.map(page.roles.contains) ?? false
            #expect((result.status == 0) == isAllowed, "\(login) \(page.words): \(result.errors)")
            // A child who is not for somebody is not there for them.
            #expect(isAllowed || [66, 77].contains(result.status), "\(login) \(page.words)")
            #expect(isAllowed || result.output.isEmpty, "\(login) \(page.words)")
            #expect(leaks(result, login) == [], "\(login) \(page.words)")
            if Self.showsRecords(page.words) { shown += result.output }
        }
        return shown
    }

    /// Not the history, which shows every column and is not for all.
    private static func showsRecords(_ page: String) -> Bool {
        !["history", "change", "since"].contains(where: page.hasPrefix)
    }

    @Test("Every command runs for its roles alone, and leaks nothing", arguments: RoleMatrix.logins)
    func commandsOfRole(_ login: RoleMatrix.Login) throws {
        for command in RoleMatrix.commands {
            let result = try run(command.words, as: login)
            let isAllowed = login.role.map(command.roles.contains) ?? false
            #expect(
                (result.status != 77) == isAllowed, "\(login) \(command.words): \(result.errors)")
            #expect(isAllowed || result.output.isEmpty, "\(login) \(command.words)")
            #expect(leaks(result, login) == [], "\(login) \(command.words)")
        }
        try bundleOfRole(login)
    }

    /// A bundle that a role takes out holds all that it sees, and nothing else.
    private func bundleOfRole(_ login: RoleMatrix.Login) throws {
        let folder = cksw.folder.file("out")
        guard FileManager.default.fileExists(atPath: folder) else { return }
        let text = try RecordKind.allCases.map {
            try String(contentsOfFile: folder + "/" + $0.file, encoding: .utf8)
        }.joined()
        for canary in school.canaries {
            #expect(text.contains(canary.word) == (canary.isFor(login.role) == true), "\(canary)")
        }
    }

    @Test("Every record is made by its roles alone", arguments: RoleMatrix.logins)
    func recordsOfRole(_ login: RoleMatrix.Login) throws {
        for record in RoleMatrix.records {
            let before = try content()
            let result = try cksw.run(["--as", login.name, "record"] + record.words)
            let isAllowed = login.role.map(record.roles.contains) ?? false
            let words = record.words.prefix(3).joined(separator: " ")
            #expect(result.status == (isAllowed ? 0 : 77), "\(login) \(words): \(result.errors)")
            #expect((try content() == before) != isAllowed, "\(login) \(words)")
            #expect(leaks(result, login) == [], "\(login) \(words)")
            if isAllowed {
                let undone = try run("undo", as: login)
                #expect(undone.status == 0, "\(login) undo \(words): \(undone.errors)")
                #expect(leaks(undone, login) == [])
            }
        }
        #expect(try cksw.run("verify").status == 0)
    }

    /// The bytes of the store, which nobody has open: what is refused leaves not one changed.
    private func content() throws -> Data {
        try Data(contentsOf: URL(fileURLWithPath: cksw.store))
    }

    @Test("Another's change is taken back only by whom it would have been allowed")
    func undoOfOthers() throws {
        let made = try cksw.run(
            "record", "contact", "--pupil", "K4", "--with", "carer", "--how", "phone", "--about",
            "safeguarding", "--summary", "zq1q", "--staff", "S01", "--json")
        let number = try #require(made.output.firstMatch(of: /"change": (\d+)/)?.1)
        for login in RoleMatrix.logins {
            let result = try run("undo \(number)", as: login)
            let isAllowed = login.role.map { [.head, .dsl, .deputyDSL].contains($0) } ?? false
            #expect(result.status == (isAllowed ? 0 : 77), "\(login): \(result.errors)")
            #expect(!(result.output + result.errors).contains("zq1q"))
            if isAllowed { try cksw.run("redo", "--as", login.name) }
        }
    }

    @Test("What a Designated Teacher does not see stays when the rest of the row is changed")
    func keepsWhatIsHidden() throws {
        let teacher = RoleMatrix.Login.of(.designatedTeacher)
        let ended = try run("record status-end --pupil K1 --status CP --to 2026-11-20", as: teacher)
        #expect(ended.status == 0)
        try cksw.run("export", "bundle", cksw.folder.file("after"))
        let text = try String(
            contentsOfFile: cksw.folder.file("after/status.csv"), encoding: .utf8)
        let note = try #require(
            school.canaries.first { $0.column == "status.note" && $0.child == "K1" })
        #expect(text.contains("K1,CP,2026-09-02,2026-11-20,") && text.contains(note.word))
        #expect(text.contains("neglect"))
    }

    @Test("The size of the matrix")
    func size() {
        let cells = RoleMatrix.pages.count + RoleMatrix.commands.count + RoleMatrix.records.count
        print(
            "role matrix: \(RoleMatrix.logins.count) logins × \(cells) pages, commands and records, "
                + "\(school.canaries.count) canaries")
        #expect(cells >= 60 && school.canaries.count >= 100)
    }
}

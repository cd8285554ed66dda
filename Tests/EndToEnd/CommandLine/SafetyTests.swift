import Foundation
import Support
import Testing

@Suite("What was known, proof, backups and retention on the command line")
struct SafetyTests {
    private func call(_ cksw: CommandLine, _ summary: String) throws {
        let logged = try cksw.run(CommandLine.call(summary))
        guard logged.status == 0 else { throw CommandLine.Unexpected(logged.errors) }
    }

    private func key(_ cksw: CommandLine) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["age-keygen", "-o", cksw.folder.file("key")]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        let text = try String(contentsOfFile: cksw.folder.file("key"), encoding: .utf8)
        let line = text.split(separator: "\n").first { $0.hasPrefix("# public key: ") }
        return String(try #require(line).dropFirst(14))
    }

    @Test("What was known on an earlier day is read in every way and changed in none")
    func known() throws {
        let cksw = try CommandLine.school()
        let now = try cksw.run("duties", "--json").output
        let today = String(ISO8601DateFormatter().string(from: Date()).prefix(10))
        #expect(try cksw.run("--known", today, "duties", "--json").output == now)
        #expect(
            try cksw.run("duties", "--known", "2020-01-01", "--json").output.contains("K0") == false
        )
        #expect(now.contains("K0"))
        for words in [
            ["status"], ["duties"], ["why", "school", "calendar-known"], ["history"],
        ] {
            let then = try cksw.run(["--known", "2020-01-01"] + words)
            #expect(then.status == 0, "\(words): \(then.errors)")
            #expect(then.output.contains("as known on Wed 1 Jan 2020"), "\(words): \(then.output)")
        }
        let page = try cksw.run("--known", "2020-01-01", "show", "now", "--plain")
        #expect(page.status == 0, "\(page.errors)")
        #expect(page.output.contains("as known on Wed 1 Jan 2020"))
        #expect(
            try cksw.run("--known", "2020-01-01", "export", "bundle", cksw.folder.file("old"))
                .status == 0)
        #expect(try cksw.folder.bytes("old/pupils.csv").split(separator: 10).count == 1)
        for words in [
            ["undo"], ["redo"], ["undo", "1"], ["news", "--acknowledge"],
            ["import", "bundle", cksw.folder.file("old")], ["restore", cksw.folder.file("old")],
            [
                "record", "term", "--academic-year", "2030-31", "--term", "autumn", "--start",
                "2030-09-02", "--end", "2030-12-18",
            ],
        ] {
            let then = try cksw.run(words + ["--known", today])
            #expect(then.status == 77, "\(words): \(then.status) \(then.errors)")
        }
        #expect(try cksw.run("duties", "--json").output == now)
        #expect(try cksw.run("--known", "soon", "duties").status == 64)
        #expect(try cksw.run("verify").status == 0)
    }

    @Test("A journal is proven, a cut-off end is found with the anchor, meddling by its place")
    func audit() throws {
        let cksw = try CommandLine.school()
        try call(cksw, "Spoke with home")
        let anchor = try cksw.run("audit", "anchor").lines[0]
        #expect(try cksw.run("audit", "verify", "--anchor", anchor).status == 0)
        #expect(try cksw.run("audit", "verify", "--anchor", "nonsense").status == 64)
        let shown = try cksw.run("audit", "show", "K004")
        #expect(shown.output.contains("summary: Spoke with home"))
        #expect(shown.output.contains("contact pupil:K004"))
        let again = try cksw.run("audit", "show", "pupil:K004", "--json").output
        #expect(again.contains("\"page\": \"audit\""))
        let sqlite = Process()
        sqlite.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        sqlite.arguments = [
            "sqlite3", cksw.store, "UPDATE journal SET \"by\" = 'nobody' WHERE change = 2",
        ]
        try sqlite.run()
        sqlite.waitUntilExit()
        let found = try cksw.run("audit", "verify")
        #expect(found.status == 65)
        #expect(found.errors.contains("Change 2 of the journal is not as it was written"))
        #expect(try cksw.run("verify").status == 65)
    }

    @Test("The drill: recipients, backup, rehearsal, loss, restore")
    func drill() throws {
        let cksw = try CommandLine.school()
        let backup = cksw.folder.file("school.age")
        let refused = try cksw.run("backup", backup)
        #expect(refused.status == 65)
        #expect(refused.errors.contains("cksw recipients --add"))
        let recipient = try key(cksw)
        #expect(try cksw.run("recipients", "--add", recipient).output == recipient + "\n")
        let made = try cksw.run("backup", backup)
        #expect(made.status == 0, "\(made.errors)")
        #expect(made.output.contains("encrypted to 1 recipient"))
        let before = try cksw.run("duties", "--json").output
        try call(cksw, "Lost with the store")
        let identity = cksw.folder.file("key")
        let rehearsed = try cksw.run("restore", backup, "--identity", identity, "--dry-run")
        #expect(rehearsed.status == 0, "\(rehearsed.errors)")
        #expect(rehearsed.output.contains("dry run"))
        #expect(try cksw.run("duties", "--json").output != before)
        #expect(try cksw.run("--as", "khan", "restore", backup).status == 77)
        let restored = try cksw.run("restore", backup, "--identity", identity)
        #expect(restored.status == 0, "\(restored.errors)")
        #expect(restored.output.contains("the former store is kept as"))
        #expect(try cksw.run("duties", "--json").output == before)
        #expect(try cksw.run("verify").status == 0)
        #expect(try cksw.run("history").lines.contains { $0.contains("restore school") })
        #expect(try cksw.run("restore", cksw.folder.file("none")).status == 66)
        #expect(try cksw.run("restore", identity).status == 65)
    }

    @Test("Retention lists what is held and for how long; what is not due is not deleted")
    func retention() throws {
        let cksw = try CommandLine.school()
        #expect(try cksw.run("retention").output == "nothing is due for deletion\n")
        let all = try cksw.run("retention", "--all")
        #expect(all.output.contains("keep  K004 file"))
        #expect(all.output.contains("25 years from birth"))
        #expect(try cksw.run("retention", "propose", "K004", "file").status == 65)
        #expect(try cksw.run("retention", "propose", "K004", "nothing").status == 66)
        let then = try CommandLine.school(today: "2034-01-01")
        let later = try then.run("retention", "list", "--json").output
        #expect(later.contains("\"part\": \"marks 2026-27\""))
        #expect(later.contains("\"name\": \"retention.attendance-years\""))
        let proposed = try then.run("retention", "propose", "K004", "marks", "2026-27")
        #expect(proposed.status == 0, "\(proposed.errors)")
        // The keeper is neither head nor DSL.
        #expect(try then.run("retention", "confirm", "K004", "marks", "2026-27").status == 77)
        #expect(try cksw.run("retention", "deleted").output == "nothing has been deleted\n")
    }

    @Test("All about one child goes out for a request with others' lines marked, and for a school")
    func child() throws {
        let cksw = try CommandLine.school()
        try call(cksw, "=2+3 from home")
        let request = try cksw.run("export", "child", "K004", cksw.folder.file("request"))
        #expect(request.status == 0, "\(request.errors)")
        let contacts = String(
            decoding: try cksw.folder.bytes("request/contacts.csv"), as: UTF8.self)
        #expect(contacts.hasPrefix("contact_id,"))
        #expect(contacts.contains("about_others"))
        #expect(contacts.contains("a talk with another person"))
        #expect(contacts.contains("'=2+3 from home"))
        #expect(!contacts.contains("K001"))
        #expect(request.output.contains("lines tell of others"))
        let school = try cksw.run(
            "export", "child", "K004", cksw.folder.file("school"), "--for", "next-school")
        #expect(school.status == 0, "\(school.errors)")
        #expect(school.output.contains("within 5 school days of leaving"))
        let names = try FileManager.default.contentsOfDirectory(atPath: cksw.folder.file("school"))
        #expect(Set(names).isSuperset(of: ["contents.txt", "receipt.txt", "file"]))
        let passed = String(
            decoding: try cksw.folder.bytes("school/file/contacts.csv"), as: UTF8.self)
        #expect(!passed.contains("about_others"))
        #expect(try cksw.run("export", "child", "K004", cksw.folder.file("school")).status == 73)
        #expect(try cksw.run("export", "child", "ZZZ", cksw.folder.file("none")).status == 66)
    }
}

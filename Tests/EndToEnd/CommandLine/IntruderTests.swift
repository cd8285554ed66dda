import Foundation
import Support
import Testing
import ViewModels

/// What somebody tried who wanted more than their role gives, or to leave no trace.
@Suite("An intruder")
struct IntruderTests {
    private func school() throws -> CommandLine {
        let cksw = try CommandLine(today: "2026-11-24")
        try cksw.makeSchool(CanarySchool())
        return cksw
    }

    @Test(
        "Whoever may not read the history is not told by undo what a change was, or that there is one",
        arguments: ["u-administrator", "u-class-teacher", "u-designated-governor"])
    func undoing(login: String) throws {
        let cksw = try school()
        let begun = try cksw.run(
            "record", "status-begin", "--pupil", "K3", "--status", "CP", "--from", "2026-11-20",
            "--category", "neglect")
        #expect(begun.status == 0, "\(begun.errors)")
        let answers = try [["2"], ["2", "--dry-run"], ["99"], ["99", "--dry-run"]].map { words in
            let result = try cksw.run(["--as", login, "undo"] + words)
            #expect(result.status == 77, "\(words): \(result)")
            return result.output + result.errors
        }
        #expect(Set(answers).count == 1, "\(answers)")
        #expect(!answers[0].contains("K3") && !answers[0].contains("status"))
    }

    @Test("A child who is not there and one who is not theirs look alike to everybody")
    func oracle() throws {
        let cksw = try school()
        for (login, hidden) in [
            ("u-class-teacher", "K4"), ("u-senco", "K3"),
        ] {
            for words in [
                ["show", "pupil", "REF"], ["show", "chronology", "REF"],
                ["why", "pupil:REF", "pep-termly"], ["duties", "--pupil", "REF"],
                [
                    "record", "contact", "--pupil", "REF", "--with", "carer", "--how", "phone",
                    "--about", "attendance", "--summary", "plain", "--staff", "S01",
                ], ["audit", "show", "REF"], ["history", "pupil:REF"],
            ] {
                let answers = try [hidden, "K77"].map { ref in
                    let result = try cksw.run(
                        ["--as", login] + words.map { $0.replacing("REF", with: ref) })
                    return "\(result.status) \(result.output)\(result.errors)"
                        .replacing(ref, with: "REF")
                }
                #expect(answers[0] == answers[1], "\(login) \(words)")
                #expect(!answers[0].hasPrefix("0 ") || words[0] == "duties", "\(login) \(words)")
            }
        }
    }

    @Test("What would come back is a look like any other")
    func previewed() throws {
        let cksw = try school()
        #expect(
            try cksw.run(
                "record", "contact", "--pupil", "K1", "--with", "carer", "--how", "phone",
                "--about", "attendance", "--summary", "plain", "--staff", "S01"
            ).status == 0)
        #expect(
            try cksw.run("--as", "u-designated-teacher", "undo", "2", "--dry-run").status == 0)
        let seen = try cksw.run("audit", "show", "K1").output
        #expect(
            seen.contains("u-designated-teacher") && seen.contains("look pupil:K1: undo"), "\(seen)"
        )
    }

    @Test("Nobody but the keeper sees a child's page of which no look can be put on record")
    func withoutTrace() throws {
        let cksw = try school()
        // So many KiB that the log takes the first looks and not all that follow.
        let limited = { (login: String) in
            try PseudoTerminal(
                "/bin/bash",
                [
                    "-c",
                    """
                    trap '' XFSZ; ulimit -f 96
                    exec "$1" --db "$2" --today 2026-11-24 --as "$3"
                    """, "bash", BuiltProgram.cksw, cksw.store, login,
                ], size: Size(columns: 120, rows: 40))
        }
        let terminal = try limited("u-designated-teacher")
        try terminal.wait(for: "Now")
        var looks = 0
        while !terminal.screen.text.contains("not on record"), looks < 60 {
            terminal.send(":k1\r")
            try terminal.waitIdle()
            let isOpen = terminal.screen.rows[0].contains("Year 1")
            let isRefused = terminal.screen.text.contains("not on record")
            #expect(isOpen != isRefused, "\(terminal.screen.text)")
            terminal.send("\u{1B}")
            looks += 1
            if isRefused { break }
            try terminal.wait("the first page") { !$0.rows[0].contains("Year 1") }
        }
        #expect((2..<60).contains(looks), "\(looks)")
        terminal.signal(SIGTERM)
        _ = try terminal.waitForEnding()
        let seen = try cksw.run("audit", "show", "K1").output
        let onRecord = seen.split(separator: "\n").count {
            $0.contains("u-designated-teacher") && $0.contains("look pupil:K1: pupil")
        }
        #expect(onRecord == looks - 1, "\(looks): \(seen)")
    }

    @Test(
        "What somebody put into the file to act by itself is named", arguments: ["TRIGGER", "VIEW"])
    func actsByItself(kind: String) throws {
        let cksw = try school()
        let sql =
            kind == "VIEW"
            ? "CREATE VIEW everything AS SELECT * FROM pupils"
            : "CREATE TRIGGER hide AFTER INSERT ON journal WHEN new.page = 'pupil' BEGIN SELECT 1; END"
        _ = try Tool.run("/usr/bin/env", ["sqlite3", cksw.store, sql])
        for words in [["verify"], ["doctor"]] {
            let found = try cksw.run(words)
            #expect(found.status != 0)
            #expect(
                (found.output + found.errors).contains(
                    "has a \(kind.lowercased()) that no cksw made"),
                "\(found)")
        }
    }

    @Test(
        "A pipe, a device or a folder is no backup, and nobody waits for one", arguments: [0, 1, 2])
    func noBackup(which: Int) throws {
        let cksw = try school()
        mkfifo(cksw.folder.file("pipe"), 0o600)
        let path = ["/dev/zero", cksw.folder.file("pipe"), cksw.folder.path][which]
        let result = try cksw.run("restore", path)
        #expect(result.status == 65, "\(result)")
        #expect(result.errors.contains("no plain file"))
        #expect(try cksw.run("verify").status == 0)
    }

    @Test("A text may come from standard input, so that it stands in no list of processes")
    func unseen() throws {
        let cksw = try school()
        let result = try Tool.run(
            BuiltProgram.cksw,
            [
                "--db", cksw.store, "--today", cksw.today, "record", "contact", "--pupil", "K1",
                "--with", "carer", "--how", "phone", "--about", "attendance", "--summary", "-",
                "--staff", "S01",
            ], input: "Spoke with home,\nand agreed a plan\n")
        #expect(result.status == 0, "\(result.text)")
        #expect(try cksw.run("export", "bundle", cksw.folder.file("out")).status == 0)
        let contacts = String(decoding: try cksw.folder.bytes("out/contacts.csv"), as: UTF8.self)
        #expect(contacts.contains("\"Spoke with home,\nand agreed a plan\""))
    }
}

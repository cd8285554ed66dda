import Support
import Testing
import ViewModels

@Suite struct DeskTests {
    private func open(size: Size = Size(columns: 80, rows: 24)) throws -> (
        CommandLine, PseudoTerminal
    ) {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        return (cksw, try terminal(on: cksw, size))
    }

    private func terminal(on cksw: CommandLine, _ size: Size) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            BuiltProgram.cksw, ["--db", cksw.store, "--today", cksw.today], size: size)
        try terminal.wait(for: "Now")
        try terminal.waitIdle()
        return terminal
    }

    /// Presses a key until the selected line holds these words.
    private func select(_ words: String, with key: String, on terminal: PseudoTerminal) throws {
        for _ in 0..<60 {
            // Until the program is idle the cursor may be on its way to the selected line.
            try terminal.waitIdle()
            let row = terminal.screen.rows[terminal.screen.cursor.row]
            if row.contains(words) { return }
            terminal.send(key)
        }
        Issue.record("no line says \(words):\n\(terminal.screen.text)")
    }

    private func record(_ cksw: CommandLine, _ words: [String]) throws {
        let result = try cksw.run(["record"] + words)
        #expect(result.status == 0, "\(result.errors)")
    }

    @Test("In the history u takes back the selected line, and what rests on it is named")
    func older() throws {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        let role = ["role", "--role", "senco", "--person", "T Reed", "--from", "2026-11-02"]
        try record(cksw, role)
        try record(cksw, role + ["--to", "2026-11-20"])
        try record(
            cksw, ["closure", "--from", "2027-06-28", "--to", "2027-06-28", "--kind", "inset"])
        let terminal = try terminal(on: cksw, Size(columns: 120, rows: 40))
        terminal.send(":history\r")
        try terminal.wait(for: "Enter days without school")
        try terminal.waitIdle()
        try select("Name who holds a role", with: "j", on: terminal)
        terminal.send("ju")
        try terminal.wait(for: "rests on it")
        terminal.send("ku")
        try terminal.wait(for: "What comes back")
        #expect(terminal.screen.text.contains("Role reads as before"))
        // Keys typed before the question is seen do not answer it.
        try terminal.waitIdle()
        terminal.send("y")
        try terminal.wait(for: "Undone: Name who holds a role")
        #expect(terminal.screen.text.contains("taken back"))
        #expect(try cksw.run("export", "bundle", cksw.folder.file("out")).status == 0)
        let roles = try cksw.folder.bytes("out/roles.csv")
        #expect(String(decoding: roles, as: UTF8.self).contains("senco,T Reed,2026-11-02,,,\n"))
        terminal.send("q")
        #expect(try terminal.waitForEnding() == .exited(0))
    }

    @Test(
        "A form left half-way stands in Now; Enter takes it up, and Del throws it away after a yes")
    func drafts() throws {
        let (_, terminal) = try open()
        terminal.send("c")
        try terminal.wait(for: "Ctrl-S")
        terminal.send("Half a sentence")
        terminal.send("\u{1B}")
        try terminal.wait(for: "1 draft")
        terminal.send("\u{1B}[F")
        try terminal.waitIdle()
        try select("Not finished", with: "k", on: terminal)
        terminal.send("\r")
        try terminal.wait(for: "Half a sentence")
        terminal.send("\u{1B}")
        try terminal.wait(for: "1 draft")
        try select("Not finished", with: "k", on: terminal)
        terminal.send("\u{1B}[3~")
        try terminal.wait(for: "Throw away what was typed?")
        // Keys typed before the question is seen do not answer it.
        try terminal.waitIdle()
        terminal.send("y")
        try terminal.wait(for: "Thrown away.")
        #expect(!terminal.screen.text.contains("1 draft"))
    }

    @Test(
        "Every page of the desk is there as lines too",
        arguments: [
            (["since"], "Nothing by others"), (["older"], "Older"),
            (["not-acted-on"], "Decided not to act"), (["change", "1"], "change 1"),
            (["missed"], "Missed"), (["history"], "History"), (["budget"], "PP+"),
        ])
    func plain(page: [String], words: String) throws {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        let shown = try cksw.run(["show"] + page + ["--plain"])
        #expect(shown.status == 0, "\(shown.errors)")
        #expect(shown.output.contains(words), "\(shown.output)")
    }

    @Test("A change that is not there is no page")
    func noSuchChange() throws {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        #expect(try cksw.run("show", "change", "9999").status == 66)
    }

    @Test("What a colleague did is a line until N says that it is read, and u brings it back")
    func since() throws {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        try record(
            cksw,
            [
                "closure", "--from", "2027-06-28", "--to", "2027-06-28", "--kind", "inset", "--as",
                "khan",
            ])
        #expect(try cksw.run("show", "since", "--plain").output.contains("1 other change"))
        let terminal = try terminal(on: cksw, Size(columns: 80, rows: 24))
        try terminal.wait(for: "news")
        terminal.send("N")
        try terminal.wait(for: "1 other change")
        terminal.send("N")
        try terminal.wait(for: "Read. u brings it back.")
        #expect(try cksw.run("show", "since", "--plain").output.contains("Nothing by others"))
        terminal.send("u")
        try terminal.wait(for: "What comes back")
        try terminal.waitIdle()
        terminal.send("y")
        try terminal.wait(for: "Undone")
        #expect(try cksw.run("show", "since", "--plain").output.contains("1 other change"))
    }

    @Test("A sentence that is typed one field too early chooses nothing and is not swallowed")
    func tooEarly() throws {
        let (_, terminal) = try open()
        terminal.send(":bea ashworth\r")
        try terminal.waitIdle()
        terminal.send("c")
        try terminal.wait(for: "log a contact")
        for _ in 0..<12 where !terminal.screen.rows.contains(where: { $0.contains("▸ About") }) {
            terminal.send("\t")
            try terminal.waitIdle()
        }
        terminal.send("\u{15}went well")
        try terminal.wait(for: "is none of these")
        terminal.send("\u{13}")
        try terminal.wait(for: "mending.")
    }

    @Test(
        "A login without a role is turned away, by commands that read no child too",
        arguments: [["keys"], ["keys", "--json"], ["import", "fields", "roster"], ["status"]])
    func stranger(words: [String]) throws {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        #expect(try cksw.run(words + ["--as", "nobody"]).status == 77)
    }

    @Test("Marks of a day are entered by hand, and taken back")
    func marks() throws {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        let shown = try cksw.run("export", "bundle", cksw.folder.file("out"))
        #expect(shown.status == 0)
        let rows = String(decoding: try cksw.folder.bytes("out/attendance.csv"), as: UTF8.self)
            .split(separator: "\n").dropFirst()
        let cells = try #require(rows.last).split(
            separator: ",", omittingEmptySubsequences: false)
        try record(
            cksw,
            [
                "marks", "--pupil", String(cells[0]), "--date", String(cells[1]), "--am", "I",
                "--pm", "I",
            ])
        let history = try cksw.run("history", "--json").output
        #expect(history.contains("\"marks\""))
        #expect(try cksw.run("undo").status == 0)
    }

    @Test("A form that is opened from a list is a look at its child, once")
    func formLooks() throws {
        let (cksw, terminal) = try open(size: Size(columns: 120, rows: 40))
        func looks() throws -> Int {
            try cksw.run("audit", "show", "--json").output
                .split(separator: "\n").count { $0.contains("\"page\": \"form contact\"") }
        }
        terminal.send("1")
        try terminal.waitIdle()
        terminal.send("c")
        try terminal.wait(for: "Summary")
        #expect(try looks() == 1)
        terminal.send("\u{1B}")
        try terminal.waitIdle()
        // From the child's own page it shows nothing that was not on record already.
        terminal.send("\r")
        try terminal.waitIdle()
        terminal.send("c")
        try terminal.wait(for: "Summary")
        #expect(try looks() == 1)
    }

    @Test("Three tagged children, one call round, one entry of the history, one undo")
    func group() throws {
        let (cksw, terminal) = try open(size: Size(columns: 120, rows: 40))
        let before = try cksw.run("history").lines.count
        terminal.send("1")
        try terminal.waitIdle()
        terminal.send("   c")
        try terminal.wait(for: "3 children")
        #expect(terminal.screen.text.contains("log a call round"))
        // About is the first field that is empty; the summary follows.
        terminal.send("g\r")
        try terminal.waitIdle()
        terminal.send("All heard of the trip.")
        try terminal.wait(for: "heard of the trip")
        terminal.send("\u{13}")
        for _ in 0..<8 {
            try terminal.waitIdle()
            guard terminal.screen.text.contains("Is it meant?") else { break }
            terminal.send("y")
        }
        try terminal.wait(for: "Recorded.")
        #expect(try cksw.run("history").lines.count == before + 1)
        terminal.send("u")
        try terminal.wait(for: "What comes back")
        try terminal.waitIdle()
        terminal.send("y")
        try terminal.wait(for: "Undone: Log a contact")
    }
}

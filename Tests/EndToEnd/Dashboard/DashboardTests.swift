import Foundation
import Glibc
import Support
import Testing
import ViewModels

@Suite struct DashboardTests {
    private static let wide = Size(columns: 120, rows: 40)
    private static let small = Size(columns: 80, rows: 24)

    /// A demo school, and its dashboard open on it.
    private func open(
        size: Size, term: String = "xterm-256color", environment: [String: String] = [:]
    ) throws -> (CommandLine, PseudoTerminal, TerminalModes) {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        let terminal = try PseudoTerminal(
            BuiltProgram.cksw, ["--db", cksw.store, "--today", cksw.today], size: size, term: term,
            environment: environment)
        let modes = terminal.modesBefore
        try terminal.wait(for: "Now")
        try terminal.waitIdle()
        return (cksw, terminal, modes)
    }

    private func expectClean(_ terminal: PseudoTerminal, modes: TerminalModes) {
        #expect(terminal.modes == modes)
        #expect(!terminal.screen.isAltScreen)
        #expect(terminal.screen.isCursorVisible)
        #expect(!terminal.screen.text.contains("Ashworth"))
        #expect(terminal.screen.title == "")
    }

    @Test("Opens where it may use one core alone")
    func onlyCore() throws {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let allowed = try #require(
            status.split(separator: "\n").first { $0.hasPrefix("Cpus_allowed_list:") })
        let core = try #require(allowed.split { !$0.isNumber }.first)
        let terminal = try PseudoTerminal(
            "/usr/bin/taskset",
            [
                "--cpu-list", String(core), BuiltProgram.cksw, "--db", cksw.store, "--today",
                cksw.today,
            ],
            size: Self.wide)
        try terminal.wait(for: "Now")
        try terminal.waitIdle()
        terminal.send("q")
        #expect(try terminal.waitForEnding() == .exited(0))
    }

    @Test(
        "A morning: open, move, filter, open a child, why, log a call, undo, resize, quit clean",
        arguments: [wide, small])
    func morning(size: Size) throws {
        let (cksw, terminal, modes) = try open(size: size)
        #expect(terminal.screen.isAltScreen)
        #expect(terminal.screen.rows[0].contains("INVENTED PUPILS"))
        #expect(terminal.screen.text.contains("▸"))

        terminal.send("j")
        try terminal.waitIdle()
        terminal.send("k/ashw")
        try terminal.wait(for: "/ashw")
        try terminal.waitIdle()
        #expect(terminal.screen.text.contains("Bea Ashworth"))
        terminal.send("\r")
        try terminal.waitIdle()
        terminal.send("\r")
        try terminal.wait("the child's page") { $0.rows[0].contains("Ashworth") }
        terminal.send("w")
        try terminal.wait(for: "The facts")
        terminal.send("\u{1B}")
        try terminal.wait("back on the child's page") { !$0.text.contains("The facts") }

        let before = try cksw.run("history").lines.count
        // The first duty asks for a meeting; the next for a call, which says with whom.
        terminal.send("j")
        try terminal.waitIdle()
        terminal.send("c")
        try terminal.wait(for: "Ctrl-S")
        #expect(terminal.screen.rows[0].contains("Ashworth"))
        terminal.send("Back tomorrow, says home.")
        try terminal.wait(for: "Back tomorrow")
        terminal.send("\u{13}")
        try terminal.wait("the form to close") { !$0.text.contains("Ctrl-S") }
        #expect(try cksw.run("history").lines.count == before + 1)

        terminal.send("u")
        try terminal.wait(for: "What comes back")
        try terminal.waitIdle()
        #expect(terminal.screen.text.contains("Back tomorrow, says home."))
        terminal.send("y")
        try terminal.wait(for: "Undone")
        #expect(try cksw.run("history").lines[1].hasPrefix("INVENTED") == false)

        let other = size == Self.wide ? Self.small : Self.wide
        terminal.resize(other)
        try terminal.waitIdle()
        #expect(terminal.screen.rows.count == other.rows)
        terminal.send("q")
        #expect(try terminal.waitForEnding() == .exited(0))
        expectClean(terminal, modes: modes)
        #expect(try cksw.run("verify").status == 0)
    }

    @Test("What a colleague records appears within a second, with the selection where it was")
    func live() throws {
        let (cksw, terminal, _) = try open(size: Self.wide)
        terminal.send("jj")
        try terminal.waitIdle()
        let cursor = terminal.screen.cursor
        let selected = terminal.screen.rows[cursor.row].prefix(24)
        let done = try cksw.run(
            "record", "closure", "--from", "2027-06-28", "--to", "2027-06-28", "--kind", "inset",
            "--as", "khan")
        #expect(done.status == 0, "\(done.errors)")
        try terminal.wait(for: "changed by")
        #expect(terminal.screen.text.contains(selected))
        terminal.send("q")
        #expect(try terminal.waitForEnding() == .exited(0))
    }

    @Test("A dropped line and a signal leave the store whole and the terminal clean")
    func ended() throws {
        let (cksw, terminal, modes) = try open(size: Self.small)
        terminal.signal(SIGTERM)
        #expect(try terminal.waitForEnding() == .exited(128 + SIGTERM))
        expectClean(terminal, modes: modes)
        let (second, hung, _) = try open(size: Self.small)
        hung.hangUp()
        #expect(try hung.waitForEnding() == .exited(128 + SIGHUP))
        #expect(try cksw.run("verify").status == 0)
        #expect(try second.run("verify").status == 0)
    }

    @Test("What was typed into a form outlives a kill")
    func draft() throws {
        let (cksw, terminal, modes) = try open(size: Self.small)
        terminal.send("c")
        try terminal.wait(for: "Ctrl-S")
        terminal.send("Half a sentence")
        try terminal.wait(for: "draft saved")
        terminal.signal(SIGKILL)
        _ = try terminal.waitForEnding()
        try terminal.wait("the terminal put right") {
            !$0.isAltScreen && terminal.modes == modes
        }
        expectClean(terminal, modes: modes)
        let again = try PseudoTerminal(
            BuiltProgram.cksw, ["--db", cksw.store, "--today", cksw.today], size: Self.small)
        try again.wait(for: "Now")
        try again.waitIdle()
        again.send("c")
        try again.wait(for: "Half a sentence")
        // Whose draft it is and of when, and how to begin anew.
        #expect(again.screen.text.contains("This is your draft of "))
        #expect(again.screen.text.contains("Ctrl-N begins anew."))
    }

    private static let kinds: [(String, [String: String])] = [
        ("xterm", [:]),
        ("screen", [:]),
        ("tmux", [:]),
        ("linux", [:]),
        ("vt220", [:]),
        ("vt220", ["NO_COLOR": "1"]),
        ("xterm-256color", ["NO_COLOR": "1"]),
        ("xterm", ["LANG": "C", "LC_ALL": "C"]),
    ]

    @Test("It can be read on any terminal, without colour and without UTF-8", arguments: kinds)
    func terminals(term: String, environment: [String: String]) throws {
        let (_, terminal, _) = try open(size: Self.small, term: term, environment: environment)
        #expect(terminal.screen.text.contains("Bea Ashworth"))
        if environment["LANG"] == "C" {
            #expect(terminal.transcript.allSatisfy { $0 < 0x80 })
        }
        terminal.send("q")
        #expect(try terminal.waitForEnding() == .exited(0))
    }

    @Test("A dumb terminal is refused in one line")
    func dumb() throws {
        let cksw = try CommandLine()
        let terminal = try PseudoTerminal(BuiltProgram.cksw, ["--db", cksw.store], term: "dumb")
        #expect(try terminal.waitForEnding() == .exited(64))
        let words = terminal.screen.rows.joined()
        #expect(words.contains("cksw status"))
    }

    @Test("Small screens keep the place, and too small a one says what is needed")
    func sizes() throws {
        let (_, terminal, _) = try open(size: Self.wide)
        terminal.resize(Size(columns: 60, rows: 20))
        try terminal.waitIdle()
        #expect(terminal.screen.text.contains("Bea Ashworth"))
        terminal.resize(Size(columns: 40, rows: 10))
        try terminal.wait(for: "60x20")
        terminal.resize(Self.wide)
        try terminal.wait(for: "Bea Ashworth")
    }

    @Test("F10 hides every name at once, and a key brings the page back")
    func blank() throws {
        let (_, terminal, _) = try open(size: Self.small)
        terminal.send("\u{1B}[21~")
        try terminal.waitIdle()
        #expect(!terminal.screen.text.contains("Ashworth"))
        terminal.send("j")
        try terminal.waitIdle()
        #expect(!terminal.screen.text.contains("Ashworth"))
        terminal.send("\u{1B}[21~")
        try terminal.wait(for: "Ashworth")
    }

    @Test(
        "Names stand on the screen alone: not in the title, other files, the process list or a core"
    )
    func traces() throws {
        let (cksw, terminal, _) = try open(size: Self.small)
        terminal.send("\u{1B}[B\r")
        try terminal.waitIdle()
        #expect(terminal.screen.title == "")
        let process = "/proc/\(terminal.process.id)"
        let words = try String(contentsOfFile: "\(process)/cmdline", encoding: .utf8)
        #expect(!words.contains("Ashworth"))
        let limits = try String(contentsOfFile: "\(process)/limits", encoding: .utf8)
        let core = try #require(limits.split(separator: "\n").first { $0.contains("core file") })
        #expect(core.split(separator: " ").filter { $0 == "0" }.count == 2)
        let files = try FileManager.default.contentsOfDirectory(atPath: cksw.folder.path)
        #expect(Set(files).isSubset(of: ["store.db", "store.db-wal", "store.db-shm"]))
        terminal.send("q")
        #expect(try terminal.waitForEnding() == .exited(0))
    }

    @Test("Initials stand on line one, and names on no other")
    func initials() throws {
        let (_, terminal, _) = try open(size: Self.wide)
        #expect(terminal.screen.text.contains("Ashworth"))
        terminal.send("\u{1B}[20~")
        try terminal.wait("initials") { $0.rows[0].contains("INITIALS") }
        try terminal.waitIdle()
        #expect(!terminal.screen.text.contains("Ashworth"))
        terminal.send("c")
        try terminal.wait(for: "Ctrl-S")
        #expect(terminal.screen.rows[0].contains("INITIALS"))
    }

    @Test("Text that steers, hides or piles up is shown by number and moves nothing")
    func hostile() throws {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        let marks = String(repeating: "\u{301}", count: 40)
        let family = "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}"
        let hostile = "\u{202E}drow\u{200B}a\(marks) \(family) 字宽\u{2066}\u{FEFF}"
        for (ref, role) in [("K102", "carer"), ("K102", "social-worker")] {
            let done = try cksw.run(
                "record", "person", "--pupil", ref, "--role", role, "--name", hostile,
                "--from", "2026-09-02")
            #expect(done.status == 0, "\(done.errors)")
        }
        for size in [Self.wide, Self.small] {
            let terminal = try PseudoTerminal(
                BuiltProgram.cksw, ["--db", cksw.store, "--today", cksw.today], size: size)
            try terminal.wait(for: "Now")
            terminal.send(":k102\r")
            try terminal.wait("the child's page") { !$0.text.contains("1 Pupils") }
            // The pane of the people, wherever it stands.
            for _ in 0..<6 where !terminal.screen.text.contains("U+202E") {
                terminal.send("\t")
                try terminal.waitIdle()
            }
            #expect(terminal.screen.text.contains("U+202E"))
            // A paste of a megabyte, with controls in it, into a form's field.
            terminal.send("c")
            try terminal.wait(for: "Ctrl-S")
            terminal.send("\u{1B}[200~\u{3}\u{9B}2J" + String(repeating: "a", count: 1 << 20))
            terminal.send("\u{1B}[201~")
            try terminal.waitIdle(within: 60)
            #expect(
                terminal.screen.rows[0].contains("Year")
                    || terminal.screen.rows[0].contains("Reception"))
            let sent = String(decoding: terminal.transcript, as: UTF8.self).unicodeScalars
            let raw = sent.filter { scalar in
                [0x202E, 0x200B, 0x200D, 0x2066, 0xFEFF].contains(scalar.value)
                    || (0x80...0x9F).contains(scalar.value) || scalar.value == 3
            }
            #expect(raw.isEmpty)
            #expect(sent.count { $0.value == 0x301 } <= 4 * 4)
            terminal.signal(SIGTERM)
            _ = try terminal.waitForEnding()
        }
    }

    @Test("A new store opens on the steps of setting up, the first of them next")
    func welcome() throws {
        let cksw = try CommandLine()
        let terminal = try PseudoTerminal(
            BuiltProgram.cksw, ["--db", cksw.store], size: Self.small)
        try terminal.wait(for: "Next: Your school")
        #expect(!terminal.screen.text.contains("INVENTED"))
        terminal.send("q")
        #expect(try terminal.waitForEnding() == .exited(0))
    }

    @Test("Who sees but a part of the children does not begin with setting up")
    func partOfSchool() throws {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        let terminal = try PseudoTerminal(
            BuiltProgram.cksw, ["--db", cksw.store, "--today", cksw.today, "--as", "amos"],
            size: Self.small)
        try terminal.wait(for: "Sofia Taylor")
        try terminal.waitIdle()
        #expect(!terminal.screen.text.contains("Setting up"))
    }

    @Test("Down with the reason that follows is at most 250 bytes")
    func fewBytes() throws {
        let (_, terminal, _) = try open(size: Self.wide)
        for _ in 0..<4 {
            let before = terminal.bytesReceived
            terminal.send("j")
            try terminal.waitIdle()
            #expect(terminal.bytesReceived > before)
            #expect(terminal.bytesReceived - before <= 250)
        }
    }
}

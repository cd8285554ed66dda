import Glibc
import Testing
import ViewModels

/// The terminal part of cksw in a real terminal, run by a small program.
@Suite struct ProbeTests {
    private func open(
        size: Size = Size(columns: 120, rows: 40), term: String = "xterm-256color",
        environment: [String: String] = [:]
    ) throws -> PseudoTerminal {
        try PseudoTerminal(
            BuiltProgram.terminalProbe, size: size, term: term, environment: environment)
    }

    /// The last frame is gone, the cursor shows, modes and screen are the person's again.
    private func expectClean(_ terminal: PseudoTerminal, modes: TerminalModes) {
        #expect(terminal.modes == modes)
        #expect(!terminal.screen.isAltScreen)
        #expect(terminal.screen.isCursorVisible)
        #expect(!terminal.screen.modes.contains(2004))
        #expect(terminal.screen.title == "")
        #expect(!terminal.screen.text.contains("Ashworth"))
    }

    @Test(
        "It opens, moves, resizes and quits on every kind of terminal, and leaves it clean",
        arguments: [
            ("xterm", "utf8 colour8"), ("xterm-256color", "utf8 colour256"),
            ("screen", "utf8 colour8"), ("screen-256color", "utf8 colour256"),
            ("tmux", "utf8 colour8"), ("tmux-256color", "utf8 colour256"),
            ("linux", "utf8 colour8"), ("vt220", "utf8 mono"),
            // Nobody's terminfo has these; they are drawn as what they speak like.
            ("xterm-of-tomorrow", "utf8 colour256"), ("foot-of-tomorrow", "utf8 colour256"),
            ("screen.of-tomorrow", "utf8 colour256"),
        ])
    func life(term: String, title: String) throws {
        let terminal = try open(term: term)
        let modes = terminal.modesBefore
        try terminal.wait(for: "q quit")
        try terminal.waitIdle()
        #expect(terminal.screen.rows[0] == title)
        #expect(terminal.screen.rows[1].hasPrefix("▸Bea Ashworth"))
        #expect(terminal.screen.rows[8].hasPrefix(" 字 Wide  CLA"))
        terminal.send("\u{1B}[Bj\u{1B}OB")
        try terminal.wait(for: "Why: Ned Carver")
        try terminal.waitIdle()
        #expect(terminal.screen.cursor == (row: 4, column: 0))
        terminal.resize(Size(columns: 80, rows: 24))
        try terminal.wait("the new size") { $0.rows[22] == "resized 80x24" }
        #expect(terminal.screen.rows[23] == "q quit")
        terminal.send("q")
        #expect(try terminal.waitForEnding() == .exited(0))
        expectClean(terminal, modes: modes)
    }

    @Test("Down with the reason that follows is a few bytes")
    func bytes() throws {
        let terminal = try open()
        try terminal.wait(for: "q quit")
        try terminal.waitIdle()
        for name in ["Sam Field", "Tomi Adeyemi", "Ned Carver", "Max Ibe"] {
            let before = terminal.bytesReceived
            terminal.send("\u{1B}[B")
            try terminal.wait(for: "Why: \(name)")
            try terminal.waitIdle()
            #expect(terminal.bytesReceived - before <= 250)
        }
    }

    @Test("Esc alone is a key after a moment; what follows it at once is one key with it")
    func escape() throws {
        let terminal = try open()
        try terminal.wait(for: "q quit")
        terminal.send("\u{1B}")
        try terminal.wait("Esc") { $0.rows[38] == "Esc" }
        terminal.send("\u{1B}x")
        try terminal.wait("Alt-x") { $0.rows[38] == "Alt-x" }
        terminal.send("\u{1B}[200~two\r\nlines\u{1B}[201~")
        try terminal.wait("paste") { $0.rows[38] == "paste" }
    }

    private static let blanked = "cksw: blanked. F10 or Enter shows it again.\n"

    @Test(
        "F10 blanks the screen; the same key or Enter brings it back, no other does",
        arguments: ["\u{1B}[21~", "\r"])
    func blank(waking: String) throws {
        let terminal = try open()
        try terminal.wait(for: "q quit")
        try terminal.waitIdle()
        terminal.send("\u{1B}[21~")
        // Not later than it waits for the next key.
        try terminal.waitIdle()
        #expect(terminal.screen.text.hasPrefix(Self.blanked))
        #expect(terminal.screen.text.split(separator: "\n").count == 1)
        terminal.send("q j\u{1B}[B")
        try terminal.waitIdle()
        terminal.resize(Size(columns: 80, rows: 24))
        try terminal.waitIdle()
        #expect(!terminal.screen.text.contains("Ashworth"))
        #expect(terminal.ending == nil)
        terminal.send(waking)
        try terminal.wait(for: "q quit")
        terminal.send("q")
        #expect(try terminal.waitForEnding() == .exited(0))
    }

    @Test("A question is not answered by keys typed before it was seen")
    func typeAhead() throws {
        let terminal = try open()
        try terminal.wait(for: "q quit")
        terminal.send("dyyyy")
        try terminal.wait(for: "Delete? y")
        try terminal.waitIdle()
        #expect(terminal.screen.rows[38] == "Delete? y")
        terminal.send("y")
        try terminal.wait(for: "destroyed")
    }

    @Test("On the screen that is hidden after Ctrl-Z and fg, q leaves")
    func leaveAfterSuspension() throws {
        let shell = try PseudoTerminal(
            "/bin/bash", ["--norc", "--noprofile", "-i"],
            environment: ["PS1": "$ ", "HOME": "/tmp", "HISTFILE": ""])
        try shell.wait(for: "$")
        shell.send("\(BuiltProgram.terminalProbe)\n")
        try shell.wait(for: "q quit")
        try shell.waitIdle()
        shell.send("\u{1A}")
        try shell.wait(for: "Stopped")
        shell.send("fg\n")
        try shell.wait(for: "q leaves.")
        try shell.waitIdle()
        shell.send("q")
        try shell.wait("the prompt") { !$0.isAltScreen }
        shell.send("echo code $?\n")
        try shell.wait(for: "code 0")
    }

    @Test("Ctrl-Z gives the terminal back to the shell and fg takes it again")
    func suspend() throws {
        let shell = try PseudoTerminal(
            "/bin/bash", ["--norc", "--noprofile", "-i"],
            environment: ["PS1": "$ ", "HOME": "/tmp", "HISTFILE": ""])
        try shell.wait(for: "$")
        shell.send("\(BuiltProgram.terminalProbe)\n")
        try shell.wait(for: "q quit")
        try shell.waitIdle()
        #expect(shell.screen.isAltScreen)
        shell.send("\u{1A}")
        try shell.wait(for: "Stopped")
        #expect(!shell.screen.isAltScreen)
        #expect(!shell.screen.modes.contains(2004) || shell.foreground == shell.process.id)
        #expect(!shell.screen.text.contains("Ashworth"))
        shell.resize(Size(columns: 100, rows: 30))
        shell.send("fg\n")
        try shell.wait("a blank screen") { $0.text.hasPrefix(Self.blanked) }
        try shell.waitIdle()
        shell.send("\u{1B}[21~")
        try shell.wait(for: "resumed")
        #expect(shell.screen.rows[29] == "q quit")
        #expect(shell.screen.isAltScreen)
        try shell.waitIdle()
        shell.send("j")
        try shell.wait(for: "Why: Sam Field")
        shell.send("q")
        try shell.wait("the prompt") { !$0.isAltScreen }
        shell.send("echo code $?\n")
        try shell.wait(for: "code 0")
    }

    @Test("Under a forced command Ctrl-Z does nothing")
    func forced() throws {
        let terminal = try open(environment: ["FORCED": "1"])
        try terminal.wait(for: "q quit")
        terminal.send("\u{1A}j")
        try terminal.wait(for: "Why: Sam Field")
        #expect(!ProcessState(id: terminal.process.id).isStopped)
    }

    @Test("Stopped from outside and continued, it shows nothing until it is asked to")
    func continued() throws {
        let terminal = try open()
        try terminal.wait(for: "q quit")
        try terminal.waitIdle()
        terminal.signal(SIGSTOP)
        try terminal.wait("a stop") { _ in ProcessState(id: terminal.process.id).isStopped }
        terminal.signal(SIGCONT)
        try terminal.wait("a blank screen") { $0.text.hasPrefix(Self.blanked) }
        try terminal.waitIdle()
        terminal.send("\r")
        try terminal.wait(for: "resumed")
        #expect(terminal.screen.isAltScreen)
    }

    @Test("Ended by a signal it leaves the terminal clean", arguments: [SIGTERM, SIGINT, SIGQUIT])
    func terminated(signal: Int32) throws {
        let terminal = try open()
        let modes = terminal.modesBefore
        try terminal.wait(for: "q quit")
        terminal.signal(signal)
        #expect(try terminal.waitForEnding() == .exited(128 + signal))
        expectClean(terminal, modes: modes)
    }

    @Test(
        "A crash leaves the terminal clean too, and is still a crash",
        arguments: [SIGSEGV, SIGABRT, SIGILL, SIGTRAP, SIGBUS, SIGFPE])
    func crashed(signal: Int32) throws {
        let terminal = try open()
        let modes = terminal.modesBefore
        try terminal.wait(for: "q quit")
        terminal.signal(signal)
        #expect(try terminal.waitForEnding() == .killed(signal: signal))
        expectClean(terminal, modes: modes)
    }

    @Test("Killed, alone or with its whole job, it leaves the terminal clean", arguments: [1, -1])
    func killed(sign: Int32) throws {
        let terminal = try open()
        let modes = terminal.modesBefore
        try terminal.wait(for: "q quit")
        kill(sign * terminal.process.id, SIGKILL)
        #expect(try terminal.waitForEnding() == .killed(signal: SIGKILL))
        try terminal.wait("the modes") { _ in terminal.modes == modes }
        try terminal.wait("the first screen") { !$0.isAltScreen }
        expectClean(terminal, modes: modes)
    }

    @Test("A fault of its own is a crash as well")
    func fatal() throws {
        let terminal = try open()
        let modes = terminal.modesBefore
        try terminal.wait(for: "q quit")
        terminal.send("!")
        let ending = try terminal.waitForEnding()
        #expect([.killed(signal: SIGILL), .killed(signal: SIGTRAP)].contains(ending))
        expectClean(terminal, modes: modes)
    }

    @Test("When the line drops, what was typed is saved")
    func hungUp() throws {
        let draft = "/tmp/cksw-probe-\(getpid())-draft"
        defer { unlink(draft) }
        let terminal = try open(environment: ["DRAFT": draft])
        try terminal.wait(for: "q quit")
        terminal.hangUp()
        #expect(try terminal.waitForEnding() == .exited(129))
        #expect(access(draft, F_OK) == 0)
    }

    @Test("Work beside the loop wakes it")
    func woken() throws {
        let terminal = try open()
        try terminal.wait(for: "q quit")
        terminal.send("w")
        try terminal.wait(for: "woken")
    }

    @Test("NO_COLOR takes the colours away, and a terminal without UTF-8 is known")
    func plain() throws {
        let mono = try open(environment: ["NO_COLOR": "1"])
        try mono.wait(for: "utf8 mono")
        let ascii = try open(environment: ["LANG": "C"])
        try ascii.wait(for: "ascii colour256")
        let borrowed = try open(environment: ["LANG": "en_GB.UTF-8"])
        try borrowed.wait(for: "utf8 colour256")
    }

    @Test(
        "A terminal that cannot be drawn on is refused in one line",
        arguments: ["dumb", "unknown", "", "no-such-terminal", "vt52", "x\u{1B}[2J"])
    func refused(term: String) throws {
        let terminal = try open(term: term)
        #expect(try terminal.waitForEnding() == .exited(64))
        let lines = terminal.screen.text.split(separator: "\n").joined()
        #expect(lines.contains("`cksw status`"))
        #expect(!terminal.transcript.contains(0x1B))
    }

    @Test("Without a terminal it says what to use")
    func noTerminal() throws {
        let terminal = try PseudoTerminal(
            "/bin/sh", ["-c", "\(BuiltProgram.terminalProbe) | cat"])
        #expect(try terminal.waitForEnding() == .exited(0))
        #expect(terminal.screen.text.contains("`cksw status`"))
    }
}

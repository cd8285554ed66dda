import Glibc
import Testing
import ViewModels

@Suite struct PseudoTerminalTests {
    @Test("A program writes, reads what is typed, and its end is known")
    func conversation() throws {
        let terminal = try PseudoTerminal(
            "/bin/sh", ["-c", "printf 'name? '; read name; echo \"hello $name\"; exit 7"])
        try terminal.wait(for: "name?")
        try terminal.waitIdle()
        terminal.send("Zoë\n")
        try terminal.wait(for: "hello Zoë")
        #expect(try terminal.waitForEnding() == .exited(7))
    }

    @Test("A program sees the size, the kind and its controlling terminal")
    func surroundings() throws {
        let terminal = try PseudoTerminal(
            "/bin/sh", ["-c", "stty size; echo $TERM; tput cols; : </dev/tty && echo controlled"],
            size: Size(columns: 120, rows: 40), term: "vt220")
        #expect(try terminal.waitForEnding() == .exited(0))
        #expect(Array(terminal.screen.rows.prefix(4)) == ["40 120", "vt220", "120", "controlled"])
    }

    @Test("A signal ends it and says which")
    func killed() throws {
        let terminal = try PseudoTerminal("/bin/sh", ["-c", "echo up; read x"])
        try terminal.wait(for: "up")
        terminal.signal(SIGTERM)
        #expect(try terminal.waitForEnding() == .killed(signal: SIGTERM))
    }

    @Test("What a pager shows on its second screen is read, and gone when it has ended")
    func pager() throws {
        let file = "/tmp/cksw-pager-\(getpid())"
        defer { unlink(file) }
        let terminal = try PseudoTerminal(
            "/bin/sh", ["-c", "seq 100 >\(file); exec less \(file)"],
            size: Size(columns: 20, rows: 6))
        try terminal.wait(for: "5\n")
        try terminal.waitIdle()
        #expect(terminal.screen.isAltScreen)
        terminal.send("G")
        try terminal.wait(for: "100")
        terminal.resize(Size(columns: 20, rows: 4))
        try terminal.wait("three rows") { $0.rows.prefix(3) == ["96", "97", "98"] }
        try terminal.waitIdle()
        terminal.send("q")
        #expect(try terminal.waitForEnding() == .exited(0))
        #expect(!terminal.screen.isAltScreen)
        #expect(terminal.screen.text.trimmingPrefix { $0.isWhitespace }.isEmpty)
    }
}

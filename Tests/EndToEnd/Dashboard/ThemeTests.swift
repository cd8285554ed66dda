import Support
import Testing
import ViewModels

/// The colours of the dashboard, as a terminal gets them.
@Suite struct ThemeTests {
    private static let size = Size(columns: 120, rows: 40)

    private func open(
        _ cksw: CommandLine, _ words: [String] = [], environment: [String: String] = [:]
    ) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            BuiltProgram.cksw, ["--db", cksw.store, "--today", cksw.today] + words,
            size: Self.size, environment: environment)
        try terminal.wait(for: "Now")
        try terminal.waitIdle()
        return terminal
    }

    /// The colours of the letters on the screen, `nil` for the terminal's own.
    private func colours(_ terminal: PseudoTerminal) -> Set<Int?> {
        var found: Set<Int?> = []
        for row in 0..<Self.size.rows {
            for column in 0..<Self.size.columns {
                found.insert(terminal.screen.look(row: row, column: column).colour)
            }
        }
        return found
    }

    private func school() throws -> CommandLine {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        return cksw
    }

    /// What is met, soon or muted on each ground.
    private static let dark: Set<Int?> = [75, 220, 248]
    private static let light: Set<Int?> = [25, 94, 240]

    @Test("--theme is for one time, and is read before and after other options")
    func once() throws {
        let cksw = try school()
        #expect(!colours(try open(cksw, ["--theme", "dark"])).isDisjoint(with: Self.dark))
        let light = colours(try open(cksw, ["--theme=light"]))
        #expect(!light.isDisjoint(with: Self.light) && light.isDisjoint(with: Self.dark))
        #expect(colours(try open(cksw, ["--theme", "mono"])) == [nil])
        let unsaid = colours(try open(cksw))
        #expect(unsaid.isDisjoint(with: Self.dark.union(Self.light)))
        #expect(try cksw.run("--theme", "pink").status == 64)
    }

    @Test("cksw theme keeps it for the person, and undo takes it back")
    func kept() throws {
        let cksw = try school()
        #expect(try cksw.run("theme").lines == ["colours: as the terminal says of itself"])
        #expect(
            try cksw.run("theme", "light").lines
                == ["the dashboard is drawn for a light background"])
        #expect(try cksw.run("theme", "light").lines == ["it stood so already"])
        #expect(try cksw.run("theme").lines == ["colours: for a light background"])
        #expect(!colours(try open(cksw)).isDisjoint(with: Self.light))
        #expect(!colours(try open(cksw, ["--theme", "dark"])).isDisjoint(with: Self.dark))
        #expect(colours(try open(cksw, environment: ["NO_COLOR": "1"])) == [nil])
        #expect(try cksw.run("undo").status == 0)
        #expect(try cksw.run("theme").lines == ["colours: as the terminal says of itself"])
        #expect(try cksw.run("theme", "pink").status == 64)
        #expect(try cksw.run("verify").status == 0)
    }

    @Test("The palette sets it at once, and it is there the next time")
    func fromPalette() throws {
        let cksw = try school()
        let terminal = try open(cksw)
        terminal.send(":theme dark\r")
        try terminal.wait(for: "Drawn for a dark background, from now on.")
        try terminal.waitIdle()
        #expect(!colours(terminal).isDisjoint(with: Self.dark))
        terminal.send(":theme mono\r")
        try terminal.wait(for: "Drawn without colours")
        try terminal.waitIdle()
        #expect(colours(terminal) == [nil])
        terminal.send("q")
        #expect(try terminal.waitForEnding() == .exited(0))
        #expect(try cksw.run("theme").lines == ["colours: without colours"])
    }
}

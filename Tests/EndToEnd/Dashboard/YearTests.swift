import Foundation
import Support
import Testing
import ViewModels

@Suite("The year, beside the screen")
struct YearTests {
    private func open(today: String) throws -> (CommandLine, PseudoTerminal) {
        let cksw = try CommandLine(today: today)
        try cksw.makeDemo()
        let terminal = try PseudoTerminal(
            BuiltProgram.cksw, ["--db", cksw.store, "--today", cksw.today],
            size: Size(columns: 120, rows: 40))
        try terminal.wait(for: "Now")
        try terminal.waitIdle()
        terminal.send(":year")
        try terminal.wait(for: "Pages, children, actions")
        terminal.send("\r")
        return (cksw, terminal)
    }

    @Test("Keys answer while it is worked out, the result appears, and a plan changes it")
    func beside() throws {
        let (cksw, terminal) = try open(today: "2027-07-12")
        try terminal.wait(for: "is being worked out")
        terminal.send("j\r")
        try terminal.wait(for: "week of 19 Jul")
        terminal.send("\u{1B}")
        try terminal.wait(for: "Fullest weeks", within: 180)
        try terminal.waitIdle()
        #expect(terminal.screen.text.contains("Minutes a week, as rehearsed"))
        // Where the person was when it came.
        #expect(terminal.screen.rows[terminal.screen.cursor.row].contains("19 Jul"))
        let done = try cksw.run(
            "record", "closure", "--from", "2027-07-20", "--to", "2027-07-20", "--kind", "inset",
            "--as", "khan")
        #expect(done.status == 0, "\(done.errors)")
        try terminal.wait(for: "is being worked out")
        try terminal.wait(for: "Fullest weeks", within: 180)
        terminal.send("q")
        #expect(try terminal.waitForEnding() == .exited(0))
    }

    @Test("Leaving while it is worked out ends at once")
    func leaving() throws {
        let (_, terminal) = try open(today: "2026-11-24")
        try terminal.wait(for: "is being worked out")
        let began = Date()
        terminal.send("q")
        #expect(try terminal.waitForEnding() == .exited(0))
        #expect(Date().timeIntervalSince(began) < 5)
    }

    @Test("cksw show year says the weeks that cksw rehearse says")
    func shown() throws {
        let cksw = try CommandLine.school(today: "2027-07-12")
        let shown = try cksw.run("show", "year")
        #expect(shown.status == 0, "\(shown.errors)")
        #expect(try cksw.run("show", "year", "--plain").output == shown.output)
        let json = try #require(
            try JSONSerialization.jsonObject(
                with: Data(try cksw.run("rehearse", "--json").output.utf8)) as? [String: Any])
        let weeks = try #require(json["weeks"] as? [[String: Any]])
        let lines = shown.lines.filter { $0.contains(". Week of Mon ") }
        #expect(lines.count == weeks.count)
        for (line, week) in zip(lines, weeks) {
            let minutes = try #require(week["minutes"] as? Int)
            #expect(
                line.contains(minutes == 0 ? "nothing rehearsed" : "rehearsed \(minutes) minutes:"),
                "\(line)")
        }
        let week = try cksw.run("show", "year", "2027-07-12")
        #expect(week.status == 0 && week.lines.contains { $0.hasPrefix("On record · ") })
        #expect(try cksw.run("show", "year", "2030-01-07").status == 66)
        #expect(try cksw.run("show", "year", "soon").status != 0)
    }
}

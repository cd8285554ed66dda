import Glibc
import Testing
import ViewModels

/// A person at the keyboard of the dashboard whose keys are counted; words that are somebody's own
/// text are typed beside the count.
private final class Keyboard {
    let terminal: PseudoTerminal
    private(set) var counts: [(task: String, keys: Int)] = []
    private var keys = 0

    init(_ terminal: PseudoTerminal) { self.terminal = terminal }

    /// Each character is a key: letters, Tab, Enter, Ctrl-S.
    func press(_ text: String) throws {
        keys += text.count
        terminal.send(text)
        try terminal.waitIdle()
    }

    func type(_ text: String) throws {
        terminal.send(text)
        try terminal.waitIdle()
    }

    func task(_ name: String, _ steps: (Keyboard) throws -> Void) throws {
        keys = 0
        try steps(self)
        counts.append((name, keys))
    }

    func save() throws {
        try press("\u{13}")
        // A plan after the day by which it is due is asked about.
        if terminal.screen.text.contains("Is it meant?") { try press("y") }
        try terminal.wait("‘Recorded’ after Ctrl-S") {
            $0.text.contains("Recorded") && !$0.text.contains("Ctrl-S save")
        }
    }
}

@Suite struct DailyTaskTests {
    /// The most keys that a task may need, from the child's line or page on.
    private static let limits = [
        "find who needs me": 20, "log a call": 8, "plan a PEP": 10, "move it": 20,
        "record it held with two targets": 20, "sign it off": 20,
        "book a spend against a target": 20, "change a status": 20, "name a key adult": 20,
        "undo the last": 2,
    ]

    @Test("Ten daily tasks are done in the dashboard, each in few keys")
    func tenTasks() throws {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        let terminal = try PseudoTerminal(
            BuiltProgram.cksw, ["--db", cksw.store, "--today", cksw.today],
            size: Size(columns: 120, rows: 40))
        try terminal.wait(for: "Now")
        try terminal.waitIdle()
        let keyboard = Keyboard(terminal)
        try keyboard.task("find who needs me") {
            // The first line of Now is whoever needs most; a name is found from anywhere.
            #expect(terminal.screen.text.contains("Bea Ashworth"))
            try $0.press("/ayo\r")
            try $0.press("\r")
            try terminal.wait("the child's page") { $0.rows[0].contains("Ayò Daniels") }
        }
        try keyboard.task("log a call") {
            try $0.press("c")
            try terminal.wait(for: "log a contact")
            // Where the duty says with whom and about what, only the words are left to say.
            if !terminal.screen.text.contains("▸ Summary") { try $0.press("c\t\tg\t") }
            try $0.type("Settled well, slept better.")
            try $0.save()
        }
        try keyboard.task("plan a PEP") {
            try $0.press("p")
            try terminal.wait(for: "plan a PEP")
            // Where the selected duty is another, the form asks first what is to be done.
            if terminal.screen.text.contains("▸ What") { try $0.press("\t") }
            try $0.press("1 dec")
            try $0.save()
        }
        try keyboard.task("move it") {
            try $0.press("pm\t\t")
            try terminal.wait(for: "move a planned PEP")
            try $0.press("\u{15}30 nov")
            try $0.save()
        }
        try keyboard.task("record it held with two targets") {
            try $0.press("pr")
            try terminal.wait(for: "record a PEP as held")
            try $0.press("\t\t\t \t\ty\tr\t")
            try $0.type("Reads 20 words")
            try $0.press("\t")
            try $0.type("18 of 20 by March")
            try $0.press("\tm\t")
            try $0.type("Counts to 20")
            try $0.press("\t")
            try $0.type("Three times of three by March")
            try $0.save()
        }
        try keyboard.task("sign it off") {
            try $0.press("psi")
            try terminal.wait(for: "sign off a PEP")
            try $0.save()
        }
        try keyboard.task("book a spend against a target") {
            try $0.press("$")
            try terminal.wait(for: "enter money")
            try $0.press("\t\ts\t\t120\t")
            try $0.type("Reading tutor, ten hours")
            try $0.press("\t ")
            try $0.save()
        }
        try keyboard.task("change a status") {
            try $0.press("sc")
            try terminal.wait(for: "change a status")
            try $0.press("\t\t\t\t\tc1")
            try $0.save()
        }
        try keyboard.task("name a key adult") {
            try $0.press("Kwebb")
            try $0.save()
        }
        try keyboard.task("undo the last") {
            try $0.press("u")
            if !terminal.screen.text.contains("Undone") { try $0.press("y") }
            try terminal.wait(for: "Undone")
        }
        print(
            "Keys: " + keyboard.counts.map { "\($0.task) \($0.keys)" }.joined(separator: ", "))
        #expect(keyboard.counts.count == Self.limits.count)
        for (task, keys) in keyboard.counts {
            #expect(keys <= Self.limits[task] ?? 0, "\(task): \(keys) keys")
        }
        terminal.send("q")
        #expect(try terminal.waitForEnding() == .exited(0))
        let history = try cksw.run("history", "--json").output
        for action in [
            "contact", "pep-plan", "pep-move", "pep-hold", "pep-sign-off", "fund-entry",
            "status-change", "key-adult",
        ] {
            #expect(history.contains("\"\(action)\""), "\(action)")
        }
    }
}

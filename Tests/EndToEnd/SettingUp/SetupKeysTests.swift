import Domain
import Foundation
import Support
import Testing
import ViewModels

@Suite("From an empty store to the first morning")
struct SetupKeysTests {
    /// The most keys beside what is typed into text fields.
    private static let most = 80

    @Test("Four files, the year's dates and five children: a right Now in at most 80 keys")
    func eightyKeys() throws {
        let cksw = try CommandLine(today: SchoolFiles.today)
        let files = try SchoolFiles(cksw.folder)
        let terminal = try PseudoTerminal(
            BuiltProgram.cksw, ["--db", cksw.store, "--today", cksw.today],
            size: Size(columns: 120, rows: 40))
        try terminal.wait(for: "Next: Your school")
        try terminal.waitIdle()
        let keys = CountedKeys(terminal)
        try school(keys)
        try staff(keys, files)
        try children(keys, files)
        try keys.task("to the dashboard") { keys in
            try keys.press("\u{1B}")
            try terminal.wait(for: "known to a social worker")
        }
        print("Keys: \(keys.total): \(keys.tasks.map { "\($0.name) \($0.keys)" })")
        #expect(keys.total <= Self.most)
        #expect(!terminal.screen.text.contains("to do"))
        terminal.send("q")
        #expect(try terminal.waitForEnding() == .exited(0))
        let told = try cksw.run("init", "--json").output
        #expect(!told.contains("false"), "\(told)")
        #expect(try cksw.run("verify").status == 0)
    }

    private func school(_ keys: CountedKeys) throws {
        try keys.task("the school") { keys in
            try keys.press("1")
            try keys.terminal.wait(for: "virtualschool@hertfordshire.gov.uk")
            try keys.type("117000")
            try keys.press("\r")
            try keys.type("Larkfield Infant School")
            try keys.press("\ri")
            try save(keys)
        }
        try keys.task("records begin") { keys in
            try keys.press("2")
            try keys.terminal.wait(for: "Mon 30 Nov 2026")
            try save(keys)
        }
        try keys.task("the year's dates") { keys in
            try keys.press("3")
            try keys.terminal.wait(for: "18 Dec 2026")
            try save(keys)
        }
    }

    private func staff(_ keys: CountedKeys, _ files: SchoolFiles) throws {
        try file("4", files.folder.file("staff.csv"), keys)
        try keys.task("roles") { keys in
            try keys.press("5")
            try keys.terminal.wait(for: "Designated Teacher")
            try keys.type("khan")
            try keys.press("\r")
            try keys.type("webb")
            // Nobody is deputy DSL.
            try keys.press("\r\r")
            try keys.type("osei")
            try save(keys)
        }
    }

    private func children(_ keys: CountedKeys, _ files: SchoolFiles) throws {
        try file("6", files.folder.file("pupils.csv"), keys)
        try file("7", files.folder.file("register.csv"), keys)
        try file("8", files.folder.file("contacts.csv"), keys)
        try keys.task("five children with statuses") { keys in
            try keys.press("9")
            // The child whom the file marks stands there: only the day is asked.
            try keys.terminal.wait(for: "Una Bello")
            try keys.type("5 jan 2026")
            try keys.press("\r")
            for (name, status, day) in [
                ("una ad", "cp", "12 oct"), ("ned carv", "n", "1 sep"),
                ("una dan", "p", "1 may 2021"), ("ned eze", "cl", "16 nov"),
            ] {
                try keys.type(name)
                try keys.press("\r\(status)\r")
                try keys.type(day)
                try keys.press("\r")
            }
            try save(keys)
        }
        try keys.task("what was held already") { keys in
            try keys.press("0")
            try keys.terminal.wait(for: "Core group")
            // By name: Adair (CP), Bello (CLA), Carver (CIN), Daniels (PLA), Eze (CLA).
            for day in ["2 nov", "26 oct", "23 nov", "6 oct", "12 oct", "1 oct", "9 nov", "", ""] {
                try keys.type(day)
                try keys.press("\r")
            }
            try save(keys)
        }
    }

    private func file(_ step: String, _ path: String, _ keys: CountedKeys) throws {
        try keys.task("file \(step)") { keys in
            try keys.press(step)
            try keys.terminal.wait(for: "Nothing is written before")
            try keys.type(path)
            try keys.press("\r")
            try keys.terminal.wait(for: "take it in")
            try keys.press("y")
            try keys.terminal.wait(for: "Next:")
        }
    }

    private func save(_ keys: CountedKeys) throws {
        try keys.press("\u{13}")
        try keys.terminal.wait("the steps again") {
            $0.text.contains("Recorded") && !$0.text.contains("Ctrl-S")
        }
    }
}

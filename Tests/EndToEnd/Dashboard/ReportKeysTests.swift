import Foundation
import Glibc
import Support
import Testing
import ViewModels

@Suite("Reports by key")
struct ReportKeysTests {
    private func open(_ cksw: CommandLine, _ words: [String] = []) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            BuiltProgram.cksw, ["--db", cksw.store, "--today", cksw.today] + words,
            size: Size(columns: 80, rows: 24), environment: ["HOME": cksw.folder.path])
        try terminal.wait(for: "Now")
        try terminal.waitIdle()
        return terminal
    }

    private func mode(_ path: String) -> mode_t? {
        var found = stat()
        return lstat(path, &found) == 0 ? found.st_mode & 0o7777 : nil
    }

    @Test("R lists them, Enter makes one, / finds a word, s saves what cksw report writes")
    func wholeRoad() throws {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        let terminal = try open(cksw)
        terminal.send("R")
        try terminal.wait(for: "Progress report for governors")
        terminal.send("\r")
        try terminal.wait(for: "Public: no child is named")
        terminal.send("/section b\r")
        try terminal.wait(for: "section b: 1 of 1")
        #expect(terminal.screen.rows[terminal.screen.cursor.row].contains("Section B"))
        let path = cksw.folder.file("governors.html")
        terminal.send("sh\t")
        try terminal.wait(for: "public.html")
        terminal.send("\u{15}~/governors.html\r")
        try terminal.wait(for: "Saved")
        let written = try cksw.folder.bytes("governors.html")
        let command = try cksw.run("report", "governors", "--format", "html")
        #expect(String(decoding: written, as: UTF8.self) == command.output)
        #expect(mode(path) == 0o600)
        // The same name again: nothing happens without a yes that was typed after the question.
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
        terminal.send("\r")
        try terminal.wait(for: "Public: no child is named")
        terminal.send("s")
        try terminal.wait(for: "File name")
        terminal.send("\u{1B}[Z\u{15}~/governors.html\r")
        try terminal.wait(for: "Replace it?")
        try terminal.waitIdle()
        terminal.send("\u{1B}")
        try terminal.wait("the form") { !$0.text.contains("Replace it?") }
        #expect(try cksw.folder.bytes("governors.html") == Array("mine".utf8))
        terminal.send("\r")
        try terminal.wait(for: "Replace it?")
        try terminal.waitIdle()
        terminal.send("y")
        try terminal.wait(for: "Saved")
        #expect(try cksw.folder.bytes("governors.html").count > 1000)
        terminal.send("q")
        #expect(try terminal.waitForEnding() == .exited(0))
        let looks = try cksw.run("audit", "show").output
        #expect(looks.contains("report governors public, for governing body; Virtual School"))
    }

    @Test("A resized screen gets the report in its width")
    func resized() throws {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        let terminal = try open(cksw)
        terminal.send("R\r")
        try terminal.wait(for: "Public: no child is named")
        terminal.resize(Size(columns: 60, rows: 20))
        try terminal.waitIdle()
        // Set anew for the width, not broken at its edge: the rest of a line stands under its words.
        #expect(terminal.screen.text.contains("are asked to\n   decide (key M)."))
    }

    // MARK: A fixed session

    private func outbox(_ cksw: CommandLine) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: cksw.folder.file("outbox")).sorted()
    }

    @Test("In a fixed session a name alone is asked for, and the file stands in the outbox")
    func fixed() throws {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        let before = Set(try cksw.folder.names())
        let terminal = try open(cksw, ["--fixed"])
        terminal.send("R\rs")
        try terminal.wait(for: "outbox")
        for name in ["/tmp/planted.txt", "../planted.txt", ".hidden", "a/b", "-", "~/x"] {
            terminal.send("\t\u{15}\(name)\u{13}")
            try terminal.wait(for: "type a name alone")
            terminal.send("\t")
            try terminal.wait("no words about it") { !$0.text.contains("type a name alone") }
        }
        terminal.send("\t\u{15}mine.txt\u{13}")
        try terminal.wait(for: "Saved: outbox/mine.txt, beside the store")
        #expect(try outbox(cksw) == ["mine.txt"])
        #expect(mode(cksw.folder.file("outbox")) == 0o700)
        #expect(mode(cksw.folder.file("outbox/mine.txt")) == 0o600)
        #expect(
            Set(try cksw.folder.names()).subtracting(before).subtracting([
                "store.db-wal", "store.db-shm",
            ]) == ["outbox"])
    }

    @Test(
        "A name that could lead elsewhere or deceive the eye is refused",
        arguments: [
            "", "-", "-rf", ".", "..", ".hidden", "a/b", "/etc/passwd", "a..b", "a\nb", "a\u{7F}b",
            "a\u{202E}b", "a\u{200B}b", String(repeating: "x", count: 101),
        ])
    func names(name: String) throws {
        let cksw = try Self.school.get()
        let result = try cksw.run(["--fixed", "report", "policy", "-o=\(name)"])
        #expect(result.status != 0 && result.output.isEmpty, "\(name): \(result.errors)")
        #expect((try? outbox(cksw))?.contains(name) != true)
    }

    private static let school = Result { try CommandLine.school() }

    @Test("cksw report -o NAME in a fixed session goes to the outbox, never over a file unasked")
    func command() throws {
        let cksw = try CommandLine.school()
        let words = ["--fixed", "report", "policy", "-o", "policy.txt"]
        let made = try cksw.run(words)
        #expect(made.output == "outbox/policy.txt, beside the store: written\n", "\(made.errors)")
        #expect(mode(cksw.folder.file("outbox/policy.txt")) == 0o600)
        let again = try cksw.run(words)
        #expect(again.status == 73 && again.errors.contains("is there already"))
        #expect(try cksw.run(words + ["--force"]).status == 0)
        #expect(try outbox(cksw) == ["policy.txt"])
    }

    @Test(
        "A link in the outbox is not written through; an outbox that is a link or open is refused")
    func links() throws {
        let cksw = try CommandLine.school()
        let files = FileManager.default
        let words = ["--fixed", "report", "policy", "-o", "policy.txt"]
        try cksw.folder.write("secret", "secret")
        try files.createDirectory(
            atPath: cksw.folder.file("outbox"), withIntermediateDirectories: false,
            attributes: [.posixPermissions: 0o700])
        try files.createSymbolicLink(
            atPath: cksw.folder.file("outbox/policy.txt"),
            withDestinationPath: cksw.folder.file("secret"))
        #expect(try cksw.run(words).status == 73)
        #expect(try cksw.run(words + ["--force"]).status == 0)
        #expect(try cksw.folder.bytes("secret") == Array("secret".utf8))
        try #require(chmod(cksw.folder.file("outbox"), 0o755) == 0)
        #expect(try cksw.run(words + ["--force"]).status == 73)
        try files.removeItem(atPath: cksw.folder.file("outbox"))
        let elsewhere = try TemporaryFolder()
        try files.createSymbolicLink(
            atPath: cksw.folder.file("outbox"), withDestinationPath: elsewhere.path)
        let refused = try cksw.run(words)
        #expect(refused.status == 73 && refused.errors.contains("no link"))
        #expect(try elsewhere.names().isEmpty)
    }
}

import Foundation
import Support
import Testing
import ViewModels

@Suite("cksw report")
struct ReportTests {
    /// A worked school on its day.
    private static let school = Result { try CommandLine.school() }

    private func run(_ words: String...) throws -> CommandLine.Result {
        try Self.school.get().run(["report"] + words)
    }

    @Test("Every report in every format, the same bytes twice", arguments: ReportID.allCases)
    func formats(id: ReportID) throws {
        let child = id.isOfChild ? ["K004"] : []
        for format in ["text", "html", "csv", "json"] {
            let words = ["report", id.rawValue] + child + ["--format", format]
            let first = try Self.school.get().run(words)
            // A report of text alone has no table.
            if format == "csv", first.status == 64, first.errors.contains("no such table") {
                continue
            }
            #expect(first.status == 0, "\(id) \(format): \(first.errors)")
            #expect(try Self.school.get().run(words).output == first.output, "\(id) \(format)")
            #expect(!first.output.isEmpty)
        }
        let text = try Self.school.get().run(["report", id.rawValue] + child)
        #expect(text.lines.allSatisfy { $0.count <= 80 }, "\(id)")
    }

    @Test(
        "tidy finds nothing in any report's page",
        .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/tidy"), "no tidy here"),
        arguments: ReportID.allCases)
    func tidy(id: ReportID) throws {
        let child = id.isOfChild ? ["K004"] : []
        for audience in id.hasPublicForm ? ["public", "confidential"] : ["confidential"] {
            let html = try Self.school.get().run(
                ["report", id.rawValue] + child + ["--audience", audience, "--format", "html"])
            let said = try Tool.run("/usr/bin/tidy", ["-e", "-q"], input: html.output)
            #expect(said.status == 0 && said.text.isEmpty, "\(id) \(audience): \(said.text)")
        }
    }

    @Test("JSON is the report itself, with ids behind its numbers but for everybody")
    func json() throws {
        let confidential = try run("governors", "--audience", "confidential", "--format", "json")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(confidential.output.utf8))
                as? [String: Any])
        #expect(object["id"] as? String == "governors")
        #expect(object["audience"] as? String == "confidential")
        #expect(confidential.output.contains("\"ids\""))
        #expect(!(try run("governors", "--format", "json").output.contains("\"ids\"")))
    }

    @Test("Of a public report JSON has each number with what it can be, and --proof prints it")
    func proof() throws {
        let told = try run("governors", "--format", "json")
        let object = try #require(
            try JSONSerialization.jsonObject(with: Data(told.output.utf8)) as? [String: Any])
        let disclosure = try #require(object["disclosure"] as? [String: Any])
        let cells = try #require(disclosure["cells"] as? [[String: Any]])
        let sums = try #require(disclosure["sums"] as? [[String: Any]])
        let ids = Set(cells.compactMap { $0["id"] as? String })
        #expect(ids.count == cells.count && ids.contains("known"))
        for sum in sums {
            let parts = try #require(sum["of"] as? [String])
            #expect(ids.isSuperset(of: parts) && ids.contains(sum["total"] as? String ?? ""))
        }
        for cell in cells where ["<5", "*"].contains(cell["shown"] as? String) {
            let low = try #require(cell["low"] as? Int)
            #expect((cell["high"] as? Int).map { $0 - low >= 2 } ?? true, "\(cell)")
        }
        let text = try run("governors", "--proof")
        #expect(text.status == 0 && text.output.contains("Each hidden number"))
        #expect(!(try run("governors").output.contains("Each hidden number")))
        #expect(try run("governors", "--proof", "--audience", "confidential").status == 64)
        #expect(try run("money", "--proof").status == 64)
    }

    @Test("A public report that was presented counts for what the next one may tell")
    func successive() throws {
        let cksw = try CommandLine.school()
        let first = try cksw.run("report", "governors", "--format", "json")
        #expect(first.status == 0)
        #expect(!first.output.contains("since 2027-04-22"))
        try cksw.run(
            "record", "governors-report", "--academic-year", "2026-27", "--presented-on",
            "2027-04-22")
        // The same day, with the same numbers: told alike.
        let again = try cksw.run("report", "governors", "--format", "json")
        #expect(again.output == first.output)
        try cksw.run(
            "record", "pupil-add", "--pupil", "Z1", "--surname", "Quillon", "--forename", "O",
            "--born", "2021-02-02", "--year-group", "1", "--admitted", "2026-09-02")
        try cksw.run(
            "record", "status-begin", "--pupil", "Z1", "--status", "CIN", "--from", "2026-10-05")
        let next = try cksw.run("report", "governors", "--format", "json")
        #expect(next.status == 0 && next.output.contains("known since 2027-04-22"))
        #expect(try cksw.run("verify").status == 0)
    }

    @Test("A PDF needs weasyprint: where it is not installed it is said how to get it")
    func pdf() throws {
        let cksw = try Self.school.get()
        let none = try cksw.run(
            ["report", "money", "--format", "pdf", "-o", cksw.folder.file("none.pdf")],
            environment: ["PATH": "/nonexistent"])
        #expect(none.status == 69 && none.errors.contains("apt-get install weasyprint"))
        #expect(!FileManager.default.fileExists(atPath: cksw.folder.file("none.pdf")))
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/weasyprint") else { return }
        let made = try cksw.run(
            "report", "money", "--format", "pdf", "-o", cksw.folder.file("made.pdf"))
        #expect(made.status == 0, "\(made.errors)")
        #expect(try cksw.folder.bytes("made.pdf").starts(with: Array("%PDF".utf8)))
    }

    @Test("A file is for its owner alone, and is replaced with --force alone")
    func file() throws {
        let cksw = try Self.school.get()
        let path = cksw.folder.file("policy.html")
        let words = ["report", "policy", "--format", "html", "-o", path]
        #expect(try cksw.run(words).output == "\(path): written\n")
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600)
        let again = try cksw.run(words)
        #expect(again.status == 73 && again.errors.contains("--force"))
        #expect(try cksw.run(words + ["--force"]).status == 0)
        #expect(try cksw.run(["report", "policy", "-o", "/nonexistent/x"]).status == 73)
    }

    @Test("The journal says who made which report, of whom, for whom")
    func journal() throws {
        let cksw = try Self.school.get()
        #expect(try run("meeting", "K004").status == 0)
        let looks = try cksw.run("audit", "show", "K004").output
        #expect(
            looks.contains("report meeting confidential, for those who come to the PEP meeting"))
    }

    @Test(
        "What is asked for wrongly is refused",
        arguments: [
            ("nonsense", 64), ("meeting", 64), ("morning K004", 64), ("meeting K999", 66),
            ("money --audience public", 64), ("money --year 2026-27", 64),
            ("governors --term 2026-27", 64), ("governors --year soon", 64),
            ("governors --year 2098-99", 64), ("teacher --term 1999-00", 66),
            ("case K004 --from soon", 64), ("case K004 --from 2027-01-02 --to 2027-01-01", 64),
            ("money --table accounts-1", 64), ("money --format csv --table nonsense", 64),
            ("money --format odt", 64),
        ])
    func refused(words: String, status: Int32) throws {
        let result = try Self.school.get().run(
            ["report"] + words.split(separator: " ").map(String.init))
        #expect(result.status == status, "\(words): \(result.errors)")
        #expect(result.output.isEmpty && result.errors.split(separator: "\n").count == 1)
    }

    @Test("A page or a PDF is not shown on a terminal")
    func terminal() throws {
        let cksw = try Self.school.get()
        // script(1) gives a command a terminal; without it there is nothing to try.
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/script") else { return }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
        process.arguments = [
            "-qec",
            "\(BuiltProgram.cksw) --db \(cksw.store) --today \(cksw.today) report money --format html",
            "/dev/null",
        ]
        let output = Pipe()
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        try process.run()
        let said = String(
            decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 64)
        #expect(said.contains("name a file with -o"))
    }

    @Test("A text that names a child stops the public report, and nothing is written")
    func named() throws {
        let cksw = try CommandLine.school()
        let text = "We are proud of the child born on 2 Feb 2021"
        try cksw.run(
            "record", "pupil-add", "--pupil", "Z1", "--surname", "Quillon", "--forename",
            "Ottoline",
            "--born", "2021-02-02", "--year-group", "1", "--admitted", "2026-09-02")
        let written = try cksw.run(
            "record", "report-text", "--academic-year", "2026-27", "--kind", "strength", "--text",
            text)
        try #require(written.status == 0, "\(written.errors)")
        let path = cksw.folder.file("governors.txt")
        let stopped = try cksw.run("report", "governors", "-o", path)
        #expect(stopped.status == 65)
        #expect(stopped.errors.contains("2 feb 2021") && stopped.errors.contains("We are proud"))
        #expect(!FileManager.default.fileExists(atPath: path))
        #expect(try cksw.run("report", "governors", "--audience", "confidential").status == 0)
    }

    @Test("An earlier year is told as it stood on its last day, by the roles of today")
    func earlier() throws {
        let result = try run("governors", "--year", "2025-26")
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("academic year 2025-26, as it stood on"))
        #expect(result.output.contains("Mon 31 Aug 2026"))
    }
}

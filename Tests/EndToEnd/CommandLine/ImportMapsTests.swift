import Support
import Testing

@Suite("What is said of headings is kept")
struct ImportMapsTests {
    private static let roster =
        "Adm No,Surname,Forename,DOB,Year,Enrolment begins\n2103,Kaur,Simran,12/03/2020,1,01/09/2025\n"

    private func school() throws -> CommandLine {
        let cksw = try CommandLine(today: "2026-09-23")
        let base = SchoolCases.folder.appendingPathComponent("base").path
        #expect(try cksw.run("import", "bundle", base).status == 0)
        try cksw.folder.write("roster.csv", Self.roster)
        return cksw
    }

    private func take(_ cksw: CommandLine, _ words: String...) throws -> CommandLine.Result {
        try cksw.run(["import", "roster", cksw.folder.file("roster.csv")] + words)
    }

    @Test("A heading is named once, listed with who and when, used again, and forgotten")
    func kept() throws {
        let cksw = try school()
        #expect(try take(cksw).status == 65)
        #expect(try take(cksw, "--map", "Enrolment begins=admitted", "--dry-run").status == 0)
        #expect(try cksw.run("import", "maps").lines == ["nothing was said of headings yet"])
        #expect(try take(cksw, "--map", "Enrolment begins=admitted").status == 0)
        let maps = try cksw.run("import", "maps")
        #expect(maps.lines.count == 1)
        #expect(maps.output.hasPrefix("roster: Enrolment begins = admitted, by "))
        #expect(try take(cksw).output.contains("nothing changed"))
        // The person's last change is the import, and behind it what was said.
        #expect(try cksw.run("undo").status == 0)
        #expect(try cksw.run("import", "maps").lines.count == 1)
        #expect(
            try cksw.run("import", "maps", "--forget", "roster", "enrolment BEGINS").status == 0)
        #expect(try take(cksw).status == 65)
        #expect(
            try cksw.run("import", "maps", "--forget", "roster", "Enrolment begins").status == 66)
    }

    @Test("A column that is put aside is no longer told of")
    func ignored() throws {
        let cksw = try school()
        let first = try take(
            cksw, "--map", "Enrolment begins=ignore", "--set", "admitted=2025-09-01")
        #expect(first.status == 0, "\(first.errors)")
        #expect(try !take(cksw).errors.contains("Enrolment begins"))
    }

    @Test(
        "A field or a form that there is not is told, with those there are",
        arguments: [
            (
                ["--map", "Enrolment begins=entered"],
                "there is no such field; a roster has admission_no"
            ),
            (["--map", "Enrolment begins"], "is not \"HEADING=FIELD\""),
            (["--set", "admitted"], "is not FIELD=VALUE"), (["--set", "x=1"], "no such field"),
        ])
    func wrong(words: [String], says: String) throws {
        let cksw = try school()
        let result = try cksw.run(["import", "roster", cksw.folder.file("roster.csv")] + words)
        #expect(result.status == 64)
        #expect(result.errors.contains(says), "\(result.errors)")
    }

    @Test("The fields of a kind are listed with their headings")
    func fields() throws {
        let cksw = try CommandLine()
        let fields = try cksw.run("import", "fields", "staff")
        #expect(fields.lines.first?.hasPrefix("staff_code: the staff code: Staff Code") == true)
        #expect(try cksw.run("import", "fields", "ctf").status == 64)
    }

    @Test("A command that there is not is told as what it is, with those there are")
    func commands() throws {
        let cksw = try CommandLine()
        let kind = try cksw.run("import", "staffs", "x.csv")
        #expect(kind.status == 64)
        #expect(kind.errors.contains("import staffs: there is no such command; there are bundle"))
        #expect(!kind.errors.contains("--db"))
        let command = try cksw.run("dutys")
        #expect(command.status == 64)
        #expect(command.errors.contains("dutys: there is no such command"))
    }

    @Test("Sixty faults are ten lines, or every one where it is asked for")
    func all() throws {
        let cksw = try school()
        let rows = (0..<60).map { "\(3000 + $0),Fam\($0),Kid,12/03/2020,1\n" }.joined()
        try cksw.folder.write("many.csv", "Adm No,Surname,Forename,DOB,Year\n" + rows)
        let file = cksw.folder.file("many.csv")
        let few = try cksw.run("import", "roster", file)
        #expect(few.errors.split(separator: "\n").count <= 10)
        let every = try cksw.run("import", "roster", file, "--all")
        #expect(every.errors.split(separator: "\n").filter { $0.contains("is new") }.count == 60)
    }

    @Test("A sheet is chosen by its name, and a wrong name tells the names there are")
    func sheets() throws {
        let cksw = try school()
        let book = SchoolCases.file("s01-roster.xlsx").path
        let wrong = try cksw.run("import", "roster", book, "--sheet", "Nowhere")
        #expect(wrong.status == 65)
        #expect(wrong.errors.contains("has no sheet called Nowhere; its sheets are "))
    }
}

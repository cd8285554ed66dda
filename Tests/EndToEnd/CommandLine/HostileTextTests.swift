import Foundation
import Support
import Testing

@Suite("Hostile text on the command line")
struct HostileTextTests {
    private static let hostile =
        "=cmd|' /C calc'!A0 \u{202E}drow\u{2066}\u{200B}\u{FEFF}Z"
        + String(repeating: "\u{334}", count: 40) + " 字宽 👩‍👧 \u{2028}\u{AD}"

    /// Whether a terminal obeys it, or it hides.
    private func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "\n" { return false }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: return true
        default: return scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    @Test(
        "Text that steers or hides comes out visibly in lines and JSON, and unchanged in a bundle")
    func outputs() throws {
        let cksw = try CommandLine.school()
        let logged = try cksw.run(
            "record", "contact", "--pupil", "K004", "--at", "2027-04-22T09:22", "--with", "carer",
            "--how", "phone", "--about", "attendance", "--summary", Self.hostile)
        #expect(logged.status == 0, "\(logged.errors)")
        let named = try cksw.run(
            "record", "person", "--pupil", "K004", "--role", "carer", "--name", Self.hostile,
            "--from", "2026-09-02")
        #expect(named.status == 0, "\(named.errors)")
        var shown = 0
        for words in [
            ["show", "pupil", "K004", "--plain"], ["show", "chronology", "K004", "--plain"],
            ["show", "history", "pupil:K004"], ["show", "change", "2"], ["history", "--full"],
            ["history", "--json"], ["audit", "show", "K004"], ["audit", "show", "K004", "--json"],
            ["news", "--json"],
            ["duties", "--pupil", "K004", "--json"], ["undo", "--dry-run"],
        ] {
            let result = try cksw.run(words)
            #expect(result.status == 0, "\(words): \(result.errors)")
            let raw = (result.output + result.errors).unicodeScalars.filter(isDangerous)
            #expect(raw.isEmpty, "\(words): \(raw.map(\.value))")
            if result.output.contains("202E") || result.output.contains("202e") { shown += 1 }
        }
        #expect(shown >= 5, "\(shown)")
        #expect(try cksw.run("export", "bundle", cksw.folder.file("out")).status == 0)
        let contacts = String(decoding: try cksw.folder.bytes("out/contacts.csv"), as: UTF8.self)
        #expect(contacts.utf8.count > 0 && contacts.contains(Self.hostile))
        #expect(try cksw.run("export", "child", "K004", cksw.folder.file("request")).status == 0)
        let request = String(
            decoding: try cksw.folder.bytes("request/contacts.csv"), as: UTF8.self)
        #expect(request.contains("'" + Self.hostile))
    }

    @Test(
        "A field of a mebibyte is refused in few words, and nothing is kept of it",
        arguments: ["bundle", "roster", "attendance", "ctf"])
    func mebibyte(kind: String) throws {
        let cksw = try CommandLine(today: "2027-04-22")
        let long = String(repeating: "Zoë\u{202E}", count: (1 << 20) / 7)
        let row = "K1,\(long),Mia,2019-03-14,2,2023-09-04"
        let text =
            switch kind {
            case "bundle": "pupil,surname,forename,born,year_group,admitted\n\(row)\n"
            case "roster": "Adno,Surname,Forename,DOB,Year,Admission Date\n\(row)\n"
            case "attendance": "Adno,Date,AM,PM\nK1,2027-04-21,\(long),/\n"
            default:
                "<CTfile><CTFpupilData><Pupil><Surname>\(long)</Surname></Pupil></CTFpupilData>"
                    + "</CTfile>"
            }
        var path = "file"
        if kind == "bundle" {
            mkdir(cksw.folder.file("file"), 0o700)
            path = "file/pupils.csv"
        }
        try cksw.folder.write(path, text)
        let result = try cksw.run("import", kind, cksw.folder.file("file"))
        #expect(result.status == 65, "\(kind): \(result.status) \(result.errors.prefix(400))")
        #expect(result.errors.utf8.count < 1000, "\(kind): \(result.errors.prefix(400))")
        #expect(result.output == "")
        #expect(!FileManager.default.fileExists(atPath: cksw.store))
    }

    @Test(
        "What is given on the command line moves no terminal either",
        arguments: [
            ["show", "\u{1B}]0;x\u{7}"], ["why", "\u{1B}[2J", "pep-termly"],
            ["import", "roster", "/nowhere/\u{1B}[2J\u{202E}.csv"],
            ["--as", "\u{1B}[2J", "status"],
            ["--db", "/nowhere/\u{9B}2J\u{1B}[2J", "status"], ["\u{1B}[2J"], ["--\u{1B}[2J"],
            ["record", "\u{1B}[2J"], ["duties", "--rule", "\u{1B}[2J"],
            ["--today", "\u{1B}[2J", "status"], ["--pack", "/nowhere/\u{1B}[2J", "status"],
            ["export", "bundle", "/nowhere/\u{1B}[2J/x"],
            ["audit", "verify", "--anchor", "\u{1B}[2J"],
        ])
    func arguments(words: [String]) throws {
        let cksw = try CommandLine(today: "2027-04-22")
        let result = try cksw.run(words)
        #expect([64, 66, 73, 77, 65].contains(result.status), "\(words): \(result)")
        #expect(!result.errors.isEmpty)
        let raw = (result.output + result.errors).unicodeScalars.filter(isDangerous)
        #expect(raw.isEmpty, "\(words): \(result)")
    }
}

import Foundation
import Support
import Testing

@Suite struct RecordingTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test("A contact is logged, turns its duties, is undone and done again")
    func contact() throws {
        let cksw = try CommandLine.school()
        let before = try cksw.run("duties", "--json").output
        let logged = try cksw.run(
            "record", "contact", "--pupil", "K004", "--at", "2027-04-22T09:22", "--with", "carer",
            "--how", "phone", "--about", "attendance", "--summary", "Spoke with home", "--json")
        #expect(logged.status == 0)
        let answer = try object(logged.output)
        let turned = try #require(answer["turned"] as? [[String: Any]])
        #expect(turned.contains { $0["rule"] as? String == "attendance-contact-carer" })
        #expect(turned.allSatisfy { $0["before"] as? String != $0["after"] as? String })
        let after = try cksw.run("duties", "--json").output
        #expect(after != before)
        #expect(try cksw.run("undo").output.hasPrefix("undone:"))
        #expect(try cksw.run("duties", "--json").output == before)
        #expect(try cksw.run("redo").output.hasPrefix("redone:"))
        #expect(try cksw.run("duties", "--json").output == after)
        let history = try cksw.run("history", "pupil:K004").lines
        #expect(history.first?.contains("redo") == true)
    }

    @Test("A child comes without a number, gets one later, and keeps all that was entered")
    func number() throws {
        let cksw = try CommandLine.school()
        let added = try cksw.run(
            "record", "pupil-add", "--surname", "Newcome", "--forename", "Ida", "--born",
            "3 may 2020", "--year-group", "1")
        #expect(added.status == 0, "\(added.errors)")
        let first = try #require(added.lines.first)
        #expect(first.hasPrefix("NEW-"))
        #expect(
            try cksw.run(
                "record", "status-begin", "--pupil", first, "--status", "CP", "--from", "today",
                "--category", "neglect"
            ).status == 0)
        let said = try cksw.run("record", "pupil-number", "--pupil", first, "--number", "4711")
        #expect(said.status == 0, "\(said.errors)")
        #expect(said.lines.first == "pupil:4711")
        #expect(try cksw.run("show", "pupil", "4711").output.contains("Newcome"))
        #expect(try cksw.run("show", "pupil", first).status != 0)
        #expect(try cksw.run("history", "pupil:4711").lines.count >= 3)
        #expect(
            try cksw.run("record", "pupil-number", "--pupil", "K004", "--number", first).status
                == 65)
        #expect(try cksw.run("undo").status == 0)
        #expect(try cksw.run("show", "pupil", first).output.contains("Newcome"))
        #expect(try cksw.run("verify").status == 0)
    }

    @Test("The marks of a class are entered in one step that undo takes back")
    func classMarks() throws {
        let cksw = try CommandLine.school()
        let before = try cksw.run("duties", "--json").output
        let said = try cksw.run(
            "record", "class-marks", "--year-group", "2", "--session", "morning", "--absent",
            "K004 N")
        #expect(said.status == 0, "\(said.errors)")
        let after = try cksw.run("duties", "--json").output
        #expect(after != before)
        #expect(try cksw.run("undo").status == 0)
        #expect(try cksw.run("duties", "--json").output == before)
    }

    @Test("A record of any file is corrected by its id; what it said before stays in the history")
    func correction() throws {
        let cksw = try CommandLine.school()
        let words = [
            "record", "contact", "--pupil", "K004", "--contact-id", "C-1", "--with", "carer",
            "--how", "phone", "--about", "general", "--summary", "Spoke with hom",
        ]
        #expect(try cksw.run(words).status == 0)
        let corrected = try cksw.run(
            "record", "correct", "contacts", "--contact-id", "C-1", "--summary", "Spoke with home")
        #expect(corrected.status == 0, "\(corrected.errors)")
        #expect(corrected.lines.first == "C-1")
        #expect(try cksw.run("export", "bundle", cksw.folder.file("out")).status == 0)
        let contacts = String(
            decoding: try cksw.folder.bytes("out/contacts.csv"), as: UTF8.self)
        #expect(contacts.contains("Spoke with home"))
        #expect(contacts.contains(",carer,phone,"))
        #expect(try cksw.run("record", "correct", "nothing").status == 64)
        #expect(try cksw.run("record", "correct", "contacts", "--contact-id", "C-9").status == 66)
    }

    @Test("Where records begin is recorded, turns what fell due before, and is undone")
    func recordsBegin() throws {
        let cksw = try CommandLine.school()
        let before = try cksw.run("duties", "--json").output
        let said = try cksw.run("record", "school", "--records-from", "today", "--json")
        #expect(said.status == 0, "\(said.errors)")
        let turned = try #require(try object(said.output)["turned"] as? [[String: Any]])
        #expect(turned.contains { $0["after"] as? String == "not-applicable" })
        // A term that is not expected any more can leave the others enough, and a questionnaire is
        // asked for anew.
        let met = turned.filter { $0["after"] as? String == "met" }.map { $0["rule"] as? String }
        #expect(met.allSatisfy { $0 == "pep-three-a-year" || $0 == "sdq" })
        let duties = try cksw.run("duties", "--json").output
        #expect(duties.contains("before our records begin on"))
        #expect(try cksw.run("policy").output.contains("Our records begin on "))
        #expect(try cksw.run("export", "bundle", cksw.folder.file("out")).status == 0)
        let row = String(decoding: try cksw.folder.bytes("out/school.csv"), as: UTF8.self)
        #expect(row.hasPrefix("urn,name,phase,") && row.contains(",records_from\n"))
        #expect(try cksw.run("undo").output.hasPrefix("undone:"))
        #expect(try cksw.run("duties", "--json").output == before)
        // The bundle brings it into another store.
        let other = try CommandLine()
        #expect(try other.run("import", "bundle", cksw.folder.file("out")).status == 0)
        #expect(try other.run("export", "bundle", other.folder.file("again")).status == 0)
        #expect(try other.folder.bytes("again/school.csv") == cksw.folder.bytes("out/school.csv"))
    }

    @Test("An import is one step of the history and is taken back as one")
    func undoImport() throws {
        let cksw = try CommandLine.school()
        #expect(try cksw.run("undo").status == 0)
        #expect(try cksw.run("export", "bundle", cksw.folder.file("out")).status == 0)
        let pupils = try cksw.folder.bytes("out/pupils.csv")
        #expect(pupils.split(separator: 10).count == 1)
    }

    private static let badUses: [([String], Int32)] = [
        (["duties", "--rule", "no-such-rule"], 64),
        (["duties", "--state", "lost"], 64),
        (["duties", "--clause", "XX-1"], 64),
        (["record", "no-such-action"], 64),
        (["duties", "--pupil", "ZZZ"], 66),
        (["why", "pupil:ZZZ", "pep-termly"], 66),
        (["show", "no-such-page"], 64),
        (["undo", "9999"], 66),
        (["--no-such-option"], 64),
        (["record", "pep-plan", "--pupil", "K004", "--planned-for", "someday"], 65),
        (["record", "key-adult", "--pupil", "ZZZ", "--staff", "S01"], 66),
        (["import", "bundle", "/no/such/folder"], 66),
    ]

    @Test("Wrong use, bad data and unknown things have their own endings", arguments: badUses)
    func endings(words: [String], status: Int32) throws {
        let cksw = try CommandLine.school()
        let result = try cksw.run(words)
        #expect(result.status == status, "\(result.errors)")
        #expect(result.output.isEmpty)
        #expect(result.errors.split(separator: "\n").count == 1, "\(result.errors)")
    }

    @Test("A login without a role sees nothing, and learns nothing of the content")
    func stranger() throws {
        let cksw = try CommandLine.school()
        for words in [["duties"], ["status"], ["history"], ["show", "now"], ["undo"]] {
            let result = try cksw.run(words + ["--as", "nobody"])
            #expect(result.status == 77)
            #expect(result.output.isEmpty)
            #expect(!result.errors.contains("K0"))
        }
    }

    @Test("Reading a store that is not there makes none")
    func missing() throws {
        let cksw = try CommandLine()
        for words in [["duties"], ["status"], ["verify"], ["history"], ["undo"]] {
            #expect(try cksw.run(words).status == 66)
        }
        #expect(!FileManager.default.fileExists(atPath: cksw.store))
    }

    @Test("A demo store says that its pupils are invented, and takes no imports")
    func demo() throws {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        #expect(try cksw.run("duties").lines.first == "INVENTED PUPILS")
        #expect(try cksw.run("status").lines.first == "INVENTED PUPILS")
        #expect(
            try cksw.run(
                "import", "bundle",
                Fixtures.folder.appendingPathComponent("examples/01/bundle").path
            ).status == 65)
        #expect(try cksw.run("demo").status == 73)
        #expect(try cksw.run("demo", "--force").status == 0)
        #expect(try cksw.run("verify").status == 0)
        #expect(try cksw.run("status", "--check").status == 1)
    }

    @Test("The dashboard without a terminal says what to use instead")
    func noTerminal() throws {
        let cksw = try CommandLine()
        let result = try cksw.run([])
        #expect(result.status == 64)
        #expect(result.errors.contains("cksw status"))
    }

    @Test("Every subcommand has help")
    func help() throws {
        let cksw = try CommandLine()
        for name in [
            "demo", "import", "export", "duties", "why", "show", "record", "history", "undo",
            "redo", "status", "keys", "verify",
        ] {
            let result = try cksw.run(name, "--help")
            #expect(result.status == 0, "\(name): \(result.errors)")
            #expect(result.output.contains(name))
        }
    }
}

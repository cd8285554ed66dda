import Domain
import Testing

@testable import Exchange

@Suite("Common transfer files")
struct CTFTests {
    private static let files = ["9192081_CTF_9192082_001.xml", "9192081_CTF_9192082_025.xml"]

    private func file(
        version: String = "25.0", pupil: String = "", before: String = ""
    ) -> [UInt8] {
        Array(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            \(before)<CTfile><Header><CTFversion>\(version)</CTFversion></Header><CTFpupilData>
            \(pupil)
            </CTFpupilData></CTfile>
            """.utf8)
    }

    private let mia = """
        <Pupil><UPN>J919208123001</UPN><Surname>Ellwood</Surname><Forename>Mia</Forename>
        <DOB>2019-03-14</DOB></Pupil>
        """

    @Test("Versions 13 and 25 give the same children", arguments: files)
    func versions(name: String) throws {
        let school = try ImportSchool.withTerms()
        let options = ImportOptions(admitted: ImportSchool.day("2026-09-01"))
        let plan = try school.plan(.ctf, ImportSchool.fixture(name), options)
        #expect(plan.refused == [])
        #expect(plan.summary == ["6 rows: 6 new, 0 changed, 0 the same, 0 left out"])
        let after = school.after(plan)
        #expect(
            after.pupil("Y919208124003")?.values.joined(separator: "|")
                == "Y919208124003|Y919208124003|Okafor|Amarachi|Ami|2020-02-29|1||2026-09-01||N||||"
        )
        #expect(after.pupil("Y919208123002")?["sen"] == "K")
        #expect(plan.lookedAfter.map(\.words) == ["InCare: true, CareAuthority: 919"])
        #expect(
            plan.notices.map(\.text) == [
                "Amarachi Okafor: attendance totals are not stored: 2025, 919/2081, 380 possible, "
                    + "361 attended"
            ])
        #expect(plan.missing.isEmpty)
    }

    @Test("A file of children who are on record clears nothing", arguments: files)
    func partial(name: String) throws {
        var school = try ImportSchool.withTerms()
        school = try school.after(school.plan(.roster, ImportSchool.fixture("sims-roster.csv")))
        let plan = try school.plan(.ctf, ImportSchool.fixture(name))
        #expect(plan.summary.last == "nothing changed")
        #expect(plan.takenFor.hasPrefix("a common transfer file, version "))
    }

    @Test("A new child needs a date of admission, and the fault names the cure")
    func admitted() throws {
        let plan = try ImportSchool.withTerms().plan(.ctf, file(pupil: mia))
        #expect(plan.isRefused)
        #expect(
            plan.refusal.last
                == "file:3: is new and has no date of admission; give it with --admitted DATE: "
                + "Mia Ellwood")
    }

    @Test(
        "A document type is refused, wherever it stands",
        arguments: [
            "<!DOCTYPE CTfile>\n",
            "<!DOCTYPE CTfile [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n",
            "<!-- a -->\n<!DOCTYPE CTfile [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]>",
        ])
    func documentType(text: String) throws {
        let plan = try ImportSchool.withTerms().plan(.ctf, file(pupil: mia, before: text))
        #expect(plan.isRefused)
        #expect(plan.refused.first?.problem.contains("DOCTYPE") == true)
    }

    @Test("A document type in UTF-16 is refused too")
    func documentTypeUTF16() throws {
        let text = String(decoding: file(pupil: mia, before: "<!DOCTYPE CTfile>"), as: UTF8.self)
        var bytes: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
        let plan = try ImportSchool.withTerms().plan(.ctf, bytes)
        #expect(plan.refused.first?.problem.contains("DOCTYPE") == true)
    }

    @Test("Versions before 13 and files of another kind are refused", arguments: ["12.0", "", "x"])
    func oldVersions(version: String) throws {
        let plan = try ImportSchool.withTerms().plan(.ctf, file(version: version, pupil: mia))
        #expect(plan.isRefused)
        #expect(plan.refused.first?.column == "CTFversion")
    }

    @Test(
        "What is no common transfer file is refused with its line",
        arguments: [
            ("<html><body/></html>", "is no common transfer file: its root is html"),
            ("<CTfile>\n<Header></CTfile>", "is no well-formed XML here"),
            ("", "is no well-formed XML here"),
            ("UPN,Surname\n", "is no well-formed XML here"),
            ("<CTfile>&x;</CTfile>", "is no well-formed XML here"),
        ])
    func notACTF(text: String, problem: String) throws {
        let plan = try ImportSchool.withTerms().plan(.ctf, Array(text.utf8))
        #expect(plan.isRefused)
        #expect(plan.refused.map(\.problem) == [problem])
        #expect(plan.refused.first?.line != nil)
    }

    @Test("Depth and text have limits")
    func limits() throws {
        let deep =
            "<Pupil>" + String(repeating: "<a>", count: 40) + String(repeating: "</a>", count: 40)
            + "</Pupil>"
        let long = "<Pupil><UPN>" + String(repeating: "x", count: 30_000) + "</UPN></Pupil>"
        for (pupil, words) in [(deep, "too deeply"), (long, "too long")] {
            let plan = try ImportSchool.withTerms().plan(.ctf, file(pupil: pupil))
            #expect(plan.isRefused)
            #expect(plan.refused.first?.problem.contains(words) == true)
        }
    }

    @Test("Two children on one line are two rows")
    func oneLine() throws {
        let zoe = mia.replacing("J919208123001", with: "Y919208123002").replacing(
            "Mia", with: "Zoë")
        let pupils = (mia + zoe).replacing("\n", with: "")
            .replacing(
                "</DOB>", with: "</DOB><BasicDetails><NCyearActual>2</NCyearActual></BasicDetails>")
        let plan = try ImportSchool.withTerms().plan(
            .ctf, file(pupil: pupils), ImportOptions(admitted: ImportSchool.day("2026-09-01")))
        #expect(plan.new == 2)
    }
}

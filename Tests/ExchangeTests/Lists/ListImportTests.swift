import Domain
import Testing

@testable import Exchange

@Suite("Lists of staff, contacts and suspensions")
struct ListImportTests {
    private func school() throws -> ImportSchool {
        var school = try ImportSchool.withTerms()
        try school.add("1")
        try school.add("2", "Jo Tarn")
        return school
    }

    private func plan(
        _ kind: ImportKind, _ text: String, _ options: ImportOptions = ImportOptions(),
        in school: ImportSchool? = nil
    ) throws -> ImportPlan {
        try (school ?? self.school()).plan(kind, Array(text.utf8), options)
    }

    private func rows(_ kind: RecordKind, _ school: ImportSchool) -> [Record] {
        school.records.filter { $0.kind == kind }
    }

    // MARK: Staff

    private static let staff =
        "Staff Code,Name,Post,Teaching,QTS,SLT,Start Date,Leaving Date,Work Email\n"

    @Test("Staff are new, changed or the same; twice changes nothing; nobody is ended")
    func staff() throws {
        let text =
            Self.staff + "ABE,\"Bell, Anna\",Teacher,Y,Y,N,01/09/2020,,a.bell@school.example\n"
            + "EVA,Eve Vance,Head,Y,Y,Y,1/9/15,31/08/2026,\n"
        let plan = try plan(.staff, text)
        #expect(plan.new == 2)
        let after = try school().after(plan)
        let anna = try #require(rows(.staff, after).first { $0["staff"] == "ABE" })
        #expect(anna["name"] == "Anna Bell")
        #expect(anna["login"] == "")
        #expect(
            plan.noticeLines.contains { $0.contains("a.bell for Anna Bell (ABE) may be the login") }
        )
        #expect(try self.plan(.staff, text, in: after).command == nil)
        let fewer = try self.plan(
            .staff, Self.staff + "ABE,Anna Bell,Deputy,,,,,,\n", in: after)
        #expect(fewer.changed == 1)
        #expect(fewer.listing == ["changed: Anna Bell (ABE): post Deputy, was Teacher"])
        // Eve has left; she is not missed.
        #expect(fewer.missing == [])
    }

    @Test("Whoever is on the staff and not in the file stays and is listed")
    func missingStaff() throws {
        let text = Self.staff + "ABE,Anna Bell,Teacher,Y,Y,N,01/09/2020,,\n"
        let other = Self.staff + "CDU,Col Duff,Assistant,N,N,N,01/09/2020,,\n"
        let after = try school().after(plan(.staff, text))
        let plan = try plan(.staff, other, in: after)
        #expect(plan.missing.map(\.ref) == ["ABE"])
        #expect(rows(.staff, after.after(plan)).count == 2)
    }

    @Test("What a new member of staff lacks is one line with the cure, and --set fills it")
    func lacking() throws {
        let text =
            "Code,Name,Post,Teaching,QTS,Start Date\nABE,Anna Bell,Teacher,Y,Y,01/09/2020\n"
            + "CDU,Col Duff,Assistant,N,N,01/09/2020\n"
        let refused = try plan(.staff, text)
        #expect(refused.faultLines.count == 1)
        #expect(refused.faultLines[0].contains("--set leadership=VALUE"))
        let options = ImportOptions(settings: ["leadership": "no"])
        #expect(try plan(.staff, text, options).new == 2)
        #expect(
            try plan(.staff, text, ImportOptions(settings: ["leadership": "perhaps"])).isRefused)
    }

    @Test("A list of staff without codes is refused, and says how to name the column")
    func noCode() throws {
        let plan = try plan(.staff, "Name,Post,Ref\nAnna Bell,Teacher,ABE\n")
        #expect(plan.refused.first?.problem.hasPrefix("no heading tells the staff code") == true)
        #expect(plan.refused.first?.problem.contains("--map \"Ref=staff_code\"") == true)
    }

    @Test("One code for two people is refused")
    func twoPeople() throws {
        let text = Self.staff + "ABE,Anna Bell,Teacher,Y,Y,N,01/09/2020,,\n"
        let plan = try plan(.staff, text + "ABE,Abe Lee,Teacher,Y,Y,N,01/09/2020,,\n")
        #expect(plan.isRefused)
        #expect(
            try self.plan(.staff, text + text.split(separator: "\n")[1] + "\n").leftOut.count == 1)
    }

    // MARK: Contacts

    private static let contacts =
        "Adm No,Pupil Name,Contact Name,Relationship,PR,Priority,Main Phone,Mobile,Work Phone,Email\n"

    @Test(
        "A relationship is a parent, a carer, a social worker or another",
        arguments: [
            ("Mother", "parent"), ("STEP-FATHER", "parent"), ("Guardian", "parent"),
            ("Foster Carer", "carer"), ("Kinship carer", "carer"), ("Residential", "carer"),
            ("Social Worker", "social-worker"), ("Grandmother", "other"), ("", "other"),
            ("Mother / Carer", "parent"),
        ])
    func relationships(word: String, role: String) throws {
        let plan = try plan(
            .contacts, Self.contacts + "1,Mia Ellwood,Rosa Smith,\(word),Yes,1,01632 960101,,,\n")
        #expect(rows(.professionals, try school().after(plan)).map { $0["role"] } == [role])
    }

    @Test("The first number that is filled is kept; the others are told; a lost nought comes back")
    func numbers() throws {
        let plan = try plan(
            .contacts,
            Self.contacts + "1,Mia Ellwood,Rosa Smith,Mother,Y,1,,7700900101,01632 960102,\n")
        let person = try #require(rows(.professionals, try school().after(plan)).first)
        #expect(person["phone"] == "07700900101")
        #expect(person["from"] == "2026-11-24")
        #expect(person["priority"] == "1")
        #expect(plan.notices.contains { $0.text.contains("01632 960102") })
    }

    @Test("Whoever must not be rung stays so, and the next file on another day adds nobody")
    func kept() throws {
        let text = Self.contacts + "1,Mia Ellwood,Rosa Smith,Mother,Yes,1,01632 960101,,,\n"
        var after = try school().after(plan(.contacts, text))
        let person = try #require(rows(.professionals, after).first)
        after.records.removeAll { $0.key == person.key }
        after.records.append(person.with("contact", "no"))
        after.today = ImportSchool.day("2026-12-01")
        #expect(try plan(.contacts, text, in: after).command == nil)
        let moved = try plan(
            .contacts, text.replacing("01632 960101", with: "01632 960109"), in: after)
        #expect(moved.changed == 1)
        let now = rows(.professionals, after.after(moved))
        #expect(now.map { $0["contact"] } == ["no"])
        #expect(now.map { $0["phone"] } == ["01632 960109"])
    }

    @Test("Plain names are the contact's where a number tells the child")
    func plainNames() throws {
        let plan = try plan(
            .contacts, "Adm No,Surname,Forename,Relationship\n1,Smith,Rosa,Mother\n")
        #expect(rows(.professionals, try school().after(plan)).map { $0["name"] } == ["Rosa Smith"])
    }

    @Test("A child who is not on the roster is left out")
    func stranger() throws {
        let plan = try plan(
            .contacts,
            Self.contacts + "1,Mia Ellwood,Rosa Smith,Mother,Y,1,,,,\n"
                + "9,Nobody,Ned Nobody,Father,Y,1,,,,\n")
        #expect(plan.leftOut.map(\.line) == [3])
        #expect(plan.new == 1)
    }

    // MARK: Suspensions

    private static let suspensions = "Adm No,Type,Start Date,Sessions,Reason\n"

    @Test(
        "Sessions are halved; a permanent exclusion has no length",
        arguments: [
            ("Suspension", "3", "suspension", "1.5"), ("Fixed Term", "10", "suspension", "5.0"),
            ("Lunchtime", "1", "lunchtime", "0.5"), ("Permanent", "", "permanent", ""),
        ])
    func lengths(word: String, sessions: String, kind: String, days: String) throws {
        let plan = try plan(
            .suspensions, Self.suspensions + "1,\(word),14/09/2026,\(sessions),PP\n")
        let row = try #require(rows(.suspensions, try school().after(plan)).first)
        #expect(row["kind"] == kind)
        #expect(row["days"] == days)
        #expect(row["decided_on"] == "2026-09-14")
        #expect(row["tried"] == "")
    }

    @Test("A suspension that is on record keeps what was answered, and twice changes nothing")
    func again() throws {
        let text = Self.suspensions + "1,Suspension,14/09/2026,3,PP\n"
        var after = try school().after(plan(.suspensions, text))
        #expect(try plan(.suspensions, text, in: after).command == nil)
        let row = try #require(rows(.suspensions, after).first)
        after.records.removeAll { $0.key == row.key }
        after.records.append(row.with("tried", "A mentor"))
        let longer = try plan(.suspensions, text.replacing(",3,", with: ",4,"), in: after)
        #expect(longer.changed == 1)
        #expect(rows(.suspensions, after.after(longer)).map { $0["tried"] } == ["A mentor"])
    }

    @Test(
        "What cannot be read is refused",
        arguments: [
            "1,Suspension,14/09/2026,0,", "1,Suspension,14/09/2026,1.5,", "1,Suspension,,3,",
            "1,Detention,14/09/2026,3,", "1,Suspension,14/09/2026,,",
        ])
    func unreadable(row: String) throws {
        #expect(try plan(.suspensions, Self.suspensions + row + "\n").isRefused)
    }

    @Test("A file tells its kind by what it holds")
    func kinds() throws {
        let texts: [(String, ImportKind)] = [
            (Self.staff + "ABE,Anna Bell,Teacher,Y,Y,N,01/09/2020,,\n", .staff),
            (Self.contacts + "1,Mia Ellwood,Rosa Smith,Mother,Y,1,,,,\n", .contacts),
            (Self.suspensions + "1,Suspension,14/09/2026,3,PP\n", .suspensions),
            ("Adno,Surname,Forename,Year\n1,Ellwood,Mia,3\n", .roster),
            ("Adno,Date,AM,PM\n1,23/11/2026,/,\\\n", .attendance),
        ]
        let known = try school().onRecord()
        for (text, kind) in texts {
            let plan = SchoolFile(Array(text.utf8), name: "f").plan(
                among: ImportKind.allCases, { _ in ImportOptions() }, existing: known)
            #expect(plan?.kind == kind, "\(text)")
        }
    }
}

import Domain
import Testing

@testable import Exchange

@Suite("Which child a row is about")
struct RosterMatchingTests {
    private static let headings = "Admission No,UPN,Surname,Forename,DOB,Year,DOA\n"
    private static let upn = "J919208123001"
    private static let otherUPN = "Y919208123002"

    /// Mia Ellwood, 1201, with her UPN, and her classmate Jo Tarn, 1202, with hers.
    private func school() throws -> ImportSchool {
        var school = try ImportSchool.withTerms()
        try school.add("1201", upn: Self.upn)
        try school.add("1202", "Jo Tarn", born: "2019-05-01", upn: Self.otherUPN)
        return school
    }

    @Test(
        "By admission number or UPN, then by full name and date of birth",
        arguments: [
            "1201,,Ellwood,Mia,14/03/2019,2,", "01201,,Ellwood,Mia,14/03/2019,2,",
            ",J919208123001,Ellwood,Mia,14/03/2019,2,", ",,Ellwood,Mia,14/03/2019,2,",
            ",,ELLWOOD,mia,14/03/2019,2,", "1201,J919208123001,,,,2,",
            "9999,,Ellwood,Mia,14/03/2019,2,",
            "9999,J919208123001,Ellwood,Mia,14/03/2019,2,", "1201,,Ellwood,Mia,15/03/2019,2,",
            "1201,,Ellwood-Vane,Mia,14/03/2019,2,",
            "1201,,Quill,Dara,14/03/2019,2,", "1201,J919208123001,Quill,Dara,,2,",
        ])
    func found(row: String) throws {
        let plan = try school().plan(roster: Self.headings + row + "\n")
        #expect(plan.refused == [])
        #expect(plan.changed + plan.same == 1)
        #expect(plan.missing.map(\.ref) == ["1202"])
    }

    @Test(
        "A row that contradicts itself or the record is refused",
        arguments: [
            "1201,Y919208123002,Ellwood,Mia,14/03/2019,2,", "1201,,Quill,Dara,01/01/2020,2,",
            "1201,,Quill,Dara,,2,",
            // A brother: the surname alone agrees. A classmate: the forename alone does.
            "1201,,Ellwood,Ben,01/02/2022,R,", "1201,,Quill,Mia,01/02/2020,2,",
            ",J919208123001,Ellwood,Ben,01/02/2022,R,",
            // Another child on record to the letter.
            "1201,,Tarn,Jo,01/05/2019,2,", "1201,,Tarn,Jo,,2,",
            ",J919208123001,Quill,Dara,01/01/2020,2,", "1201,M919208124004,,,,2,",
            ",M919208124004,Ellwood,Mia,14/03/2019,2,",
        ])
    func contradicts(row: String) throws {
        let plan = try school().plan(roster: Self.headings + row + "\n")
        #expect(plan.isRefused)
        #expect(plan.refusedRows == 1)
    }

    @Test("The number of one child with name and birthday of another is told with both")
    func namesake() throws {
        var school = try school()
        try school.add("1203", born: "2019-06-01")
        let plan = try school.plan(roster: Self.headings + "1201,,Ellwood,Mia,01/06/2019,2,\n")
        #expect(
            plan.refused.map(\.problem) == [
                "the admission number is that of Mia Ellwood (1201), but the name and date of birth "
                    + "are those of Mia Ellwood (1203)"
            ])
        let register = "Adno,Surname,Forename,Date,AM,PM\n"
        let marks = try school.plan(register: register + #"1202,Ellwood,Mia,23/11/2026,N,N"#)
        #expect(
            marks.refused.map(\.problem) == [
                "the admission number is that of Jo Tarn (1202), but the name is that of Mia Ellwood "
                    + "(1201)"
            ])
        // A name that a register writes in part stays the number's.
        let part = try school.plan(register: register + #"1201,Ellwood,Mia-Rose,23/11/2026,N,N"#)
        #expect(part.new == 1)
    }

    @Test("What a line quotes of a file is cut, so that it is read to its end")
    func longCells() throws {
        let long = String(repeating: "¨", count: 5000)
        let headings = Self.headings.dropLast() + ",Looked After\n"
        let row = "12\(long),\(Self.upn),Ellwood,Mia,14/03/2019,2,,Y\(long)\n"
        let plan = try school().plan(roster: headings + row)
        #expect(plan.refused == [])
        let lines = plan.noticeLines
        #expect(lines.allSatisfy { $0.utf8.count < 500 })
        #expect(lines.contains { $0.contains("was found by UPN, not by 12¨") })
        #expect(lines.contains { $0.hasSuffix("confirm it with a date; no status was made") })
    }

    @Test("A name alone finds nobody")
    func nameAlone() throws {
        let plan = try school().plan(roster: Self.headings + ",,Ellwood,Mia,,2,\n")
        #expect(plan.isRefused)
        #expect(plan.same == 0)
    }

    @Test("Names are compared without accents, apostrophes, hyphens or case")
    func folding() throws {
        var school = try ImportSchool.withTerms()
        try school.add("7", "Zoë O’Connor-Díaz", born: "2019-07-01")
        for name in ["O'Connor-Díaz", "OConnor Diaz", "O’CONNOR DÍAZ"] {
            let plan = try school.plan(roster: Self.headings + ",,\(name),Zoe,01/07/2019,2,\n")
            #expect(plan.refused == [])
            #expect(plan.new == 0)
        }
    }

    @Test("A child is found by the preferred name too, which stays")
    func preferredName() throws {
        var school = try ImportSchool.withTerms()
        try school.add("7", more: ["known_as": "Mimi", "preferred_surname": "Ashdown"])
        let plan = try school.plan(roster: Self.headings + ",,Ashdown,Mimi,14/03/2019,2,\n")
        #expect(plan.summary.last == "nothing changed")
    }

    @Test("Two children with one name and birthday are never guessed at")
    func twins() throws {
        var school = try ImportSchool.withTerms()
        try school.add("1")
        try school.add("2")
        let bare = try school.plan(roster: Self.headings + ",,Ellwood,Mia,14/03/2019,2,\n")
        #expect(bare.isRefused)
        #expect(bare.refused.first?.problem.contains("(1) and Mia Ellwood (2)") == true)
        let numbered = try school.plan(
            roster: Self.headings + "1,,Ellwood,Mia,14/03/2019,2,\n2,,Ellwood,Mia,14/03/2019,2,\n")
        #expect(numbered.same == 2)
    }

    @Test("A row that is there twice is left out and listed; rows that contradict are refused")
    func twice() throws {
        let row = "1201,J919208123001,Ellwood,Mia,14/03/2019,2,\n"
        let repeated = try school().plan(roster: Self.headings + row + row)
        #expect(repeated.same == 1)
        #expect(repeated.leftOut.map(\.text) == ["Mia Ellwood: repeats line 2"])
        let contradicting = try school().plan(
            roster: Self.headings + row + ",,Ellwood,Mia,14/03/2019,1,\n",
            ImportOptions(acceptRest: true))
        #expect(contradicting.refusedRows == 2)
        #expect(contradicting.isRefused)
    }

    @Test("One UPN for two new children is a contradiction")
    func oneUPNTwice() throws {
        let plan = try ImportSchool.withTerms().plan(
            roster: Self.headings + "1,\(Self.upn),Ellwood,Mia,14/03/2019,2,04/09/2023\n"
                + "2,\(Self.upn),Tarn,Jo,01/05/2019,2,04/09/2023\n")
        #expect(plan.refused.map(\.line) == [2, 3])
    }

    @Test("A permanent UPN takes the place of a temporary one, with a notice")
    func newUPN() throws {
        var school = try ImportSchool.withTerms()
        try school.add("1", upn: "R91920812500A")
        let plan = try school.plan(
            roster: Self.headings + "1,\(Self.upn),Ellwood,Mia,14/03/2019,2,\n")
        #expect(plan.changed == 1)
        #expect(plan.notices.map(\.text) == ["Mia Ellwood: the UPN was R91920812500A"])
    }

    @Test("What was seen is what the change may overwrite")
    func seen() throws {
        let school = try school()
        let plan = try school.plan(
            roster: Self.headings
                + "1201,,Ellwood,Mia,14/03/2019,1,\n9,,Quill,Dara,01/01/2020,1,02/09/2024\n")
        let key = RecordKey(kind: .pupils, parts: ["1201"])
        #expect(plan.command?.seen[key] == .some(school.pupil("1201")))
        #expect(plan.command?.seen[RecordKey(kind: .pupils, parts: ["9"])] == .some(nil))
        #expect(plan.command?.seen.count == 2)
    }
}

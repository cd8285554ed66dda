import Domain
import Testing

@testable import Store

@Suite("Reading facts")
struct FactsTests {
    let folder = Folder()

    @Test("Facts of a store are those of its records, child by child")
    func sameAsRecords() throws {
        let store = try folder.school()
        try store.put(
            pep("P1"), pep("P2", "K002"), target("T1", pep: "P1"), target("T2", pep: "P2"),
            contact("C1"), fundEntry("E1", amount: "450.00"))
        try store.put(marks([2: #"/\"#, 3: #"L9\"#]))
        let expected = Facts(records: try store.everything(), bankHolidays: [])
        let found = try store.read { try $0.facts(bankHolidays: []) }
        #expect(found.pupils.keys.sorted() == [ada, ben])
        for ref in [ada, ben] {
            let (one, two) = (try #require(found.pupils[ref]), try #require(expected.pupils[ref]))
            #expect(one.pupil.record == two.pupil.record)
            #expect(records(one) == records(two))
            #expect(one.marks == two.marks)
        }
        #expect(found.school.school?.record == expected.school.school?.record)
        #expect(found.school.calendar.records == expected.school.calendar.records)
        #expect(found.school.staff.map(\.record) == expected.school.staff.map(\.record))
        #expect(found.school.roles.map(\.record) == expected.school.roles.map(\.record))
        #expect(found.school.funds.map(\.record) == expected.school.funds.map(\.record))
        #expect(found.school.entries.map(\.record) == expected.school.entries.map(\.record))
    }

    @Test("Some children's facts are theirs alone; an unknown child has none")
    func some() throws {
        let store = try folder.school()
        try store.put(contact("C1"), contact("C2", "K002"), pep("P2", "K002"))
        try store.put(marks([2: "II"]), of: ben)
        let found = try store.read { try $0.pupilFacts(of: [ben, PupilRef("K999")]) }
        #expect(found.map(\.ref) == [ben])
        #expect(found.first?.contacts.map(\.id) == ["C2"])
        #expect(found.first?.peps.map(\.id) == ["P2"])
        #expect(found.first?.marks.keys.map(\.start) == [2026])
        #expect(try store.read { try $0.pupilFacts(of: []) }.isEmpty)
    }

    @Test("A child's revision moves with everything about the child, and with nothing else")
    func revision() throws {
        let store = try folder.school()
        func revisions() throws -> [Int64] {
            try store.read { try $0.pupilFacts() }.map(\.revision)
        }
        #expect(try revisions() == [1, 1])
        try store.put(contact("C1"))
        #expect(try revisions() == [2, 1])
        try store.put(pep("P1", "K002"))
        try store.put(target("T1", pep: "P1"))
        #expect(try revisions() == [2, 4])
        try store.put(contact("C1", "K002"))
        #expect(try revisions() == [5, 5])
        try store.put(marks([2: "II"]))
        try store.put(staff("S03", login: "x"))
        #expect(try revisions() == [6, 5])
        _ = try store.look(at: .pupil(ada), page: "pupil", by: teacher, at: morning)
        #expect(try revisions() == [6, 5])
    }

    @Test("Children of any status, past ones too, are found without their facts")
    func anyStatus() throws {
        let store = try folder.school()
        #expect(try store.read { try $0.pupilsWithAnyStatus() } == [ada])
        try store.put(
            Record(
                .status,
                ["pupil": "K002", "status": "CIN", "from": "2019-01-01", "to": "2019-02-01"]))
        #expect(try store.read { try $0.pupilsWithAnyStatus() } == [ada, ben])
    }

    @Test("The roster of a day holds those on roll, from their first day to their last")
    func roster() throws {
        let store = try folder.school()
        try store.put(pupil("K002", "Bjørn").with("left", "2026-07-22"))
        func roster(_ day: String) throws -> [PupilRef] {
            let day = try #require(Day(iso: day))
            return try store.read { try $0.roster(on: day) }.map(\.ref)
        }
        #expect(try roster("2024-09-01") == [])
        #expect(try roster("2024-09-02") == [ada, ben])
        #expect(try roster("2026-07-22") == [ada, ben])
        #expect(try roster("2026-07-23") == [ada])
    }

    @Test("A login's roles are those of its member of staff and those that name it, on their days")
    func roles() throws {
        let store = try folder.school()
        try store.put(
            Record(
                .roles,
                [
                    "role": "designated-governor", "person": "R Nakamura", "from": "2024-01-01",
                    "to": "2026-08-31", "login": "rnakamura",
                ]))
        func roles(_ login: String, _ day: String) throws -> [String] {
            let day = try #require(Day(iso: day))
            return try store.read { try $0.roles(ofLogin: login, on: day) }.map(\.name.rawValue)
        }
        #expect(try roles("jkaya", "2026-11-23") == ["designated-teacher"])
        #expect(try roles("jkaya", "2022-08-31") == [])
        #expect(try roles("mosei", "2026-11-23") == [])
        #expect(try roles("rnakamura", "2026-08-31") == ["designated-governor"])
        #expect(try roles("rnakamura", "2026-09-01") == [])
        #expect(try roles("", "2026-08-31") == [])
        try store.put(staff("S01", login: "jkaya").with("to", "2026-10-01"))
        #expect(try roles("jkaya", "2026-11-23") == [])
    }

    @Test("A snapshot answers as one moment, while another connection writes")
    func oneMoment() throws {
        let store = try folder.school()
        let writer = try Store.open(at: folder.store, .existing)
        try store.read { (snapshot: Snapshot) throws in
            #expect(snapshot.records(of: .contacts).isEmpty)
            try writer.put(contact("C1"))
            #expect(snapshot.records(of: .contacts).isEmpty)
        }
        #expect(try store.record(.contacts, "C1") != nil)
    }

    @Test("What cannot be read in a look-up is thrown when the reading ends")
    func lookupFailure() throws {
        let store = try folder.school()
        try store.connection.outsideTransaction { session in
            try session.run("PRAGMA foreign_keys = OFF; DROP TABLE contacts")
        }
        #expect(
            refusal { _ = try store.read { $0.records(of: .contacts) } }?.exitStatus == 70)
    }

    private func records(_ facts: PupilFacts) -> [Record] {
        var records = facts.statuses.map(\.record)
        records += facts.professionals.map(\.record)
        records += facts.adults.map(\.record)
        records += facts.peps.map(\.record)
        records += facts.pepPeople.map(\.record)
        records += facts.targets.map(\.record)
        return records + facts.contacts.map(\.record)
    }
}

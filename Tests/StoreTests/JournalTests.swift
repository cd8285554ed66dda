import Domain
import Testing

@testable import Store

@Suite("The journal")
struct JournalTests {
    let folder = Folder()

    @Test("An entry says who did what, when and about whom, with what it was and became")
    func entry() throws {
        let store = try folder.school()
        let first = try contact("C1")
        try store.put(first)
        let second = try contact("C1", summary: "No answer")
        let change = try #require(try store.put(second, by: other))
        let entry = try store.read { try $0.entry(change) }
        #expect(entry.by == "mosei")
        #expect(entry.at == morning)
        #expect(entry.action == "contact")
        #expect(entry.subject == .pupil(ada))
        #expect(!entry.isUndone)
        #expect(
            try store.read { try $0.records(touchedBy: change) }
                == [RecordStep(key: first.key, before: first, after: second)])
    }

    @Test("Marks are shown day by day, only those that differ")
    func marksDetail() throws {
        let store = try folder.school()
        try store.put(marks([2: #"/\"#, 3: #"L9\"#]))
        let change = try #require(try store.put(marks([2: #"/\"#, 4: "II"])))
        let touched = try store.read { try $0.records(touchedBy: change) }
        #expect(touched.map(\.key.parts) == [["K001", "2026-11-03"], ["K001", "2026-11-04"]])
        #expect(touched.map { $0.before?["am"] } == ["L", nil])
        #expect(touched.map { $0.before?["late_minutes"] } == ["9", nil])
        #expect(touched.map { $0.after?["am"] } == [nil, "I"])
    }

    @Test("A child's history is every change of anything of the child, imports too")
    func ofChild() throws {
        let store = try folder.school()
        try store.put(pep("P1", "K002"))
        let target = try store.apply(
            Command(
                action: "target", subject: .school, changes: [.put(target("T1", pep: "P1"))]),
            by: teacher, at: morning)
        try store.put(contact("C1"))
        let marks = try store.put(marks([2: "II"]), of: ben)
        let numbers = try store.history(.pupil(ben)).map(\.change.rawValue)
        #expect(numbers == [marks?.rawValue, target?.rawValue, 2, 1])
        #expect(try store.history(.pupil(ada)).map(\.change.rawValue) == [4, 1])
        #expect(try store.history(.pupil(PupilRef("K999"))).isEmpty)
    }

    @Test("The history of a fund, a member of staff and the school")
    func ofOthers() throws {
        let store = try folder.school()
        _ = try store.apply(
            Command(
                action: "fund-entry", subject: .fund("F1"),
                changes: [.put(fundEntry("E1", amount: "1.00"))]), by: teacher, at: morning)
        try store.put(staff("S02", login: "someone"))
        #expect(try store.history(.fund("F1")).map(\.change.rawValue) == [2, 1])
        #expect(try store.history(.staff("S02")).map(\.change.rawValue) == [3, 1])
        #expect(try store.history(.school).map(\.change.rawValue) == [1])
        #expect(try store.read { try $0.history(limit: 2) }.map(\.change.rawValue) == [3, 2])
    }

    @Test("A look is on record, in the child's history when asked for, and is no change")
    func looks() throws {
        let store = try folder.school()
        let look = try store.look(at: .pupil(ada), page: "pupil", by: other, at: morning)
        #expect(try store.history(.pupil(ada)).map(\.change.rawValue) == [1])
        let seen = try store.read { try $0.history(of: .pupil(ada), looks: true) }
        #expect(seen.first?.change == look)
        #expect(seen.first?.page == "pupil")
        #expect(seen.first?.isChange == false)
        #expect(try store.read { try $0.verify() }.isWhole)
    }

    @Test("What happened since tells who, which children and which kinds")
    func since() throws {
        let store = try folder.school()
        let last = try store.read { try $0.lastChange() }
        try store.put(contact("C1", "K002"), by: other)
        try store.look(at: .pupil(ada), page: "pupil", by: teacher, at: morning)
        try store.put(staff("S03", login: "x"), by: other)
        try store.read { (snapshot: Snapshot) throws in
            #expect(try snapshot.history(since: last).map(\.change.rawValue) == [2, 4])
            #expect(try snapshot.pupils(changedSince: last) == [ben])
            #expect(try snapshot.kinds(changedSince: last) == [.contacts, .staff])
            #expect(try snapshot.history(since: snapshot.lastChange()).isEmpty)
        }
    }

    @Test("The number of the data moves when another connection writes, and only then")
    func dataVersion() throws {
        let store = try folder.school()
        let writer = try Store.open(at: folder.store, .existing)
        let first = try store.dataVersion()
        #expect(try store.dataVersion() == first)
        try writer.put(contact("C1"))
        #expect(try store.dataVersion() != first)
    }

    @Test(
        "A journal that was meddled with is found out, at its first bad entry",
        arguments: [
            ("UPDATE journal SET at = at + 60 WHERE change = 3", 3),
            ("UPDATE journal SET \"by\" = 'nobody' WHERE change = 2", 2),
            ("UPDATE journal SET action = 'pep-plan' WHERE change = 4", 4),
            ("UPDATE journal SET subject = 'school' WHERE change = 4", 4),
            ("UPDATE journal SET page = 'now' WHERE change = 4", 4),
            ("UPDATE journal SET undoes = 1 WHERE change = 4", 4),
            ("UPDATE journal SET hash = zeroblob(32) WHERE change = 5", 5),
            ("UPDATE journal SET previous = zeroblob(32) WHERE change = 1", 1),
            ("DELETE FROM journal WHERE change = 3", 3),
            ("DELETE FROM journal WHERE change >= 5", 5),
            (
                "UPDATE journal SET change = CASE change WHEN 3 THEN -4 ELSE -3 END "
                    + "WHERE change IN (3, 4); UPDATE journal SET change = -change WHERE change < 0",
                3
            ),
            (
                "UPDATE journal_records SET after = replace(after, 'plan', 'play') WHERE change = 2",
                2
            ),
            ("UPDATE journal_records SET before = NULL WHERE change = 4", 4),
            ("UPDATE journal_records SET key = 'C9' WHERE change = 4", 4),
            ("DELETE FROM journal_records WHERE change = 4", 4),
            ("UPDATE journal_records SET after = x'0001020304' WHERE change = 5", 5),
            (
                "INSERT INTO journal_records VALUES (4, 7, 'contacts', 'C7', NULL, '{}', NULL, NULL)",
                4
            ),
            (
                "INSERT INTO journal_records VALUES (9, 0, 'contacts', 'C7', NULL, '{}', NULL, NULL)",
                9
            ),
        ])
    func meddled(sql: String, bad: Int) throws {
        let store = try folder.school()
        try store.put(contact("C1"))
        try store.look(at: .pupil(ada), page: "pupil", by: teacher, at: morning)
        try store.put(contact("C1", summary: "No answer"))
        try store.put(marks([2: "II"]))
        #expect(
            try store.read { try $0.verify() }
                == VerifyReport(
                    entries: 5, firstBadEntry: nil, faults: []))
        try store.connection.outsideTransaction { session in
            try session.run("PRAGMA foreign_keys = OFF; " + sql)
        }
        let report = try store.read { try $0.verify() }
        #expect(report.firstBadEntry == ChangeNumber(rawValue: Int64(bad)))
        #expect(!report.isWhole)
    }

    @Test(
        "A table that was changed behind the journal's back is found out",
        arguments: [
            (
                "UPDATE contacts SET pupil = 'K999'",
                [
                    "contacts C1: pupil: names K999, which is no record of pupils.csv.",
                    "contacts C1 is not as the journal left it.",
                ]
            ),
            (
                "UPDATE attendance SET late = x'002405'",
                ["attendance K001 2026 is not as the journal left it."]
            ),
            (
                "DELETE FROM roles",
                [
                    "roles designated-teacher S01 2022-09-01 is not as the journal "
                        + "left it."
                ]
            ),
            (
                "INSERT INTO terms VALUES ('2026-27', 'spring', '2027-01-04', '2027-03-25', 1)",
                ["terms holds 1 of which the journal knows nothing."]
            ),
        ])
    func changedBehind(sql: String, faults: [String]) throws {
        let store = try folder.school()
        try store.put(contact("C1"))
        try store.put(marks([2: "II", 3: #"L9\"#]))
        _ = try store.undo(by: teacher, at: morning)
        _ = try store.redo(by: teacher, at: morning)
        #expect(try store.read { try $0.verify() }.faults == [])
        try store.connection.outsideTransaction { session in
            try session.run("PRAGMA foreign_keys = OFF; " + sql)
        }
        let report = try store.read { try $0.verify() }
        #expect(report.firstBadEntry == nil)
        #expect(report.faults == faults)
    }

    @Test("The hash of a known text is that of the standard")
    func sha256() {
        var digest = SHA256()
        digest.update(Array("abc".utf8))
        #expect(
            digest.finish().hex
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
}

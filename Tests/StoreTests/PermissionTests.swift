import Domain
import Foundation
import Store
import Testing

@Suite("What a store refuses")
struct PermissionTests {
    private func role(_ name: String, _ login: String) throws -> Record {
        try Record(
            .roles, ["role": name, "person": "P \(login)", "from": "2020-09-01", "login": login])
    }

    private func school(_ roles: (String, String)...) throws -> (Folder, Store) {
        let folder = Folder()
        let store = try folder.school()
        let rows = try roles.map { RecordChange.put(try role($0, $1)) }
        _ = try store.apply(
            Command(action: "role", subject: .school, changes: rows),
            by: Actor(login: "keeper", isKeeper: true), at: morning)
        return (folder, store)
    }

    private func put(_ record: Record) -> Command {
        Command(action: "test", subject: .school, changes: [.put(record)])
    }

    private func term() throws -> Record {
        try Record(
            .terms,
            [
                "academic_year": "2027-28", "term": "autumn", "start": "2027-09-01",
                "end": "2027-12-17",
            ])
    }

    @Test("A login without a current role changes nothing", arguments: ["stranger", ""])
    func stranger(_ login: String) throws {
        let (_, store) = try school(("dsl", "lead"))
        let actor = Actor(login: login, isKeeper: false)
        #expect(throws: StoreError.notPermitted(login: login)) {
            _ = try store.apply(put(term()), by: actor, at: morning)
        }
    }

    @Test("An administrator enters terms and marks, and begins no status")
    func administrator() throws {
        let (_, store) = try school(("administrator", "office"))
        let office = Actor(login: "office", isKeeper: false)
        #expect(try store.apply(put(term()), by: office, at: morning) != nil)
        var marks = YearMarks(year: autumn)
        marks.set(Day(iso: "2026-11-20") ?? autumn.first, am: RegisterCode("/"), pm: nil, late: nil)
        #expect(
            try store.apply(
                Command(action: "marks", subject: .school, changes: [.marks(ada, marks)]),
                by: office, at: morning) != nil)
        let status = try Record(
            .status, ["pupil": ada.text, "status": "CP", "from": "2026-11-01"])
        #expect(throws: StoreError.notPermitted(login: "office")) {
            _ = try store.apply(put(status), by: office, at: morning)
        }
    }

    @Test("Nobody but head and keeper gives a role, least of all to themselves")
    func escalation() throws {
        let (_, store) = try school(
            ("head", "head"), ("dsl", "lead"), ("designated-teacher", "teacher"),
            ("administrator", "office"))
        for login in ["lead", "teacher", "office"] {
            #expect(throws: StoreError.notPermitted(login: login)) {
                _ = try store.apply(
                    put(role("head", login)), by: Actor(login: login, isKeeper: false),
                    at: morning)
            }
        }
        #expect(
            try store.apply(
                put(role("senco", "other")), by: Actor(login: "head", isKeeper: false),
                at: morning) != nil)
    }

    @Test("A command is refused whole where one of its records is")
    func whole() throws {
        let (_, store) = try school(("administrator", "office"))
        let status = try Record(
            .status, ["pupil": ada.text, "status": "CP", "from": "2026-11-01"])
        #expect(throws: StoreError.notPermitted(login: "office")) {
            _ = try store.apply(
                Command(
                    action: "test", subject: .school,
                    changes: [.put(try term()), .put(status)]),
                by: Actor(login: "office", isKeeper: false), at: morning)
        }
        #expect(
            try store.read { $0.record(try term().key) } == nil)
    }

    @Test("A text that is not seen stays, cannot be uncovered, and cannot be removed")
    func hidden() throws {
        let (_, store) = try school(("designated-teacher", "teacher"), ("dsl", "lead"))
        let teacher = Actor(login: "teacher", isKeeper: false)
        let contact = try Record(
            .contacts,
            [
                "contact_id": "X1", "pupil": ada.text, "at": "2026-11-20T09:00:00Z",
                "with": "carer", "how": "phone", "staff": "S01", "about": "safeguarding",
                "summary": "secret",
            ])
        _ = try store.apply(put(contact), by: Actor(login: "lead", isKeeper: false), at: morning)
        // How it looks to the teacher, changed where the teacher sees.
        let changed = contact.with("summary", "").with("how", "visit")
        #expect(try store.apply(put(changed), by: teacher, at: morning) != nil)
        #expect(
            try store.read { $0.record(contact.key) } == contact.with("how", "visit"))
        for attempt in [
            contact.with("summary", "").with("about", "general"),
            contact.with("summary", "").with("pupil", ben.text),
            contact.with("summary", "overwritten"),
        ] {
            #expect(throws: StoreError.notPermitted(login: "teacher")) {
                _ = try store.apply(put(attempt), by: teacher, at: morning)
            }
        }
        #expect(throws: StoreError.notPermitted(login: "teacher")) {
            _ = try store.apply(
                Command(action: "test", subject: .school, changes: [.remove(contact.key)]),
                by: teacher, at: morning)
        }
    }

    @Test("Whoever did not see a text is not told it by a clash either")
    func clash() throws {
        let (_, store) = try school(("designated-teacher", "teacher"))
        let status = try Record(
            .status,
            ["pupil": ada.text, "status": "CIN", "from": "2026-11-01", "note": "secret"])
        _ = try store.apply(put(status), by: Actor(login: "k", isKeeper: true), at: morning)
        let command = Command(
            action: "test", subject: .school,
            changes: [.put(status.with("note", "").with("to", "2026-11-20"))],
            seen: [status.key: status.with("note", "").with("local_authority", "other")])
        do {
            _ = try store.apply(
                command, by: Actor(login: "teacher", isKeeper: false), at: morning)
            Issue.record("the clash was not noticed")
        } catch let error as StoreError {
            #expect(!error.message.contains("secret"))
            #expect(error.exitStatus == 65)
        }
    }

    @Test("Undo takes back one's own even where it is not seen any more, and no more than that")
    func undo() throws {
        let (_, store) = try school(("designated-teacher", "teacher"), ("dsl", "lead"))
        let teacher = Actor(login: "teacher", isKeeper: false)
        let contact = try Record(
            .contacts,
            [
                "contact_id": "X1", "pupil": ada.text, "at": "2026-11-20T09:00:00Z",
                "with": "carer", "how": "phone", "staff": "S01", "about": "safeguarding",
                "summary": "secret",
            ])
        _ = try store.apply(put(contact), by: teacher, at: morning)
        #expect(try store.undo(by: teacher, at: morning) != nil)
        let number = try #require(
            try store.apply(put(contact), by: Actor(login: "lead", isKeeper: false), at: morning))
        #expect(throws: StoreError.notPermitted(login: "teacher")) {
            _ = try store.undo(number, by: teacher, at: morning)
        }
    }
}

import Domain
import Testing

@testable import Store

@Suite("Setting up, as the store keeps it")
struct SettingUpTests {
    let folder = Folder()
    private let today = Day(iso: "2026-11-23") ?? Day(rawValue: 0)

    private func setup(_ store: Store) throws -> SetupFacts {
        try store.read { try $0.setupFacts(on: today) }
    }

    @Test("An empty store holds nothing that a step asks for")
    func empty() throws {
        let store = try Store.open(at: folder.store, .create)
        #expect(try setup(store) == SetupFacts())
    }

    @Test("What is on record is counted: the school, pupils, marks, statuses, PEPs held")
    func counted() throws {
        let store = try folder.school()
        let before = try setup(store)
        #expect(before.schoolName != nil)
        #expect(before.pupils == 2)
        #expect(!before.hasRegister)
        #expect(before.known == 1)
        try store.put(marks([2: "II"]), of: ben)
        try store.put(
            Record(.status, ["pupil": "K002", "status": "CP", "from": "2026-11-23"]))
        var now = try setup(store)
        #expect(now.hasRegister)
        #expect(now.known == 2)
        #expect(now.knownWithMeeting == 0)
        try store.put(
            Record(.peps, ["pep_id": "P8", "pupil": "K002", "held_on": "2026-11-24"]))
        #expect(try setup(store).knownWithMeeting == 0)
        try store.put(
            Record(.peps, ["pep_id": "P9", "pupil": "K002", "held_on": "2026-11-23"]))
        now = try setup(store)
        #expect(now.knownWithMeeting == 1)
    }

    @Test("A step put aside is an entry of the journal, undone and done again as any other")
    func putAside() throws {
        let store = try folder.school()
        let command = Command.putting(.contacts, aside: true, by: teacher, on: today)
        #expect(try store.apply(command, by: teacher, at: morning) != nil)
        #expect(try store.apply(command, by: teacher, at: morning) == nil)
        let aside = SetupFacts.PutAside(login: "jkaya", day: today)
        #expect(try setup(store).putAside == [.contacts: aside])
        _ = try store.undo(by: teacher, at: morning)
        #expect(try setup(store).putAside.isEmpty)
        _ = try store.redo(by: teacher, at: morning)
        #expect(try setup(store).putAside == [.contacts: aside])
        _ = try store.apply(
            .putting(.contacts, aside: false, by: teacher, on: today), by: teacher, at: morning)
        #expect(try setup(store).putAside.isEmpty)
        #expect(try store.read { try $0.verify() }.isWhole)
    }

    @Test("A step is put aside by whom its roles allow to do it, and by nobody else")
    func permission() throws {
        let store = try folder.school()
        let login = "office"
        try store.put(staff("S77", login: login))
        try store.put(
            Record(.roles, ["role": "administrator", "person": "S77", "from": "2020-01-01"]))
        let actor = Actor(login: login, isKeeper: false, on: today)
        let change = try store.apply(
            .putting(.register, aside: true, by: actor, on: today), by: actor, at: morning)
        #expect(change != nil)
        #expect(throws: StoreError.self) {
            try store.apply(
                .putting(.statuses, aside: true, by: actor, on: today), by: actor, at: morning)
        }
        #expect(try store.undo(by: actor, at: morning) != nil)
        #expect(try setup(store).putAside.isEmpty)
    }

    @Test(
        "Children whom a file marks wait until a status is on record; undo takes the import whole")
    func marked() throws {
        let store = try folder.school()
        let pupil = try Record(
            .pupils,
            [
                "pupil": "K700", "surname": "New", "forename": "Nia", "born": "2020-01-01",
                "year_group": "1", "admitted": "2026-09-01",
            ])
        let command = Command(
            action: "import-roster", subject: .school, changes: [.put(pupil)]
        ).marking([
            SetupFacts.Marked(pupil: PupilRef("K700"), words: "Looked After: Y"),
            SetupFacts.Marked(pupil: ben, words: "Looked After: Y"),
            SetupFacts.Marked(pupil: PupilRef("gone"), words: "Y"),
        ])
        _ = try store.apply(command, by: teacher, at: morning)
        #expect(try setup(store).marked.map(\.pupil.text) == ["K700", "K002"])
        let status = try #require(
            try store.put(
                Record(.status, ["pupil": "K002", "status": "CLA", "from": "2026-11-23"])))
        #expect(try setup(store).marked.map(\.pupil.text) == ["K700"])
        _ = try store.undo(status, by: teacher, at: morning)
        _ = try store.undo(by: teacher, at: morning)
        #expect(try setup(store).marked.isEmpty)
        #expect(try setup(store).pupils == 2)
    }
}

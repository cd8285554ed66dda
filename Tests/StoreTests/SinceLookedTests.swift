import Domain
import Testing

@testable import Store

@Suite("Since I last looked")
struct SinceLookedTests {
    let folder = Folder()

    private func news(_ store: Store, _ actor: Actor = teacher) throws -> Unread {
        try store.read { try $0.sinceLooked(for: actor.login) }
    }

    @Test("What others changed since is told by child, with what kinds of record; one's own is not")
    func byChild() throws {
        let store = try folder.school()
        try store.look(at: .school, page: "dashboard", by: teacher, at: morning)
        let call = try store.put(contact("C1"), by: other)
        let plan = try store.put(pep("P1", "K002"), target("T1", pep: "P1"), by: other)
        try store.put(marks([2: "II"]), of: ben, by: other)
        try store.put(staff("S03", login: "x"), by: other)
        try store.put(contact("C2"))
        try store.look(at: .pupil(ada), page: "pupil", by: other, at: morning)
        let news = try news(store)
        #expect(news.acknowledgedAt == nil)
        #expect(news.children.map(\.pupil) == [ada, ben])
        #expect(news.children[0].entries.map(\.change) == [call])
        #expect(news.children[0].touched == [.contacts: 1])
        #expect(news.children[1].entries.first?.change == plan)
        #expect(news.children[1].touched == [.peps: 1, .targets: 1, .attendance: 1])
        #expect(news.others.map(\.change.rawValue) == [6])
    }

    @Test("Acknowledged news are gone, across restarts; an undo brings them back")
    func acknowledged() throws {
        var store = try folder.school()
        try store.look(at: .school, page: "dashboard", by: teacher, at: morning)
        try store.put(contact("C1"), by: other)
        let before = try news(store)
        // One more comes while the person reads.
        try store.put(contact("C2", "K002"), by: other)
        let later = Instant(seconds: morning.seconds + 60)
        #expect(try store.acknowledge(upTo: before.upTo, by: teacher, at: later) != nil)
        #expect(try store.acknowledge(upTo: before.upTo, by: teacher, at: later) == nil)
        store.close()
        store = try Store.open(at: folder.store, .existing)
        let after = try news(store)
        #expect(after.since == before.upTo)
        #expect(after.acknowledgedAt == later)
        #expect(after.children.map(\.pupil) == [ben])
        #expect(try store.undo(by: teacher, at: later)?.of.action == HistoryEntry.acknowledge)
        #expect(try news(store).children.map(\.pupil) == [ada, ben])
        #expect(try store.redo(by: teacher, at: later) != nil)
        #expect(try news(store).children.map(\.pupil) == [ben])
        #expect(try store.read { try $0.verify() }.isWhole)
    }

    @Test("One person's reading is not another's, and is no news for them")
    func perPerson() throws {
        let store = try folder.school()
        for actor in [teacher, other] {
            try store.look(at: .school, page: "dashboard", by: actor, at: morning)
        }
        let last = try store.read { try $0.lastChange() }
        try store.put(contact("C1"), by: Actor(login: "third", isKeeper: true))
        _ = try store.acknowledge(upTo: news(store).upTo, by: teacher, at: morning)
        #expect(try news(store).isEmpty)
        #expect(try news(store, other).children.count == 1)
        #expect(try store.read { try $0.history(since: last) }.map(\.by) == ["third"])
    }

    @Test("What another took back is news, and so is what came back")
    func undoIsNews() throws {
        let store = try folder.school()
        try store.put(contact("C1"), by: other)
        try store.look(at: .school, page: "dashboard", by: teacher, at: morning)
        _ = try store.undo(by: other, at: morning)
        #expect(try news(store).children.first?.entries.map(\.action) == ["undo"])
    }

    @Test("Who has never been here has nothing to catch up with")
    func newcomer() throws {
        let store = try folder.school()
        #expect(try news(store, Actor(login: "new", isKeeper: false)).isEmpty)
    }

    @Test("Nobody acknowledges what has not happened yet")
    func future() throws {
        let store = try folder.school()
        let none = ChangeNumber(rawValue: 99)
        #expect(
            refusal { _ = try store.acknowledge(upTo: none, by: teacher, at: morning) }
                == .noSuchChange(none))
    }

    @Test("An older acknowledgement is not undone under a newer one")
    func undoneInOrder() throws {
        let store = try folder.school()
        try store.look(at: .school, page: "dashboard", by: teacher, at: morning)
        try store.put(contact("C1"), by: other)
        let first = try #require(
            try store.acknowledge(upTo: ChangeNumber(rawValue: 3), by: teacher, at: morning))
        try store.put(contact("C2"), by: other)
        let second = try store.acknowledge(
            upTo: ChangeNumber(rawValue: 5), by: teacher, at: morning)
        // Another window of the same person, with an older reading.
        let stale = try store.acknowledge(
            upTo: ChangeNumber(rawValue: 3), by: teacher, at: morning)
        #expect(stale == nil)
        guard
            case .restsOn(_, let later) = refusal({
                _ = try store.undo(first, by: teacher, at: morning)
            })
        else {
            Issue.record("undone, or refused for another reason")
            return
        }
        #expect(later.change == second)
    }
}

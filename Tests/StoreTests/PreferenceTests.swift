import Domain
import Testing

@testable import Store

@Suite("What a person wants of the program")
struct PreferenceTests {
    let folder = Folder()

    private func theme(_ store: Store, of actor: Actor = teacher) throws -> String? {
        try store.read { try $0.preference(.theme, of: actor.login) }
    }

    @Test("It is kept for the person alone, across restarts, and undone by that person")
    func kept() throws {
        var store = try folder.school()
        #expect(try theme(store) == nil)
        #expect(try store.prefer(.theme, "dark", by: teacher, at: morning) != nil)
        #expect(try store.prefer(.theme, "dark", by: teacher, at: morning) == nil)
        #expect(try store.prefer(.theme, "light", by: other, at: morning) != nil)
        store.close()
        store = try Store.open(at: folder.store, .existing)
        #expect(try theme(store) == "dark")
        #expect(try theme(store, of: other) == "light")
        #expect(try store.undo(by: teacher, at: morning)?.of.action == "theme")
        #expect(try theme(store) == nil)
        #expect(try theme(store, of: other) == "light")
        #expect(try store.redo(by: teacher, at: morning) != nil)
        #expect(try theme(store) == "dark")
        #expect(try store.prefer(.theme, nil, by: teacher, at: morning) != nil)
        #expect(try theme(store) == nil)
        #expect(try store.read { try $0.verify() }.isWhole)
    }

    @Test("How Now is read is kept beside the colours")
    func now() throws {
        let store = try folder.school()
        _ = try store.prefer(.theme, "dark", by: teacher, at: morning)
        _ = try store.prefer(.now, "by-duty", by: teacher, at: morning)
        #expect(try store.read { try $0.preference(.now, of: teacher.login) } == "by-duty")
        #expect(try store.read { try $0.preference(.now, of: other.login) } == nil)
        #expect(try theme(store) == "dark")
    }

    @Test("It is no news for others, and a redo of something else still stands after it")
    func besides() throws {
        let store = try folder.school()
        try store.look(at: .school, page: "dashboard", by: other, at: morning)
        try store.put(contact("C1"))
        _ = try store.undo(by: teacher, at: morning)
        _ = try store.prefer(.theme, "dark", by: teacher, at: morning)
        #expect(try store.redo(by: teacher, at: morning) != nil)
        #expect(try store.record(.contacts, "C1") != nil)
        let before = try store.read { try $0.lastChange() }
        _ = try store.prefer(.theme, "light", by: teacher, at: morning)
        #expect(try store.read { try $0.history(since: before) }.isEmpty)
    }
}

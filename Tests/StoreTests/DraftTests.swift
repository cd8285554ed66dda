import Domain
import Testing

@testable import Store

@Suite("Drafts")
struct DraftTests {
    let folder = Folder()

    @Test("A draft is kept as typed, for its owner alone, and outlives the program")
    func kept() throws {
        let store = try folder.school()
        var draft = Draft(
            id: "contact:K001", owner: "jkaya", subject: .pupil(ada), action: "contact",
            body: "Rang, no an", at: morning)
        try store.save(draft)
        draft = Draft(
            id: draft.id, owner: draft.owner, subject: draft.subject, action: draft.action,
            body: "Rang, no answer", at: morning)
        try store.save(draft)
        // The connection is left open, as by a program that was killed.
        let again = try Store.open(at: folder.store, .existing)
        #expect(try again.read { try $0.drafts(of: "jkaya") } == [draft])
        #expect(try again.read { try $0.drafts(of: "mosei") }.isEmpty)
        #expect(try again.history().count == 1)
        try again.discardDraft(draft.id, of: "mosei")
        #expect(try again.read { try $0.drafts(of: "jkaya") } == [draft])
        try again.discardDraft(draft.id, of: "jkaya")
        #expect(try again.read { try $0.drafts(of: "jkaya") }.isEmpty)
    }
}

import Domain
import Store
import ViewModels

extension DashboardProgram {
    /// A form was left: what was typed is on disk now, and stands in Now.
    mutating func leaveForm() throws {
        _ = keepDraft()
        try listDrafts()
    }

    mutating func listDrafts() throws { session.show(drafts: try desk.drafts()) }

    /// Opens the form of a draft where it was begun: of its child, its duty, its record.
    mutating func openDraft(_ id: String) throws {
        let drafts = try desk.store.read { try $0.drafts(of: desk.actor.login) }
        guard let draft = drafts.first(where: { $0.id == id }), let body = DraftBody(draft.body)
        else { return session.say("This draft is no longer there.") }
        try open(
            body.action, body.duty, draft.subject.pupil, body.record, isResuming: true)
    }

    mutating func throwAway(_ id: String) throws {
        try desk.store.discardDraft(id, of: desk.actor.login)
        try listDrafts()
        session.say("Thrown away.")
    }
}

extension Desk {
    /// The drafts of who acts, the newest first.
    func drafts() throws -> [DraftLine] {
        try store.read { try $0.drafts(of: actor.login) }.map {
            DraftLine(id: $0.id, subject: $0.subject, action: $0.action, at: $0.at)
        }
    }
}

import Domain
import Store
import ViewModels

extension DashboardProgram {
    /// A form was left: what was typed is on disk now, and stands in Now.
    mutating func leaveForm() throws {
        _ = keepDraft()
        try listDrafts()
    }

    mutating func listDrafts() throws { session.show(drafts: try workspace.drafts()) }

    /// Opens the form of a draft where it was begun: for the child, the duty, the record, or the
    /// children.
    mutating func openDraft(_ id: String) throws {
        let actor = workspace.actor
        let drafts = try workspace.store.read { try $0.drafts(of: actor.login) }
        let found = drafts.first { $0.id == id }
        if let step = found.flatMap({ SetupForm.step(ofDraft: $0.action) }) {
            return try setUp(step)
        }
        guard let draft = found, let action = ActionID(rawValue: draft.action)
        else { return session.say("This draft is no longer there.") }
        let body = DraftBody(draft.body)
        try open(
            action,
            ActionOrigin(
                pupil: draft.subject.pupil, duty: body?.duty.flatMap(session.known.duty),
                record: body?.record, group: body?.group ?? []), resuming: id)
    }

    mutating func throwAway(_ id: String) throws {
        try workspace.store.discardDraft(id, of: workspace.actor.login)
        try listDrafts()
        session.say("Thrown away.")
    }
}

extension Workspace {
    /// The drafts of who acts, the newest first.
    func drafts() throws -> [Draft] {
        try store.read { try $0.drafts(of: actor.login) }
    }
}

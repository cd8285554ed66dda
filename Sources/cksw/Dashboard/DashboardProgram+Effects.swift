import Domain
import Store
import Terminal
import ViewModels

extension DashboardProgram {
    /// Does what the session asks for after a key.
    mutating func carryOut(_ effect: Effect) -> Outcome {
        switch effect {
        case .none: return .none
        case .redraw: return .redraw
        case .quit:
            _ = keepDraft()
            return .quit
        case .suspend: return .suspend
        case .blank: return .blank
        case .look(let subject, let page): attempt { try $0.desk.look(at: subject, page: page) }
        case .open(let action, let duty, let pupil): attempt { try $0.open(action, duty, pupil) }
        case .undo: attempt { try $0.undo() }
        case .redo: attempt { try $0.redo() }
        case .loadHistory(let subject): attempt { try $0.loadHistory(of: subject) }
        case .keep(let draft): unsaved = draft
        case .planImport(let path): attempt { try $0.planImport(path) }
        case .record(let command): attempt { try $0.record(command) }
        }
        return .redraw
    }

    /// Does something at the store; what goes wrong is said and costs nothing else.
    mutating func attempt(_ body: (inout DashboardProgram) throws -> Void) {
        do { try body(&self) } catch { session.refuse(words(error)) }
    }

    /// Opens the page of an action, with what was typed there before.
    private mutating func open(_ action: ActionID, _ duty: DutyID?, _ pupil: PupilRef?) throws {
        let model = session.model
        try desk.require(try desk.clearance().records(action))
        let facts = action == .marks ? model.factsOfRoster : model.facts(with: pupil)
        let context = CommandContext(
            facts: facts, pack: model.pack, today: model.today, now: Clock.now, actor: desk.actor,
            seed: UInt64.random(in: .min ... .max),
            origin: ActionOrigin(pupil: pupil, duty: duty.flatMap(model.duty)))
        if let words = ActionCatalogue.whyNot(action, in: context) { return session.say(words) }
        let id = FormModal.draftID(action, pupil.map(Subject.pupil) ?? .school)
        let drafts = try desk.store.read { try $0.drafts(of: desk.actor.login) }
        let draft = drafts.first { $0.id == id }?.body
        if let modal = ActionModal.open(action, in: context, draft: draft) {
            session.present(modal)
        }
    }

    private mutating func record(_ command: Command) throws {
        let draft = unsaved
        let change = try desk.store.apply(command, by: desk.actor, at: Clock.now)
        // Only now is the draft no longer needed.
        unsaved = nil
        for id in Set([draft?.id, session.draftID].compactMap { $0 }) {
            try desk.store.discardDraft(id, of: desk.actor.login)
        }
        _ = try refresh(isOwn: true)
        session.close(saying: change == nil ? "It stood so already." : "Recorded. u takes it back.")
    }

    private mutating func undo() throws {
        guard let done = try desk.store.undo(by: desk.actor, at: Clock.now) else {
            return session.say("There is nothing of yours to undo.")
        }
        _ = try refresh(isOwn: true)
        session.say("Undone: \(words(done.of)). U makes it again.", about: done.of.subject.pupil)
    }

    private mutating func redo() throws {
        guard let done = try desk.store.redo(by: desk.actor, at: Clock.now) else {
            return session.say("There is nothing of yours to make again.")
        }
        _ = try refresh(isOwn: true)
        session.say("Made again: \(words(done.of)).", about: done.of.subject.pupil)
    }

    private func words(_ entry: HistoryEntry) -> String {
        let title = ActionID(rawValue: entry.action).flatMap(ActionSpec.of)?.title ?? entry.action
        return "\(title), \(session.model.name(of: entry.subject)), \(entry.at.londonDay.short) "
            + entry.at.londonClock
    }

    private mutating func loadHistory(of subject: Subject?) throws {
        try desk.require(try desk.clearance().holds(.history))
        let entries = try desk.store.read { try $0.history(of: subject, looks: true, limit: 1000) }
        if let subject { try desk.look(at: subject, page: "history") }
        session.show(history: entries.map(\.historyLine), of: subject)
    }
}

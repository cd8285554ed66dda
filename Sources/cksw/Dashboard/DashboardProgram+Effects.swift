import Domain
import Store
import Terminal
import ViewModels

extension DashboardProgram {
    /// Does what the session asks for after a key.
    mutating func carryOut(_ effect: Effect) -> Outcome {
        switch effect {
        case .none: return .none
        // The session answers the first two itself.
        case .changed, .close, .redraw: return .redraw
        case .quit:
            _ = keepDraft()
            return .quit
        case .suspend: return .suspend
        case .blank: return .blank
        case .theme(let theme):
            attempt { try $0.keep(theme) }
            return .recolour(theme)
        case .keepNow(let view): attempt { try $0.keep(view) }
        case .look(let subject, let page): look(at: subject, page: page)
        case .openForGroup(let action, let group):
            attempt { try $0.open(action, ActionOrigin(group: group)) }
        case .previewUndo(let change): attempt { try $0.previewUndo(change) }
        case .previewRedo: attempt { try $0.previewRedo() }
        case .acknowledge(let change): attempt { try $0.acknowledge(change) }
        case .setUp(let step): attempt { try $0.setUp(step) }
        case .left: attempt { try $0.leaveForm() }
        case .openDraft(let id): attempt { try $0.openDraft(id) }
        case .throwAway(let id): attempt { try $0.throwAway(id) }
        case .reverse(let reversal): attempt { try $0.carryOut(reversal) }
        case .open(let action, let duty, let pupil, let record):
            attempt { program in
                let duty = duty.flatMap(program.session.known.duty)
                try program.open(action, ActionOrigin(pupil: pupil, duty: duty, record: record))
            }
        case .plan(let offer):
            attempt { program in
                let duty = program.session.known.duty(offer.duty.id) ?? offer.duty
                try program.open(
                    offer.action,
                    ActionOrigin(
                        pupil: duty.subject.pupil, duty: duty, window: offer.window))
            }
        case .load(let part): attempt { try $0.load(part) }
        case .keep(let draft): unsaved = draft
        case .planImport(let request): attempt { try $0.planImport(request) }
        case .record(let command): attempt { try $0.record(command) }
        case .makeReport(let request): attempt { try $0.make(request) }
        case .save(let saving): attempt { try $0.save(saving) }
        }
        return .redraw
    }

    /// Puts on record that the person sees a page. Where that cannot be the keeper is told on the page
    /// itself, and for everybody else the page is left again before it is drawn.
    mutating func look(at subject: Subject, page: String) {
        do {
            if let words = try workspace.lookOrNotice(at: subject, page: page) {
                session.say(words)
            }
        } catch {
            session.withdraw(saying: words(error))
        }
    }

    /// Does something at the store; what goes wrong is said and costs nothing else.
    mutating func attempt(_ body: (inout DashboardProgram) throws -> Void) {
        do { try body(&self) } catch { session.refuse(words(error)) }
    }

    /// Opens the page of an action, with what was typed there before.
    mutating func open(
        _ action: ActionID, _ origin: ActionOrigin, resuming draftID: String? = nil
    ) throws {
        let model = session.known
        try workspace.require(try workspace.clearance().records(action))
        let isRegister = ActionFamily.marks.actions.contains(action)
        let facts =
            isRegister
            ? try factsOfRegister(model)
            : action == .importFile
                ? model.factsOfRoster
                : origin.group.reduce(model.facts(with: origin.pupil)) { facts, ref in
                    var facts = facts
                    if facts.pupils[ref] == nil {
                        facts.pupils[ref] = model.facts(with: ref).pupils[ref]
                    }
                    return facts
                }
        let context = context(facts, origin)
        if let modal = ActionModal.open(
            action, in: context, drafts: try draftBodies(), isResuming: draftID != nil,
            draftID: draftID)
        {
            // A form names its child and fills in what is known; from the child's own page it shows
            // nothing new.
            let notices = try origin.pupils.filter { $0 != session.subject }.compactMap {
                try workspace.lookOrNotice(at: .pupil($0), page: "form \(action.rawValue)")
            }
            session.present(modal)
            if let words = notices.first { session.say(words) }
        } else if let words = ActionCatalogue.whyNot(action, in: context) {
            session.say(words)
        }
    }

    /// The facts with everyone on roll and this year's marks, as far as the person may see them: of a
    /// class others are not known to a social worker.
    private func factsOfRegister(_ model: Model) throws -> Facts {
        var facts = model.factsOfRoster
        let year = AcademicYear(of: model.today)
        let marks = try workspace.store.read { $0.marks(in: year) }
        var others = Facts(school: facts.school)
        for (ref, child) in facts.pupils where child.marks[year] == nil {
            others.pupils[ref] = child
            others.pupils[ref]?.marks[year] = marks[ref]
        }
        for (ref, child) in model.access.clearance.sight(of: others).pupils {
            facts.pupils[ref] = child
        }
        return facts
    }

    /// What a form is made from.
    func context(_ facts: Facts, _ origin: ActionOrigin = ActionOrigin()) -> CommandContext {
        workspace.commandContext(facts, origin, roster: session.known.roster)
    }

    /// What was typed and not saved, and when, by the drafts' ids.
    func draftBodies() throws -> [String: String] {
        let actor = workspace.actor
        let drafts = try workspace.store.read { try $0.drafts(of: actor.login) }
        return Dictionary(drafts.map { ($0.id, DraftBody.dated($0)) }, uniquingKeysWith: { $1 })
    }

    private mutating func record(_ command: Command) throws {
        let draft = unsaved
        let change: ChangeNumber?
        try keepHeadings(with: command)
        do {
            change = try workspace.store.apply(command, by: workspace.actor, at: Clock.now)
        } catch StoreError.movedOn(let conflicts) {
            _ = try refresh(isOwn: true)
            guard session.settle(conflicts, of: command) else {
                throw StoreError.movedOn(conflicts)
            }
            return
        }
        // Only now is the draft no longer needed.
        unsaved = nil
        for id in Set([draft?.id, session.draftID].compactMap { $0 }) {
            try workspace.store.discardDraft(id, of: workspace.actor.login)
        }
        _ = try refresh(isOwn: true)
        session.close(saying: change == nil ? "It stood so already." : "Recorded. u takes it back.")
        let arrivals = [ActionID.pupilAdd, .pupilNumber].map(\.rawValue)
        if change != nil, arrivals.contains(command.action), let pupil = command.subject.pupil {
            _ = carryOut(session.arrive(pupil))
        }
        try listDrafts()
    }
}

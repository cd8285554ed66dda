import Domain

/// A form that stands over a page.
public struct FormModal: Modal {
    public private(set) var form: FormState
    /// What is to be decided where somebody else has changed the same records meanwhile.
    private var settling: ConflictState?

    /// Opens the form of an action.
    ///
    /// - Parameters:
    ///   - draft: what was typed the last time and not saved.
    ///   - draftID: the id of a draft that is taken up again, wherever it was begun.
    /// - Returns: `nil` where the action has no form or cannot be done here; `whyNot` says why.
    public init?(
        _ action: ActionID, in context: CommandContext, draft: String? = nil,
        draftID: String? = nil
    ) {
        let action = FormModal.meant(action, in: context)
        guard let spec = ActionSpec.of(action, in: context),
            ActionCatalogue.whyNot(action, in: context) == nil
        else { return nil }
        form = FormState(spec, in: context)
        if let draft { form.restore(draft) }
        if let draftID { form.draftID = draftID }
    }

    /// Opens the form of one action and no other of its family, with some fields filled.
    ///
    /// - Parameter drafts: what was typed and not saved, by the drafts' ids.
    public init?(
        only action: ActionID, in context: CommandContext, begin: [String: String],
        drafts: [String: String]
    ) {
        guard let form = FormState(action, in: context, begin: begin) else { return nil }
        self.form = form
        if let draft = drafts[id] { self.form.restore(draft) }
    }

    /// A child with an open plan is not planned for again: it is held, moved or cancelled. Marks of
    /// no child are those of a class.
    private static func meant(_ action: ActionID, in context: CommandContext) -> ActionID {
        if action == .marks, context.origin.pupil == nil { return .classMarks }
        guard action == .pepPlan, let ref = context.origin.pupil,
            let plan = context.facts.pupils[ref]?.peps.first(where: \.isOpen)?.plannedFor
        else { return action }
        return plan <= context.today ? .pepHold : .pepPlan
    }

    /// The id under which the drafts of an action are kept, where it was started: one for each child
    /// and key, and for each duty and each record that it was begun for. What was typed for one
    /// duty must not answer for another.
    public static func draftID(_ action: ActionID, in context: CommandContext) -> String {
        let isOfSchool = ActionSpec.of(action, in: context)?.isOfSchool ?? true
        let subject = isOfSchool ? .school : context.subjectOfForm
        let name = "\(ActionFamily.of(action)?.rawValue ?? action.rawValue) \(subject.text)"
        if !context.origin.group.isEmpty {
            return "\(name) for \(context.origin.group.map(\.text).joined(separator: " "))"
        }
        let record = context.origin.record.map { " \($0.kind.rawValue) \($0)" } ?? ""
        let duty = context.origin.duty.map { " for \($0.id.text)" } ?? ""
        return name + record + duty
    }

    public var draftID: String? { id }

    private var id: String { form.draftID }

    public mutating func press(_ key: Key) -> Effect {
        if settling != nil { return pressConflict(key) }
        let effect = form.press(key)
        if case .changed = effect { return .keep(form.unsaved()) }
        if case .record(let command) = effect {
            let conflicts = form.conflicts(of: command)
            guard conflicts.isEmpty else {
                settling = ConflictState(command, conflicts)
                return .redraw
            }
        }
        return effect
    }

    private mutating func pressConflict(_ key: Key) -> Effect {
        form.notice = nil
        switch settling?.press(key) {
        case .settled(let command): return .record(command)
        case .back: settling = nil
        case .open, nil: break
        }
        return .redraw
    }

    /// The store found that records have moved on since they were read.
    public mutating func settle(_ conflicts: [Conflict], of command: Command) {
        settling = ConflictState(command, conflicts)
    }

    public mutating func update(_ model: Model) { form.update(model.facts) }

    public mutating func refused(_ words: String) { form.notice = words }

    public mutating func saved(at instant: Instant) { form.savedAt = instant }

    public func page(size: Size) -> Page {
        let page = form.page(size: size)
        guard let settling else { return page }
        let facts = form.context.facts
        return settling.page(over: page) { facts.words($0, in: $1) }
    }
}

extension FormState {
    /// What was typed so far, to be kept: it is not saved yet, and must not be called so.
    mutating func unsaved() -> ModalDraft {
        savedAt = nil
        return ModalDraft(
            id: draftID, subject: context.subjectOfForm,
            action: spec.id.rawValue, body: draft)
    }
}

extension CommandContext {
    fileprivate var subjectOfForm: Subject { origin.pupil.map { .pupil($0) } ?? .school }
}

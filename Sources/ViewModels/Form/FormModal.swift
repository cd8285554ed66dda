import Domain

/// A form that stands over a page.
public struct FormModal: Modal {
    public private(set) var form: FormState

    /// Opens the form of an action.
    ///
    /// - Parameter draft: what was typed the last time and not saved.
    /// - Returns: `nil` where the action has no form or cannot be done here; `whyNot` says why.
    public init?(_ action: ActionID, in context: CommandContext, draft: String? = nil) {
        let action = FormModal.meant(action, in: context)
        guard let spec = ActionSpec.of(action),
            ActionCatalogue.whyNot(action, in: context) == nil
        else { return nil }
        form = FormState(spec, in: context)
        if let draft { form.restore(draft) }
    }

    /// A child with an open plan is not planned for again: it is held, moved or cancelled.
    private static func meant(_ action: ActionID, in context: CommandContext) -> ActionID {
        guard action == .pepPlan, let ref = context.origin.pupil,
            let plan = context.facts.pupils[ref]?.peps.first(where: \.isOpen)?.plannedFor
        else { return action }
        return plan <= context.today ? .pepHold : .pepPlan
    }

    /// The id under which drafts of an action about a subject are kept.
    public static func draftID(_ action: ActionID, _ subject: Subject) -> String {
        "\(ActionFamily.of(action)?.rawValue ?? action.rawValue) \(subject.text)"
    }

    private var subject: Subject { form.context.origin.pupil.map { .pupil($0) } ?? .school }

    public var draftID: String? { FormModal.draftID(form.spec.id, subject) }

    public mutating func press(_ key: Key) -> ModalEffect {
        switch form.press(key) {
        case .none: return .redraw
        case .changed:
            return .keep(
                ModalDraft(
                    id: FormModal.draftID(form.spec.id, subject), subject: subject,
                    action: form.spec.id.rawValue, body: form.draft))
        case .save(let command): return .record(command)
        case .leave: return .close
        }
    }

    public mutating func update(_ model: Model) { form.update(model.facts) }

    public mutating func refused(_ words: String) { form.notice = words }

    public mutating func saved(at instant: Instant) { form.savedAt = instant }

    public func page(size: Size) -> Page { form.page(size: size) }
}

import Domain

/// A form that stands inside another page, as those of the dates and of an import do: what is typed
/// there is kept as a draft too.
public struct InnerForm: Sendable {
    public internal(set) var form: FormState?
    /// What was typed the last time and not saved, by the draft's id.
    private var drafts: [String: String]

    init(drafts: [String: String]) { self.drafts = drafts }

    var isOpen: Bool { form != nil }

    var draftID: String? { form?.draftID }

    /// Opens the form of an action, with what was typed there before.
    mutating func open(_ action: ActionID, in place: CommandContext, begin: [String: String] = [:])
    {
        form = FormState(action, in: place, begin: begin)
        if let draftID, let draft = drafts[draftID] { form?.restore(draft) }
    }

    mutating func press(_ key: Key) -> Effect {
        guard let effect = form?.press(key) else { return .none }
        if case .close = effect {
            form = nil
            return .none
        }
        guard case .changed = effect, let draft = form?.unsaved() else { return effect }
        drafts[draft.id] = draft.body
        return .keep(draft)
    }

    /// What it asked for is done: its draft is no longer needed.
    mutating func close() {
        if let draftID { drafts[draftID] = nil }
        form = nil
    }
}

import Domain

/// Which page an action opens over the others.
public enum ActionModal {
    /// - Parameters:
    ///   - drafts: what was typed and not saved, by the drafts' ids.
    ///   - isResuming: a draft is taken up again.
    /// - Returns: `nil` where the action cannot be done here; `ActionCatalogue.whyNot` says why.
    public static func open(
        _ action: ActionID, in context: CommandContext, drafts: [String: String] = [:],
        isResuming: Bool = false
    ) -> (any Modal)? {
        guard action == .marks || ActionFamily.dates.actions.contains(action) else {
            return FormModal(
                action, in: context, draft: drafts[FormModal.draftID(action, in: context)])
        }
        guard ActionCatalogue.whyNot(action, in: context) == nil else { return nil }
        return action == .marks
            ? ImportModal(in: context, drafts: drafts)
            : DatesModal(in: context, drafts: drafts, resuming: isResuming ? action : nil)
    }
}

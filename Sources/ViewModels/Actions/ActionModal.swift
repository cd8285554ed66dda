import Domain

/// Which page an action opens over the others.
public enum ActionModal {
    /// - Parameters:
    ///   - drafts: what was typed and not saved, by the drafts' ids.
    ///   - isResuming: a draft is taken up again.
    ///   - draftID: which one; what it was begun for may be done meanwhile.
    /// - Returns: `nil` where the action cannot be done here; `ActionCatalogue.whyNot` says why.
    public static func open(
        _ action: ActionID, in context: CommandContext, drafts: [String: String] = [:],
        isResuming: Bool = false, draftID: String? = nil
    ) -> (any Modal)? {
        guard action == .importFile || ActionFamily.dates.actions.contains(action) else {
            let id = draftID ?? FormModal.draftID(action, in: context)
            return FormModal(action, in: context, draft: drafts[id], draftID: id)
        }
        guard ActionCatalogue.whyNot(action, in: context) == nil else { return nil }
        return action == .importFile
            ? ImportModal(in: context, drafts: drafts)
            : DatesModal(in: context, drafts: drafts, resuming: isResuming ? action : nil)
    }
}

import Domain

/// Which page an action opens over the others.
public enum ActionModal {
    /// - Parameter draft: what was typed the last time and not saved.
    /// - Returns: `nil` where the action cannot be done here; `ActionCatalogue.whyNot` says why.
    public static func open(
        _ action: ActionID, in context: CommandContext, draft: String? = nil
    ) -> (any Modal)? {
        if action == .marks { return ImportModal(in: context) }
        if action == .term || action == .closure { return DatesModal(in: context) }
        return FormModal(action, in: context, draft: draft)
    }
}

import Domain

/// Which page a step of setting up opens over the others.
public enum SetupForm {
    /// - Parameter drafts: what was typed and not saved, by the drafts' ids.
    /// - Returns: `nil` where the step cannot be done here.
    public static func open(
        _ step: SetupStep, in context: CommandContext, _ setup: SetupFacts,
        drafts: [String: String] = [:]
    ) -> (any Modal)? {
        if let kind = step.file { return ImportModal(in: context, drafts: drafts, kind: kind) }
        if let spec = LinesSpec.of(step) {
            return LinesModal(spec, in: context, setup, draft: drafts[LinesModal.draftID(step)])
        }
        return FormModal(
            only: step.action, in: context, begin: offered(step, context), drafts: drafts)
    }

    /// The step whose form a draft of this action is.
    public static func step(ofDraft action: String) -> SetupStep? {
        SetupStep(draftAction: action)
    }

    /// What the policy's authority is called and how its Virtual School is reached, where the school
    /// has said nothing else.
    private static func offered(
        _ step: SetupStep, _ context: CommandContext
    ) -> [String: String] {
        switch step {
        case .school:
            guard let authority = context.pack.authority, context.facts.school.school == nil else {
                return [:]
            }
            return [
                "local_authority": authority.name, "virtual_school_name": authority.virtualSchool,
                "virtual_school_email": authority.email,
                "virtual_school_phone": authority.telephone,
            ]
        case .recordsFrom, .dates, .staff, .roles, .pupils, .register, .contacts, .statuses, .held:
            return [:]
        }
    }
}

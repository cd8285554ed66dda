import Domain

/// One thing that a key does, with all that is said of it anywhere.
public struct CatalogueEntry: Hashable, Sendable {
    public let id: String
    public let keys: [Key]
    public let title: String
    public let help: String
    public let group: String
    /// The action of `cksw record` that it equals; `nil` for moves, views and imports.
    public let record: String?
}

/// Every action once: the footer, `?`, the palette, `cksw keys`, the manual and the tests read it.
public enum ActionCatalogue {
    public static let all: [CatalogueEntry] = views + recordings

    /// The actions that record, as pages know them.
    public static let keys: [ActionKey] = ActionFamily.allCases.flatMap { family in
        family.actions.map { action in
            ActionKey(
                action: action, key: family.key, title: action.shortTitle, help: help(of: action))
        }
    }

    private static let views: [CatalogueEntry] =
        ViewKey.allCases.map { view in
            CatalogueEntry(
                id: view.rawValue, keys: view.keys, title: view.title, help: view.help,
                group: "See and go", record: nil)
        }

    private static let recordings: [CatalogueEntry] = keys.map { key in
        CatalogueEntry(
            id: key.action.rawValue, keys: [key.key], title: key.title, help: key.help,
            group: "Record", record: ActionSpec.of(key.action)?.id.rawValue)
    }

    private static func help(of action: ActionID) -> String {
        ActionSpec.of(action)?.help
            ?? "Brings in the roster or the register of the school's own system."
    }

    /// Why an action cannot be done here and now; `nil` where it can.
    public static func whyNot(_ action: ActionID, in context: CommandContext) -> String? {
        let pupil = context.origin.pupil.flatMap { context.facts.pupils[$0] }
        switch action {
        case .contact, .pepPlan, .pepHold, .statusBegin, .person, .decision, .intervention,
            .progress, .check, .responsibility, .profile, .senReview, .sdq, .checklist,
            .alternativeProvision, .suspension, .census:
            return pupil == nil ? "Select a child first." : nil
        case .keyAdult:
            if pupil == nil { return "Select a child first." }
            return context.facts.school.staff.isEmpty
                ? "No member of staff is on record: r enters one." : nil
        case .pepCancel:
            return unless(pupil?.peps.contains(where: \.isOpen), "No PEP of this child is planned.")
        case .pepPeople, .target:
            return unless(
                pupil?.peps.contains { !$0.isCancelled }, "This child has no PEP yet: p plans one.")
        case .pepSignOff:
            return unless(
                pupil?.peps.contains {
                    $0.held(by: context.today) != nil && $0.completedOn == nil
                }, "No held PEP of this child waits to be signed off.")
        case .targetReview:
            return unless(
                pupil?.targets.contains { !$0.isReviewed },
                "No target of this child waits for a review.")
        case .statusEnd:
            return unless(
                pupil?.statuses.contains { $0.span.to == nil }, "No status of this child is open.")
        case .fundEntry:
            return context.facts.school.funds.isEmpty ? "No fund is on record." : nil
        case .fundLink, .fundImpact, .fundReason:
            return context.facts.school.entries.isEmpty ? "No money is on record." : nil
        case .trainingPerson:
            return context.facts.school.training.isEmpty ? "No training is on record." : nil
        case .role, .staff, .term, .closure, .marks, .meeting, .training, .acknowledge, .attest,
            .linkedPolicy, .governorsReport, .schoolDetails, .peers:
            return nil
        }
    }

    private static func unless(_ isThere: Bool?, _ words: String) -> String? {
        guard let isThere else { return "Select a child first." }
        return isThere ? nil : words
    }
}

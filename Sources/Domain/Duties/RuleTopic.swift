/// What a rule is about: which pane shows its duties, and what a contact for them is about.
public enum RuleTopic: String, CaseIterable, Sendable {
    case pep, attendance, money, people, learning, send, care, staff, policy, school
    case moving, suspension
    case alternativeProvision = "alternative-provision"

    /// The word of `contacts.csv` for it.
    var contactTopic: Contact.Topic {
        switch self {
        case .pep: .pep
        case .attendance: .attendance
        case .money, .people, .learning, .send, .care, .staff, .policy, .school, .moving,
            .suspension, .alternativeProvision:
            .general
        }
    }
}

/// What several duties of one child can have in common, so that they are one sharedTask.
public enum SharedTask: Hashable, Sendable {
    /// One meeting serves them all: a PEP this term, or after a new start.
    case meeting
    /// What is still to be written down about the PEP that the duty refers to.
    case pep
    /// Marks without a reason.
    case absence
    /// Low attendance, or lateness, and who has to hear of it.
    case concern
    /// Marks that have not come in.
    case register
    /// Nothing: it is an errand of its own.
    case own
}

/// What somebody is to a child: around the child, at a PEP, at a review.
public enum PersonRole: String, CaseIterable, Sendable {
    case socialWorker = "social-worker"
    case leadPractitioner = "lead-practitioner"
    case carer, parent, iro, health
    case educationAdviser = "education-adviser"
    case other
    // Only at a PEP.
    case designatedTeacher = "designated-teacher"
    case classTeacher = "class-teacher"
    case pupil

    /// Those who stand around a child, and are no part of the school.
    static let professional: [PersonRole] = [
        .socialWorker, .leadPractitioner, .carer, .parent, .iro, .health, .educationAdviser, .other,
    ]

    /// The people to ring first, home before all others.
    public static let toRing: [PersonRole] = [.carer, .parent, .socialWorker, .leadPractitioner]

    /// The role in words: `social worker`.
    var words: String { rawValue.replacing("-", with: " ") }
}

extension PersonRole: CustomStringConvertible {
    /// As files and forms write it: `social-worker`.
    public var description: String { rawValue }
}

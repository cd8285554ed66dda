/// What a first PEP follows.
public enum PEPEvent: Hashable, Sendable {
    case lookedAfter(Day)
    case admitted(Day)

    var title: String {
        switch self {
        case .lookedAfter: "First PEP"
        case .admitted: "PEP after the move"
        }
    }

    var words: String {
        switch self {
        case .lookedAfter(let day): "looked after since \(day.long)"
        case .admitted(let day): "here since \(day.long)"
        }
    }
}

/// Whom a PEP needs.
public enum PersonNeeded: String, Hashable, CaseIterable, Sendable {
    case socialWorker = "social worker"
    case home = "carer or parent"

    /// The roles that fill it.
    var roles: [PersonRole] {
        switch self {
        case .socialWorker: [.socialWorker]
        case .home: [.carer, .parent]
        }
    }
}

/// Who is to be told of a concern.
public enum ContactNeeded: String, Hashable, CaseIterable, Sendable {
    case carer
    case socialWorker = "social worker"
    case virtualSchool = "Virtual School"

    /// The parties of `contacts.csv` that count.
    var parties: [Contact.Party] {
        switch self {
        case .carer: [.carer, .parent]
        case .socialWorker: [.socialWorker]
        case .virtualSchool: [.virtualSchool, .educationAdviser]
        }
    }

    var title: String {
        switch self {
        case .carer: "Carer"
        case .socialWorker: "Social worker"
        case .virtualSchool: "Virtual School"
        }
    }
}

extension [PersonNeeded] {
    var words: String { map(\.rawValue).joined(separator: ", ") }
}

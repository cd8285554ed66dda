import Domain

/// What a person may see, asked before a page is made: a page cannot show what it never received.
public enum Access: Hashable, Sendable {
    case everything
    case nothing

    /// The keeper of the store and whoever holds a role today see everything; a login without one
    /// sees nothing.
    public init(of person: Person) {
        self = person.isKeeper || !person.roles.isEmpty ? .everything : .nothing
    }

    public func allows(_ page: PageName) -> Bool {
        switch self {
        case .everything: true
        case .nothing: page == .help
        }
    }

    /// The facts that the person may see.
    public func filtered(_ facts: Facts) -> Facts {
        switch self {
        case .everything: facts
        case .nothing: Facts(school: SchoolFacts(calendar: facts.school.calendar))
        }
    }
}

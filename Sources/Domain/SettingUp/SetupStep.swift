/// A step on the way from an empty store to a school whose first morning is right, in the order in
/// which they are done.
public enum SetupStep: String, CaseIterable, Sendable {
    case school
    case recordsFrom = "records-from"
    case dates, staff, roles, pupils, register, contacts
    /// Who is known to a social worker.
    case statuses = "social-workers"
    /// PEPs and reviews that were held before the school had the program.
    case held = "held-already"

    /// 1 to 10.
    public var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

    /// The digit that opens it: `1` to `9`, then `0`.
    public var digit: Int { number % 10 }

    /// The step that must be done before it can be; `nil` where nothing stands in its way.
    public var waitsFor: SetupStep? {
        switch self {
        case .school, .dates, .staff, .pupils: nil
        case .recordsFrom: .school
        case .roles: .staff
        case .register, .contacts, .statuses: .pupils
        case .held: .statuses
        }
    }

    /// The kind of file that it brings in; `nil` where it is a form.
    public var file: ImportKind? {
        switch self {
        case .staff: .staff
        case .pupils: .roster
        case .register: .attendance
        case .contacts: .contacts
        case .school, .recordsFrom, .dates, .roles, .statuses, .held: nil
        }
    }

    /// What one must be allowed to change to do it.
    private var topics: [Topic] {
        switch self {
        case .school, .recordsFrom, .dates: [.school]
        case .staff: [.staff]
        case .roles: [.accounts]
        case .pupils: [.identity, .registration]
        case .register: [.register]
        case .contacts: [.professionals]
        case .statuses: [.cohort]
        case .held: [.pep, .meetings]
        }
    }

    /// Whether it is for this person.
    public func isFor(_ clearance: Clearance) -> Bool { topics.allSatisfy(clearance.changes) }

    /// The roles whose holders may do it.
    public var roles: [Role.Name] {
        Role.Name.allCases.filter { topics.allSatisfy(RoleGrants.of($0).changesAll) }
    }
}

extension RoleGrants {
    fileprivate func changesAll(_ topic: Topic) -> Bool { grants[topic]?.changes == .everyone }
}

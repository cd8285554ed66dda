import Domain

/// Who sits before the screen.
public struct Person: Hashable, Sendable {
    public let login: String
    /// `A Khan`; the login where no member of staff has it.
    public let name: String
    /// The roles that hold today.
    public let roles: [Role.Name]
    public let isKeeper: Bool
    /// The members of staff whom the login stands for; the children in their care are "own".
    public let staff: Set<String>

    public init(
        login: String, name: String, roles: [Role.Name], isKeeper: Bool, staff: Set<String> = []
    ) {
        self.login = login
        self.name = name
        self.roles = roles
        self.isKeeper = isKeeper
        self.staff = staff
    }

    /// What this person may see and change on a day.
    func clearance(on today: Day) -> Clearance {
        Clearance(isKeeper: isKeeper, roles: Set(roles), staff: staff, today: today)
    }

    /// `A Khan, Designated Teacher`.
    public var words: String {
        if let role = roles.first { return "\(name), \(role.words)" }
        return isKeeper ? "\(name), keeper of the store" : name
    }

    /// `A Khan, DT`, for a narrow line.
    public var shortWords: String {
        roles.first == .designatedTeacher ? "\(name), DT" : words
    }

    /// Holds the roles of safeguarding and no other, so that the glance comes first.
    public var opensOnGlance: Bool {
        !roles.isEmpty && roles.allSatisfy { $0 == .dsl || $0 == .deputyDSL }
    }
}

/// Of which children somebody sees or changes something; each holds those before it.
public enum ChildReach: Int, Comparable, CaseIterable, Sendable {
    case nobody
    /// Children whom a current row of `adults.csv` gives to the member of staff.
    case own
    /// Children who have, or had, a status.
    case known
    /// Everyone, and what is about no child.
    case everyone

    public static func < (one: ChildReach, other: ChildReach) -> Bool {
        one.rawValue < other.rawValue
    }
}

/// What a role may do with one topic.
public struct Grant: Hashable, Sendable {
    public let sees: ChildReach
    public let changes: ChildReach

    static let none = Grant(sees: .nobody, changes: .nobody)

    func adding(_ other: Grant) -> Grant {
        Grant(sees: max(sees, other.sees), changes: max(changes, other.changes))
    }
}

/// One role's row of the table of roles.
public struct RoleGrants: Sendable {
    public let role: Role.Name
    public let grants: [Topic: Grant]
    public let rights: Set<Right>

    fileprivate init(
        _ role: Role.Name, sees: ChildReach, _ seen: [Topic], changes changed: [Topic] = [],
        addsOnly added: [Topic] = [], of all: [Topic] = [], rights: Set<Right>
    ) {
        self.role = role
        self.rights = rights
        var grants: [Topic: Grant] = [:]
        for topic in all { grants[topic] = Grant(sees: .everyone, changes: .nobody) }
        for topic in seen { grants[topic] = Grant(sees: sees, changes: .nobody) }
        for topic in changed {
            grants[topic] = (grants[topic] ?? .none).adding(Grant(sees: .nobody, changes: sees))
        }
        for topic in added { grants[topic] = Grant(sees: .nobody, changes: sees) }
        self.grants = grants
    }

    /// The row of a role.
    public static func of(_ role: Role.Name) -> RoleGrants {
        switch role {
        case .designatedTeacher: designatedTeacher
        case .dsl, .deputyDSL: safeguarding(role)
        case .head: head
        case .senco: senco
        case .classTeacher: classTeacher
        case .administrator: administrator
        case .designatedGovernor, .educationAdviser, .virtualSchoolHead: outside(role)
        }
    }

    /// All but plan content, an adopted child's origins and logins; what a call brings about
    /// safeguarding is written down and then read by the safeguarding leads.
    private static let designatedTeacher: RoleGrants = {
        let seen = Topic.allCases.filter { ![.plan, .origins, .accounts].contains($0) }
        return RoleGrants(
            .designatedTeacher, sees: .everyone, seen, changes: seen, addsOnly: [.plan],
            rights: [.policy, .history, .export])
    }()

    private static func safeguarding(_ role: Role.Name) -> RoleGrants {
        RoleGrants(
            role, sees: .everyone, Topic.allCases,
            changes: Topic.allCases.filter { $0 != .accounts },
            rights: [.policy, .history, .export, .maintenance])
    }

    private static let head = RoleGrants(
        .head, sees: .everyone, Topic.allCases, changes: Topic.allCases,
        rights: [.policy, .history, .export, .maintenance])

    /// Children known to a social worker, with what they need to learn; no money and no plan.
    private static let senco = RoleGrants(
        .senco, sees: .known,
        [
            .identity, .sen, .register, .cohort, .professionals, .adults, .pep, .pepRecord,
            .contacts,
            .needs, .support, .wellbeing, .moves, .meetings,
        ], changes: [.contacts, .needs, .support, .wellbeing],
        of: [.school, .staff, .comparison], rights: [.policy])

    /// Key facts of the children in the teacher's care: what it takes to teach and keep them safe.
    private static let classTeacher = RoleGrants(
        .classTeacher, sees: .own,
        [.identity, .sen, .register, .cohort, .adults, .pep, .needs],
        of: [.school, .staff], rights: [.policy])

    /// The roster, the register and the calendar, of everyone alike, so that nothing tells who is
    /// known to a social worker.
    private static let administrator: RoleGrants = {
        let part: [Topic] = [
            .school, .identity, .registration, .sen, .eligibility, .register,
        ]
        return RoleGrants(
            .administrator, sees: .everyone, part, changes: part, of: [.staff], rights: [])
    }()

    /// People who hold the school to account, or advise it, and know no child by name.
    private static func outside(_ role: Role.Name) -> RoleGrants {
        RoleGrants(role, sees: .everyone, [.school], rights: [.policy, .figures])
    }
}

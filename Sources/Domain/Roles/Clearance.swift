/// What one person may see and change: what the person's roles allow, added up.
///
/// It is a value and knows no store: whoever has a child's facts asks it about that child.
public struct Clearance: Hashable, Sendable {
    /// The owner of the store's file, acting without another's name, may do everything.
    public let isKeeper: Bool
    public let roles: Set<Role.Name>
    /// The members of staff whom the login stands for; their children are "own".
    public let staff: Set<String>
    /// The day on which roles and a child's adults are read.
    public let today: Day

    private let grants: [Topic: Grant]
    private let rights: Set<Right>

    public init(isKeeper: Bool, roles: Set<Role.Name>, staff: Set<String>, today: Day) {
        self.isKeeper = isKeeper
        self.roles = roles
        self.staff = staff
        self.today = today
        let rows = roles.map(RoleGrants.of)
        grants = rows.reduce(into: [:]) { sum, row in
            for (topic, grant) in row.grants { sum[topic] = (sum[topic] ?? .none).adding(grant) }
        }
        rights = rows.reduce(into: []) { $0.formUnion($1.rights) }
    }

    /// Of a login: the roles that name it today, and those of the member of staff whose login it is
    /// today.
    public init(login: String, staff: [StaffMember], roles: [Role], today: Day) {
        let own = staff.filter { $0.login == login && $0.span.contains(today) }.map(\.id)
        let held = roles.filter {
            $0.span.contains(today) && ($0.login == login || own.contains($0.person))
        }
        let ids = Set(staff.map(\.id))
        self.init(
            isKeeper: false, roles: Set(held.map(\.name)),
            staff: Set(own).union(held.map(\.person).filter(ids.contains)), today: today)
    }

    /// Of the keeper.
    public static func keeper(on today: Day) -> Clearance {
        Clearance(isKeeper: true, roles: [], staff: [], today: today)
    }

    /// Holds no role: nothing of the store's content is for this person.
    public var isNothing: Bool { !isKeeper && roles.isEmpty }

    /// Sees every column of every record.
    public var seesEverything: Bool {
        isKeeper || Topic.allCases.allSatisfy { grants[$0]?.sees == .everyone }
    }

    /// Sees rows of every kind about everyone, whatever columns are blanked in them.
    public var seesEveryKind: Bool {
        isKeeper || RecordKind.allCases.allSatisfy { grants[$0.topic]?.sees == .everyone }
    }

    /// Numbers of the whole school without names, and no child.
    public var seesFiguresOnly: Bool { holds(.figures) && !sees(.cohort) }

    public func holds(_ right: Right) -> Bool { isKeeper || rights.contains(right) }

    /// Whether a topic is seen at all, be it of one's own children alone.
    public func sees(_ topic: Topic) -> Bool { reach(topic) > .nobody }

    /// Of which children a topic is seen.
    public func reach(_ topic: Topic) -> ChildReach {
        isKeeper ? .everyone : grants[topic]?.sees ?? .nobody
    }

    /// Whether a topic is seen of this child; `nil` for what is about no child.
    public func sees(_ topic: Topic, of child: ChildStanding?) -> Bool {
        (child?.reach ?? .own) <= reach(topic) && sees(topic)
    }

    /// Whether a topic is changed at all.
    public func changes(_ topic: Topic) -> Bool {
        isKeeper || (grants[topic]?.changes ?? .nobody) > .nobody
    }

    package func changes(_ topic: Topic, of child: ChildStanding?) -> Bool {
        changes(topic)
            && (isKeeper || (child?.reach ?? .own) <= (grants[topic]?.changes ?? .nobody))
    }

    /// Whether an action can be for this person.
    public func records(_ action: ActionID) -> Bool {
        // A correction can be of any kind: it is for whoever changes one of them.
        guard action != .correct else {
            return RecordKind.allCases.contains { changes($0.definition.topicOfChange) }
        }
        return action.kinds.allSatisfy { changes($0.definition.topicOfChange) }
    }

    /// Whether everything may be read and written as a whole.
    public var isWhole: Bool { seesEverything && holds(.maintenance) }
}

/// How a child stands to a person: what decides who sees it.
public struct ChildStanding: Hashable, Sendable {
    /// One of the adults of the child.
    public let isOwn: Bool
    /// Has, or had, a status.
    public let isKnown: Bool
    /// May be adopted: previously looked after.
    public let isAdopted: Bool

    public init(isOwn: Bool, isKnown: Bool, isAdopted: Bool) {
        self.isOwn = isOwn
        self.isKnown = isKnown
        self.isAdopted = isAdopted
    }

    /// Of somebody of whom nothing is on record any more.
    static let least = ChildStanding(isOwn: false, isKnown: false, isAdopted: true)

    /// The least reach that holds the child.
    var reach: ChildReach { isOwn ? .own : isKnown ? .known : .everyone }
}

extension Clearance {
    /// How a child stands to this person, by what is on record of the child.
    ///
    /// A status of PLA alone does not say by which order the child left care: the careful reading
    /// takes every such child as adopted.
    public func standing(statuses: [CareStatus], adults: [SupportingAdult]) -> ChildStanding {
        ChildStanding(
            isOwn: adults.contains { staff.contains($0.staff) && $0.span.contains(today) },
            isKnown: !statuses.isEmpty, isAdopted: statuses.contains { $0.kind == .pla })
    }

    func standing(_ facts: PupilFacts) -> ChildStanding {
        standing(statuses: facts.statuses, adults: facts.adults)
    }
}

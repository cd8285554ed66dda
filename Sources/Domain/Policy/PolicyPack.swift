/// A promise of the policy.
public struct Clause: Hashable, Sendable {
    /// `ATT-1`.
    public let id: String
    public let section: String
    /// Whether a rule computes it; the others are attested once a year.
    public let isComputed: Bool
    /// Our wording.
    public let text: String

    public init(id: String, section: String, isComputed: Bool, text: String) {
        self.id = id
        self.section = section
        self.isComputed = isComputed
        self.text = text
    }
}

/// Everything that the rules read from Resources: numbers, codes, bank holidays, clauses and law.
public struct PolicyPack: Sendable {
    public let name: String
    public let clauses: [Clause]
    public let codes: RegisterCodeTable
    public let bankHolidays: [Day]
    /// The law or guidance behind a rule, by rule id; a rule without one rests on the policy alone.
    public let law: [String: String]
    private let numbers: [PolicyNumber]

    /// A pack; `numbers` must hold every `NumberKey` exactly once.
    public init?(
        name: String, numbers: [PolicyNumber], clauses: [Clause], codes: RegisterCodeTable,
        bankHolidays: [Day], law: [String: String]
    ) {
        let found = Dictionary(grouping: numbers, by: \.key)
        var ordered: [PolicyNumber] = []
        for key in NumberKey.allCases {
            guard let number = found[key]?.first, found[key]?.count == 1 else { return nil }
            ordered.append(number)
        }
        self.name = name
        self.numbers = ordered
        self.clauses = clauses
        self.codes = codes
        self.bankHolidays = bankHolidays
        self.law = law
    }

    public func number(_ key: NumberKey) -> PolicyNumber { numbers[key.place] }

    subscript(_ key: NumberKey) -> Int { numbers[key.place].value }

    public func clause(_ id: String) -> Clause? { clauses.first { $0.id == id } }
}

extension NumberKey {
    /// The place in a pack's list; a switch, because every rule passes here for every child.
    var place: Int {
        switch self {
        case .everSixYears: 0
        case .pepMinimumDays: 1
        case .pepWarnDays: 2
        case .pepsPerYear: 3
        case .pepInitialWorkingDays: 4
        case .pepReviewWorkingDays: 5
        case .pepMoveWorkingDays: 6
        case .pepEventWindowDays: 7
        case .pepPeopleWarnDays: 8
        case .pepTargetsDays: 9
        case .pepSignOffDays: 10
        case .pepReviewDays: 11
        case .minimumSessions: 12
        case .severePercent: 13
        case .persistentPercent: 14
        case .concernPercent: 15
        case .clearDays: 16
        case .runDays: 17
        case .punctualityDays: 18
        case .punctualityMarks: 19
        case .carerDays: 20
        case .socialWorkerDays: 21
        case .virtualSchoolDays: 22
        case .followUpDays: 23
        case .followUpWarnDays: 24
        case .firstDayWindow: 25
        case .unexplainedDays: 26
        case .idleWarnDays: 27
        case .linkDays: 28
        case .impactDays: 29
        case .impactWarnDays: 30
        }
    }
}

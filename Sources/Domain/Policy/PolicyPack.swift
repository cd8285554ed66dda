/// A promise of the policy.
public struct Clause: Hashable, Sendable {
    /// `ATT-1`.
    public let id: String
    public let section: String
    /// Whether a rule computes it; the others are attested once a year.
    public let isComputed: Bool
    /// Our wording.
    public let text: String
    /// The figures that stand beside its attestation; they change no state.
    public let figures: [ClauseFigure]

    public init(
        id: String, section: String, isComputed: Bool, text: String, figures: [ClauseFigure] = []
    ) {
        self.id = id
        self.section = section
        self.isComputed = isComputed
        self.text = text
        self.figures = figures
    }
}

/// Everything that the rules read from Resources: numbers, codes, bank holidays, clauses and law;
/// and the rules that judge under it.
public struct PolicyPack: Sendable {
    public let name: String
    /// The rules that show a clause of this policy: those built in, then those that it states.
    public let rules: [Rule]
    private let indices: [RuleID: Int]
    public let clauses: [Clause]
    public let codes: RegisterCodeTable
    public let bankHolidays: [Day]
    /// The law or guidance behind a rule, by rule id; a rule without one rests on the policy alone.
    public let law: [String: String]
    private let numbers: [PolicyNumber]
    private let sdqBands: [SDQ.Informant: SDQBands]
    /// Whose policy it is; `nil` where no file of the pack says so.
    public let authority: Authority?
    private let dates: [AcademicYear: YearDates]
    private let profiles: ProfileTable

    /// A pack; `numbers` must hold every `NumberKey` exactly once, by its name.
    ///
    /// - Parameters:
    ///   - stated: rules of the policy itself, on the general shapes.
    ///   - authorities: profiles; of two that claim one spelling, the later has it.
    public init?(
        name: String, numbers: [PolicyNumber], clauses: [Clause], codes: RegisterCodeTable,
        bankHolidays: [Day], law: [String: String], stated: [Rule] = [],
        sdqBands: [SDQ.Informant: SDQBands] = [:], authority: Authority? = nil,
        dates: [YearDates] = [], authorities: [AuthorityProfile] = []
    ) {
        var ordered: [PolicyNumber] = []
        for key in NumberKey.allCases {
            let found = numbers.filter { $0.name == key.name }
            guard found.count == 1 else { return nil }
            ordered += found
        }
        let known = Set(clauses.map(\.id))
        rules = (Rule.builtIn + stated).compactMap { $0.keeping(known) }
        indices = Dictionary(
            rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        self.name = name
        self.numbers = ordered
        self.clauses = clauses
        self.codes = codes
        self.bankHolidays = bankHolidays
        self.law = law
        self.sdqBands = sdqBands
        self.authority = authority
        self.dates = Dictionary(dates.map { ($0.year, $0) }, uniquingKeysWith: { $1 })
        profiles = ProfileTable(authorities)
    }

    /// Profiles of authorities, the one of every other authority among them.
    public var authorities: [AuthorityProfile] { profiles.profiles }

    /// The profile of the authority that a cell `local_authority` means, whatever its case, accents and
    /// spaces, with or without "County Council" and the like; else that of every other authority.
    public func profile(of authority: String?) -> AuthorityProfile {
        profiles.profile(of: authority)
    }

    /// The bands of a questionnaire's scores on the form for 4 to 17, by who filled it in.
    public func sdqBands(of informant: SDQ.Informant) -> SDQBands? { sdqBands[informant] }

    /// The authority's dates of a year; `nil` where the pack has none.
    public func dates(of year: AcademicYear) -> YearDates? { dates[year] }

    public func number(_ key: NumberKey) -> PolicyNumber { numbers[key.rawValue] }

    func numbers(_ keys: NumberKey...) -> [PolicyNumber] { keys.map(number) }

    subscript(_ key: NumberKey) -> Int { numbers[key.rawValue].value }

    /// The rule of this id; `nil` where this policy has none.
    public func rule(_ id: RuleID) -> Rule? { indices[id].map { rules[$0] } }

    /// The place of a rule among the others, behind them all where this policy has none.
    public func index(of id: RuleID) -> Int { indices[id] ?? rules.count }

    public func clause(_ id: String) -> Clause? { clauses.first { $0.id == id } }
}

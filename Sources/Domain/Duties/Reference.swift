extension Duty {
    /// What tells the duties of one subject and rule apart.
    ///
    /// Two that read the same are the same, so that one which was read from a text is the one that a
    /// rule gave.
    public enum Reference: Sendable {
        case none
        /// The id of a record, or of the person whom one names.
        case record(String)
        case day(Day)
        case year(AcademicYear)
        case term(AcademicYear, TermName)
        case clause(String)
        case level(AttendanceLevel)
        case concern(Concern.Kind, opened: Day)
        case subject(Progress.Subject)
        case judgements(AcademicYear, TermName, Progress.Subject)
        /// A number of days out of school.
        case daysOut(Figure)

        /// `2026-27 autumn`, `attendance:2026-10-02`; empty where there is none.
        public var text: String {
            switch self {
            case .none: ""
            case .record(let id), .clause(let id): id
            case .day(let day): day.iso
            case .year(let year): year.label
            case .term(let year, let term): "\(year.label) \(term.rawValue)"
            case .level(let level): level.rawValue
            case .subject(let subject): subject.rawValue
            case .concern(let kind, let opened): "\(kind.rawValue):\(opened.iso)"
            case .judgements(let year, let term, let subject):
                "\(year.label) \(term.rawValue) \(subject.rawValue)"
            case .daysOut(let days): days.dayWords
            }
        }

        /// Reads what `text` writes. What only its rule could tell apart is taken for a record's id.
        public init(_ text: String) {
            let words = text.split(separator: " ", omittingEmptySubsequences: false)
            let parts = text.split(separator: ":", omittingEmptySubsequences: false)
            self =
                if text.isEmpty {
                    .none
                } else if let day = Day(iso: text) {
                    .day(day)
                } else if let year = AcademicYear(text) {
                    .year(year)
                } else if words.count == 2, let year = AcademicYear(String(words[0])),
                    let term = TermName(rawValue: String(words[1]))
                {
                    .term(year, term)
                } else if parts.count == 2, let opened = Day(iso: parts[1]),
                    let kind = Concern.Kind(rawValue: String(parts[0]))
                {
                    .concern(kind, opened: opened)
                } else {
                    .record(text)
                }
        }
    }
}

extension Duty.Reference: Hashable {
    public static func == (one: Self, other: Self) -> Bool { one.text == other.text }

    public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension Duty.Reference: ExpressibleByStringLiteral, CustomStringConvertible {
    public init(stringLiteral text: String) { self.init(text) }

    public var description: String { text }

    public var isEmpty: Bool { if case .none = self { true } else { false } }

    /// `pep-termly 2026-27 autumn`; the rule alone where there is none.
    func behind(_ rule: RuleID) -> String { isEmpty ? rule.rawValue : "\(rule.rawValue) \(text)" }

    /// The id of the record that the duty is about, where it is about one.
    public var record: String? { if case .record(let id) = self { id } else { nil } }
}

/// What the statistics make of a mark.
public enum MarkCategory: String, CaseIterable, Sendable {
    case present
    case educationalActivity = "educational-activity"
    case authorised, unauthorised
    case notPossible = "not-possible"

    /// Whether the session counts as one the child could have attended.
    public var isPossible: Bool { self != .notPossible }

    /// Present, or at an approved educational activity.
    public var isAttended: Bool { self == .present || self == .educationalActivity }
}

/// The register's codes with what they mean and when they may be used, read from the policy pack
/// (School Attendance (Pupil Registration) (England) Regulations 2024, reg. 10).
public struct RegisterCodeTable: Sendable {
    /// One code of the table.
    public struct Entry: Sendable {
        public let code: RegisterCode
        public let category: MarkCategory
        public let meaning: String
        public let validFrom: Day?
        public let validTo: Day?

        public init(
            code: RegisterCode, category: MarkCategory, meaning: String, validFrom: Day?,
            validTo: Day?
        ) {
            self.code = code
            self.category = category
            self.meaning = meaning
            self.validFrom = validFrom
            self.validTo = validTo
        }
    }

    public let entries: [Entry]
    /// By the byte of `YearMarks`: one look-up a session.
    private let categories: [MarkCategory?]

    public init(_ entries: [Entry]) {
        self.entries = entries
        var categories = [MarkCategory?](repeating: nil, count: 256)
        for entry in entries { categories[Int(entry.code.byte)] = entry.category }
        self.categories = categories
    }

    /// The category of a byte of `YearMarks`; `nil` where no mark was taken.
    func category(ofByte byte: UInt8) -> MarkCategory? { categories[Int(byte)] }

    public func category(of code: RegisterCode) -> MarkCategory? { categories[Int(code.byte)] }

    public func entry(for code: RegisterCode) -> Entry? { entries.first { $0.code == code } }

    /// Whether the code could be used on this day.
    public func isValid(_ code: RegisterCode, on day: Day) -> Bool {
        guard let entry = entry(for: code) else { return false }
        return (entry.validFrom.map { $0 <= day } ?? true)
            && (entry.validTo.map { day <= $0 } ?? true)
    }
}

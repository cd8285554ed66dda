/// A part of what is held about one child, kept until a day and then due for deletion.
public struct RetentionItem: Hashable, Sendable {
    /// The parts that are kept for different times.
    public enum Part: Hashable, Sendable {
        /// All but the marks, the money and the name: statuses, PEPs, contacts, people and the rest.
        case file
        /// The marks of one academic year.
        case marks(AcademicYear)
        /// The entries of one financial year that name the child.
        case accounts(FinancialYear)
        /// The row of the roster, which the others hang on.
        case name
    }

    public let pupil: PupilRef
    public let part: Part
    /// The last day on which it is to be kept.
    public let keepTo: Day
    /// Why until then, in a sentence.
    public let why: String
    /// The numbers of the pack in it.
    public let numbers: [NumberKey]

    public init(
        pupil: PupilRef, part: Part, keepTo: Day, why: String, numbers: [NumberKey]
    ) {
        self.pupil = pupil
        self.part = part
        self.keepTo = keepTo
        self.why = why
        self.numbers = numbers
    }

    /// Whether it is to go.
    public func isDue(on today: Day) -> Bool { keepTo < today }

    /// How a person names it: `K017 file`, `K017 marks 2019-20`.
    public var id: String { "\(pupil) \(part.text)" }
}

extension RetentionItem.Part {
    /// `file`, `marks 2019-20`, `accounts 2019-20`, `name`.
    public var text: String {
        switch self {
        case .file: "file"
        case .marks(let year): "marks \(year.label)"
        case .accounts(let year): "accounts \(year.label)"
        case .name: "name"
        }
    }

    /// Reads what `text` wrote.
    public init?(_ text: String) {
        let words = text.split(separator: " ")
        switch (words.first, words.count) {
        case ("file", 1): self = .file
        case ("name", 1): self = .name
        case ("marks", 2):
            guard let year = AcademicYear(words[1]) else { return nil }
            self = .marks(year)
        case ("accounts", 2):
            guard let year = FinancialYear(words[1]) else { return nil }
            self = .accounts(year)
        default: return nil
        }
    }

    /// The kinds of record that the part consists of; attendance and funding by their years.
    public var kinds: [RecordKind] {
        switch self {
        case .file:
            RecordKind.allCases.filter { kind in
                kind.isOfChild && kind != .attendance && kind != .funding
            }
        case .marks: [.attendance]
        case .accounts: [.funding]
        case .name: [.pupils]
        }
    }
}

/// Everything that is on record about one child, in the order of days.
///
/// It is made from the facts that a person may see: what is withheld from somebody stands in no line
/// of theirs.
public struct Chronology: Hashable, Sendable {
    /// What was up to the day on which it is read, that day included; the oldest first.
    public let entries: [ChronologyEntry]
    /// What is planned for later days, or known to end on them; the soonest first.
    public let ahead: [ChronologyEntry]

    /// The lines of one kind alone; all of them where none is named.
    public func only(_ kind: ChronologyEntry.Kind?) -> Chronology {
        guard let kind else { return self }
        return Chronology(
            entries: entries.filter { $0.kind == kind }, ahead: ahead.filter { $0.kind == kind })
    }
}

/// One line of a chronology: what was on a day, in plain English.
public struct ChronologyEntry: Hashable, Sendable {
    /// What a line is about, as a teacher would ask for it. Of one day the lines stand in this order:
    /// what happened to the child before what was done about it.
    public enum Kind: String, CaseIterable, Sendable {
        /// Coming, going, and being taught elsewhere.
        case moves
        case status, people, attendance, suspension, contact
        /// Conferences and reviews, and what was agreed at them and at PEPs.
        case meeting
        case pep
        /// Support, decisions, checks in class, responsibilities.
        case support
        case progress
        /// Needs profiles, SEN plans and reviews, questionnaires.
        case sen
        case money, other
    }

    public let day: Day
    public let kind: Kind
    /// The facts of the line, without the child's name: `Core group held`.
    public let words: String
    /// The record that it tells; `nil` for a run of absence, which is told of many marks.
    public let record: RecordKey?
    /// The column that holds the day: a record gives at most one line for each of its days.
    let column: String

    /// What tells it from the child's other lines, while its words may change.
    public var id: String {
        record.map { "\($0.kind.rawValue) \($0) \(column)" } ?? "\(kind.rawValue) \(day.iso)"
    }

    /// By day, then by kind, then by record.
    static func inOrder(_ one: ChronologyEntry, _ other: ChronologyEntry) -> Bool {
        if one.day != other.day { return one.day < other.day }
        if one.kind != other.kind { return one.kind.place < other.kind.place }
        guard let left = one.record, let right = other.record else {
            return one.record == nil && other.record != nil
        }
        return left == right ? one.place < other.place : left < right
    }

    /// The place of its column among those of its record.
    private var place: Int { record?.kind.schema.index(of: column) ?? 0 }
}

extension ChronologyEntry.Kind {
    /// The kind as a list shows it: `PEP`.
    public var words: String {
        switch self {
        case .pep: "PEP"
        case .sen: "SEN"
        case .moves, .status, .people, .attendance, .suspension, .contact, .meeting, .support,
            .progress, .money, .other:
            rawValue
        }
    }

    /// The kinds of record that its lines tell: whoever sees none of them sees no such line.
    public var records: [RecordKind] {
        switch self {
        case .moves: [.pupils, .checklists, .alternativeProvision]
        case .status: [.status]
        case .people: [.professionals, .adults]
        case .attendance: [.attendance]
        case .suspension: [.suspensions]
        case .contact: [.contacts]
        case .meeting: [.meetings, .actions]
        case .pep: [.peps, .targets]
        case .support: [.decisions, .interventions, .checks, .responsibilities]
        case .progress: [.progress]
        case .sen: [.profiles, .senReviews, .sdq]
        case .money: [.funding]
        case .other: [.census]
        }
    }

    fileprivate var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension PupilFacts {
    /// The chronology of this child.
    ///
    /// What is dated after `today` and was no plan then is left out, so that a chronology as of an
    /// earlier day says nothing of what came later.
    ///
    /// - Parameters:
    ///   - school: for names of staff, for funds and their entries, and for school days.
    ///   - today: the day on which it is read.
    ///   - pack: says which marks are missed sessions, and names the rules.
    public func chronology(
        in school: SchoolFacts, through today: Day, under pack: PolicyPack
    ) -> Chronology {
        let reading = ChronologyReading(facts: self, school: school, today: today, pack: pack)
        let lines = reading.all.sorted(by: ChronologyEntry.inOrder)
        return Chronology(
            entries: lines.filter { $0.day <= today }, ahead: lines.filter { $0.day > today })
    }
}

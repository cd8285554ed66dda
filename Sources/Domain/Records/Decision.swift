/// What the school has decided about a child, with its reason: to give support or none, whether a
/// responsibility fits, or not to act for now.
public struct Decision: FactRow {
    public static let kind = RecordKind.decisions

    public enum Topic: String, CaseIterable, Sendable {
        case support, responsibility
        case noAction = "no-action"
        /// Why no interim PEP is held.
        case interimPEP = "interim-pep"
        case other
    }

    public let record: Record
    public let id: String
    public let on: Day
    public let about: Topic

    public init(_ record: Record) {
        self.record = record
        id = record["decision_id"]
        on = record.requiredDay("on")
        about = record.word("about")
    }

    public var outcome: String? { record.text("outcome") }
    public var reason: String? { record.text("reason") }
}

/// A class observation, a learning walk, or another look at how a child is taught.
public struct Check: FactRow {
    public static let kind = RecordKind.checks
    public let record: Record
    public let id: String
    public let on: Day

    public init(_ record: Record) {
        self.record = record
        id = record["check_id"]
        on = record.requiredDay("on")
    }
}

/// A post or duty that a child holds in the school: librarian, play leader.
public struct Responsibility: FactRow {
    public static let kind = RecordKind.responsibilities
    public let record: Record
    public let span: Span

    public init(_ record: Record) {
        self.record = record
        span = Span(from: record.requiredDay("from"), to: record.day("to"))
    }

    public var role: String { record["role"] }
}

/// What a child needs, and what helps.
public struct NeedsProfile: FactRow {
    public static let kind = RecordKind.profiles
    public let record: Record
    public let on: Day

    public init(_ record: Record) {
        self.record = record
        on = record.requiredDay("on")
    }

    public var needs: String { record["needs"] }
    public var strategies: String? { record.text("strategies") }
}

/// What the school census asks about a child.
public struct CensusEntry: FactRow {
    public static let kind = RecordKind.census
    public let record: Record
    public let on: Day

    public init(_ record: Record) {
        self.record = record
        on = record.requiredDay("on")
    }
}

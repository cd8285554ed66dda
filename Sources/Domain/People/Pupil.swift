/// The school's own reference for a child: the admission number.
public struct PupilRef: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String
    public init(_ text: String) { self.text = text }
    public var description: String { text }

    public static func < (one: PupilRef, other: PupilRef) -> Bool {
        one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
    }
}

/// A child who is or was on the school's roll.
public struct Pupil: FactRow {
    public static let kind = RecordKind.pupils
    public let record: Record
    public let ref: PupilRef
    public let born: Day
    /// The first and last day on roll.
    public let roll: Span

    public init(_ record: Record) {
        self.record = record
        ref = PupilRef(record["pupil"])
        born = record.requiredDay("born")
        roll = Span(from: record.requiredDay("admitted"), to: record.day("left"))
    }

    public var upn: String? { record.text("upn") }
    /// The legal surname.
    public var surname: String { record["surname"] }
    /// The legal forename.
    public var forename: String { record["forename"] }
    public var knownAs: String? { record.text("known_as") }
    public var preferredSurname: String? { record.text("preferred_surname") }
    /// `N1` … `13`.
    public var yearGroup: String { record["year_group"] }
    public var className: String? { record.text("class") }
    /// What special educational needs the row names; `nil` where it does not say.
    public var sen: SENProvision? { SENProvision(rawValue: record["sen"]) }
    /// SEN support or an EHCP.
    public var hasSEN: Bool { sen == .support || sen == .plan }
    public var isDisabled: Bool? { record.flag("disabled") }
    public var ppEligible: Bool? { record.flag("pp_eligible") }
    /// The word that siblings share.
    public var family: String? { record.text("family") }

    /// The name in daily use: known-as and preferred surname where there are any.
    public var displayName: String { "\(firstName) \(preferredSurname ?? surname)" }

    /// The forename in daily use.
    public var firstName: String { knownAs ?? forename }

    /// `Reception`, `Year 1` or `Nursery 2`.
    public var yearWords: String {
        if yearGroup == "R" { return "Reception" }
        if yearGroup.hasPrefix("N") { return "Nursery \(yearGroup.dropFirst())" }
        return "Year \(yearGroup)"
    }
}

/// What a child gets for special educational needs.
public enum SENProvision: String, CaseIterable, Sendable {
    case none = "N"
    case support = "K"
    case plan = "E"

    /// `SEN support`.
    public var words: String {
        switch self {
        case .none: "no SEN"
        case .support: "SEN support"
        case .plan: "an EHCP"
        }
    }
}

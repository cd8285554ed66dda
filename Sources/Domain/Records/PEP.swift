/// A Personal Education Plan meeting: planned, held or cancelled.
public struct PEP: FactRow {
    public static let kind = RecordKind.peps
    public let record: Record
    public let id: String
    public let plannedFor: Day?
    public let heldOn: Day?
    public let isCancelled: Bool
    /// When it was signed off on the authority's ePEP.
    public let completedOn: Day?

    public init(_ record: Record) {
        self.record = record
        id = record["pep_id"]
        plannedFor = record.day("planned_for")
        heldOn = record.day("held_on")
        isCancelled = record.flag("cancelled") ?? false
        completedOn = record.day("completed_on")
    }

    /// The day on which it was held: filled, not after `today`, and not cancelled.
    public func held(by today: Day) -> Day? {
        guard let heldOn, heldOn <= today, !isCancelled else { return nil }
        return heldOn
    }
}

/// Somebody invited to a PEP.
public struct PEPPerson: FactRow {
    public static let kind = RecordKind.pepPeople
    public let record: Record
    public let pep: String
    public let role: PersonRole
    public let invitedOn: Day?
    public let attended: Bool?
    /// Whether the person's views were sent or heard.
    public let views: Bool?

    public init(_ record: Record) {
        self.record = record
        pep = record["pep_id"]
        role = record.word("role")
        invitedOn = record.day("invited_on")
        attended = record.flag("attended")
        views = record.flag("views")
    }

    public var name: String { record["name"] }

    /// Came, or gave their views.
    public var tookPart: Bool { attended == true || views == true }
}

/// A target of a PEP.
public struct PEPTarget: FactRow {
    public static let kind = RecordKind.targets
    public let record: Record
    public let id: String
    public let pep: String
    public let reviewedOn: Day?

    public init(_ record: Record) {
        self.record = record
        id = record["target_id"]
        pep = record["pep_id"]
        reviewedOn = record.day("reviewed_on")
    }

    public var text: String { record["target"] }
    public var outcome: String? { record.text("outcome") }
    /// Reviewed, with an outcome.
    public var isReviewed: Bool { reviewedOn != nil && outcome != nil }
}

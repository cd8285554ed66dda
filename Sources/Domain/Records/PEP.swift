/// A Personal Education Plan meeting: planned, held or cancelled.
public struct PEP: PlannedRow {
    public static let kind = RecordKind.peps

    /// What sort of meeting it is.
    public enum Kind: String, CaseIterable, Sendable {
        case meeting
        /// A review by the Designated Teacher alone, for which nobody else is needed.
        case review = "dt-review"
        /// A PEP out of turn, because the child is suspended, excluded or kept off the site.
        case interim
    }

    public let record: Record
    public let id: String
    public let kind: Kind
    public let plannedFor: Day?
    public let heldOn: Day?
    public let isCancelled: Bool
    /// When it was signed off on the authority's ePEP.
    public let completedOn: Day?
    /// Whether the child's own views are in it.
    public let hasPupilViews: Bool
    /// When it was sent to the authority, and when the authority sent it back, last.
    public let sentOn: Day?
    public let returnedOn: Day?

    public init(_ record: Record) {
        self.record = record
        id = record["pep_id"]
        kind = Kind(rawValue: record["kind"]) ?? .meeting
        plannedFor = record.day("planned_for")
        heldOn = record.day("held_on")
        isCancelled = record.flag("cancelled") ?? false
        completedOn = record.day("completed_on")
        hasPupilViews = record.flag("pupil_views") ?? false
        sentOn = record.day("sent_on")
        returnedOn = record.day("returned_on")
    }

    /// Why the authority sent it back.
    public var returnedWhy: String? { record.text("returned_why") }
    /// The grade that the Virtual School gave it, in the authority's own words.
    public var grade: String? { record.text("grade") }
    /// The child's own words.
    public var voice: String? { record.text("voice") }
    /// The day of the next PEP, as this one set it.
    public var nextOn: Day? { record.day("next_on") }

    /// The day on which it was held: filled, not after `today`, and not cancelled.
    public func held(by today: Day) -> Day? {
        isCancelled ? nil : heldOn.upTo(today)
    }

    /// The day of its sign-off; one that is dated later has not been yet.
    public func signedOff(by today: Day) -> Day? { completedOn.upTo(today) }

    /// The day on which it was sent to the authority, last.
    public func sent(by today: Day) -> Day? { sentOn.upTo(today) }

    /// The day on which the authority sent it back, last.
    public func returned(by today: Day) -> Day? { returnedOn.upTo(today) }

    /// The day on which it was sent to the authority, where it has not come back since.
    func sentAndKept(by today: Day) -> Day? { isSentBack(by: today) ? nil : sent(by: today) }

    /// Whether the authority has sent it back and waits for it.
    public func isSentBack(by today: Day) -> Bool {
        guard let returned = returned(by: today) else { return false }
        return sent(by: today).map { $0 < returned } ?? true
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
    public var why: String? { record.text("why") }
    /// Who helps the child with it.
    public var who: String? { record.text("who") }
    /// The day by which it is to be reached.
    public var by: Day? { record.day("by") }
    /// What it costs in all.
    public var cost: Pence? { record.text("cost").flatMap { Pence(pounds: $0) } }
    /// Reviewed, with an outcome.
    public var isReviewed: Bool { reviewedOn != nil && outcome != nil }

    /// Whether it was reviewed by a day; a review that is dated later has not been yet.
    public func isReviewed(by today: Day) -> Bool {
        isReviewed && (reviewedOn.map { $0 <= today } ?? true)
    }

    /// What it is about: `reading`, `maths`, `emotional`.
    public var area: String { record["area"] }

    /// Whether it is about English or maths.
    public var isCore: Bool {
        ["reading", "writing", "phonics", "communication", "maths"].contains(area)
    }

    /// What a target says beside itself.
    public enum Detail: String, CaseIterable, Sendable {
        case why, who
        case by = "by when"
        case cost
    }

    /// Those that it leaves out; a cost of nothing is said.
    public var unsaid: [Detail] {
        Detail.allCases.filter { detail in
            switch detail {
            case .why: why == nil
            case .who: who == nil
            case .by: by == nil
            case .cost: cost == nil
            }
        }
    }
}

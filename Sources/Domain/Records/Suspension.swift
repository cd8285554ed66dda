/// A suspension, a lunchtime suspension or a permanent exclusion, with what the policy asks around
/// it.
public struct Suspension: FactRow {
    public static let kind = RecordKind.suspensions

    public enum Kind: String, CaseIterable, Sendable {
        case suspension, lunchtime, permanent
        /// Kept off the site to keep others or the child safe, without a suspension.
        case separation
        /// A move to another school that home, both schools and the authority agree.
        case managedMove = "managed-move"

        /// Whether it is a suspension whose days the law counts.
        var countsDays: Bool { self == .suspension || self == .lunchtime }

        /// Whether the questions of a suspension or exclusion are asked of it.
        public var isExclusion: Bool { countsDays || self == .permanent }
    }

    /// Why, as the school census codes it.
    ///
    /// Source: DfE, Complete the school census: exclusion reasons.
    public enum Reason: String, CaseIterable, Sendable {
        case assaultOnPupil = "PP"
        case assaultOnAdult = "PA"
        case threatToPupil = "VP"
        case threatToAdult = "VA"
        case weapon = "OW"
        case bullying = "BU"
        case racistAbuse = "RA"
        case orientationAbuse = "LG"
        case disabilityAbuse = "DS"
        case sexualMisconduct = "SM"
        case drugs = "DA"
        case damage = "DM"
        case theft = "TH"
        case onlineMisuse = "MT"
        case publicHealth = "PH"
        case disruption = "DB"

        /// How many the census takes of one case.
        static let most = 3

        /// `PP physical assault against a pupil`.
        public var words: String {
            switch self {
            case .assaultOnPupil: "physical assault against a pupil"
            case .assaultOnAdult: "physical assault against an adult"
            case .threatToPupil: "verbal abuse or threats against a pupil"
            case .threatToAdult: "verbal abuse or threats against an adult"
            case .weapon: "an offensive weapon or a prohibited item"
            case .bullying: "bullying"
            case .racistAbuse: "racist abuse"
            case .orientationAbuse: "abuse about sexual orientation or gender identity"
            case .disabilityAbuse: "abuse about disability"
            case .sexualMisconduct: "sexual misconduct"
            case .drugs: "drugs and alcohol"
            case .damage: "damage"
            case .theft: "theft"
            case .onlineMisuse: "misuse of social media or online technology"
            case .publicHealth: "breaking measures that protect public health"
            case .disruption: "persistent disruptive behaviour"
            }
        }
    }

    public let record: Record
    public let id: String
    public let kind: Kind
    public let decidedOn: Day
    public let from: Day
    /// Half days; 0 where there are none on record.
    public let halfDays: Int

    public init(_ record: Record) {
        self.record = record
        id = record["suspension_id"]
        kind = record.word("kind")
        decidedOn = record.requiredDay("decided_on")
        from = record.requiredDay("from")
        halfDays = (record.figure("days")?.tenThousandths ?? 0) / 5_000
    }

    /// The last day on which the child is away, where one is known.
    public var to: Day? { record.day("to") }
    public var reasons: [Reason] { record.list("reasons").compactMap(Reason.init) }
    public var virtualSchoolWarnedOn: Day? { record.day("virtual_school_warned_on") }
    public var adviserDiscussedOn: Day? { record.day("adviser_discussed_on") }
    public var virtualSchoolToldOn: Day? { record.day("virtual_school_told_on") }
    public var parentsToldOn: Day? { record.day("parents_told_on") }
    public var socialWorkerToldOn: Day? { record.day("social_worker_told_on") }
    public var authorityToldOn: Day? { record.day("authority_told_on") }
    public var tried: String? { record.text("tried") }
    public var alternatives: String? { record.text("alternatives") }
    public var livingArrangements: String? { record.text("living_arrangements") }
    public var adjustments: String? { record.text("adjustments") }
    public var senEndeavours: String? { record.text("sen_endeavours") }
    public var workSetOn: Day? { record.day("work_set_on") }
    public var provisionFrom: Day? { record.day("provision_from") }
    public var reintegrationOn: Day? { record.day("reintegration_on") }
    public var governorsMetOn: Day? { record.day("governors_met_on") }
    public var representationsOn: Day? { record.day("representations_on") }
}

extension [Suspension] {
    /// Suspensions and exclusions that were decided from a day to another, both included.
    package func exclusions(from first: Day, through last: Day) -> [Suspension] {
        filter { $0.kind.isExclusion && first <= $0.decidedOn && $0.decidedOn <= last }
    }
}

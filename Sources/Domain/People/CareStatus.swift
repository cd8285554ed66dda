/// The four kinds of status that make a child known to a social worker today.
public enum CareKind: String, CaseIterable, Sendable {
    /// Looked after by a local authority.
    case cla = "CLA"
    /// Previously looked after: adoption, special guardianship, child arrangements order.
    case pla = "PLA"
    /// On a child protection plan.
    case cp = "CP"
    /// On a child in need plan.
    case cin = "CIN"

    /// Whether a social worker is involved while it holds, so that Ever-6 follows it.
    public var hasSocialWorker: Bool {
        switch self {
        case .cla, .cp, .cin: true
        case .pla: false
        }
    }
}

/// The legal statuses of the SSDA903 return that a looked-after child can have.
public enum LegalStatus: String, CaseIterable, Sendable {
    case c1 = "C1"
    case c2 = "C2"
    case d1 = "D1"
    case e1 = "E1"
    case v2 = "V2"
    case v3 = "V3"
    case v4 = "V4"
    case l1 = "L1"
    case l2 = "L2"
    case l3 = "L3"
    case j1 = "J1"
    case j2 = "J2"
    case j3 = "J3"

    /// V3 and V4: an agreed series of short breaks, which begins no spell and asks for no first
    /// PEP.
    public var isShortBreak: Bool { self == .v3 || self == .v4 }
}

/// One status of one child, from its first to its last day.
public struct CareStatus: FactRow {
    public static let kind = RecordKind.status
    public let record: Record
    public let kind: CareKind
    public let span: Span
    public let legalStatus: LegalStatus?

    public init(_ record: Record) {
        self.record = record
        kind = record.word("status")
        span = Span(from: record.requiredDay("from"), to: record.day("to"))
        legalStatus = record.text("legal_status").flatMap(LegalStatus.init)
    }
}

import Domain

/// The lists of duties that a number opens.
public enum DutyList: String, CaseIterable, Sendable {
    case missed, overdue, soon, unknown, older
    case spendWithoutImpact = "without-impact"
    case idleMoney = "idle"

    var page: PageKind {
        switch self {
        case .missed: .missed
        case .overdue: .overdue
        case .soon: .soon
        case .unknown: .unknown
        case .older: .older
        case .spendWithoutImpact: .spendWithoutImpact
        case .idleMoney: .idleMoney
        }
    }

    func holds(_ duty: Duty, _ model: Model) -> Bool {
        switch self {
        case .missed: duty.state == .missed
        case .overdue: duty.state == .overdue
        case .soon: duty.state == .soon
        case .unknown: duty.state == .unknown
        case .older: model.isOld(duty)
        case .spendWithoutImpact: duty.rule == .fundingImpact && duty.state.isOpen
        case .idleMoney: duty.rule == .fundingIdle && duty.state.isOpen
        }
    }

    var title: String {
        switch self {
        case .missed: "Missed: can no longer be done"
        case .overdue: "Overdue"
        case .soon: "Due soon"
        case .unknown: "Not known: facts are missing"
        case .older: "Older: open for more than about a term"
        case .spendWithoutImpact: "Spends without an impact"
        case .idleMoney: "Money not yet spent"
        }
    }
}

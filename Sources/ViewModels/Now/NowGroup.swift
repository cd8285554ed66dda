import Domain

/// How a person reads Now.
public enum NowView: String, CaseIterable, Sendable {
    /// A line for each child who needs something, one for the school, one for staff, one for money.
    case byChild = "by-child"
    /// A line for each cause.
    case byDuty = "by-duty"

    /// The other one, to which a key turns.
    public var other: NowView {
        switch self {
        case .byChild: .byDuty
        case .byDuty: .byChild
        }
    }

    /// `by duty`, as a footer says it.
    public var words: String {
        switch self {
        case .byChild: "by child"
        case .byDuty: "by duty"
        }
    }
}

/// A child, the school, its staff or its money, with all the lines of Now about it.
public struct NowGroup: Sendable {
    public enum Owner: Hashable, Sendable {
        case pupil(PupilRef)
        case school, staff, money

        init(_ line: NowLine) {
            let duty = line.duty
            self =
                switch duty.subject {
                case .pupil(let ref): .pupil(ref)
                case .fund: .money
                case .staff: .staff
                case .school where line.rule != nil || duty.topic == .staff: .staff
                case .school where duty.topic == .money: .money
                case .school: .school
                }
        }

        /// Stays the same while duties come and go.
        var id: String {
            switch self {
            case .pupil(let ref): Subject.pupil(ref).text
            case .school: "school"
            case .staff: "staff"
            case .money: "money"
            }
        }

        /// Who stands on its line; `nil` for a child, who has a name.
        var name: String? {
            switch self {
            case .pupil: nil
            case .school: "School"
            case .staff: "Staff"
            case .money: "Money"
            }
        }
    }

    public let owner: Owner
    /// In the order of Now; never empty.
    public let lines: [NowLine]

    public var id: String { owner.id }

    /// The duty that decides its place: the most pressing of all.
    public var duty: Duty { lines[0].duty }

    /// The lines of Now by whom they are about. Each group stands where its most pressing line stands,
    /// so that both lists have one order.
    static func list(_ lines: [NowLine]) -> [NowGroup] {
        var order: [Owner] = []
        var found: [Owner: [NowLine]] = [:]
        for line in lines {
            let owner = Owner(line)
            if found[owner] == nil { order.append(owner) }
            found[owner, default: []].append(line)
        }
        return order.map { NowGroup(owner: $0, lines: found[$0] ?? []) }
    }
}

extension Model {
    /// The order of the day, a line for each child, one for the school, for staff and for money.
    public var nowByChild: [NowGroup] { NowGroup.list(now) }

    /// The duty of each line of Now with the number of the others that stand behind it.
    public func nowDuties(_ view: NowView) -> [(duty: Duty, others: Int)] {
        let branches =
            switch view {
            case .byChild: nowByChild.map { DutyBranch($0) }
            case .byDuty: now.map { DutyBranch($0) }
            }
        return branches.map { ($0.duty, $0.others(self)) }
    }
}

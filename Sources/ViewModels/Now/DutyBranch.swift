import Domain

/// Duties that are told on one line, with the lines that it opens.
struct DutyBranch: Sendable {
    /// The most pressing first; never empty.
    let duties: [Duty]
    /// The lines beneath: of the other duties, or, where there are none, of its own one by one.
    var beneath: [DutyBranch] = []
    let id: String
    /// How many others it stands for that have no line beneath it.
    var unlisted = 0
    /// Where it stands for duties of several members of staff: their rule, whose page it opens.
    var rule: RuleID?

    /// The duty that `w` explains and a key acts on.
    var duty: Duty { duties[0] }

    /// Whether what stands beneath is what the line itself has told.
    var opensItself: Bool {
        beneath.first.map { first in duties.contains { $0.id == first.duty.id } } ?? false
    }
}

extension DutyBranch {
    /// The duties of one cause, the most pressing first.
    init(cause duties: [Duty], id: String) {
        let parts = Self.parts(duties)
        self.init(duties: parts[0], beneath: Self.beneath(parts), id: id)
    }

    /// A line of Now by duty.
    init(_ line: NowLine) {
        guard let rule = line.rule else {
            self.init(cause: [line.duty] + line.rest, id: line.id)
            return
        }
        // The school's own duty says itself how many members of staff are late.
        let isSaid = line.duty.subject == .school
        self.init(
            duties: [line.duty], id: line.id, unlisted: isSaid ? 0 : line.rest.count, rule: rule)
    }

    /// A line of Now by child.
    init(_ group: NowGroup) {
        let rest = group.lines.dropFirst().map { DutyBranch($0) }
        let first = group.lines[0]
        guard first.rule == nil else {
            let line = DutyBranch(first)
            self.init(
                duties: line.duties, beneath: rest, id: group.id, unlisted: line.unlisted,
                rule: line.rule)
            return
        }
        let parts = Self.parts([first.duty] + first.rest)
        self.init(duties: parts[0], beneath: Self.beneath(parts, and: rest), id: group.id)
    }

    /// The duties of one child as lines of their causes, each where its first duty stands.
    static func byCause(_ duties: [Duty]) -> [DutyBranch] {
        var order: [Cause] = []
        var found: [Cause: [Duty]] = [:]
        for duty in duties {
            let cause = Cause(duty)
            if found[cause] == nil { order.append(cause) }
            found[cause, default: []].append(duty)
        }
        // The id of its first duty, which keeps its place when that is dealt with.
        return order.compactMap { found[$0] }.map { DutyBranch(cause: $0, id: $0[0].id.text) }
    }

    private init(told duties: [Duty]) {
        let id = "duty \(duties[0].id.text)"
        self.init(
            duties: duties, beneath: Self.each(duties), id: duties.count > 1 ? "\(id) all" : id)
    }

    private static func beneath(_ parts: [[Duty]], and more: [DutyBranch] = []) -> [DutyBranch] {
        let others = parts.dropFirst().map { DutyBranch(told: $0) } + more
        return others.isEmpty ? each(parts[0]) : others
    }

    private static func each(_ duties: [Duty]) -> [DutyBranch] {
        guard duties.count > 1 else { return [] }
        return duties.map { DutyBranch(duties: [$0], id: "duty \($0.id.text)") }
    }

    /// What is told as one: absences without a reason together, every other duty by itself.
    private static func parts(_ duties: [Duty]) -> [[Duty]] {
        let absences = duties.filter { $0.rule == .attendanceUnexplained }
        guard absences.count > 1 else { return duties.map { [$0] } }
        var parts: [[Duty]] = []
        var hasAbsences = false
        for duty in duties {
            if duty.rule != .attendanceUnexplained {
                parts.append([duty])
            } else if !hasAbsences {
                parts.append(absences)
                hasAbsences = true
            }
        }
        return parts
    }
}

extension DutyBranch {
    /// How many others stand behind its own that are still to be dealt with.
    func others(_ model: Model) -> Int {
        guard !opensItself else { return 0 }
        return unlisted + beneath.count { model.isPressing($0.duty.id) }
    }

    /// What it says where several duties are told as one: `11 absences without a reason`.
    func sum(_ model: Model) -> String? {
        guard duties.count > 1 else { return nil }
        let open = duties.count { model.isPressing($0.id) }
        return open > 1 ? "\(open) absences without a reason" : nil
    }
}

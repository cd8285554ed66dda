/// A duty whose state a change has turned.
public struct TurnedDuty: Sendable {
    public let id: DutyID
    /// `nil` where there was no such duty.
    public let before: DutyState?
    /// `nil` where there is no such duty any more.
    public let after: DutyState?
    /// The duty as it is after the change, or as it was where it has gone.
    public let duty: Duty
}

/// The duties that differ in state between two judgements of the same subjects, in the order of
/// `cksw duties`.
public func turned(before: [Duty], after: [Duty]) -> [TurnedDuty] {
    let old = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(after.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let changed = after.filter { old[$0.id]?.state != $0.state }
    let gone = before.filter { new[$0.id] == nil }
    return (changed + gone).sorted(by: Duty.inOrder).map { duty in
        TurnedDuty(
            id: duty.id, before: old[duty.id]?.state, after: new[duty.id]?.state, duty: duty)
    }
}

/// What a command would do to the duties, worked out on a copy of the facts.
public struct TurnedDuties: Sendable {
    /// The duties that it turns.
    public let turned: [TurnedDuty]
    /// The duties of the subjects that it touches, as they are afterwards.
    public let after: [Duty]

    /// Judges again only whom the command can touch: its child alone for most, the school's duties
    /// where money or roles change, everyone where the calendar does.
    ///
    /// - Parameter clearance: whose eyes it is for; without one, all that it turns.
    public static func preview(
        _ command: Command, _ facts: Facts, on today: Day, under pack: PolicyPack,
        for clearance: Clearance? = nil
    ) -> TurnedDuties {
        let clearance = clearance ?? .keeper(on: today)
        let reach = Reach(command, facts)
        // Funds are judged with every child's statuses; a child alone needs no copy of the others.
        var part = facts
        if !reach.touchesSchool {
            part.pupils = [:]
            for ref in reach.pupils { part.pupils[ref] = facts.pupils[ref] }
        }
        let changed = part.applying(command.changes, bankHolidays: pack.bankHolidays)
        func judge(_ facts: Facts) -> [Duty] {
            let ofPupils = reach.pupils.sorted().compactMap { facts.pupils[$0] }.flatMap {
                clearance.duties(for: $0, in: facts.school, on: today, under: pack)
            }
            return ofPupils
                + (reach.touchesSchool
                    ? clearance.schoolDuties(facts, on: today, under: pack) : [])
        }
        let before = judge(part)
        let after = judge(changed)
        return TurnedDuties(turned: Domain.turned(before: before, after: after), after: after)
    }
}

/// Whose duties a command can turn.
private struct Reach {
    var pupils: Set<PupilRef> = []
    var touchesSchool = false

    init(_ command: Command, _ facts: Facts) {
        if let pupil = command.subject.pupil { pupils.insert(pupil) }
        // Looked for once, because a command for several children has as many parts.
        let wholes =
            command.changes.contains { $0.whole != nil }
            ? RecordKind.wholes.flatMap { facts.records(of: $0) } : []
        let owners = Dictionary(wholes.map { ($0.key, $0) }, uniquingKeysWith: { $1 })
        for change in command.changes {
            if let pupil = change.pupil { pupils.insert(pupil) }
            if let owner = change.whole.flatMap({ owners[$0] })?.pupil { pupils.insert(owner) }
            switch change.kind.definition.turns {
            case .everyone:
                pupils = Set(facts.pupils.keys)
                touchesSchool = true
            case .school: touchesSchool = true
            case .child: break
            }
        }
    }
}

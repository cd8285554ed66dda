/// Where an action was started: the child, the duty it is to turn, the record under the cursor.
public struct ActionOrigin: Sendable {
    public var pupil: PupilRef?
    public var duty: Duty?
    public var record: RecordKey?
    /// The children for whom it is done at once; empty for an action about one child or the school.
    public var group: [PupilRef]
    /// When what is to be planned counts, and the day that is offered; `nil` where nobody asked.
    public var window: PlanWindow?

    public init(
        pupil: PupilRef? = nil, duty: Duty? = nil, record: RecordKey? = nil,
        group: [PupilRef] = [], window: PlanWindow? = nil
    ) {
        self.window = window
        self.pupil = pupil
        self.duty = duty
        self.record = record
        self.group = group
    }

    /// The children whom it names: those of the group, else the one it is about.
    public var pupils: [PupilRef] {
        group.isEmpty ? [pupil ?? duty?.subject.pupil].compactMap { $0 } : group
    }

    /// The record of this kind that the action is about, by its id.
    func id(of kind: RecordKind) -> String? {
        if let record, record.kind == kind { return record.parts.first }
        return nil
    }
}

/// The days on which something can be planned so that it counts for a duty.
public struct PlanWindow: Hashable, Sendable {
    public let from: Day
    /// The day by which it is due.
    public let by: Day
    /// The day that a form offers.
    public let day: Day

    public init(from: Day, by: Day, day: Day) {
        self.from = from
        self.by = by
        self.day = day
    }
}

/// All that a command is made from besides what was typed.
public struct CommandContext: Sendable {
    public var facts: Facts
    public var pack: PolicyPack
    public var today: Day
    /// The time of day, on `today`.
    public var now: Instant
    public var actor: Actor
    /// What new ids are made from: the same seed and entries give the same ids. Two forms of one
    /// store take different seeds.
    public var seed: UInt64
    public var origin: ActionOrigin

    /// The names of everyone on roll, by which another child's name in a text is found.
    public let names: NameIndex

    /// - Parameters:
    ///   - now: the clock's time; where the rules are judged on another day, what is recorded
    ///     happens on that day at the same time.
    ///   - roster: everyone on roll, where the facts hold but the children concerned.
    public init(
        facts: Facts, pack: PolicyPack, today: Day, now: Instant, actor: Actor, seed: UInt64,
        origin: ActionOrigin = ActionOrigin(), roster: [Pupil]? = nil
    ) {
        names = NameIndex(
            roster ?? facts.pupils.values.map(\.pupil).filter { $0.roll.contains(today) })
        self.facts = facts
        self.pack = pack
        self.today = today
        self.now = now.londonDay == today ? now : now.moved(to: today)
        self.actor = actor
        self.seed = seed
        self.origin = origin
    }

    /// The member of staff who acts: by the login of the staff's row, or of a role's.
    public var actingStaff: StaffMember? { facts.school.member(of: actor.login, on: today) }

    /// The member of staff under whose name a contact is logged where none is named: who acts, else
    /// (the keeper of the store need not be staff) the first current holder of a leading role. The
    /// journal names who acted in any case.
    var recordingStaff: StaffMember? { facts.school.signing(actor.login, on: today) }

    /// The child whom the record is about that was selected.
    var pupilOfRow: PupilFacts? {
        origin.record.flatMap { facts.record($0) }.flatMap { facts.subject(of: $0).pupil }
            .flatMap { facts.pupils[$0] }
    }

    /// The child that entries are about: named, or that of the place where the action was started.
    func pupil(_ entries: Entries) -> PupilFacts? {
        let named = entries["pupil"]
        if !named.isEmpty { return facts.pupils[PupilRef(named)] }
        return origin.pupil.flatMap { facts.pupils[$0] }
    }
}

extension SchoolFacts {
    /// The member of staff behind a login, by the staff's own row or by that of a role.
    func member(of login: String, on today: Day) -> StaffMember? {
        let current = staff.filter { $0.span.contains(today) }
        if let member = current.first(where: { $0.login == login }) { return member }
        let persons = roles.filter { $0.login == login && $0.span.contains(today) }.map(\.person)
        return current.first { persons.contains($0.id) }
    }

    /// Under whose name something goes out or is logged: whoever is behind the login, else the first
    /// current holder of a leading role.
    func signing(_ login: String, on today: Day) -> StaffMember? {
        if let member = member(of: login, on: today) { return member }
        let leading: [Role.Name] = [.designatedTeacher, .dsl, .head, .deputyDSL, .senco]
        let current = staff.filter { $0.span.contains(today) }.sorted { $0.id < $1.id }
        for name in leading {
            for role in roles where role.name == name && role.span.contains(today) {
                if let member = current.first(where: { $0.id == role.person }) { return member }
            }
        }
        return current.first
    }
}

/// The play of a rehearsal: a copy of the facts, changed one school day after another.
struct Rehearsing {
    let setting: Rehearsal.Setting
    let pack: PolicyPack
    /// The children whose duties are judged, in the order of their references.
    let children: [PupilRef]
    var facts: Facts

    /// The school day that is played, the one before, and the day after which whatever falls due
    /// before it would be overdue: the next school day.
    var today: Day
    var before: Day?
    var next: Day

    /// The academic year to which the year groups of the children belong.
    var year: AcademicYear
    /// The year group after which children leave; `nil` where nobody is on roll.
    let oldest: String?
    /// The year whose leavers have their last day.
    var leaversNamed: AcademicYear?

    var schoolDays: [Day] = []
    var acts: [Rehearsal.Act] = []
    var unkept: [DutyID: Rehearsal.Unkept] = [:]
    var end: [Duty] = []
    /// Duties that no act of theirs turns: nobody tries again.
    var helpless: Set<DutyID> = []
    var tries: [DutyID: Tries] = [:]
    /// How many records have been given an id.
    var count = 0
    /// The children whose facts an act for the school has changed.
    var touched: Set<PupilRef> = []
    /// Since when what can be planned for stands as it is.
    var opened: [DutyID: (day: Day, due: Day?)] = [:]
    /// Asked before a child is judged: once nobody wants it any more nothing more is played.
    let isWanted: @Sendable () -> Bool

    /// How often the least act of a duty was done.
    struct Tries {
        var day: Day
        /// On that day.
        var times = 0
        /// On how many school days running.
        var running = 1
    }

    /// A duty leads in three acts to being met; one more is a circle.
    static let mostTimes = 4
    /// What has to be done again each day does not last.
    static let mostRunning = 3
    /// How often what was done for the school can ask something new of children.
    private static let rounds = 4

    init(
        _ facts: Facts, _ setting: Rehearsal.Setting, _ pack: PolicyPack,
        while isWanted: @escaping @Sendable () -> Bool
    ) {
        self.isWanted = isWanted
        self.setting = setting
        self.pack = pack
        self.facts = facts
        today = setting.today
        next = setting.today
        year = AcademicYear(of: setting.today)
        oldest = Rehearsing.oldest(facts, on: setting.today)
        children = Rehearsing.children(facts, on: setting.today, under: pack, while: isWanted)
    }

    /// Those who have, or had, a status; and whoever owes something for another reason.
    private static func children(
        _ facts: Facts, on today: Day, under pack: PolicyPack, while isWanted: () -> Bool
    ) -> [PupilRef] {
        facts.pupils.values.filter { child in
            !child.statuses.isEmpty
                || isWanted()
                    && Domain.duties(for: child, in: facts.school, on: today, under: pack)
                        .contains(where: \.state.isOpen)
        }.map(\.ref).sorted()
    }

    /// Plays every school day up to the last, and judges what is left then.
    mutating func play() {
        completeCalendar()
        var day = schoolDay(from: setting.today)
        while let present = day, isWanted() {
            let following = schoolDay(from: present + 1)
            before = schoolDays.last
            today = present
            next = following ?? setting.until + 1
            turnYear()
            takeRegisters()
            settle()
            schoolDays.append(present)
            day = schoolDay(from: present + 1)
        }
        finish()
    }

    /// The first school day from a day on, up to the last of the rehearsal.
    private func schoolDay(from day: Day) -> Day? {
        guard day <= setting.until else { return nil }
        return facts.school.calendar.schoolDays(from: day, through: setting.until).first
    }

    /// Deals with all that presses today: children first, then the school; then again the children
    /// about whom something was done for the school.
    private mutating func settle() {
        var waiting = children
        for _ in 0..<Self.rounds {
            for ref in waiting { settle(ref) }
            touched = []
            settleSchool()
            waiting = touched.sorted()
            if waiting.isEmpty { return }
        }
    }

    private mutating func settle(_ ref: PupilRef) {
        for _ in 0..<Self.mostTimes where isWanted() {
            let judged = duties(of: ref, on: today)
            noteMissed(judged)
            noteOpened(judged)
            let late = lateNext(judged, of: ref)
            let pressing = judged.filter { duty in
                presses(duty) { late.contains(duty.id) }
            }.sorted(by: Duty.inOrder)
            if !see(to: pressing) { return }
        }
    }

    private mutating func settleSchool() {
        for _ in 0..<Self.mostTimes {
            let judged = schoolDuties(facts, on: today, under: pack)
            noteMissed(judged)
            noteOpened(judged)
            let pressing = judged.filter { presses($0) { false } }.sorted(by: Duty.inOrder)
            if !see(to: pressing) { return }
        }
    }

    /// - Returns: whether anything was done.
    private mutating func see(to duties: [Duty]) -> Bool {
        var isDone = false
        for duty in duties where see(to: duty.id) { isDone = true }
        return isDone
    }

    private mutating func finish() {
        today = setting.until
        next = setting.until + 1
        var judged = schoolDuties(facts, on: today, under: pack)
        for ref in children { judged += duties(of: ref, on: today) }
        end = judged.sorted(by: Duty.inOrder)
        for duty in end where duty.state.isLate && unkept[duty.id] == nil {
            keepNot(duty, duty.sentence(on: today))
        }
    }

    /// The duties of one child on a day.
    func duties(of ref: PupilRef, on day: Day) -> [Duty] {
        facts.pupils[ref].map {
            Domain.duties(for: $0, in: facts.school, on: day, under: pack)
        } ?? []
    }

    /// What is open today and late on the next school day, which is done today. Most rules have
    /// nothing of the kind, and those that have none are not asked again.
    private func lateNext(_ judged: [Duty], of ref: PupilRef) -> Set<DutyID> {
        let waiting = judged.filter { duty in
            (duty.state == .upcoming || duty.state == .soon) && !isDue(duty)
        }
        guard !waiting.isEmpty, let child = facts.pupils[ref] else { return [] }
        let context = PupilContext(child, in: facts.school, on: next, under: pack)
        let rules = Set(waiting.map(\.rule)).compactMap(pack.rule)
        return Set(rules.flatMap { $0.duties(context) }.filter(\.state.isLate).map(\.id))
    }

    /// Since when something that can be planned for is asked as it is today.
    private mutating func noteOpened(_ duties: [Duty]) {
        for duty in duties where duty.state.isOpen && duty.planned != nil {
            let id = duty.id
            if let one = opened[id], one.due == duty.due { continue }
            opened[id] = (today, duty.due)
        }
    }

    /// What can no longer be done.
    private mutating func noteMissed(_ duties: [Duty]) {
        for duty in duties where duty.state == .missed {
            let id = duty.id
            if unkept[id] == nil { keepNot(duty, duty.sentence(on: today)) }
        }
    }

    /// Writes down that a duty cannot be kept, once.
    mutating func keepNot(_ duty: Duty, _ why: String) {
        guard unkept[duty.id] == nil else { return }
        unkept[duty.id] = Rehearsal.Unkept(duty: duty, since: today, why: why)
    }
}

extension DutyState {
    /// Past its day.
    var isLate: Bool { self == .overdue || self == .missed }
}

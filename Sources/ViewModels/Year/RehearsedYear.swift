import Domain

/// A rehearsal laid out by week, made once and beside the screen, so that no key waits for it.
public struct RehearsedYear: Sendable {
    let rehearsal: Rehearsal
    /// Its weeks with what was done in each, by their Mondays.
    let weeks: [Day: Rehearsal.Week]
    let acts: [Day: [Rehearsal.Act]]
    let total: Rehearsal.Load
    /// The Mondays of the weeks with the most minutes, the most first.
    let peaks: [Day]

    public init(_ rehearsal: Rehearsal) {
        self.rehearsal = rehearsal
        weeks = Dictionary(
            rehearsal.weeks.map { ($0.monday, $0) }, uniquingKeysWith: { first, _ in first })
        acts = Dictionary(grouping: rehearsal.acts, by: \.day.monday)
        total = rehearsal.total
        peaks = rehearsal.peaks().map(\.monday)
    }

    /// What is done about a duty from a day on, the first time.
    func act(about id: DutyID) -> Rehearsal.Act? {
        rehearsal.acts.first { $0.duty.id == id && $0.duty.planned != nil }
    }
}

/// What a rehearsal is played from: a copy of the facts, which stays as it is whatever is recorded.
public struct RehearsalStart: Sendable {
    private let facts: Facts
    private let setting: Rehearsal.Setting
    private let pack: PolicyPack

    fileprivate init(_ model: Model) {
        facts = model.factsOfRoster
        setting = Rehearsal.Setting(today: model.today, until: model.yearEnd)
        pack = model.pack
    }

    /// Plays it as long as somebody wants it; takes seconds, from any thread.
    public func played(while isWanted: @escaping @Sendable () -> Bool) -> RehearsedYear? {
        Rehearsal(of: facts, setting, under: pack, while: isWanted).map(RehearsedYear.init)
    }
}

extension Model {
    /// Whether a rehearsal is for this person: it reads every kind of record of everyone.
    var canRehearse: Bool { access.clearance.seesEveryKind }

    /// The last day of the pages of the year.
    var yearEnd: Day { Rehearsal.end(from: today, in: facts.school.calendar) }
}

extension Session {
    /// What is to be rehearsed for the pages that stand there; `nil` where none asks for it, or it has
    /// been played already.
    public var toRehearse: RehearsalStart? {
        wantsRehearsal ? RehearsalStart(known) : nil
    }

    /// Whether anything is to be rehearsed.
    public var wantsRehearsal: Bool {
        sources.year == nil && known.canRehearse
            && places.contains { $0.name.kind == .year }
    }

    /// What was asked for with `toRehearse`.
    public mutating func show(year: RehearsedYear) {
        sources.year = year
        rebuild()
    }
}

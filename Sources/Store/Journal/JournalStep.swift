import Domain

/// What one change did to one record, or to the marks of one child and year, as the journal keeps
/// it.
struct JournalStep: Hashable, Sendable {
    /// Marks are kept as the days that differ: a register taken daily would else cost the journal
    /// two years of marks a child and day.
    enum State: Hashable, Sendable {
        case record(Record)
        case days([MarksDay])
    }

    /// A record's key, or a `MarksKey` as one.
    let key: RecordKey
    /// `nil` where nothing stood.
    var before: State?
    var after: State?

    init(key: RecordKey, before: State?, after: State?) {
        self.key = key
        self.before = before
        self.after = after
    }

    init(key: MarksKey, from before: YearMarks, to after: YearMarks) {
        let indices = MarksDay.indices(before, after)
        self.init(
            key: key.recordKey, before: .days(MarksDay.days(before, indices)),
            after: .days(MarksDay.days(after, indices)))
    }

    /// The records of the touch, one by one.
    var records: [RecordStep] {
        guard let key = MarksKey(key) else {
            return [RecordStep(key: self.key, before: before?.record, after: after?.record)]
        }
        let none = YearMarks(year: key.year)
        let old = MarksDay.replace([], by: beforeDays, in: none)
        let new = MarksDay.replace([], by: afterDays, in: none)
        return indices.sorted().map { index in
            let day = key.year.first + index
            return RecordStep(
                key: RecordKey(kind: .attendance, parts: [key.pupil.text, day.iso]),
                before: old.hasRow(on: day) ? old.record(of: key.pupil, on: day) : nil,
                after: new.hasRow(on: day) ? new.record(of: key.pupil, on: day) : nil)
        }
    }

    /// Whether anything is another now than before.
    var isChange: Bool {
        MarksKey(key) == nil
            ? JournalStep.differ(before?.record, after?.record) : beforeDays != afterDays
    }

    /// Whether two records, or none, are not the same to the byte.
    static func differ(_ one: Record?, _ other: Record?) -> Bool {
        guard let one, let other else { return (one == nil) != (other == nil) }
        return !one.isIdentical(to: other)
    }

    var beforeDays: [MarksDay] { before?.days ?? [] }
    var afterDays: [MarksDay] { after?.days ?? [] }
    /// The places in the year of the days that it touched.
    var indices: Set<Int> { Set(beforeDays.map(\.index) + afterDays.map(\.index)) }
}

extension JournalStep.State {
    var record: Record? {
        switch self {
        case .record(let record): record
        case .days: nil
        }
    }

    var days: [MarksDay] {
        switch self {
        case .record: []
        case .days(let days): days
        }
    }
}

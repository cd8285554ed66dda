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

/// The row of one day in a child's year of marks, in five bytes.
struct MarksDay: Hashable, Sendable {
    /// The day's place in the year, from 0.
    let index: Int
    /// Bytes of `YearMarks`.
    let am: UInt8
    let pm: UInt8
    let late: Int?

    private static let notLate: UInt8 = 255

    /// The places at which two years of marks differ.
    static func indices(_ one: YearMarks, _ other: YearMarks) -> [Int] {
        let hasLate = !one.lateMinutes.isEmpty || !other.lateMinutes.isEmpty
        if one.bytes == other.bytes, !hasLate { return [] }
        return one.bytes.withUnsafeBufferPointer { bytes in
            other.bytes.withUnsafeBufferPointer { others in
                (0..<YearMarks.byteCount / 2).filter { index in
                    bytes[2 * index] != others[2 * index]
                        || bytes[2 * index + 1] != others[2 * index + 1]
                        || hasLate && one.lateMinutes[index] != other.lateMinutes[index]
                }
            }
        }
    }

    /// The rows at these places, where there are any.
    static func days(_ marks: YearMarks, _ indices: [Int]) -> [MarksDay] {
        indices.compactMap { index in
            let (am, pm) = (marks.bytes[2 * index], marks.bytes[2 * index + 1])
            guard am != 0 || pm != 0 else { return nil }
            return MarksDay(index: index, am: am, pm: pm, late: marks.lateMinutes[index])
        }
    }

    /// The marks without the days of `old`, and with those of `new`.
    static func replace(
        _ old: [MarksDay], by new: [MarksDay], in marks: YearMarks
    ) -> YearMarks {
        var bytes = marks.bytes
        var late = marks.lateMinutes
        let cleared = old.map { MarksDay(index: $0.index, am: 0, pm: 0, late: nil) }
        for day in cleared + new {
            bytes[2 * day.index] = day.am
            bytes[2 * day.index + 1] = day.pm
            late[day.index] = day.late
        }
        return YearMarks(year: marks.year, bytes: bytes, lateMinutes: late) ?? marks
    }

    static func bytes(_ days: [MarksDay]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(5 * days.count)
        for day in days {
            bytes.append(UInt8(day.index >> 8))
            bytes.append(UInt8(day.index & 0xFF))
            bytes.append(day.am)
            bytes.append(day.pm)
            bytes.append(day.late.map { UInt8($0) } ?? notLate)
        }
        return bytes
    }

    /// Reads what `bytes(_:)` wrote; `nil` where it is no such thing.
    static func days(_ bytes: [UInt8]) -> [MarksDay]? {
        guard bytes.count % 5 == 0 else { return nil }
        var days: [MarksDay] = []
        for start in stride(from: 0, to: bytes.count, by: 5) {
            let index = Int(bytes[start]) * 256 + Int(bytes[start + 1])
            let late = bytes[start + 4]
            days.append(
                MarksDay(
                    index: index, am: bytes[start + 2], pm: bytes[start + 3],
                    late: late == notLate ? nil : Int(late)))
        }
        return days.allSatisfy { $0.index < YearMarks.byteCount / 2 } ? days : nil
    }
}

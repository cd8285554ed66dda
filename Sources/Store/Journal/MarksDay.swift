import Domain

/// The row of one day in a child's year of marks.
struct MarksDay: Hashable, Sendable {
    /// The day's place in the year, from 0.
    let index: Int
    /// Bytes of `YearMarks`.
    let am: UInt8
    let pm: UInt8
    let late: Int?

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
        indices.compactMap { day($0, marks.bytes, marks.lateMinutes) }
    }

    /// The row at a place of a year's bytes; `nil` where there is none.
    private static func day(_ index: Int, _ bytes: [UInt8], _ late: [Int: Int]) -> MarksDay? {
        let (am, pm) = (bytes[2 * index], bytes[2 * index + 1])
        guard am != 0 || pm != 0 else { return nil }
        return MarksDay(index: index, am: am, pm: pm, late: late[index])
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
}

// How the journal writes days: five bytes each, or, where that is less, as runs. What is written stays
// as it is for good, so both forms are read.
extension MarksDay {
    private static let notLate: UInt8 = 255
    /// The first byte of runs, to which the weekday of the year's first day is added; that of a day is
    /// half its place in the year, 0 or 1.
    private static let runs: UInt8 = 0xF0
    /// Stands where the next run would begin, before the minutes late.
    private static let endOfRuns: UInt8 = 0

    /// - Parameter year: that of the days; without it they are written one by one.
    static func bytes(_ days: [MarksDay], of year: AcademicYear?) -> [UInt8] {
        let plain = dayByDay(days)
        // The register of a morning is one day of everyone, for which no year need be laid out.
        guard days.count > 1, let year, let inRuns = asRuns(days, year),
            inRuns.count < plain.count
        else { return plain }
        return inRuns
    }

    /// Reads what `bytes(_:of:)` wrote; `nil` where it is no such thing.
    static func days(_ bytes: [UInt8]) -> [MarksDay]? {
        if let first = bytes.first, first >= runs { return daysOfRuns(bytes) }
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

    private static func dayByDay(_ days: [MarksDay]) -> [UInt8] {
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

    /// `nil` where days differ so much that there are no runs.
    private static func asRuns(_ days: [MarksDay], _ year: AcademicYear) -> [UInt8]? {
        let marks = replace([], by: days, in: YearMarks(year: year))
        let weekday = year.first.weekday
        let packed = MarksCode.packed(marks.bytes, from: weekday)
        guard packed.count < YearMarks.byteCount else { return nil }
        var bytes = [runs + UInt8(weekday)] + packed
        if !marks.lateMinutes.isEmpty {
            bytes.append(endOfRuns)
            bytes += AttendanceTable.bytes(late: marks.lateMinutes)
        }
        return bytes
    }

    private static func daysOfRuns(_ bytes: [UInt8]) -> [MarksDay]? {
        let end = stride(from: 1, to: bytes.count, by: 3).first { bytes[$0] == endOfRuns }
        let packed = Array(bytes[1..<(end ?? bytes.count)])
        guard packed.count < YearMarks.byteCount,
            let marks = MarksCode.bytes(packed, from: Int(bytes[0] - runs))
        else { return nil }
        let late = AttendanceTable.late(Array(bytes[(end.map { $0 + 1 } ?? bytes.count)...]))
        return (0..<YearMarks.byteCount / 2).compactMap { day($0, marks, late) }
    }
}

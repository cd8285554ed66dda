import Domain

/// The marks of a year in few bytes: days with the same marks, one after the other, are one run.
///
/// The days stand in an order of their own, Mondays to Fridays first and then the weekends, so that
/// a half-term of which nothing is to be told is one run. A run is three bytes: how many days, the
/// byte of the morning, the byte of the afternoon. Behind the last run no day has a row.
enum MarksCode {
    private static let days = YearMarks.byteCount / 2

    /// The places of a year's days in that order, by the weekday of the year's first day.
    private static let orders: [[Int]] = (0..<7).map { first in
        let isWeekday = { (place: Int) in (first + place) % 7 < 5 }
        return (0..<days).filter(isWeekday) + (0..<days).filter { !isWeekday($0) }
    }

    /// What a store keeps of `YearMarks.bytes`; the bytes themselves where runs would be no fewer,
    /// so that what has their count always is them.
    ///
    /// - Parameter weekday: of the year's first day, from 1 for Monday to 7.
    static func packed(_ bytes: [UInt8], from weekday: Int) -> [UInt8] {
        var runs: [UInt8] = []
        // As long as the last day that has a row.
        var count = 0
        for place in orders[weekday - 1] {
            let (am, pm) = (bytes[2 * place], bytes[2 * place + 1])
            if let last = runs.indices.last, runs[last - 1] == am, runs[last] == pm,
                runs[last - 2] < .max
            {
                runs[last - 2] += 1
            } else {
                runs += [1, am, pm]
            }
            if am != 0 || pm != 0 { count = runs.count }
        }
        return count < YearMarks.byteCount ? Array(runs.prefix(count)) : bytes
    }

    /// Reads what `packed(_:from:)` wrote; `nil` where it is no such thing.
    static func bytes(_ packed: [UInt8], from weekday: Int) -> [UInt8]? {
        if packed.count == YearMarks.byteCount { return packed }
        guard packed.count % 3 == 0, orders.indices.contains(weekday - 1) else { return nil }
        let order = orders[weekday - 1]
        var bytes = [UInt8](repeating: 0, count: YearMarks.byteCount)
        var next = 0
        for run in stride(from: 0, to: packed.count, by: 3) {
            let end = next + Int(packed[run])
            guard end <= days, end > next else { return nil }
            for place in order[next..<end] {
                bytes[2 * place] = packed[run + 1]
                bytes[2 * place + 1] = packed[run + 2]
            }
            next = end
        }
        return bytes
    }
}

/// A second in time, as seconds since 1970-01-01T00:00:00Z.
public struct Instant: Hashable, Comparable, Sendable {
    public let seconds: Int64

    public init(seconds: Int64) { self.seconds = seconds }

    /// Reads `2026-11-23T08:55:00Z`, to the second and in UTC only.
    public init?(iso text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count == 20, bytes[10] == 0x54, bytes[19] == 0x5A,
            let day = Day(iso: text.prefix(10)),
            let second = Instant.secondOfDay(bytes[11..<19])
        else { return nil }
        self.init(seconds: Int64(day.rawValue) * 86_400 + Int64(second))
    }

    /// The instant at which London's clocks show this day, hour and minute.
    ///
    /// In the hour that clocks show twice the earlier instant is taken; in the hour that they leave
    /// out, the instant an hour after the one that winter time would give.
    public init(londonDay day: Day, hour: Int, minute: Int, second: Int = 0) {
        let asUTC = Int64(day.rawValue) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
        let asSummer = Instant(seconds: asUTC - 3600)
        self = asSummer.isBritishSummerTime ? asSummer : Instant(seconds: asUTC)
    }

    /// `2026-11-23T08:55:00Z`.
    public var iso: String { "\(utcDay.iso)T\(Instant.clock(secondOfUTCDay, seconds: true))Z" }

    /// The day in UTC.
    public var utcDay: Day { Instant.day(of: seconds) }

    /// The day that London's clocks and calendars show: contacts count on this day.
    public var londonDay: Day { Instant.day(of: londonSeconds) }

    /// `09:22`, as London's clocks show it.
    public var londonClock: String {
        Instant.clock(Int(londonSeconds - Int64(londonDay.rawValue) * 86_400), seconds: false)
    }

    /// The instant of another day at which London's clocks show what they show now.
    public func moved(to day: Day) -> Instant {
        let second = Int(londonSeconds - Int64(londonDay.rawValue) * 86_400)
        return Instant(
            londonDay: day, hour: second / 3600, minute: second / 60 % 60, second: second % 60)
    }

    public static func < (one: Instant, other: Instant) -> Bool { one.seconds < other.seconds }

    /// From 01:00Z on the last Sunday of March to 01:00Z on the last Sunday of October.
    var isBritishSummerTime: Bool {
        let year = utcDay.year
        guard let begin = Instant.lastSunday(month: 3, of: year),
            let end = Instant.lastSunday(month: 10, of: year)
        else { return false }
        return seconds >= Int64(begin.rawValue) * 86_400 + 3600
            && seconds < Int64(end.rawValue) * 86_400 + 3600
    }

    private var londonSeconds: Int64 { isBritishSummerTime ? seconds + 3600 : seconds }

    private var secondOfUTCDay: Int { Int(seconds - Int64(utcDay.rawValue) * 86_400) }

    private static func day(of seconds: Int64) -> Day {
        Day(rawValue: Int32((seconds >= 0 ? seconds : seconds - 86_399) / 86_400))
    }

    private static func lastSunday(month: Int, of year: Int) -> Day? {
        guard let last = Day(year: year, month: month, day: Day.daysIn(month: month, of: year))
        else { return nil }
        return last - last.weekday % 7
    }

    private static func clock(_ second: Int, seconds: Bool) -> String {
        let parts = [second / 3600, second / 60 % 60] + (seconds ? [second % 60] : [])
        return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }

    private static func secondOfDay(_ bytes: ArraySlice<UInt8>) -> Int? {
        let parts = bytes.split(separator: 0x3A, omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ $0.count == 2 }) else { return nil }
        let numbers = parts.compactMap { part in
            part.allSatisfy { (0x30...0x39).contains($0) }
                ? part.reduce(0) { $0 * 10 + Int($1 - 0x30) } : nil
        }
        guard numbers.count == 3, numbers[0] < 24, numbers[1] < 60, numbers[2] < 60 else {
            return nil
        }
        return numbers[0] * 3600 + numbers[1] * 60 + numbers[2]
    }
}

extension Instant: CustomStringConvertible {
    public var description: String { iso }
}

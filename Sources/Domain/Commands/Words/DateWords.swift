/// Which way a date without a year, or a weekday without more, is meant.
public enum DateLean: Hashable, Sendable {
    /// What has happened: the latest that is not after today.
    case past
    /// What is planned: the earliest that is not before today.
    case future
    /// The nearest.
    case either
}

/// Reads dates and times as people write them: `today 9.20`, `fri 3pm`, `23/11`, `next tue`, `+3`.
public struct DateWords: Sendable {
    public let today: Day
    public let lean: DateLean

    public init(today: Day, lean: DateLean) {
        self.today = today
        self.lean = lean
    }

    /// The day that is meant, or `nil` where the words mean none.
    public func day(_ text: String) -> Day? {
        if let day = Day(iso: text.trimmed) { return day }
        return day(words: DateWords.words(text)[...])
    }

    /// The instant that is meant, on London's clocks.
    ///
    /// A time alone is today's; a day alone is now where it is today, and noon where it is not.
    public func instant(_ text: String, now: Instant) -> Instant? {
        let text = text.trimmed
        if let instant = Instant(iso: text) { return instant }
        if let instant = DateWords.isoLocal(text) { return instant }
        var words = DateWords.words(text)[...]
        if words == ["now"] { return now }
        // `23 nov 2026` ends in a year, not at 20:26; but `9.12` alone is a time.
        if words.count > 1, let day = day(words: words) { return instant(of: day, now) }
        let time = DateWords.takeTime(from: &words)
        guard let day = words.isEmpty ? (time == nil ? nil : today) : day(words: words) else {
            return nil
        }
        if let time { return Instant(londonDay: day, hour: time.hour, minute: time.minute) }
        return instant(of: day, now)
    }

    /// The day that is meant, with the time beside it where one is: `4 dec 9.15`, `tue at 2pm`.
    public func dayAndTime(_ text: String) -> (day: Day, time: TimeOfDay?)? {
        // `4 dec 2026` ends in a year, not at 20:26.
        if let day = day(text) { return (day, nil) }
        var words = DateWords.words(text)[...]
        guard let time = DateWords.takeTime(from: &words), let day = day(words: words) else {
            return nil
        }
        return (day, TimeOfDay(hour: time.hour, minute: time.minute))
    }

    /// The time at the end of some words, or else at their beginning, which is taken away from them.
    private static func takeTime(from words: inout ArraySlice<String>) -> Clock.Time? {
        var time: Clock.Time?
        if let (found, count) = Clock.time(endOf: words) {
            time = found
            words = words.dropLast(count)
        } else if let (found, count) = Clock.time(startOf: words), count < words.count {
            time = found
            words = words.dropFirst(count)
        }
        if words.last == "at" { words = words.dropLast() }
        return time
    }

    private func instant(of day: Day, _ now: Instant) -> Instant {
        day == now.londonDay ? now : Instant(londonDay: day, hour: 12, minute: 0)
    }

    // MARK: Days

    private func day(words: ArraySlice<String>) -> Day? {
        guard let first = words.first else { return nil }
        if words.count == 1, let day = single(first) { return day }
        if words.count == 2, let weekday = DateWords.weekday(words[words.startIndex + 1]) {
            switch first {
            case "next": return monday + 7 + (weekday - 1)
            case "last": return latest(weekday, through: today - 1)
            case "this": return monday + (weekday - 1)
            default: break
            }
        }
        if let weekday = DateWords.weekday(first), words.count > 1 {
            // `Thursday week` is a week after the Thursday to come.
            if words.dropFirst() == ["week"] { return latest(weekday, through: today + 6) + 7 }
            // A weekday beside a date must agree with it.
            guard let day = calendarDay(Array(words.dropFirst()), weekday: weekday) else {
                return nil
            }
            return day.weekday == weekday ? day : nil
        }
        return calendarDay(Array(words), weekday: nil)
    }

    private func single(_ word: String) -> Day? {
        switch word {
        case "today", "tod": return today
        case "yesterday", "yest": return today - 1
        case "tomorrow", "tom": return today + 1
        default: break
        }
        if let weekday = DateWords.weekday(word) { return leaning(weekday) }
        return Day(iso: word) ?? offset(word)
    }

    /// `+3` days, `-2`, `+2w`.
    private func offset(_ word: String) -> Day? {
        guard let sign = word.first, sign == "+" || sign == "-" else { return nil }
        var digits = word.dropFirst()
        let isWeeks = digits.last == "w"
        if isWeeks { digits = digits.dropLast() }
        guard (1...3).contains(digits.utf8.count), let count = DateWords.number(digits) else {
            return nil
        }
        return today + (sign == "-" ? -1 : 1) * count * (isWeeks ? 7 : 1)
    }

    private var monday: Day { today.monday }

    private func latest(_ weekday: Int, through last: Day) -> Day {
        last - (last.weekday - weekday + 7) % 7
    }

    private func leaning(_ weekday: Int) -> Day {
        let past = latest(weekday, through: today)
        switch lean {
        case .past: return past
        case .future: return past == today ? today : past + 7
        case .either: return today - past <= 3 ? past : past + 7
        }
    }

    /// `23/11`, `23.11.2026`, `23 nov`, `nov 23`, `23 november 2026`, `23rd of nov`.
    private func calendarDay(_ words: [String], weekday: Int?) -> Day? {
        var parts = words.filter { $0 != "of" && $0 != "the" }
        if parts.count == 1 {
            if let iso = Day(iso: parts[0]) { return iso }
            parts = parts[0].split(omittingEmptySubsequences: false) { "/.-".contains($0) }
                .map(String.init)
            guard parts.count >= 2 else { return nil }
        }
        guard (2...3).contains(parts.count) else { return nil }
        if DateWords.month(parts[0]) != nil { parts.swapAt(0, 1) }
        guard let day = DateWords.dayOfMonth(parts[0]),
            let month = DateWords.month(parts[1]) ?? DateWords.monthNumber(parts[1])
        else { return nil }
        if parts.count == 3 {
            return DateWords.year(parts[2]).flatMap { Day(year: $0, month: month, day: day) }
        }
        return leaning(month: month, day: day, weekday: weekday)
    }

    private func leaning(month: Int, day: Int, weekday: Int?) -> Day? {
        // Four years either way hold every 29 February that could be meant.
        let year = today.year
        let days = (year - 4...year + 4).compactMap { Day(year: $0, month: month, day: day) }
        let candidates = weekday.map { wanted in days.filter { $0.weekday == wanted } } ?? days
        switch lean {
        case .past: return candidates.last { $0 <= today }
        case .future: return candidates.first { $0 >= today }
        case .either: return candidates.min { abs($0 - today) < abs($1 - today) }
        }
    }
}

extension DateWords {
    static func words(_ text: String) -> [String] {
        text.lowercased().split { $0.isWhitespace || $0 == "," }.map(String.init)
    }

    static func number(_ text: some StringProtocol) -> Int? {
        text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? Int(text) : nil
    }

    private static let weekdays = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september",
        "october", "november", "december",
    ]

    /// Monday is 1; three letters are enough.
    private static func weekday(_ word: String) -> Int? { index(of: word, in: weekdays) }

    private static func month(_ word: String) -> Int? { index(of: word, in: months) }

    private static func index(of word: String, in names: [String]) -> Int? {
        guard word.count >= 3 else { return nil }
        return names.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
    }

    private static func monthNumber(_ word: String) -> Int? {
        word.utf8.count <= 2 ? number(word) : nil
    }

    private static func dayOfMonth(_ word: String) -> Int? {
        let digits =
            ["st", "nd", "rd", "th"].contains { word.hasSuffix($0) }
            ? word.dropLast(2) : word[...]
        return (1...2).contains(digits.utf8.count) ? number(digits) : nil
    }

    private static func year(_ word: String) -> Int? {
        switch word.utf8.count {
        case 4: number(word).flatMap { (1900...2200).contains($0) ? $0 : nil }
        case 2: number(word).map { 2000 + $0 }
        default: nil
        }
    }

    /// `2026-11-23T09:22`, with seconds or without, on London's clocks.
    private static func isoLocal(_ text: String) -> Instant? {
        guard let mark = text.firstIndex(where: { $0 == "T" || $0 == "t" || $0 == " " }),
            let day = Day(iso: text[..<mark])
        else { return nil }
        let parts = text[text.index(after: mark)...].split(
            separator: ":", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.utf8.count == 2 ? number($0) : nil }
        guard (2...3).contains(parts.count), numbers.count == parts.count, numbers[0] < 24,
            numbers[1] < 60, numbers.last.map({ $0 < 60 }) == true
        else { return nil }
        return Instant(
            londonDay: day, hour: numbers[0], minute: numbers[1],
            second: numbers.count == 3 ? numbers[2] : 0)
    }
}

/// Reads a time of day: `9.20`, `09:22`, `0922`, `3pm`, `3.15 pm`, `noon`.
enum Clock {
    typealias Time = (hour: Int, minute: Int)

    /// The time at the end of some words, with how many of them it takes.
    static func time(endOf words: ArraySlice<String>) -> (Time, count: Int)? {
        guard let last = words.last else { return nil }
        if last == "am" || last == "pm", words.count >= 2 {
            return time(words[words.endIndex - 2] + last).map { ($0, 2) }
        }
        return time(last).map { ($0, 1) }
    }

    /// The time at the beginning of some words, with how many of them it takes.
    static func time(startOf words: ArraySlice<String>) -> (Time, count: Int)? {
        guard let first = words.first else { return nil }
        if words.count >= 2 {
            let second = words[words.startIndex + 1]
            if second == "am" || second == "pm" { return time(first + second).map { ($0, 2) } }
        }
        return time(first).map { ($0, 1) }
    }

    private static func time(_ word: String) -> Time? {
        if word == "noon" { return (12, 0) }
        let isAfternoon = word.hasSuffix("pm")
        let hasHalf = isAfternoon || word.hasSuffix("am")
        let digits = hasHalf ? word.dropLast(2) : word[...]
        guard let (hour, minute) = clock(digits, hoursAlone: hasHalf) else { return nil }
        guard hasHalf else { return (hour, minute) }
        guard (1...12).contains(hour) else { return nil }
        return (hour % 12 + (isAfternoon ? 12 : 0), minute)
    }

    private static func clock(_ text: Substring, hoursAlone: Bool) -> Time? {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == ":" || $0 == "." }
        switch parts.count {
        case 1:
            if hoursAlone, (1...2).contains(text.utf8.count) {
                return valid(DateWords.number(text), 0)
            }
            guard text.utf8.count == 4 else { return nil }
            return valid(DateWords.number(text.prefix(2)), DateWords.number(text.suffix(2)))
        case 2:
            guard (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2 else {
                return nil
            }
            return valid(DateWords.number(parts[0]), DateWords.number(parts[1]))
        default: return nil
        }
    }

    private static func valid(_ hour: Int?, _ minute: Int?) -> Time? {
        guard let hour, let minute, hour < 24, minute < 60 else { return nil }
        return (hour, minute)
    }
}

/// What one column of a record holds, and how its text is checked.
///
/// A value is kept as its one canonical text (`2026-11-23`, `1234.50`, `yes`), so that the bundle,
/// the journal and the forms agree to the byte.
public enum FieldType: Hashable, Sendable {
    /// A child's own reference at this school: 1 to 20 letters, digits and `-`.
    case pupil
    /// An id of a record, or a member of staff: 1 to 64 letters, digits, `-`, `_` and `.`.
    case identifier
    /// 1 to 200 characters on one line.
    case name
    /// Up to 10,000 characters; line breaks and tabs are allowed.
    case text
    /// `2026-11-23`, from 1900-01-01 to 2200-12-31.
    case date
    /// A time of day, `09:15`.
    case time
    /// `2026-11-23T08:55:00Z`.
    case instant
    /// `yes` or `no`.
    case yesNo
    /// Pounds with none or two decimals, `0.00` to `9999999.99`; two when written.
    case money
    /// One of a fixed list of words.
    case choice([String])
    /// A register code; whether it is valid on its date is checked with the row.
    case mark
    /// Whole minutes, 0 to 240.
    case minutes
    /// `2026-27`.
    case year
    /// A unique pupil number: a letter, eleven digits, a digit or letter.
    case upn
    /// A whole number from 0 to 999999.
    case count
    /// A figure such as `93.4`, with up to four decimals.
    case figure
    /// Days in steps of half a day, `0.5` to `366.0`.
    case halfDays
    /// Words separated by `;`, each one of a list; any words where the list is empty.
    case list([String])
    /// The 25 answers of a questionnaire, item 1 first: `0`, `1`, `2`, or `-` for none.
    case answers
    /// What a member of staff has read: `policy`, `kcsie`, `child-protection` or `profile:REF`.
    case acknowledged
}

/// Why one field was refused, in words for the person who typed or exported it.
public struct FieldFault: Error, Hashable, Sendable {
    /// The column's heading.
    public let column: String
    /// What is wrong, for example `is not a date like 2026-11-23`.
    public let problem: String
    /// The text that was found, as it was found.
    public let found: String

    public init(column: String, problem: String, found: String) {
        self.column = column
        self.problem = problem
        self.found = found
    }
}

extension FieldType {
    /// The canonical text of `raw`, or what is wrong with it.
    ///
    /// Empty text is for the column to judge and is returned as it is.
    public func canonical(_ raw: String) -> Result<String, Problem> {
        if raw.isEmpty { return .success(raw) }
        if let fault = Self.controlFault(raw, lineBreaks: self == .text) { return .failure(fault) }
        switch self {
        case .pupil: return check(raw, Self.isReference(raw, max: 20, also: "-"), Self.pupilWords)
        case .identifier:
            return check(raw, Self.isReference(raw, max: 64, also: "-_."), Self.identifierWords)
        case .name: return check(raw, raw.count <= 200, "is longer than 200 characters")
        case .text: return check(raw, raw.count <= 10_000, "is longer than 10,000 characters")
        case .date: return Self.date(raw)
        case .time: return Self.parsed(TimeOfDay(raw)?.text, "is not a time like 09:15")
        case .instant: return Self.instant(raw)
        case .yesNo: return check(raw, raw == "yes" || raw == "no", "is neither yes nor no")
        case .money:
            return Self.parsed(
                Pence(pounds: raw)?.pounds, "is not an amount from 0.00 to 9999999.99")
        case .choice(let words):
            return check(raw, words.contains(raw), "is none of \(words.joined(separator: ", "))")
        case .mark: return check(raw, raw.utf8.count <= 2, "is no register code")
        case .minutes:
            return Self.parsed(
                Self.number(raw, to: 240), "is not a number of minutes from 0 to 240")
        case .year:
            return Self.parsed(AcademicYear(raw)?.label, "is not a year like 2026-27")
        case .upn: return Self.parsed(UPN(raw)?.text, "is not a UPN of the right form")
        case .count: return Self.parsed(Self.number(raw, to: 999_999), "is not a whole number")
        case .figure: return check(raw, Self.isFigure(raw), "is not a figure like 93.4")
        case .halfDays:
            return check(raw, Self.isHalfDays(raw), "is not a number of days like 1.5")
        case .list(let words): return Self.list(raw, of: words)
        case .answers:
            return check(
                raw, raw.utf8.count == 25 && raw.utf8.allSatisfy("012-".utf8.contains),
                "is not 25 answers, each 0, 1, 2 or -")
        case .acknowledged:
            return check(
                raw, Self.isAcknowledged(raw),
                "is nothing that staff are asked to read")
        }
    }

    /// What is wrong with a text, as the end of a sentence that begins with the column.
    public struct Problem: Error, Hashable, Sendable {
        public let words: String
        public init(_ words: String) { self.words = words }
    }

    private static let pupilWords = "is not a reference of 1 to 20 letters, digits and -"
    private static let identifierWords = "is not an id of 1 to 64 letters, digits, - _ and ."

    private func check(_ raw: String, _ good: Bool, _ words: String) -> Result<String, Problem> {
        good ? .success(raw) : .failure(Problem(words))
    }

    private static func parsed(_ text: String?, _ words: String) -> Result<String, Problem> {
        text.map { .success($0) } ?? .failure(Problem(words))
    }

    private static func date(_ raw: String) -> Result<String, Problem> {
        guard let day = Day(iso: raw) else {
            return .failure(Problem("is not a date like 2026-11-23"))
        }
        guard (1900...2200).contains(day.year) else {
            return .failure(Problem("is not between 1900-01-01 and 2200-12-31"))
        }
        return .success(raw)
    }

    private static func instant(_ raw: String) -> Result<String, Problem> {
        guard let instant = Instant(iso: raw) else {
            return .failure(Problem("is not an instant like 2026-11-23T08:55:00Z"))
        }
        guard (1900...2200).contains(instant.utcDay.year) else {
            return .failure(Problem("is not between 1900-01-01 and 2200-12-31"))
        }
        return .success(raw)
    }

    private static func isReference(_ raw: String, max: Int, also: String) -> Bool {
        raw.utf8.count <= max
            && raw.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x61...0x7A).contains(byte) || also.utf8.contains(byte)
            }
    }

    private static func number(_ raw: String, to max: Int) -> String? {
        guard raw.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(raw),
            number <= max
        else { return nil }
        return String(number)
    }

    private static func isFigure(_ raw: String) -> Bool {
        let parts = raw.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, (1...7).contains(whole.utf8.count),
            parts.count == 1 || (1...4).contains(parts[1].utf8.count)
        else { return false }
        return parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    }

    private static func isHalfDays(_ raw: String) -> Bool {
        guard isFigure(raw), let days = Figure(raw) else { return false }
        return days.tenThousandths % 5_000 == 0 && days > .zero && days <= Figure(366)
    }

    private static func list(_ raw: String, of words: [String]) -> Result<String, Problem> {
        if raw.count > 200 { return .failure(Problem("is longer than 200 characters")) }
        let items = raw.split(separator: ";", omittingEmptySubsequences: false)
            .map { String($0).trimmed }
        guard items.allSatisfy({ !$0.isEmpty && (words.isEmpty || words.contains($0)) }) else {
            let known = words.isEmpty ? "words" : "some of \(words.joined(separator: ", "))"
            return .failure(Problem("is not \(known), with ; between them"))
        }
        return .success(raw)
    }

    private static func isAcknowledged(_ raw: String) -> Bool {
        if ["policy", "kcsie", "child-protection"].contains(raw) { return true }
        return Acknowledgement.pupil(ofProfile: raw).map {
            isReference($0.text, max: 20, also: "-")
        } ?? false
    }

    /// NUL and the other control characters are never data; line breaks and tabs are, in free text.
    private static func controlFault(_ raw: String, lineBreaks: Bool) -> Problem? {
        for scalar in raw.unicodeScalars
        where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) {
            if lineBreaks, scalar == "\n" || scalar == "\t" || scalar == "\r" { continue }
            return Problem(
                scalar == "\n" || scalar == "\r" || scalar == "\t"
                    ? "holds a line break or a tab" : "holds a control character")
        }
        return nil
    }
}

/// The marks of one child in one academic year: a byte a session, two sessions a day.
///
/// A day is 1 September plus its place in the year, weekends included, so that a change of the
/// calendar never moves a mark. A byte is 0 where nothing stands, 1 where a row without a mark
/// stands, else 2 + the place of the code in `RegisterCode.all`.
public struct YearMarks: Hashable, Sendable {
    public let year: AcademicYear
    /// 732 bytes: morning and afternoon of 366 days.
    public private(set) var bytes: [UInt8]
    /// Minutes late by place of the day in the year; few children have any.
    public private(set) var lateMinutes: [Int: Int]

    public static let byteCount = 732

    public init(year: AcademicYear) {
        self.year = year
        bytes = [UInt8](repeating: 0, count: YearMarks.byteCount)
        lateMinutes = [:]
    }

    /// Marks as a store kept them; a wrong count of bytes gives `nil`.
    public init?(year: AcademicYear, bytes: [UInt8], lateMinutes: [Int: Int]) {
        guard bytes.count == YearMarks.byteCount else { return nil }
        self.year = year
        self.bytes = bytes
        self.lateMinutes = lateMinutes
    }

    /// The codes of a day, morning and afternoon; `nil` where no mark was taken.
    public func codes(on day: Day) -> (am: RegisterCode?, pm: RegisterCode?) {
        guard let index = index(of: day) else { return (nil, nil) }
        return (RegisterCode(byte: bytes[2 * index]), RegisterCode(byte: bytes[2 * index + 1]))
    }

    /// Whether a row stands for this day, be it without marks.
    public func hasRow(on day: Day) -> Bool {
        index(of: day).map { bytes[2 * $0] != 0 || bytes[2 * $0 + 1] != 0 } ?? false
    }

    public func lateMinutes(on day: Day) -> Int? { index(of: day).flatMap { lateMinutes[$0] } }

    /// Sets a day's row; `nil` codes are sessions without a mark. Days of other years are ignored.
    public mutating func set(_ day: Day, am: RegisterCode?, pm: RegisterCode?, late: Int? = nil) {
        guard let index = index(of: day) else { return }
        bytes[2 * index] = am?.byte ?? 1
        bytes[2 * index + 1] = pm?.byte ?? 1
        lateMinutes[index] = late
    }

    /// Enters the mark of one session; the other session of the day keeps its own, and minutes late
    /// stay as they are.
    ///
    /// - Parameters:
    ///   - code: a `RegisterCode.byte`.
    ///   - session: the session's place in `bytes`: twice that of the day, one more for the afternoon.
    /// - Returns: the byte that stood there.
    public mutating func enter(_ code: UInt8, at session: Int) -> UInt8 {
        let stood = bytes[session]
        guard stood != code else { return stood }
        bytes[session] = code
        if bytes[session ^ 1] == 0 { bytes[session ^ 1] = 1 }
        return stood
    }

    /// How many marks stand where `before` has none, and how many others than before.
    public func marks(differingFrom before: YearMarks) -> (new: Int, changed: Int) {
        var count = (new: 0, changed: 0)
        for index in bytes.indices where bytes[index] != before.bytes[index] {
            let (old, new) = (before.bytes[index], bytes[index])
            // 0 and 1 are both no mark.
            if old >= 2 {
                count.changed += 1
            } else if new >= 2 {
                count.new += 1
            }
        }
        return count
    }

    /// Takes a day's row away.
    public mutating func clear(_ day: Day) {
        guard let index = index(of: day) else { return }
        bytes[2 * index] = 0
        bytes[2 * index + 1] = 0
        lateMinutes[index] = nil
    }

    /// The days that have a row, in order.
    public var days: [Day] {
        (0..<366).filter { bytes[2 * $0] != 0 || bytes[2 * $0 + 1] != 0 }.map { year.first + $0 }
    }

    /// The day's place in the year, from 0; `nil` for a day of another year.
    public func index(of day: Day) -> Int? {
        let index = day - year.first
        return index >= 0 && index < 366 && year.contains(day) ? index : nil
    }
}

/// A code of the national register.
///
/// The list is closed here because marks are kept as bytes; what a code means, and from when to
/// when it may be used, is data of the policy pack (`RegisterCodeTable`).
public struct RegisterCode: Hashable, Sendable {
    let index: UInt8

    /// The places are part of the store's format: add at the end, never reorder.
    private static let texts = [
        "/", "\\", "L", "K", "V", "P", "W", "B", "D", "C1", "M", "J1", "S", "X", "C2", "C", "T",
        "R", "I", "E", "Q", "Y1", "Y2", "Y3", "Y4", "Y5", "Y6", "Y7", "G", "N", "O", "U", "Z", "#",
        "H", "J", "Y",
    ]
    private static let indices = Dictionary(
        uniqueKeysWithValues: texts.enumerated().map { ($1, UInt8($0)) })

    public static let all: [RegisterCode] = texts.indices.map { RegisterCode(index: UInt8($0)) }

    private init(index: UInt8) { self.index = index }

    /// The code as registered: `/`, `L`, `C1`.
    public init?(_ text: String) {
        guard let index = RegisterCode.indices[text] else { return nil }
        self.index = index
    }

    /// The code that a byte of `YearMarks` stands for; `nil` for none and for an empty mark.
    public init?(byte: UInt8) {
        guard byte >= 2, Int(byte) - 2 < RegisterCode.texts.count else { return nil }
        index = byte - 2
    }

    /// What stands for it in `YearMarks.bytes`.
    public var byte: UInt8 { index + 2 }

    public var text: String { RegisterCode.texts[Int(index)] }
}

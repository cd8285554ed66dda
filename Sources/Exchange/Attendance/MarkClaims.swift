import Domain

/// Which row of a file says what of which session, so that rows that repeat or contradict each
/// other are found in any order.
struct MarkClaims {
    struct Claim {
        /// -1 where no row says anything.
        fileprivate(set) var row: Int32 = -1
        /// As `YearMarks` has it.
        fileprivate(set) var code: UInt8 = 0
    }

    /// Sessions that are kept together: 32 days, since a file mostly has few of the year's.
    private static let chunk = 64
    private static let chunksOfYear = (YearMarks.byteCount + chunk - 1) / chunk

    private var claims: [Claim] = []
    /// Where each chunk of each child and year begins in `claims`, or -1.
    private var starts: [Int32] = []
    private var clashes: [Int: [(FileMark, other: Int)]] = [:]
    /// Minutes late, by child and year, then session; the bundle has one number a day.
    private var minutes: [Int: [Int: (minutes: Int, row: Int)]] = [:]
    private var minuteClashes: [Int: [(FileMark, other: Int)]] = [:]

    /// Whether any row says other than another.
    var hasClashes: Bool { !clashes.isEmpty || !minuteClashes.isEmpty }

    /// Whether any row says how late anybody was.
    var hasMinutes: Bool { !minutes.isEmpty }

    /// Claims a session for a row.
    ///
    /// - Parameters:
    ///   - number: that of the child and year.
    ///   - session: its place in `YearMarks.bytes`.
    /// - Returns: the earlier claim with another code, which `clash` then notes.
    mutating func claim(_ code: UInt8, _ number: Int, at session: Int, row: Int) -> Claim? {
        let index = index(number, session)
        let earlier = claims[index]
        if earlier.row < 0 { claims[index] = Claim(row: Int32(row), code: code) }
        return earlier.row < 0 || earlier.code == code ? nil : earlier
    }

    /// Notes that a mark of a row contradicts an earlier claim.
    mutating func clash(_ mark: FileMark, row: Int, _ earlier: Claim) {
        guard let code = RegisterCode(byte: earlier.code) else { return }
        clashes[row, default: []].append((mark, other: Int(earlier.row)))
        let other = FileMark(
            day: mark.day, session: mark.session, code: code, column: mark.column)
        clashes[Int(earlier.row), default: []].append((other, other: row))
    }

    /// A mark that is late by so many minutes.
    mutating func claim(
        _ minutes: Int, _ mark: FileMark, _ number: Int, at session: Int, row: Int
    ) {
        guard let earlier = self.minutes[number]?[session] else {
            self.minutes[number, default: [:]][session] = (minutes, row)
            return
        }
        guard earlier.minutes != minutes, earlier.row != row else { return }
        minuteClashes[row, default: []].append((mark, other: earlier.row))
        minuteClashes[earlier.row, default: []].append((mark, other: row))
    }

    /// Minutes late on the day of a session by the whole file, the more where both were late.
    func minutes(_ number: Int, at session: Int) -> Int? {
        guard let minutes = minutes[number] else { return nil }
        return [minutes[session & ~1], minutes[session | 1]].compactMap { $0?.minutes }.max()
    }

    /// The late marks of a row of which another row says other minutes.
    func minuteContradictions(of row: Int) -> [(FileMark, other: Int)] { minuteClashes[row] ?? [] }

    /// The marks of a row that another row contradicts.
    func contradictions(of row: Int) -> [(FileMark, other: Int)] { clashes[row] ?? [] }

    /// The row that was the first to say anything of a session.
    func first(_ number: Int, at session: Int) -> Int? {
        let start = starts[number * MarkClaims.chunksOfYear + session / MarkClaims.chunk]
        guard start >= 0 else { return nil }
        let row = claims[Int(start) + session % MarkClaims.chunk].row
        return row < 0 ? nil : Int(row)
    }

    private mutating func index(_ number: Int, _ session: Int) -> Int {
        let size = (number + 1) * MarkClaims.chunksOfYear
        while starts.count < size { starts.append(-1) }
        let chunk = number * MarkClaims.chunksOfYear + session / MarkClaims.chunk
        if starts[chunk] < 0 {
            starts[chunk] = Int32(claims.count)
            claims.append(contentsOf: repeatElement(Claim(), count: MarkClaims.chunk))
        }
        return Int(starts[chunk]) + session % MarkClaims.chunk
    }
}

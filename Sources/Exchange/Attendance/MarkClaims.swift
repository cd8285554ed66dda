import Domain

/// Which row of a file says what of which session, so that rows that repeat or contradict each
/// other are found in any order.
struct MarkClaims {
    private struct Owner: Hashable {
        let pupil: PupilRef
        let year: AcademicYear
    }

    private struct Claim {
        let code: RegisterCode
        let row: Int32
    }

    private static let none = [Claim?](repeating: nil, count: YearMarks.byteCount)

    /// Two claims a day of the year.
    private var claims: [Owner: [Claim?]] = [:]
    private var clashes: [Int: [(FileMark, other: Int)]] = [:]
    /// Minutes late, by session; the bundle has one number a day.
    private var minutes: [PupilRef: [Day: [Session: (minutes: Int, row: Int)]]] = [:]
    private var minuteClashes: [Int: [(FileMark, other: Int)]] = [:]

    mutating func claim(_ mark: FileMark, of pupil: PupilRef, row: Int) {
        let (owner, place) = MarkClaims.place(mark, pupil)
        guard let earlier = claims[owner]?[place] else {
            claims[owner, default: MarkClaims.none][place] =
                Claim(code: mark.code, row: Int32(row))
            return
        }
        guard earlier.code != mark.code else { return }
        clashes[row, default: []].append((mark, other: Int(earlier.row)))
        let other = FileMark(
            day: mark.day, session: mark.session, code: earlier.code, column: mark.column)
        clashes[Int(earlier.row), default: []].append((other, other: row))
    }

    /// A mark that is late by so many minutes.
    mutating func claim(_ minutes: Int, _ mark: FileMark, of pupil: PupilRef, row: Int) {
        guard let earlier = self.minutes[pupil]?[mark.day]?[mark.session] else {
            self.minutes[pupil, default: [:]][mark.day, default: [:]][mark.session] =
                (minutes, row)
            return
        }
        guard earlier.minutes != minutes, earlier.row != row else { return }
        minuteClashes[row, default: []].append((mark, other: earlier.row))
        minuteClashes[earlier.row, default: []].append((mark, other: row))
    }

    /// Minutes late on a day by the whole file, the more where both sessions were late.
    func minutes(of pupil: PupilRef, on day: Day) -> Int? {
        minutes[pupil]?[day]?.values.map(\.minutes).max()
    }

    /// The late marks of a row of which another row says other minutes.
    func minuteContradictions(of row: Int) -> [(FileMark, other: Int)] { minuteClashes[row] ?? [] }

    /// The marks of a row that another row contradicts.
    func contradictions(of row: Int) -> [(FileMark, other: Int)] { clashes[row] ?? [] }

    /// The earlier row that said all of this before.
    func repeated(_ marks: [FileMark], of pupil: PupilRef, row: Int) -> Int? {
        var first: Int?
        for mark in marks {
            let (owner, place) = MarkClaims.place(mark, pupil)
            guard let claim = claims[owner]?[place], claim.row != row else { return nil }
            first = first ?? Int(claim.row)
        }
        return first
    }

    private static func place(_ mark: FileMark, _ pupil: PupilRef) -> (Owner, Int) {
        let year = AcademicYear(of: mark.day)
        let place = 2 * (mark.day - year.first) + (mark.session == .am ? 0 : 1)
        return (Owner(pupil: pupil, year: year), place)
    }
}

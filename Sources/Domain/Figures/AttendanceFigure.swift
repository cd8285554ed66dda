/// Sessions possible and attended, and what follows from them.
public struct AttendanceFigure: Hashable, Sendable {
    /// Sessions with a mark whose category counts as possible.
    public var possible: Int
    public var attended: Int

    public init(possible: Int = 0, attended: Int = 0) {
        self.possible = possible
        self.attended = attended
    }

    public var missed: Int { possible - attended }

    /// Adds a session by the category of its mark; `nil`, without a mark, counts as none.
    public mutating func count(_ category: MarkCategory?) {
        guard let category, category.isPossible else { return }
        possible += 1
        if category.isAttended { attended += 1 }
    }

    /// Per cent in tenths, rounded towards zero so that it never flatters: 89.96 is 899.
    public var tenthsOfPercent: Int? { possible == 0 ? nil : attended * 1000 / possible }

    /// `89.9 %`; `nil` where there was no possible session.
    public var percent: String? {
        tenthsOfPercent.map { "\($0 / 10).\($0 % 10)" }
    }

    /// The level under a pack's lines, compared in whole numbers.
    public func level(under pack: PolicyPack) -> AttendanceLevel {
        if 100 * missed >= pack[.severePercent] * possible { return .severe }
        if 100 * missed >= pack[.persistentPercent] * possible { return .persistent }
        if 100 * missed > pack[.concernPercent] * possible { return .concern }
        return .fine
    }
}

/// How much of their possible sessions a child misses.
public enum AttendanceLevel: String, CaseIterable, Sendable {
    case severe, persistent, concern, fine
}

/// The marks of one child as a rule reads them: those of one academic year, while on roll.
struct Register {
    let year: AcademicYear
    private let marks: YearMarks?
    private let roll: Span
    private let codes: RegisterCodeTable

    init(facts: PupilFacts, year: AcademicYear, codes: RegisterCodeTable) {
        self.year = year
        self.codes = codes
        marks = facts.marks[year]
        roll = facts.pupil.roll
    }

    /// The figure of the year's days up to `last`, all of them or from a day on.
    func figure(from first: Day? = nil, through last: Day) -> AttendanceFigure {
        guard let marks else { return AttendanceFigure() }
        return marks.bytes.withUnsafeBufferPointer { bytes in
            var figure = AttendanceFigure()
            for index in indices(from: first, through: last) {
                figure.count(codes.category(ofByte: bytes[2 * index]))
                figure.count(codes.category(ofByte: bytes[2 * index + 1]))
            }
            return figure
        }
    }

    /// The two bytes of a day, 0 where the child was not on roll.
    func bytes(on day: Day) -> (UInt8, UInt8) {
        guard let marks, roll.contains(day), let index = marks.index(of: day) else { return (0, 0) }
        return (marks.bytes[2 * index], marks.bytes[2 * index + 1])
    }

    func figure(on day: Day) -> AttendanceFigure {
        let (am, pm) = bytes(on: day)
        var figure = AttendanceFigure()
        figure.count(codes.category(ofByte: am))
        figure.count(codes.category(ofByte: pm))
        return figure
    }

    func isComplete(on day: Day) -> Bool {
        let (am, pm) = bytes(on: day)
        return am >= 2 && pm >= 2
    }

    /// Places of the year's days on roll up to `last`, from a day on where one is named.
    private func indices(from first: Day?, through last: Day) -> Range<Int> {
        let first = max(first ?? year.first, year.first, roll.from)
        let end = min(year.last, last, roll.to ?? last)
        return first <= end ? (first - year.first)..<(end - year.first + 1) : 0..<0
    }
}

extension PupilFacts {
    /// The child's figure of the academic year of `day` up to it, while on roll.
    public func attendance(upTo day: Day, under pack: PolicyPack) -> AttendanceFigure {
        Register(facts: self, year: AcademicYear(of: day), codes: pack.codes).figure(through: day)
    }

    /// The child's figure of some days of one academic year, that of the first, while on roll.
    public func attendance(
        from first: Day, through last: Day, under pack: PolicyPack
    ) -> AttendanceFigure {
        Register(facts: self, year: AcademicYear(of: first), codes: pack.codes)
            .figure(from: first, through: last)
    }
}

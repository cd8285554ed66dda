extension YearMarks {
    /// Sets a day's row as a record of `attendance` states it, or takes it away.
    mutating func set(_ day: Day, to record: Record?) {
        guard let record else { return clear(day) }
        set(
            day, am: RegisterCode(record["am"]), pm: RegisterCode(record["pm"]),
            late: Int(record["late_minutes"]))
    }

    /// The days whose rows differ from those of other marks of the same year.
    public func days(differingFrom other: YearMarks) -> [Day] {
        if self == other { return [] }
        return (0..<YearMarks.byteCount / 2).map { year.first + $0 }.filter { day in
            !hasRow(on: day, equalTo: other)
        }
    }

    /// What two people made of the same year, day by day: only the days that `wanted` changes are
    /// laid over `current`.
    ///
    /// - Returns: the marks, and the days that both changed, and not to the same: there `current`
    ///   stands.
    public static func merge(
        _ wanted: YearMarks, seen: YearMarks, over current: YearMarks
    ) -> (marks: YearMarks, clashes: [Day]) {
        // Mostly nobody was there in between.
        if current == seen { return (wanted, []) }
        var marks = current
        var clashes: [Day] = []
        for day in wanted.days(differingFrom: seen) where !wanted.hasRow(on: day, equalTo: current)
        {
            guard current.hasRow(on: day, equalTo: seen) else {
                clashes.append(day)
                continue
            }
            let codes = wanted.codes(on: day)
            if wanted.hasRow(on: day) {
                marks.set(day, am: codes.am, pm: codes.pm, late: wanted.lateMinutes(on: day))
            } else {
                marks.clear(day)
            }
        }
        return (marks, clashes)
    }

    /// Whether a day's row is the same in both, or in neither.
    public func hasRow(on day: Day, equalTo other: YearMarks) -> Bool {
        hasRow(on: day) == other.hasRow(on: day) && codes(on: day) == other.codes(on: day)
            && lateMinutes(on: day) == other.lateMinutes(on: day)
    }
}

/// Which days are school days and working days, and how to count them.
///
/// School days are kept as one sorted list, so that every question is a binary search.
public struct SchoolCalendar: Sendable {
    /// Terms on record, by start.
    public let terms: [Term]
    /// Closures on record, by start.
    public let closures: [Closure]

    private let schoolDays: [Day]
    private let weekdayBankHolidays: [Day]
    private let yearsOnRecord: Set<AcademicYear>
    private let lastTermEnd: Day?

    /// - Parameter bankHolidays: England's, from the policy pack; closures of that kind are added.
    public init(terms: [Term], closures: [Closure], bankHolidays: [Day]) {
        self.terms = terms.sorted { ($0.start, $0.name) < ($1.start, $1.name) }
        self.closures = closures.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
        var holidays = Set(bankHolidays.filter(\.isWeekday))
        var closed: Set<Day> = []
        for closure in closures {
            // A closure may be years long by mistake; only days of terms matter, bounded by them.
            for day in SchoolCalendar.days(closure.from, closure.to) where day.isWeekday {
                closed.insert(day)
                if closure.kind == .bankHoliday { holidays.insert(day) }
            }
        }
        var days: [Day] = []
        for term in self.terms {
            days += SchoolCalendar.days(term.start, term.end).filter {
                $0.isWeekday && !closed.contains($0) && !holidays.contains($0)
            }
        }
        schoolDays = Set(days).sorted()
        weekdayBankHolidays = holidays.sorted()
        yearsOnRecord = Set(terms.map(\.year))
        lastTermEnd = terms.map(\.end).max()
    }

    // MARK: What a day is

    /// Monday to Friday inside a term, in no closure and no bank holiday.
    public func isSchoolDay(_ day: Day) -> Bool {
        let index = schoolDays.firstIndex(atOrAfter: day)
        return index < schoolDays.count && schoolDays[index] == day
    }

    /// Monday to Friday and no bank holiday; school holidays count.
    public func isWorkingDay(_ day: Day) -> Bool {
        guard day.isWeekday else { return false }
        let index = weekdayBankHolidays.firstIndex(atOrAfter: day)
        return index == weekdayBankHolidays.count || weekdayBankHolidays[index] != day
    }

    public func terms(of year: AcademicYear) -> [Term] { terms.filter { $0.year == year } }

    /// The term that holds this day.
    public func term(on day: Day) -> Term? { terms.first { $0.contains(day) } }

    /// School days from `first` to `last`, both included; none where the range is empty.
    public func schoolDays(from first: Day, through last: Day) -> ArraySlice<Day> {
        let lower = schoolDays.firstIndex(atOrAfter: first)
        let upper = max(lower, schoolDays.firstIndex(atOrAfter: last + 1))
        return schoolDays[lower..<upper]
    }

    /// The last day of the term on which there is school, or its last day where there is none.
    public func lastSchoolDay(of term: Term) -> Day {
        schoolDays(from: term.start, through: term.end).last ?? term.end
    }

    // MARK: Counting

    /// The `count`th working day strictly after `day`; `count` is 1 or more.
    public func workingDay(_ count: Int, after day: Day) -> Day {
        Self.day(count, from: day, by: 1) { isWorkingDay($0) }
    }

    /// The `count`th working day strictly before `day`; `count` is 1 or more.
    public func workingDay(_ count: Int, before day: Day) -> Day {
        Self.day(count, from: day, by: -1) { isWorkingDay($0) }
    }

    /// Working days strictly after `day` up to and including `last`; 0 where `last` is not after
    /// it.
    public func workingDays(after day: Day, through last: Day) -> Int {
        guard day < last else { return 0 }
        let holidays =
            weekdayBankHolidays.firstIndex(atOrAfter: last + 1)
            - weekdayBankHolidays.firstIndex(atOrAfter: day + 1)
        return SchoolCalendar.weekdays(after: day, through: last) - holidays
    }

    /// The `count`th school day strictly after `day`; `count` is 1 or more.
    ///
    /// After the last term on record, and in an academic year with none on record, weekdays count, so
    /// that a due date exists even where next year's terms are unknown.
    public func schoolDay(_ count: Int, after day: Day) -> Day {
        let place = schoolDays.firstIndex(atOrAfter: day + 1) + count - 1
        // Where every year on the way has its terms, the list of school days says it at once.
        if count > 0, place < schoolDays.count, hasTerms(from: day + 1, through: schoolDays[place])
        {
            return schoolDays[place]
        }
        return Self.day(count, from: day, by: 1) { counts($0) }
    }

    /// The `count`th school day strictly before `day`, counted as `schoolDay(_:after:)`.
    public func schoolDay(_ count: Int, before day: Day) -> Day {
        Self.day(count, from: day, by: -1) { counts($0) }
    }

    /// The `count`th of the days that count, strictly after or before a day.
    private static func day(
        _ count: Int, from day: Day, by step: Int, where counts: (Day) -> Bool
    ) -> Day {
        var left = count
        var found = day
        while left > 0 {
            found = found + step
            if counts(found) { left -= 1 }
        }
        return found
    }

    /// School days strictly after `day` up to and including `last`, counted as
    /// `schoolDay(_:after:)`.
    public func schoolDays(after day: Day, through last: Day) -> Int {
        guard day < last else { return 0 }
        var total = 0
        var first = day + 1
        while first <= last {
            let year = AcademicYear(of: first)
            let end = min(year.last, last)
            total += countingDays(in: year, from: first, through: end)
            first = end + 1
        }
        return total
    }

    /// The last `count` school days up to and including `day`, fewer where there are not as many.
    public func schoolDays(last count: Int, upTo day: Day) -> ArraySlice<Day> {
        let upper = schoolDays.firstIndex(atOrAfter: day + 1)
        return schoolDays[max(0, upper - count)..<upper]
    }

    private func counts(_ day: Day) -> Bool {
        weekdaysStandIn(on: day) ? day.isWeekday : isSchoolDay(day)
    }

    private func weekdaysStandIn(on day: Day) -> Bool {
        guard let lastTermEnd, day <= lastTermEnd else { return true }
        return !yearsOnRecord.contains(AcademicYear(of: day))
    }

    private func hasTerms(from first: Day, through last: Day) -> Bool {
        (AcademicYear(of: first).start...AcademicYear(of: last).start).allSatisfy {
            yearsOnRecord.contains(AcademicYear(start: $0))
        }
    }

    private func countingDays(in year: AcademicYear, from first: Day, through last: Day) -> Int {
        guard yearsOnRecord.contains(year), let lastTermEnd else {
            return SchoolCalendar.weekdays(after: first - 1, through: last)
        }
        let known = schoolDays(from: first, through: min(last, lastTermEnd)).count
        let beyond = SchoolCalendar.weekdays(after: max(first - 1, lastTermEnd), through: last)
        return known + beyond
    }

    /// Mondays to Fridays strictly after `day` up to and including `last`.
    static func weekdays(after day: Day, through last: Day) -> Int {
        guard day < last else { return 0 }
        return weekdaysSinceAMonday(last) - weekdaysSinceAMonday(day)
    }

    private static func weekdaysSinceAMonday(_ day: Day) -> Int {
        // 1899-01-02 was a Monday and lies before every date that a store accepts.
        let days = Int(day.rawValue) + 25_931 + 1
        return days / 7 * 5 + min(days % 7, 5)
    }

    private static func days(_ first: Day, _ last: Day) -> some Sequence<Day> {
        (first.rawValue...max(first.rawValue, last.rawValue)).lazy.map(Day.init(rawValue:))
    }
}

extension Array where Element == Day {
    /// The index of the first element that is not before `day`; `count` where all are.
    func firstIndex(atOrAfter day: Day) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] < day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

extension SchoolCalendar {
    /// A calendar from records of terms and closures; records of other kinds are ignored.
    public init(records: [Record], bankHolidays: [Day]) {
        let terms = records.filter { $0.kind == .terms }.compactMap { record -> Term? in
            guard let year = AcademicYear(record["academic_year"]) else { return nil }
            return Term(
                year: year, name: record.word("term"), start: record.requiredDay("start"),
                end: record.requiredDay("end"))
        }
        let closures = records.filter { $0.kind == .closures }.map { record in
            Closure(
                from: record.requiredDay("from"), to: record.requiredDay("to"),
                kind: record.word("kind"), name: record["name"])
        }
        self.init(terms: terms, closures: closures, bankHolidays: bankHolidays)
    }

    /// The records of which it was made.
    public var records: [Record] { terms.map(\.record) + closures.map(\.record) }
}

extension Term {
    public var record: Record {
        Record(
            kind: .terms,
            checked: [
                "academic_year": year.label, "term": name.rawValue, "start": start.iso,
                "end": end.iso,
            ])
    }
}

extension Closure {
    public var record: Record {
        Record(
            kind: .closures,
            checked: ["from": from.iso, "to": to.iso, "kind": kind.rawValue, "name": name])
    }
}

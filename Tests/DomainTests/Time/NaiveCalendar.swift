import Domain
import Support

/// The calendar as slow as it is plain: every answer a walk from day to day.
struct NaiveCalendar {
    let terms: [Term]
    let closures: [Closure]
    let bankHolidays: [Day]

    func isBankHoliday(_ day: Day) -> Bool {
        bankHolidays.contains(day)
            || closures.contains { $0.kind == .bankHoliday && $0.from <= day && day <= $0.to }
    }

    func isSchoolDay(_ day: Day) -> Bool {
        day.weekday < 6 && terms.contains { $0.start <= day && day <= $0.end }
            && !closures.contains { $0.from <= day && day <= $0.to } && !isBankHoliday(day)
    }

    func isWorkingDay(_ day: Day) -> Bool { day.weekday < 6 && !isBankHoliday(day) }

    /// School days, with weekdays after the last term and in a year without terms.
    func counts(_ day: Day) -> Bool {
        let afterAll = terms.allSatisfy { $0.end < day }
        let yearUnknown = !terms.contains { $0.year == AcademicYear(of: day) }
        return afterAll || yearUnknown ? day.weekday < 6 : isSchoolDay(day)
    }

    func nth(_ count: Int, after day: Day, where good: (Day) -> Bool) -> Day {
        var found = day
        for _ in 0..<count {
            repeat { found = found + 1 } while !good(found)
        }
        return found
    }

    func days(_ first: Day, _ last: Day) -> [Day] {
        guard first <= last else { return [] }
        return (0...(last - first)).map { first + $0 }
    }

    /// Up to four years of terms (a year or a term may be missing) and some closures.
    static func random(_ random: inout SplitMix64) -> NaiveCalendar {
        var terms: [Term] = []
        for start in 2023...2026 where Int.random(in: 0..<5, using: &random) > 0 {
            let year = AcademicYear(start: start)
            let bounds = [(0, 110), (124, 208), (222, 325)]
            for (name, (first, last)) in zip(TermName.allCases, bounds)
            where Int.random(in: 0..<8, using: &random) > 0 {
                terms.append(
                    Term(
                        year: year, name: name,
                        start: year.first + first + Int.random(in: 0...6, using: &random),
                        end: year.first + last - Int.random(in: 0...6, using: &random)))
            }
        }
        let origin = AcademicYear(start: 2023).first
        var closures: [Closure] = []
        for _ in 0..<Int.random(in: 0...12, using: &random) {
            let from = origin + Int.random(in: -20...1500, using: &random)
            let kind = Closure.Kind.allCases.randomElement(using: &random) ?? .other
            let length = Int.random(in: 0...9, using: &random)
            closures.append(Closure(from: from, to: from + length, kind: kind))
        }
        let holidays = (0..<20).map { _ in origin + Int.random(in: -40...1500, using: &random) }
        return NaiveCalendar(terms: terms, closures: closures, bankHolidays: holidays)
    }

    var calendar: SchoolCalendar {
        SchoolCalendar(terms: terms, closures: closures, bankHolidays: bankHolidays)
    }
}

import Domain

/// The dates of one school year, worked out as a county would set them: 190 days for the pupils and
/// five INSET days, holidays around Christmas and Easter, a week's half-term in each term.
struct SchoolYear {
    static let daysOfStaff = 195

    let year: AcademicYear
    let terms: [Term]
    /// The half-term holidays, in the order of the terms.
    let halfTerms: [Closure]
    let insets: [Closure]

    init(_ year: AcademicYear, bankHolidays: [Day]) {
        let holidays = Set(bankHolidays)
        let next = year.start + 1
        let easter = SchoolYear.easter(next)
        // An early Easter ends the spring term, a late one falls into the holidays' last days.
        let (lent, trinity) =
            if easter <= date(next, 4, 1) {
                (easter - 3, easter + 15)
            } else if easter <= date(next, 4, 14) {
                (easter - 9, easter + 8)
            } else {
                (easter - 16, easter + 2)
            }
        let starts = [
            SchoolYear.working(onOrAfter: year.first, holidays),
            SchoolYear.working(onOrAfter: monday(onOrAfter: date(next, 1, 2)), holidays), trinity,
        ]
        let breaks = [
            monday(onOrAfter: date(year.start, 10, 22)), monday(onOrAfter: date(next, 2, 12)),
            monday(onOrAfter: date(next, 5, 25)),
        ]
        let ends = [friday(onOrAfter: date(year.start, 12, 16)), lent]
        let names = ["October", "February", "May"]
        halfTerms = zip(breaks, names).map {
            Closure(from: $0, to: $0 + 4, kind: .halfTerm, name: $1)
        }
        let last = SchoolYear.lastDay(starts, ends, breaks, holidays)
        self.year = year
        terms = zip(TermName.allCases, zip(starts, ends + [last])).map {
            Term(year: year, name: $0, start: $1.0, end: $1.1)
        }
        insets = [starts[0], breaks[0] + 7, starts[1], breaks[1] - 3, breaks[2] + 7].map {
            Closure(from: $0, to: $0, kind: .inset, name: "INSET")
        }
    }

    /// The day of the summer term on which the year's days are complete.
    private static func lastDay(
        _ starts: [Day], _ ends: [Day], _ breaks: [Day], _ holidays: Set<Day>
    ) -> Day {
        func isOpen(_ day: Day) -> Bool {
            day.isWeekday && !holidays.contains(day)
                && !breaks.contains { $0 <= day && day <= $0 + 4 }
        }
        var count = 0
        for (start, end) in zip(starts, ends) {
            count += (0...(end - start)).filter { isOpen(start + $0) }.count
        }
        var day = starts[2]
        while true {
            if isOpen(day) { count += 1 }
            if count >= daysOfStaff { return day }
            day = day + 1
        }
    }

    /// Easter Sunday (Meeus, Jones and Butcher).
    static func easter(_ year: Int) -> Day {
        let golden = year % 19
        let (century, rest) = (year / 100, year % 100)
        let leap = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - leap + 15) % 30
        let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
        let late = (golden + 11 * epact + 22 * weekday) / 451
        let sum = epact + weekday - 7 * late + 114
        return date(year, sum / 31, sum % 31 + 1)
    }

    private static func working(onOrAfter day: Day, _ holidays: Set<Day>) -> Day {
        var found = day
        while !found.isWeekday || holidays.contains(found) { found = found + 1 }
        return found
    }
}

private func monday(onOrAfter day: Day) -> Day { day + (8 - day.weekday) % 7 }

private func friday(onOrAfter day: Day) -> Day { day + (12 - day.weekday) % 7 }

/// A day that is in every calendar.
func date(_ year: Int, _ month: Int, _ day: Int) -> Day {
    guard let found = Day(year: year, month: month, day: day) else {
        preconditionFailure("\(year)-\(month)-\(day) is no day")
    }
    return found
}

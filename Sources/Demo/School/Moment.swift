import Domain

/// Today, with the school days around it: stories are told in school days from here.
struct Moment {
    let today: Day
    let year: AcademicYear
    /// The year of today and its neighbours.
    let years: [SchoolYear]
    let calendar: SchoolCalendar

    init(today: Day, pack: PolicyPack) {
        self.today = today
        year = AcademicYear(of: today)
        years = (-1...1).map { [year] in
            SchoolYear(AcademicYear(start: year.start + $0), bankHolidays: pack.bankHolidays)
        }
        calendar = SchoolCalendar(
            terms: years.flatMap(\.terms), closures: years.flatMap { $0.halfTerms + $0.insets },
            bankHolidays: pack.bankHolidays)
    }

    /// The `count`th school day before today; the first on record where there are not as many.
    func ago(_ count: Int) -> Day {
        let days = calendar.schoolDays(last: count, upTo: today - 1)
        return days.first ?? today - count
    }

    /// The same, but not before the term began: who comes in between comes with the term.
    func agoThisTerm(_ count: Int) -> Day {
        let first = begunTerms.last.flatMap {
            calendar.schoolDays(from: $0.start, through: today).first
        }
        return max(ago(count), first ?? today - count)
    }

    /// The day itself or the last one before it on which offices are open.
    func workingDay(upTo day: Day) -> Day {
        calendar.isWorkingDay(day) ? day : calendar.workingDay(1, before: day)
    }

    /// The `count`th school day after today.
    func ahead(_ count: Int) -> Day { calendar.schoolDay(count, after: today) }

    /// The `count`th school day after `day`, where it has come by today.
    func after(_ day: Day, _ count: Int) -> Day? {
        let found = calendar.schoolDay(count, after: day)
        return found <= today ? found : nil
    }

    /// The terms that have begun: those of last year and of this.
    var begunTerms: [Term] { calendar.terms.filter { $0.start <= today } }

    /// The school days of this year up to today, and before it those since last year's last
    /// half-term.
    var registerDays: ArraySlice<Day> {
        let since = years[0].halfTerms.last?.to ?? year.first
        return calendar.schoolDays(from: since, through: today)
    }

    /// When the children came who are so many years above Reception: the first day of their first
    /// autumn term.
    func intake(_ yearsAgo: Int, pack: PolicyPack) -> Day {
        SchoolYear(AcademicYear(start: year.start - yearsAgo), bankHolidays: pack.bankHolidays)
            .terms[0].start
    }
}

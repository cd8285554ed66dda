import Domain

/// Takes the register: the marks of each child since the last half-term of last year.
struct RegisterBook {
    let moment: Moment
    let seed: UInt64
    /// The days with their place in their own school year.
    private let days: [(day: Day, place: Int)]

    init(_ moment: Moment, seed: UInt64) {
        self.moment = moment
        self.seed = seed
        let year = moment.year
        let all = moment.registerDays
        let before = all.prefix { !year.contains($0) }
        // Last year's days count on from where a child's habits have long shown.
        days =
            before.enumerated().map { ($1, 150 + $0) }
            + all.dropFirst(before.count).enumerated().map { ($1, $0) }
    }

    /// The years of marks of one child, the earlier first; none where the child was not on roll.
    func marks(of child: Child) -> [YearMarks] {
        var habit = HabitMarks(child, seed: seed)
        var years: [YearMarks] = []
        let lately = child.story?.attendance.lately ?? [:]
        let isMissing = child.story?.attendance.isMissing ?? false
        let missingFrom = isMissing ? moment.ago(1) : moment.today + 1
        for (index, (day, place)) in days.enumerated()
        where child.isOnRoll(day) {
            var mark = habit.marks(place)
            if let session = lately[sessionsAgo(index, day)] { mark = session.over(mark) }
            // In their first weeks the youngest go home at noon.
            if child.stage == 0, place < 10, moment.year.contains(day) { mark.pm = .notRequired }
            if day == moment.today {
                mark.pm = nil
                // Not every family has rung by now.
                if child.story == nil, mark.am == .ill, child.number % 3 == 0 {
                    mark.am = .noReason
                }
            }
            if day >= missingFrom {
                // The last afternoon and this morning have not come through; on the year's first
                // day nothing has.
                if day == moment.today { continue }
                mark.pm = nil
            }
            if years.last?.year.contains(day) != true {
                years.append(YearMarks(year: AcademicYear(of: day)))
            }
            years[years.count - 1].set(day, am: mark.am, pm: mark.pm, late: mark.minutes)
        }
        return years
    }

    /// How many school days ago a day was; 0 for today.
    private func sessionsAgo(_ index: Int, _ day: Day) -> Int {
        let last = days.count - 1
        return last - index + (days.last?.day == moment.today ? 0 : 1)
    }
}

/// The marks of a day.
struct DayMarks {
    var am: RegisterCode? = .present
    var pm: RegisterCode? = .presentAfternoon
    var minutes: Int?
}

extension Story.Session {
    /// What happened, over the marks as usual.
    func over(_ usual: DayMarks) -> DayMarks {
        DayMarks(
            am: am.flatMap { RegisterCode($0) } ?? .present,
            pm: pm.flatMap { RegisterCode($0) } ?? usual.pm, minutes: minutes)
    }
}

extension RegisterCode? {
    static let present = RegisterCode("/")
    static let presentAfternoon = RegisterCode("\\")
    static let ill = RegisterCode("I")
    static let appointment = RegisterCode("M")
    static let late = RegisterCode("L")
    static let afterClose = RegisterCode("U")
    static let leave = RegisterCode("C")
    static let holiday = RegisterCode("G")
    static let noReason = RegisterCode("N")
    static let unknown = RegisterCode("O")
    static let notRequired = RegisterCode("X")
    static let trip = RegisterCode("V")
}

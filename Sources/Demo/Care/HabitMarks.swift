import Domain

/// A child's marks by habit, day after day.
struct HabitMarks {
    private let habit: Story.Habit
    private let number: Int
    private var dice: Dice
    /// In a thousand days, on how many an illness begins: some families catch everything.
    private let frailty: Int
    private var illDays = 0
    /// The first day of a holiday that was not granted, for the few who take one.
    private let holiday: Int?

    init(_ child: Child, seed: UInt64) {
        habit = child.story?.attendance.habit ?? .ordinary
        number = child.number
        dice = Dice(seed: seed, for: "marks", child.number)
        frailty = dice.pick([8, 14, 14, 18, 26, 44])
        holiday = dice.chance(40) ? dice.below(185) : nil
    }

    /// The marks of the day at this place in its school year.
    mutating func marks(_ index: Int) -> DayMarks {
        switch habit {
        case .ordinary: ordinary(index)
        case .steady: steady(index)
        case .away(let days): away(index % days == days - 1, index)
        case .mostlyAway: away([1, 2, 4].contains(index % 5), index)
        case .mornings: DayMarks(pm: .notRequired)
        }
    }

    private mutating func ordinary(_ index: Int) -> DayMarks {
        if let holiday, (holiday..<holiday + 5).contains(index) {
            return DayMarks(am: .holiday, pm: .holiday)
        }
        if index % 61 == 40 { return DayMarks(am: .trip, pm: .trip) }
        if illDays > 0 {
            illDays -= 1
            return DayMarks(am: .ill, pm: .ill)
        }
        let thrown = dice.below(1000)
        switch thrown - frailty {
        case ..<0:
            illDays = dice.below(3)
            return thrown % 3 == 0 ? DayMarks(pm: .ill) : DayMarks(am: .ill, pm: .ill)
        case ..<7: return DayMarks(am: .appointment)
        case ..<9: return DayMarks(am: .unknown, pm: .unknown)
        case ..<11: return DayMarks(pm: .leave)
        case ..<12: return DayMarks(am: .afterClose, minutes: 35 + dice.below(40))
        case ..<28: return DayMarks(am: .late, minutes: 1 + dice.below(25))
        default: return DayMarks()
        }
    }

    /// An appointment and a late morning now and then, never early in the year: a week of so few
    /// sessions would raise a concern that the story does not tell of.
    private func steady(_ index: Int) -> DayMarks {
        if index >= 25, (index + number) % 37 == 0 { return DayMarks(am: .appointment) }
        if (index + number) % 23 == 11 { return DayMarks(am: .late, minutes: 3 + number % 9) }
        return DayMarks()
    }

    private func away(_ isAway: Bool, _ index: Int) -> DayMarks {
        guard isAway else { return steady(index) }
        return index % 3 == 0
            ? DayMarks(am: .unknown, pm: .unknown) : DayMarks(am: .ill, pm: .ill)
    }
}

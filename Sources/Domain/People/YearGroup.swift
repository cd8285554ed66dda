/// The year of school that a date of birth tells.
public enum YearGroup {
    /// `N1` to `13`: the year that a child of this birthday is in during the academic year of a day,
    /// by age on 31 August before it (4 is Reception).
    public static func of(born: Day, on today: Day) -> String {
        let first = AcademicYear(of: today).first
        var age = first.year - born.year
        if born.addingYears(age) >= first { age -= 1 }
        switch age {
        case ..<3: return "N1"
        case 3: return "N2"
        case 4: return "R"
        default: return String(min(13, age - 4))
        }
    }
}

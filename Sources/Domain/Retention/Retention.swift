/// How long each part of what is held about a child is kept, by the pack's numbers.
///
/// The careful reading throughout: of two dates the later, and 29 February becomes 1 March.
public struct Retention {
    private let pupil: PupilFacts
    private let entries: [FundEntry]
    private let passedOn: Day?
    private let pack: PolicyPack

    /// - Parameter passedOn: the day on which another school signed for the file; `nil` where none
    ///   has.
    public init(
        of pupil: PupilFacts, in school: SchoolFacts, passedOn: Day?, under pack: PolicyPack
    ) {
        self.pupil = pupil
        entries = school.entries.filter { $0.pupil == pupil.ref }
        self.passedOn = passedOn
        self.pack = pack
    }

    /// The parts that are held, each with the day until which it is to be kept; the name last.
    public var items: [RetentionItem] {
        let marks = pupil.marks.filter { !$0.value.days.isEmpty }.keys.sorted().map(marks)
        let accounts = Set(entries.map { FinancialYear(of: $0.on) }).sorted().map(accounts)
        let file = file
        let parts = [file] + marks + accounts
        let last = parts.max { $0.keepTo < $1.keepTo } ?? file
        let name = item(.name, last.keepTo, "as long as anything that hangs on it", [])
        return parts + [name]
    }

    private var file: RetentionItem {
        // A child who is on roll, or whose file no other school has, keeps the file to the end.
        if let left = pupil.pupil.roll.to, let passedOn, passedOn >= left {
            return item(
                .file, passedOn, "the next school signed for it on \(passedOn.long)", [])
        }
        let hasNeeds = ["K", "E"].contains(pupil.pupil.record["sen"])
        let key: NumberKey = hasNeeds ? .retentionNeedsYears : .retentionFileYears
        let kept = pupil.pupil.born.keptFor(years: pack[key])
        let what = hasNeeds ? "special educational needs" : "no other school has signed for it"
        return item(
            .file, kept, "\(pack[key]) years from birth (\(what)), to \(kept.long)", [key])
    }

    private func marks(_ year: AcademicYear) -> RetentionItem {
        let key = NumberKey.retentionAttendanceYears
        let kept = year.last.keptFor(years: pack[key])
        return item(
            .marks(year), kept, "\(pack[key]) years from the end of \(year.label), to \(kept.long)",
            [key])
    }

    private func accounts(_ year: FinancialYear) -> RetentionItem {
        let key = NumberKey.retentionAccountsYears
        let kept = year.last.keptFor(years: pack[key])
        return item(
            .accounts(year), kept,
            "\(pack[key]) years beside the financial year \(year.label), to \(kept.long)", [key])
    }

    private func item(
        _ part: RetentionItem.Part, _ keepTo: Day, _ why: String, _ numbers: [NumberKey]
    ) -> RetentionItem {
        RetentionItem(
            pupil: pupil.ref, part: part, keepTo: keepTo, why: why, numbers: numbers)
    }
}

extension Day {
    /// The same day so many years later; 29 February becomes 1 March where there is none, the later
    /// of the two readings.
    func keptFor(years: Int) -> Day {
        let day = addingYears(years)
        return day.civil.day == civil.day ? day : day + 1
    }
}

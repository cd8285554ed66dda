import Domain

extension Model {
    /// The Monday of this week; at a weekend of the week that has passed.
    var monday: Day { today.monday }

    /// This week as registered, a sign a session, days apart: `// /N ·· ·· ··`.
    func week(of facts: PupilFacts) -> String {
        (0..<5).map { marksWords(of: facts, on: monday + $0) }.joined(separator: " ")
    }

    /// The two sessions of a day as registered up to today: a page of an earlier day shows no mark
    /// that came later.
    func marksWords(of facts: PupilFacts, on day: Day) -> String {
        day <= today ? facts.marksWords(on: day) : "··"
    }
}

extension PupilFacts {
    /// The two sessions of a day as registered, `·` where no mark is on record: `/N`.
    func marksWords(on day: Day) -> String {
        let (am, pm) = marks[AcademicYear(of: day)]?.codes(on: day) ?? (nil, nil)
        return [am, pm].map { $0.map { String($0.text.prefix(1)) } ?? "·" }.joined()
    }
}

import Domain

/// What a pack is made of, as its files give it when they are laid over one another.
///
/// The pack that a program has inside is kept in this form as Swift (`TravellingPack`), so that no
/// command waits for files that never change to be read.
struct PackParts {
    var name: String
    var numbers: [PolicyNumber]
    var clauses: [Clause]
    var codes: [RegisterCodeTable.Entry]
    var bankHolidays: [Day]
    var law: [String: String]
    var stated: [StatedRule]
    var sdqBands: [SDQ.Informant: [SDQScore.Scale?: [Int]]]
    var authority: Authority?
    var dates: [YearDates]
    var authorities: [AuthorityProfile]
    /// Sections of Acts that are watched, by id; the pack inside the program goes without them.
    var acts: [ActSection] = []

    /// `nil` where a number that the rules need is missing, or stands twice.
    var pack: PolicyPack? {
        PolicyPack(
            name: name, numbers: numbers, clauses: clauses, codes: RegisterCodeTable(codes),
            bankHolidays: bankHolidays, law: law, stated: stated.flatMap { $0.rules ?? [] },
            sdqBands: sdqBands.mapValues(SDQBands.init), authority: authority, dates: dates,
            authorities: authorities)
    }
}

import Domain

/// One child of the school, with the story where there is one.
struct Child {
    /// The place on the roll, from 1.
    let number: Int
    let ref: PupilRef
    let story: Story?
    let name: Story.FullName
    /// The place of the year group: 0 for Reception.
    let stage: Int
    let yearGroup: String
    let className: String
    let born: Day
    let admitted: Day
    let left: Day?

    func isOnRoll(_ day: Day) -> Bool { Span(from: admitted, to: left).contains(day) }

    /// The name of daily use's surname, which the family at home has.
    var homeSurname: String { name.preferredSurname ?? name.surname }
}

/// How large a school becomes: which year groups it has, and what it is called.
struct Size {
    let pupils: Int
    /// How many are known to a social worker.
    let known: Int
    let phase: String
    let name: String
    let yearGroups: [String]

    /// - Parameter known: `nil` for fourteen, in a large school about eight in a hundred.
    init(pupils: Int, known: Int?) {
        self.pupils = pupils
        self.known = min(pupils, known ?? max(14, pupils * 8 / 100))
        let infants = ["R", "1", "2"]
        switch pupils {
        case ...360:
            (phase, name, yearGroups) = ("infant", "Larkfield Infant School", infants)
        case ...1200:
            (phase, name) = ("primary", "Larkfield Primary School")
            yearGroups = infants + (3...6).map(String.init)
        default:
            (phase, name) = ("all-through", "The Larkfield Schools")
            yearGroups = infants + (3...11).map(String.init)
        }
    }

    /// A child or more who left this term, in a school of any size but the smallest.
    var leavers: Int { pupils < 30 ? 0 : 1 + pupils / 500 }
}

import Domain

extension Roll {
    /// The rows of pupils.csv.
    func write(to draft: inout Draft, seed: UInt64) {
        for child in children {
            var dice = Dice(seed: seed, for: "pupil", child.number)
            let story = child.story
            draft.put(
                .pupils,
                [
                    "pupil": child.ref.text, "upn": upn(child), "surname": child.name.surname,
                    "forename": child.name.forename, "known_as": child.name.knownAs ?? "",
                    "born": child.born.iso, "year_group": child.yearGroup,
                    "class": child.className, "admitted": child.admitted.iso,
                    "left": child.left.text, "sen": story?.sen ?? dice.pick(Roll.needs),
                    "disabled": (story?.isDisabled ?? dice.chance(20)).text,
                    "pp_eligible": isEligible(child, &dice).text,
                    "preferred_surname": child.name.preferredSurname ?? "",
                    "family": story?.family ?? "",
                ])
        }
    }

    private static let needs = ["N", "N", "N", "N", "N", "N", "N", "K", "N", "K"]

    /// Who is looked after, or was, has the premium; of the others about one in eight.
    private func isEligible(_ child: Child, _ dice: inout Dice) -> Bool {
        guard let story = child.story else { return dice.chance(125) }
        return story.statuses.contains { $0.kind == .cla || $0.kind == .pla } || dice.chance(500)
    }

    /// A number with the right check letter, of an authority and a school that do not exist; none
    /// yet for a child who has just come.
    private func upn(_ child: Child) -> String {
        guard child.story?.joined == nil else { return "" }
        let serial = child.number
        let digits =
            "998" + NameBook.digits(2041 + serial / 1000, 4)
            + NameBook.digits(child.admitted.year % 100, 2) + NameBook.digits(serial % 1000, 3)
        let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ")
        let sum = zip(2..., digits.utf8).reduce(0) { $0 + $1.0 * (Int($1.1) - 0x30) }
        return String(letters[sum % 23]) + digits
    }
}

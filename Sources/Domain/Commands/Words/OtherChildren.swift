/// Finds the names of other children in what was written about one.
enum OtherChildren {
    /// Display names of the children whose names stand in the text: in full for everyone on roll,
    /// by the first name alone for those who are known to a social worker.
    static func named(
        in text: String, besides pupil: PupilFacts, _ context: CommandContext
    ) -> [String] {
        let words = text.split { !$0.isLetter && $0 != "-" && $0 != "'" && $0 != "’" }
            .map { $0.hasSuffix("'s") || $0.hasSuffix("’s") ? $0.dropLast(2) : $0 }
        guard !words.isEmpty else { return [] }
        let single = Set(words)
        let pairs = Set(zip(words, words.dropFirst()).map { "\($0) \($1)" })
        let own = Set([pupil.pupil.forename, pupil.pupil.firstName, pupil.pupil.surname])
        return context.facts.pupils.values.filter { other in
            guard other.ref != pupil.ref, other.pupil.roll.contains(context.today) else {
                return false
            }
            if other.pupil.fullNames.contains(where: pairs.contains) { return true }
            return !other.statuses.isEmpty
                && [other.pupil.firstName, other.pupil.forename].contains {
                    !own.contains($0) && single.contains(Substring($0))
                }
        }
        .map(\.pupil.displayName).sorted()
    }
}

extension Pupil {
    fileprivate var fullNames: [String] {
        [firstName, forename].flatMap { first in
            [surname, preferredSurname].compactMap { $0 }.map { "\(first) \($0)" }
        }
    }
}

import Domain

extension PupilFacts {
    /// Initials for the child's names and for those of the people around the child, who often bear
    /// the same. What somebody has written in words of their own is shown as it was written.
    var withInitials: PupilFacts {
        var copy = self
        copy.pupil = pupil.withInitials
        copy.professionals = professionals.map { person in
            Professional(person.record.with("name", person.name.initials))
        }
        copy.pepPeople = pepPeople.map { person in
            PEPPerson(person.record.with("name", person.record["name"].initials))
        }
        return copy
    }
}

extension Pupil {
    /// The columns of the child's own names, legally and as known.
    static let nameColumns = ["surname", "forename", "known_as", "preferred_surname"]

    /// `B. A.`
    var withInitials: Pupil {
        Pupil(
            Self.nameColumns.reduce(record) { record, name in
                record.with(name, record[name].initials)
            })
    }
}

extension String {
    /// The first letter of each word: `Bea-Lin Ashworth` is `B. L. A.`
    var initials: String {
        split { !$0.isLetter && $0 != "'" && $0 != "’" }
            .compactMap(\.first).map { "\($0)." }.joined(separator: " ")
    }
}

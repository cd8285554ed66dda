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
        let names = Set(namesAround.flatMap(\.nameWords))
        copy.targets = targets.map { target in
            guard let who = target.who, who.nameWords.contains(where: names.contains) else {
                return target
            }
            return PEPTarget(target.record.with("who", who.initials))
        }
        return copy
    }

    /// The names of the child and of the people around the child.
    private var namesAround: [String] {
        Pupil.nameColumns.map { pupil.record[$0] } + professionals.map(\.name)
            + pepPeople.map(\.name)
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
    /// The words of a name in small letters; a letter alone names nobody.
    fileprivate var nameWords: [String] {
        nameParts.map { $0.lowercased() }.filter { $0.count > 1 }
    }
}

import Domain

/// Finds the child on record that a row is about: by admission number or UPN, then by full name
/// and date of birth, never by name alone.
struct PupilIndex: Sendable {
    private var byReference: [String: Pupil] = [:]
    private var byNumber: [String: [Pupil]] = [:]
    private var byUPN: [String: [Pupil]] = [:]
    private var byName: [String: [Pupil]] = [:]
    private var byNameAndBirth: [NameAndBirth: [Pupil]] = [:]

    private struct NameAndBirth: Hashable {
        let name: String
        let born: Day
    }

    /// What the words of a refused match have in common.
    static let contradiction = "does not fit one child"

    enum Match {
        /// The child, and what the person should know of how it was found.
        case pupil(Pupil, notice: String?)
        case none
        /// The row contradicts what is on record, or fits two children.
        case refused(String)
    }

    /// - Parameter byName: whether any row tells a name.
    init(_ pupils: [Pupil], byName hasNames: Bool = true) {
        for pupil in pupils {
            byReference[pupil.ref.text] = pupil
            byNumber[PupilIndex.number(pupil.ref.text), default: []].append(pupil)
            if let upn = pupil.upn { byUPN[upn, default: []].append(pupil) }
            guard hasNames else { continue }
            for name in PupilIndex.names(of: pupil) {
                byName[name, default: []].append(pupil)
                byNameAndBirth[NameAndBirth(name: name, born: pupil.born), default: []]
                    .append(pupil)
            }
        }
    }

    /// Whether a child on record has this admission number.
    func holds(_ admission: String) -> Bool { pupil(numbered: admission) != nil }

    /// Whether a child on record has this admission number, and a surname that stands in this name.
    func holds(_ admission: String, called name: String) -> Bool {
        guard let pupil = pupil(numbered: admission) else { return false }
        let name = folded(name)
        return [pupil.surname, pupil.preferredSurname].compactMap { $0 }
            .contains { name.contains(folded($0)) }
    }

    func match(_ row: PupilIdentity) -> Match {
        let numbered = row.admission.flatMap(pupil(numbered:))
        let holders = row.upn.map { byUPN[$0] ?? [] } ?? []
        if holders.count > 1 { return .refused("the UPN is that of \(list(holders))") }
        if let numbered, let holder = holders.first, numbered.ref != holder.ref {
            return .refused(
                "the admission number is that of \(numbered.numberedName), the UPN that of \(holder.numberedName)"
            )
        }
        if let numbered { return judged(numbered, row, by: "admission number") }
        if let holder = holders.first { return judged(holder, row, by: "UPN") }
        return byName(row)
    }

    /// The one child on roll whom the full name and the class fit; a person has to confirm it.
    func matchByName(_ row: PupilIdentity, on today: Day) -> Match {
        let found = namesakes(of: row, on: today)
        guard let pupil = found.first, found.count == 1 else { return .none }
        return .pupil(pupil, notice: nil)
    }

    /// The children on roll whom the full name and the class fit.
    func namesakes(of row: PupilIdentity, on today: Day) -> [Pupil] {
        guard let group = row.classGroup.map(folded) else { return [] }
        var found: [PupilRef: Pupil] = [:]
        for pupil in row.nameKeys.flatMap({ byName[$0] ?? [] })
        where pupil.roll.contains(today) && pupil.className.map(folded) == group {
            found[pupil.ref] = pupil
        }
        return Array(found.values)
    }

    private func byName(_ row: PupilIdentity) -> Match {
        guard let born = row.born else { return .none }
        var found: [PupilRef: Pupil] = [:]
        for name in row.nameKeys {
            for pupil in byNameAndBirth[NameAndBirth(name: name, born: born)] ?? [] {
                found[pupil.ref] = pupil
            }
        }
        guard let pupil = found.values.first else { return .none }
        if found.count > 1 {
            return .refused(
                "\(list(Array(found.values))) have this name and date of birth; give the number")
        }
        if let upn = row.upn, let stored = pupil.upn, upn != stored {
            return .refused(
                "name and date of birth are those of \(pupil.numberedName), whose UPN is \(stored)")
        }
        guard let number = row.admission else { return .pupil(pupil, notice: nil) }
        return .pupil(
            pupil,
            notice:
                "\(pupil.numberedName) was found by name and date of birth, not by \(VisibleText.of(number))"
        )
    }

    /// A child found by one number, unless the rest of the row is about another child.
    private func judged(_ pupil: Pupil, _ row: PupilIdentity, by number: String) -> Match {
        let isNumbered = row.admission.map { isNumber($0, of: pupil) } ?? false
        let hasSameUPN = row.upn != nil && row.upn == pupil.upn
        let isSameName = !row.nameKeys.isDisjoint(with: PupilIndex.names(of: pupil))
        if let other = namesake(of: row, insteadOf: pupil, isSameName) {
            return .refused(
                "the \(number) is that of \(pupil.numberedName), but the name "
                    + (row.born == nil ? "is that" : "and date of birth are those")
                    + " of \(other.numberedName)")
        }
        // A number that was mistyped or given to another child must not rename the one who had it:
        // brothers and sisters share a surname, and a class its forenames.
        let isAnothers =
            row.born == nil
            ? !isSameName && !hasPartOfName(row, pupil)
            : !isSameName && row.born != pupil.born
        if !row.nameKeys.isEmpty, isAnothers, !(isNumbered && hasSameUPN) {
            return .refused(
                "the \(number) is that of \(pupil.numberedName), born \(pupil.born.dayMonthYear), but "
                    + "the name is another child's")
        }
        if let upn = row.upn, let stored = pupil.upn, upn != stored,
            row.born != pupil.born || !(isSameName || hasPartOfName(row, pupil))
        {
            return .refused(
                "the admission number is that of \(pupil.numberedName), whose UPN is \(stored)")
        }
        guard let admission = row.admission, !isNumbered else {
            return .pupil(pupil, notice: nil)
        }
        return .pupil(
            pupil,
            notice: "\(pupil.numberedName) was found by UPN, not by \(VisibleText.of(admission))")
    }

    /// Another child on record whom name and date of birth fit, or the name alone where the row has
    /// no date of birth and the child of the number is called otherwise.
    private func namesake(
        of row: PupilIdentity, insteadOf pupil: Pupil, _ isSameName: Bool
    ) -> Pupil? {
        let found = row.nameKeys.flatMap { name in
            if let born = row.born {
                return byNameAndBirth[NameAndBirth(name: name, born: born)] ?? []
            }
            return isSameName ? [] : byName[name] ?? []
        }
        if found.contains(where: { $0.ref == pupil.ref }) { return nil }
        return found.min { $0.ref < $1.ref }
    }

    private func hasPartOfName(_ row: PupilIdentity, _ pupil: Pupil) -> Bool {
        agrees(row.forenames, [pupil.forename, pupil.knownAs])
            || agrees(row.surnames, [pupil.surname, pupil.preferredSurname])
    }

    private func isNumber(_ admission: String, of pupil: Pupil) -> Bool {
        PupilIndex.number(admission) == PupilIndex.number(pupil.ref.text)
    }

    private func pupil(numbered admission: String) -> Pupil? {
        if let pupil = byReference[admission] { return pupil }
        // Spreadsheets eat leading zeros; two children who differ in nothing else are not guessed.
        return byNumber[PupilIndex.number(admission)]?.only
    }

    private func agrees(_ names: [String], _ stored: [String?]) -> Bool {
        let stored = Set(stored.compactMap { $0 }.map(folded))
        return names.contains { stored.contains(folded($0)) }
    }

    private func list(_ pupils: [Pupil]) -> String {
        pupils.sorted { $0.ref < $1.ref }.map(\.numberedName).joined(separator: " and ")
    }

    /// An admission number without case and leading zeros.
    static func number(_ text: String) -> String {
        let zeros = text.prefix { $0 == "0" }
        return (zeros.count == text.count ? text[...] : text.dropFirst(zeros.count)).uppercased()
    }

    private static func names(of pupil: Pupil) -> Set<String> {
        var names: Set<String> = []
        for forename in [pupil.forename, pupil.knownAs].compactMap({ $0 }) {
            for surname in [pupil.surname, pupil.preferredSurname].compactMap({ $0 }) {
                names.insert(folded(forename + surname))
            }
        }
        return names
    }
}

extension Pupil {
    /// `Mia Ellwood (1201)`.
    var numberedName: String { "\(displayName) (\(ref))" }
}

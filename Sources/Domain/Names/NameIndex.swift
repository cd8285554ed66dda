/// The names of everyone on roll, ready to be found in what was written about one of them.
///
/// Made once for a form: with a county's children it is too much work for every key.
public struct NameIndex: Sendable {
    /// A child as notes can call it.
    struct Named: Sendable {
        let ref: PupilRef
        let displayName: String
        /// The forename and the name in daily use, each as its words.
        let firsts: [[String]]
        let surnames: [[String]]
        /// The word that siblings share.
        let family: String?

        init(_ pupil: Pupil) {
            ref = pupil.ref
            displayName = pupil.displayName
            firsts = NameIndex.distinct([pupil.forename, pupil.firstName])
            surnames = NameIndex.distinct([pupil.surname, pupil.preferredSurname ?? ""])
            family = pupil.family
        }
    }

    private(set) var pupils: [Named] = []
    /// Places among the pupils, by the first word of a first name.
    private(set) var byFirst: [String: [Int]] = [:]
    private(set) var bySurname: [String: [Int]] = [:]
    private(set) var byUPN: [String: Int] = [:]

    public init(_ roll: some Sequence<Pupil>) {
        for pupil in roll {
            let index = pupils.count
            let named = Named(pupil)
            pupils.append(named)
            for first in Set(named.firsts.map { $0[0] }) {
                byFirst[first, default: []].append(index)
            }
            for name in Set(named.surnames.map { $0[0] }) {
                bySurname[name, default: []].append(index)
            }
            if let upn = pupil.upn { byUPN[upn] = index }
        }
    }

    private static func distinct(_ names: [String]) -> [[String]] {
        names.map { WrittenWord.all(in: $0).map(\.key) }.filter { !$0.isEmpty }
            .eachOnce()
    }
}

/// Another child's name in a text.
public struct NameMark: Hashable, Sendable {
    /// Graphemes of the text.
    public let range: Range<Int>
    /// The children who are called so, by their names in daily use.
    public let names: [String]

    /// `Leo Marsh is another child on the list`.
    var words: String {
        names.count > 3
            ? "\(names.count) other children on the list are called so: \(names[0]), \(names[1]) …"
            : "\(names.joined(separator: " or ")) is another child on the list"
    }
}

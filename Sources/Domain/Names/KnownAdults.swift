/// The adults whose names can stand in a note about a child: staff, and the child's own people.
struct KnownAdults: Sendable {
    /// Names as their words, by the first of them.
    private var byFirst: [String: [[String]]] = [:]
    /// First names and surnames, initials apart.
    private(set) var names: Set<String> = []

    init(_ facts: Facts, around pupil: PupilFacts) {
        self.init(facts.school, and: pupil.professionals.map(\.name))
    }

    /// The adults of the school, and others by name.
    init(_ school: SchoolFacts, and others: [String] = []) {
        let all = school.staff.map(\.name) + school.roles.map(\.person) + others
        for name in all {
            var words = WrittenWord.all(in: name).map(\.key)
            if let first = words.first, SentenceWords.titles.contains(first) { words.removeFirst() }
            guard let first = words.first else { continue }
            names.formUnion(words.filter { $0.count > 1 })
            if words.count > 1 { byFirst[first, default: []].append(words) }
        }
    }

    /// How many words from a place on are the full name of an adult.
    func count(at index: Int, in words: [WrittenWord]) -> Int {
        (byFirst[words[index].key] ?? []).filter { name in
            index + name.count <= words.count
                && name.indices.allSatisfy { words[index + $0].key == name[$0] }
        }
        .map(\.count).max() ?? 0
    }
}

/// Finds the names of other children in what was written about one: full names either way round, a
/// first name alone, initials with a surname, a UPN.
///
/// It would rather ask once too often: only where the sentence itself shows that a word is no name
/// (`will ring`, `in May`), or that an adult is meant (`Mrs Grace`, `Rose (TA)`), is it left.
struct OtherNames {
    private let index: NameIndex
    private let words: [WrittenWord]
    private let text: String
    /// The names of the child whom the text is about, and the child; none where it is about nobody.
    private let own: Set<String>
    private let ownRef: PupilRef?
    private let adults: KnownAdults
    private var marks: [NameMark] = []

    /// The marks, in the order of the text.
    static func marks(
        in text: String, about pupil: PupilFacts, _ index: NameIndex, _ adults: KnownAdults
    ) -> [NameMark] {
        guard !text.isEmpty else { return [] }
        var search = OtherNames(text, pupil, index, adults)
        search.run()
        return search.marks
    }

    /// The marks in a text that is about no child: every name that is found.
    static func marks(
        in text: String, _ index: NameIndex, _ adults: KnownAdults
    ) -> [NameMark] {
        guard !text.isEmpty else { return [] }
        var search = OtherNames(text, nil, index, adults)
        search.run()
        return search.marks
    }

    private init(
        _ text: String, _ pupil: PupilFacts?, _ index: NameIndex, _ adults: KnownAdults
    ) {
        self.text = text
        self.index = index
        self.adults = adults
        words = WrittenWord.all(in: text)
        ownRef = pupil?.ref
        let names = pupil.map { facts in
            [
                facts.pupil.forename, facts.pupil.firstName, facts.pupil.surname,
                facts.pupil.preferredSurname ?? "",
            ]
        }
        own = Set((names ?? []).flatMap { WrittenWord.all(in: $0).map(\.key) })
    }

    private mutating func run() {
        var place = 0
        while place < words.count { place += max(1, take(at: place)) }
    }

    /// Looks at the words from a place on; how many of them are dealt with.
    private mutating func take(at place: Int) -> Int {
        if let found = upn(at: place) { return mark(place, 1, [found]) }
        let full = fullName(at: place)
        let adult = adults.count(at: place, in: words)
        if let full, !(adult >= full.count && hasTitle(before: place)) {
            return full.isOwn ? full.count : mark(place, full.count, full.pupils)
        }
        if adult > 0 { return adult }
        if let found = initials(at: place) { return mark(place, found.count, found.pupils) }
        if let found = firstName(at: place) { return mark(place, found.count, found.pupils) }
        return 1
    }

    private mutating func mark(_ place: Int, _ count: Int, _ found: [Int]) -> Int {
        let names = Set(found.map { index.pupils[$0].displayName }).sorted()
        let range = words[place].range.lowerBound..<words[place + count - 1].range.upperBound
        marks.append(NameMark(range: range, names: names))
        return count
    }

    // MARK: What is surely a name

    private func upn(at place: Int) -> Int? {
        let key = words[place].key
        guard key.utf8.count == 13, let found = index.byUPN[key.uppercased()],
            index.pupils[found].ref != ownRef
        else { return nil }
        return found
    }

    private func matches(_ name: [String], at place: Int) -> Bool {
        guard place + name.count <= words.count else { return false }
        return name.indices.allSatisfy { words[place + $0].key == name[$0] }
    }

    /// `Leo Marsh`, `Leo J Marsh`, `Marsh, Leo`; of the child itself too, so that it is passed over.
    private func fullName(at place: Int) -> (count: Int, pupils: [Int], isOwn: Bool)? {
        var best: (count: Int, pupils: [Int], isOwn: Bool)?
        func keep(_ count: Int, _ pupil: Int) {
            let isOwn = index.pupils[pupil].ref == ownRef
            if let found = best, found.count >= count {
                guard found.count == count else { return }
                // Who shares the child's very name cannot be told apart here.
                best = (count, found.pupils + [pupil], found.isOwn || isOwn)
            } else {
                best = (count, [pupil], isOwn)
            }
        }
        for pupil in index.byFirst[words[place].key] ?? [] {
            for first in index.pupils[pupil].firsts where matches(first, at: place) {
                let next = place + first.count
                let isInitial = next < words.count && words[next].key.count == 1
                for surname in index.pupils[pupil].surnames {
                    if matches(surname, at: next) { keep(first.count + surname.count, pupil) }
                    if isInitial, matches(surname, at: next + 1) {
                        keep(first.count + 1 + surname.count, pupil)
                    }
                }
            }
        }
        for pupil in index.bySurname[words[place].key] ?? [] {
            for surname in index.pupils[pupil].surnames where matches(surname, at: place) {
                for first in index.pupils[pupil].firsts
                where matches(first, at: place + surname.count) {
                    keep(first.count + surname.count, pupil)
                }
            }
        }
        return best
    }

    /// `L Marsh`, `L. Marsh`, `LJ Marsh`.
    private func initials(at place: Int) -> (count: Int, pupils: [Int])? {
        let word = words[place]
        guard word.isCapital, word.key.count == 1 || (word.isAllCapitals && word.key.count <= 3)
        else { return nil }
        var next = place + 1
        while next < words.count, next < place + 3, words[next].key.count == 1 { next += 1 }
        guard next < words.count else { return nil }
        let found = (index.bySurname[words[next].key] ?? []).filter { pupil in
            let named = index.pupils[pupil]
            return named.ref != ownRef
                && named.firsts.contains { $0[0].first == word.key.first }
                && named.surnames.contains { surname in
                    // `a field` is no Field; but `J de Souza` begins small.
                    matches(surname, at: next)
                        && surname.indices.contains { words[next + $0].isCapital }
                }
        }
        guard let first = found.first else { return nil }
        let surname = index.pupils[first].surnames.first { matches($0, at: next) } ?? []
        return (next - place + surname.count, found)
    }

    // MARK: A first name alone

    private func firstName(at place: Int) -> (count: Int, pupils: [Int])? {
        let found = (index.byFirst[words[place].key] ?? []).compactMap { pupil in
            index.pupils[pupil].firsts.first { matches($0, at: place) }.map { ($0, pupil) }
        }
        guard let longest = found.map(\.0.count).max() else { return nil }
        let name = found.filter { $0.0.count == longest }
        guard name.allSatisfy({ index.pupils[$0.1].ref != ownRef }),
            !name[0].0.allSatisfy(own.contains)
        else { return nil }
        let sentence = Sentence(words, place, length: longest)
        guard sentence.isName, !sentence.isPlace, !sentence.isAdult(adults) else { return nil }
        return (longest, name.map(\.1))
    }

    private func hasTitle(before place: Int) -> Bool {
        place > 0 && SentenceWords.titles.contains(words[place - 1].key)
    }
}

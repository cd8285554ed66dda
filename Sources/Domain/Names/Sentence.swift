/// What the words around a first name say of it.
struct Sentence {
    private let words: [WrittenWord]
    private let place: Int
    /// The words before the name and behind it, where no full stop parts them.
    private let before: WrittenWord?
    private let after: WrittenWord?
    private let second: WrittenWord?

    private var word: WrittenWord { words[place] }

    init(_ words: [WrittenWord], _ place: Int, length: Int) {
        self.words = words
        self.place = place
        func at(_ other: Int) -> WrittenWord? { words.indices.contains(other) ? words[other] : nil }
        before = words[place].gap.contains { ".!?\n".contains($0) } ? nil : at(place - 1)
        let end = place + length
        after = at(end).flatMap { $0.gap.contains { ".!?\n".contains($0) } ? nil : $0 }
        second = after == nil ? nil : at(end + 1)
    }

    // MARK: Name or word

    /// Whether a name is meant, and not the word that is spelt like it.
    var isName: Bool {
        guard let kind = SentenceWords.names[word.key] else { return true }
        if word.isPossessive { return word.isCapital || kind == .auxiliary }
        guard word.isCapital else { return false }
        if kind == .month || word.key == "may", isMonth { return false }
        if kind == .season, isSeason { return false }
        // In a note in capitals they say nothing, wherever the word stands.
        let isPlain = word.startsSentence || (word.isAllCapitals && (after?.isAllCapitals ?? true))
        guard isPlain else { return true }
        guard let after, after.gap.isEmpty || after.gap == "-" else { return true }
        if word.key == "rose", ["to", "from", "by"].contains(after.key) {
            return second?.isNumber == false && second.map { isDegree($0) } == false
        }
        if SentenceWords.noNameBefore[word.key]?.contains(after.key) == true {
            return after.key == "to" && second?.key == "be"
        }
        switch kind {
        case .auxiliary: return SentenceWords.follows(name: after) && !after.isNumber
        case .verb: return SentenceWords.follows(name: after) && !isOfRegister(after)
        case .month, .season, .noun: return true
        }
    }

    /// `rose to above 90%`.
    private func isDegree(_ word: WrittenWord) -> Bool {
        ["above", "below", "over", "under", "nearly", "almost"].contains(word.key)
    }

    /// `Mark was entered late`: of the register, and no boy.
    private func isOfRegister(_ after: WrittenWord) -> Bool {
        guard word.key == "mark" else { return false }
        if SentenceWords.doneToMarks.contains(after.key) { return true }
        return ["is", "was", "has"].contains(after.key)
            && second.map { SentenceWords.doneToMarks.contains($0.key) || $0.key == "been" } == true
    }

    private var isMonth: Bool {
        if let after, after.isNumber || SentenceWords.afterMonths.contains(after.key) {
            return true
        }
        if let after, let second, ["to", "and", "or"].contains(after.key),
            SentenceWords.months.contains(second.key)
        {
            return true
        }
        guard let before else { return false }
        if before.isNumber || SentenceWords.beforeMonths.contains(before.key) { return true }
        let earlier = place >= 2 ? words[place - 2].key : ""
        switch before.key {
        case "of": return ["end", "start", "beginning", "middle", "rest", "week"].contains(earlier)
        case "by", "from", "to", "and", "or":
            return SentenceWords.months.contains(earlier) || words[max(0, place - 2)].isNumber
                || (before.key == "by" && !SentenceWords.doneBySomebody.contains(earlier))
        default: return false
        }
    }

    private var isSeason: Bool {
        if let after, SentenceWords.afterSeasons.contains(after.key) || after.isNumber {
            return true
        }
        return before.map { SentenceWords.beforeSeasons.contains($0.key) } ?? false
    }

    // MARK: Places and adults

    /// `Grace Road`, `Rose class`, `St Mark's`.
    var isPlace: Bool {
        if before?.key == "st" || before?.key == "saint" { return true }
        guard let after, after.gap.isEmpty, !word.isPossessive else { return false }
        return SentenceWords.groups.contains(after.key)
            || (after.isCapital && SentenceWords.places.contains(after.key))
    }

    /// Whether the sentence shows that an adult of this name is meant.
    func isAdult(_ adults: KnownAdults) -> Bool {
        let isKnown = adults.names.contains(word.key)
        if let after, after.gap == "(", SentenceWords.roles.contains(after.key) { return true }
        if isKnown, let after, after.gap == "," || after.key == "the" || after.key == "our" {
            let apposition = [after, second].compactMap { $0?.key }
            if apposition.contains(where: SentenceWords.roles.contains) { return true }
        }
        guard let before, word.gap.isEmpty || word.gap == "," else { return false }
        if SentenceWords.titles.contains(before.key) {
            // Children say `Miss` and `Sir` without a name, and go on about another child.
            return isKnown || !["miss", "sir"].contains(before.key)
        }
        if SentenceWords.kin.contains(before.key) { return true }
        guard isKnown else { return false }
        if SentenceWords.roles.contains(before.key) || SentenceWords.reached.contains(before.key) {
            return true
        }
        let earlier = place >= 2 ? words[place - 2].key : ""
        return ["to", "with", "from", "for"].contains(before.key)
            && SentenceWords.spoken.contains(earlier)
    }
}

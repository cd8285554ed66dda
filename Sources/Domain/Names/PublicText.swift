/// Holds what was typed against every child of the school, before it goes to people who may know none:
/// names, names in daily use, surnames alone, initials of children known to a social worker, UPNs and
/// dates of birth.
///
/// It would rather stop one text too many: a surname that is a word as well (`Field`) stops a sentence
/// that begins with it, and whoever typed it says it otherwise.
public struct PublicText: Sendable {
    private let index: NameIndex
    private let adults: KnownAdults
    private let births: Set<Day>
    /// `b.a.`, of children known to a social worker.
    private let letters: [String]

    /// - Parameters:
    ///   - roster: everyone on roll, and whoever else is on record.
    ///   - known: the children known to a social worker.
    public init(_ roster: [Pupil], known: [Pupil], _ school: SchoolFacts) {
        index = NameIndex(roster)
        adults = KnownAdults(school)
        births = Set(roster.map(\.born))
        letters = Set(
            known.flatMap { pupil in
                [pupil.surname, pupil.preferredSurname ?? ""].compactMap {
                    PublicText.initials(pupil.firstName, $0)
                }
            }
        ).sorted()
    }

    /// The first word of a text by which a child could be told; `nil` where there is none.
    public func hit(in text: String) -> String? {
        if let mark = OtherNames.marks(in: text, index, adults).first {
            return String(Array(text)[mark.range])
        }
        return surname(in: text) ?? birth(in: text) ?? twoLetters(in: text)
    }

    // MARK: Surnames

    private func surname(in text: String) -> String? {
        let words = WrittenWord.all(in: text)
        let characters = Array(text)
        var place = 0
        while place < words.count {
            // `Mrs Marsh`, `A Khan`: an adult of the school, whoever else bears the name.
            let adult = adults.count(at: place, in: words)
            if adult > 0 {
                place += adult
                continue
            }
            if let length = surnameLength(at: place, in: words) {
                let end = words[place + length - 1].range.upperBound
                return String(characters[words[place].range.lowerBound..<end])
            }
            place += 1
        }
        return nil
    }

    private func surnameLength(at place: Int, in words: [WrittenWord]) -> Int? {
        guard words[place].isCapital else { return nil }
        for pupil in index.bySurname[words[place].key] ?? [] {
            for surname in index.pupils[pupil].surnames {
                let end = place + surname.count
                guard end <= words.count,
                    surname.indices.allSatisfy({ words[place + $0].key == surname[$0] })
                else { continue }
                let sentence = Sentence(words, place, length: surname.count)
                if !sentence.isPlace, !sentence.isAdult(adults) { return surname.count }
            }
        }
        return nil
    }

    // MARK: Dates of birth

    private func birth(in text: String) -> String? {
        let parts = text.split { !$0.isLetter && !$0.isNumber }.map { String($0).lowercased() }
        for place in parts.indices where place + 2 < parts.count {
            let three = Array(parts[place...(place + 2)])
            if PublicText.days(three).contains(where: births.contains) {
                return three.joined(separator: " ")
            }
        }
        return nil
    }

    /// The days that three words can mean: `3 5 2020`, `03 05 20`, `2020 05 03`, `3rd May 2020`,
    /// `May 3 2020`.
    private static func days(_ words: [String]) -> [Day] {
        let first = words[0]
        let (middle, last) = (words[1], words[2])
        let found = [
            day(first, month(middle), last),
            Int(first) == nil ? day(middle, month(first), last) : nil,
            first.utf8.count == 4 ? day(last, month(middle), first) : nil,
        ]
        return found.compactMap { $0 }
    }

    private static func day(_ date: String, _ month: Int?, _ year: String) -> Day? {
        let digits = date.prefix { $0.isNumber }
        let rest = date.dropFirst(digits.count)
        guard let month, let number = Int(digits), let written = Int(year),
            rest.isEmpty || ["st", "nd", "rd", "th"].contains(String(rest)),
            year.utf8.count == 4 || year.utf8.count == 2
        else { return nil }
        return Day(year: written < 100 ? 2000 + written : written, month: month, day: number)
    }

    private static func month(_ word: String) -> Int? {
        if let number = Int(word) { return (1...12).contains(number) ? number : nil }
        guard word.count >= 3 else { return nil }
        return PolicyNumber.months.firstIndex { $0.lowercased().hasPrefix(word) }.map { $0 + 1 }
    }

    // MARK: Initials

    private static func initials(_ first: String, _ last: String) -> String? {
        guard let one = first.folded.first, let other = last.folded.first else { return nil }
        return "\(one).\(other)."
    }

    /// `B.A.` and `B. A.`; without points two capitals are a word like any other.
    private func twoLetters(in text: String) -> String? {
        let plain = text.folded.filter { !$0.isWhitespace }
        return letters.first { written in
            guard let range = plain.firstRange(of: written) else { return false }
            guard range.lowerBound > plain.startIndex else { return true }
            return !plain[plain.index(before: range.lowerBound)].isLetter
        }
    }
}

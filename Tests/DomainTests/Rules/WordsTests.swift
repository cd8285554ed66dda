import Domain
import Exchange
import Support
import Testing

/// The three texts of every duty that the worked and the random schools give, measured.
@Suite("Three texts of one reason")
struct WordsTests {
    private typealias Example = WordsDocument.Example

    /// One example of each rule and state, under both policies; the worked schools go first, whose
    /// days around their own show more states.
    private static let found = Result { try examples() }

    private static func examples() throws -> [(pack: PolicyPack, examples: [Example])] {
        var found: [(pack: PolicyPack, examples: [Example])] = []
        for pack in [County.pack, try PackLoader.load("northmarsh")] {
            var examples: [Example] = []
            var taken: Set<String> = []
            for (name, offsets) in schools {
                let sample = try Sample(name)
                let facts = try sample.facts()
                for offset in offsets {
                    let day = sample.today + offset
                    for duty in allDuties(facts, on: day, under: pack) {
                        let example = Example(duty, on: day)
                        if taken.insert(example.sort).inserted { examples.append(example) }
                    }
                }
            }
            found.append((pack, examples))
        }
        return found
    }

    private static let schools: [(name: String, offsets: [Int])] =
        Examples.whole.map { ($0, [0, 20, 75]) } + Sample.names.map { ($0, [0]) }

    // MARK: The document

    @Test("docs/words.md is what the rules say")
    func written() throws {
        let text = WordsDocument.markdown(of: try Self.found.get())
        #expect(try Recorded.kept(at: "docs/words.md", as: text) == text)
    }

    @Test("It shows every rule of both policies once")
    func whole() throws {
        let packs = try Self.found.get()
        let lines = WordsDocument.markdown(of: packs).split(separator: "\n")
        for rule in packs.flatMap(\.pack.rules) {
            #expect(lines.count { $0 == "`\(rule.id.rawValue)`" } == 1, "\(rule.id.rawValue)")
        }
    }

    // MARK: Every text

    @Test(
        "A line takes at most 36 columns, has no stop, and begins with a capital or a number",
        arguments: Sample.names + Examples.whole)
    func lines(_ name: String) throws {
        try check(name) { duty, day in
            let line = duty.line(on: day)
            let isBegun = line.first.map { $0.isUppercase || $0.isNumber || $0 == "£" } ?? false
            return [
                line.columnsOnScreen <= 36 ? nil : "takes \(line.columnsOnScreen) columns",
                line.hasSuffix(".") ? "has a stop" : nil, isBegun ? nil : "begins small",
                Self.slip(line),
            ].compactMap { $0 }.map { "\(line): \($0)" }
        }
    }

    @Test(
        "A reason is one sentence of at most 110 characters",
        arguments: Sample.names + Examples.whole)
    func sentences(_ name: String) throws {
        try check(name) { duty, day in
            let sentence = duty.sentence(on: day)
            return [
                sentence.count <= 110 ? nil : "has \(sentence.count) characters",
                sentence.hasSuffix(".") ? nil : "has no stop",
                sentence.first?.isLowercase == false ? nil : "begins small",
                Self.starts.first { sentence.hasPrefix($0) }.map { "begins with \($0)" },
                Self.slip(sentence),
            ].compactMap { $0 }.map { "\(sentence): \($0)" }
        }
    }

    @Test("What is next begins with a verb and takes at most 32 columns")
    func next() throws {
        for (pack, examples) in try Self.found.get() {
            let words =
                pack.rules.map(\.next.words) + examples.compactMap { $0.duty.next?.words }
            for next in Set(words).sorted() {
                let verb = next.prefix { $0 != " " }
                #expect(next.columnsOnScreen <= 32, "\(next)")
                #expect(Self.verbs.contains(String(verb)), "\(next)")
                #expect(Self.slip(next) == nil, "\(next)")
            }
        }
    }

    @Test("A title is short and plain")
    func titles() throws {
        for (pack, _) in try Self.found.get() {
            for rule in pack.rules {
                #expect(rule.title.columnsOnScreen <= 44, "\(rule.title)")
                #expect(Self.slip(rule.title) == nil, "\(rule.title)")
            }
        }
    }

    /// Asks every duty of a school, under both policies, what is wrong with a text of it.
    private func check(_ name: String, _ faults: (Duty, Day) -> [String]) throws {
        let sample = try Sample(name)
        let facts = try sample.facts()
        for pack in [County.pack, try PackLoader.load("northmarsh")] {
            for duty in allDuties(facts, on: sample.today, under: pack) {
                for fault in faults(duty, sample.today) {
                    Issue.record("\(duty.rule.rawValue) \(duty.state.rawValue): \(fault)")
                }
            }
        }
    }

    // MARK: What no text says

    private static let starts = ["Without", "On record:"]
    private static let phrases = [
        "so far", "one is due", "The last:", "the report's way", "a word from", ".csv", "file name",
        "record kind",
    ]
    private static let words: Set<String> = [
        "table", "pack", "row", "rows", "journal", "rule", "rules", "errand", "evidence",
    ]

    /// What a text says that it must not; what people typed stands in quotes and is theirs.
    private static func slip(_ text: String) -> String? {
        if text.contains("“") || text.hasPrefix("Agreed: ") || text.hasPrefix("Done ") {
            return nil
        }
        let words = text.lowercased().split { !$0.isLetter }.map(String.init)
        return phrases.first { text.contains($0) } ?? words.first { Self.words.contains($0) }
    }

    private static let verbs: Set<String> = [
        "Add", "Advise", "Answer", "Arrange", "Ask", "Brief", "Check", "Commit", "Correct", "Date",
        "Decide", "Do", "Enter", "Find", "Finish", "Get", "Give", "Have", "Hold", "Import",
        "Invite", "Judge", "Link", "Look", "Name", "Plan", "Present", "Raise", "Record", "Report",
        "Review", "Ring", "See", "Send", "Set", "Sign", "Talk", "Tell", "Train", "Write",
    ]
}

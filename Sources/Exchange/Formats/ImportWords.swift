import Domain

/// What the cells of a school's file say, read from Resources/formats/words.toml.
struct ImportWords: Sendable {
    private let totals: [[String]]
    private let yes: Set<String>
    private let no: Set<String>
    private let leavers: Set<String>
    private let am: Set<String>
    private let pm: Set<String>
    private let sen: [String: String]
    private let years: [String: String]
    private let yearWords: Set<String>
    private let current: Set<String>
    private let relationships: [String: String]
    private let suspensions: [String: String]

    struct File: Decodable {
        let totals, yes, no, leavers, current, am, pm: [String]
        let yearWords: [String]
        let sen, years, relationships, suspensions: [String: [String]]

        enum CodingKeys: String, CodingKey {
            case totals, yes, no, leavers, current, am, pm, sen, years, relationships, suspensions
            case yearWords = "year-words"
        }
    }

    init(_ file: File) {
        totals = file.totals.map(ImportWords.words)
        yes = Set(file.yes.map(folded))
        no = Set(file.no.map(folded))
        leavers = Set(file.leavers.map(folded))
        am = Set(file.am.map(folded))
        pm = Set(file.pm.map(folded))
        sen = ImportWords.inverted(file.sen)
        years = ImportWords.inverted(file.years)
        yearWords = Set(file.yearWords.map(folded)).union([""])
        current = Set(file.current.map(folded))
        relationships = ImportWords.inverted(file.relationships)
        suspensions = ImportWords.inverted(file.suspensions)
    }

    /// The role in professionals.csv that a relationship names (`Step Mother` → `parent`); `nil` for
    /// those that are no word of the list: grandparents, neighbours.
    func relationship(_ cell: String) -> String? {
        relationships[folded(cell)]
            ?? cell.split { "/,&(".contains($0) }.first.flatMap { relationships[folded($0)] }
    }

    /// The kind of suspensions.csv that a word names.
    func suspension(_ cell: String) -> String? {
        suspensions[folded(cell)]
            ?? cell.split { "-–(:".contains($0) }.lazy
            .compactMap { suspensions[folded($0)] }.first
    }

    /// Whether a cell begins like a line of totals or a footer.
    func isTotal(_ cell: String) -> Bool {
        let words = ImportWords.words(cell)
        return totals.contains { words.starts(with: $0) }
    }

    /// `yes` or `no`, `nil` where the words are neither.
    func yesNo(_ cell: String) -> String? {
        let word = folded(cell)
        if yes.contains(word) { return "yes" }
        return no.contains(word) ? "no" : nil
    }

    /// Whether a looked-after column says that the child is not.
    func isNo(_ cell: String) -> Bool { no.contains(folded(cell)) || folded(cell).isEmpty }

    /// Whether a status of enrolment says that the child has left: `Leaver`, `Leaver (17/07/2026)`;
    /// `nil` where it says neither that nor the opposite. What is in brackets, or a date behind it,
    /// adds nothing.
    ///
    /// - Parameter asksIfOnRoll: the column asks a question: `No` then means that the child has left.
    func isLeaver(_ cell: String, asksIfOnRoll: Bool) -> Bool? {
        if asksIfOnRoll, let answer = yesNo(cell) { return answer == "no" }
        let word = folded(cell.prefix { $0 != "(" && !$0.isNumber })
        if leavers.contains(word) { return true }
        return current.contains(word) ? false : nil
    }

    func session(_ cell: String) -> RegisterSession? {
        let word = folded(cell)
        if am.contains(word) { return .am }
        return pm.contains(word) ? .pm : nil
    }

    /// `N`, `K` or `E` from a code, from words, or from both (`K - SEN Support`).
    func sen(_ cell: String) -> String? {
        if let code = sen[folded(cell)] { return code }
        let parts = cell.split { "-–(:".contains($0) }.map(folded).filter { !$0.isEmpty }
        return parts.count > 1 ? parts.first.flatMap { sen[$0] } : nil
    }

    /// `N1` … `13`; a plain `Nursery` is the year that the date of birth tells.
    func yearGroup(_ cell: String, born: Day?, today: Day) -> String? {
        let word = folded(cell)
        if let year = years[word] {
            guard year == "nursery" else { return year }
            guard let born else { return nil }
            return born.addingYears(3) < AcademicYear(of: today).first ? "N2" : "N1"
        }
        let text = trimmed(cell)
        let number = text.drop { !$0.isNumber }
        let before = text.prefix(text.count - number.count)
        guard yearWords.contains(folded(before)),
            before.allSatisfy({ $0.isLetter || " .:".contains($0) })
        else { return nil }
        // Spreadsheets make 1.0 of 1. Digits apart are two years, as of a mixed class.
        guard let year = Double(number), (1...13).contains(year), year == year.rounded() else {
            return nil
        }
        return String(Int(year))
    }

    private static func words(_ text: String) -> [String] {
        text.split { !$0.isLetter }.map(folded)
    }

    private static func inverted(_ words: [String: [String]]) -> [String: String] {
        var codes: [String: String] = [:]
        for (code, names) in words {
            for name in names { codes[folded(name)] = code }
        }
        return codes
    }
}

/// One of the two halves of a school day.
enum RegisterSession: Hashable, Sendable {
    case am, pm

    /// `AM` or `PM`.
    var words: String {
        switch self {
        case .am: "AM"
        case .pm: "PM"
        }
    }
}

extension String {
    /// The columns that it takes on a screen: a wide letter takes two.
    public var columnsOnScreen: Int { reduce(0) { $0 + $1.columnsOnScreen } }

    /// The text, cut with `…` where it takes more columns.
    func cut(to columns: Int) -> String {
        if columnsOnScreen <= columns { return self }
        var (kept, used) = ("", 1)
        for character in self {
            used += character.columnsOnScreen
            if used > columns { break }
            kept.append(character)
        }
        return kept.trimmed + "…"
    }

    /// The first of several texts, the fullest first, that fits; the last, cut, where none does.
    static func fitting(_ columns: Int, _ texts: [String]) -> String {
        texts.first { $0.columnsOnScreen <= columns } ?? texts.last?.cut(to: columns) ?? ""
    }

    /// The first letter small, but for one that begins initials: `core group`, `LAC review`.
    var uncapitalised: String {
        let isOfInitials = dropFirst().first.map { $0.isUppercase || $0.isNumber } ?? false
        return isOfInitials ? self : prefix(1).lowercased() + dropFirst()
    }

    /// `A Purcell` of `Austin Purcell`; one name, or one with a title, as it stands.
    var initialled: String {
        let names = split(whereSeparator: \.isWhitespace)
        guard names.count > 1, let first = names[0].first,
            !String.titles.contains(names[0].filter { $0 != "." }.lowercased())
        else { return self }
        return "\(first) " + names.dropFirst().joined(separator: " ")
    }

    private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof"]
}

extension Character {
    /// 2 for letters of the East and pictures, 1 for all others.
    fileprivate var columnsOnScreen: Int {
        guard let scalar = unicodeScalars.first else { return 0 }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
            0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }
}

extension Day {
    /// `18 Jan`, with the year where it lies outside an academic year.
    public func brief(in year: AcademicYear) -> String {
        year.contains(self) ? dayAndMonth : dayMonthYear
    }

    /// `Sun 18 Jan`, with the year where it lies outside an academic year.
    public func written(in year: AcademicYear) -> String { year.contains(self) ? short : long }
}

extension Pence {
    /// `1,250`; pence only where there are any.
    var round: String { value % 100 == 0 ? String(grouped.dropLast(3)) : grouped }
}

extension String {
    /// A policy of the school by the name that its row has: `child protection policy`.
    var policyWords: String {
        switch self {
        case "cksw": "this policy"
        case "inclusion-send": "inclusion and SEND policy"
        case "pupil-premium-strategy": "pupil premium strategy"
        default: "\(replacing("-", with: " ")) policy"
        }
    }

    /// The same as it begins a sentence: `The child protection policy`.
    var policySubject: String {
        self == "cksw" ? "This policy" : "The \(policyWords.shortened(to: 40))"
    }
}

import Domain

/// What a row says of who it is about.
struct PupilIdentity: Sendable {
    var admission: String?
    /// Canonical, of the right form.
    var upn: String?
    var forenames: [String] = []
    var surnames: [String] = []
    /// One cell with the whole name: `Ellwood, Mia` or `Mia Ellwood`.
    var fullName: String?
    var born: Day?
    var classGroup: String?

    /// Every way in which the row writes the full name, folded, forename first.
    var nameKeys: Set<String> {
        var keys: Set<String> = []
        for forename in forenames {
            for surname in surnames { keys.insert(folded(forename + surname)) }
        }
        if let fullName { keys.formUnion(PupilIdentity.keys(of: fullName)) }
        return keys
    }

    /// Nothing by which a child could be found.
    var isEmpty: Bool {
        admission == nil && upn == nil && (born == nil || nameKeys.isEmpty)
    }

    /// For lists: the name, else the number, no longer than a line can bear.
    var words: String { VisibleText.of(wholeWords) }

    /// `Ava Smith, 2A`, as the file has them.
    var nameAndClass: String {
        let name = fullName ?? wholeWords
        return VisibleText.of(classGroup.map { "\(name), \($0)" } ?? name)
    }

    private var wholeWords: String {
        if let forename = forenames.first, let surname = surnames.first {
            return "\(forename) \(surname)"
        }
        return fullName ?? surnames.first ?? admission ?? upn ?? "a row without a name"
    }

    /// Forename and surname of `Ellwood, Mia`.
    static func split(_ fullName: String) -> (forename: String, surname: String)? {
        let parts = fullName.split(separator: ",", omittingEmptySubsequences: false).map(trimmed)
        guard parts.count == 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        return (parts[1], parts[0])
    }

    /// Without a comma it is not known where the surname begins, or which comes first.
    private static func keys(of fullName: String) -> [String] {
        if let (forename, surname) = split(fullName) { return [folded(forename + surname)] }
        let words = fullName.split(whereSeparator: \.isWhitespace)
        guard words.count > 1 else { return [] }
        return words.indices.map { first in
            folded((words[first...] + words[..<first]).joined())
        }
    }
}

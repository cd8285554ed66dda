/// Why a policy pack was refused: which file, which key, which line, and what is wrong there.
public struct PackFault: Error, Hashable, Sendable {
    public enum Problem: Hashable, Sendable {
        case unreadable(String)
        /// The file is no TOML, in the parser's words.
        case syntax(String)
        case missing
        case unknownKey
        /// What it should have been: `a whole number`.
        case wrongType(String)
        case outOfRange(Int, ClosedRange<Int>)
        case emptyRange
        /// A text takes more columns than there are where it stands.
        case tooWide(Int, most: Int)
        /// The number's unit and range belong to the pack that names it first.
        case setBelow(String)
        case badRow(String)
        case unknownClause(String)
        /// Evidence of this kind cannot show a rule of this shape.
        case wrongEvidence
        /// No rule shows the clause.
        case notShown(String)
        /// The rule is written in code: only its law and numbers are the pack's.
        case builtIn
        /// The key stands in no profile of an authority.
        case notOfProfile
        /// A list names it a second time.
        case twice(String)
        /// A part of a profile has nothing of what it is for: none of these keys.
        case saysNothing([String])
        /// The file that a pack names under `profiles` is no profile.
        case noProfile(String)
    }

    public let file: String
    /// The key's path, `pep.per-year.value`; for a table, the column; empty for the whole file.
    public let key: String
    /// The line of the key, or of the table that lacks it; `nil` where the file has neither.
    public let line: Int?
    public let problem: Problem

    /// `hertfordshire.toml:12: pep.per-year.value: is 400, and must be from 1 to 3`.
    public var words: String {
        let place = line.map { "\(file):\($0)" } ?? file
        return [place, key, problem.words].filter { !$0.isEmpty }.joined(separator: ": ")
    }
}

extension PackFault.Problem {
    var words: String {
        switch self {
        case .unreadable(let words): words
        case .syntax(let words): "is no TOML: \(words)"
        case .missing: "is missing"
        case .unknownKey: "is no key of a policy pack"
        case .wrongType(let expected): "is not \(expected)"
        case .outOfRange(let value, let range):
            "is \(value), and must be from \(range.lowerBound) to \(range.upperBound)"
        case .emptyRange: "is below min"
        case .tooWide(let columns, let most): "takes \(columns) columns, and must fit \(most)"
        case .setBelow(let file): "is set by \(file)"
        case .badRow(let words): words
        case .unknownClause(let id): "names \(id), which is no clause of this policy"
        case .wrongEvidence: "has evidence that does not fit its shape"
        case .notShown(let id): "no rule shows \(id); name it in the clauses of one"
        case .builtIn: "is a rule that is built in; a pack changes its numbers and its law"
        case .notOfProfile: "is no key of an authority's profile"
        case .twice(let text): "names \(text) twice"
        case .saysNothing(let keys): "says nothing: it has no \(keys.joined(separator: ", no "))"
        case .noProfile(let file):
            "names \(file), which is no profile: it has no authority-profile = true"
        }
    }
}

/// Why a record of a CSV file could not be read.
public struct CSVFault: Error, Hashable, Sendable {
    public enum Problem: Hashable, Sendable {
        case unterminatedQuote
        case textAfterClosingQuote
        case quoteInsideField
        case nul
        case invalidUTF8
        /// The file could not be read on, in words that say why.
        case unreadable(String)
    }

    /// The physical line, from 1, on which the record begins.
    public let line: Int
    public let problem: Problem

    public init(line: Int, problem: Problem) {
        self.line = line
        self.problem = problem
    }

    /// What is wrong, in words for the person who made the file.
    public var words: String {
        switch problem {
        case .unterminatedQuote: "a quotation mark is opened and never closed"
        case .textAfterClosingQuote: "text stands after a closing quotation mark"
        case .quoteInsideField:
            "a quotation mark stands inside a field that does not begin with one"
        case .nul: "holds a NUL character"
        case .invalidUTF8: "is not UTF-8"
        case .unreadable(let words): words
        }
    }
}

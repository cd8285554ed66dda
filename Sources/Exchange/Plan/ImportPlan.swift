import Domain

/// What an import would do, before anything is written: every row of the file is counted as
/// accepted or listed with the reason why it is not.
public struct ImportPlan: Sendable {
    public enum Kind: String, Sendable {
        case roster, attendance, ctf

        /// The action that the journal names.
        public var action: String { "import-\(rawValue)" }
    }

    public let kind: Kind
    public let fileName: String
    /// What the file was taken for: `a SIMS roster (UTF-8, commas), headings on line 3`.
    public let takenFor: String
    /// Rows below the headings that are not blank; pupils of a common transfer file.
    public let rows: Int
    public let new: Int
    public let changed: Int
    public let same: Int
    /// Rows that were understood and are not wanted, in the order of the file.
    public let leftOut: [ImportNote]
    /// Everything that makes a row bad data, in the order of the file; a row may have several.
    public let refused: [ImportFault]
    public let refusedRows: Int
    /// Nothing of the file is imported.
    public let isRefused: Bool
    /// What the person should know of rows that were accepted.
    public let notices: [ImportNote]
    /// Children whom the file marks as looked after: for someone to confirm with a date.
    public let lookedAfter: [LookedAfterWords]
    /// Children on roll who are not in the file; they stay as they are.
    public let missing: [Pupil]
    /// Years of marks of which no term is on record.
    public let yearsWithoutTerms: [AcademicYear]
    /// Who is new and what changes, line by line: `changed: Mia Ellwood (1201): year_group 3, was 2`.
    public let listing: [String]
    /// The change to apply; `nil` where the file is refused or changes nothing.
    public let command: Command?

    public var accepted: Int { new + changed + same }
}

/// A child whom a file marks as looked after, in the file's own words.
public struct LookedAfterWords: Hashable, Sendable {
    public let line: Int
    public let pupil: PupilRef
    public let name: String
    /// `In Care Status: Interim care order`.
    public let words: String
}

/// Something said about a line of a file.
public struct ImportNote: Hashable, Sendable {
    /// The physical line, from 1; `nil` for the file as a whole.
    public let line: Int?
    public let text: String
}

/// Why a row, or the whole file, is bad data.
public struct ImportFault: Error, Hashable, Sendable {
    /// The physical line, from 1, on which the row begins; `nil` for the file as a whole.
    public let line: Int?
    /// The heading as the file has it; `nil` where it is the row as a whole.
    public let column: String?
    /// What is wrong, as the end of a sentence that begins with the column.
    public let problem: String
    public let found: String

    init(line: Int?, column: String? = nil, _ problem: String, found: String = "") {
        self.line = line
        self.column = column
        self.problem = problem
        self.found = found
    }
}

/// What the import of a school's own file would do, before it does: the pages and the
/// command line show it, and know no file.
public struct ImportPreview: Sendable {
    /// A line of the file and what is said of it.
    public struct Line: Hashable, Sendable {
        /// The physical line, from 1; `nil` for what is said of the file as a whole.
        public let number: Int?
        public let words: String

        public init(number: Int?, words: String) {
            self.number = number
            self.words = words
        }
    }

    /// A column of the file, and what it was taken for.
    public struct Column: Hashable, Sendable {
        /// As the file has it.
        public let heading: String
        /// The field's name; `nil` where nothing reads the column.
        public let field: String?
        /// What it was taken for in words: `the date of admission`, `not read`.
        public let words: String
        /// Up to three of its cells, made visible.
        public let samples: [String]

        public init(heading: String, field: String?, words: String, samples: [String]) {
            self.heading = heading
            self.field = field
            self.words = words
            self.samples = samples
        }
    }

    /// What a column may be; a name of `nil` stands for one that is not to be read.
    public struct Choice: Hashable, Sendable {
        public let name: String?
        public let words: String

        public init(name: String?, words: String) {
            self.name = name
            self.words = words
        }
    }

    /// A child whom the file marks as looked after, in the file's own words.
    public struct Marked: Hashable, Sendable {
        public let line: Int
        public let pupil: PupilRef
        public let name: String
        /// `In Care Status: Interim care order`.
        public let words: String

        public init(line: Int, pupil: PupilRef, name: String, words: String) {
            self.line = line
            self.pupil = pupil
            self.name = name
            self.words = words
        }
    }

    public let fileName: String
    /// What it was taken for: `a SIMS roster`.
    public let takenFor: String
    public let counts: ImportCounts
    /// Rows that were left out; several may share a line.
    public let leftOut: [Line]
    /// Rows that cannot be taken, with the reason and the cure.
    public let refused: [Line]
    public let notices: [Line]
    public let lookedAfter: [Marked]
    /// Children on roll who are not in the file; they stay.
    public let missing: [String]
    public let yearsWithoutTerms: [AcademicYear]
    /// The kind of file that it was taken for; `nil` for a bundle.
    public var kind: ImportKind?
    /// The columns of the file; none of a bundle or a common transfer file.
    public var columns: [Column] = []
    /// What a column of this kind of file may be.
    public var fields: [Choice] = []
    /// Children who were taken by name and class: to be looked at before the file is taken in.
    public var pairs: [Line] = []
    /// The file tells children by name and class alone, which a person may confirm.
    public var needsNames = false
    /// Most columns are not read: what to ask before the file is taken in; `nil` where it is plain.
    public var question: String?
    /// The headings that the question is about.
    public var unread: [String] = []
    /// The change to make; `nil` where the file is refused or changes nothing.
    public let command: Command?

    public init(
        fileName: String, takenFor: String, counts: ImportCounts, leftOut: [Line] = [],
        refused: [Line] = [], notices: [Line] = [],
        lookedAfter: [Marked] = [], missing: [String] = [],
        yearsWithoutTerms: [AcademicYear] = [], command: Command?
    ) {
        self.fileName = fileName
        self.takenFor = takenFor
        self.counts = counts
        self.leftOut = leftOut
        self.refused = refused
        self.notices = notices
        self.lookedAfter = lookedAfter
        self.missing = missing
        self.yearsWithoutTerms = yearsWithoutTerms
        self.command = command
    }

    /// Nothing of the file is taken.
    public var isRefused: Bool { command == nil && !refused.isEmpty }
}

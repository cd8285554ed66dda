import Domain

/// What an import would do, before anything is written: every row of the file is counted as
/// accepted or listed with the reason why it is not.
public struct ImportPlan: Sendable {
    public let kind: ImportKind
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
    public let lookedAfter: [ImportPreview.Marked]
    /// Children on roll, or members of staff, who are not in the file; they stay as they are.
    public let missing: [MissingPerson]
    /// Years of marks of which no term is on record.
    public let yearsWithoutTerms: [AcademicYear]
    /// Who is new and what changes, line by line: `changed: Mia Ellwood (1201): year_group 3, was 2`.
    public let listing: [String]
    /// The columns of the file and what each was taken for; none of a common transfer file.
    public let columns: [ImportPreview.Column]
    /// Headings that nothing reads and that nobody has put aside.
    public let unread: [String]
    /// Children found by name and class alone: each pair is for a person to confirm.
    public let pairs: [NamePair]
    /// The change to apply; `nil` where the file is refused or changes nothing.
    public let command: Command?

    public var accepted: Int { new + changed + same }

    public var counts: ImportCounts {
        ImportCounts(
            rows: rows, new: new, changed: changed, same: same, leftOut: leftOut.count,
            refused: refusedRows)
    }

    /// Whether most columns are not read: then it is not plain what the file is, and somebody has to
    /// say so before it is taken in.
    public var asksAboutColumns: Bool { unread.count > 2 && unread.count * 2 > columns.count }

    /// Whether the file could be taken by names and classes, once a person has looked at them.
    public var needsNames: Bool {
        refused.contains { $0.cause == ImportFault.needsNamesConfirmed }
    }
}

/// A row that tells a name and a class, with the one child on roll whom they fit.
public struct NamePair: Hashable, Sendable {
    public let line: Int
    /// `Smith, Ava in 2A`.
    public let words: String
    public let pupil: PupilRef
    /// `Ava Smith (1001)`.
    public let name: String
}

/// Somebody on record who is not in the file.
public struct MissingPerson: Hashable, Sendable {
    public let ref: String
    /// `Mia Ellwood`.
    public let name: String
}

/// Something said about a line of a file.
public struct ImportNote: Hashable, Sendable {
    /// The physical line, from 1; `nil` for the file as a whole.
    public let line: Int?
    public let text: String
    /// What it shares with others of its kind, which are told together; `nil`: it stands alone.
    let cause: Cause?

    init(line: Int?, text: String, cause: Cause? = nil) {
        self.line = line
        self.text = text
        self.cause = cause
    }

    /// What notes of one kind have in common, and what tells this one apart.
    struct Cause: Hashable, Sendable {
        let words: String
        let sample: String

        init(_ words: String, _ sample: String) {
            self.words = words
            self.sample = sample
        }
    }
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
    /// What is wrong without what is this row's alone; `nil` where that is the problem itself.
    let cause: String?

    init(
        line: Int?, column: String? = nil, _ problem: String, found: String = "",
        cause: String? = nil
    ) {
        self.line = line
        self.column = column
        self.problem = problem
        self.found = found
        self.cause = cause
    }
}

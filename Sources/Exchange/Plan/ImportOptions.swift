import Domain

/// What the person who imports may settle.
public struct ImportOptions: Sendable {
    /// The system that wrote the file; `nil`: the headings decide.
    public var format: SchoolSystem?
    /// The sheet of a workbook that is meant; `nil`: the first visible one with headings.
    public var sheet: String?
    /// Take the good rows and list the others.
    public var acceptRest: Bool
    /// The date of admission of new pupils whose row has none.
    public var admitted: Day?
    /// What columns are, as a person said now or before.
    public var meanings: [HeadingMeaning]
    /// What every row holds of a field that the file does not have, by the field's name.
    public var settings: [String: String]
    /// Take children whose full name and class fit exactly one child on roll.
    public var confirmsNames: Bool
    /// Told how much of a long register has been read, from 0 to 1.
    public var progress: (@Sendable (Double) -> Void)?

    public init(
        format: SchoolSystem? = nil, sheet: String? = nil, acceptRest: Bool = false,
        admitted: Day? = nil, meanings: [HeadingMeaning] = [], settings: [String: String] = [:],
        confirmsNames: Bool = false
    ) {
        self.format = format
        self.sheet = sheet
        self.acceptRest = acceptRest
        self.admitted = admitted
        self.meanings = meanings
        self.settings = settings
        self.confirmsNames = confirmsNames
    }

    /// What a person said of these headings, by their place; `nil` inside: not to be read. What was
    /// said later counts.
    func told(_ headings: [String]) -> [Int: SchoolField?] {
        var told: [Int: SchoolField?] = [:]
        for (index, heading) in headings.enumerated() {
            let word = HeadingMeaning.word(heading)
            guard let meaning = meanings.last(where: { $0.word == word }) else { continue }
            told[index] = .some(meaning.field.flatMap(SchoolField.init))
        }
        return told
    }

    /// The headings of which somebody said what they are, as they are compared.
    var headingsTold: [String] { meanings.map { folded($0.heading) } }

    var constants: [SchoolField: String] {
        var constants: [SchoolField: String] = [:]
        for (name, value) in settings {
            if let field = SchoolField(rawValue: name) { constants[field] = value }
        }
        return constants
    }
}

/// What a person said that a heading stands for.
public struct HeadingMeaning: Hashable, Sendable {
    public let heading: String
    /// A field of the kind of file; `nil`: the column is not to be read.
    public let field: String?
    /// Said for this file, and not kept from an earlier one: its heading must be there.
    public let isForThisFile: Bool

    public init(heading: String, field: String?, isForThisFile: Bool = false) {
        self.heading = heading
        self.field = field
        self.isForThisFile = isForThisFile
    }

    /// How headings are compared: without case, blanks and punctuation.
    public var word: String { HeadingMeaning.word(heading) }

    public static func word(_ heading: String) -> String {
        let word = folded(cellText(heading))
        return word.isEmpty ? cellText(heading) : word
    }
}

/// The fields of a kind of file, for whoever names a column.
public struct ImportField: Hashable, Sendable {
    /// `admitted`.
    public let name: String
    /// `the date of admission`.
    public let words: String
    /// Headings that it answers to, some of them.
    public let headings: [String]

    /// The fields of a kind in the order of its description; none of a common transfer file.
    public static func of(_ kind: ImportKind) -> [ImportField] {
        let library = FormatLibrary.shared
        guard let format = library.kinds[kind] else { return [] }
        return format.fields.map { field in
            ImportField(
                name: field.rawValue, words: library.fields[field]?.words ?? "",
                headings: library.spelled(field, in: kind))
        }
    }

    /// The field of this name.
    public static func named(_ name: String, in kind: ImportKind) -> ImportField? {
        of(kind).first { $0.name == name }
    }
}

extension ImportKind {
    /// `list of staff`.
    public var words: String {
        FormatLibrary.shared.kinds[self]?.words ?? "common transfer file"
    }
}

import Domain
import Resources
import TOMLKit

/// The headings of one system, read from Resources/formats.
struct SystemFormat: Sendable {
    let system: SchoolSystem
    /// The system's name, for people.
    let name: String
    /// Words of the lines above the headings that only this system writes.
    let titles: [String]
    /// Headings, exactly but for case, that speak for this system.
    let markers: Set<String>
    /// Headings of each field, folded, the surest first.
    let headings: [SchoolField: [String]]
    /// The same as they are spelled, for people.
    let spelled: [SchoolField: [String]]

    /// How strongly headings and the lines above them speak for this system.
    func score(headings cells: [String], above: [CSVRecord]) -> Int {
        let found = cells.filter { markers.contains(trimmed($0).lowercased()) }.count
        let title = folded(above.flatMap(\.fields).joined(separator: " "))
        return found + (titles.contains { title.contains(folded($0)) } ? 10 : 0)
    }

    /// The system's own headings, then those that all share.
    func names(of field: SchoolField, beside generic: SystemFormat) -> [String] {
        (headings[field] ?? []) + (generic.headings[field] ?? [])
    }
}

/// All formats and words that travel in the binary.
struct FormatLibrary: Sendable {
    let formats: [SchoolSystem: SystemFormat]
    let words: ImportWords
    let kinds: [ImportKind: KindFormat]
    let fields: [SchoolField: FieldFormat]

    static let shared = FormatLibrary()

    private init() {
        var formats: [SchoolSystem: SystemFormat] = [:]
        for system in SchoolSystem.allCases {
            let file: FormatFile = FormatLibrary.read(system.rawValue)
            formats[system] = SystemFormat(
                system: system, name: file.name, titles: file.titles,
                markers: Set(file.markers.map { $0.lowercased() }),
                headings: FormatLibrary.fields(file.headings, of: system).mapValues {
                    $0.map(folded)
                }, spelled: FormatLibrary.fields(file.headings, of: system))
        }
        self.formats = formats
        words = ImportWords(FormatLibrary.read("words"))
        let kinds: KindsFile = FormatLibrary.read("kinds")
        self.kinds = FormatLibrary.kinds(kinds)
        fields = FormatLibrary.readings(kinds)
    }

    /// - Precondition: not a common transfer file, which has no columns.
    func kind(_ kind: ImportKind) -> KindFormat {
        guard let format = kinds[kind] else {
            preconditionFailure("every kind of table has a format: the initialiser read them all")
        }
        return format
    }

    func format(_ system: SchoolSystem) -> SystemFormat {
        guard let format = formats[system] else {
            preconditionFailure("every system has a format: the initialiser read them all")
        }
        return format
    }

    /// Headings that a field answers to, as they are spelled.
    func spelled(_ field: SchoolField, in kind: ImportKind) -> [String] {
        kinds[kind]?.spelled[field] ?? format(.generic).spelled[field] ?? []
    }

    /// The system that the headings speak for; a plain spreadsheet where none does.
    func recognise(headings: [String], above: [CSVRecord]) -> SystemFormat {
        var best = format(.generic)
        var most = 0
        for system in SchoolSystem.allCases {
            let format = format(system)
            let score = format.score(headings: headings, above: above)
            if score > most { (best, most) = (format, score) }
        }
        return best
    }

    private static func kinds(_ file: KindsFile) -> [ImportKind: KindFormat] {
        var kinds: [ImportKind: KindFormat] = [:]
        for (name, kind) in file.kinds {
            guard let known = ImportKind(rawValue: name), let format = KindFormat(known, kind)
            else {
                preconditionFailure("kinds.toml: \(name) is no kind, or names no field")
            }
            kinds[known] = format
        }
        return kinds
    }

    private static func readings(_ file: KindsFile) -> [SchoolField: FieldFormat] {
        var fields: [SchoolField: FieldFormat] = [:]
        for field in SchoolField.allCases {
            guard let reading = file.reads[field.rawValue].flatMap(CellReading.init),
                let words = file.words[field.rawValue]
            else { preconditionFailure("kinds.toml: \(field.rawValue) is read in no known way") }
            fields[field] = FieldFormat(reading: reading, words: words)
        }
        return fields
    }

    private static func fields(
        _ headings: [String: [String]], of system: SchoolSystem
    ) -> [SchoolField: [String]] {
        var fields: [SchoolField: [String]] = [:]
        for (key, names) in headings {
            guard let field = SchoolField(rawValue: key) else {
                preconditionFailure("\(system.rawValue).toml: \(key) is no field")
            }
            fields[field] = names
        }
        return fields
    }

    /// The files are part of the binary and read by every test: a fault in one is ours.
    private static func read<File: Decodable>(_ name: String) -> File {
        guard let bytes = EmbeddedFile.format(name) else {
            preconditionFailure("\(name).toml is not embedded")
        }
        do {
            return try TOMLDecoder().decode(File.self, from: String(decoding: bytes, as: UTF8.self))
        } catch {
            preconditionFailure("\(name).toml: \(error)")
        }
    }
}

private struct FormatFile: Decodable {
    let name: String
    let titles: [String]
    let markers: [String]
    let headings: [String: [String]]
}

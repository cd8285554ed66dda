import Domain

/// A kind of file as Resources/formats/kinds.toml describes it.
struct KindFormat: Sendable {
    let kind: ImportKind
    /// `list of staff`.
    let words: String
    /// In the order in which they claim headings.
    let fields: [SchoolField]
    /// Each is one thing that must be there, by one of several sets of fields.
    let needs: [[[SchoolField]]]
    /// Headings of this kind's own, folded, tried before those of the systems.
    let headings: [SchoolField: [String]]
    /// The same as they are spelled, for people.
    let spelled: [SchoolField: [String]]
}

/// What a field holds: how its cells are read, and the words for it.
struct FieldFormat: Sendable {
    let reading: CellReading
    /// `the date of admission`.
    let words: String
}

/// Resources/formats/kinds.toml as it is written.
struct KindsFile: Decodable {
    struct Kind: Decodable {
        let words: String
        let fields: [String]
        let needs: [[[String]]]?
        let headings: [String: [String]]?
    }

    let kinds: [String: Kind]
    let reads: [String: String]
    let words: [String: String]
}

extension KindFormat {
    /// `nil` where the file names a field that there is not.
    init?(_ kind: ImportKind, _ file: KindsFile.Kind) {
        self.kind = kind
        words = file.words
        fields = file.fields.compactMap(SchoolField.init)
        needs = (file.needs ?? []).map { $0.map { $0.compactMap(SchoolField.init) } }
        var headings: [SchoolField: [String]] = [:]
        for (name, texts) in file.headings ?? [:] {
            guard let field = SchoolField(rawValue: name) else { return nil }
            headings[field] = texts
        }
        spelled = headings
        self.headings = headings.mapValues { $0.map(folded) }
        let named = needs.joined().joined().count
        let written = (file.needs ?? []).joined().joined().count
        guard fields.count == file.fields.count, named == written else { return nil }
    }

    /// The names that a field answers to in a file of this kind, the surest first: the field's own
    /// name serves too, so that the words of the open CSV form are understood.
    func names(of field: SchoolField, _ system: SystemFormat, beside generic: SystemFormat)
        -> [String]
    {
        (headings[field] ?? system.names(of: field, beside: generic)) + [folded(field.rawValue)]
    }
}

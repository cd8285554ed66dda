/// One field of a record that is not what it was: what a history shows side by side.
public struct FieldChange: Hashable, Sendable {
    /// The column's heading.
    public let column: String
    /// Empty where nothing stood.
    public let before: String
    /// Empty where nothing stands any more.
    public let after: String
    /// Whether it is free text, whose old words are shown struck beside the new.
    public let isText: Bool

    public init(column: String, before: String, after: String, isText: Bool) {
        self.column = column
        self.before = before
        self.after = after
        self.isText = isText
    }

    /// Whether words that stood were put right: the old ones stay in the history.
    public var isCorrection: Bool { isText && !before.isEmpty && !after.isEmpty }

    /// The fields in which two versions of one record differ to the byte, in the order of the
    /// schema; a version that is not there has no text in any.
    public static func between(_ before: Record?, _ after: Record?) -> [FieldChange] {
        guard let kind = before?.kind ?? after?.kind else { return [] }
        return kind.schema.columns.enumerated().compactMap { place, column in
            let old = before?.values[place] ?? ""
            let new = after?.values[place] ?? ""
            guard !old.utf8.elementsEqual(new.utf8) else { return nil }
            return FieldChange(
                column: column.name, before: old, after: new, isText: column.type == .text)
        }
    }
}

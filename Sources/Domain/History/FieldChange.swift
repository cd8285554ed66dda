/// One field of a record that is not what it was: what a history shows side by side.
public struct FieldChange: Hashable, Sendable {
    public let column: Column
    /// Empty where nothing stood.
    public let before: String
    /// Empty where nothing stands any more.
    public let after: String

    public init(column: Column, before: String, after: String) {
        self.column = column
        self.before = before
        self.after = after
    }

    /// Whether free text that stood was put right: the old words stay in the history, struck beside
    /// the new.
    public var isCorrection: Bool { column.type == .text && !before.isEmpty && !after.isEmpty }

    /// The fields in which two versions of one record differ to the byte, in the order of the
    /// schema; a version that is not there has no text in any.
    public static func between(_ before: Record?, _ after: Record?) -> [FieldChange] {
        guard let kind = before?.kind ?? after?.kind else { return [] }
        return kind.schema.columns.enumerated().compactMap { index, column in
            let old = before?.values[index] ?? ""
            let new = after?.values[index] ?? ""
            guard !old.utf8.elementsEqual(new.utf8) else { return nil }
            return FieldChange(column: column, before: old, after: new)
        }
    }
}

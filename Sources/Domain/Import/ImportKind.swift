/// A kind of a school's own file.
public enum ImportKind: String, Hashable, Sendable, CaseIterable {
    case roster, attendance, staff, contacts, suspensions, ctf

    /// The action that the journal names: `import-roster`.
    public var journalAction: String { "import-\(rawValue)" }
}

/// What a person typed or chose, by field; a field that takes several holds one text for each. A
/// field that is there with an empty text was emptied; one that is not there was never touched.
public struct Entries: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    public private(set) var texts: [String: [String]]

    public init(_ texts: [String: [String]] = [:]) {
        self.texts = texts.filter { !$0.value.isEmpty }
    }

    public init(dictionaryLiteral elements: (String, String)...) {
        self.init()
        for (field, text) in elements { texts[field, default: []].append(text) }
    }

    /// The text of a field that takes one; empty where nothing was typed.
    public subscript(_ field: String) -> String {
        get { texts[field]?.last ?? "" }
        set { texts[field] = [newValue] }
    }

    /// All texts of a field.
    public subscript(all field: String) -> [String] {
        get { texts[field] ?? [] }
        set { texts[field] = newValue.isEmpty ? nil : newValue }
    }
}

/// What is wrong with one field of an action, or with an option that it does not have.
public struct EntryFault: Hashable, Sendable {
    /// Why it was refused.
    public enum Cause: Hashable, Sendable {
        /// The field is needed and was left empty.
        case missing
        /// The action has no such field.
        case noSuchField
        /// It names a child or a record that is not there.
        case noSuchRecord
        /// What was typed cannot stand.
        case wrong
    }

    /// The field's name: a column of the bundle.
    public let field: String
    /// The end of a sentence that begins with the field, with the cure: `is after today`.
    public let problem: String
    /// What was typed.
    public let found: String
    public let cause: Cause

    public init(field: String, problem: String, found: String, cause: Cause) {
        self.field = field
        self.problem = problem
        self.found = found
        self.cause = cause
    }
}

/// All that is wrong with the entries of an action, in the order of its fields.
public struct EntryFaults: Error, Hashable, Sendable {
    public let faults: [EntryFault]

    public init(_ faults: [EntryFault]) { self.faults = faults }

    public subscript(_ field: String) -> EntryFault? { faults.first { $0.field == field } }
}

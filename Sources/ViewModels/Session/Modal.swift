import Domain

/// What stands over a page and takes every key until it is left: a form, an import to look over.
///
/// A modal changes nothing by itself; it asks, and the program that holds the store does.
public protocol Modal: Sendable {
    mutating func press(_ key: Key) -> Effect
    /// The facts have changed under it.
    mutating func update(_ model: Model)
    /// What it asked for was refused; the words say why and what to do.
    mutating func refused(_ words: String)
    /// The id under which its draft is kept; `nil` where it keeps none.
    var draftID: String? { get }
    /// Whether a question stands on it that keys typed before it was seen must not answer.
    var isAsking: Bool { get }
    /// What was typed is on disk.
    mutating func saved(at: Instant)
    /// What it asked for is done; whether it stays for more.
    mutating func recorded() -> Bool
    func page(size: Size) -> Page
}

// A modal in which nothing is typed keeps no draft.
extension Modal {
    public var draftID: String? { nil }
    public var isAsking: Bool {
        if case .confirm = page(size: Size(columns: 80, rows: 24)).prompt { return true }
        return false
    }
    public mutating func saved(at: Instant) {}
    public mutating func recorded() -> Bool { false }
}

/// What somebody has typed so far, as a store keeps it.
public struct ModalDraft: Hashable, Sendable {
    /// Tells the drafts of one person apart.
    public let id: String
    public let subject: Subject
    public let action: String
    /// In the modal's own notation.
    public let body: String

    public init(id: String, subject: Subject, action: String, body: String) {
        self.id = id
        self.subject = subject
        self.action = action
        self.body = body
    }
}

/// A form that somebody has begun; it survives whatever ends the program.
public struct Draft: Hashable, Sendable {
    /// Tells the drafts of one owner apart.
    public let id: String
    /// The login of who writes it; nobody else sees it.
    public let owner: String
    public let subject: Subject
    /// The form's action.
    public let action: String
    /// What was typed, in the form's own notation.
    public let body: String
    public let at: Instant

    public init(
        id: String, owner: String, subject: Subject, action: String, body: String, at: Instant
    ) {
        self.id = id
        self.owner = owner
        self.subject = subject
        self.action = action
        self.body = body
        self.at = at
    }
}

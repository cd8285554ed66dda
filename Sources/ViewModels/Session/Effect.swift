import Domain

/// What a session asks of the program after a key; whatever it is, the page is drawn again.
public enum Effect: Sendable {
    /// The key did nothing.
    case none
    case redraw
    case quit
    case suspend
    /// Hide everything at once until the same person is back.
    case blank
    /// A child's page was opened: put the look on record.
    case look(Subject, page: String)
    /// Open the form of an action, for a duty, for a child or for the school, for a record.
    case open(ActionID, DutyID?, PupilRef?, RecordKey?)
    /// Take back, or do again, the person's own last change.
    case undo
    case redo
    /// Give the history of a subject, or of the whole school, to `Session.show(history:)`.
    case loadHistory(Subject?)
    /// The form over the page asks to keep what was typed.
    case keep(ModalDraft)
    /// The import page asks what this import would do; answer with `Session.show(preview:)` or
    /// `Session.refuse(_:)`.
    case planImport(ImportRequest)
    /// The form over the page asks for this change; answer with `Session.close(saying:)` or
    /// `Session.refuse(_:)`.
    case record(Command)
}

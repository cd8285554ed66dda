import Domain

/// What is asked for after a key: by a field of its form, by a form of the session, by the session of
/// the program. Each answers what it can and hands the rest on; whatever it is, the page is drawn
/// again.
public enum Effect: Sendable {
    /// The key did nothing but to what is shown.
    case none
    /// Something was typed or chosen: whoever holds the form keeps its draft.
    case changed
    /// Leave what stands over the page; a draft that was kept stays.
    case close
    case redraw
    case quit
    case suspend
    /// Hide everything at once until the same person is back.
    case blank
    /// A child's page was opened: put the look on record.
    case look(Subject, page: String)
    /// Open the form of an action, for a duty, for a child or for the school, for a record.
    case open(ActionID, DutyID?, PupilRef?, RecordKey?)
    /// Open the form that plans what a duty asks, with a day offered.
    case plan(PlanOffer)
    /// Open the form of an action for several children at once.
    case openForGroup(ActionID, [PupilRef])
    /// Show what taking back this change, or the person's own last one, would do; answer with
    /// `Session.present(_:)`.
    case previewUndo(ChangeNumber?)
    /// Show what making the person's last undone change again would do.
    case previewRedo
    /// Open the form of a step of setting up.
    case setUp(SetupStep)
    /// A form was left; what was typed there is a draft now.
    case left
    /// Take up this draft in its form again.
    case openDraft(String)
    case throwAway(String)
    /// Put on record that the person has read what others changed up to this entry.
    case acknowledge(ChangeNumber)
    /// Take these colours, and keep them for the person.
    case theme(ThemeChoice)
    /// Keep for the person how Now is read.
    case keepNow(NowView)
    /// Carry out what was shown.
    case reverse(Reversal)
    /// Read this of the journal; answer with `Session.show(_:of:)`.
    case load(JournalPart)
    /// The form over the page asks to keep what was typed.
    case keep(ModalDraft)
    /// The import page asks what this import would do; answer with `Session.show(preview:)` or
    /// `Session.refuse(_:)`.
    case planImport(ImportRequest)
    /// Make this report; answer with `Session.present(_:)`.
    case makeReport(ReportRequest)
    /// Save the report that was read; answer with `Session.close(saying:)`, `Session.askToReplace()`
    /// or `Session.refuse(_:)`.
    case save(ReportSaving)
    /// The form over the page asks for this change; answer with `Session.close(saying:)` or
    /// `Session.refuse(_:)`.
    case record(Command)
}

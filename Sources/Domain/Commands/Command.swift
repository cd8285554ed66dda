/// A change that a person makes: the action, whom it is about, and the records as they shall be.
///
/// A store carries out all of it or nothing, as one entry of the journal.
public struct Command: Sendable {
    /// What kind of change, as the history names it: an `ActionID`'s raw value, `import-bundle`, …
    public let action: String
    public let subject: Subject
    public let changes: [RecordChange]
    /// The records as the person saw them (`nil`: there was none), for every record that must not
    /// have moved on meanwhile; a day's marks by child and date.
    public let seen: [RecordKey: Record?]
    /// Whole years of marks as the person saw them, for those among the changes: only the days
    /// that the person changed are written, and others' changes of other days stay.
    public let seenMarks: [PupilRef: [AcademicYear: YearMarks]]
    /// What it sets in the store beside records; `nil` takes a setting back.
    public let settings: [StoreSetting: String?]
    /// A child's number that takes the place of another; the store finds what hangs on it.
    public let renumbering: Renumbering?

    public init(
        action: String, subject: Subject, changes: [RecordChange],
        seen: [RecordKey: Record?] = [:],
        seenMarks: [PupilRef: [AcademicYear: YearMarks]] = [:],
        settings: [StoreSetting: String?] = [:], renumbering: Renumbering? = nil
    ) {
        self.action = action
        self.subject = subject
        self.changes = changes
        self.seen = seen
        self.seenMarks = seenMarks
        self.settings = settings
        self.renumbering = renumbering
    }
}

extension Command {
    /// The same command, which sets something in the store too.
    func setting(_ settings: [StoreSetting: String?]) -> Command {
        Command(
            action: action, subject: subject, changes: changes, seen: seen, seenMarks: seenMarks,
            settings: self.settings.merging(settings) { $1 }, renumbering: renumbering)
    }

    /// The kinds of record that it touches.
    public var kinds: Set<RecordKind> { Set(changes.map(\.kind)) }
}

/// Who acts.
public struct Actor: Hashable, Sendable {
    /// The login under which the change is recorded.
    public let login: String
    /// The account that owns the store, acting in its own name, may do everything.
    public let isKeeper: Bool
    /// The day on which the login's roles are read; `nil`: that on which it acts.
    public let today: Day?

    public init(login: String, isKeeper: Bool, on today: Day? = nil) {
        self.login = login
        self.isKeeper = isKeeper
        self.today = today
    }
}

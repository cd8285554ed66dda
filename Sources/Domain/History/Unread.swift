/// What others have changed since a person last looked, until that person says that it is read.
public struct Unread: Hashable, Sendable {
    /// What others changed of one child.
    public struct OfChild: Hashable, Sendable {
        public let pupil: PupilRef
        /// The oldest first; an import that touched other children too is among them.
        public let entries: [HistoryEntry]
        /// How many records of each kind were touched, this child's alone; marks count by entry.
        public let touched: [RecordKind: Int]

        public init(
            pupil: PupilRef, entries: [HistoryEntry], touched: [RecordKind: Int] = [:]
        ) {
            self.pupil = pupil
            self.entries = entries
            self.touched = touched
        }
    }

    /// The last entry that the person has acknowledged.
    public let since: ChangeNumber
    /// When that was; `nil` where the person has never acknowledged anything.
    public let acknowledgedAt: Instant?
    /// The last entry that is among it: what is acknowledged once the person has read this.
    public let upTo: ChangeNumber
    /// By reference.
    public let children: [OfChild]
    /// Changes that touched no child: staff, roles, terms, funds.
    public let others: [HistoryEntry]

    /// For whoever may not read the journal.
    public static let none = Unread(acknowledgedAt: nil, upTo: .none, children: [], others: [])

    public init(
        since: ChangeNumber = .none, acknowledgedAt: Instant?, upTo: ChangeNumber,
        children: [OfChild], others: [HistoryEntry]
    ) {
        self.since = since
        self.acknowledgedAt = acknowledgedAt
        self.upTo = upTo
        self.children = children
        self.others = others
    }

    /// All of them, the oldest first.
    public var entries: [HistoryEntry] {
        Set(children.flatMap(\.entries) + others).sorted { $0.change < $1.change }
    }

    public var isEmpty: Bool { children.isEmpty && others.isEmpty }

    /// Without the children whom somebody may not see.
    public func filtered(_ isAllowed: (PupilRef) -> Bool) -> Unread {
        Unread(
            since: since, acknowledgedAt: acknowledgedAt, upTo: upTo,
            children: children.filter { isAllowed($0.pupil) }, others: others)
    }

    /// The same with what each entry did to each record.
    ///
    /// - Parameter steps: of an entry, of one child alone where it is one of a child's.
    public func detailed(
        _ steps: (HistoryEntry, PupilRef?) throws -> [RecordStep]
    ) rethrows -> Unread {
        Unread(
            since: since, acknowledgedAt: acknowledgedAt, upTo: upTo,
            children: try children.map { child in
                OfChild(
                    pupil: child.pupil,
                    entries: try child.entries.map { $0.with(try steps($0, child.pupil)) },
                    touched: child.touched)
            }, others: try others.map { $0.with(try steps($0, nil)) })
    }
}

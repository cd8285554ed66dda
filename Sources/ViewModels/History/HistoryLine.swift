import Domain

/// One entry of the journal as the history shows it.
public struct HistoryLine: Hashable, Sendable {
    public let change: Int64
    public let at: Instant
    /// Who acted, by login.
    public let by: String
    /// A command's action, `undo`, `redo`, `look`.
    public let action: String
    public let subject: Subject
    /// The page that was looked at; `nil` for what is no look.
    public let page: String?
    /// Whether a later entry has taken it back.
    public let isUndone: Bool
    /// What it did to each record; empty for a look, and where it was not asked for.
    public var steps: [RecordStep]

    public init(
        change: Int64, at: Instant, by: String, action: String, subject: Subject, page: String?,
        isUndone: Bool, steps: [RecordStep] = []
    ) {
        self.change = change
        self.at = at
        self.by = by
        self.action = action
        self.subject = subject
        self.page = page
        self.isUndone = isUndone
        self.steps = steps
    }
}

extension HistoryLine {
    /// `looked at pupil`, `Log a contact`.
    var what: String {
        if let page { return "looked at \(page.split(separator: " ").first ?? "")" }
        return ActionID(rawValue: action).flatMap(ActionSpec.of)?.title ?? action.roleWords
    }

    /// `Mon 23 Nov 2026 09:31`.
    var when: String { "\(at.londonDay.long) \(at.londonClock)" }

    /// The entry as the history of one child may show it: that child's records alone; `nil` where
    /// nothing of it is this child's.
    func part(of ref: PupilRef, _ model: Model) -> HistoryLine? {
        var own = self
        own.steps = steps.filter { model.owner(of: $0, among: steps) == ref }
        switch subject {
        case .pupil(let other) where other != ref: return own.steps.isEmpty ? nil : own
        case .pupil, .staff, .fund, .school: return own
        }
    }
}

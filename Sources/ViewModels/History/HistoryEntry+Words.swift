import Domain

extension HistoryEntry {
    /// `looked at the child's page`, `Log a contact`.
    var what: String {
        guard let page else {
            return ActionID(rawValue: action).flatMap(ActionSpec.of)?.title
                ?? Self.acts[action] ?? action.roleWords.sentenceCase
        }
        let name = page.prefix { $0 != " " }
        return "looked at \(Self.pages[String(name)] ?? String(name).roleWords)"
    }

    private static let acts = [
        "demo": "Make an invented school", "import-bundle": "Bring in all of a school",
        "backup-recipients": "Say who can open backups",
        "deletion-hold": "Keep from deletion", "deletion-propose": "Propose a deletion",
    ]

    private static let pages = [
        "pupil": "the child's page", "why": "why something is owed", "pep": "a PEP",
        "history": "the history", "change": "a change", "fund": "a fund", "duties": "what is owed",
        "status": "the morning in a few lines", "news": "what others changed",
        "since": "what others changed", "audit": "who looked and changed",
        "export-child": "all about the child, written out",
        "export-bundle": "all of the school, written out",
        "export-calendar": "the calendar, written out", "report": "a report", "form": "a form",
        "retention": "what is due for deletion",
    ]

    /// `Mon 23 Nov 2026 09:31`.
    var when: String { "\(at.londonDay.long) \(at.londonClock)" }

    /// The entry as the history of one child may show it: that child's records alone; `nil` where
    /// nothing of it is this child's.
    func part(of ref: PupilRef, _ model: Model) -> HistoryEntry? {
        let own = with(steps.filter { model.owner(of: $0, among: steps) == ref })
        switch subject {
        case .pupil(let other) where other != ref: return own.steps.isEmpty ? nil : own
        case .pupil, .staff, .fund, .school: return own
        }
    }
}

import Domain

extension HistoryEntry {
    /// `looked at pupil`, `Log a contact`.
    var what: String {
        if let page { return "looked at \(page.split(separator: " ").first ?? "")" }
        return ActionID(rawValue: action).flatMap(ActionSpec.of)?.title ?? action.roleWords
    }

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

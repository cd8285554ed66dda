import Domain

extension DutyState {
    /// The shape of the state, never colour alone.
    public var glyph: String {
        switch self {
        case .met: "✓"
        case .unknown: "?"
        case .upcoming: "·"
        case .soon: "▲"
        case .overdue: "!"
        case .missed: "✗"
        case .notApplicable: "–"
        }
    }

    public var word: String {
        switch self {
        case .met: "met"
        case .unknown: "not known"
        case .upcoming: "to come"
        case .soon: "due soon"
        case .overdue: "overdue"
        case .missed: "missed"
        case .notApplicable: "does not apply"
        }
    }

    public var tone: Tone {
        switch self {
        case .met: .met
        case .unknown: .unknown
        case .upcoming: .upcoming
        case .soon: .soon
        case .overdue: .overdue
        case .missed: .missed
        case .notApplicable: .notApplicable
        }
    }

    var phrase: Phrase { Phrase(glyph, tone) }
}

extension Model {
    /// The date or the days late: `4 days late`, `due Fri 27 Nov`, `today`.
    ///
    /// - Parameter isShort: for a column of twelve cells: `due 27 Nov`.
    func when(_ duty: Duty, isShort: Bool = false) -> String {
        func words(_ day: Day) -> String { isShort ? day.dayAndMonth : day.short }
        if let aside = setAside[duty.id] {
            return (isShort ? "to " : "put off to ") + aside.until.dayAndMonth
        }
        switch duty.state {
        case .overdue:
            guard let due = duty.due else { return "now" }
            if due == today { return "today" }
            let late = days(duty, due)
            if late == 0 { return "due \(words(due))" }
            // A figure is never cut.
            return isShort && late > 99 ? "\(late) d late" : "\(late.days) late"
        case .unknown: return duty.due.map { "since \($0.dayAndMonth)" } ?? ""
        case .soon, .upcoming:
            return duty.due.map { $0 == today ? "due today" : "due \(words($0))" } ?? ""
        case .met: return duty.late > 0 ? "\(duty.late.days) late" : "met"
        case .missed: return duty.due.map { "by \(words($0))" } ?? "missed"
        case .notApplicable: return ""
        }
    }

    /// Days late, or left where there is still time: for first PEPs working days, else school days.
    func days(_ duty: Duty, _ due: Day) -> Int {
        switch duty.reason {
        case .firstPEPLate(_, _, let working), .firstPEPToCome(_, _, let working): working
        default: duty.state == .overdue ? daysLate(due) : daysLeft(due)
        }
    }

    /// The key that deals with a duty, where there is one.
    func action(for duty: Duty) -> ActionKey? { actionKey(duty.next?.action) }

    /// The key of an action; `nil` where there is none, or it is not for this person.
    func actionKey(_ action: ActionID?) -> ActionKey? {
        action.flatMap { action in actions.first { $0.action == action } }
    }

    /// What to do next, with its key: `c Ring home and social worker`.
    func nextWords(_ duty: Duty) -> [Phrase] {
        guard let next = duty.next else { return [] }
        guard let action = action(for: duty) else { return [Phrase(next.words)] }
        return [Phrase(action.key.label, .key), Phrase(" \(next.words)")]
    }
}

/// One action of the catalogue as a page knows it.
public struct ActionKey: Hashable, Sendable {
    public let action: ActionID
    public let key: Key

    public init(_ action: ActionID, key: Key) {
        self.action = action
        self.key = key
    }

    /// `log call`.
    public var title: String { action.shortTitle }

    /// One sentence.
    public var help: String {
        // Neither an import nor a correction has a specification of their own.
        ActionSpec.of(action)?.help
            ?? (action == .importFile
                ? "Brings in the roster or the register of the school's own system."
                : "Puts the selected record right; what it said before stays in the history.")
    }
}

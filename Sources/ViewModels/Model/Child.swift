import Domain

/// A child known to a social worker today, with what is owed. An object, because lists of children are
/// sorted, filtered and handed on, and facts have many parts to copy.
public final class Child: Sendable {
    public let facts: PupilFacts
    /// All labels that hold, the first of which is the child's.
    public let labels: [CohortLabel]
    /// Of the rules about children, and of the money in the child's name.
    public let duties: [Duty]

    init(facts: PupilFacts, labels: [CohortLabel], duties: [Duty]) {
        self.facts = facts
        self.labels = labels
        self.duties = duties
    }

    public var pupil: Pupil { facts.pupil }
    public var ref: PupilRef { facts.ref }
    public var label: CohortLabel? { labels.first }

    /// `CP CIN`.
    public var statusWords: String { labels.map(\.rawValue).joined(separator: " ") }

    /// The state that asks most of somebody, and how many duties have it.
    public var worst: (state: DutyState, count: Int)? {
        DutyState.byUrgency.lazy
            .map { state in (state, self.duties.count { $0.state == state }) }
            .first { $0.1 > 0 }
    }

    public func duty(_ id: DutyID) -> Duty? {
        // All are this child's, so the rest of the id decides.
        guard id.subject == .pupil(ref) else { return nil }
        return duties.first { $0.rule == id.rule && $0.reference == id.reference }
    }

    public func duties(of rule: RuleID) -> [Duty] { duties.filter { $0.rule == rule } }
}

extension DutyState {
    /// The states that ask something of somebody, the most urgent first.
    static let byUrgency = PolicyLedger.urgency.filter {
        [.overdue, .unknown, .soon].contains($0)
    }
}

extension Pupil {
    /// `Year 1 Oak`.
    public var classWords: String { className.map { "\(yearWords) \($0)" } ?? yearWords }

    /// `Bea Ashworth`, with the legal name beside it where that is another.
    public var fullName: String {
        let legal = "\(forename) \(surname)"
        return legal == displayName ? legal : "\(displayName) (\(legal))"
    }

    /// `Bea Ashworth · Year 1 Oak`: who a page is about, in its first line.
    public var identity: String { "\(fullName) · \(classWords)" }
}

extension Array {
    /// By surname, forename and reference: the order of every list of children.
    func byName(_ pupil: (Element) -> Pupil) -> [Element] {
        map { element -> (key: String, ref: PupilRef, element: Element) in
            let pupil = pupil(element)
            let surname = pupil.preferredSurname ?? pupil.surname
            return ("\(surname)\u{0}\(pupil.firstName)".folded, pupil.ref, element)
        }
        .sorted { ($0.key, $0.ref) < ($1.key, $1.ref) }
        .map(\.element)
    }
}

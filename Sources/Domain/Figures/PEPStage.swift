/// How far one PEP has come on a day: planned, invited, held, written, sent, sent back, graded.
public struct PEPStage: Hashable, Sendable {
    /// What is done with a PEP, in its usual order.
    public enum Step: String, CaseIterable, Sendable {
        case planned
        /// Home and case worker have an invitation.
        case invited
        case held
        /// Signed off on the authority's ePEP.
        case written
        case sent
        case sentBack = "sent-back"
        case graded

        /// `sent back`.
        public var words: String { rawValue.replacing("-", with: " ") }

        /// What has to be seen to know whether it is reached: who must be invited follows from the
        /// child's legal status too.
        public var topics: [Topic] {
            switch self {
            case .planned, .held, .written, .sent, .sentBack: [.pep]
            case .invited: [.pepRecord, .care]
            case .graded: [.pepRecord]
            }
        }
    }

    /// One step of the chain.
    public struct Link: Hashable, Sendable {
        public let step: Step
        public let isReached: Bool
        /// Its day, where that is known; of a plan the day for which the PEP is planned.
        public let on: Day?

        fileprivate init(_ step: Step, on day: Day?, isReached: Bool) {
            self.step = step
            self.isReached = isReached
            on = day
        }

        fileprivate init(_ step: Step, _ day: Day?) {
            self.init(step, on: day, isReached: day != nil)
        }
    }

    /// The steps in the order in which they came: of one that was sent again, `sent back` stands
    /// before `sent`. A review by the Designated Teacher alone invites nobody.
    public let links: [Link]
    /// The step that it stands at; `nil` where none is reached, or it was cancelled.
    public let present: Link?
    public let isCancelled: Bool
    /// How the Virtual School judged it, in the authority's own words.
    public let grade: String?
    /// Planned for a day that is over, and not held.
    public let hasSlipped: Bool

    public init(_ pep: PEP, of facts: PupilFacts, on today: Day, under pack: PolicyPack) {
        let held = pep.held(by: today)
        let isSentBack = pep.isSentBack(by: today)
        // A grade has no day of its own: it comes after the sending.
        let isGradeToCome = held == nil || pep.sentOn.map { $0 > today } ?? false
        let grade = isGradeToCome ? nil : pep.grade
        var links = [
            Link(.planned, on: pep.plannedFor, isReached: pep.plannedFor != nil || held != nil)
        ]
        if pep.kind != .review {
            links.append(PEPStage.invited(pep, held, of: facts, on: today, under: pack))
        }
        links.append(Link(.held, held))
        links.append(Link(.written, held == nil ? nil : pep.signedOff(by: today)))
        let sent = Link(.sent, pep.sent(by: today))
        let back = pep.returned(by: today).map { [Link(.sentBack, $0)] } ?? []
        links += isSentBack ? [sent] + back : back + [sent]
        links.append(Link(.graded, on: nil, isReached: grade != nil))
        self.links = links
        self.grade = grade
        isCancelled = pep.isCancelled
        hasSlipped = held == nil && (pep.plannedFor.map { $0 < today } ?? false)
        present = pep.isCancelled ? nil : PEPStage.present(links, isSentBack)
    }

    /// What was sent back waits for the school, whatever its grade.
    private static func present(_ links: [Link], _ isSentBack: Bool) -> Link? {
        let order: [Step] =
            isSentBack
            ? [.sentBack] : [.graded, .sent, .written, .held, .invited, .planned]
        return order.lazy
            .compactMap { step in links.first { $0.step == step && $0.isReached } }.first
    }

    /// Invited once every side that the PEP needs is, on the day of the last invitation. Whoever
    /// came was asked, though no day of it is on record.
    private static func invited(
        _ pep: PEP, _ held: Day?, of facts: PupilFacts, on today: Day, under pack: PolicyPack
    ) -> Link {
        let needed = facts.cohort(under: pack)
            .peopleNeeded(on: held ?? pep.plannedFor ?? today)
        let rows = facts.pepPeople.filter { $0.pep == pep.id }
        var days: [Day] = []
        var areAllKnown = true
        for need in needed {
            let own = rows.filter { need.roles.contains($0.role) }
            if let first = own.compactMap(\.invitedOn).filter({ $0 <= today }).min() {
                days.append(first)
            } else if held != nil, own.contains(where: \.tookPart) {
                areAllKnown = false
            } else {
                return Link(.invited, nil)
            }
        }
        return Link(.invited, on: areAllKnown ? days.max() : nil, isReached: true)
    }

    /// What it stands at: `planned, not held`, `held, to sign off`, `sent back`, `graded green`.
    public var words: String {
        if isCancelled { return "cancelled" }
        switch present?.step {
        case nil: return "not held yet"
        case .planned, .invited: return hasSlipped ? "planned, not held" : "planned"
        case .held: return "held, to sign off"
        case .written: return "signed off"
        case .sent: return "sent"
        case .sentBack: return "sent back"
        case .graded: return grade.map { "graded \($0)" } ?? "graded"
        }
    }
}

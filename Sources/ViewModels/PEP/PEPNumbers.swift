import Domain

/// How the PEPs of one term stand: the pane of PEPs and the reports count them here.
struct PEPNumbers: Sendable {
    let term: Term
    /// Children of whom a PEP is asked for in the term.
    private(set) var expected = 0
    /// Of them, whose PEP was held; and on the last day for it or before.
    private(set) var held = 0
    private(set) var onTime = 0
    /// How many PEPs were held in the term, be it several of one child.
    private(set) var meetings = 0
    /// Of these: signed off, with everyone who is needed, with targets, with the child's views.
    private(set) var signed = 0
    private(set) var complete = 0
    private(set) var withTargets = 0
    private(set) var withViews = 0
    /// The duties behind it.
    private(set) var duties: [DutyID] = []

    init(_ term: Term, _ model: Model) {
        self.term = term
        for child in model.children {
            for duty in child.duties where duty.isPEP(of: term) {
                duties.append(duty.id)
                if duty.state != .notApplicable { expected += 1 }
                guard duty.state == .met else { continue }
                held += 1
                if duty.late == 0 { onTime += 1 }
            }
            let peps = child.facts.peps.filter {
                $0.held(by: model.today).map(term.contains) ?? false
            }
            meetings += peps.count
            withViews += peps.count(where: \.hasPupilViews)
            let ids = Set(peps.map(\.id))
            for duty in child.duties where duty.state == .met && ids.contains(duty.reference.text) {
                switch duty.rule {
                case .pepSignedOff: signed += 1
                case .pepPeople: complete += 1
                case .pepTargetsSet: withTargets += 1
                default: break
                }
            }
        }
    }
}

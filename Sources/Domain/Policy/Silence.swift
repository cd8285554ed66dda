extension Rule {
    /// What it means that the rule asks nothing on a day: why nothing has called on it, in a few words;
    /// `nil` where the facts that would tell are missing.
    ///
    /// - Parameter known: how many children on roll are known to a social worker.
    func silence(known: Int, _ school: SchoolFacts) -> String? {
        switch scope {
        case .pupil: known == 0 ? nil : topic.nothingCalled
        case .school where topic == .money: school.funds.isEmpty ? nil : topic.nothingCalled
        case .school: shape == .afterEvent && known > 0 ? topic.nothingCalled : nil
        }
    }
}

extension RuleTopic {
    /// Why no duty of a topic stands where children are known to a social worker.
    fileprivate var nothingCalled: String {
        switch self {
        case .pep: "no PEP or start in care asks for it"
        case .attendance: "no absence or lateness asks for it"
        case .money: "no spend asks for it"
        case .people, .learning: "no child needs it today"
        case .send: "no child known to a social worker has SEN"
        case .care: "no child is on a plan, or in care, that asks for it"
        case .staff, .policy, .school: "nothing has called on it this year"
        case .moving: "no child has come or left within a year"
        case .suspension: "no suspension or exclusion of this year asks for it"
        case .alternativeProvision: "no child known to a social worker is taught elsewhere"
        }
    }
}

extension Record {
    /// The record as one fact of a working: `check: on 3 Nov 2026, kind observation`.
    var factWords: String {
        if kind == .contacts { return Contact(self).words }
        let columns = kind.schema.columns
        let parts = columns.indices.compactMap { place -> String? in
            let (column, text) = (columns[place], values[place])
            let isOwnID = column.isKey && column.name.hasSuffix("_id")
            guard !text.isEmpty, !isOwnID, column.name != "pupil" else { return nil }
            return "\(column.name.factWords) \(Day(iso: text)?.dayMonthYear ?? text)"
        }
        return "\(kind.singular): \(parts.joined(separator: ", "))"
    }
}

extension String {
    /// A column's name as words: `held on`.
    fileprivate var factWords: String { replacing("_", with: " ") }
}

extension RecordKind {
    /// One record of the kind in words: `SEN review`.
    var singular: String {
        switch self {
        case .school: "school"
        case .terms: "term"
        case .closures: "closure"
        case .staff: "member of staff"
        case .roles: "role"
        case .pupils: "pupil"
        case .status: "status"
        case .professionals: "person"
        case .adults: "adult of the school"
        case .peps: "PEP"
        case .pepPeople: "person at a PEP"
        case .targets: "target"
        case .attendance: "marks"
        case .peers: "peers' figure"
        case .contacts: "contact"
        case .funds: "fund"
        case .funding: "entry"
        case .decisions: "decision"
        case .interventions: "intervention"
        case .progress: "progress"
        case .checks: "check"
        case .meetings: "meeting"
        case .training: "training"
        case .trainingPeople: "at the training"
        case .acknowledgements: "read"
        case .attestations: "attestation"
        case .linkedPolicies: "policy"
        case .governorsReports: "report to governors"
        case .responsibilities: "responsibility"
        case .profiles: "needs profile"
        case .senReviews: "SEN review"
        case .sdq: "SDQ"
        case .checklists: "on the checklist"
        case .alternativeProvision: "alternative provision"
        case .suspensions: "suspension"
        case .census: "census"
        }
    }
}

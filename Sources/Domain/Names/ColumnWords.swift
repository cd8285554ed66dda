extension Column {
    /// What the column is called where people read it: `Planned for`, `UPN`.
    var label: String {
        Self.labels[name] ?? name.replacing("_", with: " ").sentenceCase
    }

    private static let labels = [
        "urn": "URN", "upn": "UPN", "qts": "QTS", "sen": "SEN", "pp_eligible": "Pupil premium",
        "pep_id": "PEP", "target_id": "Target", "fund_id": "Fund", "training_id": "Training",
        "am": "Morning", "pm": "Afternoon", "at": "When", "voice": "The child says",
        "pupil_views": "Child's views", "completed_on": "Signed off", "returned_on": "Sent back",
        "returned_why": "Why sent back", "next_on": "Next PEP", "organisation": "From where",
        "records_from": "Records begin", "section_a_on": "Section A written",
        "section_b_on": "Section B written", "refers_to_cksw": "Names this policy",
        "sen_endeavours": "SEND: what was done", "post_looked_after": "Left care",
        "kinship": "Kinship care", "impact_on": "Impact judged on", "evidence": "What shows it",
        "commitment": "Promised before",
    ]

    /// A value of the column as people say it: `C2 full care order`, `social worker`.
    package func words(of value: String) -> String {
        let words: String? =
            switch name {
            case "legal_status": LegalStatus(rawValue: value)?.shortWords
            case "sen": SENProvision(rawValue: value)?.words
            case "judgement": Progress.Judgement(rawValue: value)?.words
            case "reasons": Suspension.Reason(rawValue: value)?.words
            default: CensusWords.words(of: value, in: name)
            }
        return words.map { "\(value) \($0)" } ?? value.roleWords
    }
}

extension RecordKind {
    /// What is said where a record of the kind is named that is not there.
    var notFound: String { "is no \(definition.singular) on record" }

    /// What a column is called in the forms that enter the kind; else its own name, also where a form
    /// says a mere `On` beside its title.
    package func words(of column: Column) -> String {
        let fields = definition.actions.lazy.compactMap { ActionSpec.of($0)?.field(column.name) }
        guard let label = fields.first?.label, label.count > 2 else { return column.label }
        return label
    }
}

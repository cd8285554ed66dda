extension ActionSpec {
    /// The actions on the records that have no flow of their own: a field a column, a new row or, with
    /// a known key, what has changed of it.
    static let ofRecords: [ActionSpec] = [
        ofRecord(
            .decision, .decisions, "Record a decision",
            help: "Support or none, a responsibility or none, not to act for now: with its reason."),
        ofRecord(
            .intervention, .interventions, "Record support",
            help: "What a child gets beyond the others, by whom, and who oversees it."),
        ofRecord(
            .progress, .progress, "Record progress",
            help: "How the child stands in a subject, by data, teacher's report, books or provider."
        ),
        ofRecord(
            .check, .checks, "Record a classroom check",
            help: "An observation, learning walk or other look at how the child is taught."),
        ofRecord(
            .meeting, .meetings, "Record a meeting",
            help: "A conference, core group or review, or one of the school's own meetings."),
        ofRecord(
            .responsibility, .responsibilities, "Record a responsibility",
            help: "A post that the child holds in the school."),
        ofRecord(
            .profile, .profiles, "Write a needs profile",
            help: "What the child needs, and what helps."),
        ofRecord(
            .senReview, .senReviews, "Record a SEN plan or review",
            help: "A plan or review, also of an EHCP, with who was invited and gave views."),
        ofRecord(
            .sdq, .sdq, "Record an SDQ",
            help: "The 25 answers of the questionnaire, item 1 first; - where there is none."),
        ofRecord(
            .checklist, .checklists, "Tick a checklist",
            help: "What there is to do when a child comes or goes, done or not needed."),
        ofRecord(
            .alternativeProvision, .alternativeProvision, "Record alternative provision",
            help: "Where else the child is taught, for how long, who agreed, when it is reviewed."),
        ofRecord(
            .suspension, .suspensions, "Record a suspension",
            help: "A suspension or exclusion, with what the policy asks before and after it."),
        ofRecord(
            .census, .census, "Record what the census asks",
            help: "Post looked-after arrangements, kinship care, young carer, service child."),
        ofRecord(
            .training, .training, "Record training",
            help: "A course or briefing, its days, and whether it was for the whole school."),
        ofRecord(
            .trainingPerson, .trainingPeople, "Record who was trained",
            help: "Who took part in a training, or caught up on it."),
        ofRecord(
            .acknowledge, .acknowledgements, "Record what was read",
            help: "Who has read the policy, KCSIE, the child protection policy or a profile."),
        ofRecord(
            .attest, .attestations, "Attest a clause",
            help: "Your word, with evidence, that a clause is kept which no rule computes."),
        ofRecord(
            .linkedPolicy, .linkedPolicies, "Record a linked policy",
            help: "Another policy of the school: its date, its review, where it stands."),
        ofRecord(
            .governorsReport, .governorsReports, "Record the governors' report",
            help: "When its sections were written, when it was presented and sent."),
        ofRecord(
            .schoolDetails, .school, "Change the school's details",
            help: "Name, phase, authority, and how to reach the Virtual School."),
        ofRecord(
            .peers, .peers, "Record peers' figures",
            help: "Figures of the pupils without a social worker, to measure the gap."),
    ]

    private static func ofRecord(
        _ id: ActionID, _ kind: RecordKind, _ title: String, help: String
    ) -> ActionSpec {
        let columns = kind.schema.columns
        let fields = columns.map { FieldSpec.ofColumn($0, kind) }
        let madeKey = columns.first { $0.isKey && $0.type == .identifier && $0.reference == nil }
        return ActionSpec(id, title, help: help, fields, prefill: { startOf(kind, $0) }) { form in
            let needsPupil = columns.contains { $0.name == "pupil" && !$0.isOptional }
            let pupil = needsPupil ? form.pupil() : nil
            var values = Dictionary(uniqueKeysWithValues: columns.map { ($0.name, form[$0.name]) })
            if let madeKey, madeKey.name.hasSuffix("_id"), form[madeKey.name].isEmpty {
                values[madeKey.name] = form.newID(kind.idPrefix, kind)
            }
            let key = RecordKey(
                kind: kind, parts: columns.filter(\.isKey).map { values[$0.name] ?? "" })
            form.put(kind, over: form.facts.record(key), values)
            if let pupil { return .pupil(pupil.ref) }
            return form["pupil"].isEmpty ? .school : .pupil(PupilRef(form["pupil"]))
        }
    }

    /// The record under the cursor, where the action was started on one of its kind.
    private static func startOf(_ kind: RecordKind, _ context: CommandContext) -> Entries {
        if let key = context.origin.record, key.kind == kind,
            let record = context.facts.record(key)
        {
            return record.entries
        }
        return kind == .school ? context.facts.school.school?.record.entries ?? [:] : [:]
    }
}

extension FieldSpec {
    /// The field of a column, by what the column holds.
    fileprivate static func ofColumn(_ column: Column, _ kind: RecordKind) -> FieldSpec {
        let isRequired = !column.isOptional
        let label = column.name.replacing("_", with: " ").sentenceCase
        if column.name == "pupil" {
            return isRequired
                ? .pupil
                : FieldSpec(
                    "pupil", "Pupil", .pupil, hint: "empty for the school's own", isShown: false,
                    standard: { context, _ in context.origin.pupil?.text })
        }
        if column.isKey, column.type == .identifier, column.name.hasSuffix("_id"),
            column.reference == nil
        {
            return .id(column.name)
        }
        if column.reference == .staff {
            return FieldSpec(
                column.name, label, .person { context, _ in context.staffOptions },
                required: isRequired, hint: "a member of staff")
        }
        switch column.type {
        case .date where column.isKey || isRequired:
            return .today(column.name, label, lean: .either)
        case .date: return FieldSpec(column.name, label, .day(.either), hint: "today, fri, 23/11")
        case .instant: return FieldSpec(column.name, label, .instant, required: isRequired)
        case .yesNo: return FieldSpec(column.name, label, .flag, required: isRequired)
        case .money: return FieldSpec(column.name, label, .money, required: isRequired)
        case .choice:
            return FieldSpec(
                column.name, label, .words(of: kind, column.name), required: isRequired)
        case .text: return FieldSpec(column.name, label, .text, required: isRequired)
        case .pupil, .identifier, .name, .mark, .minutes, .year, .upn, .count, .figure, .halfDays,
            .list, .answers, .acknowledged:
            return FieldSpec(column.name, label, .line, required: isRequired)
        }
    }
}

extension RecordKind {
    /// What new ids of this kind begin with.
    fileprivate var idPrefix: String {
        rawValue.split(separator: "_").map { $0.prefix(1).uppercased() }.joined()
    }
}

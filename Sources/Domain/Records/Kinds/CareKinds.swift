extension KindDefinition {
    // What a school decides, gives and sees about one child.

    static let decisions = KindDefinition(
        .decisions, "decision", about: .pupil, topic: .support, turns: .child,
        by: [.decision, .noAction],
        [
            Column("decision_id", .identifier, key: true), Column("pupil", .pupil, to: .pupils),
            Column("on", .date), Column("about", .choice(Decision.Topic.allCases.map(\.rawValue))),
            Column("outcome", .text, optional: true), Column("reason", .text, optional: true),
        ],
        ofPupil: RowList({ $0.decisions }, { $1(&$0.decisions) }))

    static let interventions = KindDefinition(
        .interventions, "intervention", about: .pupil, topic: .support, turns: .child,
        by: [.intervention],
        [
            Column("intervention_id", .identifier, key: true), Column("pupil", .pupil, to: .pupils),
            Column("name", .name),
            Column("level", .choice(Intervention.Level.allCases.map(\.rawValue))),
            Column("from", .date), Column("to", .date, optional: true),
            Column("led_by", .name, optional: true), Column("overseen_by", .name, optional: true),
            Column("hours", .figure, optional: true),
            Column("target_id", .identifier, optional: true, to: .targets),
        ],
        ofPupil: RowList({ $0.interventions }, { $1(&$0.interventions) }))

    static let progress = KindDefinition(
        .progress, "progress", about: .pupil, topic: .support, turns: .school,
        by: [.progress],
        [
            Column("progress_id", .identifier, key: true), Column("pupil", .pupil, to: .pupils),
            Column("on", .date),
            Column("subject", .choice(Progress.Subject.allCases.map(\.rawValue))),
            Column("source", .choice(Progress.Source.allCases.map(\.rawValue))),
            Column(
                "judgement", .choice(Progress.Judgement.allCases.map(\.rawValue)), optional: true),
            Column("progress", .choice(Progress.Made.allCases.map(\.rawValue)), optional: true),
            Column("score", .figure, optional: true), Column("note", .text, optional: true),
        ],
        ofPupil: RowList({ $0.progress }, { $1(&$0.progress) }))

    static let checks = KindDefinition(
        .checks, "check", about: .pupil, topic: .support, turns: .child,
        by: [.check],
        [
            Column("check_id", .identifier, key: true), Column("pupil", .pupil, to: .pupils),
            Column("on", .date),
            Column("kind", .choice(["observation", "learning-walk", "other"])),
            Column("by", .name, optional: true), Column("note", .text, optional: true),
        ],
        ofPupil: RowList({ $0.checks }, { $1(&$0.checks) }))

    static let responsibilities = KindDefinition(
        .responsibilities, "responsibility", about: .pupil, topic: .support, turns: .child,
        by: [.responsibility],
        [
            Column("pupil", .pupil, key: true, to: .pupils), Column("role", .name, key: true),
            Column("from", .date, key: true), Column("to", .date, optional: true),
        ],
        ofPupil: RowList({ $0.responsibilities }, { $1(&$0.responsibilities) }))

    static let profiles = KindDefinition(
        .profiles, "needs profile", about: .pupil, topic: .needs, turns: .child,
        by: [.profile],
        [
            Column("pupil", .pupil, key: true, to: .pupils), Column("on", .date, key: true),
            Column("needs", .text), Column("strategies", .text, optional: true),
        ],
        ofPupil: RowList({ $0.profiles }, { $1(&$0.profiles) }))

    static let senReviews = KindDefinition(
        .senReviews, "SEN review", about: .pupil, topic: .needs, turns: .child,
        by: [.senReview],
        [
            Column("review_id", .identifier, key: true), Column("pupil", .pupil, to: .pupils),
            Column("kind", .choice(SENReview.Kind.allCases.map(\.rawValue))),
            Column("planned_for", .date, optional: true), Column("held_on", .date, optional: true),
            Column("targets", .yesNo, optional: true),
            Column("invited", .list(professionalRoles), optional: true),
            Column("views", .list(professionalRoles), optional: true),
            Column("where", .name, optional: true),
        ],
        ofPupil: RowList({ $0.senReviews }, { $1(&$0.senReviews) }),
        others: "a review with other people")

    static let sdq = KindDefinition(
        .sdq, "SDQ", about: .pupil, topic: .wellbeing, turns: .child,
        by: [.sdq],
        [
            Column("sdq_id", .identifier, key: true), Column("pupil", .pupil, to: .pupils),
            Column("on", .date),
            Column("informant", .choice(SDQ.Informant.allCases.map(\.rawValue))),
            Column("form", .choice(SDQ.Form.allCases.map(\.rawValue))), Column("answers", .answers),
        ],
        ofPupil: RowList({ $0.sdqs }, { $1(&$0.sdqs) }))

    static let checklists = KindDefinition(
        .checklists, "on the checklist", about: .pupil, topic: .moves, turns: .child,
        by: [.checklist],
        [
            Column("pupil", .pupil, key: true, to: .pupils),
            Column("kind", .choice(ChecklistItem.Kind.allCases.map(\.rawValue)), key: true),
            Column("item", .choice(ChecklistItem.Item.allCases.map(\.rawValue)), key: true),
            Column("done_on", .date, optional: true),
            Column("not_needed_because", .text, optional: true),
            Column("by", .name, optional: true),
        ],
        ofPupil: RowList({ $0.checklist }, { $1(&$0.checklist) }))

    static let alternativeProvision = KindDefinition(
        .alternativeProvision, "alternative provision", about: .pupil, topic: .moves, turns: .child,
        by: [.alternativeProvision],
        [
            Column("ap_id", .identifier, key: true), Column("pupil", .pupil, to: .pupils),
            Column("provider", .name), Column("from", .date), Column("to", .date, optional: true),
            Column("hours_here", .figure), Column("hours_there", .figure),
            Column("part_time", .yesNo), Column("parent_agreed_on", .date, optional: true),
            Column("social_care_agreed_on", .date, optional: true),
            Column("quality_checked_on", .date, optional: true),
            Column("review_by", .date, optional: true),
            Column("reviewed_on", .date, optional: true),
            Column("reported_on", .date, optional: true),
        ],
        ofPupil: RowList({ $0.alternativeProvision }, { $1(&$0.alternativeProvision) }))

    static let suspensions = KindDefinition(
        .suspensions, "suspension", about: .pupil, topic: .moves, turns: .school,
        by: [.suspension],
        [
            Column("suspension_id", .identifier, key: true), Column("pupil", .pupil, to: .pupils),
            Column("kind", .choice(Suspension.Kind.allCases.map(\.rawValue))),
            Column("decided_on", .date), Column("from", .date),
            Column("days", .halfDays, optional: true),
            Column("virtual_school_warned_on", .date, optional: true),
            Column("adviser_discussed_on", .date, optional: true),
            Column("virtual_school_told_on", .date, optional: true),
            Column("parents_told_on", .date, optional: true),
            Column("social_worker_told_on", .date, optional: true),
            Column("authority_told_on", .date, optional: true),
            Column("tried", .text, optional: true), Column("alternatives", .text, optional: true),
            Column("living_arrangements", .text, optional: true),
            Column("adjustments", .text, optional: true),
            Column("sen_endeavours", .text, optional: true),
            Column("work_set_on", .date, optional: true),
            Column("provision_from", .date, optional: true),
            Column("reintegration_on", .date, optional: true),
            Column("governors_met_on", .date, optional: true),
            Column("representations_on", .date, optional: true),
            Column(
                "reasons", .list(Suspension.Reason.allCases.map(\.rawValue)), optional: true),
            Column("to", .date, optional: true),
        ],
        ofPupil: RowList({ $0.suspensions }, { $1(&$0.suspensions) }),
        check: { $0.suspensionFaults })

    static let census = KindDefinition(
        .census, "census", about: .pupil, topic: .registration, turns: .child,
        by: [.census],
        [
            Column("pupil", .pupil, key: true, to: .pupils), Column("on", .date, key: true),
            Column("post_looked_after", .choice(["N", "A", "G", "R", "C", "O"]), optional: true),
            Column("kinship", .choice(["ND", "KF", "KI", "KU"]), optional: true),
            Column("young_carer", .choice(["N", "P", "S"]), optional: true),
            Column("service_child", .choice(["Y", "N", "U", "R"]), optional: true),
        ],
        ofPupil: RowList({ $0.census }, { $1(&$0.census) }))
}

extension KindDefinition {
    // What a school does and can show as a whole.

    /// Meetings at which a plan is made or reviewed.
    private static let conferences = Set(
        [Meeting.Kind.conference, .coreGroup, .childInNeedReview, .jointPlanning].map(\.rawValue))

    static let meetings = KindDefinition(
        .meetings, "meeting", about: .pupil, topic: .meetings, turns: .school,
        by: [.meeting],
        [
            Column("meeting_id", .identifier, key: true),
            Column("kind", .choice(Meeting.Kind.allCases.map(\.rawValue))),
            Column("pupil", .pupil, optional: true, to: .pupils),
            Column("planned_for", .date, optional: true), Column("held_on", .date, optional: true),
            Column("parts", .list([]), optional: true),
            Column("note", .text, optional: true, planWhere: RowCondition("kind", conferences)),
            Column("report_sent_on", .date, optional: true),
            Column("where", .name, optional: true), Column("time", .time, optional: true),
        ],
        ofPupil: RowList({ $0.meetings }, { $1(&$0.meetings) }),
        ofSchool: RowList({ $0.meetings }, { $1(&$0.meetings) }),
        others: "a meeting of other people too",
        protection: RowCondition(
            "kind", conferences.subtracting([Meeting.Kind.jointPlanning.rawValue])),
        check: { $0.timeFaults })

    /// What somebody undertook to do at a PEP or a meeting.
    static let actions = KindDefinition(
        .actions, "action", about: .pupil, topic: .meetings, turns: .school,
        by: [.action, .actionDone],
        missing: "No action is on record yet; enter one first",
        [
            Column("action_id", .identifier, key: true),
            Column("pupil", .pupil, optional: true, to: .pupils),
            Column("from", .identifier, optional: true), Column("what", .name),
            Column("owner", .name), Column("due", .date), Column("done_on", .date, optional: true),
            Column("note", .text, optional: true),
        ],
        ofPupil: RowList({ $0.actions }, { $1(&$0.actions) }),
        ofSchool: RowList({ $0.actions }, { $1(&$0.actions) }),
        line: { row, _ in "\(row["what"].prefix(40)), by \(row.day("due")?.dayAndMonth ?? "")" },
        checkAmong: { record, others, _ in record.originFaults(in: others) })

    static let training = KindDefinition(
        .training, "training", about: .school, topic: .training, turns: .school,
        by: [.training], missing: "No training is on record yet; enter it first",
        [
            Column("training_id", .identifier, key: true),
            Column("kind", .choice(Training.Kind.allCases.map(\.rawValue))), Column("title", .name),
            Column("on", .date), Column("days", .figure, optional: true),
            Column("provider", .name, optional: true), Column("whole_school", .yesNo),
            Column("where", .name, optional: true),
        ],
        ofSchool: RowList({ $0.training }, { $1(&$0.training) }))

    static let trainingPeople = KindDefinition(
        .trainingPeople, "at the training", about: .school, topic: .training, turns: .school,
        by: [.trainingPerson],
        [
            Column("training_id", .identifier, key: true, to: .training),
            Column("staff", .identifier, key: true, to: .staff),
            Column("attended", .yesNo, optional: true),
            Column("caught_up_on", .date, optional: true),
        ],
        ofSchool: RowList({ $0.trainingPeople }, { $1(&$0.trainingPeople) }))

    /// What a member of staff has read is asked of a child's profile too.
    static let acknowledgements = KindDefinition(
        .acknowledgements, "read", about: .school, topic: .training, turns: .everyone,
        by: [.acknowledge],
        [
            Column("staff", .identifier, key: true, to: .staff),
            Column("what", .acknowledged, key: true), Column("on", .date, key: true),
            Column("version", .name, optional: true),
        ],
        ofSchool: RowList({ $0.acknowledgements }, { $1(&$0.acknowledgements) }),
        checkAmong: { record, others, _ in record.profileFaults(in: others) })

    static let attestations = KindDefinition(
        .attestations, "attestation", about: .school, topic: .policy, turns: .school,
        by: [.attest],
        [
            Column("clause", .identifier, key: true), Column("on", .date, key: true),
            Column("by", .name), Column("evidence", .text),
            Column("where", .name, optional: true),
        ],
        ofSchool: RowList({ $0.attestations }, { $1(&$0.attestations) }))

    static let linkedPolicies = KindDefinition(
        .linkedPolicies, "policy", about: .school, topic: .policy, turns: .school,
        by: [.linkedPolicy],
        [
            Column("policy", .identifier, key: true), Column("title", .name, optional: true),
            Column("dated", .date, optional: true), Column("review_by", .date, optional: true),
            Column("refers_to_cksw", .yesNo, optional: true),
            Column("where", .name, optional: true),
        ],
        ofSchool: RowList({ $0.linkedPolicies }, { $1(&$0.linkedPolicies) }))

    static let governorsReports = KindDefinition(
        .governorsReports, "report to governors", about: .school, topic: .policy, turns: .school,
        by: [.governorsReport],
        [
            Column("academic_year", .year, key: true),
            Column("section_a_on", .date, optional: true),
            Column("section_b_on", .date, optional: true),
            Column("presented_on", .date, optional: true), Column("sent_on", .date, optional: true),
        ],
        ofSchool: RowList({ $0.governorsReports }, { $1(&$0.governorsReports) }))

    /// What the Designated Teacher says in the year's report to governors.
    static let reportTexts = KindDefinition(
        .reportTexts, "text of the governors' report", about: .school, topic: .policy,
        turns: .school, by: [.reportText],
        [
            Column("text_id", .identifier, key: true), Column("academic_year", .year),
            Column("kind", .choice(ReportText.Kind.allCases.map(\.rawValue))),
            Column("text", .text),
        ],
        ofSchool: RowList({ $0.reportTexts }, { $1(&$0.reportTexts) }))
}

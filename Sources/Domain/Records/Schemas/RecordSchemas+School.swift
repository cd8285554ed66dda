extension RecordSchema {
    // What a school does and can show as a whole.

    static let meetings = [
        Column("meeting_id", .identifier, key: true),
        Column("kind", .choice(Meeting.Kind.allCases.map(\.rawValue))),
        Column("pupil", .pupil, optional: true, to: .pupils),
        Column("planned_for", .date, optional: true), Column("held_on", .date, optional: true),
        Column("parts", .list([]), optional: true), Column("note", .text, optional: true),
        Column("report_sent_on", .date, optional: true),
    ]
    static let training = [
        Column("training_id", .identifier, key: true),
        Column("kind", .choice(Training.Kind.allCases.map(\.rawValue))), Column("title", .name),
        Column("on", .date), Column("days", .figure, optional: true),
        Column("provider", .name, optional: true), Column("whole_school", .yesNo),
    ]
    static let trainingPeople = [
        Column("training_id", .identifier, key: true, to: .training),
        Column("staff", .identifier, key: true, to: .staff),
        Column("attended", .yesNo, optional: true), Column("caught_up_on", .date, optional: true),
    ]
    static let acknowledgements = [
        Column("staff", .identifier, key: true, to: .staff),
        Column("what", .acknowledged, key: true), Column("on", .date, key: true),
        Column("version", .name, optional: true),
    ]
    static let attestations = [
        Column("clause", .identifier, key: true), Column("on", .date, key: true),
        Column("by", .name), Column("evidence", .text),
    ]
    static let linkedPolicies = [
        Column("policy", .identifier, key: true), Column("title", .name, optional: true),
        Column("dated", .date, optional: true), Column("review_by", .date, optional: true),
        Column("refers_to_cksw", .yesNo, optional: true), Column("where", .name, optional: true),
    ]
    static let governorsReports = [
        Column("academic_year", .year, key: true), Column("section_a_on", .date, optional: true),
        Column("section_b_on", .date, optional: true),
        Column("presented_on", .date, optional: true), Column("sent_on", .date, optional: true),
    ]
}

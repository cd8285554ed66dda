extension KindDefinition {
    // The school, its calendar, and who works in it.

    static let yearGroups: FieldType = .choice(
        ["N1", "N2", "R"] + (1...13).map(String.init))
    private static let termNames: FieldType = .choice(TermName.allCases.map(\.rawValue))

    static let school = KindDefinition(
        .school, "school", about: .school, topic: .school, turns: .everyone,
        by: [.schoolDetails, .school],
        missing: "The school is not on record yet; enter its details first",
        [
            Column("urn", .identifier, key: true), Column("name", .name),
            Column(
                "phase",
                .choice(["infant", "primary", "secondary", "all-through", "special", "nursery"])),
            Column("local_authority", .name), Column("virtual_school_name", .name, optional: true),
            Column("virtual_school_email", .name, optional: true),
            Column("virtual_school_phone", .name, optional: true),
            Column("records_from", .date, optional: true),
        ],
        ofSchool: RowList({ $0.school.map { [$0] } ?? [] }) { facts, change in
            var rows = facts.school.map { [$0] } ?? []
            change(&rows)
            facts.school = rows.last
        })

    static let terms = KindDefinition(
        .terms, "term", about: .school, topic: .school, turns: .everyone,
        by: [.term],
        [
            Column("academic_year", .year, key: true), Column("term", termNames, key: true),
            Column("start", .date), Column("end", .date),
        ],
        check: { $0.order("start", "end", "is before start") },
        checkAmong: { record, others, _ in record.overlappingTerms(in: others) })

    static let closures = KindDefinition(
        .closures, "closure", about: .school, topic: .school, turns: .everyone,
        by: [.closure],
        [
            Column("from", .date, key: true), Column("to", .date, key: true),
            Column("kind", .choice(Closure.Kind.allCases.map(\.rawValue)), key: true),
            Column("name", .name, optional: true),
        ])

    static let staff = KindDefinition(
        .staff, "member of staff", about: .staff, topic: .staff, turns: .everyone,
        by: [.staff, .staffChange, .staffLeave],
        missing: "No staff are on record yet; add one first",
        [
            Column("staff", .identifier, key: true), Column("name", .name), Column("post", .name),
            Column("teaching", .yesNo), Column("qts", .yesNo), Column("leadership", .yesNo),
            Column("from", .date), Column("to", .date, optional: true),
            Column("login", .name, optional: true, topic: .accounts),
        ],
        ofSchool: RowList({ $0.staff }, { $1(&$0.staff) }),
        line: { row, _ in row["name"] })

    /// Naming who holds a role gives that role's sight: more than a fact about staff.
    static let roles = KindDefinition(
        .roles, "role", about: .school, topic: .staff, changedAs: .accounts, turns: .school,
        by: [.role, .roleEnd], missing: "Nobody holds a role yet; name somebody first",
        [
            Column("role", .choice(Role.Name.allCases.map(\.rawValue)), key: true),
            Column("person", .name, key: true), Column("from", .date, key: true),
            Column("to", .date, optional: true),
            Column("login", .name, optional: true, topic: .accounts),
            Column("hours", .figure, optional: true),
        ],
        ofSchool: RowList({ $0.roles }, { $1(&$0.roles) }),
        line: { row, facts in "\(Role(row).name.words), \(facts.school.staffName(row["person"]))" })

    static let peers = KindDefinition(
        .peers, "peers' figure", about: .school, topic: .comparison, turns: .school,
        by: [.peers],
        [
            Column("academic_year", .year, key: true), Column("year_group", yearGroups, key: true),
            Column(
                "measure",
                .choice([
                    "attendance", "reading", "writing", "maths", "phonics", "gld", "suspended",
                ]),
                key: true),
            Column("term", termNames, key: true), Column("value", .figure),
            Column("pupils", .count),
        ],
        ofSchool: RowList({ $0.peers }, { $1(&$0.peers) }))
}

extension RecordKind {
    /// The columns of this kind.
    public var schema: RecordSchema { RecordSchema.all[position] }

    /// The place among all kinds; a switch, because every look-up of a column passes here.
    var position: Int {
        switch self {
        case .school: 0
        case .terms: 1
        case .closures: 2
        case .staff: 3
        case .roles: 4
        case .pupils: 5
        case .status: 6
        case .professionals: 7
        case .adults: 8
        case .peps: 9
        case .pepPeople: 10
        case .targets: 11
        case .attendance: 12
        case .peers: 13
        case .contacts: 14
        case .funds: 15
        case .funding: 16
        case .decisions: 17
        case .interventions: 18
        case .progress: 19
        case .checks: 20
        case .meetings: 21
        case .training: 22
        case .trainingPeople: 23
        case .acknowledgements: 24
        case .attestations: 25
        case .linkedPolicies: 26
        case .governorsReports: 27
        case .responsibilities: 28
        case .profiles: 29
        case .senReviews: 30
        case .sdq: 31
        case .checklists: 32
        case .alternativeProvision: 33
        case .suspensions: 34
        case .census: 35
        }
    }
}

extension RecordSchema {
    /// The schemas in the order of `RecordKind.allCases`.
    static let all: [RecordSchema] = RecordKind.allCases.map(make)

    private static func make(_ kind: RecordKind) -> RecordSchema {
        switch kind {
        case .school: RecordSchema(kind, school)
        case .terms: RecordSchema(kind, terms)
        case .closures: RecordSchema(kind, closures)
        case .staff: RecordSchema(kind, staff)
        case .roles: RecordSchema(kind, roles)
        case .pupils: RecordSchema(kind, pupils)
        case .status: RecordSchema(kind, status)
        case .professionals: RecordSchema(kind, professionals)
        case .adults: RecordSchema(kind, adults)
        case .peps: RecordSchema(kind, peps)
        case .pepPeople: RecordSchema(kind, pepPeople)
        case .targets: RecordSchema(kind, targets)
        case .attendance: RecordSchema(kind, attendance)
        case .peers: RecordSchema(kind, peers)
        case .contacts: RecordSchema(kind, contacts)
        case .funds: RecordSchema(kind, funds)
        case .funding: RecordSchema(kind, funding)
        case .decisions: RecordSchema(kind, decisions)
        case .interventions: RecordSchema(kind, interventions)
        case .progress: RecordSchema(kind, progress)
        case .checks: RecordSchema(kind, checks)
        case .meetings: RecordSchema(kind, meetings)
        case .training: RecordSchema(kind, training)
        case .trainingPeople: RecordSchema(kind, trainingPeople)
        case .acknowledgements: RecordSchema(kind, acknowledgements)
        case .attestations: RecordSchema(kind, attestations)
        case .linkedPolicies: RecordSchema(kind, linkedPolicies)
        case .governorsReports: RecordSchema(kind, governorsReports)
        case .responsibilities: RecordSchema(kind, responsibilities)
        case .profiles: RecordSchema(kind, profiles)
        case .senReviews: RecordSchema(kind, senReviews)
        case .sdq: RecordSchema(kind, sdq)
        case .checklists: RecordSchema(kind, checklists)
        case .alternativeProvision: RecordSchema(kind, alternativeProvision)
        case .suspensions: RecordSchema(kind, suspensions)
        case .census: RecordSchema(kind, census)
        }
    }

    static let yearGroups: FieldType = .choice(
        ["N1", "N2", "R"] + (1...13).map(String.init))
    static let termNames: FieldType = .choice(TermName.allCases.map(\.rawValue))
    static let professionalRoles = [
        "social-worker", "carer", "parent", "iro", "health", "education-adviser", "other",
    ]

    private static let school = [
        Column("urn", .identifier, key: true), Column("name", .name),
        Column(
            "phase",
            .choice(["infant", "primary", "secondary", "all-through", "special", "nursery"])),
        Column("local_authority", .name), Column("virtual_school_name", .name, optional: true),
        Column("virtual_school_email", .name, optional: true),
        Column("virtual_school_phone", .name, optional: true),
        Column("records_from", .date, optional: true),
    ]
    private static let terms = [
        Column("academic_year", .year, key: true), Column("term", termNames, key: true),
        Column("start", .date), Column("end", .date),
    ]
    private static let closures = [
        Column("from", .date, key: true), Column("to", .date, key: true),
        Column("kind", .choice(Closure.Kind.allCases.map(\.rawValue)), key: true),
        Column("name", .name, optional: true),
    ]
    private static let staff = [
        Column("staff", .identifier, key: true), Column("name", .name), Column("post", .name),
        Column("teaching", .yesNo), Column("qts", .yesNo), Column("leadership", .yesNo),
        Column("from", .date), Column("to", .date, optional: true),
        Column("login", .name, optional: true),
    ]
    private static let roles = [
        Column("role", .choice(Role.Name.allCases.map(\.rawValue)), key: true),
        Column("person", .name, key: true), Column("from", .date, key: true),
        Column("to", .date, optional: true), Column("login", .name, optional: true),
    ]
    private static let pupils = [
        Column("pupil", .pupil, key: true), Column("upn", .upn, optional: true),
        Column("surname", .name), Column("forename", .name),
        Column("known_as", .name, optional: true), Column("born", .date),
        Column("year_group", yearGroups), Column("class", .name, optional: true),
        Column("admitted", .date), Column("left", .date, optional: true),
        Column("sen", .choice(["N", "K", "E"]), optional: true),
        Column("disabled", .yesNo, optional: true), Column("pp_eligible", .yesNo, optional: true),
        Column("preferred_surname", .name, optional: true),
        Column("family", .name, optional: true),
    ]
    private static let status = [
        Column("pupil", .pupil, key: true, to: .pupils),
        Column("status", .choice(CareKind.allCases.map(\.rawValue)), key: true),
        Column("from", .date, key: true), Column("to", .date, optional: true),
        Column(
            "legal_status", .choice(LegalStatus.allCases.map(\.rawValue)), optional: true),
        Column("local_authority", .name, optional: true), Column("note", .text, optional: true),
        Column(
            "category", .choice(["neglect", "physical", "emotional", "sexual"]), optional: true),
    ]
    private static let professionals = [
        Column("pupil", .pupil, key: true, to: .pupils),
        Column("role", .choice(professionalRoles), key: true), Column("name", .name, key: true),
        Column("organisation", .name, optional: true), Column("phone", .name, optional: true),
        Column("email", .name, optional: true), Column("from", .date, key: true),
        Column("to", .date, optional: true), Column("checked_on", .date, optional: true),
        Column("responsibility", .yesNo, optional: true),
        Column("contact", .choice(["yes", "no", "ask-dsl"]), optional: true),
        Column("priority", .count, optional: true),
    ]
    private static let adults = [
        Column("pupil", .pupil, key: true, to: .pupils),
        Column("staff", .identifier, key: true, to: .staff),
        Column("kind", .choice(["key-adult", "mentor", "teacher"]), key: true),
        Column("from", .date, key: true), Column("to", .date, optional: true),
    ]
    private static let peps = [
        Column("pep_id", .identifier, key: true), Column("pupil", .pupil, to: .pupils),
        Column("planned_for", .date, optional: true), Column("held_on", .date, optional: true),
        Column("cancelled", .yesNo, optional: true), Column("completed_on", .date, optional: true),
        Column("pupil_views", .yesNo, optional: true), Column("note", .text, optional: true),
    ]
    private static let pepPeople = [
        Column("pep_id", .identifier, key: true, to: .peps),
        Column(
            "role", .choice(professionalRoles + ["designated-teacher", "class-teacher", "pupil"]),
            key: true),
        Column("name", .name, key: true), Column("invited_on", .date, optional: true),
        Column("attended", .yesNo, optional: true), Column("views", .yesNo, optional: true),
    ]
    private static let targets = [
        Column("target_id", .identifier, key: true), Column("pep_id", .identifier, to: .peps),
        Column(
            "area",
            .choice([
                "reading", "writing", "maths", "phonics", "communication", "emotional",
                "attendance", "other",
            ])),
        Column("target", .text), Column("success", .text),
        Column("reviewed_on", .date, optional: true),
        Column("outcome", .choice(["met", "partly", "not-met"]), optional: true),
    ]
    private static let attendance = [
        Column("pupil", .pupil, key: true, to: .pupils), Column("date", .date, key: true),
        Column("am", .mark, optional: true), Column("pm", .mark, optional: true),
        Column("late_minutes", .minutes, optional: true),
    ]
    private static let peers = [
        Column("academic_year", .year, key: true), Column("year_group", yearGroups, key: true),
        Column(
            "measure",
            .choice(["attendance", "reading", "writing", "maths", "phonics", "gld", "suspended"]),
            key: true),
        Column("term", termNames, key: true), Column("value", .figure), Column("pupils", .count),
    ]
    private static let contacts = [
        Column("contact_id", .identifier, key: true),
        Column("pupil", .pupil, optional: true, to: .pupils), Column("at", .instant),
        Column("with", .choice(Contact.Party.allCases.map(\.rawValue))),
        Column("how", .choice(["phone", "email", "meeting", "visit", "letter"])),
        Column("staff", .identifier, to: .staff),
        Column("about", .choice(Contact.Topic.allCases.map(\.rawValue))),
        Column("summary", .text), Column("reached", .yesNo, optional: true),
    ]
    private static let funds = [
        Column("fund_id", .identifier, key: true), Column("name", .name),
        Column("kind", .choice(Fund.Kind.allCases.map(\.rawValue))),
        Column("financial_year", .year),
        Column("managed_by", .choice(["virtual-school", "school"])),
    ]
    private static let funding = [
        Column("entry_id", .identifier, key: true),
        Column("fund_id", .identifier, to: .funds),
        Column("pupil", .pupil, optional: true, to: .pupils),
        Column("kind", .choice(FundEntry.Kind.allCases.map(\.rawValue))), Column("on", .date),
        Column("amount", .money),
        Column("commitment", .identifier, optional: true, to: .funding),
        Column("target_id", .identifier, optional: true, to: .targets), Column("what", .text),
        Column("reason", .text, optional: true),
        Column("impact", .choice(["none", "some", "strong"]), optional: true),
        Column("impact_on", .date, optional: true),
        Column("impact_note", .text, optional: true),
    ]
}

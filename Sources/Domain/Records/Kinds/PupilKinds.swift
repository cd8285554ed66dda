extension KindDefinition {
    // The children on roll, and the people around them.

    static let professionalRoles = PersonRole.professional.map(\.rawValue)
    private static let safeguarding = RowCondition(
        "about", [Contact.Topic.safeguarding.rawValue])

    static let pupils = KindDefinition(
        .pupils, "pupil", about: .pupil, topic: .identity, turns: .school,
        by: [.pupilAdd, .pupilChange, .pupilNumber, .pupilLeave],
        missing: "No pupil is on record yet; add one first",
        [
            Column("pupil", .pupil, key: true),
            Column("upn", .upn, optional: true, topic: .registration),
            Column("surname", .name, origins: .column("preferred_surname")),
            Column("forename", .name, origins: .column("known_as")),
            Column("known_as", .name, optional: true), Column("born", .date),
            Column("year_group", yearGroups), Column("class", .name, optional: true),
            Column("admitted", .date), Column("left", .date, optional: true),
            Column("sen", .choice(["N", "K", "E"]), optional: true, topic: .sen),
            Column("disabled", .yesNo, optional: true, topic: .sen),
            Column("pp_eligible", .yesNo, optional: true, topic: .eligibility),
            Column("preferred_surname", .name, optional: true),
            Column("family", .name, optional: true, topic: .registration, origins: .empty),
        ],
        check: {
            $0.order("admitted", "left", "is before admitted")
                + $0.order("born", "admitted", "is before born")
        })

    static let status = KindDefinition(
        .status, "status", about: .pupil, topic: .cohort, turns: .school,
        by: [.statusBegin, .statusChange, .statusEnd],
        missing: "No status of this child is on record yet; enter one first",
        [
            Column("pupil", .pupil, key: true, to: .pupils),
            Column("status", .choice(CareKind.allCases.map(\.rawValue)), key: true),
            Column("from", .date, key: true), Column("to", .date, optional: true),
            Column(
                "legal_status", .choice(LegalStatus.allCases.map(\.rawValue)), optional: true,
                topic: .care),
            Column("local_authority", .name, optional: true, topic: .care),
            Column("note", .text, optional: true, topic: .plan),
            Column(
                "category", .choice(["neglect", "physical", "emotional", "sexual"]), optional: true,
                topic: .plan),
        ],
        ofPupil: RowList({ $0.statuses }, { $1(&$0.statuses) }),
        line: { row, _ in CareStatus(row).words },
        protection: RowCondition("status", [CareKind.cp.rawValue, CareKind.cin.rawValue]))

    static let professionals = KindDefinition(
        .professionals, "person", about: .pupil, topic: .professionals, turns: .child,
        by: [.person, .personChange, .personEnd, .personCheck],
        missing: "Nobody around this child is on record yet; add them first",
        [
            Column("pupil", .pupil, key: true, to: .pupils),
            Column("role", .choice(professionalRoles), key: true), Column("name", .name, key: true),
            Column("organisation", .name, optional: true), Column("phone", .name, optional: true),
            Column("email", .name, optional: true), Column("from", .date, key: true),
            Column("to", .date, optional: true), Column("checked_on", .date, optional: true),
            Column("responsibility", .yesNo, optional: true),
            Column("contact", .choice(["yes", "no", "ask-dsl"]), optional: true),
            Column("priority", .count, optional: true),
        ],
        ofPupil: RowList({ $0.professionals }, { $1(&$0.professionals) }),
        line: { row, _ in Professional(row).nameAndRole },
        others: "another person's name and how to reach them",
        origins: RowCondition("role", ["parent"]))

    static let adults = KindDefinition(
        .adults, "adult of the school", about: .pupil, topic: .adults, turns: .child,
        by: [.keyAdult, .keyAdultEnd], missing: "This child has no key adult yet; name one first",
        [
            Column("pupil", .pupil, key: true, to: .pupils),
            Column("staff", .identifier, key: true, to: .staff),
            Column("kind", .choice(SupportingAdult.Kind.allCases.map(\.rawValue)), key: true),
            Column("from", .date, key: true), Column("to", .date, optional: true),
        ],
        ofPupil: RowList({ $0.adults }, { $1(&$0.adults) }),
        line: { row, facts in
            "\(facts.school.staffName(row["staff"])), \(row["kind"].replacing("-", with: " "))"
        },
        others: "a member of staff")

    static let attendance = KindDefinition(
        .attendance, "marks", about: .pupil, topic: .register, turns: .child,
        by: [.marks, .classMarks, .importFile],
        [
            Column("pupil", .pupil, key: true, to: .pupils), Column("date", .date, key: true),
            Column("am", .mark, optional: true), Column("pm", .mark, optional: true),
            Column("late_minutes", .minutes, optional: true),
        ],
        checkAmong: { record, _, codes in record.markFaults(codes) })

    static let contacts = KindDefinition(
        .contacts, "contact", about: .pupil, topic: .contacts, turns: .school,
        by: [.contact, .contactCorrect, .letterSent],
        missing: "No contact about this child is on record yet; log one first",
        [
            Column("contact_id", .identifier, key: true),
            Column("pupil", .pupil, optional: true, to: .pupils), Column("at", .instant),
            Column("with", .choice(Contact.Party.allCases.map(\.rawValue))),
            Column("how", .choice(["phone", "email", "meeting", "visit", "letter"])),
            Column("staff", .identifier, to: .staff),
            Column("about", .choice(Contact.Topic.allCases.map(\.rawValue))),
            Column(
                "summary", .text, planWhere: safeguarding,
                origins: .text(
                    "", where: RowCondition("with", [Contact.Party.parent.rawValue]))),
            Column("reached", .yesNo, optional: true),
        ],
        ofPupil: RowList({ $0.contacts }, { $1(&$0.contacts) }),
        fact: { Contact($0).words },
        line: { row, _ in
            let contact = Contact(row)
            return "\(contact.day.short) \(contact.with.words): \(contact.summary.prefix(30))"
        },
        others: "a talk with another person",
        protection: safeguarding)
}

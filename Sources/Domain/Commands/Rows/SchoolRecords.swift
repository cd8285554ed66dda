extension ActionSpec {
    static let meeting = enter(
        .meeting, .meetings, "Record a meeting", short: "meeting",
        help: "A conference, core group or review, or one of the school's own meetings.",
        prefix: "M",
        [
            .column("kind", standard: { context, _ in context.asked(\.meeting)?.rawValue }),
            .column("planned_for", hint: "such as 1 Dec 9.15, or next Tue at 2pm").withTime(),
            .time,
            "held_on",
            .column(
                "parts",
                as: .several { _, _ in
                    ["attainment", "resources", "training"].map { Choice($0) }
                },
                hint: "what the report to the head covered"),
            .column("report_sent_on", "Report sent"), "note", .paper,
        ],
        check: { form in
            form.needOneOf("planned_for", "held_on")
            // What is the school's own is about no child, wherever it was begun.
            if Meeting.Kind(rawValue: form["kind"])?.isOfSchool == true {
                form.settle("pupil", "")
            }
        }, begun: { $0.plannedMeeting })

    static let training = enter(
        .training, .training, "Record training", short: "training",
        help: "A course or briefing, its days, and who of the staff took part.", prefix: "TR",
        [
            .column("kind", standard: { context, _ in context.asked(\.training)?.rawValue }),
            "title", .today("on"), .column("days", hint: "such as 0.5"), "provider",
            .column(
                "whole_school",
                standard: { context, _ in
                    context.origin.duty?.shownBy.contains(where: \.isOfWholeSchool) == true
                        ? "yes" : "no"
                }),
            .field(
                FieldSpec(
                    "attended", "Took part", .several { context, _ in context.staffOptions },
                    hint: "everyone who was in the room",
                    standard: { context, entries in context.attended(entries) }
                ).offering(.staff)), .paper,
        ],
        also: { form, training in
            for staff in form.entries[all: "attended"] {
                let key = RecordKey(
                    kind: .trainingPeople, parts: [training["training_id"], staff])
                form.put(
                    .trainingPeople, over: form.facts.record(key),
                    ["training_id": key.parts[0], "staff": staff, "attended": "yes"],
                    fields: ["staff": "attended"])
            }
        })

    static let trainingPerson = enter(
        .trainingPerson, .trainingPeople, "Record who caught up on training",
        short: "who was trained", help: "Who took part in a training, or caught up on it.",
        [
            .column(
                "training_id", "Training",
                as: .choice { context, _ in
                    context.facts.school.training.map(\.record)
                        .sorted { $0["on"] > $1["on"] }
                        .map {
                            Choice(
                                $0["training_id"],
                                "\($0["title"]), \($0.day("on")?.dayMonthYear ?? "")")
                        }
                }
            ).offering(.training),
            .column(
                "staff", "Who", hint: "a member of staff",
                standard: { context, _ in context.staffOfDuty }),
            "attended", .column("caught_up_on", hint: "where somebody was not in the room"),
        ],
        unless: .ofSchool(.training) { !$0.training.isEmpty }
    ) { form in
        if form["attended"].isEmpty, form["caught_up_on"].isEmpty {
            form.fault("attended", "is missing, as is the day of catching up", cause: .missing)
        }
    }

    static let acknowledge = ActionSpec(
        .acknowledge, "Record what was read", short: "what was read",
        help: "Who has read the policy, KCSIE, the child protection policy or a profile.",
        [
            FieldSpec(
                "staff", "Who", .several { context, _ in context.staffOptions }, required: true,
                hint: "everyone who has read it",
                standard: { context, _ in context.staffOfDuty }
            ).offering(.staff),
            FieldSpec(
                "what", "What", .person(textsToRead), required: true,
                hint: "what was read",
                onCommandLine: "policy, kcsie, child-protection or profile:REF",
                standard: { context, _ in context.textOfDuty }),
            .today("on", "On"),
            ActionField.column("version", hint: "of the text").of(.acknowledgements),
        ], ofSchool: true
    ) { form in
        form.refuseFuture("on")
        for staff in form.entries[all: "staff"] {
            form.put(
                .acknowledgements, form.values("what", "on", "version", and: ["staff": staff]))
        }
        return .school
    }

    /// The texts that all staff read, and the profile of each child who has one.
    private static let textsToRead: FieldKind.Options = { context, _ in
        let texts = [
            Choice("policy", "this policy"), Choice("kcsie", "KCSIE"),
            Choice("child-protection", "child protection policy"),
        ]
        let children = context.facts.pupils.values.filter { !$0.profiles.isEmpty }
            .sorted { $0.pupil.displayName < $1.pupil.displayName }
        return texts
            + children.map {
                Choice("profile:\($0.ref.text)", "needs profile of \($0.pupil.displayName)")
            }
    }

    static let attest = enter(
        .attest, .attestations, "Attest a clause", short: "attest",
        help:
            "Your word that a promise is kept, and what shows it, where nothing recorded can tell.",
        [
            .column(
                "clause",
                as: .person { context, _ in
                    context.pack.clauses.filter { !$0.isComputed }
                        .map { Choice($0.id, "\($0.id) \($0.text)") }
                }, hint: "some words of the promise, or its number",
                standard: { context, _ in context.clauseOfDuty }),
            .today("on"), .by("by"),
            .column("evidence", hint: "such as minutes, a form, a policy"), .paper,
        ]
    ) { form in
        if !form.context.pack.clauses.contains(where: { $0.id == form["clause"] }) {
            form.fault("clause", "is no clause of the policy", cause: .noSuchRecord)
        }
    }

    static let linkedPolicy = enter(
        .linkedPolicy, .linkedPolicies, "Record a linked policy", short: "linked policy",
        help: "Another policy of the school: its date, its review, where it stands.",
        [
            .column(
                "policy", as: .choice { context, _ in context.policiesAskedFor.map { Choice($0) } },
                standard: { context, _ in context.policyOfDuty }),
            "title", "dated", "review_by", "refers_to_cksw", "where",
        ])

    static let governorsReport = enter(
        .governorsReport, .governorsReports, "Record the governors' report",
        short: "governors' report",
        help: "When its sections were written, when it was presented and sent.",
        [
            .column(
                "academic_year", "Year", hint: "such as 2026-27",
                standard: { context, _ in
                    if case .year(let year) = context.origin.duty?.reference { return year.label }
                    return AcademicYear(of: context.today).label
                }), "section_a_on", "section_b_on", "presented_on", "sent_on",
        ])

    static let reportText = enter(
        .reportText, .reportTexts, "Write for the governors' report", short: "report text",
        help: "A strength, a priority, something to decide, or what children and carers say: no "
            + "child may be told from it.", prefix: "RT",
        [
            .column(
                "academic_year", "Year", hint: "such as 2026-27",
                standard: { context, _ in AcademicYear(of: context.today).label }),
            "kind", .column("text", hint: "in words that name nobody"),
        ])

    static let schoolDetails = enter(
        .schoolDetails, .school, "Change the school's details", short: "school's details",
        help: "Name, phase, authority, and how to reach the Virtual School.",
        schoolColumns { $0 != "records_from" }, also: replaceSchool)

    /// `cksw record school` takes the school's details too, so that a new store needs one command;
    /// the form asks for the day alone.
    static let school = enter(
        .school, .school, "Say where records begin", short: "where records begin",
        help: "The day from which this school keeps these records here; what fell due before is "
            + "not asked for.", schoolColumns { $0 == "records_from" },
        unless: .ofSchool(.school) { $0.school != nil }, also: replaceSchool,
        prefill: { context in
            let stands = context.facts.school.recordsFrom ?? context.today
            return ["records_from": stands.iso]
        })

    /// All of them, so that another URN loses nothing.
    private static func schoolColumns(where isShown: (String) -> Bool) -> [ActionField] {
        RecordKind.school.schema.columns.map(\.name).map { name in
            .column(
                name, labels[name],
                hint: name == "records_from"
                    ? "such as today or 1 Sep; empty where no day is said" : "",
                isShown: isShown(name),
                standard: { context, _ in context.facts.school.school?.record.text(name) })
        }
    }

    private static let labels = ["urn": "URN", "records_from": "Records begin"]

    /// There is one school: another URN takes the place of the old one.
    private static let replaceSchool: @Sendable (inout Recording, Record) -> Void = {
        form, school in
        if let old = form.facts.school.school?.record.key, old != school.key { form.remove(old) }
    }

    static let peers = enter(
        .peers, .peers, "Record peers' figures", short: "peers' figures",
        help: "Figures of the pupils without a social worker, to measure the gap.",
        [
            .column(
                "academic_year", "Year", hint: "such as 2026-27",
                standard: { context, _ in AcademicYear(of: context.today).label }),
            "term", "year_group", "measure", .column("value", hint: "per cent"),
            .column("pupils", hint: "how many pupils it is of"),
        ])
}

extension CommandContext {
    /// The meeting that was planned last for what the duty asks, and of which nobody has said that it
    /// was held: the same meeting is not recorded twice.
    fileprivate var plannedMeeting: Record? {
        guard let kind = asked(\.meeting) else { return nil }
        let meetings = kind.isOfSchool ? facts.school.meetings : child?.meetings ?? []
        let open = meetings.filter { $0.kind == kind && $0.heldOn == nil }
        return open.max { $0.record["planned_for"] < $1.record["planned_for"] }?.record
    }

    /// The member of staff whom the duty is about.
    fileprivate var staffOfDuty: String? {
        guard case .staff(let id) = origin.duty?.subject else { return nil }
        return id
    }

    /// The clause that the duty asks to attest.
    fileprivate var clauseOfDuty: String? {
        guard case .clause(let id) = origin.duty?.reference else { return nil }
        return id
    }

    /// Who is on record as having taken part in the training that is changed.
    fileprivate func attended(_ entries: Entries) -> String? {
        let id = entries["training_id"]
        let people = facts.school.trainingPeople.map(\.record).filter {
            $0["training_id"] == id && $0["attended"] == "yes"
        }
        return id.isEmpty || people.isEmpty
            ? nil : people.map { $0["staff"] }.sorted().joined(separator: ";")
    }
}

extension ActionSpec {
    static let keyAdult = ActionSpec(
        .keyAdult, "Name a key adult", short: "key adult", choice: "name",
        help: "The member of staff who stands by the child; the last key adult's row ends.",
        [
            .pupil,
            FieldSpec(
                "staff", "Who", .person { context, _ in context.staffOptions }, required: true,
                hint: "a member of staff"
            ).offering(.staff),
            .today("from", "From", lean: .either),
            FieldSpec(
                "kind", "As", .words(of: .adults, "kind"), required: true, isShown: false,
                standard: { _, _ in "key-adult" }),
            FieldSpec("to", "To", .day(.either), hint: "empty while it holds", isShown: false),
        ],
        unless: .noneOf(.staff) { _, context in !context.facts.school.staff.isEmpty }
    ) { form in
        let pupil = form.pupil()
        if let pupil, form["kind"] == "key-adult", let from = form.day("from") {
            form.endKeyAdults(of: pupil, from: from)
        }
        form.put(
            .adults,
            [
                "pupil": form["pupil"], "staff": form["staff"], "kind": form["kind"],
                "from": form["from"], "to": form["to"],
            ])
        form.refuseLeaver("staff", on: "from")
        return pupil.map { .pupil($0.ref) }
    }

    static let role = ActionSpec(
        .role, "Name who holds a role", short: "name role", choice: "role",
        help: "Designated Teacher, DSL, SENCO and the others; with a last day it ends.",
        [
            FieldSpec("role", "Role", .choice { _, _ in roleOptions }, required: true),
            FieldSpec(
                "person", "Who", .person { context, _ in context.staffOptions }, required: true,
                hint: "a member of staff, or a name"
            ).offering(.staff, orTyped: true),
            .today("from", "From", lean: .either),
            FieldSpec("to", "To", .day(.either), hint: "empty while it holds"),
            FieldSpec(
                "login", "Login", .line, hint: "the login that the role may use",
                isShown: false),
        ],
        ofSchool: true, prefill: rolePrefill
    ) { form in
        let key = RecordKey(
            kind: .roles, parts: [form["role"], form["person"], form["from"]])
        var columns = ["role": key.parts[0], "person": key.parts[1], "from": key.parts[2]]
        for column in ["to", "login"] where !form[column].isEmpty { columns[column] = form[column] }
        form.put(.roles, over: form.facts.record(key), columns)
        return .school
    }

    static let staff = ActionSpec(
        .staff, "Enter a member of staff", short: "add staff", choice: "member of staff",
        help: "A new member of staff, or with a known id what has changed, the last day included.",
        [
            FieldSpec(
                "staff", "Id", .line, required: true, hint: "such as S07: the school's own",
                standard: { context, _ in context.freeStaffID }),
            FieldSpec("name", "Name", .line, required: true),
            FieldSpec("post", "Post", .line, required: true, hint: "such as Teacher"),
            FieldSpec("teaching", "Teaches", .flag, required: true),
            FieldSpec("qts", "QTS", .flag, required: true, hint: "qualified teacher status"),
            FieldSpec("leadership", "Leadership", .flag, required: true),
            .today("from", "From", lean: .either),
            FieldSpec("to", "To", .day(.either), hint: "the last day; empty while employed"),
            FieldSpec("login", "Login", .line, hint: "the login at this computer, if any"),
        ],
        ofSchool: true, prefill: staffPrefill
    ) { form in
        let columns = [
            "staff", "name", "post", "teaching", "qts", "leadership", "from", "to", "login",
        ]
        form.put(
            .staff, over: form.facts.record(RecordKey(kind: .staff, parts: [form["staff"]])),
            Dictionary(uniqueKeysWithValues: columns.map { ($0, form[$0]) }))
        return .staff(form["staff"])
    }

    private static let staffPrefill: @Sendable (CommandContext) -> Entries = { context in
        context.origin.id(of: .staff).flatMap { id in
            context.facts.record(RecordKey(kind: .staff, parts: [id]))?.entries
        } ?? ["teaching": "no", "qts": "no", "leadership": "no"]
    }

    private static let personPrefill: @Sendable (CommandContext) -> Entries = { context in
        guard let key = context.origin.record, key.kind == .professionals else { return [:] }
        return context.facts.record(key)?.entries ?? [:]
    }

    static let person = ActionSpec(
        .person, "Enter a person around the child", short: "add person", choice: "add",
        help: "Social worker, carer, parent or another, with how to reach them.",
        [
            .pupil,
            FieldSpec("role", "Role", .words(of: .professionals, "role"), required: true),
            FieldSpec("name", "Name", .line, required: true),
            FieldSpec("organisation", "From where", .line),
            FieldSpec("phone", "Telephone", .line), FieldSpec("email", "Email", .line),
            .today("from", "Since"),
            FieldSpec("to", "To", .day(.either), hint: "empty while it holds"),
            FieldSpec(
                "contact", "Contact", .words(of: .professionals, "contact"),
                hint: "no: never to be contacted; ask-dsl: ask first"),
            FieldSpec("responsibility", "Responsibility", .flag, hint: "parental"),
        ],
        prefill: personPrefill
    ) { form in
        let pupil = form.pupil()
        let key = RecordKey(
            kind: .professionals,
            parts: [form["pupil"], form["role"], form["name"], form["from"]])
        let columns = form.spec.fields.map(\.name)
        form.put(
            .professionals, over: form.facts.record(key),
            Dictionary(uniqueKeysWithValues: columns.map { ($0, form[$0]) })
                .merging(["checked_on": form.today.iso]) { _, new in new })
        return pupil.map { .pupil($0.ref) }
    }

    private static let roleOptions = Role.Name.allCases.map { Choice($0.rawValue, $0.words) }

    private static let rolePrefill: @Sendable (CommandContext) -> Entries = { context in
        if let key = context.origin.record, key.kind == .roles,
            let record = context.facts.record(key)
        {
            return record.entries
        }
        return context.asked(\.role).map { ["role": $0.rawValue] } ?? [:]
    }
}

extension CommandContext {
    /// `S01`, or the first after it that is free.
    fileprivate var freeStaffID: String? {
        let taken = Set(facts.school.staff.map(\.id))
        return (1...999).lazy.map { $0 < 10 ? "S0\($0)" : "S\($0)" }
            .first { !taken.contains($0) }
    }
}

extension Recording {
    /// The key adult before ends the day before the new one begins; one who began the same day was
    /// a mistake and goes.
    fileprivate mutating func endKeyAdults(of pupil: PupilFacts, from: Day) {
        for adult in pupil.adults
        where adult.isKeyAdult && (adult.span.to.map { $0 >= from } ?? true) {
            if adult.span.from < from {
                put(.adults, over: adult.record, ["to": (from - 1).iso])
            } else if adult.span.from > from {
                fault("from", "is before the key adult named from \(adult.span.from.long)")
            } else if adult.staff == self["staff"] {
                fault("staff", "is the key adult since that day")
            } else {
                remove(adult.key)
            }
        }
    }

    /// A fault where a member of staff has left by the day on which something is to begin.
    mutating func refuseLeaver(_ field: String, on dayField: String) {
        guard let day = day(dayField),
            let member = facts.school.staff.first(where: { $0.id == self[field] }),
            let left = member.span.to, left < day
        else { return }
        fault(field, "left on \(left.long)")
    }
}

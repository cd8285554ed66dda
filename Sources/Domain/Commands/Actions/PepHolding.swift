extension ActionSpec {
    static let pepHold = ActionSpec(
        .pepHold, "Record a PEP as held", short: "hold PEP", choice: "record as held",
        help: "The day it was held, who came or sent views, the child's views, and its targets.",
        [
            .pupil,
            .pep(planHeld, among: { pep, _ in pep.isOpen }),
            .today("held_on", "Held on"),
            attended, views,
            FieldSpec(
                "pupil_views", "Pupil's views", .flag,
                hint: "whether the child's views were heard"),
        ] + targetFields("") + targetFields("_2") + [
            FieldSpec(
                "voice", "The child says", .text, hint: "as the child said it", isProse: true),
            FieldSpec("next_on", "Next PEP", .day(.future), hint: "the day that was agreed"),
            ActionField.column("kind", hint: "empty for the usual meeting").of(.peps),
            FieldSpec(
                "completed_on", "Signed off", .day(.past), hint: "on the ePEP; empty until it is"),
            .note("note", "Note"),
        ],
        prefill: holdPrefill
    ) { form in
        guard let pupil = form.pupil() else { return nil }
        form.refuseFuture("held_on")
        form.refuseFuture("completed_on")
        if let signed = form.day("completed_on"), let held = form.day("held_on"), signed < held {
            form.fault("completed_on", "is before it was held, on \(held.long)")
        }
        let plan = pupil.peps.first { $0.id == form["pep_id"] }
        if !form["pep_id"].isEmpty { form.refuseTaken(by: plan) }
        let id = form["pep_id"].isEmpty ? form.newID("P", .peps) : form["pep_id"]
        var columns = ["pep_id": id, "pupil": pupil.ref.text, "held_on": form["held_on"]]
        for field in ["pupil_views", "voice", "next_on", "kind", "completed_on", "note"]
        where !form[field].isEmpty {
            columns[field] = form[field]
        }
        form.put(.peps, over: plan?.record, columns)
        form.takePart(in: id, of: pupil)
        form.addTarget(to: id, "")
        form.addTarget(to: id, "_2")
        return .pupil(pupil.ref)
    }

    static let pepSignOff = edit(
        .pepSignOff, "Sign off a PEP", short: "sign off PEP", choice: "sign off",
        help: "The day it was completed on the authority's ePEP.",
        .pep(
            { pupil, context, _ in
                pupil.held(by: context.today).first { $0.completedOn == nil }
            },
            among: { pep, context in pep.held(by: context.today) != nil }),
        [.today("completed_on", "Signed off on", required: true).beginning(.own)],
        unless: .noneOf(
            "No held PEP of this child waits to be signed off; record one as held first", .pepHold
        ) { pupil, context in
            pupil.peps.contains { $0.held(by: context.today) != nil && $0.completedOn == nil }
        }
    ) { form, pep in
        guard let held = PEP(pep).held(by: form.today) else {
            // The day is not at fault too.
            form.settle("completed_on", "")
            return form.fault("pep_id", "was not held yet")
        }
        if let day = form.day("completed_on"), day < held {
            form.fault("completed_on", "is before it was held, on \(held.long)")
        }
    }

    static let attended = FieldSpec(
        "attended", "Came", .people(candidates), hint: "Space marks each of them; * all of them",
        onCommandLine: "role=\"Name\""
    ).offering(.professionals, orTyped: true)

    static let views = FieldSpec(
        "views", "Sent views", .people(candidates), hint: "Space marks each of them; * all of them",
        onCommandLine: "role=\"Name\""
    ).offering(.professionals, orTyped: true)

    /// The fields of one target of a PEP that is being recorded.
    private static func targetFields(_ suffix: String) -> [FieldSpec] {
        let number = suffix.isEmpty ? "" : " 2"
        return [
            FieldSpec(
                "area\(suffix)", "Target\(number) in", .words(of: .targets, "area")),
            FieldSpec(
                "target\(suffix)", "Target\(number)", .line, hint: "what the child will do",
                isProse: true),
            FieldSpec(
                "success\(suffix)", "Success", .line, hint: "how and by when you will know",
                isProse: true),
        ]
    }

    /// The plan that a PEP held on this day fulfils: that of the same term, else the last before.
    private static let planHeld: @Sendable (PupilFacts, CommandContext, Entries) -> PEP? = {
        pupil, context, entries in
        let calendar = context.facts.school.calendar
        let lean = DateWords(today: context.today, lean: .past)
        let day = entries["held_on"].isEmpty ? context.today : lean.day(entries["held_on"])
        guard let day else { return nil }
        let plans = pupil.openPlans
        let term = calendar.term(on: day)
        return plans.first { plan in
            term.map { plan.plannedFor.map($0.contains) ?? false } ?? false
        } ?? plans.last { $0.day <= day }
    }

    private static let holdPrefill: @Sendable (CommandContext) -> Entries = { context in
        var entries: Entries = [:]
        guard let pupil = context.pupil(entries) else { return entries }
        let open = context.pepID.flatMap { id in pupil.openPlans.first { $0.id == id } }
        guard let plan = open ?? planHeld(pupil, context, entries) else { return entries }
        entries["pep_id"] = plan.id
        if let day = plan.plannedFor, day <= context.today { entries["held_on"] = day.iso }
        return entries
    }
}

extension Recording {
    /// Adds the target of three fields, where one of them is filled.
    fileprivate mutating func addTarget(to pep: String, _ suffix: String) {
        let columns = ["area", "target", "success"]
        guard columns.contains(where: { !self[$0 + suffix].isEmpty }) else { return }
        var values = ["target_id": newID("T", .targets), "pep_id": pep]
        for column in columns { values[column] = self[column + suffix] }
        put(
            .targets, values,
            fields: Dictionary(uniqueKeysWithValues: columns.map { ($0, $0 + suffix) }))
    }
}

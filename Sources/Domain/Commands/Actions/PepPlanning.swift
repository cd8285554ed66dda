extension ActionSpec {
    static let pepPlan = ActionSpec(
        .pepPlan, "Plan a PEP", short: "plan PEP", choice: "plan or move",
        help: "Books the next PEP and invites people; one that is planned already is moved.",
        [
            .pupil,
            FieldSpec(
                "pep_id", "PEP", .choice(plans),
                hint: "an open plan, to move it; made where it is left out", hidesEmpty: true),
            FieldSpec(
                "planned_for", "On", .day(.future), required: true,
                hint: "such as next Tue, 1 Dec 9.15, or +14 for in 14 days"
            ).withTime(),
            ActionField.time.of(.peps), invite, alsoInvite, invitedOn,
            ActionField.column("kind", hint: "empty for the usual meeting").of(.peps),
            .note("note", "Note"),
        ],
        prefill: planPrefill, caution: planCautions
    ) { form in
        guard let pupil = form.pupil() else { return nil }
        var plan: PEP?
        if !form["pep_id"].isEmpty {
            plan = pupil.peps.first { $0.id == form["pep_id"] }
            form.refuseTaken(by: plan)
        }
        let id = form["pep_id"].isEmpty ? form.newID("P", .peps) : form["pep_id"]
        var columns = form.values(
            "planned_for", "time", and: ["pep_id": id, "pupil": pupil.ref.text])
        for field in ["kind", "note"] where !form[field].isEmpty { columns[field] = form[field] }
        form.put(.peps, over: plan?.record, columns)
        form.invite(to: id, of: pupil)
        return .pupil(pupil.ref)
    }

    static let pepPeople = ActionSpec(
        .pepPeople, "Invite people to a PEP", short: "invite", choice: "invite",
        help: "Who is invited to a PEP, and who came or sent their views.",
        [
            .pupilOfRecord,
            .pep(
                { pupil, context, _ in pupil.openPlans.first ?? pupil.held(by: context.today).last
                },
                among: { pep, _ in !pep.isCancelled }),
            invite, alsoInvite, invitedOn, attended, views,
        ],
        unless: .noPEP,
        prefill: peoplePrefill, caution: peopleCautions
    ) { form in
        guard let (pupil, pep) = form.pupilAndPEP() else { return nil }
        form.invite(to: pep.id, of: pupil)
        form.takePart(in: pep.id, of: pupil)
        if form.changes.isEmpty { form.fault("invite", "is missing", cause: .missing) }
        return .pupil(pupil.ref)
    }

    static let pepCancel = edit(
        .pepCancel, "Cancel a planned PEP", short: "cancel PEP", choice: "cancel",
        help: "A PEP that is planned and will not be held.",
        .pep({ pupil, _, _ in pupil.openPlans.first }, among: { pep, _ in pep.isOpen }),
        [.column("note", "Why", hint: "may be left empty").beginning(.added)],
        adding: ["cancelled": "yes"],
        unless: .noneOf("No PEP of this child is planned; plan one first", .pepPlan) { pupil, _ in
            pupil.peps.contains(where: \.isOpen)
        }
    ) { form, plan in
        form.refuseClosed(PEP(plan))
    }

    // MARK: People

    static let invite = FieldSpec(
        "invite", "Invite", .people(candidates),
        hint: "Space marks each who is asked; * all of them", onCommandLine: "role=\"Name\""
    ).offering(.professionals, orTyped: true)

    static let alsoInvite = FieldSpec(
        "also_invite", "Also", .people { _, _ in [] },
        hint: "role and name, such as carer L Ashworth; a ; before the next")

    static let invitedOn = FieldSpec.today("invited_on", "Invited on", isShown: false)

    /// The people of the child, and those who stand at the PEP already.
    static let candidates: FieldKind.Options = { context, entries in
        guard let pupil = context.pupil(entries) else { return [] }
        let people = pupil.people(on: context.today)
        let pep = entries["pep_id"].isEmpty ? context.pepID : entries["pep_id"]
        let atPEP = pupil.pepPeople.filter { $0.pep == pep }
        /// Who is invited already says so: nobody asks twice, or forgets whom they asked.
        func invited(_ role: PersonRole, _ name: String) -> String {
            let row = atPEP.first { $0.role == role && $0.name == name }
            return row?.invitedOn.map { ", invited \($0.dayAndMonth)" } ?? ""
        }
        let options = people.map {
            Choice(
                "\($0.role)=\($0.name)",
                ($0.isGuarded ? "\($0.nameAndRole) (\($0.mark))" : $0.nameAndRole)
                    + invited($0.role, $0.name),
                isGuarded: $0.isGuarded)
        }
        let others = atPEP.filter { row in
            !people.contains { $0.role == row.role && $0.name == row.name }
        }
        return options
            + others.map {
                Choice(
                    "\($0.role)=\($0.name)",
                    "\($0.name), \($0.role.words)" + invited($0.role, $0.name))
            }
    }

    private static let planCautions: @Sendable (Entries, CommandContext) -> [Caution] = {
        entries, context in
        peopleCautions(entries, context) + latePlanCautions(entries, context)
    }

    /// A PEP is planned for a day after the one by which it is due, while that is still to come.
    static let latePlanCautions: @Sendable (Entries, CommandContext) -> [Caution] = {
        entries, context in
        guard let pupil = context.pupil(entries),
            let day = DateWords(today: context.today, lean: .future)
                .dayAndTime(entries["planned_for"])?.day
        else { return [] }
        let place = PupilContext(
            pupil, in: context.facts.school, on: context.today, under: context.pack)
        let rules: [RuleID] = [.pepInitial, .pepAfterMove, .pepTermly]
        let last = rules.flatMap { context.pack.rule($0)?.duties(place) ?? [] }
            .filter(\.state.isOpen).compactMap(context.lastDay).filter { $0 >= context.today }.min()
        guard let last, day > last else { return [] }
        let others = pupil.openPlans.filter {
            $0.id != entries["pep_id"] && context.today <= $0.day && $0.day <= last
        }
        guard others.isEmpty else { return [] }
        return [
            Caution(field: "planned_for", words: "The PEP is due by \(last.long), before this day")
        ]
    }

    /// The plans that are open, to move one, and a new PEP beside them.
    private static let plans: FieldKind.Options = { context, entries in
        let open = context.pupil(entries)?.openPlans ?? []
        return open.isEmpty
            ? [] : open.map { Choice($0.id, $0.words) } + [Choice("", "another PEP")]
    }

    private static let planPrefill: @Sendable (CommandContext) -> Entries = { context in
        var entries: Entries = [:]
        guard let pupil = context.pupil(entries) else { return entries }
        let named = context.pepID.flatMap { id in pupil.openPlans.first { $0.id == id } }
        let plan = named ?? pupil.openPlans.first
        if let plan { entries["pep_id"] = plan.id }
        if let day = context.origin.window?.day {
            entries["planned_for"] = day.iso
        } else if let plan, let day = plan.plannedFor {
            entries["planned_for"] = day.iso + plan.timeWords
        }
        entries[all: "invite"] = plan == nil ? needed(context) : []
        return entries
    }

    private static let peoplePrefill: @Sendable (CommandContext) -> Entries = { context in
        var entries: Entries = [:]
        guard let pupil = context.pupil(entries) else { return entries }
        let pep = context.pepID ?? pupil.openPlans.first?.id
        let invited = pupil.pepPeople.filter { $0.pep == pep && $0.invitedOn != nil }
            .map { "\($0.role)=\($0.name)" }
        let isHeld = pupil.peps.first { $0.id == pep }?.heldOn != nil
        entries[all: "invite"] = isHeld ? [] : needed(context).filter { !invited.contains($0) }
        return entries
    }

    /// The case worker, and home, who may be contacted.
    private static func needed(_ context: CommandContext) -> [String] {
        guard let cohort = context.pupil([:])?.cohort(under: context.pack) else { return [] }
        let roles = CloseParty.allCases.flatMap { cohort.roles(of: $0, on: context.today) }
        return candidates(context, [:])
            .filter { option in
                !option.isGuarded && roles.contains { option.value.hasPrefix("\($0)=") }
            }
            .map(\.value)
    }

    /// Somebody is invited who is not to be contacted.
    static let peopleCautions: @Sendable (Entries, CommandContext) -> [Caution] = {
        entries, context in
        guard let pupil = context.pupil(entries) else { return [] }
        let invited = Recording.people(entries[all: "invite"] + entries[all: "also_invite"])
        return pupil.people(on: context.today).compactMap { person in
            guard let warning = person.warning, invited.contains(where: { $0.name == person.name })
            else { return nil }
            return Caution(field: "invite", words: warning.sentenceCase)
        }
    }
}

extension CommandContext {
    /// The last day on which a PEP still keeps a promise: of a term's the end of the term, whatever
    /// day it was planned for.
    fileprivate func lastDay(_ duty: Duty) -> Day? {
        guard case .term(let year, let name) = duty.reference else { return duty.due }
        return facts.school.calendar.terms.first { $0.year == year && $0.name == name }?.end
    }
}

extension RowChoice {
    /// A PEP of the child: `choose` says which where nobody does, `among` which are offered.
    static func pep(
        _ choose: @escaping @Sendable (PupilFacts, CommandContext, Entries) -> PEP?,
        among isOffered: @escaping @Sendable (PEP, CommandContext) -> Bool
    ) -> RowChoice {
        RowChoice(.peps, by: [.pep(choose, among: isOffered)], of: "the PEP")
    }
}

extension Obstacle {
    static let noPEP = noneOf(.peps) { pupil, _ in
        pupil.peps.contains { !$0.isCancelled }
    }
}

extension Recording {
    /// The child and the PEP that the fields name; faults where they do not fit together.
    mutating func pupilAndPEP() -> (PupilFacts, PEP)? {
        let record = record("pep_id", .peps)
        guard record != nil || entries["pep_id"].isEmpty, let pupil = pupil(), let record else {
            return nil
        }
        guard record.pupil == pupil.ref else {
            fault("pep_id", "is the PEP of another child")
            return nil
        }
        return (pupil, PEP(record))
    }

    /// A fault where an id given for a plan belongs to a PEP that is no open plan of this child.
    mutating func refuseTaken(by plan: PEP?) {
        if let plan {
            refuseClosed(plan)
        } else if facts.record(RecordKey(kind: .peps, parts: [self["pep_id"]])) != nil {
            fault("pep_id", "is taken by another record")
        }
    }

    /// A fault where a PEP is held or cancelled already.
    mutating func refuseClosed(_ plan: PEP) {
        if !plan.isOpen { fault("pep_id", "is not a plan that is open") }
    }

    mutating func invite(to pep: String, of pupil: PupilFacts) {
        for person in people("invite") + people("also_invite") {
            putPerson(person, at: pep, of: pupil, ["invited_on": self["invited_on"]], "invite")
        }
    }

    /// Records who came and who gave their views.
    mutating func takePart(in pep: String, of pupil: PupilFacts) {
        let came = people("attended")
        let gave = people("views")
        for person in came {
            let alsoGave = gave.contains { $0 == person }
            putPerson(
                person, at: pep, of: pupil,
                alsoGave ? ["attended": "yes", "views": "yes"] : ["attended": "yes"], "attended")
        }
        for person in gave where !came.contains(where: { $0 == person }) {
            putPerson(person, at: pep, of: pupil, ["views": "yes"], "views")
        }
    }

    private mutating func putPerson(
        _ person: (role: String, name: String), at pep: String, of pupil: PupilFacts,
        _ columns: [String: String], _ field: String
    ) {
        let key = RecordKey(kind: .pepPeople, parts: [pep, person.role, person.name])
        let put = changes.lazy.compactMap { change -> Record? in
            if case .put(let record) = change, record.key == key { return record }
            return nil
        }.last
        let existing = put ?? pupil.pepPeople.first { $0.key == key }?.record
        var columns = columns
        // An invitation stands at the day on which it was first made.
        if existing?.text("invited_on") != nil { columns["invited_on"] = nil }
        columns["pep_id"] = pep
        columns["role"] = person.role
        columns["name"] = person.name
        let names = ["role", "name", "attended", "views"]
        self.put(
            .pepPeople, over: existing, columns,
            fields: Dictionary(uniqueKeysWithValues: names.map { ($0, field) }))
    }

    /// The people of some texts, each a role and a name.
    static func people(_ texts: [String]) -> [(role: String, name: String)] {
        texts.compactMap { text in
            guard let mark = text.firstIndex(of: "=") else { return nil }
            return (String(text[..<mark]), String(text[text.index(after: mark)...]))
        }
    }
}

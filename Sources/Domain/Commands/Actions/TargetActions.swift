extension ActionSpec {
    static let target = ActionSpec(
        .target, "Add a target", short: "add target", choice: "add",
        help: "A target of a PEP, with how you will know that it is met.",
        [
            .pupilOfRecord,
            .pep(
                { pupil, context, _ in pupil.held(by: context.today).last ?? pupil.openPlans.first
                },
                among: { pep, _ in !pep.isCancelled }),
            .id("target_id"),
            FieldSpec("area", "Area", .words(of: .targets, "area"), required: true),
            FieldSpec(
                "target", "Target", .text, required: true, hint: "what the child will do"),
            FieldSpec(
                "success", "Success", .text, required: true,
                hint: "how and by when you will know"),
        ],
        unless: .noPEP
    ) { form in
        guard let (pupil, pep) = form.pupilAndPEP() else { return nil }
        if pep.isCancelled { form.fault("pep_id", "was cancelled") }
        let id = form["target_id"].isEmpty ? form.newID("T", .targets) : form["target_id"]
        form.refuseKnown("target_id", .targets, id)
        form.put(
            .targets,
            [
                "target_id": id, "pep_id": pep.id, "area": form["area"], "target": form["target"],
                "success": form["success"],
            ])
        return .pupil(pupil.ref)
    }

    static let targetReview = ActionSpec(
        .targetReview, "Review a target", short: "review target", choice: "review",
        help: "What has come of a target of an earlier PEP.",
        [
            .pupilOfRecord,
            FieldSpec(
                "target_id", "Target", .choice(openTargets), required: true,
                standard: { context, entries in
                    context.origin.id(of: .targets) ?? openTargets(context, entries).first?.value
                }
            ).offering(.targets),
            .today("reviewed_on", "Reviewed on"),
            FieldSpec("outcome", "Outcome", .words(of: .targets, "outcome"), required: true),
        ],
        unless: .noneOf("No target of this child waits for a review; add one first", .target) {
            pupil, _ in
            pupil.targets.contains { !$0.isReviewed }
        }
    ) { form in
        guard let record = form.record("target_id", .targets),
            let owner = form.facts.owner(of: record)
        else { return nil }
        if form["pupil"].isEmpty { form.settle("pupil", owner.text) }
        guard let pupil = form.pupil() else { return nil }
        if pupil.ref != owner { form.fault("target_id", "is a target of another child") }
        form.refuseFuture("reviewed_on")
        form.put(
            .targets, over: record,
            ["reviewed_on": form["reviewed_on"], "outcome": form["outcome"]])
        return .pupil(pupil.ref)
    }

    /// The targets without a review, those of the earliest PEP first; of the PEPs before the one of
    /// the duty where there is one.
    private static let openTargets: FieldKind.Options = { context, entries in
        guard let pupil = context.pupil(entries) else { return [] }
        let held = pupil.held(by: context.today).map(\.id)
        let open = pupil.targets.filter { !$0.isReviewed }
        var wanted = held
        if context.origin.duty?.rule == .pepTargetsReviewed,
            let pep = context.origin.duty?.reference.record, let place = held.firstIndex(of: pep),
            place > 0
        {
            wanted = [held[place - 1]] + held.filter { $0 != held[place - 1] }
        }
        return wanted.flatMap { pep in
            open.filter { $0.pep == pep }.sorted { $0.id < $1.id }
                .map { Choice($0.id, $0.text) }
        }
    }
}

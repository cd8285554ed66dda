extension ActionSpec {
    static let target = enter(
        .target, .targets, "Add a target", short: "add target", choice: "add",
        help: "A target of a PEP, with how you will know that it is met.", known: .taken,
        prefix: "T",
        [
            .field(
                .pep(
                    { pupil, context, _ in
                        pupil.held(by: context.today).last ?? pupil.openPlans.first
                    },
                    among: { pep, _ in !pep.isCancelled })),
            .field(.id("target_id")), "area", .column("target", hint: "what the child will do"),
            .column("success", hint: "how you will know"),
            .column("why", hint: "why this, for this child"),
            .column("who", hint: "who helps the child with it"),
            .column(
                "by", "By when", lean: .future,
                hint: "such as end of term, 1 Dec, or +60 for in 60 days"),
            .column("cost", hint: "in all, such as 240.00; 0 where it costs nothing"),
        ],
        unless: .noPEP
    ) { form in
        if let (_, pep) = form.pupilAndPEP(), pep.isCancelled {
            form.fault("pep_id", "was cancelled")
        }
    }

    static let targetReview = edit(
        .targetReview, "Review a target", short: "review target", choice: "review",
        help: "What has come of a target of an earlier PEP.",
        RowChoice(
            .targets,
            by: [
                FieldSpec(
                    "target_id", "Target", .choice(openTargets), required: true,
                    standard: { context, entries in
                        context.origin.id(of: .targets)
                            ?? openTargets(context, entries).first?.value
                    }
                ).offering(.targets)
            ], of: "a target"),
        [
            .today("reviewed_on", required: true).beginning(.own),
            .column("outcome", required: true).beginning(.own),
        ],
        unless: .noneOf("No target of this child waits for a review; add one first", .target) {
            pupil, _ in
            pupil.targets.contains { !$0.isReviewed }
        })

    /// The targets without a review, those of the earliest PEP first; of the PEPs before the one of
    /// the duty where there is one.
    private static let openTargets: FieldKind.Options = { context, entries in
        guard let pupil = context.pupil(entries) else { return [] }
        let held = pupil.held(by: context.today).map(\.id)
        let open = pupil.targets.filter { !$0.isReviewed }
        var wanted = held
        if context.origin.duty?.rule == .pepTargetsReviewed,
            let pep = context.origin.duty?.reference.record, let index = held.firstIndex(of: pep),
            index > 0
        {
            wanted = [held[index - 1]] + held.filter { $0 != held[index - 1] }
        }
        return wanted.flatMap { pep in
            open.filter { $0.pep == pep }.sorted { $0.id < $1.id }
                .map { Choice($0.id, $0.words(in: context.facts)) }
        }
    }
}

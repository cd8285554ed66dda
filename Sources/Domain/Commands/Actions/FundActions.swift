extension ActionSpec {
    static let fundEntry = enter(
        .fundEntry, .funding, "Enter money", short: "enter money", choice: "new entry",
        help: "What a fund is given, promises, spends or gives back.", known: .taken, prefix: "E",
        [
            .column(
                "pupil", hint: "empty for the whole fund", isShown: false,
                standard: { context, _ in context.origin.pupil?.text }),
            .field(.id("entry_id")),
            .column(
                "fund_id", "Fund", as: .choice(funds),
                standard: { context, entries in
                    context.origin.id(of: .funds) ?? context.fundOfDuty
                        ?? funds(context, entries).only?.value ?? context.fundOfChild(entries)
                }
            ).offering(.funds),
            "kind", .field(.today("on", "On")),
            .column("amount", hint: "such as 120 or 99.50"),
            .column("what", "What for", as: .line, isProse: true),
            .column("target_id", "Target", as: .choice(targets), hint: "what it is for"),
            .column(
                "commitment", "Promised before", as: .choice(commitments),
                hint: "a commitment of this fund that this spend pays, if any"),
            .column(
                "reason", as: .line, hint: "why, for a child who is not eligible", isProse: true),
        ],
        unless: .ofSchool(.funds) { !$0.funds.isEmpty }
    ) { form in
        if !form["pupil"].isEmpty { _ = form.pupil() }
        if !form["fund_id"].isEmpty { _ = form.record("fund_id", .funds) }
        if !form["commitment"].isEmpty, form["kind"] != FundEntry.Kind.spend.rawValue {
            form.fault("commitment", "belongs to a spend alone")
        }
    }

    static let fundLink = edit(
        .fundLink, "Link money to a target", short: "link money", choice: "link to target",
        help: "The target of a PEP that a spend serves.", .entry,
        [
            .column("target_id", "Target", as: .choice(targets), required: true).beginning(.own)
        ], unless: .noMoney)

    static let fundImpact = edit(
        .fundImpact, "Record the impact of money", short: "impact",
        help: "What has come of a spend.", .entry,
        [
            .column("impact", required: true).beginning(.own),
            .today("impact_on", "Judged on", required: true).beginning(.own),
            .column("impact_note", "Note", hint: "may be left empty").beginning(.added),
        ], unless: .noMoney)

    static let fundReason = edit(
        .fundReason, "Give a reason for money", short: "reason",
        help: "Why money serves a child outside the fund's group.", .entry,
        [.column("reason", as: .line, required: true, isProse: true).beginning(.own)],
        unless: .noMoney)

    private static let funds: FieldKind.Options = { context, _ in
        context.facts.school.funds.sorted { ($0.year.start, $0.id) > ($1.year.start, $1.id) }
            .map { Choice($0.id, "\($0.name) \($0.year.label)") }
    }

    /// The targets of the child, or of the child of the entry.
    private static let targets: FieldKind.Options = { context, entries in
        let id = entries["entry_id"].isEmpty ? context.entryID : entries["entry_id"]
        let owner = context.facts.school.entries.first { $0.id == id }?.pupil
        let pupil = owner.flatMap { context.facts.pupils[$0] } ?? context.pupil(entries)
        return pupil?.targets.sorted { $0.id > $1.id }.map { Choice($0.id, $0.text) } ?? []
    }

    private static let commitments: FieldKind.Options = { context, entries in
        context.facts.school.entries
            .filter {
                $0.kind == .commitment && $0.fund == entries["fund_id"]
                    && ($0.pupil?.text ?? "") == entries["pupil"]
            }
            .map { Choice($0.id, "\($0.what), \($0.amount.inPounds)") }
    }

    fileprivate static let entries: FieldKind.Options = { context, _ in
        context.facts.school.entries
            .filter { entry in context.origin.pupil.map { entry.pupil == $0 } ?? true }
            .sorted { ($0.on, $0.id) > ($1.on, $1.id) }
            .map { Choice($0.id, "\($0.on.dayMonthYear) \($0.what), \($0.amount.inPounds)") }
    }
}

extension Obstacle {
    fileprivate static let noMoney = ofSchool(.funding) { !$0.entries.isEmpty }
}

extension RowChoice {
    fileprivate static let entry = RowChoice(
        .funding, pupil: nil,
        by: [
            FieldSpec(
                "entry_id", "Entry", .choice(ActionSpec.entries), required: true,
                standard: { context, _ in context.entryID }
            ).offering(.funding)
        ])
}

extension CommandContext {
    /// The fund of this financial year in which the child has an allocation of its own.
    fileprivate func fundOfChild(_ entries: Entries) -> String? {
        guard let ref = pupil(entries)?.ref else { return nil }
        let year = FinancialYear(of: today)
        let funds = facts.school.funds.filter { fund in
            fund.year == year
                && facts.school.entries.contains {
                    $0.fund == fund.id && $0.pupil == ref && $0.kind == .allocation
                }
        }
        return funds.only?.id
    }

    /// The fund of the duty where the action was started.
    fileprivate var fundOfDuty: String? {
        guard let duty = origin.duty else { return nil }
        if case .fund(let id) = duty.subject { return id }
        return facts.school.funds.first { $0.id == duty.reference.record }?.id
    }
}

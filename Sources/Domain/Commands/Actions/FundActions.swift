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
            .column("impact", hint: "of a spend, once it can be judged; else left empty"),
            .column("impact_on", "Judged on", hint: "today where it is left empty"),
            .column("impact_note", "What came of it", as: .line, isProse: true),
        ],
        unless: .ofSchool(.funds) { !$0.funds.isEmpty },
        check: checkEntry,
        adding: { form in
            let isJudged = !form["impact"].isEmpty && form["impact_on"].isEmpty
            return isJudged ? ["impact_on": form.today.iso] : [:]
        })

    private static let checkEntry: @Sendable (inout Recording) -> Void = { form in
        if !form["pupil"].isEmpty { _ = form.pupil() }
        if !form["fund_id"].isEmpty { _ = form.record("fund_id", .funds) }
        if !form["commitment"].isEmpty, form["kind"] != FundEntry.Kind.spend.rawValue {
            form.fault("commitment", "belongs to a spend alone")
        }
        let impact = ["impact", "impact_on", "impact_note"].filter { !form[$0].isEmpty }
        if let first = impact.first, form["kind"] != FundEntry.Kind.spend.rawValue {
            form.fault(first, "belongs to a spend alone")
        } else if !impact.isEmpty, form["impact"].isEmpty {
            form.fault("impact", "is missing", cause: .missing)
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
        help: "What has come of a spend.", .spend,
        [
            .column("impact", required: true).beginning(.own),
            .today("impact_on", "Judged on", required: true).beginning(.own),
            .column("impact_note", "Note", hint: "may be left empty").beginning(.added),
        ], unless: .noSpend
    ) { form, entry in
        if FundEntry(entry).kind != .spend { form.fault("entry_id", "is no spend") }
    }

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
        return pupil.map { context.targets(of: $0) } ?? []
    }

    private static let commitments: FieldKind.Options = { context, entries in
        context.facts.school.entries
            .filter {
                $0.kind == .commitment && $0.fund == entries["fund_id"]
                    && ($0.pupil?.text ?? "") == entries["pupil"]
            }
            .map { Choice($0.id, "\($0.what), \($0.amount.inPounds)") }
    }

    fileprivate static func entries(
        _ isOffered: @escaping @Sendable (FundEntry) -> Bool
    ) -> FieldKind.Options {
        { context, _ in
            context.facts.school.entries
                .filter { entry in
                    isOffered(entry) && (context.origin.pupil.map { entry.pupil == $0 } ?? true)
                }
                .sorted { ($0.on, $0.id) > ($1.on, $1.id) }
                .map { Choice($0.id, "\($0.on.dayMonthYear) \($0.what), \($0.amount.inPounds)") }
        }
    }
}

extension Obstacle {
    fileprivate static let noMoney = ofSchool(.funding) { !$0.entries.isEmpty }

    fileprivate static let noSpend = Obstacle(first: .fundEntry) { context in
        context.facts.school.entries.contains { $0.kind == .spend }
            ? nil : "No spend is on record yet; enter one first"
    }
}

extension RowChoice {
    fileprivate static let entry = fund("Entry") { _ in true }

    /// What came of money can be judged once it is spent.
    fileprivate static let spend = fund("Spend") { $0.kind == .spend }

    /// An entry of a fund: the one where the action was started, if it is offered.
    private static func fund(
        _ label: String, _ isOffered: @escaping @Sendable (FundEntry) -> Bool
    ) -> RowChoice {
        let options = ActionSpec.entries(isOffered)
        return RowChoice(
            .funding, pupil: nil,
            by: [
                FieldSpec(
                    "entry_id", label, .choice(options), required: true,
                    standard: { context, entries in
                        context.entryID.flatMap { id in
                            options(context, entries).first { $0.value == id }?.value
                        }
                    }
                ).offering(.funding)
            ])
    }
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

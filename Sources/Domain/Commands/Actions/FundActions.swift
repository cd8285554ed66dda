extension ActionSpec {
    static let fundEntry = ActionSpec(
        .fundEntry, "Enter money", short: "enter money", choice: "new entry",
        help: "What a fund is given, promises, spends or gives back.",
        [
            FieldSpec(
                "pupil", "Pupil", .pupil, hint: "empty for the whole fund", isShown: false,
                standard: { context, _ in context.origin.pupil?.text }),
            .id("entry_id"),
            FieldSpec(
                "fund_id", "Fund", .choice(funds), required: true,
                standard: { context, entries in
                    context.origin.id(of: .funds) ?? context.fundOfDuty
                        ?? only(funds(context, entries)) ?? context.fundOfChild(entries)
                }
            ).offering(.funds),
            FieldSpec("kind", "Kind", .words(of: .funding, "kind"), required: true),
            .today("on", "On"),
            FieldSpec("amount", "Amount", .money, required: true, hint: "such as 120 or 99.50"),
            FieldSpec("what", "What for", .line, required: true, isProse: true),
            FieldSpec("target_id", "Target", .choice(targets), hint: "that it serves")
                .offering(.targets),
            FieldSpec(
                "commitment", "Settles", .choice(commitments),
                hint: "the commitment that a spend settles"),
            FieldSpec(
                "reason", "Reason", .line, hint: "why, for a child who is not eligible",
                isProse: true),
        ],
        unless: .ofSchool(.funds) { !$0.funds.isEmpty }
    ) { form in
        let pupil = form["pupil"].isEmpty ? nil : form.pupil()
        let fund = form["fund_id"].isEmpty ? nil : form.record("fund_id", .funds)
        if !form["commitment"].isEmpty, form["kind"] != FundEntry.Kind.spend.rawValue {
            form.fault("commitment", "belongs to a spend alone")
        }
        let id = form["entry_id"].isEmpty ? form.newID("E", .funding) : form["entry_id"]
        form.refuseKnown("entry_id", .funding, id)
        let columns = [
            "fund_id", "pupil", "kind", "on", "amount", "commitment", "target_id", "what", "reason",
        ]
        form.put(
            .funding,
            Dictionary(uniqueKeysWithValues: columns.map { ($0, form[$0]) })
                .merging(["entry_id": id]) { _, new in new })
        return pupil.map { .pupil($0.ref) } ?? fund.map { .fund($0["fund_id"]) }
    }

    static let fundLink = entryChange(
        .fundLink, "Link money to a target", short: "link money", choice: "link to target",
        help: "The target of a PEP that a spend serves.",
        [FieldSpec("target_id", "Target", .choice(targets), required: true).offering(.targets)])

    static let fundImpact = entryChange(
        .fundImpact, "Record the impact of money", short: "impact",
        help: "What has come of a spend.",
        [
            FieldSpec("impact", "Impact", .words(of: .funding, "impact"), required: true),
            .today("impact_on", "Judged on"), .note("impact_note", "Note"),
        ])

    static let fundReason = entryChange(
        .fundReason, "Give a reason for money", short: "reason",
        help: "Why money serves a child outside the fund's group.",
        [FieldSpec("reason", "Reason", .line, required: true, isProse: true)])

    /// An action that fills columns of one entry.
    private static func entryChange(
        _ id: ActionID, _ title: String, short: String, choice: String? = nil, help: String,
        _ columns: [FieldSpec]
    ) -> ActionSpec {
        let entry = FieldSpec(
            "entry_id", "Entry", .choice(entries), required: true,
            standard: { context, _ in context.entryID }
        ).offering(.funding)
        return ActionSpec(
            id, title, short: short, choice: choice, help: help, [entry] + columns,
            unless: .ofSchool(.funding) { !$0.entries.isEmpty }
        ) { form in
            guard let record = form.record("entry_id", .funding) else { return nil }
            form.refuseFuture("impact_on")
            var changed: [String: String] = [:]
            for column in columns where !form[column.name].isEmpty {
                changed[column.name] = form[column.name]
            }
            form.put(.funding, over: record, changed)
            return FundEntry(record).commandSubject
        }
    }

    private static func only(_ options: [Choice]) -> String? {
        options.count == 1 ? options[0].value : nil
    }

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
            .map { Choice($0.id, "\($0.what), £\($0.amount.grouped)") }
    }

    private static let entries: FieldKind.Options = { context, _ in
        context.facts.school.entries
            .filter { entry in context.origin.pupil.map { entry.pupil == $0 } ?? true }
            .sorted { ($0.on, $0.id) > ($1.on, $1.id) }
            .map { Choice($0.id, "\($0.on.dayMonthYear) \($0.what), £\($0.amount.grouped)") }
    }
}

extension FundEntry {
    /// Whom a change of this entry is about: the child, else the fund.
    fileprivate var commandSubject: Subject { pupil.map { .pupil($0) } ?? .fund(fund) }
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
        return funds.count == 1 ? funds[0].id : nil
    }

    /// The fund of the duty where the action was started.
    fileprivate var fundOfDuty: String? {
        guard let duty = origin.duty else { return nil }
        if case .fund(let id) = duty.subject { return id }
        return facts.school.funds.first { $0.id == duty.reference.record }?.id
    }
}

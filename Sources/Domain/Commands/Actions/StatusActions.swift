extension ActionSpec {
    static let statusBegin = enter(
        .statusBegin, .status, "Begin a status", short: "begin status", choice: "begin",
        help: "A child becomes CLA, PLA, CP or CIN; a new legal status or authority begins anew.",
        known: .replaced,
        [
            "status", .today("from", lean: .past),
            .column("legal_status", as: .choice(legalStatuses), hint: "for CLA alone"),
            .column("local_authority", "Authority", hint: "the one that is responsible"),
            .column("category", as: .choice(categories), hint: "for CP alone"),
            .column("to", hint: "the last day; empty while it holds"),
            .column("note", hint: "may be left empty"),
        ],
        check: { form in
            form.refuseFuture("from")
            form.refuseOtherStatus()
            guard let pupil = form.pupil(), let from = form.day("from") else { return }
            let key = RecordKey(kind: .status, parts: [pupil.ref.text, form["status"], from.iso])
            if form.facts.record(key) != nil {
                form.fault("from", "is the day on which another \(form["status"]) status begins")
            }
            form.endForNewLegalStatus(pupil, from: from)
        }, caution: statusCautions)

    /// Those of a looked-after child, once that is what the child becomes.
    private static let legalStatuses: FieldKind.Options = { _, entries in
        guard entries["status"] == CareKind.cla.rawValue else { return [] }
        return LegalStatus.allCases.map { Choice($0.rawValue, "\($0.rawValue) \($0.shortWords)") }
    }

    private static let categories: FieldKind.Options = { _, entries in
        guard entries["status"] == CareKind.cp.rawValue else { return [] }
        return Roles.words(.status, "category").map { Choice($0) }
    }

    static let statusEnd = edit(
        .statusEnd, "End a status", short: "end status", choice: "end",
        help: "The last day on which a status holds.",
        RowChoice(
            .status, pupil: .pupil,
            by: [
                FieldSpec(
                    "status", "Status", .choice(openStatuses), required: true,
                    standard: { context, entries in
                        openStatuses(context, entries).only?.value
                    }),
                FieldSpec(
                    "from", "From", .day(.past), hint: "which one, where several are open",
                    isShown: false),
            ], find: openStatus),
        [.today("to", "Last day", lean: .past, required: true).beginning(.own)],
        unless: .noneOf("No status of this child is open; enter one first", .statusBegin) {
            pupil, _ in
            pupil.statuses.contains { $0.span.to == nil }
        })

    private static let openStatus: RowChoice.Find = { form in
        guard let pupil = form.pupil() else { return nil }
        let rows = pupil.statuses.filter { row in
            row.kind.rawValue == form["status"]
                && (form.day("from").map { $0 == row.span.from } ?? (row.span.to == nil))
        }
        if rows.isEmpty {
            form.fault(
                form["from"].isEmpty ? "status" : "from",
                "is no status of this child that is open", cause: .noSuchRecord)
        }
        if rows.count > 1 {
            let days = rows.map(\.span.from.iso).sorted().joined(separator: " or ")
            form.fault("from", "is needed: the status began \(days)")
        }
        return rows.first?.record
    }

    private static let openStatuses: FieldKind.Options = { context, entries in
        guard let pupil = context.pupil(entries) else { return [] }
        return pupil.statuses.filter { $0.span.to == nil }
            .sorted { $0.span.from < $1.span.from }
            .map { Choice($0.kind.rawValue, $0.words) }
    }

    /// Two open rows of one status count once; most often the first was to be ended.
    private static let statusCautions: @Sendable (Entries, CommandContext) -> [Caution] = {
        entries, context in
        guard let pupil = context.pupil(entries), entries["legal_status"].isEmpty else { return [] }
        return pupil.statuses
            .filter { $0.kind.rawValue == entries["status"] && $0.span.to == nil }
            .map { Caution(field: "status", words: "\($0.words) is open already") }
    }
}

extension Recording {
    /// A fault where a column of one status is filled for another.
    mutating func refuseOtherStatus() {
        if !self["legal_status"].isEmpty, self["status"] != CareKind.cla.rawValue {
            fault("legal_status", "belongs to CLA alone")
        }
        if !self["category"].isEmpty, self["status"] != CareKind.cp.rawValue {
            fault("category", "belongs to CP alone")
        }
    }

    /// A new legal status ends the row of the last one the day before: the spell goes on.
    fileprivate mutating func endForNewLegalStatus(_ pupil: PupilFacts, from: Day) {
        guard self["status"] == CareKind.cla.rawValue, !self["legal_status"].isEmpty else { return }
        for row in pupil.statuses
        where row.kind == .cla && row.span.to == nil && row.span.from < from
            && row.legalStatus?.isShortBreak != true
        {
            put(.status, over: row.record, ["to": (from - 1).iso])
        }
    }
}

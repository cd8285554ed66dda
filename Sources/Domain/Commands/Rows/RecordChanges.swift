extension ActionSpec {
    static let contactCorrect = change(
        .contactCorrect, "Correct a contact", short: "correct call", choice: "correct",
        help: "Puts a logged contact right; what it said before stays in the history.",
        RowChoice(.contacts, "Contact") { context, entries in
            context.pupil(entries)?.contacts.sorted { ($0.at, $0.id) > ($1.at, $1.id) }.prefix(8)
                .map(\.record) ?? []
        },
        [
            .column(.contacts, "at", "When"), .column(.contacts, "with"),
            .column(.contacts, "how"), .column(.contacts, "about"), .column(.contacts, "summary"),
            .column(.contacts, "reached"), .column(.contacts, "staff", "Logged by"),
        ],
        unless: .noneOf(.contacts) { pupil, _ in
            !pupil.contacts.isEmpty
        }
    ) { form in
        if let at = Instant(iso: form["at"]), at.londonDay > form.today {
            form.fault("at", "is after today")
        }
    }

    static let pepMove = change(
        .pepMove, "Move a planned PEP", short: "move PEP", choice: "move",
        help: "Another day for a PEP that is planned.",
        RowChoice(.peps, "PEP") { context, entries in
            context.pupil(entries)?.openPlans.map(\.record) ?? []
        },
        [
            .column(.peps, "planned_for", "To", hint: "next tue, 1 dec, +7", required: true),
            .column(.peps, "note"),
        ],
        unless: .noneOf("No PEP of this child is planned; plan one first", .pepPlan) { pupil, _ in
            pupil.peps.contains(where: \.isOpen)
        }
    ) { form in
        let plan = form.facts.record(RecordKey(kind: .peps, parts: [form["pep_id"]]))
        if let plan, !PEP(plan).isOpen { form.fault("pep_id", "is not a plan that is open") }
    }

    static let targetChange = change(
        .targetChange, "Change a target", short: "change target", choice: "change",
        help: "The words, area or outcome of a target; what it said before stays in the history.",
        RowChoice(.targets, "Target") { context, entries in
            context.pupil(entries)?.targets.sorted { $0.id > $1.id }.map(\.record) ?? []
        },
        ["area", "target", "success", "reviewed_on", "outcome"].map { .column(.targets, $0) },
        unless: .noneOf(.targets) { pupil, _ in !pupil.targets.isEmpty })

    static let statusChange = change(
        .statusChange, "Change a status", short: "change status", choice: "change",
        help: "Dates, legal status, authority or category of a status that is on record.",
        RowChoice(.status, "Status", prefersOpen: true) { context, entries in
            let rows = context.pupil(entries)?.statuses.sorted { $0.span.from > $1.span.from } ?? []
            return (rows.filter { $0.span.to == nil } + rows.filter { $0.span.to != nil })
                .map(\.record)
        },
        [
            .column(.status, "status", "Is"), .column(.status, "from", lean: .past),
            .column(.status, "to", hint: "the last day; empty while it holds"),
            .column(.status, "legal_status"), .column(.status, "local_authority", "Authority"),
            .column(.status, "category"), .column(.status, "note"),
        ],
        unless: .noneOf(.status) { pupil, _ in
            !pupil.statuses.isEmpty
        }
    ) { form in
        form.refuseFuture("from")
        form.refuseOtherStatus()
    }

    static let fund = enter(
        .fund, "Enter a fund", short: "add fund", choice: "new fund",
        help: "A pot of money for one financial year.", .funds, prefix: "F",
        [
            .column(.funds, "name", hint: "such as PP+ CLA 2026-27"), .column(.funds, "kind"),
            .column(
                .funds, "financial_year", "Year", hint: "such as 2026-27",
                standard: { context, _ in FinancialYear(of: context.today).label }),
            .column(.funds, "managed_by"),
        ])
}

extension ActionSpec {
    static let contactCorrect = edit(
        .contactCorrect, "Correct a contact", short: "correct call", choice: "correct",
        help: "Puts a logged contact right; what it said before stays in the history.",
        RowChoice(.contacts, "Contact") { context, entries in
            context.pupil(entries)?.contacts.sorted { ($0.at, $0.id) > ($1.at, $1.id) }.prefix(8)
                .map(\.record) ?? []
        },
        [
            .column("at", "When"), "with", "how", "about", "summary", "reached",
            .column("staff", "Logged by"),
        ],
        unless: .noneOf(.contacts) { pupil, _ in
            !pupil.contacts.isEmpty
        }
    ) { form, _ in
        form.refuseFuture("at")
    }

    static let pepMove = edit(
        .pepMove, "Move a planned PEP", short: "move PEP", choice: "move",
        help: "Another day for a PEP that is planned.",
        RowChoice(.peps, "PEP") { context, entries in
            context.pupil(entries)?.openPlans.map(\.record) ?? []
        },
        [
            .column(
                "planned_for", "To", hint: "such as next Tue, 1 Dec 9.15, or +7 for in 7 days",
                required: true
            ).withTime(), .time, "note",
        ],
        unless: .noneOf("No PEP of this child is planned; plan one first", .pepPlan) { pupil, _ in
            pupil.peps.contains(where: \.isOpen)
        }, check: { form, plan in form.refuseClosed(PEP(plan)) }, caution: latePlanCautions)

    static let targetChange = edit(
        .targetChange, "Change a target", short: "change target", choice: "change",
        help: "The words, area or outcome of a target; what it said before stays in the history.",
        RowChoice(.targets, "Target") { context, entries in
            context.pupil(entries)?.targets.sorted { $0.id > $1.id }.map(\.record) ?? []
        },
        [
            "area", "target", "success", "why", "who", .column("by", "By when", lean: .future),
            "cost", "reviewed_on", "outcome",
        ],
        unless: .noneOf(.targets) { pupil, _ in !pupil.targets.isEmpty })

    static let statusChange = edit(
        .statusChange, "Change a status", short: "change status", choice: "change",
        help: "Dates, legal status, authority or category of a status that is on record.",
        RowChoice(.status, "Status", prefersOpen: true) { context, entries in
            let rows = context.pupil(entries)?.statuses.sorted { $0.span.from > $1.span.from } ?? []
            return (rows.filter { $0.span.to == nil } + rows.filter { $0.span.to != nil })
                .map(\.record)
        },
        [
            .column("status", "Is"), .column("from", lean: .past),
            .column("to", hint: "the last day; empty while it holds"), "legal_status",
            .column("local_authority", "Authority"), "category", "note",
        ],
        unless: .noneOf(.status) { pupil, _ in
            !pupil.statuses.isEmpty
        }
    ) { form, _ in
        form.refuseFuture("from")
        form.refuseOtherStatus()
    }

    static let fund = enter(
        .fund, .funds, "Enter a fund", short: "add fund", choice: "new fund",
        help: "A pot of money for one financial year.",
        known: .refused("is on record already"), prefix: "F",
        [
            .column("name", hint: "such as PP+ CLA 2026-27"), "kind",
            .column(
                "financial_year", "Year", hint: "such as 2026-27",
                standard: { context, _ in FinancialYear(of: context.today).label }),
            "managed_by",
        ])
}

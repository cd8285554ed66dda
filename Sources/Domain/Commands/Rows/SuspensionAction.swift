extension ActionSpec {
    /// What the policy asks comes before the decision; a question without an answer needs a reason.
    static let suspension = enter(
        .suspension, .suspensions, "Record a suspension", short: "suspension",
        help:
            "A suspension or exclusion, what is asked before and after; or a child kept off site.",
        prefix: "X",
        [
            "kind",
            .column(
                "virtual_school_warned_on", "Virtual School warned", hint: "before it is decided"),
            .column("adviser_discussed_on", "Adviser discussed", hint: "before it is decided"),
            .column("tried", hint: "what was tried before"),
            .column("alternatives", hint: "what could be done instead"),
            .column("adjustments", hint: "for SEND: what was adjusted"),
            .column(
                "sen_endeavours", "SEND help",
                hint: "for SEND: what was done so that it would not come to this"),
            .column(
                "living_arrangements", "Living",
                hint: "permanent: who looks after the child by day"),
            .column("reasons", hint: "up to three of them"),
            .today("decided_on", "Decided on"),
            .column("from", "First day", standard: { context, _ in context.today.iso }),
            .column("days", hint: "in halves; empty if permanent, kept off site or moved")
                .echoing { text, context, entries in
                    SuspensionDays(context, entries)?.words(Figure(text))
                },
            .column("to", "Last day", hint: "where the child is kept off site, or moves"),
            "parents_told_on", "virtual_school_told_on", "social_worker_told_on",
            "authority_told_on", "work_set_on", "provision_from", "reintegration_on",
            "governors_met_on", "representations_on",
            .field(
                FieldSpec(
                    "unanswered_because", "No answer", .text,
                    hint: "why a question above has none; it is kept as a decision")),
        ],
        check: { form in
            form.askBeforeSuspending()
            form.refuseTooManyDays()
        },
        also: { form, suspension in
            guard !form["unanswered_because"].isEmpty else { return }
            form.put(
                .decisions,
                [
                    "decision_id": form.newID("D", .decisions), "pupil": suspension["pupil"],
                    "on": form.today.iso, "about": "other",
                    "outcome": SuspensionQuestions.outcome(of: suspension["suspension_id"]),
                    "reason": form["unanswered_because"],
                ], fields: ["reason": "unanswered_because"])
        })
}

/// What is to be answered before a suspension is decided.
private enum SuspensionQuestions {
    static let always = [
        "virtual_school_warned_on", "adviser_discussed_on", "tried", "alternatives",
    ]
    static let withSEND = ["adjustments", "sen_endeavours"]
    static let permanent = ["living_arrangements"]

    /// The decision that keeps the reason for a question without an answer.
    static func outcome(of id: String) -> String { "Suspension \(id): a question has no answer" }
}

extension Recording {
    fileprivate mutating func askBeforeSuspending() {
        guard let pupil = context.pupil(entries),
            Suspension.Kind(rawValue: self["kind"])?.isExclusion ?? true
        else { return }
        let hasSEND =
            ["K", "E"].contains(pupil.pupil.record["sen"])
            || pupil.pupil.record["disabled"] == "yes"
        let asked =
            SuspensionQuestions.always + (hasSEND ? SuspensionQuestions.withSEND : [])
            + (self["kind"] == "permanent" ? SuspensionQuestions.permanent : [])
        // A reason that was given once is on record beside the suspension.
        let known = SuspensionQuestions.outcome(of: self["suspension_id"])
        guard self["unanswered_because"].isEmpty,
            !pupil.decisions.contains(where: { $0.record["outcome"] == known })
        else { return }
        for field in asked where self[field].isEmpty {
            fault(field, "needs an answer, or a reason below why there is none", cause: .missing)
        }
        if let decided = day("decided_on") {
            for field in SuspensionQuestions.always.prefix(2) {
                if let day = day(field), day > decided { fault(field, "is after it was decided") }
            }
        }
    }

    /// A year holds at most 45 days of suspension.
    fileprivate mutating func refuseTooManyDays() {
        guard let days = Figure(self["days"]), let year = SuspensionDays(context, entries) else {
            return
        }
        if year.total(with: days) > year.most {
            fault(
                "days",
                "makes \(year.total(with: days).words) days from August to July, more than the law's "
                    + year.most.words)
        }
    }
}

/// The days of suspension of one child from August to July, beside the one that is being recorded.
private struct SuspensionDays {
    private let before: Figure
    let most: Figure
    private let isLunchtime: Bool

    init?(_ context: CommandContext, _ entries: Entries) {
        guard let pupil = context.pupil(entries),
            Suspension.Kind(rawValue: entries["kind"])?.countsDays ?? true
        else { return nil }
        let decided =
            DateWords(today: context.today, lean: .past).day(entries["decided_on"])
            ?? context.today
        guard let first = SuspensionDays.august(upTo: decided) else { return nil }
        let rows = pupil.suspensions.filter {
            $0.kind.countsDays && $0.id != entries["suspension_id"] && $0.decidedOn >= first
                && $0.decidedOn < first.addingYears(1)
        }
        before = rows.map { SuspensionDays.counted($0.halfDays, $0.kind == .lunchtime) }
            .reduce(.zero, +)
        most = Figure(context.pack.number(.suspensionMostDays).value)
        isLunchtime = entries["kind"] == "lunchtime"
    }

    /// A lunchtime counts half a day.
    private static func counted(_ halfDays: Int, _ isLunchtime: Bool) -> Figure {
        Figure(tenThousandths: halfDays * (isLunchtime ? 2_500 : 5_000))
    }

    func total(with days: Figure) -> Figure {
        before + SuspensionDays.counted(days.tenThousandths / 5_000, isLunchtime)
    }

    /// `with these 12.5 days from August to July, of at most 45`.
    func words(_ days: Figure?) -> String {
        guard let days else { return "\(before.words) days so far from August to July" }
        return "with these \(total(with: days).words) days from August to July, of at most "
            + most.words
    }

    /// The 1 August that a day follows, or is.
    private static func august(upTo day: Day) -> Day? {
        Day(year: day.civil.month >= 8 ? day.year : day.year - 1, month: 8, day: 1)
    }
}

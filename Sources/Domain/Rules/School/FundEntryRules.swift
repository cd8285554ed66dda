extension Rule {
    static let fundEntryRules: [Rule] = [linked, impact, eligible]

    /// AIM-4, DT-3: every pound of a child's PP+ serves a target.
    private static let linked = Rule(
        .fundingLinked, "Spend linked to a target", clauses: ["AIM-4", "DT-3"], .afterEvent, .money,
        next: NextAction(.fundLink, "Link it to a target"),
        .school { context in
            context.plusEntries.filter { $0.pupil != nil && $0.kind.isUse }
                .map { linked($0, context) }
        })

    /// AIM-4, PEP-4: every spend has an impact on record.
    private static let impact = Rule(
        .fundingImpact, "Impact of each spend", clauses: ["AIM-4", "PEP-4"], .afterEvent, .money,
        next: NextAction(.fundImpact, "Record the impact"),
        .school { context in
            context.plusEntries.filter { $0.kind == .spend }.map { impact($0, context) }
        })

    /// NEP-1: money for a child outside the fund's group needs a reason.
    private static let eligible = Rule(
        .fundingEligible, "Reason where a child is not eligible", clauses: ["NEP-1"],
        .afterEvent, .money, next: NextAction(.fundReason, "Record the reason"),
        .school { context in
            context.outsideEntries.map { eligible($0.0, $0.1, context) }
        })

    private static func linked(_ entry: FundEntry, _ context: SchoolContext) -> Ruling {
        let due = context.calendar.schoolDay(context.pack[.linkDays], after: entry.on)
        let target = entry.target ?? context.commitment(of: entry)?.target
        return Ruling(
            subject: entry.subject, reference: .record(entry.id), due: due,
            state: context.state(by: due, isDone: target != nil),
            reason: target.map { .linked($0) } ?? .notLinked(entry.kind, entry.amount, entry.on),
            evidence: target.map { [RecordKey(kind: .targets, parts: [$0])] } ?? []
        ) {
            Working(
                facts: entryFacts(entry, context), sum: daysSum(entry, .linkDays, due, context),
                numbers: context.pack.numbers(.linkDays), leastAct: linkAct(entry, context))
        }
    }

    private static func impact(_ entry: FundEntry, _ context: SchoolContext) -> Ruling {
        let due = context.calendar.schoolDay(context.pack[.impactDays], after: entry.on)
        return Ruling(
            subject: entry.subject, reference: .record(entry.id), due: due,
            state: context.state(
                by: due, isDone: entry.impact != nil,
                isNear: context.isNear(due, schoolDays: .impactWarnDays)),
            reason: entry.impact.map { .impactKnown($0, entry.on) }
                ?? .impactUnknown(entry.amount, entry.on),
            evidence: [entry.key]
        ) {
            let filled = entry.record.with("impact", "some").with("impact_on", context.today.iso)
            return Working(
                facts: entryFacts(entry, context), sum: daysSum(entry, .impactDays, due, context),
                numbers: context.pack.numbers(.impactDays, .impactWarnDays),
                leastAct: LeastAct(
                    .fundImpact, "record what it brought: none, some or strong", [.put(filled)]))
        }
    }

    private static func eligible(
        _ entry: FundEntry, _ kind: Fund.Kind, _ context: SchoolContext
    ) -> Ruling {
        let hasReason = entry.reason != nil
        return Ruling(
            subject: entry.subject, reference: .record(entry.id), due: entry.on,
            state: hasReason ? .met : .overdue,
            reason: hasReason
                ? .ineligibleWithReason(kind, entry.amount, entry.on)
                : .ineligible(kind, entry.amount, entry.on),
            evidence: [entry.key]
        ) {
            Working(
                facts: entryFacts(entry, context) + statusFacts(entry, context),
                sum: groupWords(kind),
                leastAct: LeastAct(
                    .fundReason, "say why this child",
                    [.put(entry.record.with("reason", "example"))]))
        }
    }

    // MARK: Workings

    /// How many school days count from an entry.
    private static func daysSum(
        _ entry: FundEntry, _ days: NumberKey, _ due: Day, _ context: SchoolContext
    ) -> String {
        "\(entry.on.long) + \(context.pack[days]) school days → \(due.long)"
    }

    private static func entryFacts(
        _ entry: FundEntry, _ context: SchoolContext
    ) -> [Working.Fact] {
        let fund = context.school.funds.first { $0.id == entry.fund }
        return [Working.Fact(entry.words, in: .funding, entry.key)]
            + [fund].compactMap { $0 }.map { Working.Fact($0.words, in: .funds, $0.key) }
            + [context.commitment(of: entry)].compactMap { $0 }.map {
                Working.Fact($0.words, in: .funding, $0.key)
            }
    }

    private static func statusFacts(
        _ entry: FundEntry, _ context: SchoolContext
    ) -> [Working.Fact] {
        guard let pupil = entry.pupil.flatMap({ context.facts.pupils[$0] }) else { return [] }
        let rows = pupil.statuses.filter { $0.span.contains(entry.on) }
        if rows.isEmpty {
            return [Working.Fact("no status on \(entry.on.long)", in: .status)]
        }
        return rows.map { Working.Fact($0.words, in: .status, $0.key) }
    }

    private static func groupWords(_ kind: Fund.Kind) -> String {
        switch kind {
        case .plusLookedAfter: "this money is for looked-after children"
        case .plusPreviouslyLookedAfter: "this money is for previously looked-after children"
        case .pupilPremium: "this money is for pupils who are eligible for pupil premium"
        case .other: "this money may serve any child"
        }
    }

    // MARK: The same entry with the column filled that is missing

    /// With a target of the child, else with one that the last PEP gets first; before that with a
    /// PEP.
    private static func linkAct(_ entry: FundEntry, _ context: SchoolContext) -> LeastAct? {
        guard let pupil = entry.pupil.flatMap({ context.facts.pupils[$0] }) else { return nil }
        if let target = pupil.targets.first {
            return LeastAct(
                .fundLink, "name the target that it serves",
                [.put(entry.record.with("target_id", target.id))])
        }
        guard let pep = pupil.peps.last(where: { !$0.isCancelled }) else {
            let pep = Record.example(
                .peps,
                [
                    "pep_id": exampleID(pupil.ref), "pupil": pupil.ref.text,
                    "held_on": context.today.iso,
                ])
            return LeastAct(
                .pepHold, "this child has no PEP yet: record one first", [.put(pep)],
                then: "add a target, and name it as the one that it serves")
        }
        let target = targetExample(pep, of: pupil.ref)
        return LeastAct(
            .target, "add a target to a PEP, and name it as the one that it serves",
            [.put(target), .put(entry.record.with("target_id", exampleID(pupil.ref)))])
    }
}

extension SchoolContext {
    /// Entries up to today of Pupil Premium Plus funds.
    var plusEntries: [FundEntry] {
        let plus = Set(school.funds.filter(\.kind.isPlus).map(\.id))
        return school.entries.filter { plus.contains($0.fund) && $0.on <= today }
    }

    /// Uses of money for a child who is outside the fund's group on that day.
    var outsideEntries: [(FundEntry, Fund.Kind)] {
        let kinds = Dictionary(school.funds.map { ($0.id, $0.kind) }, uniquingKeysWith: { $1 })
        return school.entries.compactMap { entry in
            guard entry.kind.isUse, entry.on <= today, let kind = kinds[entry.fund],
                let pupil = entry.pupil.flatMap({ facts.pupils[$0] }),
                !kind.includes(pupil, on: entry.on)
            else { return nil }
            return (entry, kind)
        }
    }

    /// The commitment that a spend settles; `nil` where it is dated after today, as no entry of
    /// the future counts.
    func commitment(of entry: FundEntry) -> FundEntry? {
        guard let id = entry.commitment else { return nil }
        return school.entries.first { $0.id == id && $0.on <= today }
    }
}

extension Fund.Kind {
    /// Whether a child belongs to the group for which the money is given.
    func includes(_ pupil: PupilFacts, on day: Day) -> Bool {
        func holds(_ kind: CareKind) -> Bool {
            pupil.statuses.contains { $0.kind == kind && $0.span.contains(day) }
        }
        return switch self {
        case .plusLookedAfter: holds(.cla)
        case .plusPreviouslyLookedAfter: holds(.pla)
        case .pupilPremium: pupil.pupil.ppEligible == true
        case .other: true
        }
    }
}

extension FundEntry {
    /// The child whom it is for, else the fund.
    var subject: Subject { pupil.map { .pupil($0) } ?? .fund(fund) }
}

extension FundEntry.Kind {
    /// Money promised or paid out.
    var isUse: Bool { self == .commitment || self == .spend }
}

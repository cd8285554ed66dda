extension RuleID {
    public static let interimPEP: RuleID = "suspension-interim-pep"
}

extension Rule {
    /// EXC-9: the PEP of a child in care is looked at again where the child is suspended, excluded or
    /// kept off the site.
    static let interimPEP = Rule(
        .interimPEP, "Interim PEP after an exclusion", clauses: ["EXC-9"], .afterEvent,
        .suspension, next: NextAction(.pepPlan, "Hold an interim PEP, or say why"),
        .pupil { context in
            let first = context.today - context.pack[.suspensionWindowDays]
            return context.facts.suspensions.compactMap { row in
                guard let begun = row.asksForInterimPEP, first <= begun, begun <= context.today,
                    context.cohort.isKnown(on: begun),
                    context.cohort.isLookedAfterByLaw(on: begun)
                else { return nil }
                return interim(row, begun, context)
            }
        })

    private static let interimWords = Wording(
        "an interim PEP", short: "Interim PEP", missing: "No interim PEP",
        done: "Interim PEP held", lacks: "No interim PEP is recorded",
        shows: "The interim PEP was held")

    private static func interim(
        _ row: Suspension, _ begun: Day, _ context: PupilContext
    ) -> Ruling {
        let due = context.calendar.schoolDay(context.pack[.interimPEPDays], after: begun)
        let held = context.heldPEPs.first { $0.pep.kind == .interim && $0.on >= begun }
        let declined = context.facts.decisions.first {
            $0.about == .interimPEP && $0.reason != nil && begun <= $0.on && $0.on <= context.today
        }
        return context.step(
            interimWords, .record(row.id), due: due, done: held?.on,
            isNotNeeded: declined != nil, isStatutory: true,
            evidence: [held?.pep.key, declined?.key, row.key].compactMap { $0 }
        ) {
            let pep = Record.example(
                .peps,
                [
                    "pep_id": exampleID(context.facts.ref), "pupil": context.facts.ref.text,
                    "held_on": context.today.iso, "kind": PEP.Kind.interim.rawValue,
                ])
            return Working(
                facts: [row.fact] + context.statusFacts(from: begun, through: begun) + [
                    held.map { Working.Fact($0.pep.words, in: .peps, $0.pep.key) }
                        ?? declined?.fact
                        ?? Working.Fact("no interim PEP since \(begun.long)", in: .peps)
                ],
                sum: "\(begun.long) + \(context.pack[.interimPEPDays]) school days → \(due.long)",
                numbers: context.pack.numbers(.interimPEPDays, .suspensionWindowDays),
                leastAct: LeastAct(
                    .pepHold, "hold an interim PEP; or record a decision about it, with its reason",
                    [.put(pep)]))
        }
    }
}

extension Suspension {
    /// The day from which an interim PEP counts; `nil` where none is asked for.
    fileprivate var asksForInterimPEP: Day? {
        switch kind {
        case .suspension, .lunchtime, .permanent: decidedOn
        case .separation: from
        case .managedMove: nil
        }
    }
}

extension RuleID {
    public static let pepSent: RuleID = "pep-sent"
}

extension Rule {
    /// PEP-1: a PEP is sent to the authority by its cut-off; and again, where it came back.
    static let pepSent = Rule(
        .pepSent, "PEP sent to the authority", clauses: ["PEP-1"], .afterEvent, .pep,
        sharedTask: .pep, next: NextAction(.pepSend, "Send it, and record the day"),
        .pupil { context in context.heldPEPs.compactMap { sent($0.pep, $0.on, context) } })

    /// `nil` where the authority of the day has no cut-off for the term on record.
    private static func sent(_ pep: PEP, _ on: Day, _ context: PupilContext) -> Ruling? {
        let profile = context.profile(on: on)
        guard let term = context.calendar.term(on: on), let list = profile.cutOffs(for: term),
            let cutOff = list.day(for: term)
        else { return nil }
        let back = pep.returned(by: context.today)
        // What came back since is to be sent again.
        let sentOn = pep.sentAndKept(by: context.today)
        let held =
            if let back {
                sentBack(pep, on, on: back, context)
            } else {
                toSend(pep, on, cutOff, of: profile, list, context)
            }
        guard let held else { return nil }
        let reason: Reason =
            sentOn.map { .pepSent($0, held: on) } ?? back.map { .pepSentBack($0, held: on) }
            ?? .pepNotSent(held: on, due: held.due)
        return held.ruling(
            isMet: sentOn != nil, isNear: context.isNear(held.due, schoolDays: .pepSentWarnDays),
            late: context.late(held.due, sentOn), reason: reason, evidence: [pep.key]
        ) {
            LeastAct(
                .pepSend, "send it, and record the day",
                [.put(pep.record.with("sent_on", context.today.iso))])
        }
    }

    /// By the cut-off, but never before the school day after the meeting.
    private static func toSend(
        _ pep: PEP, _ on: Day, _ cutOff: Day, of profile: AuthorityProfile,
        _ list: AuthorityProfile.CutOffs, _ context: PupilContext
    ) -> HeldPEP? {
        let due = max(cutOff, context.calendar.schoolDay(1, after: on))
        let number = PolicyNumber(
            name: "\(profile.name): cut-off", value: Int(cutOff.rawValue),
            unit: PolicyNumber.date, source: list.source, checked: list.checked,
            needsCheck: list.needsCheck)
        return HeldPEP(
            pep, on, due: due,
            sum: "\(profile.name) takes PEPs of the term up to \(cutOff.long) → \(due.long)",
            numbers: [number] + context.pack.numbers(.pepSentWarnDays), context)
    }

    private static func sentBack(
        _ pep: PEP, _ on: Day, on back: Day, _ context: PupilContext
    ) -> HeldPEP? {
        let due = context.calendar.schoolDay(context.pack[.pepReturnedDays], after: back)
        return HeldPEP(
            pep, on, due: due,
            sum: "sent back \(back.long) + \(context.pack[.pepReturnedDays]) school days "
                + "→ \(due.long)",
            numbers: context.pack.numbers(.pepReturnedDays, .pepSentWarnDays), context)
    }
}

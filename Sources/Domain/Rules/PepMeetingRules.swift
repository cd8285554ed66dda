extension Rule {
    static let pepMeetingRules: [Rule] = [
        pepPeople, pepTargetsSet, pepSignedOff, pepTargetsReviewed,
    ]

    /// PEP-1, AIM-10: social worker and home are invited and take part.
    private static let pepPeople = Rule(
        .pepPeople, "The right people at the PEP", clauses: ["PEP-1", "AIM-10"], .eachPeriod, .pep,
        errand: .pep,
        next: NextAction(.pepPeople, "Invite them"),
        .pupil(
            judge: { context in context.facts.peps.compactMap { people($0, context) } },
            explain: explainPeople))

    /// AIM-5: a PEP leaves targets.
    private static let pepTargetsSet = Rule(
        .pepTargetsSet, "PEP has targets", clauses: ["AIM-5"], .afterEvent, .pep, errand: .pep,
        next: NextAction(.target, "Add a target"),
        .pupil(
            judge: { context in
                recentPEPs(context, within: .pepTargetsDays).map { targetsSet($0, context) }
            }, explain: explainTargets))

    /// AIM-5: a PEP is signed off on the ePEP.
    private static let pepSignedOff = Rule(
        .pepSignedOff, "PEP signed off", clauses: ["AIM-5"], .afterEvent, .pep, errand: .pep,
        next: NextAction(.pepSignOff, "Sign it off"),
        .pupil(
            judge: { context in
                recentPEPs(context, within: .pepSignOffDays).map { signedOff($0, context) }
            }, explain: explainSignedOff))

    /// AIM-5, AEN-4: the next PEP reviews every target of the one before.
    private static let pepTargetsReviewed = Rule(
        .pepTargetsReviewed, "Earlier targets reviewed", clauses: ["AIM-5", "AEN-4"], .afterEvent,
        .pep, errand: .pep,
        next: NextAction(.targetReview, "Review the targets"),
        .pupil(judge: targetsReviewed, explain: explainReviewed))

    // MARK: pep-people

    private static func people(_ pep: PEP, _ context: PupilContext) -> Duty? {
        let held = pep.held(by: context.today)
        guard !pep.isCancelled, let day = held ?? pep.plannedFor, context.year.contains(day) else {
            return nil
        }
        // A plan that slipped is pep-termly's affair.
        guard held != nil || context.today <= day else { return nil }
        let needed = peopleNeeded(on: day, context)
        let rows = context.facts.pepPeople.filter { $0.pep == pep.id }
        let state: DutyState
        let reason: Reason
        if held != nil {
            let missing = needed.missing(in: rows, unless: \.tookPart)
            state = missing.isEmpty ? .met : .missed
            reason = missing.isEmpty ? .peopleTookPart(needed, day) : .peopleMissing(missing, day)
        } else {
            let missing = needed.missing(in: rows, unless: \.isInvited)
            let left = context.calendar.schoolDays(after: context.today, through: day)
            let isNear = left <= context.pack[.pepPeopleWarnDays]
            state = missing.isEmpty ? .met : isNear ? .soon : .upcoming
            reason =
                missing.isEmpty ? .peopleInvited(needed, day) : .peopleNotInvited(missing, day)
        }
        return Duty(
            subject: context.subject, rule: .pepPeople, reference: pep.id, due: day, state: state,
            reason: reason, isStatutory: context.cohort.isLookedAfterByLaw(on: day),
            evidence: rows.map(\.key))
    }

    private static func peopleNeeded(on day: Day, _ context: PupilContext) -> [PersonNeeded] {
        context.cohort.hasSocialWorker(on: day) ? [.socialWorker, .home] : [.home]
    }

    private static func explainPeople(_ duty: Duty, _ context: PupilContext) -> Working {
        guard let pep = context.facts.peps.first(where: { $0.id == duty.reference }),
            let day = duty.due
        else { return Working() }
        let rows = context.facts.pepPeople.filter { $0.pep == pep.id }
        let facts =
            [Working.Fact(pep.words, in: .peps, pep.key)]
            + context.cohort.statuses(on: day).map { Working.Fact($0.words, in: .status, $0.key) }
            + (rows.isEmpty
                ? [Working.Fact("nobody on record for this PEP", in: .pepPeople)]
                : rows.map { Working.Fact($0.words, in: .pepPeople, $0.key) })
        let needed = peopleNeeded(on: day, context)
        let missing = needed.missing(in: rows, unless: \.isInvited)
        return Working(
            facts: facts, sum: "needed: " + needed.map(\.rawValue).joined(separator: "; "),
            numbers: [context.pack.number(.pepPeopleWarnDays)],
            leastAct: duty.state.isOpen
                ? LeastAct(
                    .pepPeople,
                    "invite the \(missing.map(\.rawValue).joined(separator: " and the "))",
                    missing.map { invitation(pep, $0.roles[0], context) }) : nil)
    }

    private static func invitation(
        _ pep: PEP, _ role: String, _ context: PupilContext
    ) -> RecordChange {
        .put(
            .example(
                .pepPeople,
                [
                    "pep_id": pep.id, "role": role, "name": "example",
                    "invited_on": context.today.iso,
                ]))
    }

    // MARK: after a held PEP

    /// Held PEPs of this year, and earlier ones whose due day lies in this year.
    private static func recentPEPs(
        _ context: PupilContext, within key: NumberKey
    ) -> [(pep: PEP, on: Day, due: Day)] {
        context.heldPEPs.compactMap { pep, day in
            let due = context.calendar.schoolDay(context.pack[key], after: day)
            return day >= context.year.first || due >= context.year.first ? (pep, day, due) : nil
        }
    }

    private static func targetsSet(
        _ held: (pep: PEP, on: Day, due: Day), _ context: PupilContext
    ) -> Duty {
        let targets = context.facts.targets.filter { $0.pep == held.pep.id }
        return afterPEP(
            .pepTargetsSet, held, context, isMet: !targets.isEmpty,
            reason: targets.isEmpty ? .targetsNone(held.on) : .targetsSet(targets.count, held.on),
            evidence: targets.map(\.key))
    }

    private static func signedOff(
        _ held: (pep: PEP, on: Day, due: Day), _ context: PupilContext
    ) -> Duty {
        guard let completed = held.pep.completedOn else {
            return afterPEP(
                .pepSignedOff, held, context, isMet: false, reason: .notSignedOff(held: held.on))
        }
        return afterPEP(
            .pepSignedOff, held, context, isMet: true,
            late: context.calendar.schoolDays(after: held.due, through: completed),
            reason: .signedOff(completed, held: held.on), evidence: [held.pep.key])
    }

    private static func targetsReviewed(_ context: PupilContext) -> [Duty] {
        let held = context.heldPEPs
        return zip(held, held.dropFirst()).compactMap { earlier, later in
            let due = context.calendar.schoolDay(context.pack[.pepReviewDays], after: later.on)
            guard later.on >= context.year.first || due >= context.year.first else { return nil }
            let targets = context.facts.targets.filter { $0.pep == earlier.pep.id }
            let open = targets.filter { !$0.isReviewed }
            if targets.isEmpty {
                return Duty(
                    subject: context.subject, rule: .pepTargetsReviewed, reference: later.pep.id,
                    due: due, state: .notApplicable, reason: .targetsNoneEarlier(earlier.on))
            }
            return afterPEP(
                .pepTargetsReviewed, (later.pep, later.on, due), context, isMet: open.isEmpty,
                reason: open.isEmpty
                    ? .targetsReviewed(targets.count, of: earlier.on)
                    : .targetsUnreviewed(open.count, of: targets.count, set: earlier.on),
                evidence: targets.map(\.key))
        }
    }

    private static func afterPEP(
        _ rule: RuleID, _ held: (pep: PEP, on: Day, due: Day), _ context: PupilContext,
        isMet: Bool, late: Int = 0, reason: Reason, evidence: [RecordKey] = []
    ) -> Duty {
        Duty(
            subject: context.subject, rule: rule, reference: held.pep.id, due: held.due,
            state: isMet ? .met : context.today <= held.due ? .soon : .overdue, late: late,
            reason: reason, isStatutory: context.cohort.isLookedAfterByLaw(on: held.on),
            evidence: evidence)
    }

    // MARK: Workings

    private static func explainTargets(_ duty: Duty, _ context: PupilContext) -> Working {
        guard let pep = context.facts.peps.first(where: { $0.id == duty.reference }) else {
            return Working()
        }
        let example = targetExample(pep, of: context.facts.ref)
        return afterPEPWorking(
            duty, pep, context, targets: context.facts.targets.filter { $0.pep == pep.id },
            key: .pepTargetsDays,
            leastAct: LeastAct(.target, "add one target to this PEP", [.put(example)]))
    }

    private static func explainSignedOff(_ duty: Duty, _ context: PupilContext) -> Working {
        guard let pep = context.facts.peps.first(where: { $0.id == duty.reference }) else {
            return Working()
        }
        let record = pep.record.with("completed_on", context.today.iso)
        return afterPEPWorking(
            duty, pep, context, targets: [], key: .pepSignOffDays,
            leastAct: LeastAct(.pepSignOff, "record the day of its sign-off", [.put(record)]))
    }

    private static func explainReviewed(_ duty: Duty, _ context: PupilContext) -> Working {
        guard let place = context.heldPEPs.firstIndex(where: { $0.pep.id == duty.reference }),
            place > 0
        else { return Working() }
        let earlier = context.heldPEPs[place - 1].pep
        let targets = context.facts.targets.filter { $0.pep == earlier.id }
        let reviews = targets.filter { !$0.isReviewed }.map { target in
            RecordChange.put(
                target.record.with("reviewed_on", context.today.iso).with("outcome", "partly"))
        }
        return afterPEPWorking(
            duty, context.heldPEPs[place].pep, context, targets: targets, key: .pepReviewDays,
            leastAct: LeastAct(
                .targetReview, "review each open target, with its outcome", reviews))
    }

    private static func afterPEPWorking(
        _ duty: Duty, _ pep: PEP, _ context: PupilContext, targets: [PEPTarget], key: NumberKey,
        leastAct: LeastAct
    ) -> Working {
        let facts =
            [Working.Fact(pep.words, in: .peps, pep.key)]
            + targets.map { Working.Fact($0.words, in: .targets, $0.key) }
        let held = pep.heldOn?.long ?? ""
        return Working(
            facts: facts,
            sum: "\(context.pack[key]) school days from \(held) → \(duty.due?.long ?? "")",
            numbers: [context.pack.number(key)], leastAct: duty.state.isOpen ? leastAct : nil)
    }
}

extension [PersonNeeded] {
    /// Those whose part nobody in the rows has taken.
    func missing(in rows: [PEPPerson], unless isThere: (PEPPerson) -> Bool) -> [PersonNeeded] {
        filter { need in !rows.contains { need.roles.contains($0.role) && isThere($0) } }
    }
}

extension PEPPerson {
    var isInvited: Bool { invitedOn != nil }

    /// `carer L Ashworth: invited 3 Nov 2026, came`.
    public var words: String {
        let parts = [
            invitedOn.map { "invited \($0.dayMonthYear)" },
            attended.map { $0 ? "came" : "did not come" },
            views.map { $0 ? "gave views" : "gave no views" },
        ].compactMap { $0 }
        let what = parts.isEmpty ? "not invited yet" : parts.joined(separator: ", ")
        return "\(role.replacing("-", with: " ")) \(name): \(what)"
    }
}

extension PEPTarget {
    /// `target: Reads 20 words; reviewed 3 Nov 2026, met`.
    public var words: String {
        let review = reviewedOn.map { "reviewed \($0.dayMonthYear), \(outcome ?? "no outcome")" }
        return "target: \(text); \(review ?? "not reviewed")"
    }
}

extension Rule {
    static let pepMeetingRules: [Rule] = [
        pepPeople, pepTargetsSet, pepSignedOff, pepTargetsReviewed, pepVoice,
    ]

    /// PEP-1, AIM-10: social worker and home are invited and take part.
    private static let pepPeople = Rule(
        .pepPeople, "The right people at the PEP", clauses: ["PEP-1", "AIM-10"], .eachPeriod, .pep,
        sharedTask: .pep,
        next: NextAction(.pepPeople, "Invite them"),
        .pupil { context in context.facts.peps.compactMap { people($0, context) } })

    /// AIM-5: a PEP leaves targets.
    private static let pepTargetsSet = Rule(
        .pepTargetsSet, "PEP has targets", clauses: ["AIM-5"], .afterEvent, .pep, sharedTask: .pep,
        next: NextAction(.target, "Add a target"),
        .pupil { context in
            context.recentPEPs(within: .pepTargetsDays).map { targetsSet($0, context) }
        })

    /// AIM-5: a PEP is signed off on the ePEP.
    private static let pepSignedOff = Rule(
        .pepSignedOff, "PEP signed off", clauses: ["AIM-5"], .afterEvent, .pep, sharedTask: .pep,
        next: NextAction(.pepSignOff, "Sign it off"),
        .pupil { context in
            context.recentPEPs(within: context.signOffLimit).map { signedOff($0, context) }
        })

    /// AIM-5, AEN-4: the next PEP reviews every target of the one before.
    private static let pepTargetsReviewed = Rule(
        .pepTargetsReviewed, "Earlier targets reviewed", clauses: ["AIM-5", "AEN-4"], .afterEvent,
        .pep, sharedTask: .pep,
        next: NextAction(.targetReview, "Review the targets"),
        .pupil { context in
            zip(context.heldPEPs, context.heldPEPs.dropFirst()).compactMap {
                targetsReviewed($0.pep, $0.on, by: $1, context)
            }
        })

    /// AIM-6, PEP-1: a PEP has the child's own views.
    private static let pepVoice = Rule(
        .pepVoice, "The child's views in the PEP", clauses: ["AIM-6", "PEP-1"], .afterEvent, .pep,
        sharedTask: .pep,
        next: NextAction(.pepVoice, "Record the child's words"),
        .pupil { context in
            guard context.isKnownToday else { return [] }
            return context.recentPEPs(within: .pepVoiceDays).map { voice($0, context) }
        })

    // MARK: pep-people

    private static func people(_ pep: PEP, _ context: PupilContext) -> Ruling? {
        let held = pep.held(by: context.today)
        guard !pep.isCancelled, let day = held ?? pep.plannedFor, context.year.contains(day) else {
            return nil
        }
        // A plan that slipped is pep-termly's affair.
        guard held != nil || context.today <= day else { return nil }
        guard pep.kind != .review else { return reviewedAlone(pep, day, context) }
        let needed = context.peopleNeeded(on: day)
        let rows = context.facts.pepPeople.filter { $0.pep == pep.id }
        let uninvited = needed.missing(in: rows, unless: \.isInvited)
        let missing = held == nil ? uninvited : needed.missing(in: rows, unless: \.tookPart)
        let state: DutyState =
            if missing.isEmpty {
                .met
            } else if held != nil {
                .missed
            } else {
                context.isNear(day, schoolDays: .pepPeopleWarnDays) ? .soon : .upcoming
            }
        let reason: Reason =
            if held != nil {
                missing.isEmpty ? .peopleTookPart(needed, day) : .peopleMissing(missing, day)
            } else {
                missing.isEmpty ? .peopleInvited(needed, day) : .peopleNotInvited(missing, day)
            }
        return Ruling(
            reference: .record(pep.id), due: day, state: state, reason: reason,
            isStatutory: context.cohort.isLookedAfterByLaw(on: day), evidence: rows.map(\.key)
        ) {
            let statuses = context.cohort.statuses(on: day).map {
                Working.Fact($0.words, in: .status, $0.key)
            }
            return Working(
                facts: [Working.Fact(pep.words, in: .peps, pep.key)] + statuses
                    + (rows.isEmpty
                        ? [Working.Fact("nobody on record for this PEP", in: .pepPeople)]
                        : rows.map { Working.Fact($0.words, in: .pepPeople, $0.key) }),
                sum: "needed: " + needed.map(\.words).joined(separator: "; "),
                numbers: context.pack.numbers(.pepPeopleWarnDays),
                leastAct: LeastAct(
                    .pepPeople,
                    "invite the \(uninvited.map(\.words).joined(separator: " and the "))",
                    uninvited.map { .put(invitation(pep, $0.roles[0], context)) }))
        }
    }

    /// A review by the Designated Teacher alone needs nobody else.
    private static func reviewedAlone(_ pep: PEP, _ day: Day, _ context: PupilContext) -> Ruling {
        Ruling(
            reference: .record(pep.id), due: day, state: .notApplicable,
            reason: .peopleNotNeeded(day), evidence: [pep.key]
        ) {
            Working(
                facts: [Working.Fact(pep.words, in: .peps, pep.key)],
                sum: "a review by the Designated Teacher needs nobody else")
        }
    }

    private static func invitation(
        _ pep: PEP, _ role: PersonRole, _ context: PupilContext
    ) -> Record {
        .example(
            .pepPeople,
            [
                "pep_id": pep.id, "role": role.rawValue, "name": "example",
                "invited_on": context.today.iso,
            ])
    }

    // MARK: after a held PEP

    private static func targetsSet(_ held: HeldPEP, _ context: PupilContext) -> Ruling {
        let targets = context.facts.targets.filter { $0.pep == held.pep.id }
        return held.ruling(
            isMet: !targets.isEmpty,
            reason: targets.isEmpty ? .targetsNone(held.on) : .targetsSet(targets.count, held.on),
            evidence: targets.map(\.key), targets: targets
        ) {
            LeastAct(
                .target, "add one target to this PEP",
                [.put(targetExample(held.pep, of: context.facts.ref))])
        }
    }

    private static func signedOff(_ held: HeldPEP, _ context: PupilContext) -> Ruling {
        let completed = held.pep.completedOn
        return held.ruling(
            isMet: completed != nil, late: context.late(held.due, completed),
            reason: completed.map { .signedOff($0, held: held.on) } ?? .notSignedOff(held: held.on),
            evidence: completed == nil ? [] : [held.pep.key]
        ) {
            LeastAct(
                .pepSignOff, "record the day of its sign-off",
                [.put(held.pep.record.with("completed_on", context.today.iso))])
        }
    }

    private static func voice(_ held: HeldPEP, _ context: PupilContext) -> Ruling {
        let isHeard = held.pep.hasPupilViews
        return held.ruling(
            isMet: isHeard,
            reason: isHeard ? .voiceHeard(held: held.on) : .voiceMissing(held: held.on),
            evidence: isHeard ? [held.pep.key] : []
        ) {
            LeastAct(
                .pepVoice, "ask the child, and record that the PEP has the child's views",
                [.put(held.pep.record.with("pupil_views", "yes"))])
        }
    }

    private static func targetsReviewed(
        _ earlier: PEP, _ on: Day, by later: (pep: PEP, on: Day), _ context: PupilContext
    ) -> Ruling? {
        guard
            let held = HeldPEP(
                later.pep, later.on, within: DayLimit(.pepReviewDays, context.pack), context)
        else {
            return nil
        }
        let targets = context.facts.targets.filter { $0.pep == earlier.id }
        let open = targets.filter { !$0.isReviewed }
        let reason: Reason =
            if targets.isEmpty {
                .targetsNoneEarlier(on)
            } else if open.isEmpty {
                .targetsReviewed(targets.count, of: on)
            } else {
                .targetsUnreviewed(open.count, of: targets.count, set: on)
            }
        return held.ruling(
            isMet: open.isEmpty, isAsked: !targets.isEmpty, reason: reason,
            evidence: targets.map(\.key), targets: targets
        ) {
            LeastAct(
                .targetReview, "review each open target, with its outcome",
                open.map {
                    .put($0.record.with("reviewed_on", context.today.iso).with("outcome", "partly"))
                })
        }
    }
}

extension PupilContext {
    /// Whom a meeting about the child needs on a day.
    func peopleNeeded(on day: Day) -> [PersonNeeded] { cohort.peopleNeeded(on: day) }

    /// Who stands for a side of the child on a day.
    func needed(_ party: CloseParty, on day: Day) -> PersonNeeded {
        PersonNeeded(roles: cohort.roles(of: party, on: day))
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
        return "\(role.words) \(name): \(what)"
    }
}

extension PEPTarget {
    /// `target: Reads 20 words; reviewed 3 Nov 2026, met`.
    public var words: String {
        let review = reviewedOn.map { "reviewed \($0.dayMonthYear), \(outcome ?? "no outcome")" }
        return "target: \(text); \(review ?? "not reviewed")"
    }
}

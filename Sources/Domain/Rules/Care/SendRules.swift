extension RuleID {
    public static let interventionOverseen: RuleID = "intervention-overseen"
    public static let sendSupport: RuleID = "send-support"
}

extension Rule {
    static let sendRules: [Rule] = [
        interventionOverseen, sendSupport, planReview, planPeople, planPhase,
    ]

    /// AEN-3, SEND-5: a teacher leads each intervention, or oversees it.
    private static let interventionOverseen = Rule(
        .interventionOverseen, "A teacher oversees the support",
        clauses: ["AEN-3", "SEND-5"], .standing, .learning, beforeRecords: .stands,
        next: NextAction(.intervention, "Name the teacher who oversees it"),
        .pupil { context in
            guard context.isKnownToday else { return [] }
            return context.facts.interventions.filter { $0.span.contains(context.today) }
                .map { overseen($0, context) }
        })

    private static func overseen(_ row: Intervention, _ context: PupilContext) -> Ruling {
        let words = overseenWords(row.name.shortened(to: 40))
        func teaches(_ member: StaffMember) -> Bool {
            member.isTeaching && member.span.contains(context.today)
        }
        let found = context.school.staff.first {
            ($0.id == row.ledBy || $0.id == row.overseenBy) && teaches($0)
        }
        return Ruling(
            reference: .record(row.id), due: row.span.from, state: found == nil ? .overdue : .met,
            reason: found == nil ? .missing(words) : .there(words),
            evidence: [row.key] + (found.map { [$0.key] } ?? [])
        ) {
            Working(
                facts: [row.fact]
                    + (found.map { [$0.fact] } ?? [
                        Working.Fact("neither is a current teacher on record", in: .staff)
                    ]), sum: "one of the two is needed while it runs",
                leastAct: overseeAct(row, context.school.staff.first(where: teaches), context))
        }
    }

    private static func overseenWords(_ name: String) -> Wording {
        Wording(
            "a teacher who leads or oversees \(name)", short: "Teacher for support",
            missing: "Support: no teacher oversees it", done: "Support: a teacher oversees it",
            lacks: "No current teacher leads or oversees \(name)",
            shows: "A current teacher leads or oversees \(name)")
    }

    private static func overseeAct(
        _ row: Intervention, _ teacher: StaffMember?, _ context: PupilContext
    ) -> LeastAct {
        let words = "name a teacher who oversees it"
        guard let teacher else {
            return .addStaff("no teacher is on record yet", on: context.today, then: words)
        }
        return LeastAct(
            .intervention, words, [.put(row.record.with("overseen_by", teacher.id))])
    }

    /// SEND-2: support additional to what every child gets.
    private static let sendSupport = Rule(
        .sendSupport, "Targeted support with SEN", clauses: ["SEND-2"], .standing, .send,
        next: NextAction(.intervention, "Give targeted support"),
        .pupil { context in
            guard context.isKnownToday, context.facts.pupil.hasSEN else { return [] }
            return [support(context)]
        })

    private static let supportWords = Wording(
        "targeted or specialist support that runs today", short: "Targeted support",
        missing: "No targeted support", done: "Targeted support runs",
        lacks: "No targeted or specialist support runs today",
        shows: "Targeted or specialist support runs today")

    private static func support(_ context: PupilContext) -> Ruling {
        let running = context.facts.interventions.filter {
            $0.level != .universal && $0.span.contains(context.today)
        }
        return Ruling(
            due: nil, state: running.isEmpty ? .overdue : .met,
            reason: running.isEmpty ? .missing(supportWords) : .there(supportWords),
            evidence: running.map(\.key)
        ) {
            let example = Record.example(
                .interventions,
                [
                    "intervention_id": exampleID(context.facts.ref),
                    "pupil": context.facts.ref.text, "name": "example",
                    "level": Intervention.Level.targeted.rawValue, "from": context.today.iso,
                ])
            return Working(
                facts: Condition.sen.facts(from: context.today, through: context.today, context)
                    + running.facts(orNone: supportWords.lacks.uncapitalised), sum: "one is needed",
                leastAct: LeastAct(.intervention, "record \(supportWords.noun)", [.put(example)]))
        }
    }
}

extension Rule {
    /// AIM-6: one adult who stands up for the child.
    static let namedKeyAdult = Rule(
        .keyAdult, "A key adult", clauses: ["AIM-6"], .standing, .people,
        beforeRecords: .stands, next: NextAction(.keyAdult, "Name a key adult"),
        .pupil { context in context.isKnownToday ? [keyAdult(context)] : [] })

    /// ROLE-1, ROLE-2, HGB-3, DT-5: who holds the roles that the policy names.
    static let roleRules: [Rule] = [
        role(.roleDesignatedTeacher, .designatedTeacher, clauses: ["ROLE-1"]),
        role(.roleDesignatedGovernor, .designatedGovernor, clauses: ["ROLE-2"]),
        role(.roleDSL, .dsl, clauses: ["HGB-3"]),
        role(.roleSENCO, .senco, clauses: ["SEND-3"]),
        role(.roleHead, .head, clauses: ["HGB-2"]),
        role(.roleEducationAdviser, .educationAdviser, clauses: ["DT-5"]),
    ]

    private static func currentKeyAdult(
        _ context: PupilContext
    ) -> (adult: SupportingAdult, member: StaffMember)? {
        for adult in context.facts.adults
        where adult.isKeyAdult && adult.span.contains(context.today) {
            let member = context.school.staff.first {
                $0.id == adult.staff && $0.span.contains(context.today)
            }
            if let member { return (adult, member) }
        }
        return nil
    }

    private static func keyAdult(_ context: PupilContext) -> Ruling {
        if let (adult, member) = currentKeyAdult(context) {
            return Ruling(
                due: nil, state: .met, reason: .keyAdult(member.name), evidence: [adult.key]
            ) { keyAdultWorking(context, sum: "one is named today") }
        }
        let gap = keyAdultGap(context)
        let due = context.calendar.schoolDay(context.pack[.keyAdultDays], after: gap.since)
        return Ruling(
            due: due, state: context.state(by: due, isDone: false),
            reason: .keyAdultNone(gap, due: due)
        ) {
            keyAdultWorking(
                context,
                sum: "none since \(gap.since.long) + \(context.pack[.keyAdultDays]) school days "
                    + "→ \(due.long)", numbers: context.pack.numbers(.keyAdultDays))
        }
    }

    private static func keyAdultWorking(
        _ context: PupilContext, sum: String, numbers: [PolicyNumber] = []
    ) -> Working {
        let row = Record.example(
            .adults,
            [
                "pupil": context.facts.ref.text,
                "staff": context.school.staff.idForExample(on: context.today),
                "kind": SupportingAdult.Kind.keyAdult.rawValue, "from": context.today.iso,
            ])
        return Working(
            facts: context.statusFacts(from: context.today, through: context.today)
                + keyAdultFacts(context),
            sum: sum, numbers: numbers,
            leastAct: LeastAct(.keyAdult, "name a member of staff as key adult", [.put(row)]))
    }

    /// The latest of the last one's end, the start of the present run, admission, and the day on
    /// which records begin.
    private static func keyAdultGap(_ context: PupilContext) -> KeyAdultGap {
        let lastEnd = context.facts.adults.filter(\.isKeyAdult).compactMap(\.span.to)
            .filter { $0 < context.today }.max()
        let gaps: [KeyAdultGap?] = [
            lastEnd.map { .left($0) },
            context.cohort.knownStart(on: context.today).map { .known($0) },
            .admitted(context.facts.pupil.roll.from),
            context.recordsFrom.map { .recordsBegin($0) },
        ]
        // Of those of one day the first counts.
        return gaps.compactMap { $0 }.reversed().max { $0.since < $1.since }
            ?? .admitted(context.facts.pupil.roll.from)
    }

    private static func keyAdultFacts(_ context: PupilContext) -> [Working.Fact] {
        let adults = context.facts.adults.filter(\.isKeyAdult)
        if adults.isEmpty { return [Working.Fact("no key adult on record", in: .adults)] }
        return adults.map { adult in
            let member = context.school.staff.first { $0.id == adult.staff }
            let end = adult.span.to.map { " to \($0.dayMonthYear)" } ?? ""
            let left = member?.span.to.map { "; left \($0.dayMonthYear)" } ?? ""
            return Working.Fact(
                "key adult \(member?.name ?? adult.staff) from \(adult.span.from.dayMonthYear)"
                    + end + left, in: .adults, adult.key)
        }
    }

    // MARK: Roles

    private static func role(_ id: RuleID, _ name: Role.Name, clauses: [String]) -> Rule {
        Rule(
            id, "\(name.words.sentenceCase) named", clauses: clauses, .standing, .people,
            shownBy: [.role(name)], beforeRecords: .stands,
            next: NextAction(.role, "Name the \(name.words)"),
            .school { [role(name, $0)] })
    }

    private static func role(_ name: Role.Name, _ context: SchoolContext) -> Ruling {
        let rows = context.school.roles.filter { $0.name == name }
        let holders = rows.filter { $0.span.contains(context.today) }
        return Ruling(
            due: nil, state: holders.isEmpty ? .overdue : .met,
            reason: holders.first.map { .roleHeld(name, by: context.name(of: $0)) }
                ?? .roleVacant(name),
            evidence: holders.prefix(1).map(\.key)
        ) {
            let facts = rows.map { role in
                let end = role.span.to.map { " to \($0.dayMonthYear)" } ?? ""
                return Working.Fact(
                    "\(context.name(of: role)) from \(role.span.from.dayMonthYear)\(end)",
                    in: .roles, role.key)
            }
            let example = Record.example(
                .roles, ["role": name.rawValue, "person": "example", "from": context.today.iso])
            return Working(
                facts: facts.isEmpty
                    ? [Working.Fact("no \(name.words) on record", in: .roles)] : facts,
                sum: "\(holders.count) current on \(context.today.long)",
                leastAct: LeastAct(
                    .role, "name the \(name.words), with a first day", [.put(example)]))
        }
    }
}

extension SchoolContext {
    /// The holder's name: a member of staff's, or as it stands in the row.
    func name(of role: Role) -> String {
        school.staffName(role.person)
    }
}

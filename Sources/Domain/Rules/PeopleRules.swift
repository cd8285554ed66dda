extension Rule {
    /// AIM-6: one adult who stands up for the child.
    static let namedKeyAdult = Rule(
        .keyAdult, "A key adult", clauses: ["AIM-6"], .standing, .people,
        beforeRecords: .stands, next: NextAction(.keyAdult, "Name a key adult"),
        .pupil(judge: keyAdult, explain: explainKeyAdult))

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

    private static func keyAdult(_ context: PupilContext) -> [Duty] {
        guard context.isKnownToday else { return [] }
        if let found = currentKeyAdult(context) {
            return [
                Duty(
                    subject: context.subject, rule: .keyAdult, due: nil, state: .met,
                    reason: .keyAdult(found.member.name), evidence: [found.adult.key])
            ]
        }
        let due = keyAdultNeededSince(context)
        return [
            Duty(
                subject: context.subject, rule: .keyAdult, due: due, state: .overdue,
                reason: .keyAdultNone(since: due))
        ]
    }

    /// The latest of admission, the start of the present run, the day after the last one's end, and
    /// the day on which records begin.
    private static func keyAdultNeededSince(_ context: PupilContext) -> Day {
        let ends = context.facts.adults.filter(\.isKeyAdult).compactMap(\.span.to)
            .filter { $0 < context.today }.map { $0 + 1 }
        let candidates =
            [
                context.facts.pupil.roll.from, context.cohort.runStart(on: context.today),
                context.recordsFrom,
            ] + ends
        return candidates.compactMap { $0 }.max() ?? context.today
    }

    private static func explainKeyAdult(_ duty: Duty, _ context: PupilContext) -> Working {
        let adults = context.facts.adults.filter(\.isKeyAdult)
        var facts = context.statusFacts(from: context.today, through: context.today)
        facts += adults.map { adult in
            let member = context.school.staff.first { $0.id == adult.staff }
            let end = adult.span.to.map { " to \($0.dayMonthYear)" } ?? ""
            let left = member?.span.to.map { "; left \($0.dayMonthYear)" } ?? ""
            return Working.Fact(
                "key adult \(member?.name ?? adult.staff) from \(adult.span.from.dayMonthYear)"
                    + end + left, in: .adults, adult.key)
        }
        if adults.isEmpty { facts.append(Working.Fact("no key adult on record", in: .adults)) }
        return Working(
            facts: facts,
            sum: duty.due.map { "none since \($0.long)" } ?? "one is named today",
            leastAct: duty.state.isOpen ? keyAdultAct(context) : nil)
    }

    private static func keyAdultAct(_ context: PupilContext) -> LeastAct {
        let row = Record.example(
            .adults,
            [
                "pupil": context.facts.ref.text,
                "staff": context.school.staff.idForExample(on: context.today),
                "kind": "key-adult", "from": context.today.iso,
            ])
        return LeastAct(.keyAdult, "name a member of staff as key adult", [.put(row)])
    }

    // MARK: Roles

    private static func role(_ id: RuleID, _ name: Role.Name, clauses: [String]) -> Rule {
        Rule(
            id, "The \(name.words) is named", clauses: clauses, .standing, .people,
            shownBy: [.role(name)], beforeRecords: .stands,
            next: NextAction(.role, "Name the \(name.words)"),
            .school(
                judge: { context in
                    let holder = holders(name, context).first
                    return [
                        Duty(
                            subject: .school, rule: id, due: nil,
                            state: holder == nil ? .overdue : .met,
                            reason: holder.map { .roleHeld(name, by: context.name(of: $0)) }
                                ?? .roleVacant(name),
                            evidence: holder.map { [$0.key] } ?? [])
                    ]
                },
                explain: { duty, context in explainRole(duty, name, context) }))
    }

    private static func holders(_ name: Role.Name, _ context: SchoolContext) -> [Role] {
        context.school.roles.filter { $0.name == name && $0.span.contains(context.today) }
    }

    private static func explainRole(
        _ duty: Duty, _ name: Role.Name, _ context: SchoolContext
    ) -> Working {
        let rows = context.school.roles.filter { $0.name == name }
        let facts = rows.map { role in
            let end = role.span.to.map { " to \($0.dayMonthYear)" } ?? ""
            return Working.Fact(
                "\(context.name(of: role)) from \(role.span.from.dayMonthYear)\(end)", in: .roles,
                role.key)
        }
        let example = Record.example(
            .roles, ["role": name.rawValue, "person": "example", "from": context.today.iso])
        return Working(
            facts: facts.isEmpty
                ? [Working.Fact("no \(name.words) on record", in: .roles)] : facts,
            sum: "\(holders(name, context).count) current on \(context.today.long)",
            leastAct: duty.state.isOpen
                ? LeastAct(.role, "name the \(name.words), with a first day", [.put(example)]) : nil
        )
    }
}

extension SchoolContext {
    /// The holder's name: a member of staff's, or as it stands in the row.
    func name(of role: Role) -> String {
        school.staff.first { $0.id == role.person }?.name ?? role.person
    }
}

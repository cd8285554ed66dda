/// Evidence of this year from each current member of staff, and one duty for all of them.
struct EveryoneShape: Sendable {
    /// How long somebody has who starts in the middle of the year.
    enum Starters: String, CaseIterable, Sendable {
        /// Until the day of the year, or some weeks from the start where that is later.
        case later
        /// Some weeks from the start, whenever that is.
        case own
    }

    let words: RuleWords
    let due: PolicyNumber
    let starters: Starters
    let evidence: Evidencing<StaffContext>

    /// The rule of each member of staff, and that of all of them.
    var rules: [Rule] {
        [
            Rule(words, .everyone, .school(judge: duties, explain: working)),
            Rule(allWords, .everyone, .school(judge: { [all($0)] }, explain: workingOfAll)),
        ]
    }

    private var allWords: RuleWords {
        var all = words
        all.id = RuleID(words.id.rawValue + Self.suffix)
        all.title = words.title + ": all staff"
        all.whenUnknown = NextAction(.staff, "Enter the staff")
        return all
    }

    private static let suffix = "-all"

    /// The rule of each member of staff, given it or that of all of them.
    static func ofEach(_ rule: RuleID) -> RuleID {
        let name = rule.rawValue
        return name.hasSuffix(suffix) ? RuleID(String(name.dropLast(suffix.count))) : rule
    }

    // MARK: Each

    private func duties(_ context: SchoolContext) -> [Duty] {
        StaffContext.current(context).map(duty)
    }

    private func duty(_ context: StaffContext) -> Duty {
        let due = dueDay(context)
        let found = found(context).first
        let course = YearlyCourse(due: due, found: found, today: context.school.today)
            .stands(context.school.calendar, warn: context.school.pack[.yearlyWarnDays])
        return Duty(
            subject: .staff(context.member.id), rule: words.id,
            reference: context.school.year.label, due: due, state: course.state, late: course.late,
            reason: .shape(course.reason, words.noun), evidence: found?.keys ?? [])
    }

    private func dueDay(_ context: StaffContext) -> Day {
        let given = due.day(in: context.school.year)
        let from = context.member.span.from.notBefore(context.school.recordsFrom)
        guard from > context.school.year.first else { return given }
        let own = context.school.calendar.schoolDay(
            context.school.pack[.starterDays], after: from)
        switch starters {
        case .later: return max(given, own)
        case .own: return own
        }
    }

    private func found(_ context: StaffContext) -> [Found] {
        evidence.found(context, since(context), context.school.today)
    }

    private func since(_ context: StaffContext) -> Day {
        max(context.school.year.first, context.member.span.from)
    }

    private func working(_ duty: Duty, _ context: SchoolContext) -> Working {
        guard let one = StaffContext.current(context).first(where: { $0.subject == duty.subject })
        else { return Working() }
        let member = one.member
        let days = context.pack[.starterDays]
        return Working(
            facts: [
                Working.Fact(
                    "\(member.name), here since \(member.span.from.long)", in: .staff, member.key)
            ] + evidence.facts(found(one), words.noun, since: since(one)),
            sum: "due \(due.words), for a new member \(days) school days after starting → "
                + (duty.due?.long ?? ""),
            numbers: [due] + [NumberKey.starterDays, .yearlyWarnDays].map(context.pack.number),
            leastAct: duty.state.isOpen ? evidence.act(words, one) : nil)
    }

    // MARK: All

    private func all(_ context: SchoolContext) -> Duty {
        let states = duties(context).map(\.state)
        let done = states.count { $0 == .met }
        let overdue = states.count { $0 == .overdue }
        let (state, reason): (DutyState, ShapeReason) =
            if states.isEmpty {
                (.unknown, .nobody)
            } else if done == states.count {
                (.met, .everyone(done))
            } else {
                (
                    overdue > 0 ? .overdue : .upcoming,
                    .some(done: done, of: states.count, overdue: overdue)
                )
            }
        return Duty(
            subject: .school, rule: allWords.id, due: nil, state: state,
            reason: .shape(reason, words.noun))
    }

    private func workingOfAll(_ duty: Duty, _ context: SchoolContext) -> Working {
        let everyone = StaffContext.current(context)
        let missing = everyone.filter { found($0).isEmpty }
        let facts =
            missing.isEmpty
            ? [Working.Fact("\(everyone.count) current members of staff", in: .staff)]
            : missing.map {
                Working.Fact(
                    "\($0.member.name): without \(words.noun), due \(dueDay($0).long)", in: .staff,
                    $0.member.key)
            }
        let numbers = [due] + [NumberKey.starterDays, .yearlyWarnDays].map(context.pack.number)
        return Working(
            facts: facts,
            sum: "\(everyone.count - missing.count) of \(everyone.count) members of staff",
            numbers: numbers,
            leastAct: duty.state.isOpen ? actOfAll(everyone, missing, context) : nil)
    }

    /// Those who are missing do it; a school without staff names somebody.
    private func actOfAll(
        _ everyone: [StaffContext], _ missing: [StaffContext], _ context: SchoolContext
    ) -> LeastAct? {
        if everyone.isEmpty {
            return .addStaff(on: context.today, then: "record \(words.noun) of each of them")
        }
        var seen: Set<RecordKey> = []
        let records = missing.flatMap(evidence.example).filter { seen.insert($0.key).inserted }
        guard !records.isEmpty else { return nil }
        return LeastAct(
            words.next.action, "record \(words.noun) of each who is named",
            records.map { RecordChange.put($0) })
    }
}

/// One current member of staff of a school on a day.
struct StaffContext {
    let member: StaffMember
    let school: SchoolContext

    var subject: Subject { .staff(member.id) }

    static func current(_ context: SchoolContext) -> [StaffContext] {
        context.school.staff.filter { $0.span.contains(context.today) }
            .map { StaffContext(member: $0, school: context) }
    }
}

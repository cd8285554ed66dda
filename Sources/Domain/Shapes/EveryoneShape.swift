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
    /// What brings out a new version in the year, which counts anew; `nil` where nothing does.
    let renewal: Renewal?
    let evidence: Evidencing<StaffContext>

    /// The rule of each member of staff, and that of all of them.
    var rules: [Rule] {
        [
            Rule(words, .everyone, .school { StaffContext.current($0).map(each) }),
            Rule(allWords, .everyone, .school { [all($0)] }),
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

    private func each(_ one: StaffContext) -> Ruling {
        let (context, member, day) = (one.school, one.member, dueDay(one))
        let found = found(one)
        return context.yearly(
            words.wording, of: .staff(member.id), .year(context.year), due: day, found.first
        ) {
            Working(
                facts: [
                    Working.Fact(
                        "\(member.name), here since \(member.span.from.long)", in: .staff,
                        member.key)
                ] + versionFacts(context) + evidence.facts(found, words.wording, since: since(one)),
                sum: "due \(due.words), for a new member \(context.pack[.starterDays]) "
                    + "school days after starting\(versionWords(context)) → \(day.long)",
                numbers: numbers(context), leastAct: evidence.act(words, one))
        }
    }

    /// `, 20 school days after the new version of 5 Jan 2026`; empty where there is none.
    private func versionWords(_ context: SchoolContext) -> String {
        newVersion(context).map {
            ", \(context.pack[.newVersionDays]) school days after the new version of "
                + $0.dayMonthYear
        } ?? ""
    }

    private func versionFacts(_ context: SchoolContext) -> [Working.Fact] {
        newVersion(context) == nil ? [] : renewal?.facts(context.school) ?? []
    }

    private func found(_ one: StaffContext) -> [Found] {
        evidence.found(one, since(one), one.school.today)
    }

    private func since(_ one: StaffContext) -> Day {
        let first = max(one.school.year.first, one.member.span.from)
        return first.notBefore(newVersion(one.school))
    }

    /// The day of the version that came out within this year.
    private func newVersion(_ context: SchoolContext) -> Day? {
        renewal?.day(context.school).flatMap {
            context.year.first < $0 && $0 <= context.today ? $0 : nil
        }
    }

    private func numbers(_ context: SchoolContext) -> [PolicyNumber] {
        [due] + context.pack.numbers(.starterDays, .yearlyWarnDays)
            + (newVersion(context) == nil
                ? [] : [context.pack.number(.newVersionDays)] + (renewal?.numbers ?? []))
    }

    private func dueDay(_ context: StaffContext) -> Day {
        let (school, day) = (context.school, starterDay(context))
        return day.notBefore(
            newVersion(school).map {
                school.calendar.schoolDay(school.pack[.newVersionDays], after: $0)
            })
    }

    private func starterDay(_ context: StaffContext) -> Day {
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

    // MARK: All

    private func all(_ context: SchoolContext) -> Ruling {
        let everyone = StaffContext.current(context)
        let missing = everyone.filter { found($0).isEmpty }
        let done = everyone.count - missing.count
        let overdue = missing.count { dueDay($0) < context.today }
        let (state, reason): (DutyState, Reason) =
            if everyone.isEmpty {
                (.unknown, .nobody)
            } else if missing.isEmpty {
                (.met, .everyone(words.wording, done))
            } else {
                (
                    overdue > 0 ? .overdue : .upcoming,
                    .some(words.wording, done: done, of: everyone.count, overdue: overdue)
                )
            }
        return Ruling(due: nil, state: state, reason: reason) {
            let facts =
                missing.isEmpty
                ? [Working.Fact("\(everyone.count) current members of staff", in: .staff)]
                : missing.map {
                    Working.Fact(
                        "\($0.member.name): \(words.wording.missing.uncapitalised), due "
                            + dueDay($0).long,
                        in: .staff, $0.member.key)
                }
            return Working(
                facts: facts, sum: "\(done) of \(everyone.count) members of staff",
                numbers: numbers(context), leastAct: actOfAll(everyone, missing, context))
        }
    }

    /// Those who are missing do it; a school without staff names somebody.
    private func actOfAll(
        _ everyone: [StaffContext], _ missing: [StaffContext], _ context: SchoolContext
    ) -> LeastAct? {
        if everyone.isEmpty {
            return .addStaff(
                on: context.today, then: "record \(words.wording.noun) of each of them")
        }
        var seen: Set<RecordKey> = []
        let records = missing.flatMap(evidence.example).filter { seen.insert($0.key).inserted }
        guard !records.isEmpty else { return nil }
        return LeastAct(
            words.next.action, "record \(words.wording.noun) of each who is named",
            records.map { RecordChange.put($0) })
    }
}

/// One current member of staff of a school on a day.
struct StaffContext {
    let member: StaffMember
    let school: SchoolContext

    static func current(_ context: SchoolContext) -> [StaffContext] {
        context.school.staff.filter { $0.span.contains(context.today) }
            .map { StaffContext(member: $0, school: context) }
    }
}

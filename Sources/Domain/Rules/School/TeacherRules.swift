extension RuleID {
    public static let teacherQualified: RuleID = "dt-qualified"
    public static let teacherTraining: RuleID = "dt-training"
}

extension Rule {
    static let teacherRules: [Rule] = [teacherQualified, teacherTraining]

    /// HGB-1: the Designated Teacher is a qualified teacher and leads.
    private static let teacherQualified = Rule(
        .teacherQualified, "Designated Teacher qualified, leads", clauses: ["HGB-1"],
        .standing, .staff, next: NextAction(.staff, "Correct it, or name another"),
        whenUnknown: NextAction(.staff, "Enter the teacher as staff"),
        .school { context in
            DesignatedTeacher.current(context).map { qualified($0, context) }
        })

    /// HGB-1, DT-6: two days of training in the role a year for each Designated Teacher.
    private static let teacherTraining = Rule(
        .teacherTraining, "Designated Teacher's training", clauses: ["HGB-1", "DT-6"],
        .eachPeriod, .staff, shownBy: [.training(.designatedTeacher)],
        next: NextAction(.training, "Record or book training"),
        whenUnknown: NextAction(.staff, "Enter the teacher as staff"),
        .school { context in
            DesignatedTeacher.current(context).flatMap { training($0, context) }
        })

    // MARK: dt-qualified

    private static func qualified(
        _ teacher: DesignatedTeacher, _ context: SchoolContext
    ) -> Ruling {
        guard let member = teacher.member else { return teacher.unknown(context) }
        let isFit = member.isQualified && member.isLeader
        return Ruling(
            subject: .staff(member.id), due: nil, state: isFit ? .met : .overdue,
            reason: isFit
                ? .teacherQualified(member.name)
                : .teacherNotQualified(
                    member.name, qts: member.isQualified, leads: member.isLeader),
            evidence: [member.key]
        ) {
            let words =
                "\(member.name): qualified teacher status \(member.isQualified ? "yes" : "no"), "
                + "leadership \(member.isLeader ? "yes" : "no")"
            return Working(
                facts: [teacher.fact, Working.Fact(words, in: .staff, member.key)],
                sum: "both are needed",
                leastAct: LeastAct(
                    .staff, "correct the record, where it is wrong, or name another teacher",
                    [.put(member.record.with("qts", "yes").with("leadership", "yes"))]))
        }
    }

    // MARK: dt-training

    private static func training(
        _ teacher: DesignatedTeacher, _ context: SchoolContext
    ) -> [Ruling] {
        guard let member = teacher.member else { return [teacher.unknown(context)] }
        let before = AcademicYear(start: context.year.start - 1)
        let looksBack =
            context.today <= context.pack.number(.teacherLookBackUntil).day(in: context.year)
            && teacher.role.span.from <= before.last
        return ((looksBack ? [before] : []) + [context.year]).map {
            training(member, teacher.fact, $0, context)
        }
    }

    private static func training(
        _ member: StaffMember, _ role: Working.Fact, _ year: AcademicYear,
        _ context: SchoolContext
    ) -> Ruling {
        let attended = context.trainings(of: member, in: year)
        let days = attended.map(\.days).reduce(.zero, +)
        let needed = context.pack[.teacherTrainingDays]
        let warnFrom = context.pack.number(.teacherWarnFrom).day(in: context.year)
        return Ruling(
            subject: .staff(member.id), reference: .year(year), due: year.last,
            state: context.state(
                by: year.last, isDone: days >= Figure(needed), isLost: true,
                isNear: context.today >= warnFrom),
            reason: .teacherTrained(member.name, days, of: needed),
            evidence: attended.map(\.person.key)
        ) {
            let facts =
                attended.isEmpty
                ? [
                    Working.Fact(
                        "no training for the role in \(year.label) on record", in: .trainingPeople)
                ]
                : attended.map {
                    Working.Fact(
                        "\($0.training.title), \($0.on.long): \($0.days.words) days",
                        in: .trainingPeople, $0.person.key)
                }
            let missing = Figure(tenThousandths: needed * 10_000 - days.tenThousandths)
            return Working(
                facts: [role] + facts, sum: "\(days.words) of \(needed) days in \(year.label)",
                numbers: context.pack.numbers(
                    .teacherTrainingDays, .teacherWarnFrom, .teacherLookBackUntil),
                leastAct: LeastAct(
                    .training, "record \(missing.words) more days of training",
                    trainingAct(member, missing, context)))
        }
    }

    private static func trainingAct(
        _ member: StaffMember, _ days: Figure, _ context: SchoolContext
    ) -> [RecordChange] {
        // A tenth too many rather than one too few.
        let tenths = (days.tenThousandths + 999) / 1000
        let training = Record.example(
            .training,
            [
                "training_id": "example", "kind": "designated-teacher", "title": "example",
                "on": context.today.iso, "days": "\(tenths / 10).\(tenths % 10)",
                "whole_school": "no",
            ])
        let person = Record.example(
            .trainingPeople,
            ["training_id": "example", "staff": member.id, "attended": "yes"])
        return [.put(training), .put(person)]
    }
}

/// A current Designated Teacher: the row of the role, and the member of staff where there is one.
private struct DesignatedTeacher {
    let role: Role
    let member: StaffMember?

    static func current(_ context: SchoolContext) -> [DesignatedTeacher] {
        var seen: Set<String> = []
        return context.school.roles
            .filter { $0.name == .designatedTeacher && $0.span.contains(context.today) }
            .sorted { ($0.person, $0.span.from) < ($1.person, $1.span.from) }
            .filter { seen.insert($0.person).inserted }
            .map { role in
                DesignatedTeacher(
                    role: role, member: context.school.staff.first { $0.id == role.person })
            }
    }

    var fact: Working.Fact {
        Working.Fact(
            "\(member?.name ?? role.person), Designated Teacher since \(role.span.from.long)",
            in: .roles, role.key)
    }

    /// The example: somebody else, who is staff, takes the role.
    func unknown(_ context: SchoolContext) -> Ruling {
        Ruling(
            subject: .school, reference: .record(role.person), due: nil, state: .unknown,
            reason: .teacherNotStaff(role.person), evidence: [role.key]
        ) {
            let end = role.record.with("to", max(role.span.from, context.today - 1).iso)
            return Working(
                facts: [fact, Working.Fact("no member of staff of this id", in: .staff)],
                sum: "what is on record of staff decides",
                leastAct: LeastAct(
                    .staff, "enter \(role.person) as staff, or end the role", [.put(end)]))
        }
    }
}

extension SchoolContext {
    /// The trainings of a year up to today that count for the role.
    fileprivate func trainings(of member: StaffMember, in year: AcademicYear) -> [AttendedTraining]
    {
        (trainings[member.id] ?? []).filter {
            $0.training.kind.isForDesignatedTeacher && year.contains($0.on) && $0.on <= today
        }
        .sorted { $0.on < $1.on }
    }
}

extension Training.Kind {
    /// Whether its days count towards those that the role needs: two days of first aid make nobody a
    /// trained Designated Teacher.
    fileprivate var isForDesignatedTeacher: Bool {
        self == .designatedTeacher || self == .attachmentTrauma
    }
}

extension AttendedTraining {
    fileprivate var days: Figure { training.days ?? .zero }
}

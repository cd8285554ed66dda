import Domain

/// Children as rows of the glance. At 80 columns: who, the plan and the days on it, this morning,
/// ten days of marks, who was told, what is next; a wider screen has each appointment beside it.
enum GlanceRow {
    static let columns = [
        TableColumn("", minimum: 1), TableColumn("Child", minimum: 14, share: 2),
        TableColumn("Plan", minimum: 8, isFigure: true), TableColumn("Now", minimum: 3),
        TableColumn("Last 10 days", minimum: 20), TableColumn("Told", minimum: 4),
        TableColumn("Next", minimum: 15), TableColumn("Conf.", minimum: 9, priority: 1),
        TableColumn("Core g.", minimum: 9, priority: 2),
        TableColumn("Review", minimum: 9, priority: 3),
        TableColumn("Report", minimum: 8, priority: 4),
        TableColumn("Year", side: .right, minimum: 8, priority: 5),
    ]

    /// What the letters of the columns mean: two short lines, which a small screen has room for.
    static let legend: [TextLine] = [
        words([.conference, .coreGroup, .childInNeedReview]), words([.lookedAfterReview, .report]),
        TextLine("Told, in this order: home, social worker, Virtual School", .muted),
    ]

    private static func words(_ appointments: [Appointment]) -> TextLine {
        TextLine(
            appointments.map { "\($0.letters) \($0.words)" }.joined(separator: " · "), .muted)
    }

    static func item(_ ref: PupilRef) -> SheetItem {
        SheetItem(
            id: ref.text, opens: .pupil(ref), pupil: ref, shows: { $0.glanceDuties(of: ref) },
            search: { model in
                let presence = model.child(ref).map(model.presence)?.words ?? ""
                return "\(model.searchWords(ref)) \(presence)"
            },
            row: { model in
                guard let child = model.child(ref) else {
                    let name = model.name(of: .pupil(ref))
                    return Row(
                        id: ref.text,
                        cells: [[], [Phrase(name, .child)]]
                            + Array(repeating: [], count: columns.count - 2), spoken: name)
                }
                return row(child, model)
            })
    }

    private static func row(_ child: Child, _ model: Model) -> Row {
        let presence = model.presence(child)
        let days = model.facts.school.calendar.schoolDays(last: 10, upTo: model.today - 1)
        let marks = days.map(child.facts.marksWords).joined()
        let today = presence == .noSchool ? "" : child.facts.marksWords(on: model.today)
        let figure = model.attendanceWords(child)
        let told = model.toldStates(child)
        let all = child.appointments(on: model.today)
        let next = all.soonestFirst
        func cell(_ wanted: [Appointment]) -> [Phrase] {
            wanted.lazy.compactMap { what in all.first { $0.what == what } }.first?
                .phrases(on: model.today) ?? []
        }
        let since = child.planSince(on: model.today)
        let plan = child.firstPlan?.rawValue ?? ""
        return Row(
            id: child.ref.text,
            cells: [
                [presence.phrase], [Phrase(child.pupil.displayName, .child)],
                [Phrase(plan + (since.map { " \(model.today - $0)d" } ?? ""))],
                [Phrase(today, presence == .notKnown ? .overdue : .normal)], [Phrase(marks)],
                told.map { $0.state?.phrase ?? DutyState.upcoming.phrase },
                next.first?.lettersAndDay(on: model.today) ?? [], cell([.conference]),
                cell([.coreGroup]),
                cell([.childInNeedReview, .lookedAfterReview]), cell([.report]), figure.cell,
            ],
            spoken: [
                "\(child.pupil.displayName), \(presence.words)",
                plan
                    + (since.map { " for \((model.today - $0).days), since \($0.dayMonthYear)" }
                        ?? ""),
                today.isEmpty ? "" : "today \(today)", "last school days \(marks)",
                told.map { "\($0.needed.rawValue) told: \($0.state?.word ?? "not needed")" }
                    .joined(separator: ", "),
            ].filter { !$0.isEmpty }.joined(separator: "; ")
                + next.map { "; \($0.spoken)" }.joined() + "; \(figure.spoken)")
    }
}

extension Child {
    /// Since when the plan runs, without a break.
    func planSince(on today: Day) -> Day? {
        guard let kind = firstPlan.flatMap({ CareKind(rawValue: $0.rawValue) }) else { return nil }
        return Cohort(statuses: facts.statuses, roll: facts.pupil.roll, everYears: 0)
            .runStart(of: [kind], on: today)
    }
}

extension Model {
    /// What stands behind the columns of a child: this morning, who was told, what is next.
    fileprivate func glanceDuties(of ref: PupilRef) -> [Duty] {
        openDuties(of: ref, on: .attendance)
            + duties(of: ref).filter { $0.state.isOpen && Appointment.rules.contains($0.rule) }
    }

    /// Who has been told: of an absence this morning, where there is one, else of an open concern.
    /// Nothing where contacts are not for this person.
    func toldStates(_ child: Child) -> [(needed: ContactNeeded, state: DutyState?)] {
        guard access.sees(.contacts) else { return [] }
        let ofConcern = child.told
        guard let told = toldToday(child) else { return ofConcern }
        return ofConcern.map { needed, state in
            switch needed {
            case .carer: (needed, told.home ? .met : .overdue)
            case .socialWorker: (needed, told.socialWorker ? .met : .overdue)
            case .virtualSchool: (needed, state)
            }
        }
    }

    /// Whether home and the social worker have heard of an absence this morning without a reason;
    /// `nil` where there is none.
    func toldToday(_ child: Child) -> (home: Bool, socialWorker: Bool)? {
        let duty = child.duties.first {
            $0.rule == .attendanceFirstDay && $0.reference == .day(today)
        }
        switch duty?.reason {
        case .firstDayTold: return (true, true)
        case .firstDayNotTold(_, let home, let socialWorker, _): return (home, socialWorker)
        default: return nil
        }
    }

    /// Above the keys: who and under which plan; whom to ring; who was told, and what comes.
    func glanceDetail(of item: SheetItem) -> [TextLine] {
        guard let child = item.pupil.flatMap(child) else { return detail(of: item) }
        let statuses = child.facts.statuses.filter { $0.span.contains(today) }.map { status in
            let category = status.record["category"]
            return "\(status.kind.rawValue) since \(status.span.from.dayMonthYear)"
                + (category.isEmpty ? "" : ", \(category)")
        }
        let parts = [child.pupil.classWords] + statuses + keyAdultWords(child.ref)
        let toldWords = toldToday(child).map {
            "told: home \($0.home ? "yes" : "no"), social worker "
                + ($0.socialWorker ? "yes" : "no")
        }
        let next = child.appointments(on: today).soonestFirst.map {
            $0.lettersAndDay(on: today, inFull: true)
        }
        let pep = child.facts.peps.filter { $0.isOpen && $0.day >= today }
            .min { ($0.day, $0.id) < ($1.day, $1.id) }
            .map { [Phrase("PEP \($0.day.dayAndMonth)\($0.timeWords)")] }
        let told = toldWords.map { [Phrase($0.sentenceCase)] }
        let comes = ([told, pep].compactMap { $0 } + next)
            .joined(separator: [Phrase(" · ")])
        return [
            TextLine([
                Phrase(child.pupil.fullName, .child),
                Phrase(" · " + parts.joined(separator: " · ")),
            ]),
            TextLine(peopleToRing(child.facts)), TextLine(Array(comes)),
        ].filter { !$0.text.isEmpty }
    }
}

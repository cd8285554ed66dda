import Domain

extension Sheet {
    /// The year of a child on one axis of weeks: marks, PEPs, contacts, meetings, statuses,
    /// interventions and money, each on a strip of its own. Letters and shapes say it without colour;
    /// the selected strip says in words what it holds and what its signs mean.
    static func year(_ facts: PupilFacts, _ model: Model) -> Sheet {
        let axis = WeekAxis(model.facts.school.calendar, on: model.today)
        let year = YearOfChild(facts, axis, model)
        let strips: [(Topic, () -> [Strip])] = [
            (.register, { [year.marks] }), (.pep, { [year.peps] }),
            (.contacts, { [year.contacts] }), (.meetings, { [year.meetings] }),
            (.cohort, { year.statuses }), (.support, { [year.support] }),
            (.money, { [year.money] }),
        ]
        let seen = strips.filter { model.access.sees($0.0) }.flatMap { $0.1() }
        return Sheet(
            id: "year", digit: 7, title: "The year \(axis.year.label) by week",
            content: .list(
                [TableColumn("", minimum: 8), TableColumn(axis.months, minimum: axis.count)],
                ([year.weeks] + seen).map(\.item)))
    }
}

/// What the strips of a child's year show, up to today but for what is planned.
private struct YearOfChild {
    let facts: PupilFacts
    let axis: WeekAxis
    let model: Model

    init(_ facts: PupilFacts, _ axis: WeekAxis, _ model: Model) {
        (self.facts, self.axis, self.model) = (facts, axis, model)
    }

    private var today: Day { model.today }
    private var nothing: Phrase { Phrase("·", .muted) }

    /// School weeks and holidays, and the week of today.
    var weeks: Strip {
        let calendar = model.facts.school.calendar
        let signs = (0..<axis.count).map { place -> Phrase in
            if axis.place(of: today) == place { return Phrase("▼", .strong) }
            let monday = axis.monday(place)
            let isSchool = (0..<5).contains { calendar.isSchoolDay(monday + $0) }
            return isSchool ? Phrase("─", .muted) : Phrase(" ", .muted)
        }
        return Strip(
            "Weeks", "─ school, ▼ today", signs: signs, spoken: "today \(today.long)")
    }

    /// Sessions missed of each week.
    var marks: Strip {
        let weeks = (0..<axis.count).map { week(axis.monday($0)) }
        let spoken = weeks.enumerated().compactMap { place, week -> String? in
            guard week.figure.missed > 0 else { return nil }
            return "week of \(axis.monday(place).dayAndMonth) \(week.figure.missed) missed"
                + (week.isUnexplained ? ", not all with a reason" : "")
        }
        return Strip(
            "Marks", "/ all in, 1 to X sessions missed, ? one without a reason, · no mark",
            signs: weeks.map(\.sign),
            spoken: spoken.isEmpty ? "no session missed" : spoken.joined(separator: ", "))
    }

    private struct Week {
        var figure = AttendanceFigure()
        var isUnexplained = false

        var sign: Phrase {
            if figure.possible == 0 { return Phrase("·", .muted) }
            if isUnexplained { return Phrase("?", .unknown) }
            let missed = figure.missed
            return missed == 0 ? Phrase("/") : Phrase(missed > 9 ? "X" : "\(missed)", .overdue)
        }
    }

    private func week(_ monday: Day) -> Week {
        var week = Week()
        guard let marks = facts.marks[axis.year] else { return week }
        for day in (0..<5).map({ monday + $0 }) where day <= today && axis.year.contains(day) {
            let (am, pm) = marks.codes(on: day)
            for code in [am, pm].compactMap({ $0 }) {
                let category = model.pack.codes.category(of: code)
                week.figure.count(category)
                if category?.isPossible == true, code.isUnexplained { week.isUnexplained = true }
            }
        }
        return week
    }

    var peps: Strip {
        let events = facts.peps.compactMap { pep -> (Day, Phrase, String)? in
            if let held = pep.held(by: today) {
                return (held, Phrase("H", .met), "held \(held.dayAndMonth)")
            }
            guard let planned = pep.plannedFor else { return nil }
            if pep.isCancelled {
                return (planned, Phrase("x", .muted), "cancelled \(planned.dayAndMonth)")
            }
            return planned < today
                ? (planned, Phrase("!", .overdue), "not held \(planned.dayAndMonth)")
                : (planned, Phrase("p", .soon), "planned \(planned.dayAndMonth)")
        }
        let order = ["H", "!", "p", "x"]
        return Strip(
            "PEPs", "H held, p planned, ! planned and not held, x cancelled", axis, events
        ) { signs in
            order.lazy.compactMap { sign in signs.first { $0.text == sign } }.first ?? nothing
        }
    }

    /// How often somebody was reached; `-` where it was tried alone.
    var contacts: Strip {
        let events = facts.contacts.filter { $0.day <= today }.map { contact in
            (
                contact.day, Phrase(contact.reached ? "1" : "-"),
                "\(contact.day.dayAndMonth) \(contact.with.rawValue.roleWords)"
                    + (contact.reached ? "" : " not reached")
            )
        }
        return Strip(
            "Contacts", "how often somebody was reached, - tried alone", axis, events
        ) { signs in
            let reached = signs.count { $0.text == "1" }
            return reached == 0 ? Phrase("-", .muted) : Phrase(reached > 9 ? "+" : "\(reached)")
        }
    }

    var meetings: Strip {
        let events = facts.meetings.compactMap { meeting -> (Day, Phrase, String)? in
            let letter = meeting.kind.letter
            if let held = meeting.held(by: today) {
                return (
                    held, Phrase(letter.uppercased(), .met),
                    "\(meeting.kind.words) \(held.dayAndMonth)"
                )
            }
            guard let planned = meeting.plannedFor else { return nil }
            return (
                planned, Phrase(letter, planned < today ? .overdue : .soon),
                "\(meeting.kind.words) planned \(planned.dayAndMonth)"
            )
        }
        return Strip(
            "Meetings",
            "C conference, G core group, N child in need, L looked after, O other; small: planned",
            axis, events
        ) { signs in
            Set(signs.map(\.text)).count == 1 ? signs[0] : Phrase("*", signs[0].tone)
        }
    }

    /// A strip for each kind of status that the child has had this year.
    var statuses: [Strip] {
        CareKind.allCases.compactMap { kind in
            let spans = facts.statuses.filter { $0.kind == kind }.map(\.span)
            let signs = (0..<axis.count).map { place -> Phrase in
                let days = (0..<7).map { axis.monday(place) + $0 }
                let holds = days.contains { day in
                    day <= today && spans.contains { $0.contains(day) }
                }
                return holds ? Phrase("=", .strong) : nothing
            }
            guard signs.contains(where: { $0.text == "=" }) else { return nil }
            let words = spans.map { span in
                "since \(span.from.dayMonthYear)"
                    + (span.to.map { " to \($0.dayMonthYear)" } ?? "")
            }
            return Strip(
                kind.rawValue, "= while it holds", signs: signs,
                spoken: words.joined(separator: ", "))
        }
    }

    /// How many targeted or specialist interventions ran.
    var support: Strip {
        let given = facts.interventions.filter { $0.level != .universal }
        let signs = (0..<axis.count).map { place -> Phrase in
            let days = (0..<5).map { axis.monday(place) + $0 }.filter { $0 <= today }
            let count = given.count { one in days.contains(where: one.span.contains) }
            return count == 0 ? nothing : Phrase(count > 9 ? "+" : "\(count)")
        }
        let words = given.map { "\($0.name) from \($0.span.from.dayAndMonth)" }
        return Strip(
            "Support", "how many targeted or specialist interventions ran", signs: signs,
            spoken: words.isEmpty ? "none" : words.joined(separator: ", "))
    }

    var money: Strip {
        let events = model.facts.school.entries
            .filter { $0.pupil == facts.ref && $0.on <= today }
            .map { entry in
                (
                    entry.on, Phrase(entry.kind.rawValue.prefix(1).uppercased(), .money),
                    "\(entry.on.dayAndMonth) \(entry.kind.rawValue) \(entry.amount.inPounds)"
                )
            }
        return Strip(
            "Money", "A allocated, C committed, S spent, R returned, * several", axis, events
        ) { signs in
            Set(signs.map(\.text)).count == 1 ? signs[0] : Phrase("*", .money)
        }
    }
}

extension Meeting.Kind {
    /// Small, as a planned one is shown.
    fileprivate var letter: String {
        switch self {
        case .conference: "c"
        case .coreGroup: "g"
        case .childInNeedReview: "n"
        case .lookedAfterReview: "l"
        case .virtualSchoolVisit, .monitoring, .jointPlanning, .report, .staffAdvice, .cohortCheck,
            .other:
            "o"
        }
    }
}

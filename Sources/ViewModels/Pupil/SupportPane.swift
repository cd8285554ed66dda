import Domain

extension Sheet {
    private static let columns = [
        TableColumn("", minimum: 23), TableColumn("", minimum: 20, share: 2),
        TableColumn("", minimum: 20, share: 2, priority: 1),
    ]

    /// What is done for the child: interventions, decisions, checks in class, responsibilities.
    static func support(_ facts: PupilFacts, _ model: Model) -> Sheet {
        let today = model.today
        func group(_ title: String, _ items: [SheetItem]) -> [SheetItem] {
            items.isEmpty ? [] : [.heading("support \(title)", title)] + items
        }
        let given = facts.interventions.filter { $0.span.from <= today }
            .sorted { ($0.span.from, $0.id) > ($1.span.from, $1.id) }
            .map { item($0, model) }
        let decisions = facts.decisions.filter { $0.on <= today && $0.about != .noAction }
            .sorted { ($0.on, $0.id) > ($1.on, $1.id) }
            .map { decision in
                let outcome = decision.outcome ?? ""
                let reason = decision.reason ?? ""
                return SheetItem.record(
                    decision.key,
                    [
                        [Phrase(decision.on.dayMonthYear)],
                        [Phrase("\(decision.about.rawValue): \(outcome.oneLine)")],
                        [Phrase(reason.oneLine)],
                    ],
                    spoken: [decision.on.dayMonthYear, decision.about.rawValue, outcome, reason],
                    full: [TextLine(outcome), TextLine(reason)].filter { !$0.text.isEmpty })
            }
        let checks = facts.checks.filter { $0.on <= today }
            .sorted { ($0.on, $0.id) > ($1.on, $1.id) }
            .map { check in
                let kind = check.record["kind"].roleWords
                let by = model.staffName(check.record["by"])
                let note = check.record["note"]
                return SheetItem.record(
                    check.key,
                    [
                        [Phrase(check.on.dayMonthYear)],
                        [Phrase([kind, by].filter { !$0.isEmpty }.joined(separator: ", "))],
                        [Phrase(note.oneLine)],
                    ], spoken: [check.on.dayMonthYear, kind, by, note],
                    full: note.isEmpty ? [] : [TextLine(note)])
            }
        let held = facts.responsibilities.filter { $0.span.from <= today }
            .sorted { $0.span.from > $1.span.from }
            .map { one in
                SheetItem.record(
                    one.key,
                    [[Phrase(one.span.words)], [Phrase(one.role)], []],
                    spoken: [one.role, one.span.words])
            }
        return Sheet(
            id: "support", title: "Support",
            content: .list(
                columns,
                group("Interventions", given) + group("Decisions", decisions)
                    + group("Checks in class", checks) + group("Responsibilities", held)),
            empty: "No intervention, decision, check or responsibility is on record.")
    }

    private static func item(_ one: Intervention, _ model: Model) -> SheetItem {
        let isNow = one.span.contains(model.today)
        let what = [
            one.level.rawValue, one.hours.map { "\($0.words) hours a week" } ?? "",
            one.ledBy.map { "led by \(model.staffName($0))" } ?? "",
        ].filter { !$0.isEmpty }.joined(separator: ", ")
        return .record(
            one.key,
            [
                [Phrase(one.span.words, isNow ? .normal : .muted)],
                [Phrase(one.name, isNow ? .strong : .muted)], [Phrase(what)],
            ], spoken: [one.name, what, one.span.words, isNow ? "runs now" : ""])
    }

    /// Meetings about the child, what is to come first.
    static func meetings(_ facts: PupilFacts, _ model: Model) -> Sheet {
        let items = facts.meetings
            .map { meeting in (meeting, meeting.held(by: model.today) ?? meeting.plannedFor) }
            .sorted { (($0.1?.rawValue ?? 0), $0.0.id) > (($1.1?.rawValue ?? 0), $1.0.id) }
            .map { meeting, day -> SheetItem in
                let held = meeting.held(by: model.today)
                let isLate = held == nil && (meeting.plannedFor.map { $0 < model.today } ?? false)
                let state = held != nil ? "held" : isLate ? "not held" : "planned"
                let time = held == nil ? meeting.timeWords : ""
                let report = meeting.reportSentOn.flatMap { sent in
                    sent <= model.today ? "our report sent \(sent.dayAndMonth)" : nil
                }
                let note = meeting.record["note"]
                let more = [report ?? "", note.oneLine].filter { !$0.isEmpty }
                    .joined(separator: "; ")
                return .record(
                    meeting.key,
                    [
                        [
                            Phrase(
                                "\(day?.dayMonthYear ?? "no day")\(time) \(state)",
                                held != nil ? .normal : isLate ? .overdue : .soon)
                        ],
                        [Phrase(meeting.kind.words.sentenceCase)], [Phrase(more)],
                    ],
                    spoken: [
                        meeting.kind.words, state, (day?.dayMonthYear ?? "") + time, more,
                    ],
                    full: note.isEmpty ? [] : [TextLine(note)])
            }
        return Sheet(
            id: "meetings", title: "Meetings", content: .list(columns, items),
            empty: "No meeting is on record.")
    }

    /// Days out of school against the law's limits, and each suspension.
    static func suspensions(_ facts: PupilFacts, _ model: Model) -> Sheet {
        let rows = facts.suspensions.filter { $0.decidedOn <= model.today }
        let days = DaysOut(
            rows, model.facts.school.calendar, on: model.today, under: model.pack)
        let items = rows.sorted { ($0.from, $0.id) > ($1.from, $1.id) }.map { one in
            let what =
                one.kind == .permanent
                ? "permanent exclusion"
                : "\(one.daysOut.dayWords) days" + (one.kind == .lunchtime ? " (lunchtimes)" : "")
            let back = one.reintegrationOn.map { "back \($0.dayMonthYear)" } ?? ""
            return SheetItem.record(
                one.key,
                [[Phrase("from \(one.from.dayMonthYear)")], [Phrase(what)], [Phrase(back)]],
                spoken: ["from \(one.from.dayMonthYear)", what, back])
        }
        return Sheet(
            id: "suspensions", title: "Suspensions", content: .list(columns, items),
            notes: items.isEmpty ? [] : [TextLine(model.limitWords(days))],
            empty: "No suspension is on record.")
    }

    /// Coming, going, and provision elsewhere.
    static func moves(_ facts: PupilFacts, _ model: Model) -> Sheet {
        let today = model.today
        let provision = facts.alternativeProvision.filter { $0.span.from <= today }
            .sorted { ($0.span.from, $0.id) > ($1.span.from, $1.id) }
            .map { one in
                let hours = "\(one.hoursHere.words) hours here, \(one.hoursThere.words) there"
                let review = one.reviewBy.map { "review by \($0.dayMonthYear)" } ?? "no review day"
                return SheetItem.record(
                    one.key,
                    [
                        [Phrase(one.span.words)], [Phrase("\(one.provider): \(hours)")],
                        [Phrase(review)],
                    ],
                    spoken: [one.provider, hours, one.span.words, review])
            }
        let ticked = facts.checklist.sorted { $0.key < $1.key }.map { one in
            let done = one.doneOn.upTo(today)
            let why = one.notNeededBecause ?? ""
            let state =
                done.map { "done \($0.dayMonthYear)" } ?? (why.isEmpty ? "not done" : "not needed")
            let item = "\(one.kind.rawValue): \(one.item.rawValue.roleWords)"
            return SheetItem.record(
                one.key,
                [
                    [Phrase(state, done == nil && why.isEmpty ? .soon : .normal)],
                    [Phrase(item)], [Phrase(why.oneLine)],
                ], spoken: [item, state, why])
        }
        return Sheet(
            id: "moves", title: "Coming, going, other provision",
            content: .list(columns, provision + ticked),
            empty: "No checklist and no other provision is on record.")
    }
}

extension Model {
    /// `4.5 days out since 1 Aug 2026, of at most 45; 4.5 this term: …`.
    fileprivate func limitWords(_ days: DaysOut) -> [Phrase] {
        let most = pack.number(.suspensionMostDays).value
        let year =
            "\(days.ofYear.dayWords) days out since \(days.since.dayMonthYear), of at most \(most)"
        let term = days.ofTerm.map {
            "; \($0.dayWords) this term: over \(pack.number(.representationsOverDays).value) the "
                + "governors meet if parents ask, over \(pack.number(.governorsOverDays).value) always"
        }
        let isOver = days.ofYear > Figure(most)
        return [Phrase(year, isOver ? .overdue : .strong), Phrase(term ?? "")]
    }
}

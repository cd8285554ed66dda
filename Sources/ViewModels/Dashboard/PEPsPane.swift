import Domain

extension Sheet {
    /// Pane 2: PEPs that are due, slipped, or not yet written up.
    static func peps(_ model: Model) -> Sheet {
        let last = model.today + PEPRow.daysAhead
        let open = model.children.flatMap { child in
            child.duties.filter { duty in
                duty.state.isOpen && duty.topic == .pep
                    && (duty.due.map { $0 <= last } ?? false)
            }
        }
        let sorted = open.sorted { one, other in
            one.due == other.due
                ? Duty.inOrder(one, other) : (one.due ?? model.today) < (other.due ?? model.today)
        }
        return Sheet(
            id: "peps", digit: 2, title: "PEPs",
            counts: open.stateCounts,
            content: .list(PEPRow.columns, sorted.map(PEPRow.item)), notes: PEPRow.notes(model),
            empty: "No PEP is due or waiting.")
    }
}

/// Duties about PEPs as rows: due, child, what, how it stands.
enum PEPRow {
    static let daysAhead = 30

    static let columns = [
        TableColumn("Due", minimum: 8, isFigure: true), TableColumn("Pupil", minimum: 14, share: 1),
        // Each line whole: how many days there are, and how far the PEP is, stand where there is room.
        TableColumn("What", minimum: Reason.lineColumns, share: 3),
        TableColumn("", side: .right, minimum: 8, priority: 1),
        TableColumn("How far", minimum: 14, share: 1, priority: 2),
    ]

    static func item(_ duty: Duty) -> SheetItem {
        let key = duty.id
        return SheetItem(
            id: key.text, opens: opens(duty), pupil: duty.subject.pupil, duty: key,
            search: { model in
                "\(duty.subject.pupil.map(model.searchWords) ?? "") \(duty.state.word)"
            },
            row: { model in row(model.duty(key) ?? duty, isOwed: model.duty(key) != nil, model) })
    }

    private static func opens(_ duty: Duty) -> PageName? {
        switch duty.rule {
        case .pepPeople, .pepTargetsSet, .pepSignedOff, .pepTargetsReviewed, .pepVoice,
            .pepSent:
            .pep(duty.reference.text)
        default: duty.subject.pupil.map(PageName.pupil)
        }
    }

    private static func row(_ duty: Duty, isOwed: Bool, _ model: Model) -> Row {
        let name = model.name(of: duty.subject)
        let what =
            isOwed
            ? (lateWords(duty, model) ?? duty.line(on: model.today)) + todayWords(duty, model)
            : "no longer owed"
        let stage = isOwed ? stageWords(duty, model) ?? "" : ""
        let days = duty.due.map { model.days(duty, $0) }
        let count = duty.state.isOpen ? days.map(\.days) ?? "" : ""
        return Row(
            id: duty.id.text,
            cells: [
                [Phrase("\(duty.state.glyph) \(duty.due?.dayAndMonth ?? "–")", duty.state.tone)],
                [Phrase(name, .child)], [Phrase(what)], [Phrase(count, duty.state.tone)],
                [Phrase(stage, .muted)],
            ],
            spoken: "\(name): \(what)\(stage.isEmpty ? "" : " · \(stage)"), "
                + "\(duty.state.word), \(model.when(duty))")
    }

    /// How far the PEP of a duty has come, where that says more than the duty does.
    private static func stageWords(_ duty: Duty, _ model: Model) -> String? {
        guard case .record(let id) = duty.reference, let ref = duty.subject.pupil,
            let facts = model.facts.pupils[ref],
            let pep = facts.peps.first(where: { $0.id == id })
        else { return nil }
        let stage = model.stage(of: pep, facts)
        switch stage.present?.step {
        case nil, .planned, .invited: return nil
        case .held: return duty.rule == .pepSignedOff ? nil : stage.words
        case .sentBack: return duty.rule == .pepSent ? nil : stage.words
        case .written, .sent, .graded: return stage.words
        }
    }

    /// The rules that ask for a PEP to be held.
    private static let askForPEP: Set<RuleID> = [.pepTermly, .pepInitial, .pepAfterMove]

    /// `, today 09:15` of a PEP that is planned for today.
    private static func todayWords(_ duty: Duty, _ model: Model) -> String {
        guard askForPEP.contains(duty.rule),
            let plan = duty.subject.pupil.flatMap({ model.facts.pupils[$0] })?.peps
                .first(where: { $0.isOpen && $0.plannedFor == model.today && $0.time != nil })
        else { return "" }
        return ", today\(plan.timeWords)"
    }

    /// `Planned for 1 Dec, after it is due`; `nil` where the plan is in time.
    private static func lateWords(_ duty: Duty, _ model: Model) -> String? {
        guard askForPEP.contains(duty.rule), let due = duty.due, let ref = duty.subject.pupil,
            let day = model.facts.pupils[ref]?.peps.filter(\.isOpen).compactMap(\.plannedFor)
                .filter({ $0 >= model.today }).min(), day > due
        else { return nil }
        return "Planned for \(day.dayAndMonth), after it is due"
    }

    /// `This term: 8 of 14 held · 5 signed off · 3 all came`.
    static func notes(_ model: Model) -> [TextLine] {
        let reach = TextLine("Due up to \((model.today + daysAhead).short)", .muted)
        guard let term = model.term else { return [reach] }
        let numbers = PEPNumbers(term, model)
        return [
            TextLine(
                "This term: \(numbers.held) of \(numbers.expected) held · "
                    + "\(numbers.signed) signed off · \(numbers.complete) all came", .muted), reach,
        ]
    }
}

extension Sequence<Duty> {
    /// `!2 ▲2`, for the title of a pane.
    var stateCounts: [Phrase] {
        var counts: [DutyState: Int] = [:]
        for duty in self { counts[duty.state, default: 0] += 1 }
        return DutyState.byUrgency.compactMap { state in
            counts[state].map { Phrase("\(state.glyph)\($0)", state.tone) }
        }
    }
}

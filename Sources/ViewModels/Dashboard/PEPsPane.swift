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
        TableColumn("Due", minimum: 6), TableColumn("Pupil", minimum: 14, share: 2),
        TableColumn("What", minimum: 12, share: 3, priority: 1),
        TableColumn("State", minimum: 9),
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
        let what = isOwed ? words(duty, model) : "no longer owed"
        let stage = isOwed ? stageWords(duty, model).map { " · \($0)" } ?? "" : ""
        let days = duty.due.map { model.days(duty, $0) }
        let state = duty.state.isOpen ? days.map { " \($0.days)" } ?? "" : ""
        return Row(
            id: duty.id.text,
            cells: [
                [Phrase(duty.due?.dayAndMonth ?? "–")], [Phrase(name, .child)],
                [Phrase(what)] + (stage.isEmpty ? [] : [Phrase(stage, .muted)]),
                [Phrase(duty.state.glyph + state, duty.state.tone)],
            ],
            spoken: "\(name): \(what)\(stage), \(duty.state.word), \(model.when(duty))")
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

    /// A few words, as the row already names child and date.
    private static func words(_ duty: Duty, _ model: Model) -> String {
        switch duty.reason {
        case .pepSlipped: "planned, not held"
        case .pepPlanned(let day, _): "on \(day.dayAndMonth), \(invited(day, duty, model))"
        case .pepNonePlanned: "none planned"
        case .firstPEPToCome, .firstPEPLate:
            duty.rule == .pepInitial ? "first PEP" : "PEP after move"
        case .peopleNotInvited(let people, _):
            "invite " + people.words
        case .targetsNone(let day): "targets of \(day.dayAndMonth)"
        case .notSignedOff(let day): "sign-off of \(day.dayAndMonth)"
        case .targetsUnreviewed(_, _, let day): "review targets of \(day.dayAndMonth)"
        case .pepNotSent(let day, _): "send PEP of \(day.dayAndMonth)"
        case .pepSentBack(let back, let day):
            "PEP of \(day.dayAndMonth) sent back \(back.dayAndMonth)"
        case .voiceMissing(let day): "child's views of \(day.dayAndMonth)"
        default: duty.title
        }
    }

    private static func invited(_ day: Day, _ duty: Duty, _ model: Model) -> String {
        guard let ref = duty.subject.pupil, let facts = model.facts.pupils[ref],
            let pep = facts.peps.first(where: { $0.plannedFor == day && !$0.isCancelled })
        else { return "nobody invited" }
        let roles = facts.pepPeople.filter { $0.pep == pep.id && $0.invitedOn != nil }
            .map { $0.role.rawValue.roleWords }
        return roles.isEmpty ? "nobody invited" : roles.joined(separator: ", ") + " invited"
    }

    /// `This term: 8 of 14 held · 5 signed off · 3 all came`.
    static func notes(_ model: Model) -> [TextLine] {
        let reach = TextLine("Due up to \((model.today + daysAhead).short)", .muted)
        guard let term = model.term else { return [reach] }
        var expected = 0
        var held = 0
        var signed = 0
        var complete = 0
        for child in model.children {
            for duty in child.duties where duty.isPEP(of: term) {
                if duty.state != .notApplicable { expected += 1 }
                if duty.state == .met { held += 1 }
            }
            let ids = Set(
                child.facts.peps.filter { $0.held(by: model.today).map(term.contains) ?? false }
                    .map(\.id))
            for duty in child.duties where duty.state == .met && ids.contains(duty.reference.text) {
                if duty.rule == .pepSignedOff { signed += 1 }
                if duty.rule == .pepPeople { complete += 1 }
            }
        }
        return [
            TextLine(
                "This term: \(held) of \(expected) held · \(signed) signed off · "
                    + "\(complete) all came", .muted), reach,
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

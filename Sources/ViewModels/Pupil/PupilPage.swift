import Domain

extension PageContent {
    /// All that is on record of one child; `nil` where no such child is.
    static func pupil(_ ref: PupilRef, _ model: Model) -> PageContent? {
        guard let pupil = model.pupil(ref) else { return nil }
        let facts = model.facts.pupils[ref] ?? PupilFacts(pupil: pupil)
        return PageContent(
            title: "Pupil", subject: ref,
            header: model.childHeader(pupil, model.today.long)
                + [TextLine(model.aboutLine(facts))],
            shortHeader: model.childHeader(pupil, model.today.short)
                + [TextLine(model.shortAboutLine(facts))],
            sheets: sheets(ref, facts, model), begins: "duties",
            detail: { $0.full.isEmpty ? $1.dutyDetail(of: $0) : $0.full })
    }

    /// A list that is not for this person is left out: an empty one would say that there is nothing.
    private static func sheets(
        _ ref: PupilRef, _ facts: PupilFacts, _ model: Model
    ) -> [Sheet] {
        let topics: [(Topic, () -> Sheet)] = [
            (.cohort, { .dutiesOf(ref, model) }), (.cohort, { .year(facts, model) }),
            (.professionals, { .people(facts, model) }), (.pep, { .pepsOf(facts, model) }),
            (.support, { .progress(facts, model) }), (.needs, { .needs(facts, model) }),
            (.support, { .support(facts, model) }), (.register, { .weeks(facts, model) }),
            (.contacts, { .contacts(facts, model) }), (.meetings, { .meetings(facts, model) }),
            (.wellbeing, { .questionnaires(facts, model) }),
            (.moves, { .suspensions(facts, model) }), (.moves, { .moves(facts, model) }),
            (.money, { .money(ref, model) }), (.cohort, { .statuses(facts, model) }),
        ]
        return topics.filter { model.access.sees($0.0) }.map { $0.1() }
    }
}

extension Model {
    /// `Born 3 May 2020 · admitted 2 Sep 2024 · key adult J Webb · attendance 94.7% C`.
    fileprivate func aboutLine(_ facts: PupilFacts) -> [Phrase] {
        let roll = facts.pupil.roll
        let left = roll.to.map { ["left \($0.dayMonthYear)"] } ?? []
        return about(facts, ["admitted \(roll.from.dayMonthYear)"] + left)
    }

    fileprivate func shortAboutLine(_ facts: PupilFacts) -> [Phrase] { about(facts, []) }

    private func about(_ facts: PupilFacts, _ roll: [String]) -> [Phrase] {
        let parts =
            ["Born \(facts.pupil.born.dayMonthYear)"] + roll
            + keyAdultWords(facts.ref)
        let line = [Phrase(parts.joined(separator: " · "))]
        guard let child = child(facts.ref) else { return line }
        return line + [Phrase(" · attendance ")] + attendanceWords(child).cell
    }

    /// On a child's own page: the reason and what to do, without the name again.
    func dutyDetail(of item: SheetItem) -> [TextLine] {
        guard let duty = item.duty.flatMap(duty) else { return [] }
        return [
            TextLine(
                [duty.state.phrase, Phrase(" \(duty.sentence(on: today))")],
                right: [Phrase(duty.clauses.joined(separator: ", "), .muted)]),
            TextLine(nextWords(duty)),
        ].filter { !$0.left.isEmpty }
    }
}

extension Sheet {
    /// What is owed to the child, the most pressing first; what is still to be done, a line for each
    /// cause.
    static func dutiesOf(_ ref: PupilRef, _ model: Model) -> Sheet {
        let order: [DutyState] = [
            .overdue, .unknown, .soon, .upcoming, .missed, .met, .notApplicable,
        ]
        let duties = model.duties(of: ref)
        let items = order.flatMap { state -> [SheetItem] in
            let found = duties.filter { $0.state == state }.sorted(by: Duty.inOrder)
            guard !found.isEmpty else { return [] }
            return [.heading("state \(state.rawValue)", state.word.sentenceCase)]
                + (state.isPressing
                    ? DutyBranch.byCause(found).map { OwnDutyRow.item($0) }
                    : found.map { OwnDutyRow.item($0) })
        }
        return Sheet(
            id: "duties", digit: 0, title: "Duties", counts: duties.stateCounts,
            content: .list(OwnDutyRow.columns, items), empty: "Nothing is owed under the rules.")
    }
}

/// The duties of one child as rows: no name, the page has it.
enum OwnDutyRow {
    static let columns = [
        TableColumn("", minimum: 1), TableColumn("Duty", minimum: 18, share: 2, priority: 1),
        TableColumn("Why", minimum: Reason.lineColumns, share: 4),
        TableColumn("When", side: .right, minimum: 14), TableColumn("", minimum: 1),
    ]

    static func item(_ duty: Duty) -> SheetItem {
        item(DutyBranch(duties: [duty], id: duty.id.text))
    }

    /// A line of one cause, with what it opens.
    ///
    /// - Parameter depth: how far it stands beneath others.
    static func item(_ branch: DutyBranch, depth: Int = 0) -> SheetItem {
        let duty = branch.duty
        let key = duty.id
        return SheetItem(
            // Each duty is counted once, on its own line.
            id: branch.id, isCounted: !branch.opensItself, opens: .why(key),
            pupil: duty.subject.pupil, duty: key,
            search: { "\(duty.title) \(($0.duty(key) ?? duty).state.word)" },
            row: { row($0.duty(key) ?? duty, branch, depth, $0) },
            beneath: branch.beneath.map { item($0, depth: depth + 1) })
    }

    private static func row(
        _ duty: Duty, _ branch: DutyBranch, _ depth: Int, _ model: Model
    ) -> Row {
        let title = duty.title
        let sum = branch.sum(model)
        let others = branch.others(model)
        let line = sum ?? duty.line(on: model.today)
        let told = sum.map { "\($0)." } ?? duty.sentence(on: model.today)
        let when = model.when(duty)
        // The count stands first: where the reason is cut, it is not.
        let count: [Phrase] = others == 0 ? [] : [Phrase("(\(others + 1)) ", .strong)]
        return Row(
            id: branch.id,
            cells: [
                [duty.state.phrase], [Phrase(String(repeating: "  ", count: depth) + title)],
                count + [Phrase(line)], [Phrase(when, duty.state.tone)],
                model.action(for: duty).map { [Phrase($0.key.label, .key)] } ?? [],
            ],
            spoken: "\(title), \(duty.state.word): \(told)"
                + (others == 0 ? "" : " and \(others) more") + (when.isEmpty ? "" : " (\(when))")
                + (duty.next.map { " Next: \($0.words)." } ?? ""))
    }
}

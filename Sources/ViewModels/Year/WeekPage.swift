import Domain

extension PageContent {
    /// One week of the year: what is on record with a day in it, and what the rehearsal brings, child
    /// by child. `nil` where the week is not one of the year ahead.
    static func week(_ day: Day, _ model: Model, _ sources: Sources) -> PageContent? {
        let monday = day.monday
        let all = DateOnRecord.all(model)
        guard
            let week = WeekOfYear.all(all, sources.year, model).first(where: { $0.monday == monday }
            )
        else { return nil }
        let order = ChildOrder(model)
        let dates = all.filter { $0.day.monday == monday }
            .sorted { order.precedes(($0.subject, $0.day), ($1.subject, $1.day)) }
        let acts = (sources.year?.acts[monday] ?? []).enumerated()
            .sorted { one, other in
                let (left, right) = (one.element, other.element)
                if left.duty.subject == right.duty.subject, left.day == right.day {
                    return one.offset < other.offset
                }
                return order.precedes(
                    (left.duty.subject, left.day), (right.duty.subject, right.day))
            }
        let words = [TextLine(week.line)]
        return PageContent(
            title: "A week of the year",
            header: model.schoolHeader("week of \(monday.dayAndMonth)") + words,
            shortHeader: model.shortSchoolHeader("week of \(monday.dayAndMonth)") + words,
            sheets: [
                Sheet(
                    id: "dates", digit: 0, title: "On record",
                    content: .list(
                        WeekRow.dateColumns, dates.map { WeekRow.item($0, monday, model) }),
                    empty: "Nothing is on record for this week."),
                Sheet(
                    id: "rehearsed", digit: 1, title: "Rehearsed, each on its last comfortable day",
                    content: .list(
                        WeekRow.actColumns,
                        acts.map { WeekRow.item($0.element, place: $0.offset, monday, model) }),
                    empty: model.emptyRehearsal(sources)),
            ], detail: { item, model in WeekRow.detail(item, model) })
    }
}

extension Model {
    fileprivate func emptyRehearsal(_ sources: Sources) -> String {
        guard canRehearse else { return "This is for those who see every record." }
        return sources.year == nil
            ? "This is being worked out." : "The rehearsal brings nothing in this week."
    }
}

/// Child by child in the order of the list, then funds, staff and the school; each by day.
private struct ChildOrder {
    private let places: [PupilRef: Int]

    init(_ model: Model) {
        places = Dictionary(
            model.children.enumerated().map { ($1.pupil.ref, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    func precedes(_ one: (Subject, Day), _ other: (Subject, Day)) -> Bool {
        let (left, right) = (place(one.0), place(other.0))
        if left != right { return left < right }
        return (one.1, one.0.text) < (other.1, other.0.text)
    }

    private func place(_ subject: Subject) -> Int {
        subject.pupil.map { places[$0] ?? places.count } ?? places.count + 1
    }
}

/// What falls in a week, as rows.
private enum WeekRow {
    static let dateColumns = [
        TableColumn("Day", minimum: 10, isFigure: true), TableColumn("Who", minimum: 14, share: 1),
        TableColumn("What", minimum: 24, share: 3), TableColumn("", minimum: 1),
    ]

    static let actColumns = [
        TableColumn("Day", minimum: 10, isFigure: true), TableColumn("Who", minimum: 14, share: 1),
        TableColumn("What", minimum: 32, share: 3), TableColumn("Work", minimum: 11, priority: 1),
        TableColumn("Minutes", side: .right, minimum: 7), TableColumn("", minimum: 1),
    ]

    static func item(_ date: DateOnRecord, _ monday: Day, _ model: Model) -> SheetItem {
        switch date.what {
        case .plan(let key, let words, let opens, let action):
            let row = row(
                "plan \(key.kind.rawValue) \(key)", date.day, date.subject, [[Phrase(words)]],
                words,
                key: action, model)
            return SheetItem(
                id: row.id, opens: opens, pupil: date.subject.pupil, record: key, action: action,
                search: { search(date.subject, words, $0) }, row: { _ in row })
        case .duty(let duty):
            let offer = PlanOffer(
                duty, from: model.today, by: date.day, inWeek: monday, model)
            let words = "\(duty.state.glyph) \(duty.title)"
            let row = row(
                "due \(duty.id.text)", date.day, date.subject,
                [[duty.state.phrase, Phrase(" due: \(duty.title)")]],
                "due: \(duty.title), \(duty.state.word)", key: duty.next?.action, model)
            return SheetItem(
                id: row.id, opens: duty.planned == nil ? .why(duty.id) : .year(of: duty.id),
                pupil: date.subject.pupil, duty: duty.id, action: offer?.action, offer: offer,
                search: { search(date.subject, words, $0) }, row: { _ in row })
        }
    }

    static func item(
        _ act: Rehearsal.Act, place: Int, _ monday: Day, _ model: Model
    ) -> SheetItem {
        let duty = act.duty
        let offer = PlanOffer(
            duty, from: act.from, by: act.lastDay, inWeek: monday, model)
        let row = row(
            "act \(act.day.iso) \(place) \(duty.id.text)", act.day, duty.subject,
            [
                [Phrase(duty.title)], [Phrase(act.kind.rawValue, .muted)],
                [Phrase("\(act.minutes)")],
            ], "\(duty.title), \(act.kind.rawValue), \(act.minutes.counted("minute"))",
            key: offer?.action ?? (model.duty(duty.id)?.state.isOpen == true ? act.action : nil),
            model)
        let child = duty.subject.pupil
        return SheetItem(
            id: row.id, opens: offer == nil ? child.map(PageName.pupil) : .year(of: duty.id),
            pupil: child, duty: duty.id, action: offer?.action, offer: offer,
            search: { search(duty.subject, "\(duty.title) \(act.kind.rawValue)", $0) },
            row: { _ in row })
    }

    private static func row(
        _ id: String, _ day: Day, _ subject: Subject, _ cells: [[Phrase]], _ words: String,
        key action: ActionID?, _ model: Model
    ) -> Row {
        let name = model.name(of: subject)
        let key = model.actionKey(action)?.key.label
        return Row(
            id: id,
            cells: [[Phrase(day.short)], [Phrase(name, subject.pupil == nil ? .normal : .child)]]
                + cells + [key.map { [Phrase($0, .key)] } ?? []],
            spoken: "\(name), \(day.short): \(words)")
    }

    private static func search(_ subject: Subject, _ words: String, _ model: Model) -> String {
        "\(model.searchWords(of: subject)) \(words)"
    }

    /// Why it stands there, and when it can be planned.
    static func detail(_ item: SheetItem, _ model: Model) -> [TextLine] {
        let reason = item.duty.flatMap(model.duty).flatMap { duty in
            duty.state.isOpen ? model.reason(of: item) : nil
        }
        guard let offer = item.offer else { return [reason].compactMap { $0 } }
        return [reason, model.words(offer)].compactMap { $0 }
    }
}

extension Model {
    /// `Counts from Wed 2 Sep 2026 to Fri 18 Dec 2026. p offers Mon 14 Dec; ⏎ another week`.
    func words(_ offer: PlanOffer) -> TextLine {
        let key = actionKey(offer.action)?.key.label
        return TextLine(
            [Phrase(offer.window.words)]
                + (key.map {
                    [
                        Phrase("  "), Phrase($0, .key), Phrase(" \(offer.window.day.short)"),
                        Phrase("  "), Phrase("⏎", .key), Phrase(" other weeks"),
                    ]
                } ?? []))
    }
}

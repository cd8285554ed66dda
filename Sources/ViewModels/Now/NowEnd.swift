import Domain

extension Model {
    /// Whether a duty has been open for so long that it no longer stands in the list of the
    /// morning: the pack says how long, and the count behind which it stands opens.
    ///
    /// What the law asks, and what is owed to a child on a protection plan, stands there for as long
    /// as it is owed.
    func isOld(_ duty: Duty) -> Bool {
        guard !staysInNow(duty), duty.state == .overdue || duty.state == .unknown,
            let due = duty.due
        else { return false }
        return daysLate(due) > pack.number(.nowFoldDays).value
    }

    private func staysInNow(_ duty: Duty) -> Bool {
        if duty.isStatutory { return true }
        guard let ref = duty.subject.pupil else { return false }
        return child(ref)?.labels.contains(.cp) == true
    }

    /// Whether a duty that asks something of somebody stands in Now no longer.
    func hasLeftNow(_ duty: Duty) -> Bool { isOld(duty) || setAside[duty.id] != nil }

    /// The last day on which a duty that is open stands in Now; `nil` where what it asks for has
    /// no day, or where it never leaves by its age.
    func lastDayInNow(_ duty: Duty) -> Day? {
        guard !staysInNow(duty), duty.state == .overdue || duty.state == .unknown,
            let due = duty.due
        else { return nil }
        return facts.school.calendar.schoolDay(pack.number(.nowFoldDays).value, after: due)
    }
}

/// What stands behind the lines of Now: drafts, and the counts that open what has left it.
enum NowEnd {
    /// Beside the title, so that it is seen where the list is long.
    static func counts(_ model: Model) -> [Phrase] {
        (model.drafts.isEmpty ? [] : [Phrase(model.drafts.count.counted("draft"), .warning)])
            + (model.unreadWords == nil ? [] : [Phrase("news", .warning)])
            + (settingUp(model) == nil ? [] : [Phrase("setting up", .warning)])
    }

    static func items(_ model: Model) -> [SheetItem] {
        let items =
            (settingUp(model).map { [$0] } ?? []) + unread(model) + model.drafts.map(draft)
            + folded(model)
        return items.isEmpty ? [] : [.heading("also", "Also")] + items
    }

    /// The way back to the steps until all are done or put aside.
    private static func settingUp(_ model: Model) -> SheetItem? {
        guard !model.isDemo, model.stepsLeft > 0 else { return nil }
        return SheetItem(
            id: "setting-up", isCounted: false, opens: .settingUp, search: { _ in "setting up" },
            row: { model in
                let left = model.stepsLeft
                let next = model.firstStep.map { "; next: \($0.title)" } ?? ""
                let words = left == 0 ? "all is done" : left.counted("step") + " to do" + next
                return Row(
                    id: "setting-up",
                    cells: [
                        [(left == 0 ? DutyState.met : .soon).phrase],
                        [Phrase("Setting up", .strong)], [], [Phrase(words)], [], [],
                        [Phrase("⏎", .key)], [Phrase(left == 0 ? "" : "go on", .muted)],
                    ], spoken: "Setting up: \(words)")
            })
    }

    private static func unread(_ model: Model) -> [SheetItem] {
        guard let words = model.unreadWords else { return [] }
        let row = Row(
            id: "since",
            cells: [
                [Phrase("i", .warning)], [Phrase("News", .strong)], [], [Phrase(words)], [], [],
                [Phrase("⏎", .key)], [Phrase("read", .muted)],
            ], spoken: words)
        return [
            SheetItem(
                id: row.id, isCounted: false, opens: .since, search: { _ in words },
                row: { _ in row })
        ]
    }

    private static func folded(_ model: Model) -> [SheetItem] {
        let days = model.pack.number(.nowFoldDays).value
        return [
            setAside(model),
            count(
                .older, model.older.count, DutyState.overdue,
                "open for more than \(days.counted("school day"))"),
            count(
                .missed, model.tally[.missed], DutyState.missed,
                "too late now; kept for the record"),
        ].compactMap { $0 }
    }

    private static func setAside(_ model: Model) -> SheetItem? {
        let count = model.setAside.count
        guard count > 0 else { return nil }
        let row = Row(
            id: "count set-aside",
            cells: [
                [DutyState.notApplicable.phrase], [Phrase("\(count) not acted on", .strong)], [],
                [Phrase("decided, until a day", .muted)], [], [], [Phrase("⏎", .key)],
                [Phrase("open", .muted)],
            ], spoken: "\(count) not acted on: decided, until a day")
        return SheetItem(
            id: row.id, isCounted: false, opens: .setAside, search: { _ in row.spoken },
            row: { _ in row })
    }

    private static func count(
        _ list: DutyList, _ count: Int, _ state: DutyState, _ words: String
    ) -> SheetItem? {
        guard count > 0 else { return nil }
        let row = Row(
            id: "count \(list.rawValue)",
            cells: [
                [state.phrase], [Phrase("\(count) \(list.rawValue)", .strong)], [],
                [Phrase(words, .muted)], [], [], [Phrase("⏎", .key)], [Phrase("open", .muted)],
            ], spoken: "\(count) \(list.rawValue), \(words)")
        return SheetItem(
            id: row.id, isCounted: false, opens: .list(list), search: { _ in row.spoken },
            row: { _ in row })
    }

    private static func draft(_ draft: Draft) -> SheetItem {
        SheetItem(
            id: "draft \(draft.id)", isCounted: false, pupil: draft.subject.pupil, draft: draft.id,
            search: { "draft \(draft.title) \($0.name(of: draft.subject))" },
            row: { model in
                let who = model.name(of: draft.subject)
                let day = draft.at.londonDay
                let short = day == model.today ? draft.at.londonClock : day.dayAndMonth
                let when = "since \(day.short) \(draft.at.londonClock)"
                return Row(
                    id: "draft \(draft.id)",
                    cells: [
                        [Phrase("~", .warning)], [Phrase(who, .child)], [],
                        [Phrase("Not finished: \(draft.title)")], [],
                        [Phrase("since \(short)", .muted)], [Phrase("⏎", .key)],
                        [Phrase("go on, Del ends", .muted)],
                    ],
                    spoken: "\(who): not finished, \(draft.title), \(when). "
                        + "Enter goes on, Del throws it away.")
            })
    }
}

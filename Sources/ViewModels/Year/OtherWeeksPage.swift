import Domain

extension PageContent {
    /// The weeks in which what a duty asks could be planned, with how full each is; a key plans it in
    /// the selected one. `nil` where it is not owed and the rehearsal does not expect it.
    static func otherWeeks(of id: DutyID, _ model: Model, _ sources: Sources) -> PageContent? {
        let act = sources.year?.act(about: id)
        let pupil = id.subject.pupil.flatMap(model.pupil)
        guard pupil != nil || id.subject.pupil == nil else { return nil }
        let header =
            pupil.map { model.childHeader($0, "another week") }
            ?? model.schoolHeader("another week")
        var sheet = Sheet(
            id: "other-weeks", digit: 0, title: "Weeks in which it counts",
            content: .list(WeekOfYear.columns, []))
        guard let duty = model.duty(id) ?? act?.duty, let last = act.map(\.lastDay) ?? duty.due
        else {
            // What is not owed yet the rehearsal knows, once it is there.
            guard sources.year == nil, model.canRehearse else { return nil }
            sheet.empty = "This is being worked out."
            return PageContent(
                title: "Another week", subject: id.subject.pupil, header: header, sheets: [sheet],
                duty: id)
        }
        let from = act?.from ?? model.today
        let falls = act?.day.monday ?? last.monday
        let weeks = WeekOfYear.all(DateOnRecord.all(model), sources.year, model)
        let items = weeks.compactMap { week -> SheetItem? in
            guard
                let offer = PlanOffer(duty, from: from, by: last, inWeek: week.monday, model)
            else { return nil }
            var item = week.item(note: week.monday == falls ? "is here" : nil)
            item.offer = offer
            item.action = offer.action
            item.pupil = id.subject.pupil
            return item
        }
        sheet.content = .list(WeekOfYear.columns, items)
        sheet.empty = "No school day is left on which it counts."
        sheet.begins = "week \(falls.iso)"
        let window = PlanWindow(from: from, by: last, day: last)
        return PageContent(
            title: "Another week", subject: id.subject.pupil,
            header: header + [TextLine("\(duty.title). \(window.words)")], sheets: [sheet],
            detail: { item, model in item.offer.map { [model.planWords($0)] } ?? item.full },
            duty: id)
    }
}

extension Rehearsal.Act {
    /// The last day on which it counts.
    var lastDay: Day { max(day, duty.due ?? day) }
}

extension Model {
    /// `p plan PEP, Mon 30 Nov offered`.
    fileprivate func planWords(_ offer: PlanOffer) -> TextLine {
        guard let action = actionKey(offer.action) else {
            return TextLine("Planning it is not for your role.", .muted)
        }
        return TextLine([
            Phrase(action.key.label, .key),
            Phrase(" \(action.title), with \(offer.window.day.long) offered"),
        ])
    }
}

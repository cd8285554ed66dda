import Domain

extension Sheet {
    /// The child's PEPs, the latest first, each with its targets and what became of them.
    static func pepsOf(_ facts: PupilFacts, _ model: Model) -> Sheet {
        let peps = facts.peps.sorted { ($0.day, $0.id) > ($1.day, $1.id) }
        let items = peps.flatMap { pep in
            let targets = facts.targets.filter { $0.pep == pep.id }.sorted { $0.id < $1.id }
            return [item(pep, targets, facts, model)]
                + targets.map { item($0, of: pep, facts, model) }
        }
        return Sheet(
            id: "peps", digit: 2, title: "PEPs",
            content: .list(
                [
                    TableColumn("Date", minimum: 11), TableColumn("", minimum: 13),
                    TableColumn("Target", minimum: 20, share: 3),
                    TableColumn("Outcome", minimum: 16),
                ], items), empty: "No PEP is on record.")
    }

    private static func item(
        _ pep: PEP, _ targets: [PEPTarget], _ facts: PupilFacts, _ model: Model
    ) -> SheetItem {
        let reviewed = targets.count { $0.isReviewed(by: model.today) }
        let what =
            targets.isEmpty
            ? "no target" : "\(targets.count.counted("target")), \(reviewed) reviewed"
        let signed = pep.signedOff(by: model.today)
        let row = Row(
            id: pep.id,
            cells: [
                [Phrase(pep.day.dayMonthYear)],
                [Phrase(pep.stateWords(model.today) + (pep.isOpen ? pep.timeWords : ""))],
                [Phrase(what)], [Phrase(signed.map { "signed off \($0.dayAndMonth)" } ?? "", .met)],
            ], spoken: "\(pep.words); \(what)")
        return SheetItem(
            id: pep.id, isCounted: true, opens: .pep(pep.id), pupil: facts.ref, record: pep.key,
            search: { _ in "\(pep.words) \(what)" }, row: { _ in row })
    }

    private static func item(
        _ target: PEPTarget, of pep: PEP, _ facts: PupilFacts, _ model: Model
    ) -> SheetItem {
        let isReviewed = target.isReviewed(by: model.today)
        let outcome =
            isReviewed
            ? (target.outcome?.roleWords ?? "reviewed")
                + (target.reviewedOn.map { " \($0.dayAndMonth)" } ?? "") : "not reviewed"
        let area = target.record["area"]
        let row = Row(
            id: "target \(target.id)",
            cells: [
                [], [Phrase(area, .muted)], [Phrase(target.text)],
                [Phrase(outcome, isReviewed ? .met : .muted)],
            ], spoken: "target, \(area): \(target.text); \(outcome)")
        return SheetItem(
            id: row.id, isCounted: false, opens: .pep(pep.id), pupil: facts.ref,
            record: target.key, search: { _ in row.spoken }, row: { _ in row })
    }

    /// The year's weeks as registered, the latest first.
    static func weeks(_ facts: PupilFacts, _ model: Model) -> Sheet {
        let year = AcademicYear(of: model.today)
        let figure = facts.attendance(upTo: model.today, under: model.pack)
        var mondays: [Day] = []
        var monday = model.monday
        while monday + 4 >= year.first {
            let days = (0..<5).map { monday + $0 }
            let hasMarks = days.contains { facts.marks[year]?.hasRow(on: $0) ?? false }
            if hasMarks || days.contains(where: model.facts.school.calendar.isSchoolDay) {
                mondays.append(monday)
            }
            monday = monday - 7
        }
        let items = mondays.map { monday in
            let marks = (0..<5).map { model.marksWords(of: facts, on: monday + $0) }
            let row = Row(
                id: monday.iso,
                cells: [[Phrase(monday.dayAndMonth)]] + marks.map { [Phrase($0)] },
                spoken: "Week of \(monday.short): \(marks.joined(separator: " "))")
            let ref = facts.ref
            return SheetItem(
                id: monday.iso, pupil: ref, shows: { $0.openDuties(of: ref, on: .attendance) },
                search: { _ in monday.long }, row: { _ in row })
        }
        let days = ["Mo", "Tu", "We", "Th", "Fr"].map { TableColumn($0, minimum: 2) }
        let sum = figure.percent.map {
            "\($0)% this year: \(figure.missed) of \(figure.possible) sessions missed"
        }
        return Sheet(
            id: "attendance", digit: 3, title: "Attendance by week",
            content: .list([TableColumn("Week of", minimum: 8)] + days, items),
            notes: [TextLine(sum ?? "No mark of this year is on record.", .muted)],
            empty: "No week of this year has begun.")
    }

    /// Who was spoken to, the latest first; attempts too.
    static func contacts(_ facts: PupilFacts, _ model: Model) -> Sheet {
        let items = facts.contacts.filter { $0.day <= model.today }.sorted {
            ($0.at, $0.id) > ($1.at, $1.id)
        }.map { contact in
            let when = "\(contact.day.short) \(contact.at.londonClock)"
            let with = contact.with.rawValue.roleWords + (contact.reached ? "" : " (not reached)")
            let by = model.staffName(contact.staff)
            let summary = contact.summary.oneLine
            let row = Row(
                id: contact.id,
                cells: [
                    [Phrase(when)], [Phrase(with, contact.reached ? .normal : .muted)],
                    [Phrase(contact.about.rawValue)], [Phrase(summary)], [Phrase(by, .muted)],
                ],
                spoken: "\(when), \(contact.record["how"]) with \(with) about "
                    + "\(contact.about.rawValue), by \(by): \(summary)")
            return SheetItem(
                id: contact.id, record: contact.key,
                search: { _ in "\(with) \(contact.about.rawValue) \(summary) \(by)" },
                row: { _ in row })
        }
        return Sheet(
            id: "contacts", digit: 4, title: "Contacts",
            content: .list(
                [
                    TableColumn("When", minimum: 16), TableColumn("With", minimum: 13, share: 1),
                    TableColumn("About", minimum: 10, priority: 2),
                    TableColumn("Summary", minimum: 12, share: 4),
                    TableColumn("By", minimum: 8, share: 1, priority: 1),
                ], items), empty: "No contact is on record.")
    }

    static func statuses(_ facts: PupilFacts, _ model: Model) -> Sheet {
        let items = facts.statuses.sorted { $0.span.from > $1.span.from }.map { status in
            let notes = ["category", "local_authority", "note"].map { status.record[$0] }
                .filter { !$0.isEmpty }.joined(separator: "; ")
            let isNow = status.span.contains(model.today)
            let row = Row(
                id: status.key.description,
                cells: [
                    [Phrase(status.words, isNow ? .strong : .muted)], [Phrase(notes, .muted)],
                ], spoken: status.words + (notes.isEmpty ? "" : "; \(notes)"))
            return SheetItem(
                id: row.id, record: status.key, search: { _ in row.spoken }, row: { _ in row })
        }
        return Sheet(
            id: "statuses", digit: 6, title: "Statuses",
            content: .list(
                [
                    TableColumn("", minimum: 24, share: 1),
                    TableColumn("", minimum: 10, share: 2, priority: 1),
                ],
                items), empty: "No status is on record.")
    }
}

extension PEP {
    func stateWords(_ today: Day) -> String {
        if isCancelled { return "cancelled" }
        if held(by: today) != nil { return "held" }
        return day < today ? "planned, not held" : "planned"
    }
}

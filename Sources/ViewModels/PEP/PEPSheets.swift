import Domain

extension Sheet {
    /// The targets: why, who helps, by when, at what cost, and what became of them.
    static func targets(of pep: PEP, _ facts: PupilFacts, _ model: Model) -> Sheet {
        let items = facts.targets.filter { $0.pep == pep.id }.sorted { $0.id < $1.id }
            .map { TargetRow.item($0, facts.ref, model) }
        return Sheet(
            id: "targets", digit: 0, title: "Targets",
            content: .list(TargetRow.columns, items), empty: "This PEP has no target.")
    }

    /// Who was invited, who came and who gave their views.
    static func people(of pep: PEP, _ facts: PupilFacts, _ model: Model) -> Sheet {
        let items = facts.pepPeople.filter { $0.pep == pep.id }.map { person in
            let invited = person.invitedOn.map { "invited \($0.dayAndMonth)" } ?? "not invited"
            let came = person.attended.map { $0 ? "came" : "did not come" } ?? ""
            let views = person.views == true ? "views given" : ""
            let row = Row(
                id: person.key.description,
                cells: [
                    [Phrase(person.role.rawValue.roleWords.sentenceCase)], [Phrase(person.name)],
                    [Phrase(invited)], [Phrase(came, person.attended == true ? .met : .muted)],
                    [Phrase(views)],
                ],
                spoken: [
                    person.role.rawValue.roleWords.sentenceCase, person.name, invited, came, views,
                ]
                .filter { !$0.isEmpty }.joined(separator: ", "))
            return SheetItem(
                id: row.id, record: person.key, search: { _ in row.spoken }, row: { _ in row })
        }
        return Sheet(
            id: "people", digit: 1, title: "People",
            content: .list(
                [
                    TableColumn("Role", minimum: 14), TableColumn("Name", minimum: 14, share: 1),
                    TableColumn("Invited", minimum: 14), TableColumn("Came", minimum: 12),
                    TableColumn("Views", minimum: 11, priority: 1),
                ], items), empty: "Nobody has been invited.")
    }
}

/// Targets of a PEP as rows; what has no room stands above the keys.
enum TargetRow {
    static let columns = [
        TableColumn("Area", minimum: 9, priority: 3),
        TableColumn("Target", minimum: 20, share: 3),
        TableColumn("Success", minimum: 10, share: 2, priority: 5),
        TableColumn("Why", minimum: 12, share: 2, priority: 4),
        TableColumn("Who", minimum: 9, share: 1, priority: 2),
        TableColumn("By", minimum: 6, priority: 1),
        TableColumn("Cost", side: .right, minimum: 8, priority: 1),
        TableColumn("Outcome", minimum: 14),
    ]

    static func item(_ target: PEPTarget, _ ref: PupilRef, _ model: Model) -> SheetItem {
        let isReviewed = target.isReviewed(by: model.today)
        let isLate = !isReviewed && (target.by.map { $0 < model.today } ?? false)
        let reviewed = target.reviewedOn.map { " \($0.dayAndMonth)" } ?? ""
        let outcome =
            isReviewed ? (target.outcome?.roleWords ?? "reviewed") + reviewed : "not reviewed"
        let text = target.text.oneLine
        let success = target.record["success"].oneLine
        let why = target.why?.oneLine
        let cost = target.cost?.inPounds
        let row = Row(
            id: target.id,
            cells: [
                [Phrase(target.area)], [Phrase(text)], [Phrase(success, .muted)], said(why),
                said(target.who),
                said(target.by?.dayAndMonth, isLate ? .overdue : .normal), said(cost, .money),
                [Phrase(outcome, isReviewed ? .met : .soon)],
            ],
            spoken: ["\(target.area): \(text)", "Success: \(success)", details(target, why, cost)]
                .joined(separator: ". ") + ". Outcome: \(outcome)")
        return SheetItem(
            id: target.id, pupil: ref, record: target.key, search: { _ in row.spoken },
            row: { _ in row },
            full: [
                TextLine("\(target.area): \(text). Success: \(success)"),
                TextLine(details(target, why, cost)),
            ])
    }

    private static func said(_ words: String?, _ tone: Tone = .normal) -> [Phrase] {
        [words.map { Phrase($0, tone) } ?? Phrase("–", .muted)]
    }

    /// `Why: it holds reading back. Who: J Webb. By Fri 18 Dec 2026. Cost: £240.00`, and what it
    /// does not say.
    private static func details(_ target: PEPTarget, _ why: String?, _ cost: String?) -> String {
        let unsaid = target.unsaid.map(\.rawValue).joined(separator: ", ")
        let parts = [
            why.map { "Why: \($0)" }, target.who.map { "Who: \($0)" },
            target.by.map { "By \($0.long)" }, cost.map { "Cost: \($0)" },
            unsaid.isEmpty ? nil : "Not said: \(unsaid)",
        ]
        return parts.compactMap { $0 }.joined(separator: ". ")
    }
}

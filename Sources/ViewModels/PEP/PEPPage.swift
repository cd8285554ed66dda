import Domain

extension PageContent {
    /// One PEP: who, which targets, and whether it is signed off.
    static func pep(_ id: String, _ model: Model) -> PageContent? {
        guard let pep = model.facts.record(RecordKey(kind: .peps, parts: [id])).map(PEP.init),
            let facts = model.facts.owner(of: pep.record).flatMap({ model.facts.pupils[$0] })
        else { return nil }
        let duties = model.duties(of: facts.ref).filter { duty in
            duty.topic == .pep && duty.reference == .record(id)
        }
        return PageContent(
            title: "PEP", subject: facts.ref,
            header: model.childHeader(facts.pupil, "PEP of \(pep.sortDay.long)")
                + [TextLine(model.state(of: pep))],
            sheets: [.targets(of: pep, facts, model)]
                + (model.access.sees(.pepRecord) ? [.people(of: pep, facts, model)] : []) + [
                    Sheet(
                        id: "duties", digit: 2, title: "Duties", counts: duties.stateCounts,
                        content: .list(OwnDutyRow.columns, duties.map(OwnDutyRow.item)),
                        empty: "No rule asks anything of this PEP.")
                ] + (pep.record["note"].isEmpty ? [] : [.note(pep.record["note"])]),
            detail: { $1.dutyDetail(of: $0) }, duty: duties.first { $0.state.isPressing }?.id)
    }
}

extension Model {
    /// `Held Tue 3 Nov 2026 · signed off Mon 9 Nov 2026 · the child's views: yes`.
    fileprivate func state(of pep: PEP) -> String {
        let views = pep.record["pupil_views"]
        let signedOff = pep.signedOff(by: today).map { "signed off \($0.long)" } ?? "not signed off"
        return [
            pep.stateWords(today).sentenceCased + (pep.held(by: today).map { " \($0.long)" } ?? ""),
            pep.plannedFor.map { "planned for \($0.long)" } ?? "",
            pep.held(by: today) == nil ? "" : signedOff,
            "the child's views: " + (views.isEmpty ? "not said" : views),
        ].filter { !$0.isEmpty }.joined(separator: " · ")
    }
}

extension Sheet {
    fileprivate static func targets(
        of pep: PEP, _ facts: PupilFacts, _ model: Model
    ) -> Sheet {
        let items = facts.targets.filter { $0.pep == pep.id }.sorted { $0.id < $1.id }.map {
            target in
            let isReviewed = target.isReviewed(by: model.today)
            let outcome = isReviewed ? target.outcome?.roleWords ?? "reviewed" : "not reviewed"
            let reviewed = isReviewed ? target.reviewedOn.map { " \($0.dayAndMonth)" } ?? "" : ""
            let area = target.record["area"]
            let row = Row(
                id: target.id,
                cells: [
                    [Phrase(area)], [Phrase(target.text)],
                    [Phrase(target.record["success"], .muted)],
                    [Phrase(outcome + reviewed, isReviewed ? .met : .soon)],
                ],
                spoken: "\(area): \(target.text). Success: \(target.record["success"]). "
                    + "Outcome: \(outcome)\(reviewed)")
            return SheetItem(
                id: target.id, pupil: facts.ref, record: target.key, search: { _ in row.spoken },
                row: { _ in row })
        }
        return Sheet(
            id: "targets", digit: 0, title: "Targets",
            content: .list(
                [
                    TableColumn("Area", minimum: 9, priority: 1),
                    TableColumn("Target", minimum: 20, share: 3),
                    TableColumn("Success", minimum: 10, share: 2, priority: 2),
                    TableColumn("Outcome", minimum: 14),
                ], items), empty: "This PEP has no target.")
    }

    fileprivate static func people(of pep: PEP, _ facts: PupilFacts, _ model: Model) -> Sheet {
        let items = facts.pepPeople.filter { $0.pep == pep.id }.map { person in
            let invited = person.invitedOn.map { "invited \($0.dayAndMonth)" } ?? "not invited"
            let came = person.attended.map { $0 ? "came" : "did not come" } ?? ""
            let views = person.views == true ? "views given" : ""
            let row = Row(
                id: person.key.description,
                cells: [
                    [Phrase(person.role.rawValue.roleWords.sentenceCased)], [Phrase(person.name)],
                    [Phrase(invited)], [Phrase(came, person.attended == true ? .met : .muted)],
                    [Phrase(views)],
                ],
                spoken: [
                    person.role.rawValue.roleWords.sentenceCased, person.name, invited, came, views,
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

    static func note(_ text: String) -> Sheet {
        Sheet(
            id: "note", digit: 3, title: "Note",
            content: .text(
                text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                    .map { TextLine(String($0)) }))
    }
}

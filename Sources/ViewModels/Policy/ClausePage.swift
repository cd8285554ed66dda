import Domain

extension PageContent {
    /// One clause: what it promises, the duties that show it, and who has attested it. `nil` where
    /// the policy has no such clause, or is not for this person.
    static func clause(_ id: String, _ model: Model) -> PageContent? {
        guard let line = model.policyLedger()?.lines.first(where: { $0.clause.id == id }) else {
            return nil
        }
        let duties = model.allDuties.filter { $0.clauses.contains(id) }
        let attestations = model.facts.school.attestations.filter {
            $0.clause == id && $0.on <= model.today
        }
        return PageContent(
            title: "Clause", header: model.schoolHeader("clause \(id)"),
            shortHeader: model.shortSchoolHeader("clause \(id)"),
            sheets: [
                .promise(line, model),
                .duties(duties, of: line, model),
            ] + (line.clause.figures.isEmpty ? [] : [.figures(line.clause, model)])
                + (line.clause.isComputed && attestations.isEmpty
                    ? [] : [.attestations(attestations, model)]),
            begins: "duties", detail: { $1.detail(of: $0) })
    }
}

extension Sheet {
    fileprivate static func promise(_ line: PolicyLedger.Line, _ model: Model) -> Sheet {
        let clause = line.clause
        let rules = line.rules.compactMap { model.pack.rule($0)?.title }
        return Sheet(
            id: "clause", title: "\(clause.id), section \(clause.section)",
            content: .text(
                [
                    TextLine([
                        line.state.phrase,
                        Phrase(" \(line.state.word.uppercased())  ", line.state.tone),
                        Phrase(clause.text, .strong),
                    ]),
                    TextLine(model.countWords(line)),
                    TextLine(
                        (clause.isComputed ? "Computed by: " : "Attested; asked for by: ")
                            + rules.joined(separator: ", "), .muted),
                ]))
    }

    /// The most pressing first, each with its child and its key.
    fileprivate static func duties(
        _ duties: [Duty], of line: PolicyLedger.Line, _ model: Model
    ) -> Sheet {
        let items = PolicyLedger.urgency.flatMap { state -> [SheetItem] in
            let found = duties.filter { $0.state == state }.sorted(by: Duty.inOrder)
            guard !found.isEmpty else { return [] }
            return [.heading("state \(state.rawValue)", state.word.sentenceCase)]
                + found.map { DutyRow.item($0) }
        }
        let all = line.counts.values.reduce(0, +)
        let isWhole = duties.count == all
        return Sheet(
            id: "duties", digit: 0, title: "Duties", counts: duties.stateCounts,
            content: .list(DutyRow.columns, items),
            notes: isWhole
                ? [] : [TextLine("Your role is not shown every duty of this clause.", .muted)],
            empty: isWhole
                ? line.silence.map { $0.sentenceCase + "." }
                    ?? "No duty shows it today, so nobody knows." : "None that your role is shown.")
    }

    /// What somebody's word can stand on.
    fileprivate static func figures(_ clause: Clause, _ model: Model) -> Sheet {
        let lines = model.figureLines(clause)
        return Sheet(
            id: "figures", digit: 2, title: "Figures beside the attestation",
            content: .text(lines.map { TextLine($0.words(model.access.clearance)) }),
            empty: "None.")
    }

    fileprivate static func attestations(_ rows: [Attestation], _ model: Model) -> Sheet {
        let items = rows.sorted { ($0.on, $0.by) > ($1.on, $1.by) }.map { attestation in
            let by = model.staffName(attestation.by)
            let row = Row(
                id: attestation.key.description,
                cells: [
                    [Phrase(attestation.on.dayMonthYear)], [Phrase(by)],
                    [Phrase(attestation.evidence)],
                ], spoken: "\(attestation.on.long), by \(by): \(attestation.evidence)")
            return SheetItem(
                id: row.id, record: attestation.key, search: { _ in row.spoken },
                row: { _ in row })
        }
        return Sheet(
            id: "attestations", digit: 1, title: "Signed statements",
            content: .list(
                [
                    TableColumn("On", minimum: 11), TableColumn("By", minimum: 12, share: 1),
                    TableColumn("Evidence", minimum: 20, share: 4),
                ], items), empty: "Nobody has signed a statement of it, or it is not for your role."
        )
    }
}

extension ClauseFigure.Line {
    /// `linked policies that name these children: 6 of 7; not yet: behaviour`.
    func words(_ clearance: Clearance) -> String {
        let number = share.map { share -> String in
            let exact = share.whole == 0 ? "none on record" : "\(share.part) of \(share.whole)"
            guard share.isOfChildren else { return exact }
            let parts = [share.part, share.whole - share.part]
            return switch clearance.shown(share.whole, of: .group(parts: parts)) {
            case .exact: exact
            case .few, .hidden: "fewer than \(ShownCount.least)"
            }
        }
        return words.sentenceCase + ": "
            + [number, note.isEmpty ? nil : note].compactMap { $0 }.joined(separator: "; ")
    }
}

import Domain

extension PageContent {
    /// The working of a duty: the facts, the sum, the promise, the law, what would turn it.
    static func why(_ id: DutyID, _ model: Model) -> PageContent? {
        // Only a duty that this person is shown has a page, and that is told with their facts.
        guard model.duty(id) != nil || model.access.clearance.seesEverything,
            let found = working(of: id, in: model.facts, on: model.today, under: model.pack)
        else { return nil }
        let duty = found.duty
        let pupil = id.subject.pupil.flatMap(model.pupil)
        let due = [
            duty.due.map { "due \($0.long)" },
            model.lastDayInNow(duty).map { "stays in Now to \($0.long)" },
        ].compactMap { $0 }.joined(separator: " · ")
        return PageContent(
            title: "Why", subject: pupil?.ref,
            header: (pupil.map { model.childHeader($0, "why") } ?? model.schoolHeader("why"))
                + [
                    TextLine(
                        [
                            duty.state.phrase,
                            Phrase(" \(duty.state.word.uppercased())  ", duty.state.tone),
                            Phrase(found.duty.title, .strong),
                        ], right: [Phrase(due)]),
                    TextLine(duty.sentence(on: model.today)),
                ] + (model.setAside[id].map { [TextLine($0.words.sentenceCase, .warning)] } ?? []),
            sheets: [
                .facts(found.working, model),
                .words("sum", "The sum", [found.working.sum].filter { !$0.isEmpty }),
                .words("promise", "The promise", model.promises(duty)),
                .words("law", "The law", [model.law(duty)]),
                .act(duty, found.working.leastAct, model),
                .words("numbers", "Numbers in it", found.working.numbers.map(\.sourceWords)),
            ].filter { !$0.items.isEmpty || $0.id == "facts" }, duty: id)
    }
}

extension Model {
    /// Each clause with its section, in our words.
    fileprivate func promises(_ duty: Duty) -> [String] {
        duty.clauses.map { id in
            pack.clause(id).map { "\(id)  \($0.text) (policy, section \($0.section))" } ?? id
        }
    }

    fileprivate func law(_ duty: Duty) -> String {
        let own = "This is the school's own promise; no law asks for it."
        guard let law = pack.law[duty.rule.rawValue] else { return own }
        return duty.isStatutory || duty.topic != .pep ? law : "\(own) It follows \(law)"
    }
}

extension PolicyNumber {
    /// `20 school days: source; checked 23 Nov 2026`.
    fileprivate var sourceWords: String {
        "\(words): \(source); checked \(checked.dayMonthYear)"
            + (needsCheck ? ", to be confirmed" : "")
    }
}

extension Sheet {
    fileprivate static func words(_ id: String, _ title: String, _ lines: [String]) -> Sheet {
        Sheet(id: id, title: title, content: .text(lines.map { TextLine($0) }))
    }

    fileprivate static func facts(_ working: Working, _ model: Model) -> Sheet {
        let items = working.facts.enumerated().map { place, fact in
            let words = model.told(fact)
            let row = Row(
                id: "fact \(place)",
                cells: [
                    [Phrase("\(place + 1)", .muted)], [Phrase(words)],
                    [Phrase(fact.kind.plural, .muted)],
                ],
                spoken: "\(place + 1). \(words) (\(fact.kind.plural))")
            return SheetItem(
                id: row.id, opens: model.page(of: fact), search: { _ in words },
                row: { _ in row })
        }
        return Sheet(
            id: "facts", digit: 0, title: "The facts",
            content: .list(
                [
                    TableColumn("", minimum: 2), TableColumn("", minimum: 24, share: 1),
                    TableColumn("", minimum: 14, priority: 1),
                ], items), empty: "Nothing is recorded that tells.")
    }

    fileprivate static func act(_ duty: Duty, _ act: LeastAct?, _ model: Model) -> Sheet {
        guard let act else { return .words("act", "What would turn it", []) }
        let key = model.actionKey(act.action)
        return Sheet(
            id: "act", title: "What would turn it",
            content: .text([
                TextLine(
                    (key.map { [Phrase($0.key.label, .key), Phrase("  ")] } ?? []) + [
                        Phrase(act.words)
                    ])
            ]))
    }
}

extension LeastAct {
    /// What it is, with the key of the step that comes first: `no staff are on record yet: add one
    /// first (key r), then name a member of staff as key adult`.
    public var words: String {
        then.map { "\(text)\(ActionCatalogue.keyWords(action)), then \($0)" } ?? text
    }
}

extension Model {
    /// A fact as people read it: a record that has no words of its own as its form tells it.
    fileprivate func told(_ fact: Working.Fact) -> String {
        guard let record = fact.key.flatMap(facts.record), record.isToldByColumns,
            record.factWords == fact.text
        else { return fact.text }
        let kind = record.kind
        let parts = zip(kind.schema.columns, record.values).compactMap { column, text in
            text.isEmpty || !column.isRead
                ? nil : "\(kind.words(of: column)): \(words(text, in: column))"
        }
        return "\(kind.definition.singular): \(parts.joined(separator: ", "))"
    }

    /// The page on which a fact stands.
    fileprivate func page(of fact: Working.Fact) -> PageName? {
        guard let key = fact.key else { return nil }
        let record = facts.record(key)
        func id(_ column: String) -> String? {
            let text = key[column] ?? record?[column] ?? ""
            return text.isEmpty ? nil : text
        }
        return id("pep_id").map(PageName.pep) ?? id("fund_id").map(PageName.fund)
            ?? id("pupil").map { .pupil(PupilRef($0)) }
    }
}

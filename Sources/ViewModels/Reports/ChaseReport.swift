import Domain

extension Model {
    /// The letters that ask for what is owed, of this day and from this person.
    public var letters: [(debtor: Debtor, letter: ChaseLetter)] {
        letters(to: facts.debtors(on: today, under: pack))
    }

    fileprivate func letters(
        to debtors: [Debtor]
    ) -> [(debtor: Debtor, letter: ChaseLetter)] {
        debtors.compactMap { debtor in
            ChaseLetter(
                to: debtor, from: person.login, of: facts.school, on: today, under: pack
            ) { ref in
                pupil(ref)?.displayName.initials ?? ref.text
            }.map { (debtor, $0) }
        }
    }
}

extension ReportDesk {
    /// Who outside the school owes it what, since when, and the letters that ask for it.
    var chase: [ReportSection] {
        let debtors = model.facts.debtors(on: today, under: pack)
        let letters = model.letters(to: debtors)
        let key = ActionCatalogue.keyWords(.letterSent)
        return [
            ReportSection(
                "Who owes the school what", [.table(owed(debtors))] + debtors.flatMap(nobody)),
            ReportSection(
                "Letters",
                [
                    .text(
                        letters.isEmpty
                            ? "Nobody is to be reminded today."
                            : "Send each by your own mail, then log that it was sent\(key).")
                ]),
        ]
            + letters.map { debtor, letter in
                ReportSection("To \(debtor.id)", level: 3, draft(letter))
            }
    }

    private func owed(_ debtors: [Debtor]) -> ReportTable {
        let rows = debtors.flatMap { debtor in
            debtor.owed.map { owed -> [ReportWords] in
                [
                    ReportWords(debtor.id), ReportWords(name(owed.pupil)),
                    ReportWords(
                        owed.words.sentenceCase,
                        ids: ids(["\(owed.key.kind.rawValue) \(owed.key)"])),
                    ReportWords(owed.since.dayMonthYear),
                    ReportWords(owed.asked?.dayMonthYear ?? "never"),
                    ReportWords(next(debtor, owed)),
                ]
            }
        }
        return ReportTable(
            "owed", "By person, the longest awaited first",
            ["Who", "Child", "What", "Since", "Last asked", "Letter"].map {
                ReportTable.Column($0)
            }, rows, empty: "Nobody outside the school owes it anything on record.",
            note: "Asked: the last e-mail or letter about the child that was not answered. Minutes "
                + "count as received once it is on record where they are kept.")
    }

    /// Whether a letter is offered today.
    private func next(_ debtor: Debtor, _ owed: Owed) -> String {
        if debtor.name == nil { return "nobody on record" }
        if debtor.isGuarded { return "not by letter: ask the DSL" }
        return owed.offeredFrom <= today ? "below" : "from \(owed.offeredFrom.dayMonthYear)"
    }

    /// Where nobody of the kind is on record for the child.
    private func nobody(_ debtor: Debtor) -> [ReportBlock] {
        guard debtor.name == nil, let owed = debtor.owed.first else { return [] }
        return [.gap(ReportGap("\(name(owed.pupil)) has no \(debtor.post) on record", .person))]
    }

    private func draft(_ letter: ChaseLetter) -> [ReportBlock] {
        [
            .text(ReportWords("To: \(letter.to ?? "no address on record")")),
            .text(ReportWords("Subject: \(letter.subject)")),
            .text(ReportWords(letter.greeting)), .text(ReportWords(letter.opening)),
            .list(letter.items.map { ReportWords($0) }), .text(ReportWords(letter.closing)),
            .text("Kind regards,"), .text(ReportWords(letter.signature.joined(separator: ", "))),
        ]
    }
}

import Domain

extension PageContent {
    /// Every clause of the policy by section: how it stands, how many are short, and how that has
    /// gone through the year. `nil` where the policy is not for this person.
    static func policy(_ model: Model) -> PageContent? {
        guard let ledger = model.policyLedger() else { return nil }
        let trend = model.policyTrend(ledger)
        return PageContent(
            title: "Policy",
            header: model.schoolHeader("policy") + [TextLine(ledger.lines.stateWords(long: true))]
                + model.recordsBegin,
            shortHeader: model.shortSchoolHeader("policy")
                + [TextLine(ledger.lines.stateWords(long: false))],
            sheets: [.clauses(ledger, trend, model)],
            detail: ClauseRow.detail(of: ledger.lines, model))
    }

    /// The clauses that one duty shows, where they are several.
    static func clauses(of id: DutyID, _ model: Model) -> PageContent? {
        guard let duty = model.duty(id), let ledger = model.policyLedger() else { return nil }
        let lines = ledger.lines.filter { duty.clauses.contains($0.clause.id) }
        let pupil = id.subject.pupil.flatMap(model.pupil)
        return PageContent(
            title: "Clauses", subject: pupil?.ref,
            header: (pupil.map { model.childHeader($0, "clauses") }
                ?? model.schoolHeader("clauses"))
                + [TextLine([duty.state.phrase, Phrase(" \(duty.title)", .strong)])],
            sheets: [.clauses(lines, short: [], model.policyTrend(ledger), model)],
            detail: ClauseRow.detail(of: lines, model), duty: id)
    }
}

extension Sheet {
    /// What is short stands first, by weight; the other clauses follow by section.
    fileprivate static func clauses(
        _ ledger: PolicyLedger, _ trend: PolicyTrend?, _ model: Model
    ) -> Sheet {
        .clauses(
            ledger.lines.filter { !$0.state.isShort }, short: ledger.shortByWeight, trend, model)
    }

    fileprivate static func clauses(
        _ lines: [PolicyLedger.Line], short: [PolicyLedger.Line], _ trend: PolicyTrend?,
        _ model: Model
    ) -> Sheet {
        func rows(_ id: String, _ title: String, _ lines: [PolicyLedger.Line]) -> [SheetItem] {
            lines.isEmpty
                ? [] : [.heading(id, title)] + lines.map { ClauseRow.item($0, trend, model) }
        }
        let weighty = short.filter(\.isWeighty)
        let others = short.filter { !$0.isWeighty }
        let items =
            rows("short weighty", "Short: the law's, and children on a protection plan", weighty)
            + rows("short", weighty.isEmpty ? "Short" : "Short, other promises", others)
            + lines.map(\.clause.section).eachOnce().flatMap { section in
                rows("section \(section)", section, lines.filter { $0.clause.section == section })
            }
        return Sheet(
            id: "clauses", digit: 0, title: "Clauses",
            content: .list(ClauseRow.columns(trend), items),
            notes: trend.map(ClauseRow.notes) ?? [
                TextLine("No trend: too many children to work out here.", .muted)
            ], empty: "The policy has no clause.")
    }
}

/// Clauses as rows: how it stands, which, how it is shown, how many duties are short, the months.
enum ClauseRow {
    static func columns(_ trend: PolicyTrend?) -> [TableColumn] {
        [
            TableColumn("", minimum: 1), TableColumn("Clause", minimum: 8),
            TableColumn("", minimum: 30, share: 4), TableColumn("Shown", minimum: 7, priority: 2),
            TableColumn("Short", side: .right, minimum: 5),
            TableColumn("Pupils", side: .right, minimum: 6, priority: 3),
            TableColumn(
                trend == nil ? "" : "Trend", minimum: trend.map { max(5, $0.days.count) } ?? 1,
                priority: 1),
        ]
    }

    /// What shows that a clause is kept: the records, or somebody's name under a statement.
    private static func shownBy(_ clause: Clause) -> String {
        clause.isComputed ? "records" : "signed"
    }

    static func item(
        _ line: PolicyLedger.Line, _ trend: PolicyTrend?, _ model: Model
    ) -> SheetItem {
        let clause = line.clause
        let short = model.count(line.short.count)
        let touched = model.count(line.touched)
        let states = trend?.states(of: clause.id) ?? []
        let row = Row(
            id: clause.id,
            cells: [
                [line.state.phrase], [Phrase(clause.id)], [Phrase(clause.text)],
                [Phrase(shownBy(clause), .muted)],
                [Phrase(line.short.isEmpty ? "" : short, line.state.tone)],
                [Phrase(line.touched == 0 ? "" : touched, .muted)],
                states.map(\.phrase),
            ],
            spoken: [
                "\(clause.id), \(line.state.word): \(clause.text)",
                line.short.isEmpty ? "none short" : "\(short) short",
                line.touched == 0 ? "" : touched == "1" ? "1 child" : "\(touched) children",
                line.silence ?? "",
                clause.isComputed ? "" : line.attestedWords,
                trend.map { words(states, $0.days) } ?? "",
            ].filter { !$0.isEmpty }.joined(separator: "; "))
        return SheetItem(
            id: clause.id, opens: .clause(clause.id),
            search: { _ in
                "\(clause.id) \(clause.section) \(clause.text) \(line.state.word) "
                    + shownBy(clause)
            },
            row: { _ in row })
    }

    /// `30 Sep not known, 31 Oct overdue, 23 Nov overdue`.
    private static func words(_ states: [DutyState], _ days: [Day]) -> String {
        zip(days, states).map { "\($0.dayAndMonth) \($1.word)" }.joined(separator: ", ")
    }

    /// The whole clause, and what its duties come to.
    static func detail(
        of lines: [PolicyLedger.Line], _ model: Model
    ) -> @Sendable (SheetItem, Model) -> [TextLine] {
        let words = lines.map { line in
            (
                line.clause.id,
                [
                    TextLine([
                        line.state.phrase, Phrase(" \(line.clause.id)  ", .strong),
                        Phrase(line.clause.text),
                    ]),
                    TextLine(model.countWords(line)),
                ]
            )
        }
        let byClause = Dictionary(words, uniquingKeysWith: { first, _ in first })
        return { item, _ in byClause[item.id] ?? [] }
    }

    /// How many clauses were kept, and how many were short, month by month.
    static func notes(_ trend: PolicyTrend) -> [TextLine] {
        func line(_ words: String, _ states: Set<DutyState>) -> TextLine {
            let counts = zip(trend.days, trend.count(of: states))
            return TextLine(
                "\(words): " + counts.map { "\($0.dayAndMonth) \($1)" }.joined(separator: " · "),
                .muted)
        }
        return [
            line("Met", [.met]), line("Short", [.overdue, .missed, .unknown]),
            TextLine("By the rules of each day, on what is on record now.", .muted),
        ]
    }
}

extension PolicyLedger.Line {
    /// Of a clause that is attested: when, or that it is not.
    var attestedWords: String {
        attestedOn.map { "signed \($0.dayMonthYear)" } ?? "not signed this year"
    }
}

extension Sequence<PolicyLedger.Line> {
    /// `92 clauses  ! 31 overdue  ✗ 2 missed  ? 6 not known`; no state is left out.
    func stateWords(long: Bool) -> [Phrase] {
        let states = map(\.state)
        let counts = PolicyLedger.urgency.filter(states.contains).map { state in
            let count = states.count { $0 == state }
            let words = long || state == .notApplicable ? " \(state.word)" : ""
            return Phrase("  \(state.glyph) \(count)\(words)", state.tone)
        }
        return [Phrase(states.count.counted("clause"))] + counts
    }
}

extension Model {
    /// That records begin within this year, so that the year is not whole here.
    fileprivate var recordsBegin: [TextLine] {
        facts.school.recordsBeginWords(in: AcademicYear(of: today)).map { [TextLine($0, .muted)] }
            ?? []
    }

    /// A number as this person may know it.
    func count(_ number: Int) -> String {
        access.clearance.shown(number, of: .all).words
    }

    /// `12 duties: ! 3 overdue, ✓ 9 met`. Parts beside a sum would tell small ones, so that whoever
    /// is not told them gets neither.
    func countWords(_ line: PolicyLedger.Line) -> [Phrase] {
        let all = line.counts.values.reduce(0, +)
        let parts = PolicyLedger.urgency.compactMap { state in
            line.counts[state].map { "\(state.glyph) \($0) \(state.word)" }
        }
        let duties =
            if all == 0 {
                line.silence ?? "no duty shows it today"
            } else if !access.clearance.tellsSums(of: .all) {
                "\(count(line.short.count)) short"
            } else {
                "\(all == 1 ? "1 duty" : "\(all) duties"): " + parts.joined(separator: ", ")
            }
        return [
            Phrase(duties + (line.clause.isComputed ? "" : " · \(line.attestedWords)"), .muted)
        ]
    }
}

extension Day {
    /// `Nov`.
    var monthWord: String { String(dayAndMonth.drop { $0 != " " }.dropFirst()) }
}

import Domain

extension ReportDesk {
    /// The clauses by section, in the columns of the checklist that several authorities use, and what
    /// stands behind each.
    var policy: [ReportSection] {
        guard let ledger = model.policyLedger() else { return [] }
        let sections = ledger.lines.map(\.clause.section).eachOnce()
        return [summary(ledger)]
            + sections.enumerated().flatMap { place, section -> [ReportSection] in
                let lines = ledger.lines.filter { $0.clause.section == section }
                return [
                    ReportSection(
                        section,
                        [
                            .table(checklist(lines, "section-\(place + 1)", section)),
                            .table(behind(lines, "behind-\(place + 1)", section)),
                        ])
                ]
            }
    }

    private func summary(_ ledger: PolicyLedger) -> ReportSection {
        let states = ledger.lines.map(\.state)
        return ReportSection(
            pack.name,
            PolicyLedger.urgency.filter(states.contains).map { state in
                ReportBlock.figure(
                    ReportFigure(
                        state.word.sentenceCase,
                        ReportWords("\(states.count { $0 == state })"),
                        of: states.count.counted("clause")))
            })
    }

    // MARK: The checklist

    private func checklist(
        _ lines: [PolicyLedger.Line], _ id: String, _ section: String
    ) -> ReportTable {
        let rows = lines.map { line -> [ReportWords] in
            let standing = Standing(line)
            let duties = line.short.compactMap(model.duty)
            let open = duties.filter(\.state.isOpen)
            let due = open.compactMap(\.due).min()
            return [
                ReportWords("\(line.clause.id) \(line.clause.text)"),
                ReportWords(standing == .inPlace || standing == .silent ? standing.words : ""),
                ReportWords(standing == .partly ? standing.words : ""),
                ReportWords(standing == .notInPlace ? standing.words : ""),
                ReportWords(
                    open.compactMap(\.next).map(\.words).eachOnce().prefix(2)
                        .joined(separator: "; ")),
                ReportWords(line.state.isShort ? owner(of: line) : ""),
                ReportWords(
                    line.state.isShort ? due.map { max($0, today).dayMonthYear } ?? "now" : ""),
            ]
        }
        return ReportTable(
            id, "\(section): what is in place",
            [
                "Clause", "In place", "Partly", "Not in place", "Action", "Who", "By when",
            ].map { ReportTable.Column($0) }, rows)
    }

    /// How a clause stands in the words of the checklist.
    private enum Standing {
        case inPlace, partly, notInPlace, silent

        init(_ line: PolicyLedger.Line) {
            if line.state == .notApplicable {
                self = .silent
            } else if !line.state.isShort {
                self = .inPlace
            } else {
                self = (line.counts[.met] ?? 0) > 0 ? .partly : .notInPlace
            }
        }

        var words: String {
            switch self {
            case .inPlace, .partly, .notInPlace: "yes"
            case .silent: "does not apply"
            }
        }
    }

    /// Who of the school answers for what a clause's rules are about.
    private func owner(of line: PolicyLedger.Line) -> String {
        let topics = line.rules.compactMap { pack.rule($0)?.topic }
        let role: Role.Name =
            switch topics.first {
            case .attendance, .care, .moving, .suspension, .alternativeProvision: .dsl
            case .send: .senco
            case .staff, .policy, .school, nil: .head
            case .pep, .money, .people, .learning: .designatedTeacher
            }
        return role.words.sentenceCase
    }

    // MARK: What stands behind

    private func behind(
        _ lines: [PolicyLedger.Line], _ id: String, _ section: String
    ) -> ReportTable {
        let rows = lines.map { line -> [ReportWords] in
            [
                ReportWords(line.clause.id), ReportWords(line.state.word),
                ReportWords(duties(line), ids: ids(line.short.map(\.text))),
                ReportWords(attested(line), isTyped: true), ReportWords(figures(line)),
            ]
        }
        return ReportTable(
            id, "\(section): what stands behind it",
            ["Clause", "State", "Duties", "Attested", "Figures"].map { ReportTable.Column($0) },
            rows)
    }

    /// `3 short of 12, 2 children`; to everybody small numbers stand as such, and no sum beside them.
    private func duties(_ line: PolicyLedger.Line) -> String {
        let all = line.counts.values.reduce(0, +)
        guard all > 0 else { return line.silence ?? "no duty shows it today" }
        guard isPublic else {
            return "\(line.short.count) short of \(all)"
                + (line.touched == 0 ? "" : ", " + Self.children(line.touched))
        }
        return line.short.isEmpty ? "none short" : "\(clauseCounts?[line.shortID] ?? "") short"
    }

    /// When, and by whom as far as the reader sees that.
    private func attested(_ line: PolicyLedger.Line) -> String {
        guard !line.clause.isComputed else { return "" }
        guard let on = line.attestedOn else { return "not this year" }
        let row = school.attestations.first { $0.clause == line.clause.id && $0.on == on }
        return on.dayMonthYear + (row.map { ", \(model.staffName($0.by))" } ?? "")
    }

    /// To everybody no number of children: beside another public report it could tell what that one
    /// hides.
    private func figures(_ line: PolicyLedger.Line) -> String {
        model.figureLines(line.clause)
            .filter { !isPublic || $0.share?.isOfChildren != true }
            .map { $0.words(model.access.clearance) }
            .joined(separator: "; ")
    }
}

extension PolicyLedger.Line {
    fileprivate var shortID: String { "\(clause.id) short" }
}

extension PolicyLedger {
    /// How many duties of each clause are short: numbers that could tell of a child.
    var shortCounts: CountBook {
        var book = CountBook()
        for line in lines { book.count(line.shortID, line.short.count) }
        return book
    }
}

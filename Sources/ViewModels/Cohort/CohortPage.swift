import Domain

extension PageContent {
    /// The children known today as a group: attendance, attainment and the gap to other pupils, each
    /// with the numbers behind it.
    static func cohortFigures(_ model: Model) -> PageContent {
        let figures = model.figures?.cohort ?? CohortFigures(model)
        return PageContent(
            title: "Cohort", header: model.schoolHeader("the cohort beside other pupils"),
            shortHeader: model.shortSchoolHeader("cohort"),
            sheets: [.attendance(figures, model), .attainment(figures.gaps, model)])
    }
}

extension Sheet {
    private static let hidden = "fewer than 5"

    fileprivate static func attendance(_ figures: CohortFigures, _ model: Model) -> Sheet {
        // A part that is left over of a sum can be told from it, so that people outside see the sum
        // alone.
        let tellsSums = model.access.clearance.tellsSums(of: .group(parts: []))
        let lines = tellsSums ? figures.lines : [figures.lines[0]]
        let others = figures.peers.map { "\($0) % of \(figures.peerPupils)" }
        let items = lines.map { line in item(line, model) }
        return Sheet(
            id: "attendance", digit: 0, title: "Attendance this year",
            content: .list(
                [
                    TableColumn("", minimum: 8), TableColumn("Children", side: .right, minimum: 12),
                    TableColumn("Attended", side: .right, minimum: 8),
                    TableColumn("Sessions", side: .right, minimum: 15),
                    TableColumn("Missed 10% or more", side: .right, minimum: 18, priority: 1),
                ], items),
            notes: [
                TextLine(
                    "Other pupils: \(others ?? "not on record"). A child in two groups stands in both.",
                    .muted)
            ])
    }

    private static func item(_ line: CohortFigures.Line, _ model: Model) -> SheetItem {
        let sessions = "\(line.sessions.attended) of \(line.sessions.possible)"
        let percent = line.sessions.percent.map { "\($0)%" } ?? "?"
        let cells: [String] =
            switch model.access.clearance.shown(line.children, of: .group(parts: [])) {
            case .exact(let count, hasShare: true):
                ["\(count)", percent, sessions, model.count(line.persistent)]
            case .exact(let count, hasShare: false):
                ["\(count)", "", sessions, "\(line.persistent)"]
            case .few, .hidden: [hidden, "", "", ""]
            }
        let opens = CohortLabel(rawValue: line.words).map(PageName.cohort)
        let names = ["children", "attended", "sessions", "persistently absent"]
        let row = Row(
            id: "attendance \(line.words)",
            cells: [[Phrase(line.words, .strong)]] + cells.map { [Phrase($0)] },
            spoken: line.words + ": "
                + zip(names, cells).filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1)" }
                .joined(separator: ", "))
        return SheetItem(
            id: row.id, opens: opens.flatMap { model.access.allows($0) ? $0 : nil },
            search: { _ in row.spoken }, row: { _ in row })
    }

    fileprivate static func attainment(_ gaps: [GapFigure], _ model: Model) -> Sheet {
        Sheet(
            id: "attainment", digit: 1, title: "At the expected standard or above",
            content: .list(
                [
                    TableColumn("", minimum: 8), TableColumn("Term", minimum: 14),
                    TableColumn("Children", side: .right, minimum: 12),
                    TableColumn("", side: .right, minimum: 7),
                    TableColumn("Other pupils", side: .right, minimum: 15),
                    TableColumn("Gap", side: .right, minimum: 7),
                ], gaps.map { item($0, model) }),
            notes: [
                TextLine(
                    "Gap in percentage points; other pupils without these children. Groups under "
                        + "5: counts, for the Designated Teacher alone.", .muted)
            ],
            empty: "No term has both judgements and figures of other pupils.")
    }

    private static func item(_ gap: GapFigure, _ model: Model) -> SheetItem {
        let parts = [gap.expected, gap.judged - gap.expected]
        let count = "\(gap.expected) of \(gap.judged)"
        let tenths = gap.judged == 0 ? 0 : gap.expected * 1000 / gap.judged
        let cells: [String] =
            switch model.access.clearance.shown(gap.judged, of: .group(parts: parts)) {
            case .exact(_, hasShare: true): [count, "\(tenths / 10).\(tenths % 10)%", gap.gap]
            case .exact(_, hasShare: false): [count, "", ""]
            case .few, .hidden: ["hidden", "", ""]
            }
        let peers = "\(gap.peers)% of \(gap.peerPupils)"
        let row = Row(
            id: "\(gap.subject.rawValue) \(gap.term.label)",
            cells: [
                [Phrase(gap.subject.rawValue)], [Phrase(gap.term.label)], [Phrase(cells[0])],
                [Phrase(cells[1])], [Phrase(peers, .muted)],
                [Phrase(cells[2], cells[2].hasPrefix("−") ? .overdue : .met)],
            ],
            spoken: "\(gap.subject.rawValue), \(gap.term.label): "
                + [
                    "children \(cells[0])", cells[1], "other pupils \(peers)",
                    cells[2].isEmpty ? "" : "gap \(cells[2]) points",
                ].filter { !$0.isEmpty }.joined(separator: ", "))
        return SheetItem(id: row.id, search: { _ in row.spoken }, row: { _ in row })
    }
}

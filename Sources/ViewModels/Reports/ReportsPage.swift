import Domain

extension ReportID {
    /// As a list names it, whole in its column.
    var listTitle: String {
        switch self {
        case .morning: "This morning's list"
        case .teacher: "Designated Teacher's report"
        case .conference: "Child protection conference"
        default: title
        }
    }

    /// For whom it is, as a list says it, whole in its column.
    var listReader: String {
        switch self {
        case .morning: "the inbox at eight"
        case .governors: "governors, Virtual School"
        case .meeting: "who comes to the PEP meeting"
        case .conference: "the conference, core group"
        default: reader
        }
    }

    /// Those of one child, or those of the school, that somebody may make; for each audience one.
    static func offered(ofChild: Bool, to clearance: Clearance) -> [(ReportID, Report.Audience)] {
        Report.Audience.allCases.flatMap { audience in
            allCases.filter {
                $0.isOfChild == ofChild && (audience == .confidential || $0.hasPublicForm)
                    && $0.isFor(clearance, audience)
            }.map { ($0, audience) }
        }
    }
}

extension PageContent {
    /// The reports of the school that this person may make.
    static func reports(_ model: Model) -> PageContent {
        let title = "Reports"
        let packs = ReportID.offered(ofChild: true, to: model.access.clearance)
        let note = "\(ViewKey.packs.label) on a child's line lists what can be made of that child."
        return PageContent(
            title: title, header: model.schoolHeader("reports"),
            shortHeader: model.shortSchoolHeader("reports"),
            sheets: [
                Sheet(
                    id: "reports", digit: 0, title: title,
                    content: .list(ReportLine.columns, ReportLine.items(of: nil, model)),
                    notes: packs.isEmpty ? [] : [TextLine(note, .muted)],
                    empty: "No report of the school is for your role.")
            ], detail: { item, _ in item.full })
    }

    /// What this person may make of one child; `nil` where no such child is.
    static func packs(_ ref: PupilRef, _ model: Model) -> PageContent? {
        guard let pupil = model.pupil(ref) else { return nil }
        return PageContent(
            title: "Packs", subject: ref, header: model.childHeader(pupil, "packs"),
            sheets: [
                Sheet(
                    id: "packs", digit: 0, title: "Packs",
                    content: .list(ReportLine.columns, ReportLine.items(of: ref, model)),
                    empty: "No report of a child is for your role.")
            ], detail: { item, _ in item.full })
    }
}

/// Reports as rows: what it is and for whom.
private enum ReportLine {
    static let columns = [
        TableColumn("Report", minimum: 29), TableColumn("For", minimum: 28, share: 1),
    ]

    /// The careful ones first.
    static func items(of pupil: PupilRef?, _ model: Model) -> [SheetItem] {
        let offered = ReportID.offered(ofChild: pupil != nil, to: model.access.clearance)
        return Report.Audience.allCases.flatMap { audience -> [SheetItem] in
            let items = offered.filter { $0.1 == audience }.map { id, audience in
                item(
                    ReportRequest(id, pupil: pupil, audience: audience, made: model.today))
            }
            return items.isEmpty
                ? [] : [.heading(audience.rawValue, audience.classification)] + items
        }
    }

    private static func item(_ request: ReportRequest) -> SheetItem {
        let id = request.id
        let row = Row(
            id: "\(id.rawValue) \(request.audience.rawValue)",
            cells: [[Phrase(id.listTitle)], [Phrase(id.listReader, .muted)]],
            spoken: "\(id.title), for \(id.reader). \(request.audience.classification)")
        var item = SheetItem(
            id: row.id, pupil: request.pupil, search: { _ in row.spoken }, row: { _ in row },
            full: [TextLine("\(id.title), for \(id.reader).")])
        item.report = request
        return item
    }
}

extension Session {
    /// What a person is making a report of, to be drawn anew for another width.
    public var shownReport: Report? { (modal as? ReportModal)?.preview.report }

    /// The report on the screen as lines of another width.
    public mutating func show(reportLines lines: [String]) {
        guard var page = modal as? ReportModal else { return }
        page.show(lines)
        modal = page
    }

    /// A file of the name that was typed is there already: the form asks whether to replace it.
    public mutating func askToReplace() {
        guard var page = modal as? ReportModal else { return }
        page.askToReplace()
        modal = page
    }

    /// Asks for a report; on a screen that shows initials for one that names nobody alone.
    mutating func make(_ request: ReportRequest) -> Effect {
        guard !hasInitials || request.audience == .public else {
            message = Message(
                "A report bears names: \(ViewKey.initials.label) first, when nobody else looks on.")
            return .redraw
        }
        return .makeReport(request)
    }

    /// What can be made of a child.
    mutating func goToPacks() -> Effect {
        guard let pupil = selectedPupil else {
            message = Message("Select a child first; \(ViewKey.reports.label) lists the reports.")
            return .redraw
        }
        return go(to: .packs(pupil))
    }
}

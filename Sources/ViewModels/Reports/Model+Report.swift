import Domain

extension Model {
    /// A report, made of what this person may see.
    public func report(_ request: ReportRequest) throws(ReportRefusal) -> Report {
        guard request.audience == .confidential || request.id.hasPublicForm else {
            throw .notPublic
        }
        guard request.period == nil || request.period?.kind == request.id.span else {
            throw .wrongPeriod
        }
        guard request.id.isFor(access.clearance, request.audience) else { throw .notForRole }
        var child: PupilFacts?
        if request.id.isOfChild {
            guard let ref = request.pupil, let pupil = pupil(ref) else { throw .noPupil }
            child = facts.pupils[ref] ?? PupilFacts(pupil: pupil)
        }
        let desk = ReportDesk(self, request, child)
        let report = desk.report(desk.sections + desk.proof)
        if request.audience == .public, let (text, word) = namingText(in: report) {
            throw .names(text: text, word: word)
        }
        return report
    }

    /// The first text that somebody typed by which a child could be told, with the word.
    private func namingText(in report: Report) -> (String, String)? {
        let typed = report.words.filter(\.isTyped)
        guard !typed.isEmpty else { return nil }
        let onRoll = Set(roster.map(\.ref))
        let others = facts.pupils.values.map(\.pupil).filter { !onRoll.contains($0.ref) }
        let known = facts.pupils.values.filter { !$0.statuses.isEmpty }.map(\.pupil)
        let guardian = PublicText(roster + others, known: known, facts.school)
        for words in typed {
            if let word = guardian.hit(in: words.text) { return (words.text, word) }
        }
        return nil
    }
}

/// What a report is made from: the model, what is wanted, and the child.
struct ReportDesk {
    let model: Model
    let request: ReportRequest
    /// The child of a report about one.
    let child: PupilFacts?
    /// The numbers of the report to governors.
    let yearCounts: YearCounts?
    /// How many duties of each clause are short, in the report on the policy.
    let clauseCounts: ToldCounts?

    init(_ model: Model, _ request: ReportRequest, _ child: PupilFacts?) {
        self.model = model
        self.request = request
        self.child = child
        yearCounts = request.id == .governors ? YearCounts(model, request) : nil
        clauseCounts =
            request.id == .policy
            ? model.policyLedger()?.shortCounts.told(to: request.audience) : nil
    }

    var today: Day { model.today }
    var pack: PolicyPack { model.pack }
    var school: SchoolFacts { model.facts.school }
    var isPublic: Bool { request.audience == .public }

    /// The parts of the report that is wanted.
    var sections: [ReportSection] {
        switch request.id {
        case .morning: morning
        case .governors: governors
        case .teacher: teacher
        case .policy: policy
        case .money: money
        case .meeting: child.map(meeting) ?? []
        case .child: child.map(onePage) ?? []
        case .file: child.map(chain) ?? []
        case .virtualSchool: virtualSchoolReturn
        case .handover: handover
        case .transfer: child.map(transfer) ?? []
        case .conference: child.map(conference) ?? []
        case .chase: chase
        }
    }

    /// The report of these parts, with what is not on record at its head.
    func report(_ sections: [ReportSection]) -> Report {
        let gaps = sections.flatMap(\.blocks).compactMap { block -> ReportGap? in
            if case .gap(let gap) = block { gap } else { nil }
        }.eachOnce()
        let kept = request.isDraft ? sections : sections.map(\.withoutGaps)
        let head =
            gaps.isEmpty || request.id == .morning
            ? [] : [ReportSection("Not on record", [.list(gaps.map(\.withKey))])]
        return Report(
            id: ([request.id.rawValue] + [child?.ref.text].compactMap { $0 })
                .joined(separator: " "),
            title: title, school: model.schoolName, on: request.made, period: periodWords,
            audience: request.audience, reader: request.id.reader,
            notices: notices, isBare: request.id == .morning, sections: head + kept,
            told: told)
    }

    /// What has to be said of the store, and of what is kept from whoever makes the report.
    var notices: [String] {
        (model.isDemo ? ["INVENTED PUPILS"] : []) + (model.notice.map { [$0] } ?? [])
            + (model.access.isPart && !isPublic
                ? ["A part of the record: what is not for the role of who made this is left out."]
                : [])
    }

    private var title: String {
        guard let child else { return request.id.title }
        return "\(request.id.title): \(child.pupil.fullName), \(child.pupil.classWords)"
    }

    private var periodWords: String {
        let stood = "as it stood on \(today.long)"
        return request.period.map { "\($0.words), \(stood)" } ?? stood
    }

    /// The numbers that are told everybody; `nil` where none is, or all are.
    var told: ToldNumbers? { (yearCounts?.told ?? clauseCounts)?.numbers }

    /// What a reader can work out of each number that is hidden.
    var proof: [ReportSection] {
        guard request.isProved, let told else { return [] }
        let rows = told.cells.filter(\.isHidden).map { cell -> [ReportWords] in
            [
                ReportWords(cell.id, isTyped: true), ReportWords(cell.shown),
                ReportWords("\(cell.range.low)"),
                ReportWords(cell.range.high.map { "\($0)" } ?? "no highest"),
            ]
        }
        return [
            ReportSection(
                "What can be worked out of the hidden numbers",
                [
                    .table(
                        ReportTable(
                            "proof", "Each hidden number",
                            [
                                ReportTable.Column("Number"), ReportTable.Column("Shown"),
                                ReportTable.Column("Lowest", isNumber: true),
                                ReportTable.Column("Highest", isNumber: true),
                            ], rows, empty: "No number is hidden.",
                            note:
                                "For a reader who knows every sum of this report, and what earlier "
                                + "reports of the year have told. A rest is nowhere printed; a "
                                + "reader can work it out."))
                ])
        ]
    }

    // MARK: Words that every report uses

    /// A child as this report calls children.
    func name(_ ref: PupilRef) -> String {
        switch request.names {
        case .full: model.name(of: .pupil(ref))
        case .initials: model.pupil(ref)?.displayName.initials ?? ref.text
        case .none: ref.text
        }
    }

    /// Whom a duty is about, as this report calls children.
    func name(of subject: Subject) -> String {
        subject.pupil.map(name) ?? model.name(of: subject)
    }

    /// Ids behind a number; none where they would tell it.
    func ids(_ ids: [String]) -> [String] { isPublic ? [] : ids }

    func ids(duties: [Duty]) -> [String] { ids(duties.map(\.id.text)) }

    func ids(rows: [some FactRow]) -> [String] {
        ids(rows.map { "\($0.key.kind.rawValue) \($0.key)" })
    }

    /// `1 child`, `3 children`.
    static func children(_ count: Int) -> String {
        count == 1 ? "1 child" : "\(count) children"
    }

    /// `12 of 15 (80.0 %)`; the share is left out where the whole is small.
    static func share(_ part: Int, of whole: Int) -> String {
        "\(part) of \(whole)" + (percent(part, of: whole).map { " (\($0))" } ?? "")
    }

    /// `80.0 %`, rounded towards zero; `nil` where the whole is small.
    static func percent(_ part: Int, of whole: Int) -> String? {
        guard whole >= ShownCount.least else { return nil }
        let tenths = part * 1000 / whole
        return "\(tenths / 10).\(tenths % 10) %"
    }
}

extension ReportSection {
    fileprivate var withoutGaps: ReportSection {
        ReportSection(
            title, level: level,
            blocks.filter { if case .gap = $0 { false } else { true } })
    }
}

extension ReportGap {
    /// `Other pupils' attendance of 2026-27 is not on record (key M).`
    fileprivate var withKey: ReportWords {
        ReportWords(words + (action.map(ActionCatalogue.keyWords) ?? "") + ".")
    }
}

extension Pence {
    /// `£1,250.00`; with a true minus, as a page has it.
    var words: String { inPounds.replacing("-", with: "−") }
}

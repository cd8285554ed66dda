import Domain

/// The year's report to governors: plan and practice, then outcomes and money; one page where nobody
/// was known to a social worker. Facts by common ground of several authorities' templates.
extension ReportDesk {
    var year: AcademicYear { request.year(on: today) }

    var governors: [ReportSection] {
        guard let counts = yearCounts, counts.numbers.wasAnybodyKnown else { return nilReturn }
        let (numbers, told) = (counts.numbers, counts.told)
        return [front] + planAndPractice(numbers, told) + outcomesAndMoney(numbers, told)
    }

    private var nilReturn: [ReportSection] {
        [
            front,
            ReportSection(
                "Nil return",
                [
                    .text(
                        ReportWords(
                            "No child on roll was known to a social worker in \(year.label), up to "
                                + "\(today.long).")),
                    .text("Designated Teacher: ______________________________"),
                    .text("Chair or link governor: __________________________"),
                    .text("Date: ____________________"),
                ]),
        ]
    }

    // MARK: Front

    private var front: ReportSection {
        var blocks: [ReportBlock] = [
            .list(
                [
                    "School: \(model.schoolName)", "Academic year: \(year.label)",
                    ReportWords(people(.designatedTeacher, "Designated Teacher")),
                    ReportWords(people(.designatedGovernor, "Link governor")),
                    "Date: \(request.made.long)",
                    ReportWords(
                        "Reader: \(request.id.reader)"
                            + (isPublic ? "" : "; for part two of the minutes")),
                ])
        ]
        let days = model.schoolDuties.filter {
            $0.rule == .teacherQualified
                || $0.rule == .teacherTraining && $0.reference == .year(year)
        }
        if !days.isEmpty {
            blocks.append(.list(days.map { ReportWords($0.sentence(on: model.today)) }))
        }
        if let words = school.recordsBeginWords(in: year) {
            blocks.append(.text("\(words.sentenceCase)"))
        }
        if !hasHolder(.designatedTeacher) {
            blocks.append(.gap(ReportGap("Nobody is on record as Designated Teacher", .role)))
        }
        if !hasHolder(.designatedGovernor) {
            blocks.append(.gap(ReportGap("No link governor is on record", .role)))
        }
        return ReportSection("School and people", blocks)
    }

    /// Who holds a role today, by name.
    func holders(_ name: Role.Name) -> [String] {
        school.roles.filter { $0.name == name && $0.span.contains(today) }
            .map { model.staffName($0.person) }.eachOnce().sorted()
    }

    private func hasHolder(_ name: Role.Name) -> Bool { !holders(name).isEmpty }

    private func people(_ name: Role.Name, _ title: String) -> String {
        let names = holders(name)
        return "\(title): \(names.isEmpty ? "not on record" : names.joined(separator: ", "))"
    }

    // MARK: Section A

    private func planAndPractice(
        _ numbers: CohortNumbers, _ told: ToldCounts
    ) -> [ReportSection] {
        [
            ReportSection("Section A: plan and practice", [.text(countsNote)]),
            ReportSection("The children", level: 3, children(numbers, told)),
            ReportSection("The Designated Teacher's time", level: 3, teacherTime),
            ReportSection("Training of staff", level: 3, [.table(training)]),
            ReportSection("Promises that are short", level: 3, shortBySection),
            ReportSection("Needs, moves and responsibility", level: 3, practice(told)),
            ReportSection("Visits of the Virtual School", level: 3, visits),
            ReportSection("Voice", level: 3, voice(numbers, told)),
        ] + written
    }

    private var countsNote: ReportWords {
        isPublic
            ? """
            Numbers of 1 to 4 children stand as <5; * is a number that is hidden to protect one. \
            A child in two groups stands in both.
            """ : "A child in two groups stands in both."
    }

    /// By status, by authority, and how the group has changed.
    func children(_ numbers: CohortNumbers, _ told: ToldCounts) -> [ReportBlock] {
        let labels = CohortLabel.allCases.map { label in
            [
                ReportWords(label.rawValue),
                ReportWords(
                    told[label.rawValue],
                    ids: ids(
                        model.children.filter { $0.labels.contains(label) }
                            .map { "pupil:\($0.ref)" })),
            ]
        }
        let authorities = numbers.authorities.map { authority in
            [
                ReportWords(authority.name, isTyped: true),
                ReportWords(told["authority \(authority.name)"]),
            ]
        }
        var blocks: [ReportBlock] = [
            .table(
                ReportTable(
                    "status", "Children by status on \(today.dayMonthYear)",
                    [ReportTable.Column("Status"), ReportTable.Column("Children", isNumber: true)],
                    labels + [["Known to a social worker, now or in six years", all(told)]])),
            .table(
                ReportTable(
                    "authority", "Children by responsible authority",
                    [
                        ReportTable.Column("Authority"),
                        ReportTable.Column("Children", isNumber: true),
                    ],
                    authorities)),
            told.figure("Joined this year", "joined", of: "known", "children"),
            .figure(
                ReportFigure(
                    "Left this year", ReportWords(told["left"]),
                    of: "", note: "known to a social worker then")),
            told.figure("A year or more in the status", "over a year", of: "known", "children"),
            told.figure("With a key adult", "key adult", of: "known", "children"),
        ]
        if numbers.authorities.contains(where: { $0.name == "not on record" }) {
            blocks.append(
                .gap(
                    ReportGap(
                        "The responsible authority of some children is not on record",
                        .statusChange)))
        }
        return blocks
    }

    private func all(_ told: ToldCounts) -> ReportWords { ReportWords(told["known"]) }

    var teacherTime: [ReportBlock] {
        let roles = school.roles.filter {
            $0.name == .designatedTeacher && $0.span.contains(today)
        }
        let hours = roles.filter { !$0.record["hours"].isEmpty }.map { role in
            ReportBlock.figure(
                ReportFigure(
                    "Hours a week for the role",
                    ReportWords(role.record["hours"], ids: ids(rows: [role])),
                    of: "", note: model.staffName(role.person)))
        }
        return hours.isEmpty
            ? [
                .text("Not on record."),
                .gap(
                    ReportGap(
                        "The Designated Teacher's hours for the role are not on record", .role)),
            ] : hours
    }

    /// Staff trained by kind, of how many, and what they have read.
    var training: ReportTable {
        let kinds: [(Training.Kind, String)] = [
            (.attachmentTrauma, "Attachment and trauma"), (.unconsciousBias, "Unconscious bias"),
            (.diversity, "Diversity"), (.safeguarding, "Safeguarding"),
            (.policyBriefing, "Briefing on this policy"),
        ]
        let trained = kinds.map { kind, title -> [ReportWords] in
            let (staff, whole) = school.trained(in: kind, by: today)
            // Nobody on record is no share of the staff: it may have been given and not entered.
            return [
                ReportWords(title),
                ReportWords(
                    staff.isEmpty
                        ? "nobody on record, of \(whole)" : Self.share(staff.count, of: whole),
                    ids: ids(staff)),
            ]
        }
        let papers = [
            ("policy", "Read this policy"), ("kcsie", "Read KCSIE"),
            ("child-protection", "Read the child protection policy"),
        ]
        let read = papers.map { paper, title -> [ReportWords] in
            let (staff, whole) = school.read(paper, by: today)
            return [
                ReportWords(title),
                ReportWords(Self.share(staff.count, of: whole), ids: ids(staff)),
            ]
        }
        return ReportTable(
            "training", "Staff trained and read this year",
            [
                ReportTable.Column("What"),
                ReportTable.Column("Members of staff", isNumber: true),
            ],
            trained + read)
    }

    /// How many clauses of each section are short, and what comes next.
    var shortBySection: [ReportBlock] {
        guard let ledger = model.policyLedger() else { return [] }
        let rows = ledger.lines.map(\.clause.section).eachOnce().compactMap {
            section -> [ReportWords]? in
            let lines = ledger.lines.filter { $0.clause.section == section }
            let short = lines.filter(\.state.isShort)
            guard !short.isEmpty else { return nil }
            let next = short.flatMap(\.short).compactMap { model.duty($0)?.next?.words }
                .eachOnce().prefix(3)
            return [
                ReportWords(section), ReportWords("\(short.count) of \(lines.count)"),
                ReportWords(short.map(\.clause.id).joined(separator: ", ")),
                ReportWords(next.joined(separator: "; ")),
            ]
        }
        return [
            .table(
                ReportTable(
                    "short", "Clauses that are short, by section",
                    [
                        ReportTable.Column("Section"), ReportTable.Column("Short", isNumber: true),
                        ReportTable.Column("Which"), ReportTable.Column("What is planned"),
                    ], rows, empty: "No clause is short."))
        ]
    }

    private func practice(_ told: ToldCounts) -> [ReportBlock] {
        [
            told.figure("With special educational needs", "SEN", of: "known", "children"),
            told.figure(
                "With a SEN plan or review held this year", "SEN reviewed", of: "SEN",
                "children with SEN"),
            told.figure(
                "Taught elsewhere for a time this year", "elsewhere", of: "known", "children"),
            told.figure(
                "Holding a responsibility today", "responsibility", of: "known", "children"),
            told.figure(
                "Considered for a responsibility this year", "considered", of: "known",
                "children"),
        ]
    }

    private var visits: [ReportBlock] {
        let held = school.meetings.filter { meeting in
            meeting.kind == .virtualSchoolVisit
                && (meeting.held(by: today).map { year.first <= $0 } ?? false)
        }
        .sorted { ($0.heldOn ?? today, $0.id) < ($1.heldOn ?? today, $1.id) }
        let rows = held.map { visit in
            [
                ReportWords(visit.heldOn?.dayMonthYear ?? "", ids: ids(rows: [visit])),
                ReportWords.typed(visit.record["note"], ids: ids(rows: [visit])),
            ]
        }
        let table = ReportBlock.table(
            ReportTable(
                "visits", "Visits and what was recommended",
                [ReportTable.Column("Visit"), ReportTable.Column("Recommended")], rows,
                empty: "No visit of this year is on record."))
        guard held.isEmpty else { return [table] }
        return [
            table,
            .gap(ReportGap("No visit of the Virtual School this year is on record", .meeting)),
        ]
    }

    private func voice(_ numbers: CohortNumbers, _ told: ToldCounts) -> [ReportBlock] {
        numbers.terms.map { term in
            let name = term.term.name.rawValue
            return told.figure(
                "PEPs with the child's views, \(name)", "\(name) views", of: "\(name) meetings",
                "PEPs held")
        }
    }

    /// What the Designated Teacher has written for this year.
    private var written: [ReportSection] {
        ReportText.Kind.allCases.map { kind in
            let own = school.reportTexts.filter { $0.year == year && $0.kind == kind }
                .sorted { $0.id < $1.id }
            guard !own.isEmpty else {
                return ReportSection(
                    kind.title, level: 3,
                    [
                        .text("Nothing is written yet."),
                        .gap(
                            ReportGap(
                                "Nothing written for \(year.label): \(kind.title)", .reportText)
                        ),
                    ])
            }
            return ReportSection(
                kind.title, level: 3,
                [.list(own.map { ReportWords.typed($0.text, ids: ids(rows: [$0])) })])
        }
    }
}

import Domain

extension ReportDesk {
    /// All that a PEP meeting looks at, and the sheet by which the portal is filled in.
    func meeting(_ facts: PupilFacts) -> [ReportSection] {
        let last = lastPEP(facts)
        let next = nextPEP(facts)
        return [
            part("Status", .cohort, [.list(standing(facts))]),
            part("The meeting", .pepRecord, invited(next, facts)),
            part("Last targets", .pep, lastTargets(last, facts)),
            part("Attendance and punctuality", .register, attendance(of: facts)),
            part("Progress", .support, progress(of: facts)),
            part("Needs", .needs, needs(of: facts)),
            part("SDQ", .wellbeing, questionnaire(facts)),
            part("Suspensions", .moves, suspensions(of: facts)),
            part("The child's views", .pepRecord, views(last)),
            part("Pupil Premium Plus", .money, premium(of: facts)),
            part("Actions", .meetings, [.table(agreed(facts, onlyOpen: true))]),
            part("Paste sheet", .pepRecord, pasteSheet(last, next, facts)),
        ]
    }

    /// The next PEP that is planned and not held; the soonest.
    private func nextPEP(_ facts: PupilFacts) -> PEP? {
        facts.peps.filter {
            !$0.isCancelled && $0.held(by: today) == nil && $0.plannedFor != nil
        }
        .min { ($0.day, $0.id) < ($1.day, $1.id) }
    }

    // MARK: People

    private func invited(_ next: PEP?, _ facts: PupilFacts) -> [ReportBlock] {
        guard let next, let planned = next.plannedFor else {
            return [
                .text("No PEP is planned."),
                .gap(ReportGap("No day of the next PEP is on record", .pepPlan)),
            ]
        }
        let rows = facts.pepPeople.filter { $0.pep == next.id }.map { person -> [ReportWords] in
            [
                ReportWords(
                    person.role.rawValue.roleWords.sentenceCase, ids: ids(rows: [person])),
                ReportWords(person.name),
                ReportWords(person.invitedOn?.dayMonthYear ?? "not invited"),
                ReportWords(
                    person.attended.map { $0 ? "came" : "did not come" } ?? "no answer on record"),
            ]
        }
        return [
            .text("Planned for \(planned.long)\(next.timeWords)."),
            .table(
                ReportTable(
                    "invited", "Who is invited and who has answered",
                    ["Role", "Name", "Invited", "Answer"].map { ReportTable.Column($0) }, rows,
                    empty: "Nobody is invited yet.")),
        ]
            + (rows.isEmpty
                ? [.gap(ReportGap("Nobody is invited to the PEP yet", .pepPeople))] : [])
    }

    private func lastTargets(_ last: PEP?, _ facts: PupilFacts) -> [ReportBlock] {
        guard let last else { return [.text("No PEP was held before.")] }
        let table = targets(of: last, facts)
        let open = facts.targets.count { $0.pep == last.id && !$0.isReviewed(by: today) }
        guard open > 0 else { return [.table(table)] }
        return [
            .table(table),
            .gap(
                ReportGap(
                    "\(open.counted("target")) of \(last.day.dayMonthYear) without an outcome",
                    .targetReview)),
        ]
    }

    // MARK: SDQ and views

    /// Bands and no wording: that is its owners'.
    private func questionnaire(_ facts: PupilFacts) -> [ReportBlock] {
        let last = facts.sdqs.filter { $0.on <= today && $0.form == .school }
            .max { ($0.on, $0.id) < ($1.on, $1.id) }
        guard let last else {
            return [
                .text("No questionnaire is on record."),
                .gap(ReportGap("No SDQ is on record", .sdq)),
            ]
        }
        let score = SDQScore(answers: last.answers)
        let bands = pack.sdqBands(of: last.informant)
        func row(_ title: String, _ value: Int?, _ scale: SDQScore.Scale?) -> [ReportWords] {
            let band = value.flatMap { bands?.band(of: $0, on: scale) }
            return [
                ReportWords(title.sentenceCase, ids: ids(rows: [last])),
                ReportWords(value.map { "\($0)" } ?? "too few answers"),
                ReportWords(band?.words(isKindness: scale == .prosocial) ?? ""),
            ]
        }
        return [
            .table(
                ReportTable(
                    "sdq",
                    "SDQ of \(last.on.dayMonthYear), filled in by the \(last.informant.rawValue)",
                    [
                        ReportTable.Column("Scale"), ReportTable.Column("Score", isNumber: true),
                        ReportTable.Column("Band"),
                    ],
                    SDQScore.Scale.allCases.map { row($0.rawValue, score.scales[$0], $0) }
                        + [row("total", score.total, nil)]))
        ]
    }

    /// What was said last, and a page to fill in with the child.
    private func views(_ last: PEP?) -> [ReportBlock] {
        var blocks: [ReportBlock] = []
        if let last, let voice = last.voice {
            blocks.append(
                .list([.typed("On \(last.day.long): “\(voice)”", ids: ids(rows: [last]))]))
        }
        let questions = [
            "What goes well for you at school?", "What is hard, or worries you?",
            "Who helps you, and how?", "What do you hope for?",
            "What should grown-ups do differently?",
        ]
        return blocks + [
            .text("To fill in with the child, in the child's own words:"),
            .table(
                ReportTable(
                    "views", "The child's own words",
                    [ReportTable.Column("Question"), ReportTable.Column("Answer")],
                    questions.map { [ReportWords($0), "____________________________________"] })),
        ]
    }

    // MARK: The portal

    /// The portal's fields in their order, each with what is on record for it and from which day: a
    /// fact that is younger than the last sending is to be copied anew.
    private func pasteSheet(_ last: PEP?, _ next: PEP?, _ facts: PupilFacts) -> [ReportBlock] {
        let profile = pack.profile(of: facts.authority(on: today, of: school))
        guard let portal = profile.portal else {
            return [.text("The fields of the authority's portal are not known.")]
        }
        let sheet = PasteSheet(self, facts, last: last, next: next)
        let rows = portal.fields.map { field -> [ReportWords] in
            let found = sheet.entry(for: field)
            return [
                ReportWords(field),
                found.map { ReportWords.typed($0.words, ids: ids($0.ids)) }
                    ?? ReportWords("not kept here"),
                ReportWords(found?.since?.dayMonthYear ?? ""),
                ReportWords(sheet.isStale(found) ? "changed since it was sent" : ""),
            ]
        }
        let name = portal.name ?? "the authority's form"
        let whose = profile.isGeneral ? "as most authorities have it" : "for \(profile.name)"
        return [
            .text("What \(name) asks for, in its order, \(whose)."),
            .table(
                ReportTable(
                    "paste", "Paste sheet: \(name)",
                    ["Field", "On record", "Since", "To copy"].map { ReportTable.Column($0) },
                    rows)),
        ]
    }
}

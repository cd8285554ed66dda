import Domain

extension ReportDesk {
    // MARK: Return

    /// What a Virtual School asks of each of its children, by authority, and nothing else of the child.
    var virtualSchoolReturn: [ReportSection] {
        let children = model.children.filter { $0.labels.contains(.cla) }
        let byAuthority = Dictionary(grouping: children) { child in
            child.facts.authority(on: today, of: school) ?? "Authority not on record"
        }
        guard !children.isEmpty else {
            return [
                ReportSection("Children", [.text("No child of any authority is looked after.")])
            ]
        }
        return byAuthority.keys.sorted { $0.folded < $1.folded }.enumerated().map { place, name in
            let own = byAuthority[name] ?? []
            let table = ReportTable(
                "return-\(place + 1)", "\(name): \(Self.children(own.count)) looked after",
                [
                    "Child", "Attendance, %", "Judgement", "PEP held", "Sent", "Grade", "Voice",
                    "Targets met", "PP+ unspent",
                ].map { ReportTable.Column($0, isNumber: $0 == "PP+ unspent") },
                own.map(row))
            let missing = own.filter { lastPEP($0.facts) == nil }.count
            return ReportSection(
                name,
                [.table(table)]
                    + (missing == 0
                        ? []
                        : [
                            .gap(
                                ReportGap(
                                    "\(missing) of \(Self.children(own.count)) without a PEP on record",
                                    .pepPlan))
                        ]))
        }
    }

    private func row(_ child: Child) -> [ReportWords] {
        let facts = child.facts
        let pep = lastPEP(facts)
        let targets = facts.targets.filter { $0.isReviewed(by: today) }
        let judgements = Progress.Subject.allCases.compactMap { subject -> String? in
            let last = facts.progress.filter {
                $0.subject == subject && $0.on <= today && $0.judgement != nil
            }.max { ($0.on, $0.id) < ($1.on, $1.id) }
            return last?.judgement.map { "\(subject.rawValue) \($0.rawValue)" }
        }
        return [
            ReportWords(name(child.ref), ids: ids(["pupil:\(child.ref)"])),
            ReportWords(facts.attendance(upTo: today, under: pack).percent ?? "not known"),
            ReportWords(judgements.isEmpty ? "none" : judgements.joined(separator: ", ")),
            ReportWords(pep?.day.dayMonthYear ?? "none"),
            ReportWords(pep?.sent(by: today)?.dayMonthYear ?? "not sent"),
            ReportWords(pep?.grade ?? "none"),
            ReportWords(pep.map { $0.hasPupilViews ? "yes" : "no" } ?? "no"),
            ReportWords(
                "\(targets.count { $0.outcome == "met" }) of \(targets.count)",
                ids: ids(rows: targets)),
            ReportWords(model.plusRemaining(child.ref)?.words ?? "none of its own"),
        ]
    }

    // MARK: Handover

    /// What somebody takes over: open duties by week, promises, drafts, where papers are.
    var handover: [ReportSection] {
        [
            ReportSection("Open duties by week", [.table(openDuties)]),
            ReportSection("Promised", [.table(promises)]),
            ReportSection("Begun and not finished", drafts),
            ReportSection("Where papers are", [.table(papers)]),
        ]
    }

    private var openDuties: ReportTable {
        let open = model.allDuties.filter(\.state.isOpen).sorted(by: Duty.inOrder)
        let rows = open.map { duty -> [ReportWords] in
            [
                ReportWords(week(duty), ids: ids(duties: [duty])),
                ReportWords(name(of: duty.subject)), ReportWords(duty.title),
                ReportWords(duty.state.word), ReportWords(duty.due?.dayMonthYear ?? "no day"),
                ReportWords(duty.next?.words ?? ""),
            ]
        }
        return ReportTable(
            "open", "Open duties by the week in which they are due",
            ["Week of", "Who", "Duty", "State", "Due", "Next"].map { ReportTable.Column($0) },
            rows, empty: "Nothing is open.")
    }

    private func week(_ duty: Duty) -> String {
        guard let due = duty.due else { return "no day" }
        return due < today ? "late" : due.monday.dayMonthYear
    }

    /// What somebody undertook at a PEP or a meeting and has not done.
    private var promises: ReportTable {
        let all =
            school.actions.map { (action: $0, whose: "School") }
            + model.children.flatMap { child in
                child.facts.actions.map { (action: $0, whose: name(child.ref)) }
            }
        let rows = all.filter { $0.action.done(by: today) == nil }
            .sorted { ($0.action.due, $0.action.id) < ($1.action.due, $1.action.id) }
            .map { action, whose -> [ReportWords] in
                [
                    ReportWords(action.due.dayMonthYear, ids: ids(rows: [action])),
                    ReportWords(whose), .typed(action.what),
                    ReportWords(model.staffName(action.owner)),
                ]
            }
        return ReportTable(
            "promised", "What is promised, to whom, by whom",
            ["By", "For", "What", "Who does it"].map { ReportTable.Column($0) }, rows,
            empty: "Nothing that was promised is open.")
    }

    private var drafts: [ReportBlock] {
        [
            .list(
                model.drafts.isEmpty
                    ? ["No form is begun and not finished."]
                    : model.drafts.map { draft in
                        ReportWords(
                            "\(name(of: draft.subject)): \(draft.title), since "
                                + draft.at.londonDay.long)
                    })
        ]
    }

    /// Papers whose place is on record.
    private var papers: ReportTable {
        let policies = school.linkedPolicies.map { row in
            (row.record["title"].isEmpty ? row.policy : row.record["title"], row.record)
        }
        let attested = school.attestations.map { ("Evidence for \($0.clause)", $0.record) }
        let trainings = school.training.map { ("Training: \($0.title)", $0.record) }
        let meetings = school.meetings.map { ($0.kind.words.sentenceCase, $0.record) }
        let rows = (policies + attested + trainings + meetings)
            .filter { !$0.1["where"].isEmpty }
            .map { what, record -> [ReportWords] in
                [
                    .typed(what, ids: ids(["\(record.kind.rawValue) \(record.key)"])),
                    .typed(record["where"]),
                ]
            }
        return ReportTable(
            "papers", "Papers and where they are kept",
            [ReportTable.Column("Paper"), ReportTable.Column("Where")], rows,
            empty: "Where papers are kept is not on record.")
    }
}

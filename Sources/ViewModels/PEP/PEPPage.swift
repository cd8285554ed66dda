import Domain

extension PageContent {
    /// One PEP: how far it has come, what it lacks before it is sent, the child's words, its
    /// targets and its people.
    static func pep(_ id: String, _ model: Model) -> PageContent? {
        guard let pep = model.facts.record(RecordKey(kind: .peps, parts: [id])).map(PEP.init),
            let facts = model.facts.owner(of: pep.record).flatMap({ model.facts.pupils[$0] })
        else { return nil }
        let stage = model.stage(of: pep, facts)
        let duties = model.duties(of: facts.ref).filter { duty in
            duty.topic == .pep && duty.reference == .record(id)
        }
        return PageContent(
            title: "PEP", subject: facts.ref,
            header: model.childHeader(
                facts.pupil, "PEP of \(pep.day.long)\(pep.heldOn == nil ? pep.timeWords : "")")
                + [TextLine(stage.headline(pep))],
            sheets: sheets(pep, stage, facts, duties, model), begins: "check",
            detail: { $0.full.isEmpty ? $1.dutyDetail(of: $0) : $0.full },
            duty: duties.first { $0.state.isPressing }?.id)
    }

    /// Who may not see what was said at a PEP sees no such pane.
    private static func sheets(
        _ pep: PEP, _ stage: PEPStage, _ facts: PupilFacts, _ duties: [Duty], _ model: Model
    ) -> [Sheet] {
        let seesRecord = model.access.sees(.pepRecord)
        var sheets = [Sheet.chain(stage, pep, model)]
        if !pep.isCancelled { sheets.append(.selfCheck(of: pep, facts, model)) }
        if seesRecord { sheets.append(.voice(of: pep, model)) }
        sheets.append(.targets(of: pep, facts, model))
        if seesRecord { sheets.append(.people(of: pep, facts, model)) }
        sheets.append(
            Sheet(
                id: "duties", digit: 2, title: "Duties", counts: duties.stateCounts,
                content: .list(OwnDutyRow.columns, duties.map { OwnDutyRow.item($0) }),
                empty: "No rule asks anything of this PEP."))
        let note = pep.record["note"]
        if !note.isEmpty { sheets.append(.note(note)) }
        return sheets
    }
}

extension Model {
    /// How far a PEP has come today, as far as this person sees it.
    func stage(of pep: PEP, _ facts: PupilFacts) -> PEPStage {
        PEPStage(pep, of: facts, on: today, under: pack)
    }

    func sees(_ topics: [Topic]) -> Bool { topics.allSatisfy(access.sees) }
}

extension PEPStage {
    /// `Sent back on Tue 1 Dec 2026`, `Held, to sign off`; the day of the PEP stands beside it.
    fileprivate func headline(_ pep: PEP) -> [Phrase] {
        var text = words.sentenceCase
        var tone = Tone.normal
        switch present?.step {
        case .written, .sent: text += present?.on.map { " on \($0.long)" } ?? ""
        case .sentBack:
            text += present?.on.map { " on \($0.long)" } ?? ""
            tone = .warning
        case .planned, .invited, .held, .graded, nil: break
        }
        return [Phrase(text, tone)] + (pep.kind.words.map { [Phrase(" · \($0)")] } ?? [])
    }

    /// `planned for 3 Nov ✓ · invited 20 Oct ✓ · held 3 Nov ✓ · written – · sent – · graded –`.
    ///
    /// - Parameter isSeen: whether a step may be told to whoever looks.
    fileprivate func chain(of pep: PEP, _ isSeen: (Step) -> Bool) -> [Phrase] {
        let parts = links.filter { isSeen($0.step) }.map { phrases($0, pep.timeWords) }
        return Array(parts.joined(separator: [Phrase(" · ", .muted)]))
    }

    private func phrases(_ link: Link, _ time: String) -> [Phrase] {
        let name = link.step.words
        guard link.isReached else { return [Phrase("\(name) –", .muted)] }
        let day = link.on.map { " \($0.dayAndMonth)" } ?? ""
        switch link.step {
        case .planned:
            return [
                Phrase(name + (day.isEmpty ? "" : " for\(day)\(time)")), Phrase(" "),
                hasSlipped ? DutyState.overdue.phrase : DutyState.met.phrase,
            ]
        case .sentBack:
            // One that was sent again is past.
            let isNow = present?.step == .sentBack
            return isNow
                ? [Phrase("\(name)\(day) ", .warning), DutyState.overdue.phrase]
                : [Phrase(name + day, .muted)]
        case .graded:
            return [Phrase("\(name) \(grade ?? "")", .strong), Phrase(" "), DutyState.met.phrase]
        case .invited, .held, .written, .sent:
            return [Phrase(name + day), Phrase(" "), DutyState.met.phrase]
        }
    }
}

extension PEP.Kind {
    /// What is said of one that is no usual meeting.
    fileprivate var words: String? {
        switch self {
        case .meeting: nil
        case .review: "a review by the Designated Teacher alone"
        case .interim: "an interim PEP"
        }
    }
}

extension Sheet {
    /// The steps on one line, what the authority asks for, and the day of the next PEP.
    fileprivate static func chain(_ stage: PEPStage, _ pep: PEP, _ model: Model) -> Sheet {
        var lines = [TextLine(stage.chain(of: pep) { model.sees($0.topics) })]
        if let returned = pep.returned(by: model.today), let why = pep.returnedWhy {
            let isNow = stage.present?.step == .sentBack
            lines.append(
                TextLine("Sent back \(returned.long): \(why)", isNow ? .warning : .normal))
        }
        if let next = pep.nextOn { lines.append(TextLine("Next PEP: \(next.long)")) }
        return Sheet(id: "chain", title: "How far it has come", content: .text(lines))
    }

    /// The child's own words, as they were said.
    fileprivate static func voice(of pep: PEP, _ model: Model) -> Sheet {
        let isToCome = pep.heldOn.map { $0 > model.today } ?? false
        let voice = isToCome ? "" : pep.voice ?? ""
        var lines: [String] =
            voice.isEmpty
            ? []
            : voice.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                .map { String($0) }
        if let last = lines.indices.last {
            lines[0] = "“" + lines[0]
            lines[last] += "”"
        }
        return Sheet(
            id: "voice", digit: 5, title: "The child's words",
            content: .text(lines.map { TextLine($0) }),
            empty: pep.hasPupilViews
                ? "The child's views are in this PEP, not in the child's own words."
                : "Nothing that the child said is on record.")
    }

    fileprivate static func note(_ text: String) -> Sheet {
        Sheet(
            id: "note", digit: 3, title: "Note",
            content: .text(
                text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
                    .map { TextLine(String($0)) }))
    }
}

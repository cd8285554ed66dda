extension RuleID {
    public static let gap: RuleID = "gap"
}

extension Rule {
    static let gapRules: [Rule] = [gap]

    /// AIM-3, INT-6: the gap to other pupils closes, subject by subject.
    private static let gap = Rule(
        .gap, "The gap to other pupils closes", clauses: ["AIM-3", "INT-6"], .threshold, .learning,
        next: NextAction(.intervention, "Decide what narrows the gap"),
        whenUnknown: NextAction(.progress, "Enter judgements and figures"),
        .school { context in
            [Progress.Subject.reading, .writing, .maths].flatMap { subject in
                TermName.allCases.compactMap { gap(subject, $0, context) }
            }
        })

    private static func gap(
        _ subject: Progress.Subject, _ name: TermName, _ context: SchoolContext
    ) -> Ruling? {
        let term = context.calendar.terms(of: context.year).first { $0.name == name }
        if let term, term.start > context.today { return nil }
        let isOver = term.map { context.calendar.lastSchoolDay(of: $0) < context.today } ?? false
        let peers = context.peers(subject, context.year, name)
        guard isOver || !peers.isEmpty else { return nil }
        let reference = Duty.Reference.judgements(context.year, name, subject)
        guard let term, let now = Gap(subject, term, context) else {
            let judged = term.map { context.lastJudgements(subject, $0) } ?? []
            let reason: Reason =
                if term == nil {
                    .noTerm(name, context.year)
                } else if judged.isEmpty {
                    .noJudgement(subject, name)
                } else {
                    .noPeers(subject.rawValue)
                }
            return Ruling(
                reference: reference, due: nil, state: .unknown, reason: reason,
                evidence: peers.map(\.key)
            ) {
                Working(
                    facts: peers.facts(orNone: "no figure of other pupils on record")
                        + judged.facts(orNone: "no judgement of the term on record"),
                    sum: reason.sentence(in: context.year),
                    leastAct: gapAct(subject, term, judged.isEmpty, peers, context))
            }
        }
        let before = context.calendar.terms.last { earlier in
            earlier.start < term.start && Gap(subject, earlier, context) != nil
        }.flatMap { earlier in Gap(subject, earlier, context).map { (earlier, $0) } }
        let isClosing = before.map { now.size > $0.1.size } ?? false
        return Ruling(
            reference: reference, due: nil,
            state: now.size >= .zero || isClosing ? .met : .overdue,
            reason: .gap(
                subject,
                GapFound(
                    points: now.size.words.filter { $0 != "−" }, isBehind: now.size < .zero,
                    isClosing: isClosing, expected: now.expected, judged: now.judged.count,
                    before: before?.1.size.words)),
            evidence: (now.judged.map(\.key) + peers.map(\.key))
        ) {
            Working(
                facts: now.judged.map(\.fact) + peers.map(\.fact),
                sum: "\(now.expected) of \(now.judged.count) at the expected standard, less "
                    + "\(now.peers.words) % of other pupils = \(now.size.words)"
                    + (before.map { "; \($0.0.label) it was \($0.1.size.words)" } ?? ""))
        }
    }

    /// What is not on record, made up: a judgement of one child, a figure of other pupils, the term.
    private static func gapAct(
        _ subject: Progress.Subject, _ term: Term?, _ needsJudgement: Bool, _ peers: [PeerFigure],
        _ context: SchoolContext
    ) -> LeastAct? {
        guard let term else {
            return .enterTerms(context.year, known: context.calendar.terms(of: context.year))
        }
        let words = "record a judgement of the term, and the figure of other pupils"
        guard let child = context.knownPupils.first else {
            return .addKnownChild(context.facts, on: context.today, then: words)
        }
        let judgement = Record.example(
            .progress,
            [
                "progress_id": exampleID(child.ref), "pupil": child.ref.text,
                "on": min(term.end, context.today).iso, "subject": subject.rawValue,
                "source": Progress.Source.data.rawValue,
                "judgement": Progress.Judgement.expected.rawValue,
            ])
        let figure = Record.example(
            .peers,
            [
                "academic_year": term.year.label, "year_group": child.pupil.yearGroup,
                "measure": subject.rawValue, "term": term.name.rawValue, "value": "50",
                "pupils": "20",
            ])
        return LeastAct(
            needsJudgement ? .progress : .peers,
            words,
            (needsJudgement ? [.put(judgement)] : [])
                + (Ratio(weighted: peers) == nil ? [.put(figure)] : []))
    }
}

/// How the children known today stand in a subject and term, beside other pupils.
struct Gap {
    /// The last judgement of each child.
    let judged: [Progress]
    /// How many of them are at the expected standard or above.
    let expected: Int
    let peers: Ratio
    /// Their share less that of other pupils, in per cent; below zero where they are behind.
    let size: Ratio

    /// `nil` without a judgement, or without figures of other pupils.
    init?(_ subject: Progress.Subject, _ term: Term, _ context: SchoolContext) {
        let judged = context.lastJudgements(subject, term)
        let expected = judged.count { $0.judgement?.isExpectedOrAbove == true }
        guard let peers = Ratio(weighted: context.peers(subject, term.year, term.name)),
            let own = Ratio(percent: expected, of: judged.count)
        else { return nil }
        (self.judged, self.expected, self.peers, size) = (judged, expected, peers, own - peers)
    }
}

extension SchoolContext {
    /// Other pupils' figures of a subject and term.
    func peers(
        _ subject: Progress.Subject, _ year: AcademicYear, _ term: TermName
    ) -> [PeerFigure] {
        school.peers.filter {
            $0.measure == subject.rawValue && $0.year == year && $0.term == term
        }
    }

    /// The last judgement of each child known today in a subject and term, up to today.
    func lastJudgements(_ subject: Progress.Subject, _ term: Term) -> [Progress] {
        (judgements[subject] ?? []).compactMap { ofChild in
            ofChild.last { term.contains($0.on) }
        }
    }
}

import Domain

extension Sheet {
    /// Judgements by subject, the latest first, beside those of other pupils of the same year group
    /// and term.
    static func progress(_ facts: PupilFacts, _ model: Model) -> Sheet {
        let rows = facts.progress.filter { $0.on <= model.today }
        let items = Progress.Subject.allCases.flatMap { subject -> [SheetItem] in
            let own = rows.filter { $0.subject == subject }
                .sorted { ($0.on, $0.id) > ($1.on, $1.id) }
            guard !own.isEmpty else { return [] }
            return [.heading("subject \(subject.rawValue)", subject.rawValue.sentenceCase)]
                + own.map { item($0, facts, model) }
        }
        return Sheet(
            id: "progress", digit: 8, title: "Progress",
            content: .list(
                [
                    TableColumn("On", minimum: 11), TableColumn("", minimum: 4),
                    TableColumn("Progress", minimum: 11),
                    TableColumn("From", minimum: 14, priority: 1),
                    TableColumn("Other pupils at EXS+", minimum: 20),
                    TableColumn("", minimum: 10, share: 1, priority: 2),
                ], items),
            notes: items.isEmpty
                ? []
                : [
                    TextLine(
                        "PK below, WTS towards, EXS at, GDS above the expected standard; other "
                            + "pupils of the year group and term, with their number.", .muted)
                ], empty: "No judgement is on record.")
    }

    private static func item(
        _ progress: Progress, _ facts: PupilFacts, _ model: Model
    ) -> SheetItem {
        let judgement = progress.judgement?.rawValue ?? ""
        let source = progress.source.rawValue.roleWords
        let peers = model.peers(progress, facts.pupil.yearGroup)
        let note = progress.record["note"]
        let tone: Tone =
            switch progress.progress {
            case .below: .overdue
            case .accelerated: .met
            case .expected, nil: .normal
            }
        return .record(
            progress.key,
            [
                [Phrase(progress.on.dayMonthYear)], [Phrase(judgement, .strong)],
                [Phrase(progress.progress?.rawValue ?? "", tone)], [Phrase(source, .muted)],
                [Phrase(peers)], [Phrase(note, .muted)],
            ],
            spoken: [
                "\(progress.subject.rawValue) \(progress.on.dayMonthYear)", judgement,
                progress.progress.map { "progress \($0.rawValue)" } ?? "", source,
                peers.isEmpty ? "" : "other pupils at EXS or above \(peers)", note,
            ], full: note.isEmpty ? [] : [TextLine(note)])
    }

    /// What the child needs and what helps, the latest first, and the reviews of SEN.
    static func needs(_ facts: PupilFacts, _ model: Model) -> Sheet {
        let profiles = facts.profiles.filter { $0.on <= model.today }.sorted { $0.on > $1.on }.map {
            profile in
            let strategies = profile.strategies ?? ""
            return SheetItem.record(
                profile.key,
                [
                    [Phrase(profile.on.dayMonthYear)], [Phrase("needs")],
                    [Phrase(profile.needs.oneLine)], [Phrase(strategies.oneLine)],
                ],
                spoken: [profile.on.dayMonthYear, "needs \(profile.needs)", strategies],
                full: [TextLine(profile.needs), TextLine(strategies)].filter { !$0.text.isEmpty })
        }
        let reviews = facts.senReviews.filter {
            $0.plannedFor != nil || $0.held(by: model.today) != nil
        }
        .sorted { ($0.day, $0.id) > ($1.day, $1.id) }
        .map { item($0, model) }
        let sen = facts.pupil.sen?.words ?? "SEN not on record"
        let disabled = facts.pupil.isDisabled == true ? " · disabled" : ""
        return Sheet(
            id: "needs", digit: 9, title: "Needs and SEND",
            content: .list(
                [
                    TableColumn("On", minimum: 11), TableColumn("", minimum: 12),
                    TableColumn("", minimum: 20, share: 1),
                    TableColumn("", minimum: 20, share: 1, priority: 1),
                ],
                profiles
                    + (reviews.isEmpty
                        ? [] : [.heading("reviews", "SEN plans and reviews")] + reviews)),
            notes: model.access.sees(.sen)
                ? [TextLine(sen.sentenceCase + disabled, .muted)] : [],
            empty: "No needs profile and no SEN review is on record.")
    }

    private static func item(_ review: SENReview, _ model: Model) -> SheetItem {
        let held = review.held(by: model.today)
        let day = held ?? review.plannedFor
        let targets = review.hasTargets == true ? "with targets" : "without targets"
        let asked =
            review.invited.isEmpty
            ? "" : "invited " + review.invited.map(\.rawValue.roleWords).joined(separator: ", ")
        let views =
            review.views.isEmpty
            ? "" : "views of " + review.views.map(\.rawValue.roleWords).joined(separator: ", ")
        let what = [held == nil ? "planned" : "held, \(targets)", asked, views]
            .filter { !$0.isEmpty }.joined(separator: "; ")
        let kind = review.kind.words
        return .record(
            review.key,
            [
                [Phrase(day?.dayMonthYear ?? "")], [Phrase(kind)],
                [Phrase(what, held == nil ? .soon : .normal)], [],
            ], spoken: [day?.dayMonthYear ?? "", kind, what], full: [TextLine("\(kind): \(what)")])
    }

    /// The questionnaire's scores with their bands, the latest first.
    static func questionnaires(_ facts: PupilFacts, _ model: Model) -> Sheet {
        let items = facts.sdqs.filter { $0.on <= model.today }
            .sorted { ($0.on, $0.id) > ($1.on, $1.id) }
            .map { sdq in
                let total = sdq.totalWords(model.pack)
                let scales = sdq.scaleWords(model.pack)
                return SheetItem.record(
                    sdq.key,
                    [
                        [Phrase(sdq.on.dayMonthYear)], [Phrase(sdq.informant.rawValue)],
                        [Phrase(total, .strong)], [Phrase(scales, .muted)],
                    ], spoken: [sdq.on.dayMonthYear, sdq.informant.rawValue, total, scales],
                    full: [TextLine("\(total): \(scales)")])
            }
        return Sheet(
            id: "sdq", title: "Questionnaires (SDQ)",
            content: .list(
                [
                    TableColumn("On", minimum: 11), TableColumn("By", minimum: 7),
                    TableColumn("Total", minimum: 20, share: 1),
                    TableColumn("", minimum: 20, share: 3, priority: 1),
                ], items), empty: "No questionnaire is on record.")
    }
}

extension SDQ {
    /// `total 17 slightly raised`; the form for 2 to 4 is kept and not scored.
    fileprivate func totalWords(_ pack: PolicyPack) -> String {
        guard form == .school else { return "not scored (form 2-4)" }
        guard let total = SDQScore(answers: answers).total else { return "too few answers" }
        return "total \(total)" + bandWords(total, nil, pack)
    }

    fileprivate func scaleWords(_ pack: PolicyPack) -> String {
        guard form == .school else { return "" }
        let score = SDQScore(answers: answers)
        return SDQScore.Scale.allCases.compactMap { scale in
            score.scales[scale].map { "\(scale.rawValue) \($0)\(bandWords($0, scale, pack))" }
        }.joined(separator: ", ")
    }

    private func bandWords(_ score: Int, _ scale: SDQScore.Scale?, _ pack: PolicyPack) -> String {
        let band = pack.sdqBands(of: informant)?.band(of: score, on: scale)
        return band.map { " \($0.words(isKindness: scale == .prosocial))" } ?? ""
    }
}

extension Model {
    /// `68.4 % of 57`: other pupils of a year group at the expected standard or above in the subject
    /// and term of a judgement.
    fileprivate func peers(_ progress: Progress, _ yearGroup: String) -> String {
        guard let term = facts.school.calendar.term(on: progress.on) else { return "" }
        let figure = facts.school.peers.first {
            $0.measure == progress.subject.rawValue && $0.yearGroup == yearGroup
                && $0.year == term.year && $0.term == term.name
        }
        return figure.map { "\($0.value.words) % of \($0.pupils)" } ?? ""
    }
}

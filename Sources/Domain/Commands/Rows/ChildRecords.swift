extension ActionSpec {
    static let decision = record(
        .decision, .decisions, "Record a decision", short: "decision",
        help: "Support or none, a responsibility or none, not to act for now: with its reason.",
        prefix: "D",
        [
            .onToday(.decisions, "on"),
            .column(
                .decisions, "about",
                standard: { context, _ in context.asked(\.decision)?.rawValue }),
            .column(.decisions, "outcome", hint: "what was decided"),
            .column(.decisions, "reason", hint: "why, and who agreed", required: true),
        ])

    static let intervention = record(
        .intervention, .interventions, "Record support", short: "support",
        help: "What a child gets beyond the others, by whom, and who oversees it.", prefix: "N",
        [
            .column(.interventions, "name", "What", hint: "such as Talk group"),
            .column(.interventions, "level"), .onToday(.interventions, "from"),
            .column(.interventions, "to", hint: "empty while it runs"),
            .by(.interventions, "led_by", actor: false),
            .by(.interventions, "overseen_by", actor: false),
            .column(.interventions, "hours", hint: "a week"),
            .column(.interventions, "target_id", "Target", hint: "that it serves"),
        ])

    static let progress = record(
        .progress, .progress, "Record progress", short: "progress",
        help: "How the child stands in a subject, by data, teacher's report, books or provider.",
        prefix: "G",
        [
            .onToday(.progress, "on"), .column(.progress, "subject"),
            .column(.progress, "source"),
            .column(.progress, "judgement", hint: "against age: PK, WTS, EXS, GDS"),
            .column(.progress, "progress"), .column(.progress, "score"),
            .column(.progress, "note"),
        ])

    static let check = record(
        .check, .checks, "Record a classroom check", short: "classroom check",
        help: "An observation, learning walk or other look at how the child is taught.",
        prefix: "K",
        [
            .onToday(.checks, "on"), .column(.checks, "kind"), .by(.checks, "by"),
            .column(.checks, "note"),
        ])

    static let responsibility = record(
        .responsibility, .responsibilities, "Record a responsibility", short: "responsibility",
        help: "A post that the child holds in the school.",
        [
            .column(.responsibilities, "role", hint: "such as School council"),
            .onToday(.responsibilities, "from"),
            .column(.responsibilities, "to", hint: "empty while it holds"),
        ])

    static let profile = record(
        .profile, .profiles, "Write a needs profile", short: "needs profile",
        help: "What the child needs, and what helps.",
        [
            .onToday(.profiles, "on"),
            .column(
                .profiles, "needs", hint: "what the child needs of those who teach",
                standard: { context, entries in context.lastProfile(entries)?["needs"] }),
            .column(
                .profiles, "strategies", hint: "what helps",
                standard: { context, entries in context.lastProfile(entries)?["strategies"] }),
        ])

    static let senReview = record(
        .senReview, .senReviews, "Record a SEN plan or review", short: "SEN review",
        help: "A plan or review, also of an EHCP, with who was invited and gave views.",
        prefix: "SR",
        [
            .column(
                .senReviews, "kind",
                standard: { context, _ in context.asked(\.senReview)?.rawValue }),
            .column(.senReviews, "planned_for"), .column(.senReviews, "held_on"),
            .column(.senReviews, "targets", hint: "whether it sets targets"),
            .column(.senReviews, "invited"), .column(.senReviews, "views"),
        ]
    ) { $0.needOneOf("planned_for", "held_on") }

    static let alternativeProvision = record(
        .alternativeProvision, .alternativeProvision, "Record alternative provision",
        short: "alternative provision",
        help: "Where else the child is taught, for how long, who agreed, when it is reviewed.",
        prefix: "AP",
        [
            .column(.alternativeProvision, "provider"),
            .onToday(.alternativeProvision, "from"),
            .column(.alternativeProvision, "to", hint: "the last day that is agreed"),
            .column(.alternativeProvision, "hours_here", hint: "a week"),
            .column(.alternativeProvision, "hours_there", hint: "a week"),
            .column(
                .alternativeProvision, "part_time", hint: "fewer hours than the others have",
                standard: { _, _ in "no" }),
        ]
            + [
                "parent_agreed_on", "social_care_agreed_on", "quality_checked_on", "review_by",
                "reviewed_on", "reported_on",
            ].map { .column(.alternativeProvision, $0) })

    static let census = record(
        .census, .census, "Record what the census asks", short: "census",
        help: "Post looked-after arrangements, kinship care, young carer, service child.",
        [
            .onToday(.census, "on"), .column(.census, "post_looked_after"),
            .column(.census, "kinship"), .column(.census, "young_carer"),
            .column(.census, "service_child"),
        ])

    static let sdq = record(
        .sdq, .sdq, "Record an SDQ", short: "SDQ",
        help: "The 25 answers of the questionnaire, item 1 first; - where there is none.",
        prefix: "Q",
        [
            .onToday(.sdq, "on"), .column(.sdq, "informant", "By"),
            .column(
                .sdq, "form",
                standard: { context, entries in
                    guard let born = context.pupil(entries)?.pupil.born else { return nil }
                    return born.addingYears(4) > context.today ? "2-4" : "4-17"
                }),
            FieldSpec.column(.sdq, "answers", hint: "25 of 0 1 2 -, item 1 first")
                .echoing { text, context, entries in
                    SDQWords.of(text, context, entries)
                },
        ])
}

extension CommandContext {
    fileprivate func lastProfile(_ entries: Entries) -> Record? {
        pupil(entries)?.profiles.map(\.record).max { $0["on"] < $1["on"] }
    }
}

extension Recording {
    /// A fault where neither of two days is filled.
    mutating func needOneOf(_ first: String, _ second: String) {
        if self[first].isEmpty, self[second].isEmpty {
            fault(first, "is missing, as is the day on which it was held", cause: .missing)
        }
    }
}

/// The scores of answers while they are typed.
enum SDQWords {
    static func of(_ text: String, _ context: CommandContext, _ entries: Entries) -> String? {
        let count = text.count
        guard count == 25 else { return count == 0 ? nil : "\(count) of 25 answers" }
        guard entries["form"] != "2-4" else { return "stored; the form for 2 to 4 is not scored" }
        let score = SDQScore(answers: text.map(\.wholeNumberValue))
        guard let total = score.total else { return "too few answers for a total" }
        let informant = SDQ.Informant(rawValue: entries["informant"])
        func words(_ score: Int, _ scale: SDQScore.Scale?) -> String {
            let band = informant.flatMap { context.pack.sdqBands(of: $0) }?
                .band(of: score, on: scale)
            return band.map { " \($0.words(isKindness: scale == .prosocial))" } ?? ""
        }
        let scales = SDQScore.Scale.allCases.compactMap { scale in
            score.scales[scale].map { "\(scale.rawValue) \($0)\(words($0, scale))" }
        }
        return "total \(total)\(words(total, nil)); " + scales.joined(separator: ", ")
    }
}

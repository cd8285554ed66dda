extension ActionSpec {
    static let decision = enter(
        .decision, .decisions, "Record a decision", short: "decision",
        help: "Support or none, a responsibility or none, not to act for now: with its reason.",
        prefix: "D",
        [
            .today("on"),
            .column("about", standard: { context, _ in context.asked(\.decision)?.rawValue }),
            .column("outcome", hint: "what was decided"),
            .column("reason", hint: "why, and who agreed", required: true),
        ])

    static let intervention = enter(
        .intervention, .interventions, "Record support", short: "support",
        help: "What a child gets beyond the others, by whom, and who oversees it.", prefix: "N",
        [
            .column("name", "What", hint: "such as Talk group"), "level", .today("from"),
            .column("to", hint: "empty while it runs"), .by("led_by", actor: false),
            .by("overseen_by", actor: false), .column("hours", hint: "a week"),
            .column("target_id", "Target", hint: "what it is for"),
        ])

    static let progress = enter(
        .progress, .progress, "Record progress", short: "progress",
        help: "How the child stands in a subject, by data, teacher's report, books or provider.",
        prefix: "G",
        [
            .today("on"), "subject", "source",
            .column("judgement", hint: "against what is expected of the age"), "progress", "score",
            "note",
        ])

    static let check = enter(
        .check, .checks, "Record a classroom check", short: "classroom check",
        help: "An observation, learning walk or other look at how the child is taught.",
        prefix: "K", [.today("on"), "kind", .by("by"), "note"])

    static let responsibility = enter(
        .responsibility, .responsibilities, "Record a responsibility", short: "responsibility",
        help: "A post that the child holds in the school.",
        [
            .column("role", hint: "such as School council"), .today("from"),
            .column("to", hint: "empty while it holds"),
        ])

    static let profile = enter(
        .profile, .profiles, "Write a needs profile", short: "needs profile",
        help: "What the child needs, and what helps.",
        [
            .today("on"),
            .column(
                "needs", hint: "what the child needs of those who teach",
                standard: { context, entries in context.lastProfile(entries)?["needs"] }),
            .column(
                "strategies", hint: "what helps",
                standard: { context, entries in context.lastProfile(entries)?["strategies"] }),
        ])

    static let senReview = enter(
        .senReview, .senReviews, "Record a SEN plan or review", short: "SEN review",
        help: "A plan or review, also of an EHCP, with who was invited and gave views.",
        prefix: "SR",
        [
            .column("kind", standard: { context, _ in context.asked(\.senReview)?.rawValue }),
            "planned_for", "held_on", .column("targets", hint: "whether it sets targets"),
            "invited", "views", .paper,
        ]
    ) { $0.needOneOf("planned_for", "held_on") }

    static let alternativeProvision = enter(
        .alternativeProvision, .alternativeProvision, "Record alternative provision",
        short: "alternative provision",
        help: "Where else the child is taught, for how long, who agreed, when it is reviewed.",
        prefix: "AP",
        [
            "provider", .today("from"), .column("to", hint: "the last day that is agreed"),
            .column("hours_here", hint: "a week"), .column("hours_there", hint: "a week"),
            .column(
                "part_time", hint: "fewer hours than the others have",
                standard: { _, _ in "no" }),
            "parent_agreed_on", "social_care_agreed_on", "quality_checked_on", "review_by",
            "reviewed_on", "reported_on",
        ])

    static let census = enter(
        .census, .census, "Record what the census asks", short: "census",
        help: "Post looked-after arrangements, kinship care, young carer, service child.",
        [.today("on"), "post_looked_after", "kinship", "young_carer", "service_child"])

    static let sdq = enter(
        .sdq, .sdq, "Record an SDQ", short: "SDQ",
        help: "The 25 answers of the questionnaire, item 1 first; - where there is none.",
        prefix: "Q",
        [
            .today("on"), .column("informant", "By"),
            .column(
                "form",
                standard: { context, entries in
                    guard let born = context.pupil(entries)?.pupil.born else { return nil }
                    return born.addingYears(4) > context.today ? "2-4" : "4-17"
                }),
            .column(
                "answers",
                hint: "25 figures in order: 0 not true, 1 somewhat, 2 certainly, - left out"
            ).echoing(SDQWords.of),
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

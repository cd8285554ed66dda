import Domain

extension Story {
    /// A child of a large school, beyond the fourteen: statuses as common as they are, most things
    /// done, some not.
    static func further(stages: Int, in school: SchoolStory, _ dice: inout Dice) -> Story {
        // In a school that keeps its policy every term of the year owes them the same.
        let since = (school == .kept ? 800 : 30) + dice.below(500)
        var story = Story(stage: dice.below(stages), statuses: [])
        switch dice.below(100) {
        case ..<45: story.statuses = [Status(kind: .cin, from: since)]
        case ..<62:
            let category = dice.pick(["neglect", "emotional", "physical", "sexual"])
            story.statuses = [Status(kind: .cp, from: since / 2, category: category)]
        case ..<78: story.beLookedAfter(since, &dice)
        case ..<86:
            story.statuses = [
                Status(kind: .cla, from: since + 700, to: since + 1, legal: .e1),
                Status(kind: .pla, from: since),
            ]
            story.money.allowance = [.plusPreviouslyLookedAfter: 2500]
        default: story.statuses = [Status(kind: .cin, from: since + 600, to: since)]
        }
        story.sen = dice.pick(["N", "N", "K", "K", "E"])
        if school == .busy { story.live(&dice) }
        return story
    }

    private mutating func beLookedAfter(_ since: Int, _ dice: inout Dice) {
        statuses = [
            Status(
                kind: .cla, from: since, legal: dice.pick([.c2, .c2, .c1, .v2, .v3]),
                authority: dice.chance(200) ? "Wenbridge" : nil)
        ]
        money.allowance = [.plusLookedAfter: 2500]
        money.uses = [
            Use(
                kind: .spend, fund: .plusLookedAfter, ago: 20 + dice.below(90),
                pounds: 50 + dice.below(900), what: dice.pick(Story.purchases),
                isLinked: !dice.chance(100), impact: dice.pick([nil, "none", "some", "strong"]))
        ]
    }

    private mutating func live(_ dice: inout Dice) {
        switch dice.below(100) {
        case ..<60: attendance.habit = .ordinary
        case ..<80: attendance.habit = .steady
        case ..<90: attendance.habit = .away(oneIn: 14)
        case ..<97: attendance.habit = .away(oneIn: 7)
        default: attendance.habit = .mostlyAway
        }
        told = dice.pick([.everybody, .everybody, .everybody, .homeOnce, .tried, .nobody])
        let days = 2 + dice.below(18)
        switch dice.below(10) {
        case ..<4: peps.now = .usual
        case ..<6: peps.now = .held(ago: days)
        case ..<8: peps.now = .planned(ahead: days, dice.pick([.everybody, .homeOnly, .nobody]))
        case ..<9: peps.now = .slipped(ago: days)
        default: peps.now = .none
        }
        if dice.chance(150) {
            peps.flaws = [dice.pick([.noTargets, .unsigned, .withoutHome, .earlierUnreviewed])]
        }
        peps.skipsLast = dice.chance(50)
        keyAdult = dice.chance(40) ? .nobody : .named
    }

    private static let purchases = [
        "Tutor in mathematics", "Music lessons", "Play therapy", "A laptop for homework",
        "Residential trip", "Reading sessions",
    ]
}

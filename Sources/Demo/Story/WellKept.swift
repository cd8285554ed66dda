extension Story {
    /// The same fourteen in a school that keeps its policy. Their statuses have run for more than a
    /// year, so that every term of the present one owes them the same on any day.
    ///
    /// What is late is late by days: Ned's home has not been rung and his plan not reviewed, Leona's
    /// key adult has left, Tomi is often ill, and nobody knows yet why Bea is away this morning.
    static let wellKept: [Story] = [
        again(
            bea, [Status(kind: .cp, from: 440, category: "neglect")], peps: .usual,
            Rounds(conference: 172)
        ) { $0.attendance.lately[0] = Session(am: "N") },
        again(
            tomi,
            [
                Status(kind: .cla, from: 910, to: 640, legal: .c1),
                Status(kind: .cla, from: 639, legal: .c2),
            ], peps: .held(ago: 12), Rounds(lookedAfterReview: 90, sdq: 343)
        ) { story in
            story.attendance.habit = .away(oneIn: 9)
            story.money.allowance = [.plusLookedAfter: 2500]
        },
        again(
            ned, [Status(kind: .cin, from: 500)], peps: .held(ago: 40),
            Rounds(childInNeedReview: 97, home: 33)),
        again(
            ayo,
            [
                Status(kind: .cin, from: 420, to: 8),
                Status(
                    kind: .cla, from: 7, legal: .v2, note: "Emergency placement with foster carers"),
            ], peps: .usual, Rounds()),
        again(
            sam, [Status(kind: .cla, from: 430, legal: .c2, authority: "Wenbridge")],
            peps: .usual, Rounds(lookedAfterReview: 100, sdq: 210)
        ) { $0.money.allowance = [.plusLookedAfter: 2500] },
        again(
            zoe,
            [
                Status(kind: .cp, from: 415, category: "emotional"), Status(kind: .cin, from: 500),
            ], peps: .usual, Rounds(coreGroup: 24, conference: 100)
        ) { story in
            story.attendance.lately[15] = Session(pm: "E")
            story.suspended = 15
        },
        again(maxwell, [Status(kind: .cin, from: 410)], peps: .usual, Rounds()) {
            $0.attendance.isMissing = true
        },
        again(ivy, ivy.statuses, peps: .usual, Rounds()) {
            $0.money.allowance = [.plusPreviouslyLookedAfter: 2500]
        },
        again(
            sian,
            [
                Status(kind: .cp, from: 420, to: 22, category: "physical"),
                Status(kind: .cin, from: 21),
            ], peps: .held(ago: 8), Rounds()
        ) { $0.peps.flaws = [.withoutHome] },
        again(
            meiLin,
            [
                Status(kind: .cla, from: 420, legal: .v3, note: "One weekend a month"),
                Status(kind: .cin, from: 500),
            ], peps: .planned(ahead: 12, .homeOnly), Rounds(childInNeedReview: 30)),
        again(
            fionn, [Status(kind: .cla, from: 480, legal: .c2)],
            peps: .planned(ahead: 8, .everybody), Rounds(lookedAfterReview: nil, sdq: nil)
        ) { $0.joined = 6 },
        again(leona, leona.statuses, peps: .usual, Rounds()) { $0.keyAdult = .ended },
        again(
            alfie, [Status(kind: .cp, from: 440, category: "neglect")], peps: .usual,
            Rounds(conference: 172)
        ) { $0.attendance.habit = .mornings },
        again(eve, [Status(kind: .cin, from: 540)], peps: .usual, Rounds(childInNeedReview: 68)) {
            $0.elsewhere = 30
        },
    ]

    static let leaverWellKept = again(leaver, leaver.statuses, peps: .none, Rounds())

    /// The child of another story, told anew: who it is stays, and who is around the child.
    private static func again(
        _ child: Story, _ statuses: [Status], peps: PEPs.Now, _ rounds: Rounds,
        _ tell: (inout Story) -> Void = { _ in }
    ) -> Story {
        var story = Story(name: child.name, stage: child.stage, statuses: statuses)
        story.family = child.family
        (story.sen, story.isDisabled) = (child.sen, child.isDisabled)
        story.circle = child.circle
        // All are here this morning, but for whom it is told.
        story.attendance.lately = [0: Session()]
        story.peps.now = peps
        story.rounds = rounds
        tell(&story)
        return story
    }
}

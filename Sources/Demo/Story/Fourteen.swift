import Domain

extension Story {
    /// The fourteen children of every kind, each with something of their own to see; the first are
    /// told first where a school is too small for all.
    static let fourteen: [Story] = [
        bea, tomi, ned, ayo, sam, zoe, maxwell, ivy, sian, meiLin, fionn, leona, alfie, eve,
    ]

    /// Not there this morning, and nobody has rung; slipping for a week.
    static let bea = Story(
        name: FullName(forename: "Beatrice", surname: "Ashworth", knownAs: "Bea"), stage: 1,
        statuses: [Status(kind: .cp, from: 82, category: "neglect")], family: "ashworth",
        attendance: Attendance(lately: [
            0: Session(am: "N"), 3: Session(am: "I", pm: "I"), 4: Session(am: "I", pm: "I"),
            5: Session(am: "I"),
        ]),
        told: .tried, peps: PEPs(now: .planned(ahead: 5, .homeOnly)),
        circle: CareNetwork(second: "no", hasNurse: true))

    /// In care for years, often away; the money has a story.
    static let tomi = Story(
        name: FullName(forename: "Oluwatomi", surname: "Adeyemi", knownAs: "Tomi"), stage: 2,
        statuses: [
            Status(kind: .cla, from: 910, to: 640, legal: .c1),
            Status(kind: .cla, from: 639, legal: .c2),
        ],
        attendance: Attendance(habit: .away(oneIn: 8)), told: .homeOnce,
        peps: PEPs(now: .held(ago: 12)),
        money: Money(
            allowance: [.plusLookedAfter: 2500],
            uses: [
                Use(
                    kind: .commitment, fund: .plusLookedAfter, ago: 150, pounds: 900,
                    what: "Reading tutor, two terms"),
                Use(
                    kind: .spend, fund: .plusLookedAfter, ago: 130, pounds: 450,
                    what: "Reading tutor, first invoice", impact: "strong", settles: true),
                Use(
                    kind: .spend, fund: .plusLookedAfter, ago: 72, pounds: 240,
                    what: "Swimming lessons"),
                Use(
                    kind: .spend, fund: .plusLookedAfter, ago: 20, pounds: 310,
                    what: "Speech and language sessions"),
                Use(
                    kind: .spend, fund: .plusLookedAfter, ago: 3, pounds: 85,
                    what: "Books chosen with his carer", isLinked: false),
            ]))

    /// A PEP that nobody held, an old N, and money that is not for him.
    static let ned = Story(
        name: FullName(forename: "Edward", surname: "Carver", knownAs: "Ned"), stage: 2,
        statuses: [Status(kind: .cin, from: 265)],
        attendance: Attendance(lately: [
            7: Session(am: "N"), 31: Session(am: "M"), 32: Session(am: "M"), 33: Session(am: "M"),
        ]),
        told: .nobody, peps: PEPs(now: .slipped(ago: 7), calledOff: true),
        money: Money(uses: [
            Use(
                kind: .commitment, fund: .plusLookedAfter, ago: 12, pounds: 120,
                what: "Breakfast club", isLinked: false)
        ]))

    /// Looked after since last week; known before as a child in need.
    static let ayo = Story(
        name: FullName(forename: "Ayò", surname: "Daniels"), stage: 1,
        statuses: [
            Status(kind: .cin, from: 210, to: 8),
            Status(kind: .cla, from: 7, legal: .v2, note: "Emergency placement with foster carers"),
        ],
        peps: PEPs(now: .none),
        money: Money(allowance: [.plusLookedAfter: 1250], firstCame: 2))

    /// Placed here by another authority; a PEP without targets, too much spent, and since yesterday
    /// late too often.
    static let sam = Story(
        name: FullName(forename: "Samuel", surname: "Field", knownAs: "Sam"), stage: 1,
        statuses: [Status(kind: .cla, from: 200, legal: .c2, authority: "Wenbridge")],
        attendance: Attendance(lately: [
            8: Session(am: "L", minutes: 6), 5: Session(am: "L", minutes: 15),
            1: Session(am: "L", minutes: 10),
        ]),
        told: .nobody,
        peps: PEPs(now: .held(ago: 14), flaws: [.noTargets]),
        money: Money(
            allowance: [.plusLookedAfter: 300],
            uses: [
                Use(
                    kind: .spend, fund: .plusLookedAfter, ago: 8, pounds: 410,
                    what: "Play therapy, six sessions", impact: "some")
            ]))

    /// Two statuses at once, late for weeks, and everybody told.
    static let zoe = Story(
        name: FullName(forename: "Zoë", surname: "Quinn"), stage: 1,
        statuses: [
            Status(kind: .cp, from: 315, category: "emotional"), Status(kind: .cin, from: 400),
        ],
        attendance: Attendance(lately: [
            9: Session(am: "L", minutes: 8), 7: Session(am: "L", minutes: 12),
            4: Session(am: "L", minutes: 20), 2: Session(am: "U", minutes: 55),
        ]),
        peps: PEPs(now: .held(ago: 4), flaws: [.unsigned, .withoutHome, .earlierWithoutTargets]),
        circle: CareNetwork(second: "ask-dsl", hasNurse: true))

    /// The register of his class did not come through.
    static let maxwell = Story(
        name: FullName(forename: "Maxwell", surname: "Ibe", knownAs: "Max"), stage: 2,
        statuses: [Status(kind: .cin, from: 53)],
        attendance: Attendance(isMissing: true), peps: PEPs(now: .none))

    /// Adopted, with a name of her own choice.
    static let ivy = Story(
        name: FullName(forename: "Ivy", surname: "Price", preferredSurname: "Okafor"), stage: 2,
        statuses: [
            Status(kind: .cla, from: 1500, to: 900, legal: .e1),
            Status(kind: .pla, from: 899, note: "Adoption order seen"),
        ],
        money: Money(
            allowance: [.plusPreviouslyLookedAfter: 2500],
            uses: [
                Use(
                    kind: .spend, fund: .plusPreviouslyLookedAfter, ago: 90, pounds: 640,
                    what: "Sensory circuits, a term", impact: "strong"),
                Use(
                    kind: .spend, fund: .plusPreviouslyLookedAfter, ago: 50, pounds: 180,
                    what: "Memory book and sessions"),
                Use(
                    kind: .commitment, fund: .plusPreviouslyLookedAfter, ago: 10, pounds: 500,
                    what: "Theraplay with her parents"),
            ]))

    /// Stepped down from a plan; an absence that was followed up the same day.
    static let sian = Story(
        name: FullName(forename: "Siân", surname: "D'Arcy"), stage: 2,
        statuses: [
            Status(kind: .cp, from: 180, to: 22, category: "physical"),
            Status(kind: .cin, from: 21),
        ],
        attendance: Attendance(lately: [3: Session(pm: "O")]),
        peps: PEPs(now: .held(ago: 8), flaws: [.viewsOnly, .earlierUnreviewed]))

    /// Short breaks for a disabled child in need, with a plan and hospital days.
    static let meiLin = Story(
        name: FullName(forename: "Mei-Lin", surname: "Foster-Wells"), stage: 1,
        statuses: [
            Status(kind: .cla, from: 320, legal: .v3, note: "One weekend a month"),
            Status(kind: .cin, from: 500),
        ],
        sen: "E", isDisabled: true, attendance: Attendance(habit: .away(oneIn: 12)),
        peps: PEPs(now: .planned(ahead: 12, .nobody)))

    /// In care, and new at this school.
    static let fionn = Story(
        name: FullName(forename: "Fionn", surname: "O'Neill"), stage: 2,
        statuses: [Status(kind: .cla, from: 480, legal: .c2)], joined: 6, sen: "K",
        peps: PEPs(now: .planned(ahead: 8, .everybody)))

    /// Once in need; no key adult, and last term's PEP was forgotten.
    static let leona = Story(
        name: FullName(forename: "Leona", surname: "Marsh"), stage: 1,
        statuses: [Status(kind: .cin, from: 1300, to: 700)],
        peps: PEPs(now: .none, skipsLast: true), keyAdult: .nobody,
        money: Money(uses: [
            Use(
                kind: .spend, fund: .plusLookedAfter, ago: 30, pounds: 95,
                what: "Place in the nurture group", impact: "some",
                reason: "The group meets with two looked-after children; the Virtual School agreed")
        ]))

    /// Bea's brother, mornings only; his key adult has left the school.
    static let alfie = Story(
        name: FullName(forename: "Alfred", surname: "Ashworth", knownAs: "Alfie"), stage: 0,
        statuses: [Status(kind: .cp, from: 82, category: "neglect")], family: "ashworth",
        attendance: Attendance(habit: .mornings),
        peps: PEPs(now: .planned(ahead: 5, .everybody)), keyAdult: .left,
        circle: CareNetwork(second: "no"))

    /// Away most of the time; three nights under police protection last month.
    static let eve = Story(
        name: FullName(forename: "Eve", surname: "Hart"), stage: 2,
        statuses: [
            Status(kind: .cin, from: 540),
            Status(kind: .cla, from: 19, to: 16, legal: .l2, note: "Returned home"),
        ],
        sen: "K", attendance: Attendance(habit: .mostlyAway), told: .all(lastTalk: 17),
        peps: PEPs(now: .held(ago: 16), skipsLast: true, flaws: [.unsigned, .earlierUnreviewed]))

    /// In care, and gone to another school this term; what was left of the money went back.
    static let leaver = Story(
        name: FullName(forename: "Noor", surname: "Hale"), stage: 2,
        statuses: [Status(kind: .cla, from: 430, legal: .c2)], peps: PEPs(now: .none),
        money: Money(
            allowance: [.plusLookedAfter: 600],
            uses: [
                Use(
                    kind: .spend, fund: .plusLookedAfter, ago: 24, pounds: 150,
                    what: "Music sessions", impact: "some"),
                Use(
                    kind: .giveBack, fund: .plusLookedAfter, ago: 4, pounds: 450,
                    what: "Returned when Noor moved", isLinked: false),
            ]))
}

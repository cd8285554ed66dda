import Domain

/// What is told of one child known to a social worker: in days and school days before today, so
/// that the same is on show on any day.
struct Story {
    /// The child's name, where the story is of somebody the school's screens name.
    var name: FullName?
    /// The place of the year group: 0 for the youngest.
    var stage: Int
    var statuses: [Status]
    /// How many school days ago the child came, where it was lately.
    var joined: Int?
    var family: String?
    var sen = "N"
    var isDisabled = false
    var attendance = Attendance()
    var told = Told.everybody
    var peps = PEPs()
    var keyAdult = KeyAdult.named
    var money = Money()
    var circle = CareNetwork()
    /// The rest is read in a school that keeps its policy.
    var rounds = Rounds()
    /// How many school days ago the child was suspended for an afternoon.
    var suspended: Int?
    /// How many school days ago the child began to be taught elsewhere for a part of the week.
    var elsewhere: Int?

    struct FullName {
        let forename: String
        let surname: String
        var knownAs: String?
        var preferredSurname: String?
    }

    /// A row of status.csv, in days before today.
    struct Status {
        let kind: CareKind
        let from: Int
        var to: Int?
        var legal: LegalStatus?
        var authority: String?
        var category = ""
        var note = ""
    }

    /// The marks: a habit, and what happened lately.
    struct Attendance {
        var habit = Habit.steady
        /// Sessions by school days ago, 0 for today; `nil` for a mark as usual.
        var lately: [Int: Session] = [:]
        /// Whether the last day's afternoon and today's morning have not come from the register.
        var isMissing = false
    }

    enum Habit {
        /// Illness, appointments and lateness as they come.
        case ordinary
        /// Hardly ever away.
        case steady
        /// Away for a day out of so many.
        case away(oneIn: Int)
        /// Away for three days of five.
        case mostlyAway
        /// Mornings only: below compulsory school age.
        case mornings
    }

    struct Session {
        var am: String?
        var pm: String?
        var minutes: Int?
    }

    /// Who hears of absence, lateness and concerns.
    enum Told {
        /// Home, social worker and Virtual School; home again and again while a concern is open,
        /// last so many school days ago.
        case all(lastTalk: Int)
        /// Home, once, and nobody else.
        case homeOnce
        /// Home was rung, in vain.
        case tried
        case nobody

        static let everybody = Told.all(lastTalk: 6)
    }

    enum KeyAdult {
        case named, nobody
        /// Named, but the member of staff has left.
        case left
        /// Named until the member of staff left, and nobody since.
        case ended
    }

    /// Who stands around the child, beyond the social worker and one person at home.
    /// How long ago what comes round was there last: days for meetings and questionnaires, school
    /// days for talks; `nil` where there was none yet.
    struct Rounds {
        var coreGroup: Int? = 17
        var childInNeedReview: Int? = 55
        var conference: Int? = 60
        var lookedAfterReview: Int? = 50
        var sdq: Int? = 150
        var home = 9
        var socialWorker = 12
    }

    struct CareNetwork {
        /// A second parent, and whether they may be contacted.
        var second: String?
        var hasNurse = false
    }
}

extension Story {
    struct PEPs {
        var now = Now.usual
        /// Whether the last term went without a PEP.
        var skipsLast = false
        var flaws: Set<Flaw> = []
        /// Whether a PEP was called off before the present one.
        var calledOff = false

        /// What stands of the PEP of this term.
        enum Now {
            /// Held or planned about the middle of the term.
            case usual
            case held(ago: Int)
            /// Planned for a day that has gone by.
            case slipped(ago: Int)
            case planned(ahead: Int, Invited)
            case none
        }

        enum Invited { case everybody, homeOnly, nobody }

        enum Flaw {
            case noTargets, unsigned, withoutHome, viewsOnly, earlierWithoutTargets
            case earlierUnreviewed
        }
    }

    struct Money {
        /// Pounds a year from a fund, allocated to the child.
        var allowance: [Fund.Kind: Int] = [:]
        /// The first instalment came so many days ago, not with the financial year.
        var firstCame: Int?
        var uses: [Use] = []
    }

    /// A commitment or a spend, in school days ago.
    struct Use {
        let kind: FundEntry.Kind
        let fund: Fund.Kind
        let ago: Int
        let pounds: Int
        let what: String
        var isLinked = true
        var impact: String?
        var reason = ""
        /// Whether it settles the commitment before it.
        var settles = false
    }

    /// Dice that brothers and sisters share: one home, one social worker, one day for their PEPs.
    func dice(seed: UInt64, for part: String, _ child: Int) -> Dice {
        family.map { Dice(seed: seed, for: part + $0) } ?? Dice(seed: seed, for: part, child)
    }

    /// Whether the child has, or had in the last years, a social worker or was looked after.
    func isKnown(on day: Day, today: Day, everYears: Int) -> Bool {
        statuses.contains { status in
            let from = today - status.from
            guard from <= day else { return false }
            guard let to = status.to.map({ today - $0 }), to < day else { return true }
            return status.kind.hasSocialWorker && day <= to.addingYears(everYears)
        }
    }

    func holds(_ kinds: Set<CareKind>, on day: Day, today: Day) -> Bool {
        statuses.contains { status in
            kinds.contains(status.kind) && today - status.from <= day
                && (status.to.map { day <= today - $0 } ?? true)
        }
    }
}

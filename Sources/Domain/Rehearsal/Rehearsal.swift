/// What the time to come asks of a school under a policy: it is played on a copy of the facts, each
/// school day's registers taken, each duty dealt with on its last comfortable day by its own least
/// act. The rules are the only thing that decides.
///
/// It reads no clock, and knows no chance but that of its seed: the same facts, setting and policy
/// give the same rehearsal.
public struct Rehearsal: Sendable {
    /// From when to when it is played, and with how much absence.
    public struct Setting: Hashable, Sendable {
        public let today: Day
        /// The last day.
        public let until: Day
        /// How many of a hundred school days a child is absent, with a reason.
        public let absencePercent: Int
        public let seed: UInt64

        /// The share of absence where nobody says another.
        public static let usualAbsence = 4
        /// The seed where nobody says another.
        public static let usualSeed: UInt64 = 1
        /// How many years it can be played at most.
        public static let mostYears = 3

        public init(
            today: Day, until: Day, absencePercent: Int = Setting.usualAbsence,
            seed: UInt64 = Setting.usualSeed
        ) {
            self.today = today
            self.until = until
            self.absencePercent = absencePercent
            self.seed = seed
        }
    }

    /// A duty that cannot be kept whatever is done.
    public struct Unkept: Sendable {
        /// As it stood when that was found.
        public let duty: Duty
        /// The day on which it was found.
        public let since: Day
        public let why: String
    }

    public let setting: Setting
    /// The policy's name.
    public let policy: String
    /// The school days that were played.
    public let schoolDays: [Day]
    /// What was done, in the order of the days.
    public let acts: [Act]
    /// What cannot be kept, in the order of the days on which that was found.
    public let unkept: [Unkept]
    /// Every duty as it stands on the last day, in the order of `cksw duties`.
    public let end: [Duty]

    /// Plays it.
    public init(of facts: Facts, _ setting: Setting, under pack: PolicyPack) {
        var play = Rehearsing(facts, setting, pack) { true }
        play.play()
        self.init(play)
    }

    /// Plays it as long as somebody wants it; `nil` where nobody does any more.
    public init?(
        of facts: Facts, _ setting: Setting, under pack: PolicyPack,
        while isWanted: @escaping @Sendable () -> Bool
    ) {
        var play = Rehearsing(facts, setting, pack, while: isWanted)
        play.play()
        guard isWanted() else { return nil }
        self.init(play)
    }

    private init(_ play: Rehearsing) {
        setting = play.setting
        policy = play.pack.name
        schoolDays = play.schoolDays
        acts = play.acts
        end = play.end
        unkept = play.unkept.values.sorted {
            $0.since == $1.since ? Duty.inOrder($0.duty, $1.duty) : $0.since < $1.since
        }
    }

    /// What is open on the last day.
    public var open: [Duty] { end.filter(\.state.isOpen) }

    /// The last day where nobody says one: the end of the academic year; of the next, where no
    /// school day of this one is left.
    public static func end(from today: Day, in calendar: SchoolCalendar) -> Day {
        let year = AcademicYear(of: today)
        let isOver = calendar.lastSchoolDay(of: year).map { $0 < today } ?? false
        return isOver ? year.next.last : year.last
    }
}

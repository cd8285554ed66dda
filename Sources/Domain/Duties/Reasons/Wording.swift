/// What a rule calls the thing that it asks for, said once: every generic reason puts its texts
/// together from it. An object, so that a reason that names one is small.
public final class Wording: Hashable, Sendable {
    /// The thing in the middle of a sentence: `a core group`.
    public let noun: String
    /// The thing at the head of a line, before a day: `Core group`. At most 24 columns.
    public let short: String
    /// The line where it is missing: `No core group`.
    public let missing: String
    /// The line where it was done, before a day: `Core group held`.
    public let done: String
    /// The sentence where it is missing, without its stop: `No core group is recorded`.
    public let lacks: String
    /// The sentence where it was done, before a day: `The core group met`.
    public let shows: String
    /// The line while there is still time, where `No core group yet` does not say it.
    public let open: String?
    /// What began on the day from which it counts: `The plan began`.
    public let begins: String?
    /// What a member of staff has done or not, behind `has`: `read this policy`.
    public let did: String?
    /// The line for all staff, before `3 of 24 staff`: `KCSIE not read by`.
    public let staff: String?

    public init(
        _ noun: String, short: String, missing: String, done: String, lacks: String, shows: String,
        open: String? = nil, begins: String? = nil, did: String? = nil, staff: String? = nil
    ) {
        self.noun = noun
        self.short = short
        self.missing = missing
        self.done = done
        self.lacks = lacks
        self.shows = shows
        self.open = open
        self.begins = begins
        self.did = did
        self.staff = staff
    }

    /// What each member of staff does; `did` stands behind `has`: `been trained in diversity`.
    public convenience init(
        _ noun: String, short: String, missing: String, done: String, did: String,
        open: String? = nil, staff: String? = nil
    ) {
        let passive = "been "
        self.init(
            noun, short: short, missing: missing, done: done, lacks: "This person has not \(did)",
            shows: "This person "
                + (did.hasPrefix(passive) ? "was \(did.dropFirst(passive.count))" : did),
            open: open, did: did, staff: staff)
    }

    /// What a school's older file names by its noun alone.
    public convenience init(_ noun: String) {
        let articles = ["a ", "an ", "the "]
        let article = articles.first { noun.hasPrefix($0) }
        let bare = String(noun.dropFirst(article?.count ?? 0))
        let isCounted = article != nil && article != "the "
        let head = bare.sentenceCase
        self.init(
            noun, short: head.cut(to: Wording.shortColumns),
            missing: isCounted
                ? "No \(bare)".cut(to: Reason.lineColumns) : "\(head.cut(to: 27)): missing",
            done: "\(head.cut(to: 30)): done",
            lacks: isCounted ? "No \(bare) is recorded" : "\(noun.sentenceCase) is not recorded",
            shows: "\(noun.sentenceCase) is recorded")
    }

    /// The most columns of `short` and `staff`, so that a day behind them has room.
    public static let shortColumns = 24
    /// The most characters of `lacks`, `shows` and `did`, so that what stands behind them has room.
    public static let sentenceLength = 60

    /// `core group`, `LAC review`: the thing within a line.
    var name: String { short.uncapitalised }

    private var texts: [String?] {
        [noun, short, missing, done, lacks, shows, open, begins, did, staff]
    }

    public static func == (one: Wording, other: Wording) -> Bool {
        one === other || one.texts == other.texts
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(noun)
        hasher.combine(missing)
    }
}

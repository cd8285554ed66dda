/// One thing to choose: what is recorded, and how people call it.
public struct Choice: Hashable, Sendable {
    /// As it stands in the bundle: `social-worker`, `S01`.
    public let value: String
    /// `P Lund, social worker`.
    public let label: String
    /// Never chosen for somebody: this person is not to be contacted, or only after asking.
    public let isGuarded: Bool

    public init(_ value: String, _ label: String? = nil, isGuarded: Bool = false) {
        self.value = value
        self.label = label ?? value.roleWords
        self.isGuarded = isGuarded
    }
}

/// What a field takes, and so how a form shows it and how its text is read.
public enum FieldKind: Sendable {
    public typealias Options = @Sendable (CommandContext, Entries) -> [Choice]

    /// The child's reference; a form has it from its first line.
    case pupil
    /// An id that is made where it is left empty; forms do not show it.
    case id
    case line
    case text
    /// A date, in words too.
    case day(DateLean)
    /// A date and time, in words too.
    case instant
    /// One of a few.
    case choice(Options)
    /// One of many, found by a few letters; other text stands as typed where the column allows it.
    case person(Options)
    /// Any of several people, each as `role=Name`.
    case people(Options)
    /// Any of several, such as the staff who were in a room; together on the command line with `;`.
    case several(Options)
    case money
    /// Yes, no, or not known.
    case flag

    var isPupil: Bool {
        if case .pupil = self { return true }
        return false
    }

    var isLongText: Bool {
        if case .text = self { return true }
        return false
    }

    static func words(_ words: [String], of column: Column) -> FieldKind {
        let options = words.map { Choice($0, column.words(of: $0)) }
        return .choice { _, _ in options }
    }
}

/// A field of an action: a column of the bundle, as an option of `cksw record` and in the form.
public struct FieldSpec: Sendable {
    /// The bundle's column; the option is the same with `-` for `_`.
    public let name: String
    /// What stands before it in the form.
    public let label: String
    public let kind: FieldKind
    public let isRequired: Bool
    /// What it takes, for the form and for `--help`.
    public let hint: String
    /// How the command line takes it, where that is another matter than how a form does.
    public let onCommandLine: String
    /// Whether the form shows it; the others are options of `cksw record` alone.
    public let isShown: Bool
    /// Whether the form leaves it out where there is nothing to choose from.
    public let hidesEmpty: Bool
    /// Whether it is free text, in which another child's name may stand by mistake.
    public let isProse: Bool
    /// Whether the fields after it say something of what it names: another choice fills them anew.
    public let decidesOthers: Bool
    private var echoing: @Sendable (String, CommandContext, Entries) -> String? = { _, _, _ in nil }
    /// What a form offers and a person may change or take away; nobody has said it, and so
    /// `cksw record` does not take it for said.
    private(set) var offer: @Sendable (CommandContext, Entries) -> String? = { _, _ in nil }
    /// What it begins with where a row on file is edited.
    var start = Start.row
    /// Whether it holds the day of something that has happened, and so none after today.
    var refusesFuture = false
    /// Whether a time of day can stand beside the date; it is kept in the column `time`.
    private(set) var takesTime = false
    /// What is to be recorded first where it has nothing to choose among; `nil` where it always has,
    /// or chooses among no records.
    public internal(set) var firstStep: FirstStep?
    /// Whether it holds a name or a few words, which want the width of the screen.
    public internal(set) var isRoomy = false
    /// Whether other words than those it offers can be typed.
    public internal(set) var takesOthers = false
    /// What holds where it is left empty, on the command line too.
    var standard: @Sendable (CommandContext, Entries) -> String?

    init(
        _ name: String, _ label: String, _ kind: FieldKind, required: Bool = false,
        hint: String = "", onCommandLine: String = "", isShown: Bool = true,
        hidesEmpty: Bool = false, isProse: Bool? = nil,
        decidesOthers: Bool = false,
        standard: @escaping @Sendable (CommandContext, Entries) -> String? = { _, _ in nil }
    ) {
        self.name = name
        self.label = label
        self.kind = kind
        isRequired = required
        self.hint = hint
        self.onCommandLine = onCommandLine
        self.isShown = isShown
        self.hidesEmpty = hidesEmpty
        self.isProse = isProse ?? kind.isLongText
        self.decidesOthers = decidesOthers
        self.standard = standard
    }

    /// The option's name on the command line, without its dashes.
    public var option: String { name.replacing("_", with: "-") }

    /// Whether it can be given more than once.
    public var isRepeated: Bool {
        switch kind {
        case .people, .several: true
        case .pupil, .id, .line, .text, .day, .instant, .choice, .person, .money, .flag: false
        }
    }

    /// The texts of one text: of several together with `;` each by itself.
    func parts(_ text: String) -> [String] {
        guard case .several = kind else { return [text] }
        return text.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }
    }

    /// How what was typed is understood, in words; `nil` where there is nothing to say.
    public func echo(_ text: String, _ context: CommandContext, _ entries: Entries) -> String? {
        echoing(text, context, entries)
    }

    /// The same field, in which a form offers something where nothing holds anyway.
    func offering(
        _ text: @escaping @Sendable (CommandContext, Entries) -> String?
    ) -> FieldSpec {
        var field = self
        field.offer = text
        return field
    }

    /// The same field, beside whose date a time of day can stand.
    func withTime() -> FieldSpec {
        var field = self
        field.takesTime = true
        return field
    }

    /// The day that was typed, with the time where the field takes one.
    public func dayAndTime(
        _ text: String, on today: Day
    ) -> (day: Day, time: TimeOfDay?)? {
        guard case .day(let lean) = kind else { return nil }
        let words = DateWords(today: today, lean: lean)
        return takesTime ? words.dayAndTime(text) : words.day(text).map { ($0, nil) }
    }

    /// The same field, which says how it understands what is typed.
    func echoing(
        _ words: @escaping @Sendable (String, CommandContext, Entries) -> String?
    ) -> FieldSpec {
        var field = self
        field.echoing = words
        return field
    }
}

/// An action that records: its fields, and the command that they make.
///
/// The forms, `cksw record`, the manual and the tests read the same value.
public struct ActionSpec: Sendable {
    typealias Build = @Sendable (inout Recording) -> Subject?

    public let id: ActionID
    /// `Log a contact`.
    public let title: String
    /// As a footer says it: `log call`.
    public let short: String
    /// As the first field of a form says it, where one key stands for several actions.
    public let choice: String
    /// One sentence for `?` and `--help`.
    public let help: String
    public let fields: [FieldSpec]
    /// Whether it is about the school as a whole, whatever child was selected.
    public let isOfSchool: Bool
    /// What a form begins with, from where it was started.
    let prefill: @Sendable (CommandContext) -> Entries
    /// What a person should confirm before it is recorded.
    let caution: @Sendable (Entries, CommandContext) -> [Caution]
    private let obstacle: Obstacle
    private let build: Build

    init(
        _ id: ActionID, _ title: String, short: String, choice: String? = nil, help: String,
        _ fields: [FieldSpec], unless obstacle: Obstacle? = nil, ofSchool: Bool = false,
        prefill: @escaping @Sendable (CommandContext) -> Entries = { _ in [:] },
        caution: @escaping @Sendable (Entries, CommandContext) -> [Caution] = { _, _ in [] },
        build: @escaping Build
    ) {
        self.id = id
        self.title = title
        self.short = short
        self.choice = choice ?? short
        self.help = help
        self.fields = fields
        let needsChild = fields.contains { $0.isRequired && $0.kind.isPupil }
        isOfSchool = ofSchool
        self.obstacle = obstacle ?? (needsChild ? .noChild : .none)
        self.prefill = prefill
        self.caution = caution
        self.build = build
    }

    /// The field of this name.
    public func field(_ name: String) -> FieldSpec? { fields.first { $0.name == name } }

    /// The command that these entries make.
    ///
    /// - Throws: `EntryFaults` with every field at fault, in the order of the fields.
    public func command(
        _ entries: Entries, in context: CommandContext
    ) throws(EntryFaults) -> Command {
        var recording = Recording(self, entries, context)
        let subject = build(&recording)
        return try recording.finish(subject)
    }

    /// What a form shows at first: prefilled from where it was started, else what holds anyway.
    ///
    /// - Parameter known: what is decided already.
    public func start(in context: CommandContext, after known: Entries = [:]) -> Entries {
        var entries = prefill(context)
        for (field, texts) in known.texts { entries[all: field] = texts }
        for field in fields where entries[all: field.name].isEmpty {
            if let text = field.standard(context, entries) ?? field.offer(context, entries) {
                entries[all: field.name] = field.parts(text)
            }
        }
        return entries
    }

    /// Why it cannot be done here and now; `nil` where it can.
    public func whyNot(in context: CommandContext) -> WhyNot? {
        obstacle.words(context).map { words in
            let isOfChild = words == Obstacle.selectChild
            return WhyNot(words: words, first: isOfChild ? nil : obstacle.first)
        }
    }

    /// Questions to answer before these entries are recorded; nothing is refused for them.
    ///
    /// Of every action: whether another child's name stands in what was written.
    public func cautions(_ entries: Entries, in context: CommandContext) -> [Caution] {
        caution(entries, context) + otherNames(entries, context)
    }

    private func otherNames(_ entries: Entries, _ context: CommandContext) -> [Caution] {
        let prose = fields.filter { $0.isProse && !entries[$0.name].isEmpty }
        guard !prose.isEmpty, let pupil = context.pupil(entries) ?? context.pupilOfRow else {
            return []
        }
        let adults = KnownAdults(context.facts, around: pupil)
        return prose.flatMap { field in
            let marks = OtherNames.marks(
                in: entries[field.name], about: pupil, context.names, adults)
            return marks.map(\.words).eachOnce().map { words in
                Caution(
                    field: field.name, words: words,
                    marks: marks.filter { $0.words == words }.map(\.range))
            }
        }
    }

    /// Every action that records with fields of its own, in the order of `ActionID`.
    public static let all: [ActionSpec] = ActionID.withFields.compactMap(of)

    /// The specification of an action where it was started: a correction is of the record there.
    public static func of(_ id: ActionID, in context: CommandContext) -> ActionSpec? {
        if !context.origin.group.isEmpty { return forGroup(id) }
        guard id == .correct else { return of(id) }
        return context.origin.record.flatMap { correction(of: $0.kind) }
    }
}

/// What stands in the way of an action.
public struct WhyNot: Hashable, Sendable {
    /// `No fund is on record yet; enter one first`.
    public let words: String
    /// The action that clears the way; `nil` where none does.
    public let first: ActionID?
}

/// What can stand in the way of an action.
struct Obstacle: Sendable {
    /// `Select a child first`; `nil` where nothing does.
    let words: @Sendable (CommandContext) -> String?
    /// What is to be recorded first.
    let first: ActionID?

    init(first: ActionID? = nil, _ words: @escaping @Sendable (CommandContext) -> String?) {
        self.words = words
        self.first = first
    }

    static let selectChild = "Select a child first"

    static let none = Obstacle { _ in nil }

    static let noChild = Obstacle { $0.child == nil ? selectChild : nil }

    /// Needs a child, and something of that child's.
    static func noneOf(
        _ words: String, _ first: ActionID? = nil,
        _ isThere: @escaping @Sendable (PupilFacts, CommandContext) -> Bool
    ) -> Obstacle {
        Obstacle(first: first) { context in
            guard let child = context.child else { return selectChild }
            return isThere(child, context) ? nil : words
        }
    }

    /// Needs a child, and a record of a kind.
    static func noneOf(
        _ kind: RecordKind, _ isThere: @escaping @Sendable (PupilFacts, CommandContext) -> Bool
    ) -> Obstacle {
        let step = FirstStep.of(kind)
        return noneOf(step?.words ?? "", step?.action, isThere)
    }

    /// Needs a record of a kind that is the school's.
    static func ofSchool(
        _ kind: RecordKind, _ isThere: @escaping @Sendable (SchoolFacts) -> Bool
    ) -> Obstacle {
        let step = FirstStep.of(kind)
        return Obstacle(first: step?.action) { isThere($0.facts.school) ? nil : step?.words ?? "" }
    }
}

extension CommandContext {
    /// The child of the place where the action was started.
    var child: PupilFacts? { origin.pupil.flatMap { facts.pupils[$0] } }
}

/// Something that may be a mistake, and that only a person can tell.
public struct Caution: Hashable, Sendable {
    /// The field that it is about.
    public let field: String
    /// `Leo Marsh is another child on the list`.
    public let words: String
    /// Where in the field's text it stands, in graphemes.
    public let marks: [Range<Int>]

    public init(field: String, words: String, marks: [Range<Int>] = []) {
        self.field = field
        self.words = words
        self.marks = marks
    }
}

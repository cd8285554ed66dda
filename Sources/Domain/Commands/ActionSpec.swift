/// An action that records: its fields, and the command that they make.
///
/// The forms, `cksw record`, the manual and the tests read the same value.
public struct ActionSpec: Sendable {
    typealias Build = @Sendable (inout Recording) -> Subject?

    public let id: ActionID
    /// `Log a contact`.
    public let title: String
    /// One sentence for `?` and `--help`.
    public let help: String
    public let fields: [FieldSpec]
    /// What a form begins with, from where it was started.
    let prefill: @Sendable (CommandContext) -> Entries
    /// What a person should confirm before it is recorded.
    let caution: @Sendable (Entries, CommandContext) -> [Caution]
    private let build: Build

    init(
        _ id: ActionID, _ title: String, help: String, _ fields: [FieldSpec],
        prefill: @escaping @Sendable (CommandContext) -> Entries = { _ in [:] },
        caution: @escaping @Sendable (Entries, CommandContext) -> [Caution] = { _, _ in [] },
        build: @escaping Build
    ) {
        self.id = id
        self.title = title
        self.help = help
        self.fields = fields
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
            if let text = field.standard(context, entries) { entries[field.name] = text }
        }
        return entries
    }

    /// Questions to answer before these entries are recorded; nothing is refused for them.
    public func cautions(_ entries: Entries, in context: CommandContext) -> [Caution] {
        caution(entries, context)
    }

    /// Every action that records with fields of its own, in the order of `ActionID`; marks come by
    /// import.
    public static let all: [ActionSpec] =
        [
            contact, pepPlan, pepHold, pepCancel, pepSignOff, pepPeople, target, targetReview,
            statusBegin, statusEnd, term, closure, keyAdult, role, staff, person, fundEntry,
            fundLink,
            fundImpact, fundReason,
        ] + ofRecords

    /// The specification of an action; `nil` for marks, which come by import.
    public static func of(_ id: ActionID) -> ActionSpec? { all.first { $0.id == id } }
}

/// Something that may be a mistake, and that only a person can tell.
public struct Caution: Hashable, Sendable {
    /// The field that it is about.
    public let field: String
    /// `Leo Marsh is another child on the list`.
    public let words: String

    public init(field: String, words: String) {
        self.field = field
        self.words = words
    }
}

import Domain

/// One thing that a key does, with all that is said of it anywhere.
public struct CatalogueEntry: Hashable, Sendable {
    public let id: String
    public let keys: [Key]
    public let title: String
    public let help: String
    public let group: String
    /// The action of `cksw record` that it equals; `nil` for moves, views and imports.
    public let record: String?
}

/// Every action once: the footer, `?`, the palette, `cksw keys`, the manual and the tests read it.
public enum ActionCatalogue {
    public static let all: [CatalogueEntry] = views + recordings

    /// The actions that record, as pages know them.
    public static let keys: [ActionKey] = ActionFamily.allCases.flatMap { family in
        family.actions.map { ActionKey($0, key: family.key) }
    }

    private static let views: [CatalogueEntry] =
        ViewKey.allCases.map { view in
            CatalogueEntry(
                id: view.rawValue, keys: view.keys, title: view.title, help: view.help,
                group: "See and go", record: nil)
        }

    private static let recordings: [CatalogueEntry] = keys.map { key in
        CatalogueEntry(
            id: key.action.rawValue, keys: [key.key], title: key.title, help: key.help,
            group: "Record", record: key.action == .importFile ? nil : key.action.rawValue)
    }

    /// ` (key r)`: where an action is found.
    static func keyWords(_ action: ActionID) -> String {
        ActionFamily.of(action).map { " (key \($0.key.label))" } ?? ""
    }

    /// Why an action cannot be done here and now; `nil` where it can.
    public static func whyNot(_ action: ActionID, in context: CommandContext) -> String? {
        if action == .correct {
            return context.origin.record.flatMap { ActionSpec.correction(of: $0.kind) } == nil
                ? "Select a record first: a contact, a status, a person, a target, money." : nil
        }
        if !context.origin.group.isEmpty, ActionSpec.forGroup(action) == nil {
            return "This is done child by child: Esc takes the tags away."
        }
        return ActionSpec.of(action, in: context)?.whyNot(in: context).map { why in
            why.words + (why.first.map(keyWords) ?? "") + "."
        }
    }
}

extension ActionID {
    /// As a footer says it: `log call`.
    public var shortTitle: String {
        // An import has a page and a correction takes its fields from a record: neither has a
        // specification of its own.
        ActionSpec.of(self)?.short ?? (self == .importFile ? "import" : "correct")
    }

    /// As a form's first field says it, where a key stands for several.
    var choiceWords: String { ActionSpec.of(self)?.choice ?? shortTitle }
}

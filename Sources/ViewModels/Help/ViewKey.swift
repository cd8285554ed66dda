/// What a key does on every page, beside the actions that record something.
public enum ViewKey: String, CaseIterable, Sendable {
    case open, back, move, leap, ends, tag, pane, filter, palette, why, clause, glance, others,
        figures,
        history
    case settingUp = "setting-up"
    case read
    case undo, redo, help, redraw, initials, blank, suspend, quit

    /// The keys, in the words of a footer.
    public var keys: [Key] {
        switch self {
        case .open: [.enter]
        case .back: [.escape]
        case .move: [.down, .up, .character("j"), .character("k")]
        case .leap: [.pageDown, .pageUp]
        case .ends: [.home, .end]
        case .tag: [.character(" ")]
        case .pane: [.tab, .backTab, .right, .left] + "0123456789".map(Key.character)
        case .filter: [.character("/")]
        case .palette: [.character(":")]
        case .why: [.character("w")]
        case .clause: [.character("o")]
        case .glance: [.character("d")]
        case .others: [.character("a")]
        case .figures: [.character("n")]
        case .history: [.character("h")]
        case .settingUp: [.character("S")]
        case .read: [.character("N")]
        case .undo: [.character("u")]
        case .redo: [.character("U")]
        case .help: [.character("?")]
        case .redraw: [.control("l")]
        case .initials: [.function(9)]
        case .blank: [.function(10)]
        case .suspend: [.control("z")]
        case .quit: [.character("q")]
        }
    }

    public var title: String {
        switch self {
        case .open: "open"
        case .back: "back"
        case .move: "move"
        case .leap: "page"
        case .ends: "first, last"
        case .tag: "tag"
        case .pane: "pane"
        case .filter: "filter"
        case .palette: "go to"
        case .why: "why"
        case .clause: "clause"
        case .glance: "glance"
        case .others: "others"
        case .figures: "numbers"
        case .history: "history"
        case .settingUp: "setting up"
        case .read: "read"
        case .undo: "undo"
        case .redo: "redo"
        case .help: "all keys"
        case .redraw: "redraw"
        case .initials: "initials"
        case .blank: "blank"
        case .suspend: "suspend"
        case .quit: "quit"
        }
    }

    public var help: String {
        switch self {
        case .open: "Opens what the selected line is about."
        case .back: "Goes back, to the line that was selected; ends a filter."
        case .move: "Moves the selection."
        case .leap: "Moves the selection by a page."
        case .ends: "Goes to the first or the last line."
        case .tag: "Tags a line; an action is then done for all tagged children at once."
        case .pane: "Gives another pane the keys: by its digit, or the next one."
        case .filter: "Shows the lines that hold what you type: name, class, status, state."
        case .palette:
            "Goes to any page, child or action by name; theme dark, light or mono sets the colours."
        case .why: "Shows the working of a duty: facts, sum, promise, law, what would turn it."
        case .clause:
            "Opens the clause of the policy that a duty shows; without a duty, all clauses."
        case .glance: "Who is in, not in, or not known, for the safeguarding lead."
        case .others: "Adds the others on roll to the pupils, or takes them away."
        case .figures: "Lists every number of the dashboard; Enter shows what it counts."
        case .history: "Who changed and who looked, of the child or of the school."
        case .settingUp: "The steps of setting up the school, each with its key."
        case .read:
            "Goes to what others changed since you last looked; there it says you have read it."
        case .undo:
            "Shows what taking back your last change brings, then does it; in the history: the line."
        case .redo: "Shows what you last took back, then does it again."
        case .help: "Lists all keys."
        case .redraw: "Draws the screen again."
        case .initials:
            "Shows children and their people by initials, for a meeting; or names again."
        case .blank: "Hides the screen at once; the same key, or Enter, brings it back."
        case .suspend: "Goes back to the shell; fg returns."
        case .quit: "Leaves; drafts stay."
        }
    }

    /// The key as it stands in a footer.
    var label: String { keys.first?.label ?? "" }

    var hint: KeyHint { KeyHint(label, title) }

    static func of(_ key: Key) -> ViewKey? { allCases.first { $0.keys.contains(key) } }
}

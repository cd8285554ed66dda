/// What a key does on every page, beside the actions that record something.
public enum ViewKey: String, CaseIterable, Sendable {
    case open, back, move, leap, ends, tag, fold, pane
    case byDuty = "by-duty"
    case filter, palette, why, clause, glance, others
    case figures, history, chronology, reports, packs
    case settingUp = "setting-up"
    case read
    case undo, redo, help, redraw, initials, blank, suspend, quit

    private struct Entry {
        let keys: [Key]
        let title: String
        let help: String
        /// The page that it goes to, where that is all that it does.
        let page: PageName?

        init(_ keys: [Key], _ title: String, _ help: String, to page: PageName? = nil) {
            self.keys = keys
            self.title = title
            self.help = help
            self.page = page
        }
    }

    private var entry: Entry {
        switch self {
        case .open: Entry([.enter], "open", "Opens what the selected line is about.")
        case .back:
            Entry([.escape], "back", "Goes back, to the line that was selected; ends a filter.")
        case .move: Entry([.down, .up, "j", "k"], "move", "Moves the selection.")
        case .leap: Entry([.pageDown, .pageUp], "page", "Moves the selection by a page.")
        case .ends: Entry([.home, .end], "first, last", "Goes to the first or the last line.")
        case .tag:
            Entry(
                [" "], "tag", "Tags a line; an action is then done for all tagged children at once."
            )
        case .fold:
            Entry(
                [.right, .left], "unfold",
                "Shows the others beneath a line, or hides them; where there are none, the next pane."
            )
        case .pane:
            Entry(
                [.tab, .backTab] + "0123456789".map(Key.character), "pane",
                "Gives another pane the keys: by its digit, or the next one; 5 opens the policy.")
        case .byDuty:
            Entry(
                ["v"], "by duty",
                "Turns Now from a line for each child to a line for each duty, or back. In a history: "
                    + "shows who looked too, or leaves it out."
            )
        case .filter:
            Entry(
                ["/"], "filter",
                "Shows the lines that hold what you type: name, class, status, state.")
        case .palette:
            Entry(
                [":"], "go to",
                "Goes to any page, child or action by name; theme dark, light or mono sets the colours."
            )
        case .why:
            Entry(
                ["w"], "why",
                "Shows the working of a duty: facts, sum, promise, law, what would turn it.")
        case .clause:
            Entry(
                ["o"], "clause",
                "Opens the clause of the policy that a duty shows; without a duty, all clauses.")
        case .glance:
            Entry(
                ["d"], "glance", "Who is in, not in, or not known, for the safeguarding lead.",
                to: .glance)
        case .others:
            Entry(["a"], "others", "Adds the others on roll to the pupils, or takes them away.")
        case .figures:
            Entry(
                ["n"], "numbers",
                "Lists every number of the dashboard; Enter shows what it counts.", to: .figures)
        case .history:
            Entry(["h"], "history", "Who changed and who looked, of the child or of the school.")
        case .chronology:
            Entry(
                ["C"], "chronology",
                "Everything on record of the child in order of days; / and a kind, such as PEP, keeps to it."
            )
        case .reports:
            Entry(
                ["R"], "reports",
                "Lists the reports; Enter makes one to read, s saves it where you say.",
                to: .reports)
        case .packs:
            Entry(
                ["P"], "packs",
                "Lists what can be made of a child: for a meeting, a deputy, a move.")
        case .settingUp:
            Entry(["S"], "setting up", "The steps of setting up the school, each with its key.")
        case .read:
            Entry(
                ["N"], "read",
                "Goes to what others changed since you last looked; there it says you have read it."
            )
        case .undo:
            Entry(
                ["u"], "undo",
                "Shows what taking back your last change brings, then does it; in the history: the line."
            )
        case .redo: Entry(["U"], "redo", "Shows what you last took back, then does it again.")
        case .help: Entry(["?"], "all keys", "Lists all keys.", to: .help)
        case .redraw: Entry([.control("l")], "redraw", "Draws the screen again.")
        case .initials:
            Entry(
                [.function(9)], "initials",
                "Shows children and their people by initials, for a meeting; or names again.")
        case .blank:
            Entry(
                [.function(10)], "blank",
                "Hides the screen at once; the same key, or Enter, brings it back.")
        case .suspend: Entry([.control("z")], "suspend", "Goes back to the shell; fg returns.")
        case .quit: Entry(["q"], "quit", "Leaves; drafts stay.")
        }
    }

    public var keys: [Key] { entry.keys }

    /// In the words of a footer.
    public var title: String { entry.title }

    public var help: String { entry.help }

    var page: PageName? { entry.page }

    /// The key as it stands in a footer.
    var label: String { keys.first?.label ?? "" }

    var hint: KeyHint { KeyHint(label, title) }

    static func of(_ key: Key) -> ViewKey? { allCases.first { $0.keys.contains(key) } }
}

/// `docs/keys.md`, made from the catalogue.
public enum KeysDocument {
    public static func markdown() -> String {
        var lines = [
            "# Keys", "",
            "Made from the table that the program itself reads. A letter does the "
                + "same everywhere; where one stands for several actions the form asks which.", "",
        ]
        for group in ActionCatalogue.all.map(\.group).eachOnce() {
            lines += [
                "## \(group)", "", "| key | | what it does | `cksw record` |", "|---|---|---|---|",
            ]
            lines += ActionCatalogue.all.filter { $0.group == group }.map { entry in
                let keys = entry.keys.map { "`\($0.label)`" }.joined(separator: " ")
                let record = entry.record.map { "`\($0)`" } ?? ""
                return "| \(keys) | \(entry.title) | \(entry.help) | \(record) |"
            }
            lines.append("")
        }
        lines += ["## In a form", "", "| key | what it does |", "|---|---|"]
        lines += FormKeys.all.map { "| `\($0.key)` | \($0.words) |" }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// The keys of a form.
public enum FormKeys {
    public static let all: [KeyHint] = [
        KeyHint("Ctrl-S", "saves"), KeyHint("Tab", "the next field"),
        KeyHint("Shift-Tab", "the field before"),
        KeyHint("⏎", "the next field; a new line in long text"),
        KeyHint("← →", "choose among a few"),
        KeyHint("letters", "narrow what can be chosen; it is chosen once one is left"),
        KeyHint("Space", "marks one of several; * all of them; a letter goes to it"),
        KeyHint("↑ ↓", "the people whom the letters fit"),
        KeyHint("Backspace", "takes a choice away"),
        KeyHint("Ctrl-N", "begins anew, without the draft"),
        KeyHint("Esc", "leaves; the draft stays"),
    ]
}

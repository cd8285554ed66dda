import ViewModels

/// Turns a page into labelled lines for `--plain`: for screen readers, dumb terminals and mail. It
/// says every fact and every action of the screen; columns, frames and reverse have no part in it.
public enum LinearRenderer {
    public static func lines(of page: Page, charset: Charset = .utf8) -> [String] {
        var lines = [page.title]
        if let message = page.message { lines += labelled("Message", message) }
        lines += page.header.flatMap(spoken)
        for pane in page.panes {
            lines += [""] + heading(of: pane) + content(of: pane) + pane.notes.flatMap(spoken)
        }
        let detail = page.detail.flatMap(spoken)
        if !detail.isEmpty { lines += [""] + detail }
        lines += prompt(page.prompt)
        let hints = page.footer + page.further + page.footerRight
        let actions = hints.map { "\(key($0.key)) \($0.words)" }
        if !actions.isEmpty { lines += ["", "Actions: " + actions.joined(separator: "; ")] }
        return lines.map { Glyphs.visible($0, charset: charset) }
    }

    private static func heading(of pane: Pane) -> [String] {
        var parts: [String] = pane.title.isEmpty ? [] : [pane.title]
        switch pane.content {
        case .table(_, let rows):
            let count = rows.count(where: \.isCounted)
            parts.append(count == 0 ? "no items" : count == 1 ? "1 item" : "\(count) items")
        case .text, .form: break
        }
        parts += pane.counts.map(\.spokenCount)
        if !pane.status.isEmpty { parts.append(pane.status) }
        return parts.isEmpty ? [] : [parts.joined(separator: ", ")]
    }

    private static func content(of pane: Pane) -> [String] {
        let lines =
            switch pane.content {
            case .table(_, let rows): table(rows)
            case .text(let lines): lines.flatMap(spoken)
            case .form(let fields): fields.flatMap(field)
            }
        return lines.isEmpty && !pane.empty.isEmpty ? [pane.empty] : lines
    }

    private static func table(_ rows: [Row]) -> [String] {
        let count = rows.count(where: \.isCounted)
        var place = 0
        return rows.map { row in
            switch row.kind {
            case .heading: return (row.spoken.isEmpty ? row.words : row.spoken) + ":"
            case .item:
                let tag = row.isTagged ? "Tagged: " : ""
                guard row.isCounted else { return tag + row.spoken }
                place += 1
                return "\(place) of \(count). \(tag)\(row.spoken)"
            }
        }
    }

    private static func field(_ field: Field) -> [String] {
        var lines: [String]
        switch field.content {
        case .text(let text, _), .longText(let text, _):
            let parts = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            lines = ["\(field.label): " + (text.isEmpty ? "empty" : String(parts[0]))]
            lines += parts.dropFirst().map(String.init)
        case .choice(let options, let chosen, _):
            let choice = chosen.flatMap { options.indices.contains($0) ? options[$0] : nil }
            lines = ["\(field.label): \(choice ?? "nothing chosen")", numbered(options)]
        case .several(let options, let chosen, _):
            let choices = options.indices.filter(chosen.contains).map { options[$0] }
            let said = choices.isEmpty ? "nothing chosen" : choices.joined(separator: ", ")
            lines = ["\(field.label): \(said)", numbered(options)]
        case .fixed(let text): lines = ["\(field.label):"] + text.flatMap(spoken)
        }
        if !field.hint.isEmpty { lines.append("Hint: \(field.hint)") }
        if let fault = field.fault { lines.append("Wrong: \(fault)") }
        return lines
    }

    private static func numbered(_ options: [String]) -> String {
        "Choices: "
            + options.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "; ")
    }

    private static func prompt(_ prompt: Prompt?) -> [String] {
        switch prompt {
        case nil: return []
        case .line(let mark, let text, _, let matches):
            let found = matches.enumerated().map { "\($0 + 1) of \(matches.count). \($1.text)" }
            return ["", "Typed: \(mark)\(text)"] + found
        case .confirm(let question, let confirmKey, let words):
            return [
                "", "Question: \(question)",
                "Answers: Enter or Esc cancel; \(key(confirmKey)) \(words)",
            ]
        }
    }

    private static func labelled(_ label: String, _ line: TextLine) -> [String] {
        spoken(line).enumerated().map { $0 == 0 ? "\(label): \($1)" : $1 }
    }

    /// Both ends of a line, each on its own; the blanks that align it are left out.
    private static func spoken(_ line: TextLine) -> [String] {
        [line.left, line.right].flatMap { phrases in
            phrases.map(\.spoken).joined().split(whereSeparator: \.isNewline).map {
                $0.split(separator: " ").joined(separator: " ")
            }
        }
        .filter { !$0.isEmpty }
    }

    /// A key by its name, where the footer shows a sign.
    private static func key(_ label: String) -> String {
        let names = label.compactMap { keyNames[$0] }
        return names.count == label.count ? names.joined(separator: " or ") : label
    }

    private static let keyNames: [Character: String] = [
        "⏎": "Enter", "↑": "Up", "↓": "Down", "←": "Left", "→": "Right",
    ]
}

extension Row {
    fileprivate var words: String { cells.map { $0.map(\.text).joined() }.joined(separator: " ") }
}

extension Phrase {
    /// What is replaced is told by a word where the screen has signs for it.
    fileprivate var spoken: String { tone == .struck ? "replaced: \(text)" : text }

    /// `!2` is said as `2 overdue`: the sign of a state by its name.
    fileprivate var spokenCount: String {
        let number = text.drop { !$0.isLetter && !$0.isNumber }
        switch tone {
        case .met, .unknown, .upcoming, .soon, .overdue, .missed:
            return "\(number) \(tone.rawValue)"
        case .notApplicable: return "\(number) not applicable"
        case .normal, .strong, .muted, .heading, .child, .key, .money, .caret, .warning, .error,
            .struck:
            return text
        }
    }
}

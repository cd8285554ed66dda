extension String {
    /// A word of `professionals.csv` or `contacts.csv` as people say it: `social worker`.
    package var roleWords: String {
        switch self {
        case "iro": "IRO"
        case "dsl": "DSL"
        case "senco": "SENCO"
        case "virtual-school": "Virtual School"
        default: String(map { $0 == "-" ? " " : $0 })
        }
    }

    /// The first letter as a capital.
    package var sentenceCase: String { prefix(1).uppercased() + dropFirst() }

    /// As a cell of a table in Markdown, which a bar would end.
    package var tableCell: String { replacing("|", with: "\\|") }

    /// Line breaks as blanks.
    package var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }

    /// On one line, of at most so many characters; what is left out is said by `…`.
    package func shortened(to count: Int) -> String {
        let line = oneLine.trimmed
        return line.count <= count ? line : String(line.prefix(count - 1)).trimmed + "…"
    }
}

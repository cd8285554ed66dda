extension String {
    /// A word of a column as people say it: `social worker`.
    package var roleWords: String {
        String.wholeWords[self]
            ?? split(separator: "-", omittingEmptySubsequences: false)
            .map { Self.abbreviations.contains(String($0)) ? $0.uppercased() : String($0) }
            .joined(separator: " ")
    }

    /// Words of the files that people say otherwise.
    private static let wholeWords = [
        "virtual-school": "Virtual School", "ask-dsl": "ask the DSL first",
        "dt-review": "review by the Designated Teacher",
        "dt-monitoring": "monitoring of the Designated Teacher",
        "dt-dsl-planning": "planning with the DSL", "dt-report": "report to head and governors",
        "staff-advice": "advice to staff", "cohort-check": "check of the list with the authority",
        "virtual-school-visit": "Virtual School visit", "cp-conference": "CP conference",
        "cin-review": "child in need review", "lac-review": "looked-after review",
        "pp-plus-cla": "PP+ for looked-after children",
        "pp-plus-pla": "PP+ for previously looked-after children", "partly": "partly met",
        "attachment-trauma": "attachment and trauma", "ehcp-plan": "EHC plan",
        "ehcp-review": "EHC review", "2-4": "ages 2 to 4", "4-17": "ages 4 to 17",
        "inset": "INSET day", "gld": "good level of development", "kcsie": "KCSIE",
        "managed-move": "move to another school that all agree",
        "separation": "kept off the site", "no-action": "not to act for now",
    ]

    private static let abbreviations: Set = ["iro", "dsl", "senco", "pep", "cp", "cin", "sen"]

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

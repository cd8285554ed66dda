import Domain

/// docs/bundle.md: the files and columns of a bundle, written from the schemas that read them.
public enum BundleDocument {
    public static func markdown() -> String {
        var lines = [
            "# The bundle",
            "",
            "Everything that `cksw` knows, as a folder of CSV files: `cksw export bundle DIR`",
            "writes it, `cksw import bundle DIR` reads it. Generated from the program's schemas.",
            "",
            "RFC 4180 in UTF-8 with a heading; columns may come in any order, an optional one may",
            "be left out. Empty means not known. A file that is absent holds nothing.",
        ]
        for kind in RecordKind.allCases { lines += section(kind) }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func section(_ kind: RecordKind) -> [String] {
        let schema = kind.schema
        let key = schema.keyNames.map { "`\($0)`" }
        return [
            "", "## \(kind.file)", "", "Key: \(key.joined(separator: ", ")).", "",
        ] + (notes[kind] ?? []) + [
            "| column | holds | may be empty |", "|---|---|---|",
        ]
            + schema.columns.map { column in
                let reference = column.reference.map { "; a row of \($0.file)" } ?? ""
                return "| `\(column.name)` | \(words(column.type))\(reference) | "
                    + "\(column.isOptional ? "yes" : "no") |"
            }
    }

    /// What the columns alone do not say.
    private static let notes: [RecordKind: [String]] = [
        .decisions: [
            "A decision about `no-action` takes a duty off the list of the morning when its",
            "`outcome` names the duty, the last day and who agreed:",
            "`pep-termly 2026-27 autumn; until 2027-01-15; agreed by M Osei`.", "",
        ],
        .funding: [
            "Of a fund that the Virtual School manages, what is committed, or spent without a",
            "commitment, counts as asked for, and as received when it is spent; of a fund that the",
            "school manages an allocation is received on its day.", "",
        ],
    ]

    private static func words(_ type: FieldType) -> String {
        switch type {
        case .pupil: "a child's reference: 1 to 20 letters, digits and `-`"
        case .identifier: "an id: 1 to 64 letters, digits, `-`, `_` and `.`"
        case .name: "1 to 200 characters on one line"
        case .text: "up to 10,000 characters; line breaks are allowed"
        case .date: "a date, `2026-11-23`"
        case .time: "a time of day, `09:15`"
        case .instant: "an instant, `2026-11-23T08:55:00Z`"
        case .yesNo: "`yes` or `no`"
        case .money: "pounds, `1234.50`"
        case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
        case .mark: "a code of the national register that is valid on the date"
        case .minutes: "minutes, 0 to 240"
        case .year: "a year, `2026-27`"
        case .upn: "a unique pupil number"
        case .count: "a whole number"
        case .figure: "a figure, `93.4`"
        case .halfDays: "days in steps of half a day, `1.5`"
        case .list(let words):
            words.isEmpty
                ? "words, with `;` between them"
                : "some of " + words.map { "`\($0)`" }.joined(separator: ", ")
                    + ", with `;` between them"
        case .answers: "25 answers, item 1 first, each `0`, `1`, `2` or `-`"
        case .acknowledged:
            "`policy`, `kcsie`, `child-protection` or `profile:REF`, REF a row of pupils.csv"
        }
    }
}

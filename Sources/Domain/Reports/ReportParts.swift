/// Words of a report, with the duties or records behind them.
public struct ReportWords: Hashable, Sendable {
    public let text: String
    /// Whether somebody typed them: such a text can hold a name that nobody meant to publish.
    public let isTyped: Bool
    /// `pupil:K017 pep-termly 2026-27 autumn`, `funding E0012`; none in a report for everybody,
    /// where their number alone would tell.
    public let ids: [String]

    public init(_ text: String, isTyped: Bool = false, ids: [String] = []) {
        self.text = text
        self.isTyped = isTyped
        self.ids = ids
    }

    /// What somebody has typed into the store.
    public static func typed(_ text: String, ids: [String] = []) -> ReportWords {
        ReportWords(text.oneLine, isTyped: true, ids: ids)
    }
}

extension ReportWords: ExpressibleByStringInterpolation {
    public init(stringLiteral text: String) { self.init(text) }
}

/// A table: each row begins with what it is about.
public struct ReportTable: Hashable, Sendable {
    public struct Column: Hashable, Sendable {
        public let title: String
        /// Whether its cells are numbers, which stand at the right.
        public let isNumber: Bool

        public init(_ title: String, isNumber: Bool = false) {
            self.title = title
            self.isNumber = isNumber
        }
    }

    /// By which `--table` names it: letters, digits and `-`.
    public let id: String
    public let caption: String
    public let columns: [Column]
    public let rows: [[ReportWords]]
    /// What is said where it has no row.
    public let empty: String
    /// What has to be known to read it.
    public let note: String?

    /// - Parameter rows: of as many cells as there are columns; what is missing is empty.
    public init(
        _ id: String, _ caption: String, _ columns: [Column], _ rows: [[ReportWords]],
        empty: String = "None.", note: String? = nil
    ) {
        self.id = id
        self.caption = caption
        self.columns = columns
        self.rows = rows.map { row in
            Array(row.prefix(columns.count))
                + Array(repeating: ReportWords(""), count: max(0, columns.count - row.count))
        }
        self.empty = empty
        self.note = note
    }

    /// The figures of a report as one table.
    static func of(_ figures: [ReportFigure]) -> ReportTable {
        ReportTable(
            "figures", "Figures",
            [Column("Figure"), Column("Value", isNumber: true), Column("Of"), Column("Note")],
            figures.map { figure in
                [
                    ReportWords(figure.label), figure.value, ReportWords(figure.of),
                    ReportWords(figure.note),
                ]
            })
    }
}

/// A number with its denominator.
public struct ReportFigure: Hashable, Sendable {
    /// `Children with a key adult`.
    public let label: String
    /// `12`, `£1,250.00`, `93.4 %`.
    public let value: ReportWords
    /// The denominator: `15 children`, `1,204 of 1,290 sessions`.
    public let of: String
    /// What it stands beside: `other pupils 95.1 % of 210`.
    public let note: String

    public init(_ label: String, _ value: ReportWords, of: String, note: String = "") {
        self.label = label
        self.value = value
        self.of = of
        self.note = note
    }

    /// `Children with a key adult: 12 of 15 children; other pupils …`.
    public var sentence: String { "\(label): \(value.text)\(rest)" }

    /// What follows the value: ` of 15 children; other pupils …`. A share has both its numbers behind
    /// it: `86.9 %, 100 of 115 sessions`.
    public var rest: String {
        let isShare = value.text.hasSuffix("%")
        return (of.isEmpty ? "" : (isShare ? ", " : " of ") + of)
            + (note.isEmpty ? "" : "; " + note)
    }
}

/// Values in an order, to be drawn and to be read.
public struct ReportPlot: Hashable, Sendable {
    public struct Point: Hashable, Sendable {
        public let label: String
        /// In tenths, so that nothing is rounded while it is drawn; `nil` where nothing is known.
        public let tenths: Int?
        /// `93.4 %, 12 of 182 sessions missed`.
        public let words: String

        public init(_ label: String, tenths: Int?, _ words: String) {
            self.label = label
            self.tenths = tenths
            self.words = words
        }
    }

    public let id: String
    public let title: String
    /// What the points are: `Half-term`.
    public let axis: String
    /// What is counted: `Sessions attended, per cent`.
    public let unit: String
    public let points: [Point]
    /// The top of the scale, in tenths.
    public let most: Int

    public init(
        _ id: String, _ title: String, axis: String, unit: String, most: Int, _ points: [Point]
    ) {
        self.id = id
        self.title = title
        self.axis = axis
        self.unit = unit
        self.most = most
        self.points = points
    }

    /// The numbers that it draws.
    public var table: ReportTable {
        ReportTable(
            id, title, [ReportTable.Column(axis), ReportTable.Column(unit, isNumber: true)],
            points.map { [ReportWords($0.label), ReportWords($0.words)] },
            empty: "Nothing is on record to draw.")
    }
}

/// What a report needs and the store does not know.
public struct ReportGap: Hashable, Sendable {
    /// `Other pupils' attendance of this year is not on record`.
    public let words: String
    /// What records it; `nil` where no single act does.
    public let action: ActionID?

    public init(_ words: String, _ action: ActionID? = nil) {
        self.words = words
        self.action = action
    }
}

/// What leaves the dashboard for one reader, as a value: pages of paper, a file and a mail are drawn
/// from the same one, so that they cannot disagree.
///
/// It stands in Domain because two rooms that may not know each other need it: ViewModels makes it
/// from the model, Exchange turns it into bytes.
public struct Report: Hashable, Sendable {
    /// Who may hold it.
    public enum Audience: String, CaseIterable, Sendable {
        /// Anybody: no child can be told from it.
        case `public`
        /// Those whom it is made for.
        case confidential

        /// What stands on every page.
        public var classification: String {
            switch self {
            case .public: "Public: no child is named"
            case .confidential: "Confidential: about children"
            }
        }
    }

    /// `governors`, `meeting K017`.
    public let id: String
    public let title: String
    public let school: String
    /// The day on which it was made; there is no other clock in it.
    public let on: Day
    /// `academic year 2026-27, as it stood on Mon 23 Nov 2026`.
    public let period: String
    public let audience: Audience
    /// Who reads it: `governing body; Virtual School`.
    public let reader: String
    /// What has to be said of the store before anything else: `INVENTED PUPILS`.
    public let notices: [String]
    /// Lines for an inbox, without a head.
    public let isBare: Bool
    public let sections: [ReportSection]
    /// Of a report for everybody, its numbers with what a reader can work out of those that are
    /// hidden.
    public let told: ToldNumbers?

    public init(
        id: String, title: String, school: String, on: Day, period: String, audience: Audience,
        reader: String, notices: [String] = [], isBare: Bool = false, sections: [ReportSection],
        told: ToldNumbers? = nil
    ) {
        self.id = id
        self.title = title
        self.school = school
        self.on = on
        self.period = period
        self.audience = audience
        self.reader = reader
        self.notices = notices
        self.isBare = isBare
        self.sections = sections
        self.told = told
    }

    public var blocks: [ReportBlock] { sections.flatMap(\.blocks) }

    /// Every table with its id: those of the sections, the numbers behind the plots, and last the
    /// figures as one.
    public var tables: [ReportTable] {
        let own = blocks.compactMap { block -> ReportTable? in
            switch block {
            case .table(let table): table
            case .plot(let plot): plot.table
            case .text, .list, .figure, .gap: nil
            }
        }
        return own + (figures.isEmpty ? [] : [ReportTable.of(figures)])
    }

    public var figures: [ReportFigure] {
        blocks.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
    }

    /// All that stands in it, word by word, with what each was taken from.
    public var words: [ReportWords] {
        blocks.flatMap { block -> [ReportWords] in
            switch block {
            case .text(let words): [words]
            case .list(let items): items
            case .table(let table): table.rows.flatMap { $0 }
            case .figure(let figure): [figure.value, ReportWords(figure.label)]
            case .plot(let plot): plot.table.rows.flatMap { $0 }
            case .gap(let gap): [ReportWords(gap.words)]
            }
        }
    }
}

/// A part of a report under a heading.
public struct ReportSection: Hashable, Sendable {
    public let title: String
    /// 2 for a part of the report, 3 for a part of a part.
    public let level: Int
    public let blocks: [ReportBlock]

    public init(_ title: String, level: Int = 2, _ blocks: [ReportBlock]) {
        self.title = title
        self.level = level
        self.blocks = blocks
    }
}

/// One thing that a section says.
public enum ReportBlock: Hashable, Sendable {
    case text(ReportWords)
    case list([ReportWords])
    case table(ReportTable)
    case figure(ReportFigure)
    case plot(ReportPlot)
    /// What the report needs and nobody has recorded.
    case gap(ReportGap)
}

import Domain

/// The numbers of a report, entered before any of them is told: what may be told of one hangs on the
/// others.
struct CountBook {
    private var cells: [PublicCounts.Cell] = []
    private var sums: [PublicCounts.Sum] = []

    mutating func count(_ id: String, _ count: Int) {
        guard !cells.contains(where: { $0.id == id }) else { return }
        cells.append(PublicCounts.Cell(id, count))
    }

    /// A part of a whole that is entered already; the rest is not told, and a reader can work it out.
    mutating func part(_ id: String, _ count: Int, of whole: String) {
        guard let all = cells.first(where: { $0.id == whole })?.count else { return }
        self.count(id, count)
        let rest = "\(id) rest of \(whole)"
        cells.append(PublicCounts.Cell(rest, all - count, isStated: false))
        sums.append(PublicCounts.Sum(whole, of: [id, rest]))
    }

    /// A total and all of its parts.
    ///
    /// - Parameter isExact: whether nothing stands in two parts.
    mutating func sum(_ total: String, of parts: [String], isExact: Bool = true) {
        sums.append(PublicCounts.Sum(total, of: parts, isExact: isExact))
    }

    /// How each is told to an audience.
    ///
    /// - Parameter earlier: what earlier reports of the year have told to everybody.
    func told(to audience: Report.Audience, after earlier: [Telling] = []) -> ToldCounts {
        let counts = Dictionary(
            cells.map { ($0.id, $0.count) }, uniquingKeysWith: { first, _ in first })
        switch audience {
        case .confidential:
            return ToldCounts(counts: counts, words: counts.mapValues { "\($0)" }, numbers: nil)
        case .public:
            let numbers = PublicCounts.told(cells, sums, after: earlier)
            return ToldCounts(counts: counts, words: numbers.words, numbers: numbers)
        }
    }
}

/// Numbers as an audience is told them.
struct ToldCounts {
    fileprivate let counts: [String: Int]
    fileprivate let words: [String: String]
    /// With what protects those that are hidden; `nil` where none is.
    let numbers: ToldNumbers?

    /// `12`, `<5`, `*`.
    subscript(_ id: String) -> String { words[id] ?? "" }

    /// Whether a number is told as it is.
    func isExact(_ id: String) -> Bool { counts[id].map { words[id] == "\($0)" } ?? false }

    /// `80.0 %`; empty where the whole is small, or where it would tell a number that is hidden.
    func percent(_ part: String, of whole: String) -> String {
        guard isExact(part), isExact(whole), let count = counts[part], let all = counts[whole]
        else { return "" }
        return ReportDesk.percent(count, of: all) ?? ""
    }

    /// `12 of 15 (80.0 %)`.
    func share(_ part: String, of whole: String) -> String {
        let percent = percent(part, of: whole)
        return "\(self[part]) of \(self[whole])" + (percent.isEmpty ? "" : " (\(percent))")
    }

    /// A part as a figure, with its share.
    func figure(
        _ label: String, _ part: String, of whole: String, _ noun: String, ids: [String] = []
    ) -> ReportBlock {
        let percent = percent(part, of: whole)
        return .figure(
            ReportFigure(
                label, ReportWords(self[part], ids: ids), of: "\(self[whole]) \(noun)",
                note: percent))
    }
}

/// The numbers of the year's report to governors, as its audience is told them.
struct YearCounts {
    let numbers: CohortNumbers
    let told: ToldCounts

    init(_ model: Model, _ request: ReportRequest) {
        numbers = CohortNumbers(model, request.year(on: model.today))
        told = numbers.book.told(to: request.audience, after: model.tellings(before: request))
    }
}

extension Model {
    /// What a reader of the report that is wanted has been told before: by the reports of the year
    /// that are on record as presented or sent.
    public func tellings(before request: ReportRequest) -> [Telling] {
        let year = request.year(on: today)
        let days = facts.school.governorsReports.filter { $0.year == year }
            .flatMap { [$0.presentedOn, $0.sentOn].compactMap { $0 } }
        return Telling.had(tellings[year] ?? [], by: days.filter { $0 <= request.made })
    }
}

extension ReportRequest {
    /// The academic year that it tells of; that of a day where it names none.
    public func year(on today: Day) -> AcademicYear {
        if case .year(let year) = period { return year }
        return AcademicYear(of: today)
    }
}

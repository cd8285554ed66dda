import Domain

extension ReportDesk {
    /// What the Designated Teacher tells head and governors each term: attainment, resources, training.
    var teacher: [ReportSection] {
        let numbers = CohortNumbers(model, AcademicYear(of: today))
        let told = numbers.book.told(to: request.audience)
        let short = model.policyLedger()?.shortByWeight
        return [
            ReportSection("The term's numbers", children(numbers, told)),
            ReportSection("PEPs", [.table(peps(numbers, told))]),
            ReportSection("Attendance", attendance(numbers, told)),
            ReportSection("Attainment beside other pupils", attainment(numbers, told)),
            ReportSection("Promised and short", short.map(clauses) ?? []),
            ReportSection("Resources", teacherTime + fundsLeft),
            ReportSection("Training", [.table(training)] + trainingOwed),
            ReportSection("Asked of the head", asked(short ?? [])),
        ]
    }

    /// Every clause that is short, the weightiest first.
    private func clauses(_ short: [PolicyLedger.Line]) -> [ReportBlock] {
        let rows = short.map { line -> [ReportWords] in
            [
                ReportWords(line.clause.id), ReportWords(line.clause.text),
                ReportWords(line.state.word),
                ReportWords("\(line.short.count)", ids: ids(line.short.map(\.text))),
                ReportWords("\(line.touched)"), ReportWords(next(line) ?? ""),
            ]
        }
        return [
            .table(
                ReportTable(
                    "short", "Clauses that are short, the weightiest first",
                    [
                        ReportTable.Column("Clause"), ReportTable.Column("What is promised"),
                        ReportTable.Column("State"),
                        ReportTable.Column("Duties short", isNumber: true),
                        ReportTable.Column("Children", isNumber: true),
                        ReportTable.Column("What comes next"),
                    ], rows, empty: "No clause is short."))
        ]
    }

    /// What is left of Pupil Premium Plus, and at this rate on 31 March.
    private var fundsLeft: [ReportBlock] {
        let books = plusBooks
        guard !books.isEmpty else {
            return [.gap(ReportGap("No fund of Pupil Premium Plus is on record", .fund))]
        }
        return books.map { book -> ReportBlock in
            let forecast = FundForecast(
                fund: book.fund, entries: school.entries, today: today)
            return .figure(
                ReportFigure(
                    "Left of \(book.fund.words)",
                    ReportWords(book.total.remaining.words, ids: ids(rows: book.entries)),
                    of: book.total.allocated.words, note: forecast.words))
        }
    }

    private var trainingOwed: [ReportBlock] {
        let owed = model.schoolDuties.filter {
            $0.topic == .staff && $0.subject == .school && $0.state.isShort
        }
        return [
            .list(
                owed.isEmpty
                    ? ["No training or reading of all staff is owed."]
                    : owed.map {
                        ReportWords($0.sentence(on: model.today), ids: ids(duties: [$0]))
                    })
        ]
    }

    /// What the school as a whole owes first, for a head can do that; then the promises to children
    /// that weigh most. Three in all.
    private func asked(_ short: [PolicyLedger.Line]) -> [ReportBlock] {
        let ofSchool = model.schoolDuties.filter(\.state.isShort).prefix(3)
        let others = short.filter { line in !ofSchool.contains { line.short.contains($0.id) } }
        let asked =
            ofSchool.map { duty in
                ReportWords(
                    duty.sentence(on: model.today) + Self.nextWords(duty.next?.words),
                    ids: ids(duties: [duty]))
            }
            + others.map { line in
                ReportWords(
                    "\(line.clause.id), \(line.clause.text)." + Self.nextWords(next(line)))
            }
        return [
            asked.isEmpty
                ? .text("Nothing: no promise is short.") : .list(Array(asked.prefix(3)))
        ]
    }

    private static func nextWords(_ words: String?) -> String {
        words.map { " Next: \($0)." } ?? ""
    }

    /// What comes next about a clause, in the words of its first duty that says it.
    private func next(_ line: PolicyLedger.Line) -> String? {
        line.short.lazy.compactMap { model.duty($0)?.next?.words }.first
    }
}

import Domain
import Support
import Testing

@testable import ViewModels

@Suite("Reports say what the screens say")
struct ReportFigureTests {
    private static let names = Examples.names + Examples.whole

    private func report(_ id: ReportID, _ model: Model) throws -> Report {
        try model.report(ReportRequest(id, audience: .confidential, made: model.today))
    }

    @Test("Children by status, PEPs of the term, clauses and money", arguments: names)
    func same(name: String) throws {
        let model = try Models.example(name)
        guard !model.children.isEmpty else { return }
        let governors = try report(.governors, model)
        let status = try #require(governors.table("status"))
        for (label, row) in zip(CohortLabel.allCases, status.texts) {
            #expect(row == [label.rawValue, "\(model.tally[label])"])
        }
        #expect(status.texts.last?.last == "\(model.children.count)")
        if let term = model.term, term.year == AcademicYear(of: model.today) {
            let pane = Sheet.peps(model).notes.map(\.text).first ?? ""
            let row = try #require(
                governors.table("peps")?.texts.first { $0[0] == term.label })
            #expect(pane.hasPrefix("This term: \(row[2]) of \(row[1]) held · \(row[7]) signed off"))
        }
        let policy = try report(.policy, model)
        let states = try #require(model.policyLedger()).lines.map(\.state)
        for figure in policy.figures {
            let state = try #require(
                DutyState.allCases.first { $0.word.sentenceCase == figure.label })
            #expect(figure.value.text == "\(states.count { $0 == state })")
        }
        try money(model)
    }

    /// Each account to the penny as the page of the fund has it.
    private func money(_ model: Model) throws {
        let money = try report(.money, model)
        for (place, book) in model.books.filter(\.fund.kind.isPlus).enumerated() {
            let accounts = try #require(money.table("accounts-\(place + 1)"))
            let total = book.ledger.total
            #expect(
                accounts.texts.last == [
                    "Together", total.allocated.words, total.received.words,
                    total.committed.words, total.spent.words, total.returned.words,
                    total.left.words,
                ])
            #expect(accounts.rows.last?.first?.ids.count == book.entries.count)
        }
    }

    @Test("Every report can be made of every worked school, twice the same", arguments: names)
    func made(name: String) throws {
        let model = try Models.example(name)
        let keeper = ReportCase.model(
            model.facts, on: model.today,
            Person(login: "k", name: "K", roles: [], isKeeper: true))
        for id in ReportID.allCases {
            let pupil = id.isOfChild ? keeper.children.first?.ref : nil
            guard !id.isOfChild || pupil != nil else { continue }
            let request = ReportRequest(
                id, pupil: pupil, audience: .confidential, isDraft: true, made: keeper.today)
            #expect(try keeper.report(request) == keeper.report(request), "\(id)")
        }
    }

    @Test("The child's chain has the figure of the child's page")
    func chain() throws {
        let model = try ReportCase.small([], ReportCase.head)
        let report = try model.report(
            ReportRequest(.file, pupil: SmallSchool.bea, made: model.today))
        let facts = try #require(model.facts.pupils[SmallSchool.bea])
        let figure = facts.attendance(upTo: model.today, under: model.pack)
        #expect(
            report.figures.first { $0.label == "Attendance this year" }?.of
                == "\(figure.attended) of \(figure.possible) sessions")
        #expect(report.title.contains("Bea Ashworth (Beatrice Ashworth)"))
    }

    @Test("What is not on record stands at the head, with what records it")
    func gaps() throws {
        let model = try ReportCase.small()
        let report = try report(.governors, model)
        let head = try #require(report.sections.first)
        #expect(head.title == "Not on record")
        #expect(
            report.everything.contains(
                "Nothing written for 2026-27: Strengths (key M)."))
        #expect(!report.blocks.contains { if case .gap = $0 { true } else { false } })
    }

    @Test("Now has at most 25 lines of 72 columns; nothing to do is one", arguments: 0..<40)
    func morning(seed: Int) throws {
        let made = RandomSchool(seed: UInt64(seed), children: 12)
        let model = ReportCase.model(try made.school.facts(), on: made.today, isDemo: true)
        let report = try model.report(ReportRequest(.morning, made: made.today))
        let lines = report.notices + report.words.map(\.text)
        #expect(lines.count <= 25 && lines.allSatisfy { $0.count <= 72 })
        if model.now.isEmpty { #expect(report.words.count == 1) }
        #expect(!report.everything.contains("Okafor"))
    }
}

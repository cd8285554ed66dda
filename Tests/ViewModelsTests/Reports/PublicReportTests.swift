import Domain
import Support
import Testing

@testable import ViewModels

@Suite("Reports for everybody")
struct PublicReportTests {
    private func governors(_ model: Model, _ audience: Report.Audience = .public) throws -> Report {
        try model.report(ReportRequest(.governors, audience: audience, made: model.today))
    }

    @Test("No child can be told from one, whatever the school", arguments: 0..<24)
    func canaries(seed: Int) throws {
        let made = RandomSchool(seed: UInt64(seed), children: 9)
        let model = ReportCase.model(try made.school.facts(), on: made.today)
        for id in [ReportID.governors, .policy] {
            let report = try model.report(ReportRequest(id, made: made.today))
            let text = report.everything
            for word in ["Ada", "Okafor", "2016-02-29", "29 Feb 2016", "A. O.", "K1"] {
                #expect(!text.contains(word), "\(id) \(word)")
            }
            let ids = report.words.flatMap(\.ids)
            #expect(ids.isEmpty)
        }
    }

    @Test("Small numbers of children are not told, and no share of them")
    func small() throws {
        let report = try governors(try ReportCase.small())
        let status = try #require(report.table("status")).texts
        #expect(status.contains(["CP", "<5"]) && status.contains(["CLA", "<5"]))
        #expect(status.contains(["PLA", "0"]))
        #expect(status.last?.last == "*" || status.last?.last == "<5")
        #expect(report.figures.first { $0.label == "Attendance this year" }?.value.text == "hidden")
    }

    @Test(
        "A text that names a child stops the report, with the word",
        arguments: [
            ("Bea reads every day.", "Bea"), ("The Marsh family helped.", "Marsh"),
            ("Born on 2 November 2020.", "2 november 2020"),
        ])
    func named(text: String, word: String) throws {
        let model = try ReportCase.small([try ReportCase.text(text)])
        #expect(throws: ReportRefusal.names(text: text, word: word)) { try governors(model) }
        #expect(try governors(model, .confidential).everything.contains(text))
    }

    @Test("A text that names nobody stands in it")
    func written() throws {
        let text = "Reading rose in every class."
        let model = try ReportCase.small([try ReportCase.text(text, "voice")])
        #expect(try governors(model).everything.contains(text))
    }

    @Test("Where nobody was known in the year it is one page")
    func nilReturn() throws {
        var school = try SchoolBuilder()
        try school.child("K1", "Robin", "Wren", status: nil)
        let report = try governors(try Models.of(school, on: Day("2026-11-23")))
        #expect(report.sections.map(\.title).contains("Nil return"))
        #expect(!report.sections.contains { $0.title.hasPrefix("Section") })
    }

    @Test("Reports about children have no public form, and each has its own span")
    func refused() throws {
        let model = try ReportCase.small()
        #expect(throws: ReportRefusal.notPublic) {
            try model.report(ReportRequest(.money, audience: .public, made: model.today))
        }
        #expect(throws: ReportRefusal.wrongPeriod) {
            try model.report(
                ReportRequest(
                    .money, period: .year(AcademicYear(of: model.today)), made: model.today))
        }
        #expect(throws: ReportRefusal.noPupil) {
            try model.report(
                ReportRequest(.meeting, pupil: PupilRef("K999"), made: model.today))
        }
    }

    @Test(
        "Who may make which",
        arguments: [
            (Role.Name.designatedTeacher, [ReportID.file, .conference]),
            (.head, [.conference]), (.dsl, []),
            (
                .senco,
                [
                    .governors, .teacher, .money, .file, .virtualSchool, .handover, .transfer,
                    .conference, .chase,
                ]
            ),
            (.administrator, ReportID.allCases),
            (.designatedGovernor, ReportID.allCases.filter { $0 != .policy }),
        ] as [(Role.Name, [ReportID])])
    func roles(role: Role.Name, refused: [ReportID]) {
        let clearance = Clearance(
            isKeeper: false, roles: [role], staff: [], today: SmallSchool.today)
        #expect(ReportID.allCases.filter { !$0.isFor(clearance, $0.audience) } == refused)
    }

    @Test("A child's report names no other child")
    func others() throws {
        let model = try ReportCase.small(
            [], Person(login: "dsl", name: "D", roles: [.dsl], isKeeper: false))
        for id in ReportID.allCases where id.isOfChild {
            let text = try model.report(
                ReportRequest(id, pupil: SmallSchool.bea, made: model.today)
            ).everything
            for other in ["Marsh", "Field", "Other", "K002", "K003"] {
                #expect(!text.contains(other), "\(id) \(other)")
            }
        }
    }
}

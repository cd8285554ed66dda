import Domain
import Exchange
import Support
import Testing
import ViewModels

@testable import cksw

@Suite("No report tells of a child who is not concerned")
struct ReportCanaryTests {
    /// A school in which every child's names, UPN and date of birth, and their carer's telephone, are
    /// words that stand nowhere else.
    private struct Marked {
        let facts: Facts
        let today: Day
        private let words: [PupilRef: [String]]
        /// Names, which a list of several children may tell whoever makes it.
        private let names: [PupilRef: [String]]

        init(seed: UInt64) throws {
            let made = RandomSchool(seed: seed, children: 5)
            today = made.today
            var words: [PupilRef: [String]] = [:]
            var names: [PupilRef: [String]] = [:]
            var records = try made.school.records()
            for place in records.indices where records[place].kind == .pupils {
                let ref = PupilRef(records[place]["pupil"])
                let number = 100 + words.count
                let born = Written.day("2015-01-03") + 37 * words.count
                let upn = "A8012\(number)50001"
                let own = ["zqsur\(number)", "zqfore\(number)", "zqknown\(number)"]
                records[place] = records[place].with("surname", own[0]).with("forename", own[1])
                    .with("known_as", own[2]).with("upn", upn).with("born", born.iso)
                let phone = "01632 960\(number)"
                records.append(
                    try Record(
                        .professionals,
                        [
                            "pupil": ref.text, "role": "carer", "name": "zqcarer\(number)",
                            "from": "2020-09-01", "phone": phone,
                        ]))
                names[ref] = own
                words[ref] = [upn, born.iso, born.dayMonthYear, phone]
            }
            facts = Facts(records: records, bankHolidays: PackLoader.builtIn.bankHolidays)
            self.words = words
            self.names = names
        }

        /// What may stand in no report but that of this child.
        func canaries(besides ref: PupilRef?, withNames: Bool = true) -> [String] {
            let all = words.merging(withNames ? names : [:]) { $0 + $1 }
            return all.filter { $0.key != ref }.flatMap(\.value)
        }

        func model(_ role: Role.Name) -> Model {
            Model(
                facts: facts,
                roster: facts.pupils.values.map(\.pupil).filter { $0.roll.contains(today) },
                today: today, pack: PackLoader.builtIn,
                person: Person(login: "u", name: "U", roles: [role], isKeeper: false),
                isDemo: false, actions: [])
        }
    }

    /// The report in every format, by the format's name.
    private static func drawn(_ report: Report) -> [(format: String, text: String)] {
        let sheets = report.tables.compactMap { ReportSheet.bytes(of: report, table: $0.id) }
        return [
            ("text", ReportLines.of(report).joined(separator: "\n")),
            ("html", ReportPage.html(of: report)), ("json", report.json.written),
            ("csv", String(decoding: sheets.flatMap { $0 }, as: UTF8.self)),
        ]
    }

    @Test(
        "Every report, in every format, for every role",
        arguments: Soak.seeds(3, soak: 200))
    func canaries(seed: UInt64) throws {
        let school = try Marked(seed: seed)
        var made = 0
        for role in Role.Name.allCases {
            let model = school.model(role)
            for id in ReportID.allCases {
                for request in Self.requests(id, model) {
                    guard let report = try? model.report(request) else { continue }
                    made += 1
                    // A list may name the children whom it lists, and tells nothing else of them.
                    let isOfSeveral = !id.isOfChild && request.names == .full
                    let canaries = school.canaries(
                        besides: request.pupil,
                        withNames: !isOfSeveral || request.audience == .public)
                    for (format, text) in Self.drawn(report) {
                        for word in canaries where text.contains(word) {
                            Issue.record("\(word) in \(report.id) as \(format) for \(role)")
                        }
                    }
                }
            }
        }
        #expect(made > 20)
    }

    /// Every form of a report.
    private static func requests(_ id: ReportID, _ model: Model) -> [ReportRequest] {
        let day = model.today
        guard !id.isOfChild else {
            return model.children.prefix(2).map { ReportRequest(id, pupil: $0.ref, made: day) }
        }
        let confidential = ReportNames.allCases.map {
            ReportRequest(id, audience: .confidential, names: $0, isDraft: true, made: day)
        }
        guard id.hasPublicForm else { return confidential }
        return confidential + [
            ReportRequest(id, audience: .public, isDraft: true, isProved: true, made: day)
        ]
    }
}

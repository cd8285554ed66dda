import Domain
import Support
import Testing

@Suite("Several children, roles or terms in one form")
struct LinesTests {
    private let empty = SetupFacts()

    private func spec(_ step: SetupStep) throws -> LinesSpec { try #require(LinesSpec.of(step)) }

    private func records(_ command: Command?, _ kind: RecordKind) -> [Record] {
        (command?.changes ?? []).compactMap { change in
            if case .put(let record) = change, record.kind == kind { return record }
            return nil
        }
    }

    private func line(_ texts: String...) -> (line: FormLine, values: [String])? {
        (FormLine(key: "", cells: texts.map { _ in .open("") }), texts)
    }

    @Test("Ten children get their statuses in one command, with their own days")
    func statuses() throws {
        let context = try SmallSchool.context()
        let command = try spec(.statuses).command(
            [
                line("K004", "CP", "2026-10-12"), nil, line("K001", "CIN", "2025-03-04"),
                line("K004", "CLA", "2026-11-23"),
            ], in: context)
        let rows = records(command, .status).map { "\($0["pupil"]) \($0["status"]) \($0["from"])" }
        #expect(rows == ["K004 CP 2026-10-12", "K001 CIN 2025-03-04", "K004 CLA 2026-11-23"])
        #expect(command?.subject == .school)
        #expect(command?.seen.count == 3)
    }

    @Test("What cannot be recorded is told at its line and cell; one bad line costs no other")
    func faults() throws {
        let context = try SmallSchool.context()
        let spec = try spec(.statuses)
        #expect(throws: LineFaults.self) {
            try spec.command([line("K004", "CP", "2026-11-24")], in: context)
        }
        do throws(LineFaults) {
            _ = try spec.command(
                [
                    line("K004", "CP", "2026-11-24"), line("K004", "", "2026-11-23"),
                    line("K001", "CP", "2026-09-02"), line("K003", "CIN", "2026-11-23"),
                    line("K003", "CIN", "2026-11-23"),
                ], in: context)
        } catch {
            let told = error.faults.map { "\($0.line) \($0.column ?? -1) \($0.problem)" }
            #expect(
                told == [
                    "0 2 is after today", "1 1 is missing",
                    "2 2 is the day on which another CP status begins",
                    "4 0 is on another line already",
                ])
        }
        #expect(try spec.command([nil], in: context) == nil)
    }

    @Test(
        "A few letters find one of a list: the whole first, then what is recorded, then words",
        arguments: [
            ("cp", ["CP"]), ("CLA", ["CLA"]), ("p", ["PLA"]), ("n", ["CIN"]),
            ("l", ["CLA", "PLA"]),
            ("child", ["CP", "CIN"]), ("adop", ["PLA"]), ("x", []),
        ])
    func letters(_ text: String, _ values: [String]) throws {
        let column = try spec(.statuses).columns[1]
        let choices = column.choices(in: try SmallSchool.context())
        #expect(LineColumn.fitting(text, among: choices).map(\.value) == values)
    }

    @Test(
        "A child is found by known name, legal name, surname or number",
        arguments: ["bea", "ashw", "beatrice", "ash be", "K001", "Bea Ashworth, Year 1 Oak"])
    func child(_ text: String) throws {
        let context = try SmallSchool.context()
        let column = try spec(.statuses).columns[0]
        let reading = column.read(
            text, among: column.choices(in: context), on: SmallSchool.today)
        #expect(reading == .value("K001", words: "Bea Ashworth, Year 1 Oak"))
    }

    @Test("Two children of one name and class are told apart by their numbers")
    func namesakes() throws {
        let twin = try Record(
            .pupils,
            [
                "pupil": "K009", "surname": "Other", "forename": "Ann", "born": "2020-12-26",
                "year_group": "1", "admitted": "2025-09-03",
            ])
        let context = try SmallSchool.context(changing: [.put(twin)])
        let column = try spec(.statuses).columns[0]
        let choices = column.choices(in: context)
        let reading = column.read("ann other", among: choices, on: SmallSchool.today)
        guard case .several(let fitting) = reading else {
            Issue.record("\(reading)")
            return
        }
        #expect(fitting.map(\.label) == ["Ann Other, Year 1 (K004)", "Ann Other, Year 1 (K009)"])
    }

    @Test("Children whom a file marks stand there with a status and wait for their day")
    func marked() throws {
        var setup = SetupFacts()
        setup.marked = [
            SetupFacts.Marked(pupil: SmallSchool.ann, words: "Previously looked after"),
            SetupFacts.Marked(pupil: PupilRef("gone"), words: "Y"),
        ]
        let lines = try spec(.statuses).lines(in: try SmallSchool.context(), setup)
        #expect(lines.map(\.cells) == [[.open("K004"), .open("PLA"), .open("")]])
    }

    @Test("Each child is asked for what its status has, and not for what is on record")
    func heldCells() throws {
        let lines = try spec(.held).lines(in: try SmallSchool.context(), empty)
        #expect(lines.map(\.label) == ["Bea Ashworth", "Sam Field", "Leo Marsh"])
        #expect(lines[0].cells == [.open(""), .open(""), .open(""), .none])
        #expect(lines[1].cells == [.stands("3 Nov 2026"), .none, .none, .open("")])
        #expect(lines[2].cells == [.open(""), .none, .none, .open("")])
    }

    @Test("A PEP, a conference, a core group and a review are recorded as held on their days")
    func held() throws {
        let context = try SmallSchool.context()
        let spec = try spec(.held)
        let lines = spec.lines(in: context, empty)
        let command = try spec.command(
            [
                (lines[0], ["2026-10-01", "2026-09-30", "2026-11-02", ""]),
                (lines[1], ["", "", "", "2026-06-01"]), (lines[2], ["", "", "", ""]),
            ], in: context)
        #expect(records(command, .peps).map { $0["held_on"] } == ["2026-10-01"])
        let meetings = records(command, .meetings).map {
            "\($0["pupil"]) \($0["kind"]) \($0["held_on"])"
        }
        #expect(
            meetings == [
                "K001 cp-conference 2026-09-30", "K001 core-group 2026-11-02",
                "K003 lac-review 2026-06-01",
            ])
        #expect(Set(records(command, .meetings).map { $0["meeting_id"] }).count == 3)
        do throws(LineFaults) {
            _ = try spec.command(
                [(lines[0], ["", "2026-11-24", "", ""])], in: context)
            Issue.record("a conference of tomorrow was taken as held")
        } catch {
            #expect(error.faults == [LineFault(line: 0, column: 1, problem: "is after today")])
        }
    }

    @Test("Roles that are held stand as they are; others take staff by letters, or a name")
    func roles() throws {
        let context = try SmallSchool.context()
        let spec = try spec(.roles)
        let lines = spec.lines(in: context, empty)
        #expect(lines[0].cells == [.stands("A Khan"), .stands("1 Sep 2020")])
        let head = try #require(lines.first { $0.key == "head" })
        #expect(head.cells == [.open(""), .open("23 Nov 2026")])
        let choices = spec.columns[0].choices(in: context)
        let staff = spec.columns[0].read("web", among: choices, on: SmallSchool.today)
        #expect(staff == .value("S02", words: "J Webb"))
        let other = spec.columns[0].read("N Obi", among: choices, on: SmallSchool.today)
        #expect(other == .value("N Obi", words: "N Obi"))
        let command = try spec.command([(head, ["S02", "2026-09-01"])], in: context)
        #expect(records(command, .roles).map(\.key.parts) == [["head", "S02", "2026-09-01"]])
    }

    @Test("The authority's dates stand there whole; what is on record stands in their place")
    func dates() throws {
        var context = try SmallSchool.context()
        let spec = try spec(.dates)
        let lines = spec.lines(in: context, empty)
        // A status began last year, of which no term is on record.
        #expect(lines.count == 12)
        #expect(lines[6].label == "Autumn 2025-26 term")
        #expect(lines[7].cells == [.open("27 Oct 2025"), .open("31 Oct 2025")])
        #expect(lines[0].cells == [.open("2 Sep 2026"), .open("18 Dec 2026")])
        #expect(lines[5].cells == [.open("31 May 2027"), .open("4 Jun 2027")])
        let values = [
            ["2026-09-02", "2026-12-18"], ["2026-10-26", "2026-10-29"],
            ["2027-01-04", "2027-03-25"], ["2027-02-15", "2027-02-19"],
            ["2027-04-12", "2027-07-21"], ["2027-05-31", "2027-06-04"],
        ]
        let command = try spec.command(zip(lines, values).map { ($0, $1) }, in: context)
        #expect(records(command, .terms).count == 3)
        #expect(records(command, .closures).map { $0["to"] }.sorted().first == "2026-10-29")
        // The half-term on record ends a day later: it goes.
        #expect(
            command?.changes.contains { change in
                if case .remove(let key) = change { return key.parts[1] == "2026-10-30" }
                return false
            } == true)
        let last = try spec.command([(lines[6], ["2025-09-02", "2025-12-19"])], in: context)
        #expect(records(last, .terms).map { $0["academic_year"] } == ["2025-26"])
        context.today = try #require(Day(iso: "2030-10-01"))
        #expect(spec.lines(in: context, empty)[0].cells == [.open(""), .open("")])
    }
}

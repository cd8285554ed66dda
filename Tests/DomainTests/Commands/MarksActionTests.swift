import Domain
import Support
import Testing

@Suite("Marks of a day by hand")
struct MarksActionTests {
    private func marks(_ entries: Entries, in context: CommandContext) throws -> YearMarks {
        let spec = try #require(ActionSpec.of(.marks))
        let command = try spec.command(entries, in: context)
        guard case .marks(let pupil, let marks) = command.changes.first else {
            Issue.record("marks are put")
            return YearMarks(year: AcademicYear(of: SmallSchool.today))
        }
        #expect(pupil == SmallSchool.bea)
        #expect(command.subject == .pupil(pupil))
        #expect(command.seenMarks[pupil] != nil)
        return marks
    }

    @Test("The reason takes the place of the N, and other days stay as they are")
    func reason() throws {
        let context = try SmallSchool.context(SmallSchool.bea)
        let marks = try marks(
            ["pupil": "K001", "date": "2026-11-23", "am": "I", "pm": "i"], in: context)
        let today = marks.codes(on: SmallSchool.today)
        #expect(today.am?.text == "I")
        #expect(today.pm?.text == "I")
        #expect(marks.codes(on: SmallSchool.today - 3).am?.text == "/")
    }

    @Test("The other session keeps its mark; a sign for present is that of its session")
    func oneSession() throws {
        let context = try SmallSchool.context(SmallSchool.bea)
        let marks = try marks(["date": "today", "pm": "/"], in: context)
        let today = marks.codes(on: SmallSchool.today)
        #expect(today.am?.text == "N")
        #expect(today.pm?.text == "\\")
    }

    @Test(
        "What cannot be is told at its field",
        arguments: [
            (["date": "2026-11-24", "am": "/"], "date is after today"),
            (["date": "2026-11-23", "am": "nonsense"], "am is no register code"),
            (["date": "2026-11-20", "am": "", "pm": ""], "am is missing"),
            (
                ["date": "2026-11-20", "am": "L", "pm": "/", "late_minutes": "999"],
                "late_minutes is not a number of minutes from 0 to 240"
            ),
            (["date": "2024-11-20", "am": "/"], "date is a day on which the child is not on roll"),
        ])
    func faults(entries: [String: String], words: String) throws {
        let context = try SmallSchool.context(SmallSchool.bea)
        let spec = try #require(ActionSpec.of(.marks))
        let found = #expect(throws: EntryFaults.self) {
            try spec.command(Entries(entries.mapValues { [$0] }), in: context)
        }
        let told = try #require(found).faults.map { "\($0.field) \($0.problem)" }
        #expect(told.contains(words))
    }

    @Test("Minutes late go with a mark that is late, and leave with it")
    func late() throws {
        let context = try SmallSchool.context(SmallSchool.bea)
        let late = try marks(
            ["date": "2026-11-20", "am": "L", "late_minutes": "12"], in: context)
        #expect(late.lateMinutes(on: SmallSchool.today - 3) == 12)
    }

    @Test("From the line of a day without a reason the form is of that day, with what stands")
    func ofDuty() throws {
        let context = try SmallSchool.context(SmallSchool.bea, duty: .attendanceUnexplained)
        let spec = try #require(ActionSpec.of(.marks))
        let start = spec.start(in: context)
        #expect(start["date"] == "2026-11-23")
        #expect(start["am"] == "N")
    }
}

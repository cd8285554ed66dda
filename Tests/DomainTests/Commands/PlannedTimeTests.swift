import Domain
import Support
import Testing

@Suite("The time of a plan")
struct PlannedTimeTests {
    /// Read on Mon 23 Nov 2026.
    @Test(
        "A time stands beside the date, as people write it",
        arguments: [
            ("4 dec 9.15", "2026-12-04", "09:15"), ("4 dec at 14:30", "2026-12-04", "14:30"),
            ("tue 9.15am", "2026-11-24", "09:15"), ("next tue 2pm", "2026-12-01", "14:00"),
            ("Fri 4 Dec 2026 09:15", "2026-12-04", "09:15"),
            ("2026-12-04 09:15", "2026-12-04", "09:15"), ("9.15 4 dec", "2026-12-04", "09:15"),
            ("4 dec", "2026-12-04", nil), ("4 dec 2026", "2026-12-04", nil),
            ("9.12", "2026-12-09", nil), ("+14", "2026-12-07", nil),
        ])
    func read(words: String, day: String, time: String?) throws {
        let found = try #require(
            DateWords(today: SmallSchool.today, lean: .future).dayAndTime(words))
        #expect(found.day.iso == day)
        #expect(found.time?.text == time)
    }

    @Test(
        "A time alone, or one that no clock shows, means no day",
        arguments: ["9.15", "4 dec 25.00", "4 dec 9"])
    func unread(words: String) {
        #expect(DateWords(today: SmallSchool.today, lean: .future).dayAndTime(words) == nil)
    }

    private func put(
        _ action: ActionID, _ entries: Entries, _ changing: [RecordChange] = [],
        record: RecordKey? = nil
    ) throws -> Record {
        let context = try SmallSchool.context(
            SmallSchool.bea, record: record, changing: changing)
        let command = try #require(ActionSpec.of(action)).command(entries, in: context)
        let record = command.changes.compactMap { change -> Record? in
            if case .put(let record) = change, record.kind != .pepPeople { return record }
            return nil
        }.first
        return try #require(record)
    }

    @Test("A PEP is planned with its time, and one without a time has none")
    func planned() throws {
        let timed = try put(.pepPlan, ["planned_for": "4 dec 9.15"])
        #expect(timed["planned_for"] == "2026-12-04")
        #expect(timed["time"] == "09:15")
        #expect(try put(.pepPlan, ["planned_for": "4 dec"])["time"] == "")
        let apart = try put(.pepPlan, ["planned_for": "4 dec", "time": "2pm"])
        #expect(apart["time"] == "14:00")
    }

    @Test("A plan that moves has the time that is typed with its new day, or none")
    func moved() throws {
        let plan = try Record(
            .peps, ["pep_id": "P3", "pupil": "K001", "planned_for": "2026-11-30", "time": "09:15"])
        let later = try put(
            .pepMove, ["pep_id": "P3", "planned_for": "1 dec at 14:30"], [.put(plan)])
        #expect(later["planned_for"] == "2026-12-01")
        #expect(later["time"] == "14:30")
        let open = try put(.pepMove, ["pep_id": "P3", "planned_for": "1 dec"], [.put(plan)])
        #expect(open["time"] == "")
        // What nobody touches stays.
        let noted = try put(.pepMove, ["pep_id": "P3", "note": "room 2"], [.put(plan)])
        #expect(noted["planned_for"] == "2026-11-30")
        #expect(noted["time"] == "09:15")
    }

    @Test("A meeting keeps its time when it is recorded as held")
    func held() throws {
        let meeting = try put(
            .meeting, ["kind": "core-group", "pupil": "K001", "planned_for": "20 nov 2026 10.30"])
        #expect(meeting["time"] == "10:30")
        let held = try put(
            .meeting, ["meeting_id": meeting["meeting_id"], "held_on": "20 nov"], [.put(meeting)],
            record: meeting.key)
        #expect(held["held_on"] == "2026-11-20")
        #expect(held["time"] == "10:30")
    }

    @Test("A time without a day to stand on is a fault", arguments: [RecordKind.peps, .meetings])
    func withoutDay(kind: RecordKind) {
        let fields = [
            kind.schema.keyNames[0]: "X1", "pupil": "K001", "kind": kind == .peps ? "" : "other",
            "held_on": "2026-11-20", "time": "09:15",
        ]
        let faults = #expect(throws: RecordFaults.self) { try Record(kind, fields) }
        #expect(faults?.faults.map(\.problem) == ["stands without planned_for"])
    }
}

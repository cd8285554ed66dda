import Domain
import Support
import Testing
import ViewModels

@Suite("Now: one list, one order")
struct NowTests {
    let today = Day("2026-11-23")

    /// Whom the lines are about, in order.
    private func names(_ school: SchoolBuilder, on day: Day? = nil) throws -> [String] {
        let model = try Models.of(school, on: day ?? today)
        return model.now.map { model.name(of: $0.duty.subject) }
    }

    @Test("An absence of this morning without a reason stands before everything else")
    func todayFirst() throws {
        var school = try SchoolBuilder()
        try school.child("K1", "Ada", "Able", status: "CP", keyAdult: false)
        try school.child("K2", "Zed", "Young")
        try school.marks("K1", Day("2026-11-20"), Day("2026-11-20"))
        try school.marks("K2", Day("2026-11-20"), Day("2026-11-20"))
        try school.add(
            .attendance, ["pupil": "K2", "date": "2026-11-23", "am": "N", "pm": ""])
        let model = try Models.of(school, on: today)
        #expect(model.now.first?.duty.rule == .attendanceFirstDay)
        #expect(model.now.first?.band == .today)
        #expect(model.now.first.map { model.name(of: $0.duty.subject) } == "Zed Young")
        #expect(model.now.dropFirst().first?.duty.rule == .keyAdult)
    }

    @Test("What is overdue stands by label: CP, CLA, CIN, PLA, Ever-6, then the school")
    func byLabel() throws {
        var school = try SchoolBuilder()
        try school.child("K1", "A", "Aa", status: "PLA", keyAdult: false)
        try school.child("K2", "B", "Bb", status: "CIN", keyAdult: false)
        try school.child("K3", "C", "Cc", status: "CLA", since: "2026-10-05", keyAdult: false)
        try school.child("K4", "D", "Dd", status: "CP", keyAdult: false)
        try school.child("K5", "E", "Ee", status: nil, keyAdult: false)
        try school.add(
            .status, ["pupil": "K5", "status": "CIN", "from": "2026-10-01", "to": "2026-10-31"])
        try school.add(
            .funds,
            [
                "fund_id": "F1", "name": "PP+", "kind": "pp-plus-cla",
                "financial_year": "2026-27", "managed_by": "school",
            ])
        try school.add(
            .funding,
            [
                "entry_id": "E1", "fund_id": "F1", "kind": "spend", "on": "2026-09-10",
                "amount": "10.00", "what": "Books",
            ])
        let model = try Models.of(school, on: today)
        let overdue = model.now.filter { $0.band == .overdue }
        #expect(
            overdue.filter { $0.duty.rule == .keyAdult }.map { model.name(of: $0.duty.subject) }
                == ["D Dd", "C Cc", "B Bb", "A Aa", "E Ee"])
        let ofSchool = overdue.drop { $0.duty.subject.pupil != nil }
        #expect(ofSchool.allSatisfy { $0.duty.subject.pupil == nil })
        #expect(ofSchool.contains { $0.duty.subject == .fund("F1") })
    }

    @Test("Within a label the most school days late stand first, then the surname decides")
    func mostLate() throws {
        var school = try SchoolBuilder()
        try school.child("K1", "A", "Young", since: "2026-11-02", keyAdult: false)
        try school.child("K2", "B", "Moss", since: "2026-10-01", keyAdult: false)
        try school.child("K3", "C", "Able", since: "2026-11-02", keyAdult: false)
        let model = try Models.of(school, on: today)
        #expect(
            model.now.filter { $0.duty.rule == .keyAdult }.map { model.name(of: $0.duty.subject) }
                == ["B Moss", "C Able", "A Young"])
    }

    @Test("What is not known stands behind what is overdue and before what is due soon")
    func bands() throws {
        var school = try SchoolBuilder()
        try school.child("K1", "A", "Able")
        try school.pep("P1", of: "K1", held: "2026-11-20")
        try school.child("K2", "B", "Bond", keyAdult: false)
        let bands = try Models.of(school, on: today).now.map(\.band)
        #expect(bands == bands.sorted())
        #expect(Set(bands) == [.overdue, .unknown, .soon])
    }

    @Test("What is due soon stands by its day")
    func soonByDue() throws {
        var school = try SchoolBuilder()
        try school.child("K1", "A", "Able")
        try school.pep("P1", of: "K1", held: "2026-11-20")
        try school.child("K2", "B", "Bond")
        try school.pep("P2", of: "K2", held: "2026-11-17")
        let lines = try Models.of(school, on: today).now.filter { $0.band == .soon }
        let days = lines.compactMap(\.duty.due)
        #expect(days == days.sorted())
        #expect(days.count == lines.count && lines.count > 1)
    }

    @Test("Several duties of one child and one cause are one line that says how many")
    func oneCause() throws {
        var school = try SchoolBuilder()
        try school.child("K1", "Ada", "Able")
        try school.marks("K1", Day("2026-09-02"), Day("2026-10-23"), am: "I", pm: "I")
        try school.pep("P1", of: "K1", held: "2026-09-10", signedOff: "2026-09-11")
        let model = try Models.of(school, on: today)
        let lines = model.now.filter { $0.duty.rule.rawValue.hasPrefix("attendance-contact") }
        #expect(lines.count == 1)
        let others = lines.first?.others ?? []
        #expect(others.contains { $0.rule == .attendanceLevel })
        #expect(others.contains { $0.rule == .contactSocialWorker })
        let page = Session(model, now: .byDuty).page(size: .wide)
        let row = page.panes[0].rows.first { $0.id == lines.first?.id }
        #expect(row?.spoken.contains("and \(others.count) more") == true)
    }

    @Test("Duties of different children are never one line")
    func noSharedLines() throws {
        for name in Examples.names {
            let model = try Models.example(name)
            for line in model.now {
                #expect(line.others.allSatisfy { $0.subject.pupil == line.duty.subject.pupil })
            }
        }
    }

    @Test(
        "Every overdue, unknown and soon duty stands in exactly one line or behind the count of old",
        arguments: Examples.names
    )
    func complete(_ name: String) throws {
        let model = try Models.example(name)
        let pressing = model.allDuties.filter { [.overdue, .unknown, .soon].contains($0.state) }
        let listed = model.now.flatMap { [$0.duty.id] + $0.others } + model.older.map(\.id)
        #expect(listed.count == pressing.count)
        #expect(Set(listed) == Set(pressing.map(\.id)))
        #expect(Set(model.now.map(\.id)).count == model.now.count)
    }

    private func staffed(_ count: Int, read: Int) throws -> SchoolBuilder {
        var school = try SchoolBuilder()
        for number in 1..<count {
            try school.add(
                .staff,
                [
                    "staff": "T\(number)", "name": "Member \(number)", "post": "Teacher",
                    "teaching": "yes", "qts": "yes", "leadership": "no", "from": "2020-09-01",
                ])
        }
        for number in 0..<read {
            try school.add(
                .acknowledgements,
                [
                    "staff": number == 0 ? "S01" : "T\(number)", "what": "policy",
                    "on": "2026-09-04",
                ])
        }
        return school
    }

    @Test("What each member of staff owes is one line of the school's, which opens them all")
    func staff() throws {
        let model = try Models.of(staffed(6, read: 2), on: today)
        let lines = model.now.filter { $0.rule == "policy-read" }
        #expect(lines.count == 1)
        let line = try #require(lines.first)
        #expect(line.duty.id == DutyID(subject: .school, rule: "policy-read-all", reference: ""))
        #expect(line.others.count == 4)
        #expect(
            !model.now.contains {
                $0.duty.subject.text.hasPrefix("staff:") && $0.rule == nil
                    && $0.duty.rule == "policy-read"
            })
        var session = Session(model, first: .pane(.now), now: .byDuty)
        while session.page(size: .wide).focused.selectedRow?.id != line.id {
            _ = session.press(.down, size: .wide)
        }
        let row = session.page(size: .wide).focused.selectedRow
        #expect(
            row?.spoken.contains("4 of 6 members of staff have not read this policy.") == true)
        _ = session.press(.enter, size: .wide)
        #expect(session.pageName == .rule("policy-read"))
        #expect(session.page(size: .wide).panes[0].rows.count == 6)
    }

    @Test("While nobody on the staff is late, those who are due soon are one line too")
    func staffSoon() throws {
        let model = try Models.of(staffed(6, read: 2), on: Day("2026-10-20"))
        let line = try #require(model.now.first { $0.rule == "policy-read" })
        #expect(line.band == .soon && line.others.count == 3)
        #expect(model.now.count { $0.rule == "policy-read" } == 1)
        let page = Session(model, now: .byDuty).page(size: .wide)
        let row = page.panes[0].rows.first { $0.id == line.id }
        #expect(row?.spoken.contains("and 3 more") == true)
    }

    @Test("Calls that come round again are one line of the child")
    func calls() throws {
        var school = try SchoolBuilder()
        try school.child("K1", "Ada", "Able")
        let model = try Models.of(school, on: today)
        let lines = model.now.filter {
            $0.duty.rule == "carer-contact" || $0.duty.rule == "agency-contact"
        }
        #expect(lines.count == 1)
        #expect(lines.first?.others.count == 1)
    }

    @Test("Items of a child's checklists are one line")
    func checklist() throws {
        var school = try SchoolBuilder()
        try school.add(
            .pupils,
            [
                "pupil": "K1", "surname": "Able", "forename": "Ada", "born": "2020-05-03",
                "year_group": "1", "class": "Oak", "admitted": "2026-10-05",
            ])
        try school.add(.status, ["pupil": "K1", "status": "CIN", "from": "2026-10-05"])
        let model = try Models.of(school, on: today)
        let pressing = model.allDuties.filter {
            $0.topic == .moving && [.overdue, .soon].contains($0.state)
        }
        let lines = model.now.filter { $0.duty.topic == .moving }
        #expect(pressing.count > 1)
        #expect(lines.count == 1 && lines.first?.others.count == pressing.count - 1)
    }

    @Test("What was missed is no line, but a number that opens its list")
    func missed() throws {
        let model = try Models.example("01")
        #expect(model.now.allSatisfy { $0.duty.state != .missed })
        let page = Session(model, first: .list(.missed)).page(size: .wide)
        #expect(page.panes[0].rows.count == model.tally[.missed])
        #expect(model.tally[.missed] > 0)
    }

    @Test("What one suspension asks is one line, and another suspension is another")
    func suspensions() throws {
        var school = try SchoolBuilder()
        try school.child("K1", "Ada", "Able")
        for (id, day) in [("S1", "2026-11-16"), ("S2", "2026-11-19")] {
            try school.add(
                .suspensions,
                [
                    "suspension_id": id, "pupil": "K1", "kind": "suspension", "decided_on": day,
                    "from": day, "days": "1",
                ])
        }
        let model = try Models.of(school, on: today)
        for id in ["S1", "S2"] {
            let line = try #require(model.now.first { $0.id == "pupil:K1 suspension \(id)" })
            let all = [line.duty.id] + line.others
            #expect(all.count > 1)
            #expect(all.allSatisfy { $0.reference == .record(id) })
            let asked = model.allDuties.filter {
                $0.topic == .suspension && $0.reference == .record(id) && $0.due != nil
                    && [.overdue, .unknown, .soon].contains($0.state)
            }
            #expect(Set(all) == Set(asked.map(\.id)))
        }
    }
}

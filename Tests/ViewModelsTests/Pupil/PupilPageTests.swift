import Domain
import Support
import Testing
import ViewModels

@Suite("All that is on record of a child")
struct PupilPageTests {
    private let today = Day("2026-11-23")

    private func session(
        on day: Day? = nil, _ change: (inout SchoolBuilder) throws -> Void
    ) throws -> Session {
        var school = try SchoolBuilder()
        try school.child("K1", "Bea", "Ashworth", status: "CP")
        try change(&school)
        return Session(
            try Models.of(school, on: day ?? today), first: .pupil(PupilRef("K1")))
    }

    private func pane(_ id: String, _ session: Session) throws -> Pane {
        try #require(session.page(size: .wide).panes.first { $0.id == id })
    }

    private func strip(_ label: String, _ session: Session) throws -> String {
        let row = try #require(try pane("year", session).rows.first { $0.id == "strip \(label)" })
        return row.cells[1].map(\.text).joined()
    }

    @Test("Every strip has a sign for each week, so that they stand below each other")
    func aligned() throws {
        let session = try session { school in
            try school.marks("K1", Day("2026-09-02"), Day("2026-11-20"))
            try school.pep("P1", of: "K1", held: "2026-10-01")
        }
        let rows = try pane("year", session).rows
        let widths = Set(rows.map { $0.cells[1].map(\.text).joined().count })
        // From the week of 1 September to the week in which the summer term ends.
        #expect(widths == [47])
        guard case .table(let columns, _) = try pane("year", session).content else { return }
        #expect(columns[1].title.count == 47)
        #expect(columns[1].title.hasPrefix("Sep Oct Nov  Dec"))
        #expect(try Array(strip("Weeks", session)).firstIndex(of: "▼") == 12)
    }

    @Test("A week of marks says how many sessions were missed, and whether one has no reason")
    func marks() throws {
        let session = try session { school in
            try school.marks("K1", Day("2026-09-02"), Day("2026-09-04"))
            try school.marks("K1", Day("2026-09-07"), Day("2026-09-11"), am: "I")
            try school.marks("K1", Day("2026-09-14"), Day("2026-09-18"), am: "I", pm: "I")
            try school.marks("K1", Day("2026-09-21"), Day("2026-09-25"), am: "N")
        }
        #expect(try strip("Marks", session).hasPrefix("/5X?·"))
    }

    @Test("PEPs, contacts, meetings, statuses, support and money stand in their weeks")
    func events() throws {
        let session = try session { school in
            try school.pep("P1", of: "K1", planned: "2026-09-08")
            try school.pep("P2", of: "K1", held: "2026-09-15")
            try school.pep("P3", of: "K1", planned: "2026-11-30")
            try school.contact("K1", at: "2026-09-07T09:00:00Z", with: "parent")
            try school.contact("K1", at: "2026-09-11T09:00:00Z", with: "social-worker")
            try school.add(
                .meetings,
                ["meeting_id": "M1", "kind": "core-group", "pupil": "K1", "held_on": "2026-09-10"])
            try school.add(
                .meetings,
                [
                    "meeting_id": "M2", "kind": "cp-conference", "pupil": "K1",
                    "planned_for": "2026-12-01",
                ])
            try school.add(
                .interventions,
                [
                    "intervention_id": "I1", "pupil": "K1", "name": "Reading", "level": "targeted",
                    "from": "2026-09-14", "to": "2026-09-25",
                ])
            try school.add(
                .funds,
                [
                    "fund_id": "F1", "name": "PP+", "kind": "pp-plus-cla",
                    "financial_year": "2026-27", "managed_by": "school",
                ])
            try school.add(
                .funding,
                [
                    "entry_id": "E1", "fund_id": "F1", "pupil": "K1", "kind": "spend",
                    "on": "2026-09-10", "amount": "10.00", "what": "Books",
                ])
        }
        #expect(try strip("PEPs", session).hasPrefix("·!H··········p·"))
        #expect(try strip("Contacts", session).hasPrefix("·2·"))
        #expect(try strip("Meetings", session).hasPrefix("·G···········c·"))
        #expect(try strip("CP", session).hasPrefix("=============·"))
        #expect(try strip("Support", session).hasPrefix("··11·"))
        #expect(try strip("Money", session).hasPrefix("·S··"))
        let spoken = try pane("year", session).rows.map(\.spoken)
        #expect(spoken.contains("PEPs: not held 8 Sep, held 15 Sep, planned 30 Nov"))
    }

    @Test("A page of an earlier day says nothing of what came later")
    func earlier() throws {
        let session = try session(on: Day("2026-09-30")) { school in
            try school.contact(
                "K1", at: "2026-10-07T09:00:00Z", with: "parent", summary: "Later words")
            try school.pep("P1", of: "K1", held: "2026-10-01", signedOff: "2026-10-02")
            try school.add(
                .profiles, ["pupil": "K1", "on": "2026-10-05", "needs": "Later needs"])
            try school.add(
                .suspensions,
                [
                    "suspension_id": "S1", "pupil": "K1", "kind": "suspension",
                    "decided_on": "2026-10-05", "from": "2026-10-06", "days": "2",
                ])
            try school.add(
                .targets,
                [
                    "target_id": "T1", "pep_id": "P1", "area": "maths", "target": "Count",
                    "success": "Counts", "reviewed_on": "2026-11-02", "outcome": "partly",
                ])
            try school.marks("K1", Day("2026-09-28"), Day("2026-10-09"), am: "I")
        }
        let page = session.page(size: .wide)
        let week = try #require(try pane("attendance", session).rows.first)
        #expect(week.spoken == "Week of Mon 28 Sep: I\\ I\\ I\\ ·· ··")
        let pep = Session(session.model, first: .pep("P1")).page(size: .wide)
        #expect(pep.text.contains("not reviewed") && !pep.text.contains("partly"))
        #expect(!pep.text.contains("signed off Fri"))
        #expect(!page.text.contains("Later"))
        #expect(!page.text.contains("signed off 2 Oct"))
        #expect(try pane("suspensions", session).rows.isEmpty)
        #expect(!(try strip("Marks", session)).contains("5"))
        #expect(!(try strip("PEPs", session)).contains("H"))
    }

    @Test("A judgement stands beside other pupils of the year group and term, with their number")
    func progress() throws {
        let session = try session { school in
            try school.add(
                .progress,
                [
                    "progress_id": "G1", "pupil": "K1", "on": "2026-10-01", "subject": "reading",
                    "source": "data", "judgement": "WTS", "progress": "below",
                ])
            for (group, value) in [("1", "68.4"), ("2", "70")] {
                try school.add(
                    .peers,
                    [
                        "academic_year": "2026-27", "year_group": group, "measure": "reading",
                        "term": "autumn", "value": value, "pupils": "57",
                    ])
            }
        }
        let row = try #require(try pane("progress", session).rows.first { $0.kind == .item })
        #expect(
            row.cells.map { $0.map(\.text).joined() }[1...4] == [
                "WTS", "below", "data", "68.4 % of 57",
            ])
    }

    @Test("Needs with strategies, SEN reviews, SDQ and support have their panes")
    func care() throws {
        let session = try session { school in
            try school.add(
                .profiles,
                [
                    "pupil": "K1", "on": "2026-09-20", "needs": "Loud rooms",
                    "strategies": "A seat by the door",
                ])
            try school.add(
                .senReviews,
                [
                    "review_id": "R1", "pupil": "K1", "kind": "review", "held_on": "2026-10-02",
                    "targets": "yes", "invited": "carer", "views": "carer",
                ])
            try school.add(
                .sdq,
                [
                    "sdq_id": "Q1", "pupil": "K1", "on": "2026-10-02", "informant": "carer",
                    "form": "4-17", "answers": String(repeating: "1", count: 25),
                ])
            try school.add(
                .decisions,
                [
                    "decision_id": "D1", "pupil": "K1", "on": "2026-10-02", "about": "support",
                    "outcome": "none", "reason": "Secure in class",
                ])
        }
        let text = session.page(size: .wide).text
        #expect(text.contains("Loud rooms | A seat by the door"))
        #expect(text.contains("SEN review | held, with targets; invited carer; views of carer"))
        #expect(text.contains("total 20"))
        #expect(text.contains("support: none | Secure in class"))
    }

    @Test("Days out stand against the limits of the law")
    func suspensions() throws {
        let session = try session { school in
            for (id, from, kind, days) in [
                ("S1", "2026-10-06", "suspension", "2.5"), ("S2", "2026-11-10", "lunchtime", "1"),
                ("S3", "2026-07-01", "suspension", "4"),
            ] {
                try school.add(
                    .suspensions,
                    [
                        "suspension_id": id, "pupil": "K1", "kind": kind, "decided_on": from,
                        "from": from, "days": days,
                    ])
            }
        }
        let notes = try pane("suspensions", session).notes.map(\.text)
        #expect(
            notes.first?.hasPrefix("3.0 days out since 1 Aug 2026, of at most 45; 3.0 this term")
                == true)
        #expect(try pane("suspensions", session).rows.count == 3)
    }

    @Test("Ten absences without a reason are one line, which opens")
    func absences() throws {
        let typist = Typist(
            try session { school in
                try school.marks("K1", Day("2026-09-07"), Day("2026-09-18"), am: "N")
            })
        let closed = try pane("duties", typist.session)
        let row = try #require(
            closed.rows.first { $0.spoken.contains("10 absences without a reason") })
        #expect(closed.rows.count { $0.id.contains("attendance-unexplained") } == 1)
        for _ in closed.rows where typist.page.focused.selectedRow?.id != row.id {
            typist.press(.down)
        }
        typist.press(.right)
        let open = try pane("duties", typist.session)
        #expect(open.rows.count == closed.rows.count + 10)
        #expect(open.title == closed.title)
        let duty = DutyID(
            subject: .pupil(PupilRef("K1")), rule: .attendanceUnexplained,
            reference: .day(Day("2026-09-08")))
        #expect(typist.press(.down, .down, .character("w")).id == PageName.why(duty).id)
        typist.press(.escape, .left)
        #expect(try pane("duties", typist.session).rows.count == closed.rows.count)
        #expect(typist.page.focused.selectedRow?.id == row.id)
    }

    @Test("The duties come first: the year by week stands below them")
    func order() throws {
        let ids = try session { _ in }.page(size: .wide).panes.map(\.id)
        #expect(ids.prefix(2) == ["duties", "year"])
    }

    @Test("Enter on any line of a child opens the page on the duty of that line")
    func selected() throws {
        var school = try SchoolBuilder()
        try school.child("K1", "Bea", "Ashworth", status: "CP", keyAdult: false)
        let typist = Typist(Session(try Models.of(school, on: today), now: .byDuty))
        let rows = typist.page.focused.rows.filter { $0.spoken.contains("Ashworth") }
        try #require(rows.count > 2)
        for place in 0..<3 {
            let why = typist.press(.character("w")).id
            typist.press(.escape, .enter)
            #expect(typist.page.id == "pupil K1")
            #expect(typist.press(.character("w")).id == why, "line \(place)")
            typist.press(.escape, .escape, .down)
        }
    }

    @Test("Each PEP is followed by its targets and what became of them")
    func targets() throws {
        let session = try session { school in
            try school.pep("P1", of: "K1", held: "2026-09-15")
            try school.add(
                .targets,
                [
                    "target_id": "T1", "pep_id": "P1", "area": "maths", "target": "Count to 20",
                    "success": "Counts", "reviewed_on": "2026-11-02", "outcome": "partly",
                ])
        }
        let rows = try pane("peps", session).rows.map { $0.cells.map { $0.map(\.text).joined() } }
        #expect(rows[0][2] == "1 target, 1 reviewed")
        #expect(rows[1] == ["", "maths", "Count to 20", "partly met 2 Nov"])
        #expect(try pane("peps", session).title == "PEPs · 1")
    }
}

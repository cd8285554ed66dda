import Domain
import Support
import Testing
import ViewModels

@Suite("The safeguarding lead's glance")
struct GlanceTests {
    private let today = Day("2026-11-23")
    private let lead = Person(
        login: "mosei", name: "M Osei", roles: [.dsl], isKeeper: false)

    private func session(_ change: (inout SchoolBuilder) throws -> Void) throws -> Session {
        var school = try SchoolBuilder()
        try school.child("K1", "Bea", "Ashworth", status: "CP")
        try change(&school)
        return Session(try Models.of(school, on: today, person: lead), first: .glance)
    }

    private func cells(_ session: Session, _ ref: String = "K1") throws -> [String] {
        let row = try #require(
            session.page(size: .wide).panes[0].rows.first { $0.id == ref })
        return row.cells.map { $0.map(\.text).joined() }
    }

    private func meeting(
        _ kind: String, _ school: inout SchoolBuilder, planned: String = "", held: String = ""
    ) throws {
        try school.add(
            .meetings,
            [
                "meeting_id": "M\(school.records.count)", "kind": kind, "pupil": "K1",
                "planned_for": planned, "held_on": held,
            ])
    }

    @Test("Before the morning's register is in nobody is counted as not known, and it is said once")
    func notInYet() throws {
        let session = try session { school in
            try school.child("K2", "Cy", "Bond", status: "CIN")
            try school.marks("K1", Day("2026-11-16"), Day("2026-11-20"))
        }
        let page = session.page(size: .wide)
        let words = "This morning's register is not in yet (last: Fri 20 Nov PM)."
        #expect(page.header.count { $0.text == words } == 1)
        #expect(!page.text.contains("NOT KNOWN"))
        #expect(try cells(session)[0] == "·")
        let begun = try self.session { school in
            try school.child("K2", "Cy", "Bond", status: "CIN")
            try school.add(.attendance, ["pupil": "K1", "date": "2026-11-23", "am": "/"])
        }
        let text = begun.page(size: .wide).text
        #expect(!text.contains("not in yet"))
        #expect(text.contains("NOT KNOWN: 1"))
    }

    @Test("The days on a plan are counted from the start of its unbroken run")
    func days() throws {
        #expect(try cells(session { _ in })[2] == "CP 82d")
        let renewed = try session { school in
            try school.add(
                .status,
                ["pupil": "K1", "status": "CP", "from": "2026-08-01", "to": "2026-09-01"])
        }
        #expect(try cells(renewed)[2] == "CP 114d")
    }

    @Test("A meeting that is planned shows its day; one that is not, the day by which it is due")
    func meetings() throws {
        let none = try cells(session { _ in })
        #expect(none[6] == "CG 16 Sep !")
        #expect(none[7] == "2 Dec ▲")
        let planned = try session { school in
            try meeting("core-group", &school, held: "2026-11-10")
            try meeting("core-group", &school, planned: "2026-12-15")
            try meeting("cp-conference", &school, planned: "2026-12-01")
        }
        let cells = try cells(planned)
        #expect(cells[6].hasPrefix("Rep by 2") || cells[6].hasPrefix("Rep 2"))
        #expect(cells[7] == "1 Dec ▲")
        #expect(cells[8].hasPrefix("15 Dec"))
        let detail = planned.page(size: .small).detail.map(\.text).joined(separator: "\n")
        #expect(detail.contains("RC 1 Dec ▲ · CG 15 Dec"))
        let spoken = planned.page(size: .wide).panes[0].rows[0].spoken
        #expect(spoken.contains("review conference Tue 1 Dec 2026, due soon"))
        #expect(spoken.contains("core group Tue 15 Dec 2026"))
    }

    @Test("A time shows above the keys and to a listener, and today in place of the day")
    func times() throws {
        let session = try session { school in
            for (id, kind, day, time) in [
                ("M1", "core-group", "2026-11-23", "14:30"),
                ("M2", "cp-conference", "2026-12-01", "10:00"),
            ] {
                try school.add(
                    .meetings,
                    [
                        "meeting_id": id, "kind": kind, "pupil": "K1", "planned_for": day,
                        "time": time,
                    ])
            }
            try school.add(
                .peps,
                ["pep_id": "P1", "pupil": "K1", "planned_for": "2026-12-04", "time": "09:15"])
        }
        let cells = try cells(session)
        #expect(cells[6].hasPrefix("CG 14:30"))
        #expect(cells[7] == "1 Dec ▲")
        let detail = session.page(size: .small).detail.map(\.text).joined(separator: "\n")
        #expect(detail.contains("CG 23 Nov 14:30"))
        #expect(detail.contains("RC 1 Dec 10:00"))
        #expect(detail.contains("PEP 4 Dec 09:15"))
        let spoken = session.page(size: .wide).panes[0].rows[0].spoken
        #expect(spoken.contains("core group Mon 23 Nov 2026 14:30"))
    }

    @Test("A report that is sent has its tick, and is not next")
    func report() throws {
        let session = try session { school in
            try school.add(
                .meetings,
                [
                    "meeting_id": "M1", "kind": "cp-conference", "pupil": "K1",
                    "planned_for": "2026-12-03", "report_sent_on": "2026-11-20",
                ])
            try meeting("core-group", &school, held: "2026-11-20")
        }
        let cells = try cells(session)
        #expect(cells[10] == "30 Nov ✓")
        #expect(cells[6] == "RC 3 Dec ▲")
    }

    @Test("Told: of this morning's absence where there is one, else of the open concern")
    func told() throws {
        #expect(try cells(session { _ in })[5] == "···")
        func absent(_ school: inout SchoolBuilder) throws {
            try school.add(.attendance, ["pupil": "K1", "date": "2026-11-23", "am": "N"])
        }
        #expect(try cells(session { try absent(&$0) })[5] == "!!·")
        let rung = try session { school in
            try absent(&school)
            try school.contact("K1", at: "2026-11-23T09:20:00Z", with: "parent")
        }
        #expect(try cells(rung)[5] == "✓!·")
        let detail = rung.page(size: .small).detail.map(\.text).joined(separator: "\n")
        #expect(detail.contains("Told: home yes, social worker no"))
    }

    @Test("Ten school days of marks stand before this morning's")
    func marks() throws {
        let session = try session { school in
            try school.marks("K1", Day("2026-11-09"), Day("2026-11-20"))
            try school.add(.attendance, ["pupil": "K1", "date": "2026-11-23", "am": "I"])
        }
        let cells = try cells(session)
        #expect(cells[3] == "I·")
        #expect(cells[4] == String(repeating: "/\\", count: 10))
    }

    @Test("Protection stands before need before care; in each, who is not known first")
    func order() throws {
        let session = try session { school in
            for (ref, surname, status) in [
                ("K2", "Able", "CIN"), ("K3", "Bond", "CLA"), ("K4", "Zed", "CP"),
                ("K5", "Young", "CIN"),
            ] { try school.child(ref, "X", surname, status: status) }
            for ref in ["K1", "K2", "K3"] {
                try school.add(.attendance, ["pupil": ref, "date": "2026-11-23", "am": "/"])
            }
        }
        let ids = session.page(size: .wide).panes[0].rows.map(\.id)
        #expect(ids == ["K4", "K1", "K5", "K2", "K3"])
    }

    @Test("A legend says what the letters of the columns mean")
    func legend() throws {
        let notes = try session { _ in }.page(size: .wide).panes[0].notes.map(\.text)
        #expect(
            notes == [
                "RC review conference · CG core group · CIN child in need review",
                "LAC looked-after review · Rep our report",
                "Told, in this order: home, social worker, Virtual School",
            ])
    }

    @Test("On a day without school no row has signs of a register, and the page says why")
    func noSchool() throws {
        var school = try SchoolBuilder()
        try school.child("K1", "Bea", "Ashworth", status: "CP")
        let session = Session(
            try Models.of(school, on: Day("2026-10-28"), person: lead), first: .glance)
        let page = session.page(size: .wide)
        #expect(page.header.contains { $0.text.hasSuffix("no school today") })
        let cells = try cells(session)
        #expect(cells[0].isEmpty && cells[3].isEmpty)
        #expect(page.panes[0].rows[0].spoken.contains("no school today"))
    }

    @Test("What nobody knows is said in words, never by a bare sign")
    func unknown() throws {
        var school = try SchoolBuilder()
        // The plan began before the child came, so that nobody can tell when the review was.
        try school.child("K1", "Bea", "Ashworth", status: "CIN", since: "2022-03-01")
        let session = Session(try Models.of(school, on: today, person: lead), first: .glance)
        let cells = try cells(session)
        #expect(cells[6] == "CIN not known")
        #expect(cells[9] == "not known")
        #expect(cells[11] == "not known")
        #expect(!cells.contains { $0.hasSuffix("?") })
    }

    @Test("Who must not see meetings or contacts is shown none")
    func part() throws {
        let teacher = Person(
            login: "t", name: "T", roles: [.classTeacher], isKeeper: false, staff: ["S01"])
        var school = try SchoolBuilder()
        try school.child("K1", "Bea", "Ashworth", status: "CP")
        try meeting("cp-conference", &school, planned: "2026-12-01")
        let session = Session(
            try Models.of(school, on: today, person: teacher), first: .glance)
        let cells = try cells(session)
        #expect(cells[5...8].joined() == "")
    }
}

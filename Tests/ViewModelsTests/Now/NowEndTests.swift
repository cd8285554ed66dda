import Domain
import Support
import Testing
import ViewModels

@Suite("What stands behind Now: drafts and counts")
struct NowEndTests {
    private let today = Day("2026-11-23")

    private func school(
        keyAdultOwedSince day: String, status: String = "CIN"
    ) throws -> SchoolBuilder {
        var school = try SchoolBuilder()
        try school.child("K1", "Ada", "Able", status: status, since: day, keyAdult: false)
        return school
    }

    private func owed(_ model: Model) throws -> Duty {
        try #require(model.allDuties.first { $0.rule == .keyAdult })
    }

    /// The day from which a key adult is owed who is overdue for as long as the pack says.
    private func lastDay() throws -> Day {
        let model = try Models.of(school(keyAdultOwedSince: "2026-11-02"), on: today)
        let calendar = model.facts.school.calendar
        var day = today
        while calendar.schoolDays(after: day, through: today)
            < model.pack.number(.nowFoldDays).value + model.pack.number(.keyAdultDays).value
        {
            day = day - 1
        }
        return day
    }

    @Test("What has been overdue for as long as the pack says still stands in Now")
    func onTheLastDay() throws {
        let day = try lastDay()
        let model = try Models.of(school(keyAdultOwedSince: day.iso), on: today)
        let due = try #require(try owed(model).due)
        let late = model.facts.school.calendar.schoolDays(after: due, through: today)
        #expect(late == model.pack.number(.nowFoldDays).value)
        #expect(model.now.contains { $0.duty.rule == .keyAdult })
        #expect(model.older.isEmpty)
    }

    @Test("A school day later it stands behind a count that opens, and its state is what it was")
    func old() throws {
        let model = try Models.of(school(keyAdultOwedSince: "2025-09-02"), on: today)
        let duty = try owed(model)
        #expect(duty.state == .overdue)
        #expect(!model.now.contains { $0.duty.rule == .keyAdult })
        #expect(model.older.map(\.id).contains(duty.id))
        #expect(model.tally[.overdue] == model.allDuties.count { $0.state == .overdue })
        let typist = Typist(Session(model))
        let row = try #require(typist.page.panes[0].rows.first { $0.id == "count older" })
        #expect(row.spoken.hasPrefix("\(model.older.count) older, open for more than"))
        typist.press(.end)
        while typist.page.panes[0].selectedRow?.id != "count older" { typist.press(.up) }
        let page = typist.press(.enter)
        #expect(page.id == "older")
        #expect(page.panes[0].rows.count == model.older.count)
    }

    @Test("What is owed to a child on a protection plan never leaves Now by its age")
    func protection() throws {
        let model = try Models.of(
            school(keyAdultOwedSince: "2025-09-02", status: "CP"), on: today)
        #expect(model.now.contains { $0.duty.rule == .keyAdult })
        #expect(!model.older.contains { $0.subject == .pupil(PupilRef("K1")) })
    }

    @Test("What the law asks never leaves Now by its age", arguments: Examples.names)
    func law(_ name: String) throws {
        let model = try Models.example(name)
        #expect(model.older.allSatisfy { !$0.isStatutory })
        let listed = Set(model.now.flatMap { [$0.duty.id] + $0.others })
        let owed = model.allDuties.filter { $0.isStatutory && $0.state == .overdue }
        #expect(owed.allSatisfy { listed.contains($0.id) || model.setAside[$0.id] != nil })
    }

    @Test("A new duty of the same cause is not hidden by an old one")
    func freshBesideOld() throws {
        var school = try SchoolBuilder()
        try school.child("K1", "Ada", "Able")
        try school.marks("K1", Day("2026-09-02"), Day("2026-11-20"))
        for day in ["2026-09-02", "2026-11-12"] {
            try school.add(
                .attendance, ["pupil": "K1", "date": day, "am": "N", "pm": "/"])
        }
        let late = Day("2027-01-15")
        let model = try Models.of(school, on: late)
        let unexplained = model.allDuties.filter { $0.rule == .attendanceUnexplained }
        #expect(unexplained.count == 2)
        let old = unexplained.filter { duty in model.older.contains { $0.id == duty.id } }
        #expect(old.map(\.reference) == ["2026-09-02"])
        let listed = model.now.flatMap { [$0.duty.id] + $0.others }
        #expect(
            listed.contains { $0.rule == .attendanceUnexplained && $0.reference == "2026-11-12" })
    }

    // MARK: Drafts

    private let draft = Draft(
        id: "contact pupil:K1", owner: "mosei", subject: .pupil(PupilRef("K1")), action: "contact",
        body: "", at: SmallSchool.now)

    private func withDraft() throws -> Typist {
        var session = Session(try Models.of(school(keyAdultOwedSince: "2026-11-02"), on: today))
        session.show(drafts: [draft])
        let typist = Typist(session)
        typist.press(.end)
        while typist.page.panes[0].selectedRow?.id != "draft \(draft.id)" { typist.press(.up) }
        return typist
    }

    @Test("A draft stands in Now with its child and what it is, and in the title")
    func drafts() throws {
        let pane = try withDraft().page.panes[0]
        #expect(pane.counts.map(\.text) == ["1 draft"])
        #expect(
            pane.selectedRow?.spoken
                == "Ada Able: not finished, Log a contact, since Mon 23 Nov 09:22. "
                + "Enter goes on, Del throws it away.")
    }

    @Test("Enter goes on with a draft")
    func goOn() throws {
        guard case .openDraft(let id) = try withDraft().effect(of: .enter) else {
            Issue.record("Enter opens the draft")
            return
        }
        #expect(id == draft.id)
    }

    @Test("Del asks before a draft is thrown away, and only y does it")
    func throwAway() throws {
        let typist = try withDraft()
        #expect(typist.effect(of: .delete).isRedraw)
        #expect(typist.session.isAsking)
        if case .throwAway = typist.effect(of: .delete) { Issue.record("Del alone threw it away") }
        typist.press(.delete)
        guard case .throwAway(let id) = typist.effect(of: .character("y")) else {
            Issue.record("y throws it away")
            return
        }
        #expect(id == draft.id)
        typist.session.show(drafts: [])
        #expect(typist.page.panes[0].counts.isEmpty)
    }

    @Test("Del on a line that is no draft does nothing")
    func noDraft() throws {
        let typist = try withDraft()
        typist.press(.home)
        #expect(typist.effect(of: .delete).isNone)
    }
}

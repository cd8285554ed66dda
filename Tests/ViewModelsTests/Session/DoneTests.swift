import Domain
import Support
import Testing
import ViewModels

@Suite("What was done shows on the line")
struct DoneTests {
    private let today = Day("2026-11-23")

    private func place(_ model: Model, _ origin: ActionOrigin) -> CommandContext {
        CommandContext(
            facts: model.facts, pack: model.pack, today: today, now: SmallSchool.now,
            actor: Actor(login: "akhan", isKeeper: false), seed: 1, origin: origin)
    }

    @Test("After a call home the line says so, and that the social worker is next")
    func call() throws {
        var school = try SchoolBuilder()
        try school.child("K1", "Bea", "Ashworth", status: "CP")
        try school.add(.attendance, ["pupil": "K1", "date": "2026-11-23", "am": "N"])
        let model = try Models.of(school, on: today)
        let typist = Typist(Session(model))
        var duty: Duty?
        for _ in typist.page.focused.rows {
            if case .open(.contact, let id?, _, _) = typist.effect(of: "c"),
                id.rule == .attendanceFirstDay
            {
                duty = model.duty(id)
                break
            }
            typist.press(.down)
        }
        let ref = PupilRef("K1")
        let origin = ActionOrigin(pupil: ref, duty: duty)
        let modal = try #require(FormModal(.contact, in: place(model, origin)))
        typist.session.present(modal)
        typist.type("Ill, back tomorrow")
        guard case .record(let command) = typist.effect(of: .control("s")) else {
            Issue.record("the call is saved: \(typist.page.text)")
            return
        }
        let facts = model.facts.applying(command.changes, bankHolidays: model.pack.bankHolidays)
        typist.session.update(model.updating(pupils: [try #require(facts.pupils[ref])]))
        typist.session.close(saying: "Recorded.")
        let row = try #require(typist.page.focused.selectedRow)
        let text = row.cells.map { $0.map(\.text).joined() }.joined(separator: " | ")
        #expect(text.contains("✓ home told; social worker next"))
        #expect(row.spoken.hasPrefix("Done: home told; social worker next."))
        // Once the list is left the line is as any other.
        let left = typist.press(.tab, .character("0"))
        #expect(!left.focused.lines.joined().contains("home told"))
    }

    @Test("Somebody was reached unless it is said otherwise, and the form shows it")
    func reached() throws {
        let script = try FormScript(.contact, SmallSchool.context(SmallSchool.bea))
        #expect(try script.field("reached").value == "yes")
    }

    @Test("A PEP planned after the day by which it is due is asked about before it is saved")
    func latePlan() throws {
        var script = try FormScript(
            .pepMove, SmallSchool.context(SmallSchool.bea))
        try script.write("1 feb 2027", in: "planned_for")
        script.press(.control("s"))
        #expect(script.saved == nil)
        guard case .confirm(let question, _, _) = script.page.prompt else {
            Issue.record("it is asked about")
            return
        }
        #expect(question.hasPrefix("The PEP is due by Fri 18 Dec 2026, before this day"))
        script.press(.character("y"))
        #expect(script.saved?.action == "pep-move")
    }

    @Test("The line of a PEP that is planned too late says so")
    func lateLine() throws {
        var school = try SchoolBuilder()
        try school.child("K1", "Sam", "Field", status: "CLA", since: "2026-11-16")
        try school.pep("P1", of: "K1", planned: "2026-12-16")
        let pane = Session(try Models.of(school, on: today), first: .pane(.peps))
            .page(size: .wide).panes[0]
        #expect(pane.lines.contains { $0.contains("Planned for 16 Dec, after it is due") })
    }

    @Test("Of a plan whose day has passed the form names both ways out")
    func slipped() throws {
        var school = try SchoolBuilder()
        try school.child("K1", "Ned", "Carver", status: "CIN")
        try school.pep("P1", of: "K1", planned: "2026-11-12")
        let model = try Models.of(school, on: today)
        let origin = ActionOrigin(pupil: PupilRef("K1"))
        let modal = try #require(FormModal(.pepPlan, in: place(model, origin)))
        let script = FormScript(modal.form)
        #expect(script.focused?.id == "action")
        #expect(
            script.focused?.hint
                == "planned for Thu 12 Nov, not held: record it as held, or m books another day")
    }
}

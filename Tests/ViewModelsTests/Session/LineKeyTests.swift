import Domain
import Support
import Testing
import ViewModels

@Suite("A key works on what its line shows")
struct LineKeyTests {
    private func model(_ person: Person = Models.person) throws -> Model {
        var school = try SchoolBuilder()
        try school.child("K2", "Ned", "Carver", status: "CP", keyAdult: false)
        try school.marks("K2", Day("2026-11-02"), Day("2026-11-20"), am: "I", pm: "I")
        try school.add(.attendance, ["pupil": "K2", "date": "2026-11-23", "am": "N"])
        try school.pep("P2", of: "K2", planned: "2026-11-12")
        try school.add(
            .funds,
            [
                "fund_id": "F1", "name": "PP+ looked after", "kind": "pp-plus-cla",
                "financial_year": "2026-27", "managed_by": "school",
            ])
        return try Models.of(school, on: Day("2026-11-23"), person: person)
    }

    /// The duty for which `c` opens the form of a contact.
    private func duty(
        of first: PageName, _ model: Model, after keys: Key...
    ) throws -> (Duty, RecordKey?) {
        let typist = Typist(Session(model, first: first))
        for key in keys { typist.press(key) }
        guard case .open(.contact, let id?, let pupil, let record) = typist.effect(of: "c") else {
            throw LineKeyFault.opensNothing
        }
        #expect(pupil == PupilRef("K2"))
        return (try #require(model.duty(id)), record)
    }

    private enum LineKeyFault: Error { case opensNothing }

    @Test("A call from a line of the attendance pane is about attendance")
    func attendance() throws {
        let model = try model()
        let (duty, _) = try duty(of: .pane(.attendance), model)
        #expect(duty.topic == .attendance)
        #expect(duty.next?.action == .contact)
    }

    @Test("A call from a line of the glance is about this morning, where nobody has rung yet")
    func glance() throws {
        let lead = Person(login: "mosei", name: "M Osei", roles: [.dsl], isKeeper: false)
        let model = try model(lead)
        let (duty, _) = try duty(of: .glance, model)
        #expect(duty.rule == .attendanceFirstDay)
        #expect(duty.reference == .day(Day("2026-11-23")))
    }

    @Test("A call from a line of the PEPs pane is about its PEP")
    func pep() throws {
        let model = try model()
        let (duty, record) = try duty(of: .pane(.peps), model)
        #expect(duty.topic == .pep)
        if let record { #expect(record.kind == .peps) }
    }

    @Test("A key on a line of the money pane is about its fund")
    func money() throws {
        let typist = Typist(Session(try model(), first: .pane(.budget)))
        guard case .open(_, _, _, let record) = typist.effect(of: "c") else {
            Issue.record("the key opens a form")
            return
        }
        #expect(record == RecordKey(kind: .funds, parts: ["F1"]))
    }

    @Test("On a child's page a contact is taken up again, with whom and about what it was")
    func contact() throws {
        var context = try SmallSchool.context(
            SmallSchool.bea,
            changing: [
                .put(
                    Record(
                        kind: .contacts,
                        checked: [
                            "contact_id": "C1", "pupil": "K001", "at": "2026-11-20T09:00:00Z",
                            "with": "social-worker", "how": "phone", "staff": "S01",
                            "about": "pep", "summary": "No answer", "reached": "no",
                        ]))
            ])
        context.origin.record = RecordKey(kind: .contacts, parts: ["C1"])
        let script = try FormScript(.contact, context)
        #expect(try script.field("with").value == "P Lund, social worker")
        #expect(try script.field("about").value == "PEP")
    }
}

import Domain
import Support
import Testing
import ViewModels

@Suite("Staff and training")
struct StaffPageTests {
    private let today = Day("2026-11-23")

    private func school() throws -> SchoolBuilder {
        var school = try SchoolBuilder()
        try school.add(
            .staff,
            [
                "staff": "T1", "name": "Bill Hodge", "post": "Site manager", "teaching": "no",
                "qts": "no", "leadership": "no", "from": "2020-09-01",
            ])
        try school.add(
            .staff,
            [
                "staff": "T2", "name": "Gone Before", "post": "Teacher", "teaching": "yes",
                "qts": "yes", "leadership": "no", "from": "2020-09-01", "to": "2026-07-31",
            ])
        try school.add(
            .acknowledgements, ["staff": "S01", "what": "policy", "on": "2026-09-04"])
        try school.add(
            .training,
            [
                "training_id": "N1", "kind": "designated-teacher", "title": "Network day",
                "on": "2026-10-08", "days": "0.5", "whole_school": "no",
            ])
        try school.add(
            .trainingPeople, ["training_id": "N1", "staff": "S01", "attended": "yes"])
        return school
    }

    private func session(_ name: PageName, _ roles: [Role.Name] = [.head]) throws -> Session {
        let person = Person(login: "x", name: "X", roles: roles, isKeeper: false)
        return Session(try Models.of(school(), on: today, person: person), first: name)
    }

    @Test(
        "Each current member has a cell for each thing to read or learn: the day, or when it is due"
    )
    func cells() throws {
        let pane = try #require(session(.staff).page(size: .wide).panes.first)
        #expect(pane.rows.map(\.id) == ["S01", "T1"])
        guard case .table(let columns, let rows) = pane.content else { return }
        let place = try #require(columns.firstIndex { $0.title == "Policy" })
        #expect(rows[0].cells[place].map(\.text) == ["✓ 4 Sep"])
        #expect(rows[1].cells[place].map(\.text) == ["! 31 Oct"])
        #expect(columns.count == 9)
    }

    @Test("The Designated Teacher's days stand against two")
    func teacher() throws {
        let page = try session(.staff).page(size: .wide)
        #expect(page.text.contains("Training: 0.5 of 2 days"))
    }

    @Test("Enter on a member opens what is owed, what was read and which training")
    func member() throws {
        let typist = Typist(try session(.staff))
        typist.press(.enter)
        #expect(typist.session.pageName == .member("S01"))
        let text = typist.page.text
        #expect(text.contains("4 Sep 2026 | policy"))
        #expect(text.contains("8 Oct 2026 | Network day"))
        #expect(text.contains("Keeping children safe read"))
    }

    @Test(
        "It is not for whoever does not see training",
        arguments: [Role.Name.senco, .classTeacher, .administrator, .designatedGovernor])
    func roles(_ role: Role.Name) throws {
        #expect(try session(.staff, [role]).pageName == .help)
        #expect(try session(.member("S01"), [role]).pageName == .help)
    }

    @Test("A rule's page lists its duties, the most pressing first")
    func rule() throws {
        let page = try session(.rule("policy-read")).page(size: .wide)
        #expect(
            page.panes[0].rows.map { $0.cells[1].map(\.text).joined() } == ["Bill Hodge", "A Khan"])
        #expect(try session(.rule("no-rule")).pageName == .help)
    }
}

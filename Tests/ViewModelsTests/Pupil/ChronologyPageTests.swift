import Domain
import Support
import Testing
import ViewModels

@Suite("The page of a child's chronology")
struct ChronologyPageTests {
    private let today = Day("2026-11-23")
    private let ref = PupilRef("K1")

    private func model(_ roles: [Role.Name] = [.designatedTeacher]) throws -> Model {
        var school = try SchoolBuilder()
        try school.child("K1", "Bea", "Ashworth", status: "CP")
        try school.child("K2", "Leo", "Marsh", status: "CP")
        try school.pep("P1", of: "K1", held: "2026-10-05")
        try school.contact("K1", at: "2026-11-12T09:00:00Z", with: "parent")
        try school.contact("K2", at: "2026-11-13T09:00:00Z", with: "carer")
        try school.add(
            .meetings,
            [
                "meeting_id": "M1", "kind": "core-group", "pupil": "K1",
                "planned_for": "2026-12-01",
            ])
        let person = Person(login: "x", name: "X", roles: roles, isKeeper: false, staff: ["S01"])
        return try Models.of(school, on: today, person: person)
    }

    private func typist(_ first: PageName) throws -> Typist {
        Typist(Session(try model(), first: first))
    }

    private func cells(_ row: ViewModels.Row) -> [String] {
        row.cells.map { $0.map(\.text).joined() }
    }

    @Test("C on a child's page opens it, and the look is on record")
    func opened() throws {
        let typist = try typist(.pupil(ref))
        guard case .look(let subject, let page) = typist.effect(of: .character("C")) else {
            Issue.record("opening a chronology is a look")
            return
        }
        #expect(subject == .pupil(ref))
        #expect(page == "chronology K1")
        #expect(typist.session.pageName == .chronology(ref))
        #expect(typist.press(.escape).id == "pupil K1")
    }

    @Test("Without a child in view C says that one is to be selected")
    func nobody() throws {
        #expect(try typist(.figures).press(.character("C")).text.contains("Select a child first."))
    }

    @Test("The oldest line stands first, what is to come last, and the cursor on the last so far")
    func lines() throws {
        let page = try typist(.chronology(ref)).page
        #expect(page.subject == ref)
        #expect(page.header[0].text.contains("Bea Ashworth · Year 1 Oak · CP"))
        #expect(
            page.focused.rows.map(cells) == [
                ["2 Sep 2024", "moves", "Came on roll"],
                ["2 Sep 2024", "people", "Key adult from this day: A Khan"],
                ["2 Sep 2026", "status", "Child protection plan (CP) from this day"],
                ["5 Oct 2026", "PEP", "PEP held"],
                [
                    "12 Nov 2026", "contact",
                    "Phone call with parent about attendance, by A Khan: Spoke.",
                ], ["Still to come"], ["1 Dec 2026", "meeting", "Core group planned"],
            ])
        #expect(page.focused.selectedRow.map(cells)?.first == "12 Nov 2026")
        #expect(!page.text.contains("left out"))
    }

    @Test(
        "A filter finds kinds as well as words",
        arguments: [
            ("contact", ["12 Nov 2026"]), ("PEP", ["5 Oct 2026"]),
            ("khan", ["2 Sep 2024", "12 Nov 2026"]), ("meeting core", ["1 Dec 2026"]),
            ("money", []),
        ] as [(String, [String])])
    func filter(_ text: String, _ days: [String]) throws {
        let typist = try typist(.chronology(ref))
        typist.type("/" + text)
        #expect(typist.page.focused.rows.map { cells($0)[0] } == days)
    }

    @Test("A page of one kind says so, and holds no other")
    func kind() throws {
        let page = try typist(.chronology(ref, .contact)).page
        #expect(page.focused.title == "Chronology: contact · 1")
        #expect(page.focused.rows.map { cells($0)[1] } == ["contact"])
    }

    @Test("Enter on a PEP opens it, and Esc comes back to the same line")
    func openPep() throws {
        let typist = try typist(.chronology(ref))
        #expect(typist.press(.up, .enter).id == "pep P1")
        let row = typist.press(.escape).focused.selectedRow
        #expect(row.map(cells)?.last == "PEP held")
    }

    @Test("It names the kinds that are not for the role, and a page of such a kind is refused")
    func withheld() throws {
        let model = try model([.classTeacher])
        let page = Session(model, first: .chronology(ref)).page(size: .wide)
        #expect(
            page.text.contains(
                "left out: suspension, contact, meeting, support, progress, money, other."))
        #expect(!page.text.contains("Phone call") && page.text.contains("PEP held"))
        #expect(Session(model, first: .chronology(ref, .contact)).pageName == .help)
        #expect(Session(model, first: .chronology(ref, .pep)).pageName == .chronology(ref, .pep))
    }

    @Test("Every child's has its cells, its words and its ids", arguments: Examples.names)
    func every(_ name: String) throws {
        let model = try Models.example(name)
        for ref in model.facts.pupils.keys {
            let pane = Session(model, first: .chronology(ref)).page(size: .small).focused
            #expect(Set(pane.rows.map(\.id)).count == pane.rows.count, "\(ref)")
            for row in pane.rows where row.kind == .item {
                #expect(row.cells.count == 3 && !cells(row)[2].isEmpty, "\(ref) \(row.id)")
            }
        }
    }
}

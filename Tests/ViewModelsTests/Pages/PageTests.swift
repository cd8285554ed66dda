import Domain
import Support
import Testing
import ViewModels

@Suite("Pages as values")
struct PageTests {
    private let today = Day("2026-11-23")

    private func school() throws -> SchoolBuilder {
        var school = try SchoolBuilder()
        try school.child("K1", "Bea", "Ashworth", status: "CP")
        try school.add(
            .professionals,
            [
                "pupil": "K1", "role": "carer", "name": "L Ashworth", "phone": "07700 900123",
                "from": "2026-09-02",
            ])
        try school.add(
            .professionals,
            [
                "pupil": "K1", "role": "parent", "name": "D Ashworth", "phone": "07700 900999",
                "from": "2026-09-02", "contact": "no",
            ])
        try school.add(
            .professionals,
            [
                "pupil": "K1", "role": "social-worker", "name": "P Lund", "phone": "01992 000111",
                "from": "2026-09-02", "contact": "ask-dsl",
            ])
        try school.marks("K1", Day("2026-11-02"), Day("2026-11-20"))
        try school.add(.attendance, ["pupil": "K1", "date": "2026-11-23", "am": "N"])
        return school
    }

    @Test("The dashboard says school, person, day, term and counts in its first lines")
    func header() throws {
        let page = Session(try Models.of(school(), on: today)).page(size: .wide)
        #expect(
            page.header[0].text
                == "Larkfield Infant School · A Khan, Designated Teacher  "
                + "Mon 23 Nov 2026 · autumn term, 19 school days left")
        #expect(page.header[1].left.map(\.text).joined() == "1 known to a social worker: 1 CP")
        #expect(page.panes.map(\.digit) == [0, 1, 2, 3, 4])
        #expect(page.arrangement == .dashboard)
    }

    @Test("The line about the selection says who, why, what to do, and whom to ring")
    func detail() throws {
        let page = Session(try Models.of(school(), on: today)).page(size: .small)
        let text = page.detail.map(\.text)
        try #require(text.count == 3)
        #expect(
            text[0] == "Bea Ashworth · Year 1 Oak · CP since 2 Sep 2026 · key adult A Khan")
        #expect(text[1].contains("c Ring home and social worker"))
        #expect(text[2].contains("Carer: L Ashworth 07700 900123"))
        #expect(text[2].contains("P Lund 01992 000111 ask the DSL first"))
    }

    @Test("A wide screen, whose rows say the rest, needs one line about the selection: why")
    func wideDetail() throws {
        let page = Session(try Models.of(school(), on: today)).page(size: .wide)
        #expect(page.detail.count == 1)
        #expect(page.detail.first?.text.contains("home and the social worker") == true)
    }

    @Test("Of two parents the one who may be rung stands to be rung, the other as a warning")
    func whomToRing() throws {
        var school = try school()
        try school.add(
            .professionals,
            [
                "pupil": "K1", "role": "parent", "name": "V Ashworth", "phone": "07700 900246",
                "from": "2026-09-02",
            ])
        let model = try Models.of(school, on: today)
        let words = try #require(model.facts.pupils[PupilRef("K1")]).professionals
        #expect(words.count == 4)
        let detail = Session(model).page(size: .small).detail.map(\.text).joined()
        #expect(detail.contains("Parent: V Ashworth 07700 900246"))
        #expect(detail.contains("do not contact: D Ashworth"))
    }

    @Test("The number of someone who must not be contacted stands nowhere")
    func noContact() throws {
        let model = try Models.of(school(), on: today)
        for name in [PageName.dashboard, .pupil(PupilRef("K1")), .glance] {
            let text = Session(model, first: name).page(size: .small).text
            #expect(!text.contains("07700 900999"))
            #expect(text.contains("do not contact"))
        }
    }

    @Test("A store of invented pupils says so on line one of every page")
    func demo() throws {
        let model = try Models.of(school(), on: today, isDemo: true)
        let names: [PageName] =
            [
                .dashboard, .pupil(PupilRef("K1")), .glance, .figures, .help, .history(nil),
                .cohort(.cp), .why(model.now[0].duty.id),
            ] + DashboardPane.allCases.map(PageName.pane) + DutyList.allCases.map(PageName.list)
        for name in names {
            let page = Session(model, first: name).page(size: .wide)
            #expect(page.header.first?.text.hasPrefix("INVENTED PUPILS") == true, "\(name.id)")
            #expect(page.shortHeader.first?.text.hasPrefix("INVENTED PUPILS") == true)
        }
    }

    @Test("A page of another day, or as it was known, says so in its heading")
    func notice() throws {
        let pack = Packs.builtIn
        let facts = try school().facts(under: pack)
        let words = "As of Mon 23 Nov 2026, as known on Fri 20 Nov 2026"
        let model = Model(
            facts: facts, roster: facts.pupils.values.map(\.pupil), today: today, pack: pack,
            person: Person(login: "x", name: "X", roles: [.head], isKeeper: false), notice: words)
        let names: [PageName] =
            [
                .dashboard, .pupil(PupilRef("K1")), .glance, .figures, .help, .history(nil), .since,
                .chronology(PupilRef("K1")), .setAside, .cohort(.cp),
                .why(model.now[0].duty.id), .policy, .clause("AIM-6"),
                .clauses(model.now[0].duty.id), .staff, .member("S01"), .rule(.keyAdult),
                .cohortFigures,
            ] + DashboardPane.allCases.map(PageName.pane) + DutyList.allCases.map(PageName.list)
        for name in names {
            let page = Session(model, first: name).page(size: .wide)
            #expect(page.header.map(\.text).contains(words), "\(name.id)")
            #expect(page.shortHeader.prefix(4).map(\.text).contains(words), "\(name.id)")
        }
    }

    @Test("The glance counts who is in, who is not, and who is not known")
    func glance() throws {
        var school = try school()
        try school.child("K2", "Ned", "Carver", status: "CIN")
        try school.add(.attendance, ["pupil": "K2", "date": "2026-11-23", "am": "I"])
        try school.child("K3", "Max", "Ibe", status: "CIN")
        try school.add(.attendance, ["pupil": "K3", "date": "2026-11-23", "am": "/"])
        try school.child("K4", "Ivy", "Okafor", status: "PLA")
        let page = Session(try Models.of(school, on: today), first: .glance).page(size: .wide)
        #expect(
            page.header[1].text
                == "1 CP · 2 CIN · 0 CLA  NOT KNOWN: 1   In now: 1   Not in, reason known: 1")
        let rows = page.panes[0].rows
        #expect(rows.map(\.id) == ["K1", "K2", "K3"])
        #expect(rows.map { $0.cells[2].map(\.text).joined().prefix(3) } == ["CP ", "CIN", "CIN"])
        #expect(rows[0].spoken.contains("NOT KNOWN"))
    }

    @Test("Only a safeguarding lead begins on the glance")
    func firstPage() throws {
        let cases: [([Role.Name], PageName)] = [
            ([.dsl], .glance), ([.deputyDSL], .glance), ([.dsl, .designatedTeacher], .dashboard),
            ([.designatedTeacher], .dashboard),
        ]
        for (roles, name) in cases {
            let person = Person(login: "x", name: "X", roles: roles, isKeeper: false)
            let model = try Models.of(school(), on: today, person: person)
            #expect(Session(model).pageName == name)
        }
    }

    @Test("A number opens as many rows as it says", arguments: Examples.names)
    func figures(_ name: String) throws {
        let model = try Models.example(name)
        let rows = Session(model, first: .figures).page(size: .wide).panes[0].rows
        var checked = 0
        for row in rows where row.kind == .item {
            var session = Session(model, first: .figures)
            while session.page(size: .wide).focused.selectedRow?.id != row.id {
                _ = session.press(.down, size: .wide)
            }
            _ = session.press(.enter, size: .wide)
            let opened = session.page(size: .wide)
            #expect(opened.id != "figures")
            let count = opened.panes[0].rows.count { $0.kind == .item }
            #expect("\(count)" == row.cells[0].first?.text, "\(row.id)")
            checked += 1
        }
        #expect(checked == DutyList.allCases.count + CohortLabel.allCases.count + 4)
    }

    @Test("Every page of every child and duty can be made, and every cell has its column")
    func everyPage() throws {
        for name in Examples.names {
            let model = try Models.example(name)
            let peps = model.facts.pupils.values.flatMap { $0.peps.map { PageName.pep($0.id) } }
            let names: [PageName] =
                [
                    .dashboard, .glance, .figures, .help, .history(nil), .policy,
                    .clause("AIM-6"), .clause("INT-3"), .staff, .cohortFigures,
                ]
                + model.facts.pupils.keys.map(PageName.pupil) + peps
                + model.facts.school.funds.map { PageName.fund($0.id) }
                + model.allDuties.map { PageName.why($0.id) }
            for name in names {
                let session = Session(model, first: name)
                #expect(session.pageName == name)
                for pane in session.page(size: .small).panes {
                    guard case .table(let columns, let rows) = pane.content else { continue }
                    for row in rows where row.kind == .item {
                        #expect(row.cells.count == columns.count, "\(name.id) \(pane.id)")
                        #expect(!row.spoken.isEmpty)
                    }
                    #expect(Set(rows.map(\.id)).count == rows.count, "\(name.id) \(pane.id)")
                }
            }
        }
    }
}

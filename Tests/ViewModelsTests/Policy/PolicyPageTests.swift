import Domain
import Support
import Testing
import ViewModels

@Suite("The policy, clause by clause")
struct PolicyPageTests {
    private let today = Day("2026-11-23")

    private func school() throws -> SchoolBuilder {
        var school = try SchoolBuilder()
        try school.child("K1", "Bea", "Ashworth", status: "CP", keyAdult: false)
        try school.child("K2", "Ned", "Carver")
        try school.add(
            .attestations,
            ["clause": "INT-3", "on": "2026-09-20", "by": "S01", "evidence": "Staff meeting"])
        return school
    }

    private func session(
        _ first: PageName, roles: [Role.Name] = [.head]
    ) throws -> Session {
        let person = Person(
            login: "x", name: "X", roles: roles, isKeeper: false, staff: ["S01"])
        return Session(try Models.of(school(), on: today, person: person), first: first)
    }

    private func row(_ id: String, _ session: Session) throws -> ViewModels.Row {
        try #require(
            session.page(size: .wide).panes.flatMap(\.rows).first { $0.id == id })
    }

    @Test(
        "The page says where records begin, where that lies in this year",
        arguments: [("2026-09-01", true), ("2026-11-23", true), ("2026-08-31", false), ("", false)])
    func recordsBegin(_ day: String, _ isSaid: Bool) throws {
        var school = try school()
        try school.add(
            .school,
            [
                "urn": "100001", "name": "Larkfield Infant School", "phase": "infant",
                "local_authority": "Hertfordshire", "records_from": day,
            ])
        let person = Person(
            login: "x", name: "X", roles: [.head], isKeeper: false, staff: ["S01"])
        let session = Session(try Models.of(school, on: today, person: person), first: .policy)
        let lines = session.page(size: .wide).header.map(\.text)
        #expect(lines.contains { $0.contains("Our records begin on ") } == isSaid)
    }

    @Test("All 92 clauses stand by section, each with state, number short and months")
    func clauses() throws {
        let session = try session(.policy)
        let page = session.page(size: .wide)
        let rows = page.panes[0].rows
        #expect(rows.count { $0.kind == .item } == 92)
        #expect(rows.first?.kind == .heading)
        let keyAdult = try row("AIM-6", session)
        #expect(keyAdult.cells.map { $0.map(\.text).joined() }.first == "!")
        #expect(keyAdult.cells[4].map(\.text) == ["1"])
        #expect(keyAdult.cells[5].map(\.text) == ["1"])
        #expect(keyAdult.cells[6].map(\.text) == ["!", "!", "!"])
        #expect(keyAdult.spoken.contains("30 Sep overdue, 31 Oct overdue, 23 Nov overdue"))
        #expect(try row("INT-3", session).spoken.contains("signed 20 Sep 2026"))
        guard case .table(let columns, _) = page.panes[0].content else { return }
        #expect(columns.last?.title == "Trend")
    }

    @Test("The head's line counts every clause once")
    func counts() throws {
        let page = try session(.policy).page(size: .wide)
        let words = try #require(page.header.last?.left.map(\.text))
        #expect(words.first == "92 clauses")
        let numbers = words.dropFirst().compactMap { words in
            words.split(separator: " ").lazy.compactMap { Int($0) }.first
        }
        #expect(numbers.reduce(0, +) == 92)
    }

    @Test("Enter on a clause opens its duties, Enter on one of these its child")
    func open() throws {
        let typist = Typist(try session(.policy))
        typist.type("/AIM-6")
        typist.press(.enter, .enter)
        #expect(typist.session.pageName == .clause("AIM-6"))
        let duties = typist.page.focused
        #expect(duties.id == "duties")
        #expect(duties.rows.filter { $0.kind == .item }.count == 2)
        #expect(duties.selectedRow?.spoken.contains("Bea Ashworth") == true)
        typist.press(.enter)
        #expect(typist.session.pageName == .pupil(PupilRef("K1")))
    }

    @Test("An attested clause shows who attested it and how")
    func attested() throws {
        let page = try session(.clause("INT-3")).page(size: .wide)
        #expect(page.text.contains("20 Sep 2026 | A Khan | Staff meeting"))
    }

    @Test("o opens the clause of a duty; where it shows several, the list of them")
    func openClause() throws {
        let typist = Typist(try session(.pupil(PupilRef("K1"))))
        typist.type("/no key adult")
        typist.press(.enter)
        let duty = DutyID(subject: .pupil(PupilRef("K1")), rule: .keyAdult, reference: "")
        let model = typist.session.model
        let clauses = try #require(model.duty(duty)?.clauses)
        let one = Typist(Session(model, first: .why(duty)))
        #expect(one.page.footer.contains(KeyHint("o", "clause")))
        one.type("o")
        if clauses.count == 1 {
            #expect(one.session.pageName == .clause(clauses[0]))
        } else {
            #expect(one.session.pageName == .clauses(duty))
            let rows = one.page.panes[0].rows.filter { $0.kind == .item }
            #expect(Set(rows.map(\.id)) == Set(clauses))
            one.press(.enter)
            #expect(one.session.pageName == .clause(rows[0].id))
        }
    }

    @Test("From a duty of every rule o leads to its clauses")
    func everyRule() throws {
        let model = try Models.of(school(), on: today)
        let byRule = Dictionary(grouping: model.allDuties, by: \.rule)
        #expect(byRule.count > 40)
        for duty in byRule.values.compactMap(\.first) {
            let typist = Typist(Session(model, first: .why(duty.id)))
            typist.type("o")
            let opened: PageName =
                duty.clauses.count == 1 ? .clause(duty.clauses[0]) : .clauses(duty.id)
            #expect(typist.session.pageName == opened, "\(duty.id.text)")
        }
    }

    @Test("Where nothing is selected that is owed, o opens the whole policy")
    func openPolicy() throws {
        let typist = Typist(try session(.figures))
        typist.type("o")
        #expect(typist.session.pageName == .policy)
    }

    @Test("Governors see every clause and no name; counts of 1 to 4 are hidden")
    func governors() throws {
        let session = try session(.policy, roles: [.designatedGovernor])
        #expect(session.pageName == .policy)
        #expect(try row("AIM-6", session).cells[4].map(\.text) == ["<5"])
        let states = session.page(size: .wide).panes[0].rows.map { $0.cells[0].first?.text }
        let heads = try self.session(.policy).page(size: .wide).panes[0].rows.map {
            $0.cells[0].first?.text
        }
        #expect(states == heads)
        let typist = Typist(session)
        for clause in try #require(session.model.pack.clauses.first.map { [$0.id, "AIM-6"] }) {
            let page = Session(session.model, first: .clause(clause)).page(size: .wide)
            #expect(!page.text.contains("Ashworth") && !page.text.contains("Carver"))
            #expect(!page.text.contains("1 overdue"))
        }
        for key in [Key.down, .pageDown, .end] {
            let page = typist.press(key)
            #expect(!page.text.contains("Ashworth") && !page.text.contains("Carver"))
        }
    }

    @Test("A SENCO's policy page counts what is withheld too, and says so on the clause")
    func part() throws {
        let session = try session(.policy, roles: [.senco])
        let heads = try self.session(.policy)
        for id in ["AIM-6", "INT-3", "AIM-5"] {
            let own = try row(id, session).cells.map { $0.map(\.text) }
            let whole = try row(id, heads).cells.map { $0.map(\.text) }
            #expect(own == whole)
        }
        let page = Session(session.model, first: .clause("INT-3")).page(size: .wide)
        #expect(page.text.contains("Your role is not shown every duty of this clause."))
    }

    @Test("The policy is not for whoever keeps the office")
    func office() throws {
        #expect(try session(.policy, roles: [.administrator]).pageName == .help)
        #expect(try session(.clause("AIM-6"), roles: [.administrator]).pageName == .help)
    }

    @Test("The palette finds clauses by id and words, and members of staff by name")
    func palette() throws {
        let typist = Typist(try session(.dashboard))
        typist.type(":aim-6")
        typist.press(.enter)
        #expect(typist.session.pageName == .clause("AIM-6"))
        typist.type(":khan")
        typist.press(.enter)
        #expect(typist.session.pageName == .member("S01"))
    }

    @Test("After a change the clauses stand anew")
    func changed() throws {
        var session = try session(.policy)
        #expect(try row("AIM-6", session).cells[0].map(\.text) == ["!"])
        var mended = try school()
        try mended.add(
            .adults, ["pupil": "K1", "staff": "S01", "kind": "key-adult", "from": "2026-09-02"])
        let facts = mended.facts(under: session.model.pack)
        let child = try #require(facts.pupils[PupilRef("K1")])
        session.update(session.model.updating(pupils: [child]))
        #expect(try row("AIM-6", session).cells[0].map(\.text) == ["✓"])
    }
}

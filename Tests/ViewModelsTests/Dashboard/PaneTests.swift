import Domain
import Support
import Testing
import ViewModels

@Suite("The dashboard's panes")
struct PaneTests {
    private func school() throws -> SchoolBuilder {
        var school = try SchoolBuilder()
        try school.child("K1", "Sam", "Field", status: "CLA", since: "2020-01-01")
        try school.pep("P1", of: "K1", planned: "2026-11-10", held: "2026-11-03")
        try school.child("K2", "Ned", "Carver", status: "CIN")
        try school.pep("P2", of: "K2", planned: "2026-11-12")
        try school.marks("K1", Day("2026-11-02"), Day("2026-11-23"))
        try school.marks("K2", Day("2026-11-02"), Day("2026-11-20"), am: "I", pm: "I")
        try school.contact("K2", at: "2026-11-04T09:00:00Z", with: "carer")
        try school.add(
            .funds,
            [
                "fund_id": "F1", "name": "PP+ looked after", "kind": "pp-plus-cla",
                "financial_year": "2026-27", "managed_by": "school",
            ])
        for (id, kind, amount) in [
            ("E1", "allocation", "1000.00"), ("E2", "commitment", "250.00"),
            ("E3", "spend", "500.00"),
        ] {
            try school.add(
                .funding,
                [
                    "entry_id": id, "fund_id": "F1", "pupil": "K1", "kind": kind,
                    "on": "2026-10-01", "amount": amount, "what": "Reading",
                ])
        }
        return school
    }

    private func pane(_ pane: DashboardPane) throws -> Pane {
        let model = try Models.of(school(), on: Day("2026-11-23"))
        return Session(model, first: .pane(pane)).page(size: .wide).panes[0]
    }

    @Test("The roster says year, status, attendance, this term's PEP, money and the worst duty")
    func roster() throws {
        let lines = try pane(.pupils).lines
        #expect(lines[0].hasPrefix("▸Ned Carver | 1 | CIN | 0.0% S | ! | – | ! "))
        #expect(lines[1].hasPrefix(" Sam Field | 1 | CLA | 100.0%   | ✓ | £250 | ! "))
    }

    @Test("The PEPs say what slipped and what is not written up, by due")
    func peps() throws {
        let pane = try pane(.peps)
        #expect(pane.lines[0] == "▸! 12 Nov | Ned Carver | PEP of 12 Nov not held | 7 days | ")
        #expect(
            pane.lines[1] == " ! 17 Nov | Sam Field | PEP of 3 Nov not signed off | 4 days | ")
        #expect(
            pane.lines[2]
                == " ! 17 Nov | Sam Field | PEP of 3 Nov: no target yet | 4 days | held, to sign off"
        )
        #expect(pane.notes.first?.text.hasPrefix("This term: 1 of 2 held · 0 signed off") == true)
    }

    @Test("A number beside the sign of what is missed has its word, on a narrow screen too")
    func missedWord() throws {
        let model = try Models.of(school(), on: Day("2026-11-23"))
        let page = Session(model).page(size: .small)
        for line in [page.header[1], page.shortHeader[1]] {
            #expect(line.right.first?.text == "✗ \(model.tally[.missed]) missed")
        }
    }

    @Test("An alert says the week as registered, since when, and who has been told")
    func attendance() throws {
        let lines = try pane(.attendance).lines
        #expect(lines == ["▸Ned Carver | ·· ·· ·· ·· ·· | 0.0% S | 4 Nov | ✓ ! !"])
    }

    @Test("A pot says pounds and pence, and what is spent, bound and left as a bar")
    func budget() throws {
        let pane = try pane(.budget)
        #expect(pane.lines == ["▸PP+ looked after | 1,000.00 | 250.00 | 500.00 | 250.00"])
        let bar = String(repeating: "#", count: 15) + String(repeating: "=", count: 7)
        #expect(pane.notes[0].text == "\(bar)........  128 days to 31 March")
        #expect(pane.notes.last?.text == "1 spend without impact · 1 allocation not yet spent")
    }
}

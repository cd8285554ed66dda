import Domain
import Support
import Testing
import ViewModels

@Suite("The list of keys")
struct KeyListTests {
    private func typist() throws -> Typist {
        var school = try SchoolBuilder()
        try school.child("K1", "Bea", "Ashworth", status: "CP", keyAdult: false)
        return Typist(Session(try Models.of(school, on: Day("2026-11-23"))))
    }

    @Test("It is sorted by what somebody wants to do, and begins with what is done most")
    func groups() throws {
        let rows = try typist().press("?").focused.rows
        #expect(rows.first?.spoken == "Log a call, an absence")
        #expect(rows.dropFirst().first?.spoken.hasPrefix("c: log call") == true)
        // Every view has its place there.
        let ids = Set(rows.map(\.id))
        for entry in ActionCatalogue.all where entry.group == "See and go" {
            #expect(ids.contains(entry.id), "\(entry.id)")
        }
    }

    @Test("Letters find a key, and Enter does it on the page before")
    func find() throws {
        let typist = try typist()
        typist.press("?")
        let page = typist.type("undo")
        #expect(page.id == "help")
        #expect(page.focused.rows.map(\.id).first == "undo")
        typist.press(.escape)
        typist.type("plan")
        #expect(typist.page.focused.selectedRow?.id == "pep-plan")
        // The first Enter ends typing, the next one does what is selected.
        guard case .open(.pepPlan, _, let child, _) = typist.effect(of: .enter, .enter) else {
            Issue.record("Enter opens the form")
            return
        }
        #expect(child == PupilRef("K1"))
        #expect(typist.page.id == "dashboard")
    }

    @Test("q leaves from there too")
    func quit() throws {
        guard case .quit = try typist().effect(of: "?", "q") else {
            Issue.record("q leaves")
            return
        }
    }
}

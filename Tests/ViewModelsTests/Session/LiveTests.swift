import Domain
import Support
import Testing
import ViewModels

@Suite("A session while others record")
struct LiveTests {
    private let today = Day("2026-11-23")

    private func school(_ more: (inout SchoolBuilder) throws -> Void = { _ in }) throws -> Model {
        var school = try SchoolBuilder()
        for (ref, name) in [("K1", "Able"), ("K2", "Bond"), ("K3", "Cole")] {
            try school.child(ref, "Ada", name, keyAdult: false)
        }
        try more(&school)
        return try Models.of(school, on: today)
    }

    private func namingKeyAdult(_ ref: String) throws -> Model {
        try school { school in
            try school.add(
                .adults, ["pupil": ref, "staff": "S01", "kind": "key-adult", "from": "2026-09-02"])
        }
    }

    @Test("The selection stays on its child when a line comes in above")
    func selectionStays() throws {
        var session = Session(try school(), first: .pane(.pupils))
        _ = session.press(.down, size: .wide)
        session.update(try school { try $0.child("K0", "Ann", "Aaron") })
        let pane = session.page(size: .wide).focused
        #expect(pane.rows.map(\.id) == ["K0", "K1", "K2", "K3"])
        #expect(pane.selectedRow?.id == "K2")
    }

    @Test("What has been dealt with stays in its place, as met, until the list is left")
    func dealtWithStays() throws {
        var session = Session(try school(), now: .byDuty)
        let before = session.page(size: .wide).panes[0].rows.map(\.id)
        let place = try #require(before.firstIndex(of: "pupil:K2 key-adult"))
        for _ in 0..<place { _ = session.press(.down, size: .wide) }
        session.update(try namingKeyAdult("K2"))
        let pane = session.page(size: .wide).panes[0]
        #expect(pane.rows.map(\.id) == before)
        #expect(pane.selectedRow?.id == "pupil:K2 key-adult")
        #expect(pane.selectedRow?.cells[0] == [Phrase("✓", .met)])
        _ = session.press(.tab, size: .wide)
        #expect(!session.page(size: .wide).panes[0].rows.map(\.id).contains("pupil:K2 key-adult"))
    }

    @Test("What a child needs next takes the place of what has been dealt with, on the same line")
    func nextOfChild() throws {
        var session = Session(try school())
        let before = session.page(size: .wide).panes[0].rows.map(\.id)
        let place = try #require(before.firstIndex(of: "pupil:K2"))
        for _ in 0..<place { _ = session.press(.down, size: .wide) }
        let old = session.page(size: .wide).panes[0].selectedRow
        _ = session.press(.right, size: .wide)
        session.update(try namingKeyAdult("K2"))
        let pane = session.page(size: .wide).panes[0]
        #expect(pane.selectedRow?.id == "pupil:K2" && pane.selected == place)
        #expect(pane.selectedRow?.cells[3] != old?.cells[3])
        #expect(Set(pane.rows.map(\.id)).count == pane.rows.count)
    }

    @Test("Opening the child and coming back does not leave the list")
    func dealtWithStaysUnderAPage() throws {
        var session = Session(try school(), now: .byDuty)
        let before = session.page(size: .wide).panes[0].rows.map(\.id)
        _ = session.press(.enter, size: .wide)
        session.update(try namingKeyAdult("K1"))
        _ = session.press(.escape, size: .wide)
        #expect(session.page(size: .wide).panes[0].rows.map(\.id) == before)
        _ = session.press(.escape, size: .wide)
        #expect(session.page(size: .wide).panes[0].rows.count == before.count - 1)
    }

    @Test("Who changed what stands there until a key asks for something")
    func news() throws {
        var session = Session(try school())
        let at = try #require(Instant(iso: "2026-11-23T09:31:00Z"))
        session.update(
            try school(), news: News(by: "M Osei", at: at, pupils: [PupilRef("K2")]))
        let words = "Ada Bond changed by M Osei 09:31"
        #expect(session.page(size: .wide).message?.text == words)
        _ = session.press(.down, size: .wide)
        #expect(session.page(size: .wide).message?.text == words)
        _ = session.press(.escape, size: .wide)
        #expect(session.page(size: .wide).message == nil)
    }

    @Test("News of one child do not stand on another child's page")
    func newsOfAnother() throws {
        var session = Session(try school(), first: .pupil(PupilRef("K1")))
        let at = try #require(Instant(iso: "2026-11-23T09:31:00Z"))
        session.update(
            try school(), news: News(by: "M Osei", at: at, pupils: [PupilRef("K2")]))
        #expect(session.page(size: .wide).message == nil)
    }

    @Test("A page whose child is no longer on record is left")
    func childGone() throws {
        var session = Session(try school(), first: .pane(.pupils))
        _ = session.press(.enter, size: .wide)
        #expect(session.pageName == .pupil(PupilRef("K1")))
        session.update(
            session.model.updating(
                pupils: [], removed: [PupilRef("K1")],
                roster: session.model.roster.filter { $0.ref != PupilRef("K1") }))
        #expect(session.pageName == .pane(.pupils))
    }

    @Test("Judging only who changed gives the model that judging all would give")
    func updatingEqualsFresh() throws {
        let fresh = try namingKeyAdult("K2")
        let changed = try #require(fresh.facts.pupils[PupilRef("K2")])
        let updated = try school().updating(pupils: [changed])
        #expect(updated.now.map(\.id) == fresh.now.map(\.id))
        #expect(updated.tally == fresh.tally)
        #expect(
            Session(updated).page(size: .wide) == Session(fresh).page(size: .wide))
    }

    @Test("A new calendar judges every child again")
    func newCalendar() throws {
        let pack = Packs.builtIn
        let before = try school()
        let closure = try Record(
            .closures, ["from": "2026-11-24", "to": "2026-12-18", "kind": "other"])
        let after = before.facts.applying([.put(closure)], bankHolidays: pack.bankHolidays)
        let updated = before.updating(pupils: [], school: after.school)
        let fresh = Model(
            facts: after, roster: before.roster, today: today, pack: pack, person: before.person,
            actions: before.actions)
        #expect(updated.tally == fresh.tally)
        #expect(updated.tally != before.tally)
    }
}

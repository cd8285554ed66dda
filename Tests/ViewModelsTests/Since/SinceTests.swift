import Domain
import Support
import Testing
import ViewModels

@Suite("Since you last looked")
struct SinceTests {
    private func model() throws -> Model {
        let facts = try SmallSchool.facts()
        return Model(
            facts: facts, roster: facts.pupils.values.map(\.pupil), today: SmallSchool.today,
            pack: Packs.builtIn, person: Models.person, actions: Models.actions)
    }

    private func line(
        _ change: ChangeNumber, _ action: String, by login: String = "webb", _ steps: [RecordStep]
    ) -> HistoryEntry {
        HistoryEntry(
            change: change, at: SmallSchool.now, by: login, action: action, subject: .school,
            page: nil, isUndone: false, steps: steps)
    }

    private func step(_ kind: RecordKind, _ before: [String: String]?, _ after: [String: String])
        throws -> RecordStep
    {
        let new = try Record(kind, after)
        return RecordStep(
            key: new.key, before: try before.map { try Record(kind, $0) }, after: new)
    }

    private func unread() throws -> Unread {
        let bea = "K001"
        let contact = try step(
            .contacts, nil,
            [
                "contact_id": "C1", "pupil": bea, "at": "2026-11-20T15:00:00Z", "with": "carer",
                "how": "phone", "staff": "S02", "about": "attendance", "summary": "Cold",
            ])
        let absence = try step(
            .attendance, nil, ["pupil": bea, "date": "2026-11-20", "am": "I", "pm": "/"])
        let present = try step(
            .attendance, nil, ["pupil": bea, "date": "2026-11-19", "am": "/", "pm": "\\"])
        let status = try step(
            .status, nil, ["pupil": "K002", "status": "CP", "from": "2026-11-20"])
        return Unread(
            acknowledgedAt: Instant(londonDay: SmallSchool.today - 3, hour: 16, minute: 5), upTo: 9,
            children: [
                .init(
                    pupil: SmallSchool.bea,
                    entries: [
                        line(5, "contact", [contact]), line(6, "import", [absence, present]),
                    ]),
                .init(pupil: SmallSchool.leo, entries: [line(7, "status-begin", [status])]),
            ], others: [line(8, "term", [])])
    }

    private func typist(_ first: PageName) throws -> Typist {
        var session = Session(try model(), first: first)
        session.show(unread: try unread())
        return Typist(session)
    }

    private let words =
        "Since you last looked (Fri 20 Nov 16:05): 1 absence, marks of 1 day, "
        + "1 contact by J Webb, 1 new status, 1 other change"

    @Test(
        "One line says what others did, on Now and on the glance",
        arguments: [PageName.pane(.now), .glance])
    func oneLine(_ name: PageName) throws {
        #expect(try typist(name).page.text.contains(words))
    }

    @Test("Where nobody did anything there is no such line")
    func nothing() throws {
        var session = Session(try model(), first: .pane(.now))
        session.show(unread: Unread(acknowledgedAt: nil, upTo: 9, children: [], others: []))
        #expect(!session.page(size: .wide).text.contains("last looked"))
    }

    @Test("Its page lists the changes by child, each under its own child's name")
    func page() throws {
        let typist = try typist(.since)
        let rows = typist.page.panes[0].rows
        #expect(
            rows.map { $0.kind == .heading ? $0.spoken : $0.id } == [
                "Bea Ashworth", "5 K001", "6 K001", "Leo Marsh", "7 K002",
                "Larkfield Infant School", "8 ",
            ])
        #expect(rows[1].spoken.hasPrefix("Bea Ashworth: Mon 23 Nov 09:22, J Webb: Log a contact"))
    }

    @Test("Beside it stands what has turned red or was cleared since then")
    func turned() throws {
        let page = try typist(.since).page
        // The person last looked on Friday: Bea's N of this morning is news.
        #expect(page.header.contains { $0.text.hasPrefix("Since Fri 20 Nov: ") })
        let rows = try #require(page.panes.first { $0.id == "turned" }).rows
        #expect(rows.first?.spoken.hasPrefix("Newly red: ") == true)
        #expect(rows.contains { $0.spoken.contains("Bea Ashworth") })
    }

    @Test("N acknowledges what is shown and nothing that came later; elsewhere it goes to the page")
    func acknowledge() throws {
        let typist = try typist(.pane(.now))
        typist.press(.character("N"))
        #expect(typist.session.pageName == .since)
        guard case .acknowledge(let upTo) = typist.effect(of: .character("N")) else {
            Issue.record("N acknowledges")
            return
        }
        #expect(upTo == 9)
    }

    @Test("News that arrive leave the selection where it is")
    func newsKeepSelection() throws {
        var session = Session(try model(), first: .pane(.now))
        _ = session.press(.down, size: .wide)
        let before = session.page(size: .wide).focused.selectedRow?.id
        session.show(unread: try unread())
        #expect(session.page(size: .wide).focused.selectedRow?.id == before)
    }
}

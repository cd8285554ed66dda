import Domain
import Support
import Testing
import ViewModels

@Suite("News while somebody types")
struct NewsTests {
    private func school(keyAdults: [String] = []) throws -> Model {
        var school = try SchoolBuilder()
        for (ref, name) in [("K1", "Able"), ("K2", "Bond"), ("K3", "Cole")] {
            try school.child(ref, "Ada", name, keyAdult: keyAdults.contains(ref))
        }
        return try Models.of(school, on: Day("2026-11-23"))
    }

    private func news() -> News {
        News(by: "M Osei", at: SmallSchool.now, pupils: [PupilRef("K2")])
    }

    /// What a colleague does meanwhile, at any moment: lines go and come, and are told.
    private func disturb(_ typist: Typist, _ round: Int) throws {
        typist.session.update(
            try school(keyAdults: round.isMultiple(of: 2) ? ["K1", "K3"] : []), news: news())
        typist.session.show(
            unread: Unread(
                acknowledgedAt: nil, upTo: ChangeNumber(rawValue: Int64(round)), children: [],
                others: [
                    HistoryEntry(
                        change: ChangeNumber(rawValue: Int64(round)), at: SmallSchool.now,
                        by: "osei", action: "term",
                        subject: .school, page: nil, isUndone: false)
                ]))
    }

    @Test("A form keeps every letter, its field and its caret, whatever arrives between the keys")
    func form() throws {
        let context = try SmallSchool.context(SmallSchool.bea)
        func typed(disturbed: Bool) throws -> Page {
            let typist = Typist(Session(try school()))
            typist.session.present(
                try #require(ActionModal.open(.contact, in: context)))
            for (place, character) in "pAsked for Mr Webb".enumerated() {
                typist.press(place == 0 ? .tab : .character(character))
                if disturbed { try disturb(typist, place) }
            }
            return typist.page
        }
        let quiet = try typed(disturbed: false)
        let loud = try typed(disturbed: true)
        #expect(loud.panes == quiet.panes)
        #expect(loud.subject == quiet.subject)
        #expect(loud.prompt == quiet.prompt)
    }

    @Test("A filter and the palette keep their text and stay open", arguments: ["/", ":"])
    func prompts(mark: Character) throws {
        let typist = Typist(Session(try school(), first: .pane(.pupils)))
        for (place, key) in "\(mark)cole".enumerated() {
            typist.press(.character(key))
            try disturb(typist, place)
        }
        guard case .line(_, let text, let caret, _) = typist.page.prompt else {
            Issue.record("the line is gone")
            return
        }
        #expect(text == "cole")
        #expect(caret == 4)
    }

    @Test("The selection stays on its line in every pane, and the pane keeps the keys")
    func selection() throws {
        for digit in 0...2 {
            let typist = Typist(Session(try school()))
            typist.press(.character(Character("\(digit)")), .down)
            let before = typist.page
            for round in 0..<6 { try disturb(typist, round) }
            #expect(typist.page.focus == before.focus)
            #expect(typist.page.focused.selectedRow?.id == before.focused.selectedRow?.id)
        }
    }

    @Test("A question waits for its answer and takes no other")
    func question() throws {
        let typist = Typist(Session(try school()))
        typist.session.show(
            drafts: [
                Draft(
                    id: "d", owner: "mosei", subject: .school, action: "contact", body: "",
                    at: SmallSchool.now)
            ])
        typist.press(.end)
        while typist.page.panes[0].selectedRow?.id != "draft d" { typist.press(.up) }
        typist.press(.delete)
        let asked = typist.page.prompt
        for round in 0..<4 { try disturb(typist, round) }
        #expect(typist.page.prompt == asked)
        #expect(typist.session.isAsking)
    }
}

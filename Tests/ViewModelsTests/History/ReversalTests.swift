import Domain
import Support
import Testing
import ViewModels

@Suite("Undo, redo and what was there before")
struct ReversalTests {
    private static let at = SmallSchool.now

    private func model() throws -> Model {
        let pack = Packs.builtIn
        let facts = try SmallSchool.facts()
        return Model(
            facts: facts, roster: facts.pupils.values.map(\.pupil), today: SmallSchool.today,
            pack: pack, person: Models.person, actions: Models.actions)
    }

    private func step(_ kind: RecordKind, _ before: [String: String]?, _ after: [String: String]?)
        throws -> RecordStep
    {
        let old = try before.map { try Record(kind, $0) }
        let new = try after.map { try Record(kind, $0) }
        let key = try #require((new ?? old)?.key)
        return RecordStep(key: key, before: old, after: new)
    }

    /// The PEP of Bea Ashworth moved from one day to another.
    private func moved() throws -> HistoryEntry {
        let pep = ["pep_id": "P3", "pupil": "K001"]
        return HistoryEntry(
            change: 7, at: Self.at, by: "akhan", action: "pep-plan",
            subject: .pupil(SmallSchool.bea), page: nil, isUndone: false,
            steps: [
                try step(
                    .peps, pep.merging(["planned_for": "2026-11-27"]) { $1 },
                    pep.merging(["planned_for": "2026-11-30"]) { $1 })
            ])
    }

    private func calls(_ pupils: PupilRef...) throws -> HistoryEntry {
        HistoryEntry(
            change: 8, at: Self.at, by: "akhan", action: "contact",
            subject: pupils.count == 1 ? .pupil(pupils[0]) : .school, page: nil, isUndone: false,
            steps: try pupils.enumerated().map { place, ref in
                try step(
                    .contacts, nil,
                    [
                        "contact_id": "C\(place)", "pupil": ref.text, "at": "2026-11-23T09:20:00Z",
                        "with": "carer", "how": "phone", "staff": "S01", "about": "attendance",
                        "summary": "About \(ref.text)",
                    ])
            })
    }

    private func undo(_ line: HistoryEntry) -> Reversal {
        Reversal(
            of: line, isRedo: false,
            changes: line.steps.map { step in
                step.before.map { .put($0) } ?? .remove(step.key)
            },
            steps: line.steps.map {
                RecordStep(key: $0.key, before: $0.after, after: $0.before)
            })
    }

    // MARK: The preview

    @Test("Before an undo the old text stands as what comes back, the new one as what goes")
    func preview() throws {
        let page = ReversalModal(undo(try moved()), try model()).page(size: .wide)
        let line = try #require(
            page.text.split(separator: "\n").first { $0.contains("Planned for") })
        #expect(line == "   Planned for: Mon 30 Nov 2026 → Fri 27 Nov 2026")
        #expect(page.subject == SmallSchool.bea)
        #expect(page.text.contains("PEP reads as before:"))
    }

    @Test("Before an undo the duties that turn are named")
    func turns() throws {
        let pack = Packs.builtIn
        let facts = try SmallSchool.facts()
        let line = HistoryEntry(
            change: 9, at: Self.at, by: "akhan", action: "key-adult",
            subject: .pupil(SmallSchool.bea), page: nil, isUndone: false,
            steps: [
                try step(
                    .adults, nil,
                    ["pupil": "K001", "staff": "S02", "kind": "key-adult", "from": "2025-09-03"])
            ])
        let model = Model(
            facts: facts, roster: [], today: SmallSchool.today, pack: pack, person: Models.person)
        let expected = TurnedDuties.preview(
            Command(action: "undo", subject: line.subject, changes: undo(line).changes), facts,
            on: SmallSchool.today, under: pack
        ).turned
        #expect(!expected.isEmpty)
        let text = ReversalModal(undo(line), model).page(size: .wide).text
        for turned in expected { #expect(text.contains(turned.duty.title)) }
    }

    @Test("An entry about several children names each, under the name of none")
    func several() throws {
        let page = ReversalModal(
            undo(try calls(SmallSchool.bea, SmallSchool.leo)), try model()
        ).page(size: .wide)
        #expect(page.subject == nil)
        #expect(!page.header[0].text.contains("Ashworth"))
        #expect(page.text.contains("Bea Ashworth · contact is taken away:"))
        #expect(page.text.contains("Leo Marsh · contact is taken away:"))
        // As the form says it, field by field; no id, and no empty field.
        #expect(page.text.contains("   When: Mon 23 Nov 2026 09:20\n   With: carer\n   How: phone"))
        #expect(page.text.contains("   Logged by: A Khan"))
        #expect(!page.text.contains("C0"))
    }

    @Test(
        "Only y carries it out; the keys that asked, Enter and Esc do not",
        arguments: [Key.character("u"), .character("U"), .enter, .escape, .character("x")])
    func onlyYes(key: Key) throws {
        var modal = ReversalModal(undo(try moved()), try model())
        #expect(modal.isAsking)
        if case .reverse = modal.press(key) { Issue.record("\(key) took it back") }
        guard case .reverse(let reversal) = modal.press(.character("y")) else {
            Issue.record("y takes it back")
            return
        }
        #expect(reversal.of.change == 7)
    }

    @Test("A redo shows the new text as what comes back")
    func redo() throws {
        let line = try moved()
        let reversal = Reversal(of: line, isRedo: true, changes: [], steps: line.steps)
        let page = ReversalModal(reversal, try model()).page(size: .wide)
        #expect(page.text.contains("Planned for: Fri 27 Nov 2026 → Mon 30 Nov 2026"))
    }

    // MARK: The history

    @Test("In a child's history a correction shows the old text, struck and by a word")
    func correction() throws {
        var session = Session(try model(), first: .history(.pupil(SmallSchool.bea)))
        session.show([try moved()], of: .history(.pupil(SmallSchool.bea)))
        let row = session.page(size: .wide).focused.rows[0]
        let phrases = row.cells.flatMap { $0 }
        #expect(phrases.contains(Phrase("Fri 27 Nov 2026", .struck)))
        #expect(row.spoken.contains("Planned for: Mon 30 Nov 2026 was: Fri 27 Nov 2026"))
    }

    @Test("Who looked is left out until v shows it, and the page says how often somebody did")
    func looks() throws {
        var session = Session(try model(), first: .history(.pupil(SmallSchool.bea)))
        let look = HistoryEntry(
            change: 9, at: Self.at, by: "akhan", action: "look",
            subject: .pupil(SmallSchool.bea), page: "why pupil:K001 key-adult", isUndone: false,
            steps: [])
        session.show([look, try moved()], of: .history(.pupil(SmallSchool.bea)))
        let page = session.page(size: .wide)
        #expect(page.focused.rows.map(\.id) == ["7"])
        #expect(page.text.contains("1 time somebody looked; v shows them too."))
        #expect(page.footer.contains(KeyHint("v", "show looks")))
        _ = session.press(.character("v"), size: .wide)
        let shown = session.page(size: .wide)
        #expect(shown.focused.rows.map(\.id) == ["9", "7"])
        #expect(shown.text.contains("looked at why something is owed"))
        _ = session.press(.character("v"), size: .wide)
        #expect(session.page(size: .wide).focused.rows.map(\.id) == ["7"])
    }

    @Test("u in the history asks for the selected line, and anywhere else for the last change")
    func selectedLine() throws {
        var session = Session(try model(), first: .history(nil))
        session.show([try calls(SmallSchool.leo), try moved()], of: .history(nil))
        _ = session.press(.down, size: .wide)
        #expect("\(session.press(.character("u"), size: .wide))" == "previewUndo(Optional(7))")
        _ = session.press(.character("d"), size: .wide)
        #expect("\(session.press(.character("u"), size: .wide))" == "previewUndo(nil)")
    }

    @Test("Enter on a line opens the entry: what was, and what is")
    func opened() throws {
        var session = Session(try model(), first: .history(nil))
        let line = try moved()
        session.show([line], of: .history(nil))
        guard case .load(.change(7)) = session.press(.enter, size: .wide) else {
            Issue.record("Enter asks for the entry")
            return
        }
        session.show([line], of: .change(7))
        let page = session.page(size: .wide)
        #expect(page.subject == SmallSchool.bea)
        #expect(
            page.focused.rows[0].spoken
                == "PEP, Planned for: was Fri 27 Nov 2026, is Mon 30 Nov 2026")
    }

    @Test("Of an entry about several children a child's history shows the child's own part")
    func part() throws {
        var session = Session(try model(), first: .history(.pupil(SmallSchool.leo)))
        session.show(
            [try calls(SmallSchool.bea, SmallSchool.leo), try moved()],
            of: .history(.pupil(SmallSchool.leo)))
        let page = session.page(size: .wide)
        #expect(page.focused.rows.map(\.id) == ["8"])
        #expect(!page.text.contains("K001"))
    }
}

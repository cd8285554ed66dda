import Domain
import Support
import Testing
import ViewModels

@Suite("Two at once, in a form")
struct ConflictFormTests {
    private static let plan = RecordKey(kind: .peps, parts: ["P3"])

    private func context(_ changes: [RecordChange] = []) throws -> CommandContext {
        try SmallSchool.context(SmallSchool.bea, record: Self.plan, changing: changes)
    }

    private func model(_ facts: Facts) throws -> Model {
        Model(
            facts: facts, roster: facts.pupils.values.map(\.pupil), today: SmallSchool.today,
            pack: Packs.builtIn, person: Models.person)
    }

    /// What somebody else makes of the plan meanwhile.
    private func theirs(_ columns: [String: String]) throws -> RecordChange {
        var record = try #require(try context().facts.record(Self.plan))
        for (column, text) in columns { record = record.with(column, text) }
        return .put(record)
    }

    /// The form that moves the plan, with a note typed by the person.
    private func opened(note: String) throws -> FormModal {
        var modal = try #require(
            ActionModal.open(.pepMove, in: try context()) as? FormModal)
        try write(note, in: &modal)
        return modal
    }

    private func write(_ text: String, in modal: inout FormModal) throws {
        for _ in 0..<30 where focused(modal)?.id != "note" { _ = modal.press(.tab) }
        try #require(focused(modal)?.id == "note")
        _ = modal.press(.control("u"))
        for character in text { _ = modal.press(.character(character)) }
    }

    private func focused(_ modal: FormModal) -> Field? {
        guard case .form(let fields) = modal.page(size: .wide).panes[0].content else { return nil }
        return fields.first(where: \.isFocused)
    }

    private func put(_ effect: Effect) throws -> Record {
        guard case .record(let command) = effect, case .put(let record)? = command.changes.last
        else {
            throw Missing()
        }
        return record
    }

    private struct Missing: Error {}

    // MARK: What is shown

    @Test(
        "Both changed the note: both stand beside what was there, and nothing is saved before a choice"
    )
    func shown() throws {
        var modal = try opened(note: "Mine")
        let after = try context([try theirs(["note": "Theirs"])])
        modal.update(try model(after.facts))
        guard case .redraw = modal.press(.control("s")) else {
            Issue.record("saved over the other's note")
            return
        }
        let page = modal.page(size: .wide)
        #expect(page.id == "conflict")
        #expect(page.subject == SmallSchool.bea)
        #expect(
            page.panes[0].rows.map(\.spoken)
                == ["Note: theirs Theirs; yours Mine; as you opened it nothing; choose"])
        guard case .redraw = modal.press(.control("s")) else {
            Issue.record("saved without a choice")
            return
        }
    }

    @Test(
        "Keep, take and join",
        arguments: [("k", "Mine"), ("t", "Theirs"), ("j", "Theirs\nMine")] as [(Character, String)])
    func choices(key: Character, note: String) throws {
        var modal = try opened(note: "Mine")
        modal.update(try model(try context([try theirs(["note": "Theirs"])]).facts))
        _ = modal.press(.control("s"))
        _ = modal.press(.character(key))
        #expect(try put(modal.press(.control("s")))["note"] == note)
    }

    @Test("What only the other has changed is never put back to what it was")
    func onlyTheirs() throws {
        var modal = try opened(note: "Mine")
        modal.update(try model(try context([try theirs(["planned_for": "2026-12-03"])]).facts))
        _ = modal.press(.control("s"))
        #expect(modal.page(size: .wide).id == "conflict")
        let saved = try put(modal.press(.control("s")))
        #expect(saved["planned_for"] == "2026-12-03")
        #expect(saved["note"] == "Mine")
    }

    @Test("A refusal of the store, between two looks at it, shows the same page")
    func refused() throws {
        var modal = try opened(note: "Mine")
        guard case .record(let command) = modal.press(.control("s")) else { throw Missing() }
        let current = try context([try theirs(["note": "Theirs"])]).facts.record(Self.plan)
        let seen = try context().facts.record(Self.plan)
        let wanted = try put(.record(command))
        modal.settle(
            [Conflict(key: Self.plan, seen: seen, current: current, wanted: wanted)], of: command)
        #expect(modal.page(size: .wide).id == "conflict")
        _ = modal.press(.character("k"))
        #expect(try put(modal.press(.control("s")))["note"] == "Mine")
    }

    @Test("Esc goes back to the form with all that was typed, and the question comes again")
    func back() throws {
        var modal = try opened(note: "Mine")
        modal.update(try model(try context([try theirs(["note": "Theirs"])]).facts))
        _ = modal.press(.control("s"))
        guard case .redraw = modal.press(.escape) else {
            Issue.record("left the form")
            return
        }
        #expect(modal.page(size: .wide).id != "conflict")
        _ = modal.press(.control("s"))
        #expect(modal.page(size: .wide).id == "conflict")
    }

    @Test("A draft that lay while somebody else changed the record shows both when it is saved")
    func draft() throws {
        let before = try opened(note: "Mine")
        let after = try context([try theirs(["note": "Theirs", "planned_for": "2026-12-03"])])
        var modal = try #require(FormModal(.pepMove, in: after, draft: before.form.draft))
        _ = modal.press(.control("s"))
        let page = modal.page(size: .wide)
        #expect(page.id == "conflict")
        #expect(page.panes[0].rows.count == 2)
        _ = modal.press(.character("j"))
        let saved = try put(modal.press(.control("s")))
        #expect(saved["note"] == "Theirs\nMine")
        #expect(saved["planned_for"] == "2026-12-03")
    }

    // MARK: In any order

    /// A person with a form open, and every note that the person has been shown.
    private struct Writer {
        var modal: FormModal?
        var shown: Set<String> = []
    }

    /// Four people write notes into one plan, in any order; the screens of those who wait learn of
    /// it at once, later or never.
    @Test("No note is written over by somebody who was not shown it", arguments: Soak.seeds(25))
    func interleavings(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let pack = Packs.builtIn
        var truth = try context()
        var writers = Array(repeating: Writer(), count: 4)
        var written = 0
        for step in 0..<40 {
            let who = Int.random(in: 0..<4, using: &random)
            guard var modal = writers[who].modal else {
                var place = truth
                place.seed = random.next()
                writers[who].modal = ActionModal.open(.pepMove, in: place) as? FormModal
                writers[who].shown = [try #require(truth.facts.record(Self.plan))["note"]]
                continue
            }
            switch Int.random(in: 0..<3, using: &random) {
            case 0 where modal.page(size: .wide).id != "conflict":
                try write("n\(step)w\(who)", in: &modal)
            case 1: modal.update(try model(truth.facts))
            default:
                let command = answer(&modal, &writers[who].shown, &random)
                if let command {
                    let moved = command.seen.filter { truth.facts.record($0.key) != $0.value }
                    if moved.isEmpty {
                        let old = try #require(truth.facts.record(Self.plan))["note"]
                        truth.facts = truth.facts.applying(
                            command.changes, bankHolidays: pack.bankHolidays)
                        let new = try #require(truth.facts.record(Self.plan))["note"]
                        // A table shows the lines of a text beside each other.
                        let line = old.replacing("\n", with: " / ")
                        #expect(
                            new.contains(old) || !writers[who].shown.isDisjoint(with: [old, line]),
                            "\(old) was lost to \(new)")
                        written += 1
                        writers[who] = Writer()
                        continue
                    }
                    modal.settle(conflicts(command, truth.facts), of: command)
                }
            }
            writers[who].modal = modal
        }
        #expect(written > 0)
    }

    /// Saves, deciding at random what is asked.
    private func answer(
        _ modal: inout FormModal, _ shown: inout Set<String>, _ random: inout SplitMix64
    ) -> Command? {
        for _ in 0..<12 {
            if case .record(let command) = modal.press(.control("s")) { return command }
            let page = modal.page(size: .wide)
            guard page.id == "conflict" else { return nil }
            for row in page.panes[0].rows { shown.formUnion(row.cells[1].map(\.text)) }
            let key = ["k", "t", "j"].randomElement(using: &random) ?? "k"
            _ = modal.press(.character(Character(key)))
        }
        return nil
    }

    private func conflicts(_ command: Command, _ facts: Facts) -> [Conflict] {
        command.seen.compactMap { key, seen in
            let current = facts.record(key)
            guard seen != current else { return nil }
            let wanted = command.changes.lazy.compactMap { change -> Record? in
                if case .put(let record) = change, record.key == key { return record }
                return nil
            }.last
            return Conflict(key: key, seen: seen, current: current, wanted: wanted)
        }
    }
}

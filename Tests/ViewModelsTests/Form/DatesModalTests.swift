import Domain
import Support
import Testing
import ViewModels

@Suite("The school's dates")
struct DatesModalTests {
    private func command(_ effect: Effect) -> Command? {
        if case .record(let command) = effect { return command }
        return nil
    }

    @Test("Terms and closures are listed, what is missing is said")
    func list() throws {
        let page = DatesModal(in: try SmallSchool.context()).page(size: .small)
        #expect(
            page.panes[0].rows.map(\.id) == [
                "add term", "2026-27 autumn", "2026-27 spring", "add closure",
                "2026-10-26 2026-10-30 half-term",
            ])
        #expect(
            page.panes[0].notes.map(\.text) == [
                "2 of 3 terms of 2026-27 on record.",
                "0 of 3 terms of 2025-26 on record. A status began in it.",
            ])
    }

    @Test("A term is added with the next name filled in, and the list stays for the next date")
    func addTerm() throws {
        var modal = DatesModal(in: try SmallSchool.context())
        _ = modal.press(.enter)
        #expect(modal.page(size: .small).id == "form term")
        for character in "12 apr 2027" { _ = modal.press(.character(character)) }
        _ = modal.press(.tab)
        for character in "21 jul 2027" { _ = modal.press(.character(character)) }
        let effect = modal.press(.control("s"))
        let made = try #require(command(effect))
        #expect(
            made.changes.map(\.recordLine) == [
                "2026-27 summer 2027-04-12 2027-07-21", "2027-05-31 2027-06-04 half-term ",
            ])
        let stays1 = modal.recorded()
        #expect(stays1)
        #expect(modal.page(size: .small).id == "dates")
    }

    @Test("A closure is changed in place: the old row goes, the new one comes")
    func change() throws {
        var modal = DatesModal(in: try SmallSchool.context())
        _ = modal.press(.end)
        _ = modal.press(.enter)
        _ = modal.press(.control("u"))
        for character in "23 oct 2026" { _ = modal.press(.character(character)) }
        let effect = modal.press(.control("s"))
        let made = try #require(command(effect))
        #expect(
            made.changes.map(\.recordLine) == [
                "- 2026-10-26 2026-10-30 half-term", "2026-10-23 2026-10-30 half-term ",
            ])
    }

    @Test("A row is removed after y, and only y")
    func remove() throws {
        var modal = DatesModal(in: try SmallSchool.context())
        _ = modal.press(.down)
        let asked1 = command(modal.press(.delete))
        #expect(asked1 == nil)
        #expect(modal.page(size: .small).prompt != nil)
        let asked2 = command(modal.press(.enter))
        #expect(asked2 == nil)
        _ = modal.press(.delete)
        let effect = modal.press(.character("y"))
        let made = try #require(command(effect))
        #expect(made.changes.map(\.recordLine) == ["- 2026-27 autumn"])
        _ = modal.press(.end)
        _ = modal.press(.delete)
        let second = modal.press(.character("y"))
        let closure = try #require(command(second))
        #expect(closure.changes.map(\.recordLine) == ["- 2026-10-26 2026-10-30 half-term"])
    }

    @Test("What is typed into a date is kept, comes back with its line, and goes once it is saved")
    func draft() throws {
        let context = try SmallSchool.context()
        var modal = DatesModal(in: context)
        _ = modal.press(.end)
        _ = modal.press(.enter)
        _ = modal.press(.control("u"))
        guard case .keep(let draft) = modal.press(.character("7")) else {
            Issue.record("what is typed is worth keeping")
            return
        }
        #expect(draft.id == "dates school closures 2026-10-26 2026-10-30 half-term")
        #expect(modal.draftID == draft.id)
        modal.saved(at: SmallSchool.now)
        #expect(modal.page(size: .small).message?.text == "draft saved 09:22:00")
        var again = DatesModal(in: context, drafts: [draft.id: draft.body])
        _ = again.press(.end)
        _ = again.press(.enter)
        #expect(again.page(size: .small).message?.text.hasPrefix("This is the draft") == true)
        var place = context
        place.origin.record = DraftBody(draft.body)?.record
        let resumed = ActionModal.open(
            .closure, in: place, drafts: [draft.id: draft.body], isResuming: true)
        #expect(resumed?.page(size: .small).id == "form closure")
        _ = again.recorded()
        #expect(again.draftID == nil)
        _ = again.press(.enter)
        #expect(again.page(size: .small).message == nil)
    }

    @Test("What only adds cannot be removed")
    func addIsNoRow() throws {
        var modal = DatesModal(in: try SmallSchool.context())
        _ = modal.press(.delete)
        #expect(modal.page(size: .small).prompt == nil)
    }
}

extension RecordChange {
    fileprivate var recordLine: String {
        switch self {
        case .put(let record): record.values.joined(separator: " ")
        case .remove(let key): "- \(key)"
        case .marks(let pupil, _): "marks \(pupil)"
        }
    }
}

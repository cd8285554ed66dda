import Domain
import Support
import Testing
import ViewModels

@Suite("Whose draft it is")
struct DraftPlaceTests {
    @Test("What was typed for one duty does not stand in the form of another")
    func duties() throws {
        let first = try SmallSchool.context(SmallSchool.sam, duty: .pepTargetsSet)
        let other = try SmallSchool.context(SmallSchool.sam, duty: .pepSignedOff)
        let plain = try SmallSchool.context(SmallSchool.sam)
        let ids = [first, other, plain].map { FormModal.draftID(.target, in: $0) }
        #expect(Set(ids).count == 3)
        var modal = try #require(FormModal(.target, in: first))
        guard case .keep(let draft) = modal.press(.paste("r")) else {
            Issue.record("what is typed is worth keeping")
            return
        }
        #expect(draft.id == ids[0])
        let drafts = [draft.id: draft.body]
        for place in [other, plain] {
            let opened = try #require(ActionModal.open(.target, in: place, drafts: drafts))
            #expect(opened.page(size: .small).message == nil)
        }
    }

    @Test("A form that takes a draft up says of when it is, and how to begin anew")
    func dated() throws {
        let context = try SmallSchool.context(SmallSchool.bea)
        var modal = try #require(FormModal(.contact, in: context))
        guard case .keep(let kept) = modal.press(.right) else {
            Issue.record("a choice is worth keeping")
            return
        }
        func message(at: Instant) throws -> String? {
            let draft = Draft(
                id: kept.id, owner: "akhan", subject: kept.subject, action: kept.action,
                body: kept.body, at: at)
            let again = try #require(
                ActionModal.open(
                    .contact, in: context, drafts: [draft.id: DraftBody.dated(draft)]))
            return again.page(size: .small).message?.text
        }
        let early = Instant(londonDay: SmallSchool.today, hour: 5, minute: 59)
        #expect(try message(at: early) == "This is your draft of 05:59. Ctrl-N begins anew.")
        let before = Instant(londonDay: SmallSchool.today - 3, hour: 16, minute: 5)
        let words = "This is your draft of Fri 20 Nov 16:05. Ctrl-N begins anew."
        #expect(try message(at: before) == words)
    }

    @Test("A draft whose duty is met meanwhile is still found, and keeps its id")
    func dutyIsGone() throws {
        let place = try SmallSchool.context(SmallSchool.bea, duty: .attendanceFirstDay)
        var modal = try #require(FormModal(.contact, in: place))
        guard case .keep(let draft) = modal.press(.character("C")) else {
            Issue.record("what is typed is worth keeping")
            return
        }
        let later = try SmallSchool.context(SmallSchool.bea)
        let again = try #require(
            ActionModal.open(
                .contact, in: later, drafts: [draft.id: draft.body], isResuming: true,
                draftID: draft.id))
        #expect(again.draftID == draft.id)
        #expect(again.page(size: .small).message != nil)
    }
}

import Domain
import Support
import Testing
import ViewModels

@Suite("Planning from the year")
struct PlanningTests {
    /// A person on the line of a week that is rehearsed for a child's duty.
    private func typist(at rule: RuleID, of child: PupilRef) throws -> (Typist, Rehearsal.Act) {
        let rehearsal = Rehearsal(
            of: try YearSchool.model(planning: nil).facts,
            Rehearsal.Setting(today: YearSchool.today, until: Day("2027-08-31")),
            under: Packs.builtIn)
        let act = try #require(
            rehearsal.acts.first {
                $0.duty.rule == rule && $0.duty.subject == .pupil(child)
            })
        let typist = Typist(Session(try YearSchool.model(planning: nil), first: .year))
        typist.session.show(year: RehearsedYear(rehearsal))
        for _ in 0..<(act.day - YearSchool.today) / 7 { typist.press(.down) }
        typist.press(.enter)
        typist.press(.character("1"))
        let place = try #require(
            typist.page.panes[1].rows.firstIndex { $0.id.hasSuffix(act.duty.id.text) })
        for _ in 0..<place { typist.press(.down) }
        return (typist, act)
    }

    private func offer(_ effect: Effect) throws -> PlanOffer {
        guard case .plan(let offer) = effect else {
            Issue.record("\(effect)")
            throw Missing()
        }
        return offer
    }

    private struct Missing: Error {}

    @Test("Enter opens the week, p on the line of a PEP plans it there, and Esc comes back")
    func pep() throws {
        let (typist, act) = try typist(at: .pepTermly, of: YearSchool.sam)
        #expect(typist.page.focused.selectedRow?.id.hasSuffix(act.duty.id.text) == true)
        let offer = try offer(typist.effect(of: .character("p")))
        #expect(offer.action == .pepPlan && offer.duty.id == act.duty.id)
        #expect(offer.window.day >= act.day - 6 && offer.window.day <= act.day)
        #expect(offer.window.from <= offer.window.day && offer.window.day <= offer.window.by)
        // The window stands above the keys.
        #expect(
            typist.page.detail.contains {
                $0.text.hasPrefix("Counts from \(offer.window.from.long) to ")
            })
        typist.press(.escape)
        #expect(typist.session.pageName == .year)
        let monday = act.day - (act.day.weekday - 1)
        #expect(typist.page.focused.selectedRow?.id == "week \(monday.iso)")
    }

    @Test("Enter on that line shows the other weeks in which it counts, and p plans it in one")
    func earlier() throws {
        let (typist, act) = try typist(at: .pepTermly, of: YearSchool.sam)
        typist.press(.enter)
        let page = typist.page
        #expect(page.subject == YearSchool.sam && page.panes.map(\.id) == ["other-weeks"])
        #expect(page.header[0].text.contains("Sam Field"))
        #expect(!page.text.contains("Bea") && !page.text.contains("Max"))
        #expect(page.focused.selectedRow?.cells.last?.map(\.text).joined() == "is here")
        typist.press(.home)
        let offer = try offer(typist.effect(of: .character("p")))
        #expect(offer.window.day == YearSchool.today)
        #expect(offer.window.by == act.duty.due)
        typist.press(.escape)
        #expect(typist.session.pageName != .year(of: act.duty.id))
    }

    @Test("A core group is planned by the key of meetings")
    func meeting() throws {
        let (typist, act) = try typist(at: .coreGroup, of: YearSchool.bea)
        #expect(act.duty.planned == .meeting)
        let offer = try offer(typist.effect(of: .character("A")))
        #expect(offer.action == .meeting)
    }

    @Test("The form begins with the day that is offered, and says when it counts")
    func form() throws {
        let window = PlanWindow(
            from: SmallSchool.today, by: Day("2026-12-18"), day: Day("2026-12-07"))
        for (action, child) in [(ActionID.pepPlan, SmallSchool.bea), (.meeting, SmallSchool.bea)] {
            var context = try SmallSchool.context(child)
            context.origin.window = window
            let modal = try #require(ActionModal.open(action, in: context))
            let page = modal.page(size: .wide)
            #expect(
                page.header.contains {
                    $0.text == "Counts from Mon 23 Nov 2026 to Fri 18 Dec 2026."
                })
            guard case .form(let fields) = page.panes[0].content,
                case .text(let text, _)? = fields.first(where: { $0.id == "planned_for" })?.content
            else {
                Issue.record("no day")
                return
            }
            #expect(text == "Mon 7 Dec 2026")
        }
    }
}

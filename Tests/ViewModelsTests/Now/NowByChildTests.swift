import Domain
import Support
import Testing
import ViewModels

@Suite("Now by child: a line for each, which opens")
struct NowByChildTests {
    /// A key that opened no form.
    private struct Refused: Error {}

    private func model(actions: [ActionKey] = Models.actions) throws -> Model {
        var school = try SchoolBuilder()
        for (ref, name, status) in [
            ("K1", "Able", "CIN"), ("K2", "Bond", "CP"), ("K3", "Cole", "CIN"),
        ] {
            try school.child(ref, "Ada", name, status: status, keyAdult: false)
        }
        let pack = Packs.builtIn
        let facts = school.facts(under: pack)
        return Model(
            facts: facts, roster: facts.pupils.values.map(\.pupil), today: Day("2026-11-23"),
            pack: pack, person: Models.person, actions: actions)
    }

    private func typist(_ now: NowView = .byChild) throws -> Typist {
        Typist(Session(try model(), now: now))
    }

    @Test("Each child stands once, where its most pressing line stands", arguments: Examples.names)
    func order(_ name: String) throws {
        let model = try Models.example(name)
        let groups = model.nowByChild
        #expect(Set(groups.map(\.id)).count == groups.count)
        let lines = groups.flatMap(\.lines).map(\.id)
        #expect(lines.count == model.now.count && Set(lines) == Set(model.now.map(\.id)))
        let firsts = groups.map(\.duty.id)
        #expect(firsts == model.now.map(\.duty.id).filter(Set(firsts).contains))
        for group in groups {
            guard case .pupil(let ref) = group.owner else { continue }
            #expect(group.lines.allSatisfy { $0.duty.subject.pupil == ref })
        }
    }

    @Test("The school, its staff and its money are one line each")
    func others() throws {
        let model = try Models.example("01")
        let rest = model.nowByChild.filter { $0.duty.subject.pupil == nil }
        #expect(rest.count <= 3)
        let rows = Session(model, first: .pane(.now)).page(size: .wide).panes[0].rows
        for group in rest {
            let row = try #require(rows.first { $0.id == group.id })
            #expect(["School", "Staff", "Money"].contains(row.cells[1].map(\.text).joined()))
        }
    }

    @Test("A line says how many others there are, opens them beneath it, and hides them again")
    func unfolding() throws {
        let typist = try typist()
        let closed = typist.page.panes[0]
        let row = try #require(closed.selectedRow)
        let others = try #require(typist.session.model.nowDuties(.byChild).first?.others)
        #expect(others > 1)
        #expect(row.id == "pupil:K2")
        #expect(row.cells[4].map(\.text) == ["+\(others)"])
        #expect(row.spoken.contains("and \(others) more"))
        let open = typist.press(.right).panes[0]
        #expect(open.rows.count == closed.rows.count + others)
        #expect(open.title == closed.title)
        #expect(open.selectedRow?.id == row.id)
        let beneath = open.rows.dropFirst().prefix(others)
        #expect(beneath.allSatisfy { $0.cells[1].first?.text == "  Ada Bond" })
        #expect(beneath.contains { !$0.cells[6].isEmpty })
        typist.press(.down, .down, .left)
        #expect(typist.page.panes[0].rows == closed.rows)
        #expect(typist.page.panes[0].selectedRow?.id == row.id)
    }

    @Test("Enter opens the child from its line and from those beneath it")
    func opening() throws {
        let typist = try typist()
        #expect(typist.press(.enter).subject == PupilRef("K2"))
        typist.press(.escape, .right, .down)
        #expect(typist.press(.enter).subject == PupilRef("K2"))
    }

    @Test("A key acts on the most pressing duty of a line, and beneath it on each line's own")
    func acting() throws {
        let model = try model(actions: [ActionKey(.noAction, key: .character("X"))])
        let typist = Typist(Session(model))
        let group = try #require(model.nowByChild.first)
        func acted() throws -> DutyID {
            let effect = typist.effect(of: .character("X"))
            guard case .open(.noAction, let duty?, let pupil, _) = effect else {
                throw Refused()
            }
            #expect(pupil == PupilRef("K2"))
            return duty
        }
        #expect(try acted() == group.duty.id)
        typist.press(.right)
        #expect(try acted() == group.duty.id)
        let all = group.lines.flatMap { [$0.duty.id] + $0.others }
        var seen: Set<DutyID> = [group.duty.id]
        for _ in 0..<(model.nowDuties(.byChild).first?.others ?? 0) {
            typist.press(.down)
            let duty = try acted()
            let isNew = seen.insert(duty).inserted
            #expect(isNew && all.contains(duty))
            #expect(typist.press(.character("w")).id == PageName.why(duty).id)
            typist.press(.escape)
        }
        #expect(seen.count > 2)
    }

    @Test("A key turns to the list by duty and back, on the same duty, and asks that it be kept")
    func turning() throws {
        let typist = try typist()
        let model = typist.session.model
        typist.press(.down)
        let group = model.nowByChild[1]
        guard case .keepNow(.byDuty) = typist.effect(of: .character("v")) else {
            Issue.record("v keeps the list by duty")
            return
        }
        let pane = typist.page.panes[0]
        #expect(pane.title.hasPrefix("Now by duty"))
        #expect(pane.rows.prefix(model.now.count).map(\.id) == model.now.map(\.id))
        #expect(pane.selectedRow?.id == group.lines[0].id)
        guard case .keepNow(.byChild) = typist.effect(of: .character("v")) else {
            Issue.record("v keeps the list by child")
            return
        }
        #expect(typist.page.panes[0].selectedRow?.id == group.id)
        #expect(typist.session.nowView == .byChild)
    }

    @Test("A session begins with the list that the person keeps, and follows an undo of it")
    func kept() throws {
        let typist = try typist(.byDuty)
        let model = typist.session.model
        #expect(typist.page.panes[0].rows.first?.id == model.now.first?.id)
        typist.session.show(now: .byChild)
        #expect(typist.page.panes[0].rows.first?.id == model.nowByChild.first?.id)
    }

    @Test("The key means nothing where Now is not shown, and says so")
    func elsewhere() throws {
        let typist = Typist(Session(try model(), first: .pupil(PupilRef("K1"))))
        #expect(typist.effect(of: .character("v")).isRedraw)
        #expect(typist.page.message != nil && typist.session.nowView == .byChild)
    }

    @Test("What a command tells of Now is what its lines say", arguments: NowView.allCases)
    func commands(_ view: NowView) throws {
        for name in Examples.names {
            let model = try Models.example(name)
            let rows = Session(model, first: .pane(.now), now: view).page(size: .wide).panes[0]
                .rows
            let told = model.nowDuties(view)
            #expect(rows.count >= told.count)
            for (row, line) in zip(rows, told) {
                #expect(row.cells[0].map(\.text) == [line.duty.state.glyph])
                #expect(
                    row.cells[4].map(\.text) == (line.others == 0 ? [] : ["+\(line.others)"]))
                #expect(line.others == 0 || row.spoken.contains("and \(line.others) more"))
            }
        }
    }

    @Test("A filter finds what stands beneath a line, and shows it there")
    func filter() throws {
        let typist = try typist()
        let group = try #require(typist.session.model.nowByChild.first)
        let line = try #require(group.lines.last)
        #expect(line.id != group.lines[0].id)
        typist.type("/bond \(line.duty.title)")
        let rows = typist.press(.enter).panes[0].rows
        #expect(rows.first?.id == group.id)
        #expect(rows.contains { $0.id == line.id })
        typist.press(.escape)
        typist.type("/bond")
        #expect(typist.press(.enter).panes[0].rows.map(\.id) == [group.id])
    }

    @Test("A child whose lines are tagged is one of a group, and a tag beneath a line outlives it")
    func tags() throws {
        let typist = try typist()
        typist.press(.character(" "), .up, .right, .down, .character(" "))
        typist.press(.left)
        #expect(typist.page.focused.status == "2 tagged")
        guard case .open(.contact, _, let pupil, _) = typist.effect(of: .character("c")) else {
            Issue.record("two lines of one child are no group")
            return
        }
        #expect(pupil == PupilRef("K2"))
    }
}

import Domain
import Support
import Testing
import ViewModels

@Suite("The page of a PEP")
struct PEPPageTests {
    private static let sentBack = [
        "pep_id": "P1", "pupil": "K1", "planned_for": "2026-11-03", "held_on": "2026-11-03",
        "completed_on": "2026-11-10", "sent_on": "2026-11-12", "returned_on": "2026-11-16",
        "returned_why": "Targets are not measurable", "grade": "red",
        "voice": "I like reading.\nMaths is hard.", "next_on": "2027-03-02",
    ]

    /// A child in care with one PEP, its people and two targets.
    private func school(_ pep: [String: String] = PEPPageTests.sentBack) throws -> SchoolBuilder {
        var school = try SchoolBuilder()
        try school.child("K1", "Bea", "Ashworth", status: "CLA", since: "2020-01-01")
        try school.add(.peps, pep)
        try school.add(
            .pepPeople,
            [
                "pep_id": "P1", "role": "social-worker", "name": "P Lund",
                "invited_on": "2026-10-19", "attended": "yes",
            ])
        try school.add(
            .pepPeople,
            [
                "pep_id": "P1", "role": "carer", "name": "L Field", "invited_on": "2026-10-20",
                "views": "yes",
            ])
        return school
    }

    @Test("The time of a plan stands in the first line and on the way that the PEP takes")
    func time() throws {
        let school = try school([
            "pep_id": "P1", "pupil": "K1", "planned_for": "2026-12-04", "time": "09:15",
        ])
        let page = Session(try Models.of(school, on: Day("2026-11-23")), first: .pep("P1"))
            .page(size: .small)
        #expect(page.header[0].text.contains("PEP of Fri 4 Dec 2026 09:15"))
        #expect(page.text.contains("planned for 4 Dec 09:15 ✓"))
    }

    private func withTargets() throws -> SchoolBuilder {
        var school = try school()
        try school.add(
            .targets,
            [
                "target_id": "T1", "pep_id": "P1", "area": "reading", "target": "Reads 20 words",
                "success": "18 of 20", "why": "It holds reading back", "who": "A Khan",
                "by": "2026-12-18", "cost": "240.00",
            ])
        try school.add(
            .targets,
            [
                "target_id": "T2", "pep_id": "P1", "area": "emotional", "target": "Asks for help",
                "success": "Three times a week",
            ])
        return school
    }

    private func typist(
        _ school: SchoolBuilder, first: PageName = .pep("P1"), on day: String = "2026-11-23",
        as person: Person = Models.person
    ) -> Typist {
        let pack = Packs.builtIn
        let facts = school.facts(under: pack)
        let model = Model(
            facts: facts, roster: facts.pupils.values.map(\.pupil), today: Day(day), pack: pack,
            person: person, actions: ActionCatalogue.keys)
        return Typist(Session(model, first: first))
    }

    private func pane(_ id: String, _ page: Page) throws -> Pane {
        try #require(page.panes.first { $0.id == id })
    }

    private func cells(_ pane: Pane) -> [[String]] {
        pane.rows.map { $0.cells.map { $0.map(\.text).joined() } }
    }

    @Test("The steps stand on one line, then what the authority asks for and the next day")
    func chain() throws {
        let page = typist(try withTargets()).page
        #expect(page.header.last?.text == "Sent back on Mon 16 Nov 2026")
        #expect(
            try pane("chain", page).lines == [
                "planned for 3 Nov ✓ · invited 20 Oct ✓ · held 3 Nov ✓ · written 10 Nov ✓ · "
                    + "sent 12 Nov ✓ · sent back 16 Nov ! · graded red ✓",
                "Sent back Mon 16 Nov 2026: Targets are not measurable",
                "Next PEP: Tue 2 Mar 2027",
            ])
    }

    @Test("What is still to be done has no day and no tick")
    func toCome() throws {
        let held = ["pep_id": "P1", "pupil": "K1", "held_on": "2026-11-03"]
        let page = typist(try school(held)).page
        #expect(page.header.last?.text == "Held, to sign off")
        #expect(
            try pane("chain", page).lines == [
                "planned ✓ · invited 20 Oct ✓ · held 3 Nov ✓ · written – · sent – · graded –"
            ])
        let voice = try pane("voice", page)
        #expect(voice.lines == [])
        #expect(voice.empty == "Nothing that the child said is on record.")
        #expect(try pane("targets", page).empty == "This PEP has no target.")
    }

    @Test("The child's words stand as they were said")
    func voice() throws {
        let page = typist(try school()).page
        #expect(try pane("voice", page).lines == ["“I like reading.", "Maths is hard.”"])
    }

    @Test("A target says why, who, by when and at what cost, or that it does not")
    func targets() throws {
        let typist = typist(try withTargets())
        let pane = try pane("targets", typist.page)
        #expect(
            cells(pane) == [
                [
                    "reading", "Reads 20 words", "18 of 20", "It holds reading back", "A Khan",
                    "18 Dec", "£240.00", "not reviewed",
                ],
                [
                    "emotional", "Asks for help", "Three times a week", "–", "–", "–", "–",
                    "not reviewed",
                ],
            ])
        #expect(
            pane.rows[1].spoken
                == "emotional: Asks for help. Success: Three times a week. "
                + "Not said: why, who, by when, cost. Outcome: not reviewed")
        #expect(
            typist.press(.character("0")).detail.map(\.text) == [
                "reading: Reads 20 words. Success: 18 of 20",
                "Why: It holds reading back. Who: A Khan. By Fri 18 Dec 2026. Cost: £240.00",
            ])
    }

    @Test("Each point of the self-check has its sign, its facts and the key that mends it")
    func selfCheck() throws {
        let page = typist(try withTargets()).page
        #expect(page.focused.id == "check")
        #expect(page.focused.title == "Self-check before sending · 9")
        #expect(page.focused.counts.map(\.text) == ["4 to mend"])
        let cells = cells(page.focused)
        #expect(cells.map { $0[0] } == ["✓", "✓", "✓", "!", "?", "✓", "?", "?", "✓"])
        #expect(
            cells.map { $0[3] } == [
                "", "", "", "t change target", "$ enter money", "", "i import", "A progress", "",
            ])
        #expect(cells[3][2] == "1 of 2 targets without why, who, by when, cost")
        #expect(
            page.focused.rows[3].spoken
                == "Why, who, by when, cost, missing: 1 of 2 targets without why, who, by when, "
                + "cost. Next: t change target.")
    }

    @Test("The key on a point opens the action that mends it, at the row that falls short")
    func mending() throws {
        let typist = typist(try withTargets())
        typist.press(.down, .down, .down)
        guard
            case .open(let action, _, let pupil, let record) = typist.effect(of: .character("t"))
        else {
            Issue.record("the key opens no form")
            return
        }
        #expect(action == .targetChange)
        #expect(pupil == PupilRef("K1"))
        #expect(record == RecordKey(kind: .targets, parts: ["T2"]))
    }

    @Test("Of the actions of one key the point's own is meant")
    func meant() throws {
        let held = ["pep_id": "P1", "pupil": "K1", "held_on": "2026-11-03"]
        let typist = typist(try school(held))
        guard case .open(let action, _, _, let record) = typist.effect(of: .character("p"))
        else {
            Issue.record("the key opens no form")
            return
        }
        #expect(action == .pepVoice)
        #expect(record == RecordKey(kind: .peps, parts: ["P1"]))
    }

    @Test("Who may not see what was said at a PEP sees no such line, and no point that rests on it")
    func classTeacher() throws {
        let teacher = Person(
            login: "x", name: "X", roles: [.classTeacher], isKeeper: false, staff: ["S01"])
        let page = typist(try withTargets(), as: teacher).page
        #expect(page.panes.map(\.id) == ["chain", "check", "targets", "duties"])
        #expect(
            try pane("chain", page).lines == [
                "planned for 3 Nov ✓ · held 3 Nov ✓ · written 10 Nov ✓ · sent 12 Nov ✓ · "
                    + "sent back 16 Nov !", "Next PEP: Tue 2 Mar 2027",
            ])
        let check = try pane("check", page)
        #expect(
            cells(check).map { $0[1] } == [
                "Earlier targets reviewed", "Two targets", "Why, who, by when, cost",
                "Attendance up to date", "Day of the next PEP",
            ])
        #expect(
            check.notes.map(\.text) == ["Points about what your role does not see are left out."])
        for words in ["I like reading", "not measurable", "graded", "Lund"] {
            #expect(!page.text.contains(words), "\(words)")
        }
    }

    @Test("A page of an earlier day says nothing of what came later")
    func earlier() throws {
        let page = typist(try withTargets(), on: "2026-11-11").page
        #expect(page.header.last?.text == "Signed off on Tue 10 Nov 2026")
        #expect(
            try pane("chain", page).lines.first
                == "planned for 3 Nov ✓ · invited 20 Oct ✓ · held 3 Nov ✓ · written 10 Nov ✓ · "
                + "sent – · graded –")
        #expect(!page.text.contains("not measurable"))
        let before = typist(try withTargets(), on: "2026-11-02").page
        #expect(before.header.last?.text == "Planned")
        #expect(!before.text.contains("I like reading"))
    }

    @Test("A review by the Designated Teacher says so, and a cancelled PEP is not checked")
    func others() throws {
        let review = [
            "pep_id": "P1", "pupil": "K1", "held_on": "2026-11-03", "kind": "dt-review",
        ]
        let alone = typist(try school(review)).page
        #expect(
            alone.header.last?.text
                == "Held, to sign off · a review by the Designated Teacher alone")
        let steps = try pane("chain", alone).lines.first
        #expect(steps?.contains("invited") == false)
        let cancelled = [
            "pep_id": "P1", "pupil": "K1", "planned_for": "2026-11-03", "cancelled": "yes",
        ]
        let page = typist(try school(cancelled)).page
        #expect(page.header.last?.text == "Cancelled")
        #expect(!page.panes.contains { $0.id == "check" })
        #expect(page.focused.id == "chain")
    }

    @Test("The figures of a PEP that the authority has are those of the day of its sending")
    func sent() throws {
        let sent = [
            "pep_id": "P1", "pupil": "K1", "held_on": "2026-11-03", "sent_on": "2026-11-12",
        ]
        let page = typist(try school(sent)).page
        let notes = try pane("check", page).notes.map(\.text)
        #expect(notes == ["Attendance, progress and PP+ as they stood on Thu 12 Nov 2026."])
    }

    @Test("The pane of PEPs says how far a PEP has come where that says more than the duty")
    func pane() throws {
        let lines = typist(try school(), first: .pane(.peps)).page.focused.lines
        #expect(
            lines.contains {
                $0.contains(" | PEP of 3 Nov: no target yet | 4 days") && $0.contains("sent back")
            })
        let held = ["pep_id": "P1", "pupil": "K1", "held_on": "2026-11-03"]
        let more = typist(try school(held), first: .pane(.peps)).page.focused
        #expect(
            more.lines.contains {
                $0.contains(" | PEP of 3 Nov: no target yet | ") && $0.contains("held, to sign off")
            })
        #expect(more.lines.contains { $0.contains(" | PEP of 3 Nov not signed off | ") })
        #expect(
            more.rows.contains {
                $0.spoken.contains("PEP of 3 Nov: no target yet · held, to sign off, overdue")
            })
    }
}

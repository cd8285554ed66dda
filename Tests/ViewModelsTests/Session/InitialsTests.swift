import Domain
import Support
import Testing
import ViewModels

@Suite("Initials for a meeting")
struct InitialsTests {
    private func school() throws -> Model {
        var school = try SchoolBuilder()
        try school.child(
            "K1", "Beatrice", "Ashworth", status: "CLA", since: "2026-09-02", knownAs: "Bea")
        try school.child("K2", "Zoë", "Quinn-Marsh", status: "CP")
        try school.add(
            .professionals,
            [
                "pupil": "K1", "role": "carer", "name": "Lena Ashworth", "phone": "07700",
                "from": "2026-09-02",
            ])
        try school.pep("P1", of: "K1", held: "2026-10-01")
        try school.add(
            .pepPeople, ["pep_id": "P1", "role": "carer", "name": "Lena Ashworth"])
        try school.add(
            .targets,
            [
                "target_id": "T1", "pep_id": "P1", "area": "reading", "target": "Reads a page",
                "success": "A page a day", "who": "Mrs Ashworth",
            ])
        try school.marks("K1", Day("2026-11-02"), Day("2026-11-20"), am: "N")
        return try Models.of(school, on: Day("2026-11-23"))
    }

    private static let names = ["Bea", "Ashworth", "Zoë", "Zoe", "Quinn", "Marsh", "Lena"]

    @Test("No page names a child or a carer, line one says so, and F9 brings the names back")
    func pages() throws {
        let model = try school()
        let ref = PupilRef("K1")
        let names: [PageName] =
            [
                .dashboard, .glance, .figures, .pupil(ref), .chronology(ref), .pep("P1"),
                .history(.pupil(ref)),
            ]
            + DashboardPane.allCases.map(PageName.pane) + DutyList.allCases.map(PageName.list)
            + CohortLabel.allCases.map(PageName.cohort)
            + model.duties(of: ref).map { PageName.why($0.id) }
        for name in names {
            let typist = Typist(Session(model, first: name))
            let plain = typist.page.text
            let page = typist.press(.function(9))
            #expect(page.header[0].text.contains("INITIALS"))
            for word in Self.names {
                #expect(!page.text.contains(word), "\(name) names \(word)")
            }
            #expect(typist.press(.function(9)).text == plain)
        }
    }

    @Test("What a change did to a name is told by initials too, before and after F9 is pressed")
    func journal() throws {
        let key = RecordKey(kind: .professionals, parts: ["K1", "carer", "Lena Ashworth"])
        func person(_ name: String) throws -> Record {
            try Record(
                .professionals,
                ["pupil": "K1", "role": "carer", "name": name, "from": "2026-09-02"])
        }
        let entry = HistoryEntry(
            change: 3, at: SmallSchool.now, by: "akhan", action: "correct",
            subject: .pupil(PupilRef("K1")),
            steps: [
                RecordStep(
                    key: key, before: try person("Lena Ashworth"), after: try person("Lena Quinn"))
            ])
        for (name, part) in [
            (PageName.change(3), JournalPart.change(3)),
            (.history(.pupil(PupilRef("K1"))), .history(.pupil(PupilRef("K1")))),
        ] {
            let typist = Typist(Session(try school(), first: name))
            typist.session.show([entry], of: part)
            #expect(typist.page.text.contains("Lena Quinn"))
            let page = typist.press(.function(9))
            #expect(page.text.contains("L. Q."))
            for word in Self.names { #expect(!page.text.contains(word), "\(name) names \(word)") }
        }
    }

    @Test("A child is named by the first letters, and can be found by them")
    func words() throws {
        let typist = Typist(Session(try school(), first: .pupil(PupilRef("K1"))))
        #expect(typist.press(.function(9)).header[0].text.contains("B. A."))
        let pane = Typist(Session(try school(), first: .pane(.pupils)))
        pane.press(.function(9), .character("/"), .character("z"))
        #expect(pane.page.focused.rows.count == 1)
    }

    @Test("What is known keeps its names, so that a form writes them")
    func known() throws {
        var session = Session(try school())
        _ = session.press(.function(9), size: .wide)
        #expect(session.known.pupil(PupilRef("K1"))?.displayName == "Bea Ashworth")
        #expect(session.model.pupil(PupilRef("K1"))?.displayName == "B. A.")
        session.update(try school())
        #expect(session.model.pupil(PupilRef("K1"))?.displayName == "B. A.")
    }
}

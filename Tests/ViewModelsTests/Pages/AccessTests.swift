import Domain
import Support
import Testing
import ViewModels

@Suite("Who sees what")
struct AccessTests {
    private func person(_ roles: [Role.Name], isKeeper: Bool = false) -> Person {
        Person(login: "x", name: "X", roles: roles, isKeeper: isKeeper, staff: ["S01"])
    }

    private func session(_ roles: [Role.Name]) throws -> Session {
        var school = try SchoolBuilder()
        try school.child("K1", "Bea", "Ashworth", status: "CP")
        try school.child("K2", "Leo", "Marsh", status: "CP", keyAdult: false)
        return Session(
            try Models.of(school, on: Day("2026-11-23"), person: person(roles)))
    }

    @Test(
        "Everyone begins on the first page that is theirs",
        arguments: [
            ([.designatedTeacher], .dashboard), ([.dsl], .glance), ([.head], .dashboard),
            ([.senco], .dashboard), ([.classTeacher], .dashboard),
            ([.administrator], .pane(.pupils)), ([.designatedGovernor], .figures),
            ([.virtualSchoolHead], .figures), ([], .help),
        ] as [([Role.Name], PageName)])
    func first(_ roles: [Role.Name], _ page: PageName) throws {
        #expect(try session(roles).pageName == page)
    }

    @Test("A login without a role gets no content of the store, whatever it presses")
    func nothing() throws {
        var session = try session([])
        #expect(session.pageName == .help)
        for key in "0123dnhaw:ash" {
            _ = session.press(.character(key), size: .wide)
            #expect(!session.page(size: .wide).text.contains("Ashworth"))
        }
        #expect(session.model.facts.pupils.isEmpty)
    }

    @Test("Whoever sees numbers alone gets no name, whatever is pressed, and no small number")
    func numbers() throws {
        var session = try session([.designatedGovernor])
        let text = session.page(size: .wide).text
        #expect(text.contains("<5 | CP"))
        #expect(!text.contains("2 | CP"))
        for key in "j0123dnhaw:ash" {
            _ = session.press(.character(key), size: .wide)
            #expect(!session.page(size: .wide).text.contains("Ashworth"))
        }
        for _ in 0..<12 {
            _ = session.press(.down, size: .wide)
            _ = session.press(.enter, size: .wide)
            #expect([.figures, .policy, .help].contains(session.pageName) || isClause(session))
            #expect(!session.page(size: .wide).text.contains("Ashworth"))
        }
    }

    private func isClause(_ session: Session) -> Bool {
        session.pageName.kind == .clause
    }

    @Test("A key whose action is not for the role says so and opens nothing")
    func refusedKey() throws {
        var session = try session([.classTeacher])
        for key in "cpts$KerDi" {
            guard case .redraw = session.press(.character(key), size: .wide) else {
                Issue.record("\(key) asks for something")
                continue
            }
            #expect(session.page(size: .wide).text.contains("not for your role"))
        }
        #expect(session.model.actions.isEmpty)
    }

    @Test("A class teacher sees the children in their care and is told that it is a part")
    func own() throws {
        let session = try session([.classTeacher])
        let text = session.page(size: .wide).text
        #expect(text.contains("Ashworth") && !text.contains("Marsh"))
        #expect(text.contains("Your role sees a part of the record"))
    }

    @Test("When a role ends while the program runs, its pages are left")
    func ended() throws {
        var session = try session([.designatedTeacher])
        #expect(session.page(size: .wide).text.contains("Ashworth"))
        session.update(try self.session([]).model)
        #expect(session.pageName == .help)
        #expect(!session.page(size: .wide).text.contains("Ashworth"))
    }
}

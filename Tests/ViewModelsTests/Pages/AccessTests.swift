import Domain
import Support
import Testing
import ViewModels

@Suite("Who sees what")
struct AccessTests {
    @Test(
        "The keeper and whoever holds a role see everything, others nothing",
        arguments: [
            (true, [], Access.everything), (false, [.designatedTeacher], .everything),
            (false, [.classTeacher], .everything), (false, [], .nothing),
        ] as [(Bool, [Role.Name], Access)])
    func byRole(_ isKeeper: Bool, _ roles: [Role.Name], _ access: Access) {
        let person = Person(login: "x", name: "X", roles: roles, isKeeper: isKeeper)
        #expect(Access(of: person) == access)
        #expect(access.allows(.dashboard) == (access == .everything))
        #expect(access.allows(.help))
    }

    @Test("A login without a role gets no content of the store, whatever it presses")
    func nothing() throws {
        let person = Person(login: "x", name: "X", roles: [], isKeeper: false)
        var school = try SchoolBuilder()
        try school.child("K1", "Bea", "Ashworth")
        var session = Session(try Models.of(school, on: Day("2026-11-23"), person: person))
        #expect(session.pageName == .help)
        for key in "0123dnhaw:ash" {
            _ = session.press(.character(key), size: .wide)
            #expect(!session.page(size: .wide).text.contains("Ashworth"))
        }
        #expect(session.model.facts.pupils.isEmpty)
    }
}

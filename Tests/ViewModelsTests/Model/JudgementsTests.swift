import Dispatch
import Domain
import Support
import Testing
import ViewModels

@Suite("Judging by several threads")
struct JudgementsTests {
    @Test(
        "comes out as by one, whoever looks",
        arguments: [Role.Name.designatedTeacher, .designatedGovernor, .classTeacher])
    func hands(role: Role.Name) throws {
        let pack = Packs.builtIn
        let today = Day("2026-11-23")
        let person = Person(login: "x", name: "X", roles: [role], isKeeper: false)
        var school = try SchoolBuilder()
        for number in 0..<200 {
            try school.child(
                "K\(number)", "Child", "Number \(number)", status: number % 3 == 0 ? "CLA" : "CP",
                since: "2026-09-\(number % 20 + 10)", keyAdult: number % 2 == 0)
        }
        let facts = school.facts(under: pack)
        let judgements = Judgements(in: facts.school, for: person, on: today, under: pack)
        let children = Array(facts.pupils.values)
        // One hand gives what the others wait for.
        DispatchQueue.concurrentPerform(iterations: 4) { hand in
            guard hand == 0 else { return judgements.lendHand() }
            judgements.add(Array(children.prefix(70)))
            judgements.add(Array(children.dropFirst(70)))
            judgements.add(school: facts)
            judgements.end()
        }
        func model(_ judgements: Judgements?) -> Model {
            Model(
                facts: facts, roster: [], today: today, pack: pack, person: person,
                judgements: judgements)
        }
        func lines(_ model: Model) -> [String] {
            model.allDuties.map { "\($0.id) \($0.state) \($0.reason)" }
        }
        let (many, one) = (model(judgements), model(nil))
        #expect(lines(many) == lines(one))
        #expect(many.tally == one.tally)
        #expect(many.figures?.labels == one.figures?.labels)
        #expect(many.figures?.lists == one.figures?.lists)
        if role == .designatedTeacher { #expect(many.children.count == 200) }
    }

    @Test("lets a hand go where reading ends before everything was given", .timeLimit(.minutes(1)))
    func broken() throws {
        let school = try SchoolBuilder()
        let person = Person(login: "x", name: "X", roles: [.designatedTeacher], isKeeper: false)
        let judgements = Judgements(
            in: school.facts(under: Packs.builtIn).school, for: person, on: Day("2026-11-23"),
            under: Packs.builtIn)
        let gone = DispatchGroup()
        for _ in 0..<3 {
            DispatchQueue.global().async(group: gone) { judgements.lendHand() }
        }
        judgements.end()
        gone.wait()
    }
}

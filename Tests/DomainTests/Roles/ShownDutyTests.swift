import Domain
import Exchange
import Support
import Testing

/// Over every worked school: a duty that somebody is shown is the true one, whatever is kept from
/// them.
@Suite("Duties of a part of the record")
struct ShownDutyTests {
    private func clearance(_ role: Role.Name, _ facts: Facts, on today: Day) -> Clearance {
        // Of a class teacher's children, half: those in the care of the first named adult.
        let staff = facts.pupils.values.flatMap(\.adults).map(\.staff).sorted().first
        return Clearance(
            isKeeper: false, roles: [role], staff: Set(staff.map { [$0] } ?? []), today: today)
    }

    @Test("Every shown duty is one of those judged on all facts", arguments: Examples.names)
    func trueOnes(_ name: String) throws {
        let example = try Examples.load(name)
        let pack = Packs.builtIn
        let facts = Facts(records: example.records, bankHolidays: pack.bankHolidays)
        let all = allDuties(facts, on: example.today, under: pack)
        for role in Role.Name.allCases {
            let clearance = clearance(role, facts, on: example.today)
            let shown = clearance.allDuties(facts, on: example.today, under: pack)
            let whole = Dictionary(all.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
            for duty in shown {
                let same = try #require(whole[duty.id], "\(role): \(duty.id.reference)")
                #expect(same.state == duty.state && same.due == duty.due, "\(role)")
                #expect(same.reason == duty.reason, "\(role)")
            }
            switch role {
            case .dsl, .deputyDSL, .head: #expect(shown.map(\.id) == all.map(\.id))
            // Nothing that a teacher's duties rest on is kept from a Designated Teacher.
            case .designatedTeacher: #expect(shown.map(\.id) == all.map(\.id))
            case .senco, .classTeacher: #expect(shown.count < all.count)
            case .administrator, .designatedGovernor, .educationAdviser, .virtualSchoolHead:
                #expect(shown.isEmpty)
            }
        }
    }

    @Test(
        "What a role does not see changes nothing of what it is shown",
        arguments: Examples.names, [Role.Name.senco, .classTeacher])
    func blindToTheRest(_ name: String, _ role: Role.Name) throws {
        let example = try Examples.load(name)
        let pack = Packs.builtIn
        let hidden: Set<RecordKind> =
            role == .senco ? [.funds, .funding] : [.contacts, .professionals, .funds, .funding]
        let whole = Facts(records: example.records, bankHolidays: pack.bankHolidays)
        let clearance = clearance(role, whole, on: example.today)
        let less = Facts(
            records: example.records.filter { !hidden.contains($0.kind) },
            bankHolidays: pack.bankHolidays)
        let seen = clearance.allDuties(whole, on: example.today, under: pack)
        let again = clearance.allDuties(less, on: example.today, under: pack)
        #expect(seen.map(\.id) == again.map(\.id))
        #expect(seen.map(\.reason) == again.map(\.reason))
        #expect(!seen.isEmpty || role == .classTeacher)
    }

    @Test("The working of a shown duty is told with what is seen; of another there is none")
    func workings() throws {
        let example = try Examples.load(Examples.names[0])
        let pack = Packs.builtIn
        let facts = Facts(records: example.records, bankHolidays: pack.bankHolidays)
        let clearance = clearance(.senco, facts, on: example.today)
        let shown = Set(clearance.allDuties(facts, on: example.today, under: pack).map(\.id))
        for duty in allDuties(facts, on: example.today, under: pack) {
            let found = clearance.working(of: duty.id, in: facts, on: example.today, under: pack)
            #expect((found != nil) == shown.contains(duty.id))
            for fact in found?.working.facts ?? [] { #expect(clearance.sees(fact.kind.topic)) }
        }
    }
}

import Domain
import Support
import Testing

@Suite("What is taken away before it is shown")
struct SightTests {
    private static let today = Day.of("2026-11-23")

    private func clearance(_ roles: Role.Name..., staff: Set<String> = ["S09"]) -> Clearance {
        Clearance(isKeeper: false, roles: Set(roles), staff: staff, today: Self.today)
    }

    /// An adopted child with a preferred name, a child on a plan in J Webb's care, and one who is
    /// known to nobody.
    private func school() throws -> SchoolBuilder {
        var school = try SchoolBuilder()
        try school.add(
            .pupils,
            [
                "pupil": "K1", "surname": "Birthname", "forename": "Margaret", "known_as": "Maya",
                "preferred_surname": "Hill", "born": "2020-05-03", "year_group": "1",
                "admitted": "2024-09-02", "family": "birthkin", "upn": "",
            ])
        try school.add(
            .status, ["pupil": "K1", "status": "PLA", "from": "2025-01-10", "note": "noteA"])
        try school.add(
            .professionals,
            ["pupil": "K1", "role": "parent", "name": "B Birthname", "from": "2019-01-01"])
        try school.add(
            .professionals,
            ["pupil": "K1", "role": "carer", "name": "P Hill", "from": "2025-01-10"])
        try school.pep("P1", of: "K1", held: "2026-10-01")
        try school.add(
            .pepPeople,
            ["pep_id": "P1", "role": "parent", "name": "B Birthname", "attended": "yes"])
        try school.contact(
            "K1", at: "2026-11-02T09:00:00Z", with: "parent", summary: "birthtalk")
        try school.child("K2", "Bea", "Ashworth", status: "CP", keyAdult: false)
        try school.add(
            .adults, ["pupil": "K2", "staff": "S09", "kind": "teacher", "from": "2026-09-01"])
        try school.contact(
            "K2", at: "2026-11-02T09:00:00Z", with: "carer", about: "safeguarding",
            summary: "secret")
        try school.contact(
            "K2", at: "2026-11-03T09:00:00Z", with: "carer", about: "pep", summary: "plain")
        try school.child("K3", "Ned", "Carver", status: nil, keyAdult: false)
        return school
    }

    private func facts() throws -> Facts { try school().facts(under: Packs.builtIn) }

    @Test(
        "A Designated Teacher knows an adopted child by the names in use, without the birth family")
    func adopted() throws {
        let child = try #require(clearance(.designatedTeacher).sight(of: facts()).pupils[.of("K1")])
        #expect("\(child.pupil.forename) \(child.pupil.surname)" == "Maya Hill")
        #expect(child.pupil.family == nil)
        #expect(child.professionals.map(\.name) == ["P Hill"])
        #expect(child.pepPeople.map(\.name) == [Clearance.withheld])
        #expect(child.contacts.map(\.summary) == [""])
        #expect(child.statuses.map { $0.record["note"] } == [""])
    }

    @Test("Head and safeguarding lead see what was", arguments: [Role.Name.head, .dsl, .deputyDSL])
    func origins(_ role: Role.Name) throws {
        let child = try #require(clearance(role).sight(of: facts()).pupils[.of("K1")])
        #expect(child.pupil.surname == "Birthname")
        #expect(child.professionals.count == 2)
        #expect(child.contacts.map(\.summary) == ["birthtalk"])
    }

    @Test(
        "What was said about safeguarding is for the leads; that it was said is on record for all")
    func safeguarding() throws {
        for role in [Role.Name.designatedTeacher, .senco] {
            let child = try #require(clearance(role).sight(of: facts()).pupils[.of("K2")])
            #expect(child.contacts.map(\.summary) == ["", "plain"], "\(role)")
        }
    }

    @Test("A class teacher sees the children in their care on that day, and no other")
    func own() throws {
        #expect(Set(try clearance(.classTeacher).sight(of: facts()).pupils.keys) == [.of("K2")])
        #expect(
            try clearance(.classTeacher, staff: ["S01"]).sight(of: facts()).pupils.isEmpty)
        let child = try #require(clearance(.classTeacher).sight(of: facts()).pupils[.of("K2")])
        #expect(child.contacts.isEmpty && child.professionals.isEmpty)
    }

    @Test("A SENCO sees children with a status, an administrator everyone and no status")
    func reach() throws {
        #expect(
            Set(try clearance(.senco).sight(of: facts()).pupils.keys) == [.of("K1"), .of("K2")])
        let seen = try clearance(.administrator).sight(of: facts())
        #expect(seen.pupils.count == 3)
        #expect(seen.pupils.values.allSatisfy { $0.statuses.isEmpty && $0.contacts.isEmpty })
        #expect(seen.pupils[.of("K1")]?.pupil.surname == "Hill")
    }

    @Test("Who sees figures alone gets no child, no member of staff and no entry")
    func outside() throws {
        let seen = try clearance(.designatedGovernor).sight(of: facts())
        #expect(seen.pupils.isEmpty && seen.school.staff.isEmpty && seen.school.roles.isEmpty)
        #expect(seen.school.school != nil)
    }
}

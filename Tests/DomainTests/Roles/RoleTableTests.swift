import Domain
import Exchange
import Support
import Testing

@Suite("The table of roles")
struct RoleTableTests {
    private static let all = Topic.allCases

    /// What each role sees, and what it changes, as a reader of the policy would list it.
    static let expected: [(Role.Name, sees: [Topic], reach: ChildReach, changes: [Topic])] = [
        (
            .designatedTeacher, all.filter { ![.plan, .origins, .accounts].contains($0) },
            .everyone,
            all.filter { ![.origins, .accounts].contains($0) }
        ),
        (.dsl, all, .everyone, all.filter { $0 != .accounts }),
        (.deputyDSL, all, .everyone, all.filter { $0 != .accounts }),
        (.head, all, .everyone, all),
        (
            .senco,
            [
                .school, .staff, .comparison, .identity, .sen, .register, .cohort, .professionals,
                .adults,
                .pep, .pepRecord, .contacts, .needs, .support, .wellbeing, .moves, .meetings,
            ], .known, [.contacts, .needs, .support, .wellbeing]
        ),
        (
            .classTeacher,
            [.school, .staff, .identity, .sen, .register, .cohort, .adults, .pep, .needs], .own, []
        ),
        (
            .administrator,
            [.school, .staff, .identity, .registration, .sen, .eligibility, .register], .everyone,
            [.school, .identity, .registration, .sen, .eligibility, .register]
        ),
        (.designatedGovernor, [.school], .everyone, []),
        (.educationAdviser, [.school], .everyone, []),
        (.virtualSchoolHead, [.school], .everyone, []),
    ]

    private func clearance(_ roles: Role.Name...) -> Clearance {
        Clearance(isKeeper: false, roles: Set(roles), staff: ["S09"], today: Day.of("2026-11-23"))
    }

    @Test("Every role sees and changes what the policy's reader expects", arguments: expected)
    func table(_ role: Role.Name, _ sees: [Topic], _ reach: ChildReach, _ changes: [Topic]) {
        let clearance = clearance(role)
        #expect(
            Topic.allCases.filter { clearance.sees($0) } == Topic.allCases.filter(sees.contains))
        #expect(
            Topic.allCases.filter { clearance.changes($0) }
                == Topic.allCases.filter(changes.contains))
        for topic in sees where ![.school, .staff, .comparison].contains(topic) {
            #expect(clearance.reach(topic) == reach, "\(topic)")
        }
    }

    @Test("Every role is in the table of the test")
    func everyRole() {
        #expect(Set(Self.expected.map(\.0)) == Set(Role.Name.allCases))
    }

    @Test("Several roles add up")
    func sum() {
        let both = clearance(.classTeacher, .administrator)
        #expect(both.reach(.identity) == .everyone)
        #expect(both.reach(.cohort) == .own)
        #expect(both.changes(.register))
        #expect(!both.sees(.money))
        for one in Role.Name.allCases {
            for other in Role.Name.allCases {
                let sum = clearance(one, other)
                for topic in Topic.allCases {
                    #expect(
                        sum.reach(topic)
                            == max(clearance(one).reach(topic), clearance(other).reach(topic)))
                }
            }
        }
    }

    @Test("Nobody sees nothing, the keeper all")
    func ends() {
        let nobody = clearance()
        #expect(nobody.isNothing)
        #expect(Topic.allCases.allSatisfy { !nobody.sees($0) && !nobody.changes($0) })
        #expect(Right.allCases.allSatisfy { !nobody.holds($0) })
        #expect(ActionID.allCases.allSatisfy { !nobody.records($0) })
        let keeper = Clearance.keeper(on: Day.of("2026-11-23"))
        #expect(keeper.seesEverything && keeper.isWhole)
        #expect(ActionID.allCases.allSatisfy { keeper.records($0) })
    }

    @Test("Only a head names who holds a role or a login, besides the keeper")
    func accounts() {
        for role in Role.Name.allCases {
            #expect(clearance(role).changes(.accounts) == (role == .head), "\(role)")
            #expect(clearance(role).records(.role) == (role == .head), "\(role)")
        }
    }

    @Test(
        "A role holds from its first to its last day, of the login that it or the staff's row names"
    )
    func days() throws {
        let staff = try StaffMember(
            Record(
                .staff,
                [
                    "staff": "S09", "name": "J Webb", "post": "Teacher", "teaching": "yes",
                    "qts": "yes", "leadership": "no", "from": "2020-09-01", "login": "jwebb",
                ]))
        let role = try Role(
            Record(
                .roles,
                [
                    "role": "dsl", "person": "S09", "from": "2026-09-01", "to": "2026-11-23",
                ]))
        func roles(_ login: String, _ day: String) -> Set<Role.Name> {
            Clearance(login: login, staff: [staff], roles: [role], today: Day.of(day)).roles
        }
        #expect(roles("jwebb", "2026-08-31") == [])
        #expect(roles("jwebb", "2026-09-01") == [.dsl])
        #expect(roles("jwebb", "2026-11-23") == [.dsl])
        #expect(roles("jwebb", "2026-11-24") == [])
        #expect(roles("other", "2026-11-23") == [])
        #expect(roles("", "2026-11-23") == [])
    }

    @Test(
        "What is about no child is seen at full reach only: one child's rows are never taken for it"
    )
    func reachOfMoney() {
        for role in Role.Name.allCases {
            let money = clearance(role).reach(.money)
            #expect(money == .nobody || money == .everyone, "\(role)")
        }
    }

    @Test("1 to 4 are not told apart")
    func smallCounts() {
        #expect(
            [0, 1, 4, 5, 12].map { ShownCount(outside: $0).words } == ["0", "<5", "<5", "5", "12"])
    }

    @Test("One place decides who is told a number as it is, as one of 1 to 4, or not at all")
    func shownCounts() {
        func words(_ role: Role.Name, _ scope: CountScope) -> [String] {
            [0, 3, 8].map { clearance(role).shown($0, of: scope).words }
        }
        for role in Role.Name.allCases {
            let (own, outside) = (clearance(role), ["0", "<5", "8"])
            let seesKnown = own.reach(.cohort) >= .known
            #expect(words(role, .all) == (seesKnown ? ["0", "3", "8"] : outside), "\(role)")
            #expect(
                words(role, .seen) == (own.seesFiguresOnly ? outside : ["0", "3", "8"]), "\(role)")
            #expect(own.tellsSums(of: .seen) != own.seesFiguresOnly, "\(role)")
            // A small group is the Designated Teacher's alone; a small part is kept from outside.
            let isTeacher = role == .designatedTeacher
            #expect(
                words(role, .group(parts: [])) == ["0", isTeacher ? "3" : "", "8"], "\(role)")
            #expect(
                words(role, .group(parts: [2, 6]))[2] == (own.seesFiguresOnly ? "" : "8"),
                "\(role)")
            #expect(own.shown(3, of: .group(parts: [])) != .exact(3, hasShare: true), "\(role)")
        }
    }

    @Test("docs/roles.md is what the table says")
    func document() throws {
        let document = RolesDocument.markdown()
        #expect(try Recorded.kept(at: "docs/roles.md", as: document) == document)
    }
}

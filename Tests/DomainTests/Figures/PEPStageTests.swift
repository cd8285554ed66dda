import Domain
import Support
import Testing

/// How far a PEP has come, from the plan to the grade.
struct PEPStageTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let what: String
        let rows: [StatedRow]
        let day: String
        let chain: String
        let words: String

        init(_ what: String, _ rows: [StatedRow], on day: String, _ chain: String, _ words: String)
        {
            (self.what, self.rows, self.day) = (what, rows, day)
            (self.chain, self.words) = (chain, words)
        }

        var testDescription: String { "\(what), on \(day)" }
    }

    static func pep(_ fields: (String, String?)...) -> StatedRow {
        let usual: [(String, String?)] = [("pep_id", "P1"), ("pupil", "K001")]
        return StatedRow(.peps, usual + fields)
    }

    static func person(
        _ role: String, invited: String? = nil, attended: String? = nil
    ) -> StatedRow {
        StatedRow(
            .pepPeople,
            [
                "pep_id": "P1", "role": role, "name": "A \(role)", "invited_on": invited,
                "attended": attended,
            ])
    }

    static let planned = pep(("planned_for", "2025-10-06"))
    static let both = [
        person("social-worker", invited: "2025-09-10"), person("carer", invited: "2025-09-12"),
    ]

    static func held(_ fields: (String, String?)...) -> StatedRow {
        let usual: [(String, String?)] = [
            ("pep_id", "P1"), ("pupil", "K001"), ("held_on", "2025-09-22"),
        ]
        return StatedRow(.peps, usual + fields)
    }

    static let meetingCases: [Case] = [
        Case(
            "planned", [planned], on: "2025-10-06",
            "planned 2025-10-06, invited -, held -, written -, sent -, graded -", "planned"),
        Case(
            "planned for yesterday", [planned], on: "2025-10-07",
            "planned 2025-10-06, invited -, held -, written -, sent -, graded -",
            "planned, not held"),
        Case(
            "home and case worker invited", [planned] + both, on: "2025-09-22",
            "planned 2025-10-06, invited 2025-09-12, held -, written -, sent -, graded -",
            "planned"),
        Case(
            "the day before the last invitation", [planned] + both, on: "2025-09-11",
            "planned 2025-10-06, invited -, held -, written -, sent -, graded -", "planned"),
        Case(
            "a parent is not home of a child in care",
            [planned, both[0], person("parent", invited: "2025-09-10")], on: "2025-09-22",
            "planned 2025-10-06, invited -, held -, written -, sent -, graded -", "planned"),
        Case(
            "held without a plan", [held()], on: "2025-09-22",
            "planned yes, invited -, held 2025-09-22, written -, sent -, graded -",
            "held, to sign off"),
        Case(
            "held tomorrow", [held()], on: "2025-09-21",
            "planned -, invited -, held -, written -, sent -, graded -", "not held yet"),
        Case(
            "whoever came was asked",
            [
                held(), person("social-worker", attended: "yes"),
                person("carer", invited: "2025-09-12"),
            ], on: "2025-09-22",
            "planned yes, invited yes, held 2025-09-22, written -, sent -, graded -",
            "held, to sign off"),
        Case(
            "whoever did not come was not",
            [
                held(), person("social-worker", attended: "no"),
                person("carer", invited: "2025-09-12"),
            ], on: "2025-09-22",
            "planned yes, invited -, held 2025-09-22, written -, sent -, graded -",
            "held, to sign off"),
    ]

    static let sendingCases: [Case] = [
        Case(
            "signed off today", [held(("completed_on", "2025-10-01"))], on: "2025-10-01",
            "planned yes, invited -, held 2025-09-22, written 2025-10-01, sent -, graded -",
            "signed off"),
        Case(
            "signed off tomorrow", [held(("completed_on", "2025-10-01"))], on: "2025-09-30",
            "planned yes, invited -, held 2025-09-22, written -, sent -, graded -",
            "held, to sign off"),
        Case(
            "sent", [held(("sent_on", "2025-10-02"))], on: "2025-10-02",
            "planned yes, invited -, held 2025-09-22, written -, sent 2025-10-02, graded -",
            "sent"),
        Case(
            "sent tomorrow", [held(("sent_on", "2025-10-02"))], on: "2025-10-01",
            "planned yes, invited -, held 2025-09-22, written -, sent -, graded -",
            "held, to sign off"),
        Case(
            "sent back", [held(("sent_on", "2025-10-02"), ("returned_on", "2025-10-06"))],
            on: "2025-10-06",
            "planned yes, invited -, held 2025-09-22, written -, sent 2025-10-02, "
                + "sent back 2025-10-06, graded -", "sent back"),
        Case(
            "sent back tomorrow",
            [held(("sent_on", "2025-10-02"), ("returned_on", "2025-10-06"))], on: "2025-10-05",
            "planned yes, invited -, held 2025-09-22, written -, sent 2025-10-02, graded -",
            "sent"),
        Case(
            "sent again on the day",
            [held(("sent_on", "2025-10-06"), ("returned_on", "2025-10-06"))], on: "2025-10-06",
            "planned yes, invited -, held 2025-09-22, written -, sent back 2025-10-06, "
                + "sent 2025-10-06, graded -", "sent"),
        Case(
            "graded",
            [held(("sent_on", "2025-10-02"), ("grade", "green"))], on: "2025-10-02",
            "planned yes, invited -, held 2025-09-22, written -, sent 2025-10-02, graded yes",
            "graded green"),
        Case(
            "no grade before it was sent",
            [held(("sent_on", "2025-10-02"), ("grade", "green"))], on: "2025-10-01",
            "planned yes, invited -, held 2025-09-22, written -, sent -, graded -",
            "held, to sign off"),
        Case(
            "what was graded red and sent back waits for the school",
            [
                held(
                    ("sent_on", "2025-10-02"), ("returned_on", "2025-10-06"), ("grade", "red"))
            ], on: "2025-10-07",
            "planned yes, invited -, held 2025-09-22, written -, sent 2025-10-02, "
                + "sent back 2025-10-06, graded yes", "sent back"),
        Case(
            "cancelled", [pep(("planned_for", "2025-10-06"), ("cancelled", "yes"))],
            on: "2025-10-07",
            "planned 2025-10-06, invited -, held -, written -, sent -, graded -", "cancelled"),
        Case(
            "a review by the Designated Teacher alone invites nobody",
            [held(("kind", "dt-review"))], on: "2025-09-22",
            "planned yes, held 2025-09-22, written -, sent -, graded -", "held, to sign off"),
    ]

    @Test(
        "Each step is reached on its day, and the last that counts is where the PEP stands",
        arguments: meetingCases + sendingCases)
    func steps(_ example: Case) throws {
        let school = example.rows.reduce(TestSchool(TestChild().cla("2023-10-01"))) { $0.with($1) }
        let facts = try #require(try school.facts().pupils[PupilRef("K001")])
        let pep = try #require(facts.peps.first)
        let stage = PEPStage(pep, of: facts, on: Written.day(example.day), under: County.pack)
        let chain = stage.links.map { link -> String in
            let day = link.isReached ? link.on?.iso ?? "yes" : "-"
            return "\(link.step.words) \(day)"
        }
        #expect(chain.joined(separator: ", ") == example.chain)
        #expect(stage.words == example.words)
        #expect((stage.present == nil) == ["cancelled", "not held yet"].contains(example.words))
    }
}

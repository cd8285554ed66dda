import Domain
import Support
import Testing

/// The words about children: on roll, status, Ever-6, label, spell.
struct CohortTests {
    private func cohort(_ child: TestChild) throws -> Cohort {
        let facts = try TestSchool(child).facts()
        let pupil = try #require(facts.pupils[PupilRef(child.ref)])
        return Cohort(
            statuses: pupil.statuses, roll: pupil.pupil.roll,
            everYears: County.pack.number(.everSixYears).value)
    }

    struct Labels: Sendable {
        let child: TestChild
        let on: String
        let labels: [CohortLabel]
        init(_ child: TestChild, _ on: String, _ labels: [CohortLabel]) {
            (self.child, self.on, self.labels) = (child, on, labels)
        }
    }

    static let both = TestChild().cla("2025-01-06").cp("2025-03-01")
    static let steppedDown = TestChild().cp("2024-09-01", to: "2025-03-31").cin("2025-04-01")
    static let guardianship = TestChild().cla("2021-03-01", to: "2023-05-01").pla("2023-05-02")
    static let cameHome = TestChild().cla("2021-03-01", to: "2023-05-01")

    @Test(
        "All statuses that hold are labels, the first of CLA, CP, CIN, PLA and Ever-6 first",
        arguments: [
            Labels(both, "2025-02-28", [.cla]), Labels(both, "2025-03-01", [.cla, .cp]),
            Labels(steppedDown, "2025-03-31", [.cp]), Labels(steppedDown, "2025-04-01", [.cin]),
            Labels(guardianship, "2023-05-01", [.cla]), Labels(guardianship, "2023-05-02", [.pla]),
            Labels(guardianship.cin("2025-10-01"), "2025-10-01", [.cin, .pla]),
            Labels(cameHome, "2023-05-02", [.everSix]), Labels(cameHome, "2029-05-01", [.everSix]),
            Labels(cameHome, "2029-05-02", []), Labels(TestChild(), "2025-03-01", []),
            Labels(TestChild().cla("2025-03-02"), "2025-03-01", []),
            Labels(
                TestChild().cla("2025-01-06", legal: "V3").cin("2025-01-06"), "2025-03-01",
                [.cla, .cin]),
        ])
    func labels(_ example: Labels) throws {
        #expect(try cohort(example.child).labels(on: Written.day(example.on)) == example.labels)
    }

    @Test(
        "Ever-6 holds up to the day six years after the last day, and from 29 February to the 28th",
        arguments: [
            ("2019-09-10", "2025-09-10", true), ("2019-09-10", "2025-09-11", false),
            ("2020-02-29", "2026-02-28", true), ("2020-02-29", "2026-03-01", false),
            ("2025-09-10", "2025-09-10", false), ("2025-09-10", "2025-09-11", true),
        ])
    func everSix(_ ended: String, _ today: String, _ expected: Bool) throws {
        let child = TestChild(born: "2016-01-01").cin("2019-01-01", to: ended)
        let withCP = TestChild(born: "2016-01-01").cp("2019-01-01", to: ended)
        #expect(try cohort(child).isEverSix(on: Written.day(today)) == expected)
        #expect(try cohort(withCP).isEverSix(on: Written.day(today)) == expected)
    }

    @Test("A child only ever previously looked after is no Ever-6 once that ends")
    func plaAlone() throws {
        let cohort = try cohort(TestChild().pla("2024-01-01", to: "2025-01-01"))
        #expect(!cohort.isEverSix(on: Written.day("2025-01-02")))
        #expect(!cohort.isKnown(on: Written.day("2025-01-02")))
    }

    @Test("Ever-6 never holds beside a status of today")
    func everSixBesideStatus() throws {
        let cohort = try cohort(TestChild().cp("2022-01-01", to: "2023-01-01").pla("2024-01-01"))
        #expect(cohort.isEverSix(on: Written.day("2023-12-31")))
        #expect(!cohort.isEverSix(on: Written.day("2024-01-01")))
    }

    @Test(
        "A child is on roll from the day of admission to the day of leaving, both included",
        arguments: [
            ("2025-09-07", false), ("2025-09-08", true), ("2025-10-17", true),
            ("2025-10-18", false),
        ])
    func onRoll(_ day: String, _ expected: Bool) throws {
        let cohort = try cohort(
            TestChild(admitted: "2025-09-08", left: "2025-10-17").cin("2025-01-01"))
        #expect(cohort.isOnRoll(Written.day(day)) == expected)
        #expect(cohort.isKnown(on: Written.day(day)) == expected)
    }

    @Test("Rows of CLA that touch or overlap are one spell; a gap of a day begins another")
    func spells() throws {
        let changed = TestChild().cla("2025-09-10", to: "2026-01-09", legal: "C1").cla("2026-01-10")
        #expect(
            try cohort(changed).lookedAfterSpells
                == [Span(from: Written.day("2025-09-10"), to: nil)])
        let within = TestChild().cla("2025-09-10", to: "2026-01-09").cla(
            "2025-10-01", to: "2025-10-31", legal: "V2")
        #expect(
            try cohort(within).lookedAfterSpells
                == [Span(from: Written.day("2025-09-10"), to: Written.day("2026-01-09"))])
        let gap = TestChild().cla("2025-09-10", to: "2026-01-08").cla("2026-01-10")
        #expect(
            try cohort(gap).lookedAfterSpells.map(\.from.iso) == ["2025-09-10", "2026-01-10"])
    }

    @Test("Short breaks belong to no spell and ask for no PEP by law", arguments: ["V3", "V4"])
    func shortBreaks(_ legal: String) throws {
        let cohort = try cohort(TestChild().cla("2025-09-10", legal: legal))
        #expect(cohort.lookedAfterSpells.isEmpty)
        #expect(cohort.labels(on: Written.day("2025-10-01")) == [.cla])
        #expect(!cohort.isLookedAfterByLaw(on: Written.day("2025-10-01")))
    }

    @Test("The present run as known begins after the last day on which the child was not")
    func runs() throws {
        let child = TestChild(admitted: "2024-09-02").cin("2015-01-01", to: "2016-01-01").cp(
            "2025-01-06")
        #expect(try cohort(child).runStart(on: Written.day("2025-03-01"))?.iso == "2025-01-06")
        let early = TestChild(admitted: "2024-09-02").cin("2024-01-01")
        #expect(try cohort(early).runStart(on: Written.day("2025-03-01"))?.iso == "2024-09-02")
        #expect(try cohort(early).runStart(on: Written.day("2024-09-01")) == nil)
    }

    @Test("Spans of a random child are known on the days that the words of the rules say")
    func knownByTheWords() throws {
        var random = SplitMix64(seed: 14)
        for _ in 0..<60 {
            var child = TestChild(born: "2012-05-04", admitted: "2016-09-01")
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let from = Written.day("2014-01-01") + Int.random(in: 0...3000, using: &random)
                let to =
                    Bool.random(using: &random)
                    ? (from + Int.random(in: 0...500, using: &random)).iso : nil
                switch Int.random(in: 0..<4, using: &random) {
                case 0: child = child.cla(from.iso, to: to)
                case 1: child = child.cp(from.iso, to: to)
                case 2: child = child.cin(from.iso, to: to)
                default: child = child.pla(from.iso, to: to)
                }
            }
            let cohort = try cohort(child)
            for _ in 0..<60 {
                let day = Written.day("2014-01-01") + Int.random(in: 0...6000, using: &random)
                let expected = cohort.isOnRoll(day) && !cohort.labels(on: day).isEmpty
                #expect(cohort.isKnown(on: day) == expected)
                guard expected else { continue }
                var first = day
                while cohort.isOnRoll(first - 1), !cohort.labels(on: first - 1).isEmpty {
                    first = first - 1
                }
                #expect(cohort.runStart(on: day) == first)
            }
        }
    }
}

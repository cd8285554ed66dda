import Domain
import Support
import Testing

/// Funding (AIM-4, DT-3, PEP-4, NEP-1)
struct FundingTests {
    static let school = TestSchool(
        TestChild().cla("2023-10-01").pep(held: "2025-09-22").target("T1")
    )
    .fund()
    static let allocated = school.entry("E1", "allocation", "600.00", on: "2025-09-01")
    static let drawn = allocated.entry("E2", "spend", "250.00", on: "2025-10-06")
        .entry("E3", "commitment", "100.00", on: "2025-10-06")

    private func account(_ school: TestSchool, on day: String) throws -> FundAccount? {
        let facts = try school.facts()
        let book = FundBook(
            fund: try #require(facts.school.funds.first), entries: facts.school.entries,
            today: Written.day(day))
        return book.own[PupilRef("K001")]
    }

    @Test("What is left is the allocation less returns, spends and open commitments")
    func remaining() throws {
        let account = try #require(try account(Self.drawn, on: "2026-01-30"))
        #expect(account.allocated == Pence(600_00))
        #expect(account.spent == Pence(250_00))
        #expect(account.committed == Pence(100_00))
        #expect(account.remaining == Pence(250_00))
        let returned = Self.drawn.entry("E4", "return", "50.00", on: "2026-01-05")
        #expect(try self.account(returned, on: "2026-01-30")?.remaining == Pence(200_00))
        #expect(try self.account(returned, on: "2026-01-04")?.remaining == Pence(250_00))
    }

    @Test("A commitment is open for what its spends have not settled, and never below zero")
    func commitments() throws {
        let base = Self.school.entry("E1", "allocation", "115.00", on: "2025-09-01")
            .entry("E2", "commitment", "100.00", on: "2025-09-10")
        let one = base.entry("E3", "spend", "60.00", on: "2025-09-11", commitment: "E2")
        let two = one.entry("E4", "spend", "55.00", on: "2025-09-12", commitment: "E2")
        #expect(try account(base, on: "2025-10-01")?.committed == Pence(100_00))
        #expect(try account(one, on: "2025-10-01")?.committed == Pence(40_00))
        let last = try #require(try account(two, on: "2025-10-01"))
        #expect(last.committed == .zero)
        #expect(last.spent == Pence(115_00))
        #expect(last.remaining == .zero)
    }

    @Test(
        "A fund is overspent when a penny more is spent or promised than was given",
        arguments: [
            Owed(
                "to the penny", allocated.entry("E2", "spend", "600.00", on: "2025-10-06"),
                on: "2025-10-07", "F1: met"),
            Owed(
                "a penny over", allocated.entry("E2", "spend", "600.01", on: "2025-10-06"),
                on: "2025-10-07", "F1: overdue"),
            Owed(
                "a promise counts", allocated.entry("E2", "commitment", "600.01", on: "2025-10-06"),
                on: "2025-10-07", "F1: overdue"),
            Owed(
                "tomorrow's does not", allocated.entry("E2", "spend", "600.01", on: "2025-10-08"),
                on: "2025-10-07", "F1: met"),
            Owed("no entry at all", school, on: "2025-10-07"),
        ])
    func overspent(_ example: Owed) throws { try example.check(.fundingOverspent) }

    @Test("A child without an allocation draws on the pot, whose duty is the fund's")
    func pot() throws {
        let school = Self.allocated
            .entry("E2", "allocation", "100.00", on: "2025-09-01", pupil: nil)
            .entry("E3", "spend", "40.00", on: "2025-10-06", pupil: nil)
        let other = TestSchool(TestChild("K002").cla("2023-10-01")).rows
            .filter { $0.fields["pupil"] == "K002" }.reduce(school) { $0.with($1) }
        let over = other.entry("E4", "spend", "60.01", on: "2025-10-06", pupil: "K002")
        func lines(_ school: TestSchool) throws -> [String] {
            try school.duties(on: "2025-10-07").filter { $0.rule == .fundingOverspent }
                .map { "\($0.subject.text) \($0.line)" }
        }
        #expect(try lines(other) == ["fund:F1 F1: met", "pupil:K001 F1: met"])
        #expect(try lines(over) == ["fund:F1 F1: overdue", "pupil:K001 F1: met"])
    }

    @Test(
        "Money for a looked-after child is used by 31 March",
        arguments: [
            Owed("61 days before", drawn, on: "2026-01-29", "F1: upcoming 2026-03-31"),
            Owed("60 days before", drawn, on: "2026-01-30", "F1: soon 2026-03-31"),
            Owed("the last day", drawn, on: "2026-03-31", "F1: soon 2026-03-31"),
            Owed("the day after", drawn, on: "2026-04-01", "F1: missed 2026-03-31"),
            Owed(
                "nothing left", drawn.entry("E4", "spend", "250.00", on: "2026-01-10"),
                on: "2026-01-30", "F1: met 2026-03-31"),
            Owed(
                "a penny left", drawn.entry("E4", "spend", "249.99", on: "2026-01-10"),
                on: "2026-01-30", "F1: soon 2026-03-31"),
            Owed(
                "money of the school's own pot",
                TestSchool(TestChild().pla("2023-10-01")).fund("F1", "pp-plus-pla")
                    .entry("E1", "allocation", "600.00", on: "2025-09-01"), on: "2026-01-30"),
            Owed(
                "no allocation", school.entry("E1", "spend", "5.00", on: "2025-09-01"),
                on: "2026-01-30"),
        ])
    func idle(_ example: Owed) throws { try example.check(.fundingIdle) }

    @Test(
        "A promise or spend of PP+ names its target within ten school days",
        arguments: [
            Owed(
                "the day it is due", allocated.entry("E2", "spend", "250.00", on: "2025-10-06"),
                on: "2025-10-20", "E2: soon 2025-10-20"),
            Owed(
                "the day after", allocated.entry("E2", "spend", "250.00", on: "2025-10-06"),
                on: "2025-10-21", "E2: overdue 2025-10-20"),
            Owed(
                "a promise", allocated.entry("E2", "commitment", "250.00", on: "2025-10-06"),
                on: "2025-10-21", "E2: overdue 2025-10-20"),
            Owed(
                "with a target",
                allocated.entry("E2", "spend", "250.00", on: "2025-10-06", target: "T1"),
                on: "2025-10-21", "E2: met 2025-10-20"),
            Owed(
                "a spend counts its promise's target",
                allocated.entry("E2", "commitment", "250.00", on: "2025-10-06", target: "T1")
                    .entry("E3", "spend", "250.00", on: "2025-10-06", commitment: "E2"),
                on: "2025-10-21", "E2: met 2025-10-20", "E3: met 2025-10-20"),
            Owed("an allocation", allocated, on: "2025-10-21"),
            Owed(
                "for no child in particular",
                school.entry("E2", "spend", "5.00", on: "2025-10-06", pupil: nil),
                on: "2025-10-21"),
            Owed(
                "ordinary pupil premium",
                TestSchool(TestChild().cla("2023-10-01")).fund("F1", "pupil-premium")
                    .entry("E2", "spend", "5.00", on: "2025-10-06"), on: "2025-10-21"),
            Owed(
                "a commitment of tomorrow lends no target",
                allocated.entry("E3", "commitment", "5.00", on: "2025-10-21", target: "T1")
                    .entry("E2", "spend", "5.00", on: "2025-10-06", commitment: "E3"),
                on: "2025-10-20", "E2: soon 2025-10-20"),
            Owed(
                "the day on which the commitment stands",
                allocated.entry("E3", "commitment", "5.00", on: "2025-10-21", target: "T1")
                    .entry("E2", "spend", "5.00", on: "2025-10-06", commitment: "E3"),
                on: "2025-10-21", "E2: met 2025-10-20", "E3: met 2025-11-11"),
        ])
    func linked(_ example: Owed) throws { try example.check(.fundingLinked) }

    static let spent = allocated.entry("E2", "spend", "250.00", on: "2025-10-06")

    @Test(
        "A spend of PP+ has its impact on record within 60 school days",
        arguments: [
            Owed("16 school days left", spent, on: "2025-12-12", "E2: upcoming 2026-01-19"),
            Owed("15 school days left", spent, on: "2025-12-15", "E2: soon 2026-01-19"),
            Owed("the day it is due", spent, on: "2026-01-19", "E2: soon 2026-01-19"),
            Owed("the day after", spent, on: "2026-01-20", "E2: overdue 2026-01-19"),
            Owed(
                "none is an impact too",
                allocated.entry("E2", "spend", "250.00", on: "2025-10-06", impact: "none"),
                on: "2026-01-20", "E2: met 2026-01-19"),
            Owed(
                "a promise has none yet",
                allocated.entry("E2", "commitment", "250.00", on: "2025-10-06"), on: "2026-01-20"),
        ])
    func impact(_ example: Owed) throws { try example.check(.fundingImpact) }

    /// Looked after until 1 October, then special guardianship.
    static func spend(
        _ kind: String, on day: String, reason: String? = nil, eligible: String? = nil
    )
        -> TestSchool
    {
        TestSchool(
            TestChild(ppEligible: eligible).cla("2023-10-01", to: "2025-10-01").pla("2025-10-02")
        ).fund("F1", kind).entry("E2", "spend", "10.00", on: day, reason: reason)
    }

    @Test(
        "Money spent on a child outside the fund's group needs a reason",
        arguments: [
            Owed("looked after that day", spend("pp-plus-cla", on: "2025-10-01"), on: "2025-10-10"),
            Owed(
                "the day after care ended", spend("pp-plus-cla", on: "2025-10-02"),
                on: "2025-10-10", "E2: overdue 2025-10-02"),
            Owed(
                "with a reason", spend("pp-plus-cla", on: "2025-10-02", reason: "Tutor booked"),
                on: "2025-10-10", "E2: met 2025-10-02"),
            Owed(
                "not yet previously looked after", spend("pp-plus-pla", on: "2025-10-01"),
                on: "2025-10-10", "E2: overdue 2025-10-01"),
            Owed(
                "previously looked after", spend("pp-plus-pla", on: "2025-10-02"),
                on: "2025-10-10"),
            Owed(
                "pupil premium, eligible",
                spend("pupil-premium", on: "2025-10-02", eligible: "yes"), on: "2025-10-10"),
            Owed(
                "pupil premium, not known to be eligible",
                spend("pupil-premium", on: "2025-10-02"), on: "2025-10-10",
                "E2: overdue 2025-10-02"),
            Owed(
                "pupil premium, not eligible",
                spend("pupil-premium", on: "2025-10-02", eligible: "no"), on: "2025-10-10",
                "E2: overdue 2025-10-02"),
            Owed("any other fund", spend("other", on: "2025-10-02"), on: "2025-10-10"),
        ])
    func eligible(_ example: Owed) throws { try example.check(.fundingEligible) }

    @Test("The working of an ineligible spend says whom this money is for")
    func eligibleWorking() throws {
        let working = try #require(
            try Self.spend("pp-plus-cla", on: "2025-10-02")
                .working(.fundingEligible, "E2", on: "2025-10-10"))
        let said = ([working.sum] + working.facts.map(\.text)).joined(separator: " ")
        #expect(said.contains("looked-after children"))
    }

    @Test("A child who left is still answered for with money")
    func left() throws {
        let school = TestSchool(TestChild(left: "2025-10-31").cla("2023-10-01")).fund()
            .entry("E1", "allocation", "600.00", on: "2025-09-01")
            .entry("E2", "spend", "250.00", on: "2025-10-06")
        let rules = Set(
            try school.duties(on: "2026-01-20").compactMap { duty in
                duty.topic == .money ? duty.subject.pupil.map { _ in duty.rule } : nil
            })
        #expect(rules == [.fundingOverspent, .fundingIdle, .fundingLinked, .fundingImpact])
    }
}

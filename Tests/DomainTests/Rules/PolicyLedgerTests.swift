import Domain
import Support
import Testing

/// How the clauses of the policy stand.
struct PolicyLedgerTests {
    private func ledger(_ school: TestSchool, _ day: String) throws -> PolicyLedger {
        let facts = try school.facts()
        let pack = County.pack
        return PolicyLedger(
            allDuties(facts, on: Written.day(day), under: pack), facts,
            on: Written.day(day), under: pack)
    }

    private func line(_ ledger: PolicyLedger, _ clause: String) throws -> PolicyLedger.Line {
        try #require(ledger.lines.first { $0.clause.id == clause })
    }

    @Test("All 92 clauses stand in it, in the policy's order, each with its rules")
    func complete() throws {
        let ledger = try ledger(TestSchool(TestChild().cin("2024-01-08")), "2025-10-01")
        #expect(ledger.lines.map(\.clause) == (County.pack.clauses))
        #expect(ledger.lines.count == 92)
        for line in ledger.lines { #expect(!line.rules.isEmpty, "\(line.clause.id)") }
    }

    @Test("A clause stands as the worst of its duties, and counts those that fall short")
    func worst() throws {
        let known = TestChild().cin("2024-01-08").keyAdult("2024-01-08")
        let other = TestChild("K002").pla("2024-01-08")
        let one = try line(try ledger(TestSchool(known), "2025-10-01"), "AIM-6")
        #expect(one.state == .met && one.short.isEmpty && one.counts == [.met: 1])
        let two = try line(try ledger(TestSchool(known, other), "2025-10-01"), "AIM-6")
        #expect(two.state == .overdue && two.short.count == 1)
        #expect(two.counts == [.met: 1, .overdue: 1])
    }

    @Test("Where there is no duty at all nobody knows; where none applies it does not apply")
    func none() {
        #expect(PolicyLedger.state(of: []) == .unknown)
        #expect(PolicyLedger.state(of: [.notApplicable]) == .notApplicable)
        #expect(PolicyLedger.state(of: [.notApplicable, .met]) == .met)
        #expect(PolicyLedger.state(of: [.met, .upcoming]) == .upcoming)
        #expect(PolicyLedger.state(of: [.upcoming, .soon]) == .soon)
        #expect(PolicyLedger.state(of: [.soon, .unknown]) == .unknown)
        #expect(PolicyLedger.state(of: [.unknown, .missed]) == .missed)
        #expect(PolicyLedger.state(of: [.missed, .overdue]) == .overdue)
        #expect(Set(PolicyLedger.urgency) == Set(DutyState.allCases))
    }

    @Test("Attested clauses name the day of this year's attestation")
    func attested() throws {
        let school = TestSchool().with(Rows.attested("INT-3", "2025-09-20"))
            .with(Rows.attested("INT-3", "2025-09-10")).with(Rows.attested("INT-4", "2025-08-31"))
        let ledger = try ledger(school, "2025-10-01")
        #expect(try line(ledger, "INT-3").attestedOn == Written.day("2025-09-20"))
        #expect(try line(ledger, "INT-3").state == .met)
        #expect(try line(ledger, "INT-4").attestedOn == nil)
        #expect(try line(ledger, "INT-4").state == .upcoming)
        #expect(try line(ledger, "AIM-6").attestedOn == nil)
    }

    @Test(
        "A clause that nothing called on does not apply, with the reason; unknown is for missing facts"
    )
    func silent() throws {
        let known = try ledger(TestSchool(TestChild().cin("2024-01-08")), "2025-10-01")
        for clause in ["EXC-2", "EXC-9", "AP-1", "SEND-2"] {
            let line = try line(known, clause)
            #expect(line.state == .notApplicable, "\(clause)")
            #expect(line.silence?.isEmpty == false, "\(clause)")
        }
        #expect(try line(known, "EXC-2").silence?.contains("suspension") == true)
        // Who is known to a social worker is not on record: then nobody can tell.
        let nobody = try ledger(TestSchool(TestChild()), "2025-10-01")
        for clause in ["EXC-2", "AP-1", "AIM-6"] {
            #expect(try line(nobody, clause).state == .unknown, "\(clause)")
            #expect(try line(nobody, clause).silence == nil, "\(clause)")
        }
        // One that is called on says nothing of silence.
        let suspended = try ledger(
            TestSchool(TestChild().cin("2024-01-08")).with(
                Rows.suspension("X1", ("decided_on", "2025-09-20"), ("from", "2025-09-22"))),
            "2025-10-01")
        #expect(try line(suspended, "EXC-2").state == .overdue)
        #expect(try line(suspended, "EXC-2").silence == nil)
    }

    @Test("What is short stands by weight: the law's and children on a protection plan first")
    func weight() throws {
        let day = "2025-10-01"
        let promise = try ledger(
            TestSchool(TestChild().cin("2024-01-08"), TestChild("K002").cin("2024-01-08")), day)
        let keyAdult = try line(promise, "AIM-6")
        #expect(keyAdult.state == .overdue && keyAdult.touched == 2 && !keyAdult.isWeighty)
        let protected = try ledger(
            TestSchool(TestChild().cp("2024-01-08"), TestChild("K002").cin("2024-01-08")), day)
        #expect(try line(protected, "AIM-6").isWeighty)
        for ledger in [promise, protected] {
            let short = ledger.shortByWeight
            #expect(
                Set(short.map(\.clause.id))
                    == Set(
                        ledger.lines.filter(\.state.isShort).map(\.clause.id)))
            let weights = short.map { $0.isWeighty ? 0 : 1 }
            #expect(weights == weights.sorted())
            for weighty in [true, false] {
                let group = short.filter { $0.isWeighty == weighty }
                let states = group.map { PolicyLedger.urgency.firstIndex(of: $0.state) ?? 0 }
                #expect(states == states.sorted())
                for state in Set(group.map(\.state)) {
                    let touched = group.filter { $0.state == state }.map(\.touched)
                    #expect(touched == touched.sorted(by: >))
                }
            }
        }
    }

    @Test("A school with next to nothing on record keeps no clause of which nobody knows")
    func almostEmpty() throws {
        let empty = TestSchool(children: [], calendar: [], roles: [], staff: [])
        #expect(try empty.duties(on: "2025-10-01").filter { $0.state == .met }.map(\.rule) == [])
        #expect(try ledger(empty, "2025-10-01").lines.filter { $0.state == .met }.isEmpty)
        let child = TestSchool(
            children: [TestChild().cla("2024-01-08")], calendar: County.terms, roles: [])
        let met = Set(
            try child.duties(on: "2025-10-01").filter { $0.state == .met }.map(\.rule))
        // The terms are on record, and that is all.
        #expect(met == [.calendarKnown])
    }
}

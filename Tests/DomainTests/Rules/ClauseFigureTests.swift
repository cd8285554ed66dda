import Domain
import Support
import Testing

/// The figures on which somebody's word about a clause can stand.
@Suite("Figures beside an attestation")
struct ClauseFigureTests {
    private func lines(
        _ figure: ClauseFigure, _ school: TestSchool, _ day: String = "2025-11-10"
    ) throws -> [ClauseFigure.Line] {
        figure.lines(try school.facts(), on: Written.day(day), under: County.pack)
    }

    private func share(_ line: ClauseFigure.Line?) -> String {
        line?.share.map { "\($0.part) of \($0.whole)" } ?? "none"
    }

    private static let child = TestChild().cin("2024-01-08")

    @Test("The clauses that are attested name their figures; no other does")
    func named() {
        let named = County.pack.clauses.filter { !$0.figures.isEmpty }
        #expect(named.allSatisfy { !$0.isComputed })
        #expect(
            Set(named.map(\.id)) == [
                "INT-3", "INT-4", "AIM-8", "AIM-9", "DT-9", "STAFF-3", "STAFF-4", "AEN-1",
            ])
    }

    @Test("Linked policies: how many name these children, and which do not")
    func policies() throws {
        let school = TestSchool(Self.child)
            .with(.linkedPolicies, ["policy": "behaviour", "refers_to_cksw": "no"])
            .with(.linkedPolicies, ["policy": "safeguarding", "refers_to_cksw": "yes"])
            .with(.linkedPolicies, ["policy": "cksw"])
        let line = try #require(try lines(.linkedPolicies, school).first)
        #expect(share(line) == "1 of 3")
        #expect(line.note == "not yet: behaviour, cksw")
        #expect(share(try lines(.linkedPolicies, TestSchool(Self.child)).first) == "0 of 0")
    }

    @Test("Suspensions: how many of this year say what was tried before")
    func tried() throws {
        func row(_ id: String, _ kind: String, _ day: String, _ tried: String?) -> StatedRow {
            StatedRow(
                .suspensions,
                [
                    "suspension_id": id, "pupil": "K001", "kind": kind, "decided_on": day,
                    "from": day, "days": kind == "suspension" ? "1.0" : nil, "tried": tried,
                ])
        }
        let school = [
            row("X1", "suspension", "2025-09-20", "A quiet room"),
            row("X2", "suspension", "2025-10-20", nil),
            row("X3", "separation", "2025-10-20", nil),
            row("X4", "suspension", "2025-07-20", nil),
            row("X5", "suspension", "2025-11-11", nil),
        ].reduce(TestSchool(Self.child)) { $0.with($1) }
        #expect(share(try lines(.suspensionsTried, school).first) == "1 of 2")
    }

    @Test("Three shares a term, over the last four terms that have begun")
    func shares() throws {
        let school = TestSchool(
            Self.child.keyAdult("2024-01-08").pep(held: "2025-10-06", views: "yes")
                .pep(held: "2025-11-03", views: "no"),
            TestChild("K002").cin("2024-01-08"))
        let found = try lines(.sharesByTerm, school)
        let terms = County.calendar.terms.filter { $0.start <= Written.day("2025-11-10") }.suffix(4)
        #expect(found.count == terms.count * 3)
        let autumn = Array(found.suffix(3))
        #expect(autumn.map(share) == ["1 of 2", "1 of 2", "0 of 1"])
        #expect(autumn[0].words == "PEPs with the child's views, 2025-26 autumn")
    }

    @Test("Concerns that are closed, and judgements that say accelerated")
    func counted() throws {
        let absent = Self.child.attending(
            "2025-09-01", "2025-11-07",
            but: ["2025-09-08": "I\\", "2025-09-09": "I\\", "2025-09-10": "I\\"])
        #expect(share(try lines(.trainingAndConcerns, TestSchool(absent)).last) == "1 of 1")
        let judged = TestSchool(Self.child)
            .with(Rows.progress("G1", "2025-10-01", "data", progress: "accelerated"))
            .with(Rows.progress("G2", "2025-10-02", "data", progress: "below"))
            .with(Rows.progress("G3", "2025-08-31", "data", progress: "accelerated"))
            .with(Rows.progress("G4", "2025-11-11", "data", progress: "accelerated"))
            .with(Rows.progress("G5", "2025-10-03", "data"))
        #expect(share(try lines(.accelerated, judged).first) == "1 of 2")
    }

    @Test("The behaviour policy's days")
    func behaviour() throws {
        let none = try lines(.behaviourPolicy, TestSchool(Self.child)).first
        #expect(none?.note == "not on record")
        let school = TestSchool(Self.child)
            .with(
                .linkedPolicies,
                ["policy": "behaviour", "dated": "2024-03-01", "review_by": "2026-03-01"])
        #expect(
            try lines(.behaviourPolicy, school).first?.note
                == "dated 1 Mar 2024, to be reviewed by 1 Mar 2026")
    }

    @Test("They change no state: a clause stands by its attestation alone")
    func state() throws {
        let bad = TestSchool(Self.child).with(
            .linkedPolicies, ["policy": "behaviour", "refers_to_cksw": "no"]
        )
        .with(Rows.attested("AIM-8", "2025-10-01"))
        let facts = try bad.facts()
        let day = Written.day("2025-11-10")
        let ledger = PolicyLedger(
            allDuties(facts, on: day, under: County.pack), facts, on: day, under: County.pack)
        #expect(ledger.lines.first { $0.clause.id == "AIM-8" }?.state == .met)
    }
}

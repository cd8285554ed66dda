import Domain
import Exchange
import Support
import Testing

@Suite struct BundlePlanTests {
    private func stored(_ bundle: SmallBundle = SmallBundle()) throws -> RecordTable {
        var table = RecordTable()
        table.apply(try bundle.plan().changes)
        return table
    }

    @Test("The same bundle again changes nothing, replacing or not", arguments: [false, true])
    func again(replace: Bool) throws {
        let plan = try SmallBundle().plan(over: stored(), replace: replace)
        #expect(plan.changesNothing)
        #expect(plan.summary == ["nothing changed: 10 rows: 0 new, 0 changed, 10 the same"])
    }

    @Test("What the bundle lacks stays; a known key is changed; marks are laid over the store's")
    func over() throws {
        var bundle = SmallBundle()
        bundle.files["pupils.csv"]?.replace("Birch", with: "Beech")
        bundle.files["staff.csv"] = nil
        bundle.files["attendance.csv"] =
            "pupil,date,am\nK001,2026-10-02,I\nK001,2026-10-05,/\n"
        let old = try stored()
        let plan = try bundle.plan(over: old)
        #expect(plan.counts[.pupils] == BundlePlan.Counts(added: 0, changed: 1, same: 1))
        #expect(plan.changed == [RecordKey(kind: .pupils, parts: ["K002"])])
        #expect(plan.counts[.staff] == nil)
        #expect(
            plan.counts[.attendance] == BundlePlan.Counts(added: 1, changed: 1, same: 0))
        #expect(plan.command.seen.count == 1)
        #expect(
            plan.listing == [
                "new: attendance.csv: K001 2026-27: 1 row", "changed: pupils.csv: K002",
                "changed: attendance.csv: K001 2026-27: 1 row",
            ])
        var new = old
        new.apply(plan.changes)
        let marks = try #require(new.marks(of: PupilRef("K001"), in: AcademicYear(start: 2026)))
        #expect(
            marks.records(of: PupilRef("K001")).map { $0.values.dropFirst().joined(separator: " ") }
                == [#"2026-10-01 / \ "#, "2026-10-02 I  ", "2026-10-05 /  "])
    }

    @Test("A replacing import ends what the bundle lacks, children after what names them")
    func replace() throws {
        var bundle = SmallBundle()
        bundle.files["status.csv"] = nil
        bundle.files["funding.csv"] = nil
        bundle.files["pupils.csv"]?.replace(
            "K001,Ash,Mia,2019-01-02,2,2024-09-02,B801200005001\n", with: "")
        bundle.files["attendance.csv"] = "pupil,date,am\nK002,2026-10-01,/\n"
        let plan = try bundle.plan(over: stored(), replace: true)
        #expect(
            plan.ended.map(\.description) == [
                "K001", "K001 CLA 2025-01-10", "K002 CP 2025-02-01", "E1", "E2",
            ])
        #expect(
            plan.counts[.attendance] == BundlePlan.Counts(added: 1, changed: 0, same: 0, ended: 2))
        #expect(plan.changes.last == .remove(RecordKey(kind: .pupils, parts: ["K001"])))
        #expect(plan.summary.contains("ends: attendance.csv: K001 2026-27: 2 rows"))
        #expect(plan.summary.contains("ends: status.csv: K001 CLA 2025-01-10"))
        var table = try stored()
        table.apply(plan.changes)
        #expect(table.markedYears().map(\.pupil) == [PupilRef("K002")])
        #expect(try bundle.plan(over: table, replace: true).changesNothing)
    }

    @Test("A replacing import refuses what would dangle, and a folder without a file")
    func replaceRefusals() throws {
        var bundle = SmallBundle()
        bundle.files["pupils.csv"] = nil
        let old = try stored()
        #expect(try bundle.faults(over: old) == nil)
        #expect(throws: BundleRefusal.self) { try bundle.plan(over: old, replace: true) }
        bundle.files = [:]
        #expect(throws: BundleRefusal.self) { try bundle.plan(over: old) }
        #expect(throws: BundleRefusal.self) { try bundle.plan(over: old, replace: true) }
    }

    @Test("References and terms are checked against the store as it will be")
    func crossChecks() throws {
        var old = try stored()
        var bundle = SmallBundle()
        bundle.files = ["status.csv": "pupil,status,from\nK002,PLA,2026-01-01\n"]
        #expect(try bundle.faults(over: old) == nil)
        bundle.files = [
            "terms.csv": "academic_year,term,start,end\n2026-27,autumn,2026-09-01,2026-12-18\n"
        ]
        old.apply(try bundle.plan().changes)
        bundle.files = [
            "terms.csv": "academic_year,term,start,end\n2026-27,spring,2026-12-18,2027-03-25\n"
        ]
        #expect(
            try bundle.faults(over: old)
                == ["terms.csv:2: start: makes the term overlap 2026-27 autumn: 2026-12-18"])
    }

    @Test("A commitment cannot become something else while a spend of the store settles it")
    func settledCommitment() throws {
        var bundle = SmallBundle()
        bundle.files = [
            "funding.csv": """
            entry_id,fund_id,pupil,kind,on,amount,what
            E1,F1,K001,allocation,2026-09-20,10.00,Books
            """
        ]
        #expect(
            try bundle.faults(over: stored()) == [
                "funding.csv:2: kind: is settled by entry E2 as a commitment of fund F1: allocation"
            ])
    }
}

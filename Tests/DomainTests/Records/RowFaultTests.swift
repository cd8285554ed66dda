import Domain
import Support
import Testing

/// "Also bad data" of the bundle's description, within one row.
struct RowFaultTests {
    struct Example: Sendable {
        let row: StatedRow
        let column: String
        let problem: String
        init(_ row: StatedRow, _ column: String, _ problem: String) {
            (self.row, self.column, self.problem) = (row, column, problem)
        }
    }

    private static let status = ["pupil": "K1", "status": "CLA"] as [String: String]

    private static func pupil(born: String, admitted: String, left: String? = nil) -> StatedRow {
        StatedRow(
            .pupils,
            [
                "pupil": "K1", "surname": "B", "forename": "A", "born": born, "year_group": "R",
                "admitted": admitted, "left": left,
            ])
    }

    private static func pep(
        planned: String? = nil, held: String? = nil, cancelled: String? = nil,
        completed: String? = nil, sent: String? = nil, returned: String? = nil
    ) -> StatedRow {
        StatedRow(
            .peps,
            [
                "pep_id": "P1", "pupil": "K1", "planned_for": planned, "held_on": held,
                "cancelled": cancelled, "completed_on": completed, "sent_on": sent,
                "returned_on": returned,
            ])
    }

    private static func suspension(
        _ kind: String, days: String? = nil, reasons: String? = nil, to: String? = nil
    ) -> StatedRow {
        StatedRow(
            .suspensions,
            [
                "suspension_id": "X1", "pupil": "K1", "kind": kind, "decided_on": "2025-11-03",
                "from": "2025-11-03", "days": days, "reasons": reasons, "to": to,
            ])
    }

    @Test(
        "A row whose columns contradict each other is refused at the column that does",
        arguments: [
            Example(
                StatedRow(
                    .status,
                    ["pupil": "K1", "status": "CLA", "from": "2025-09-10", "to": "2025-09-09"]),
                "to", "is before from"),
            Example(
                StatedRow(
                    .closures, ["from": "2025-10-31", "to": "2025-10-27", "kind": "half-term"]),
                "to", "is before from"),
            Example(
                StatedRow(
                    .terms,
                    [
                        "academic_year": "2025-26", "term": "autumn", "start": "2025-12-19",
                        "end": "2025-09-01",
                    ]), "end", "is before start"),
            Example(
                pep(planned: "2025-11-03", sent: "2025-11-10"), "sent_on",
                "stands without held_on"),
            Example(
                pep(held: "2025-11-03", returned: "2025-11-10"), "returned_on",
                "stands without sent_on"),
            Example(
                suspension("permanent", days: "1.0"), "days", "stands with a permanent exclusion"),
            Example(suspension("suspension"), "days", "is missing"),
            Example(suspension("lunchtime"), "days", "is missing"),
            Example(
                suspension("separation", reasons: "DB;PP;PA;TH"), "reasons",
                "names more than three reasons"),
            Example(
                suspension("separation", to: "2025-10-31"), "to", "is before from"),
            Example(
                pupil(born: "2018-05-04", admitted: "2023-09-01", left: "2023-08-31"), "left",
                "is before admitted"),
            Example(
                pupil(born: "2023-09-02", admitted: "2023-09-01"), "admitted", "is before born"),
            Example(
                pep(planned: "2025-09-22", completed: "2025-09-30"), "completed_on",
                "stands without held_on"),
            Example(
                pep(), "planned_for",
                "is missing, as is held_on; a PEP that is not cancelled needs one of them"),
            Example(
                pep(cancelled: "no"), "planned_for",
                "is missing, as is held_on; a PEP that is not cancelled needs one of them"),
        ])
    func refused(_ example: Example) {
        let faults = #expect(throws: RecordFaults.self) { try example.row.record() }?.faults
        #expect(faults?.map(\.column) == [example.column])
        #expect(faults?.map(\.problem) == [example.problem])
    }

    @Test(
        "A row of one day, or a cancelled PEP without a date, is good",
        arguments: [
            StatedRow(
                .status, ["pupil": "K1", "status": "CP", "from": "2025-09-10", "to": "2025-09-10"]),
            pupil(born: "2023-09-01", admitted: "2023-09-01", left: "2023-09-01"),
            pep(cancelled: "yes"), pep(held: "2025-09-22", completed: "2025-09-22"),
        ])
    func good(_ row: StatedRow) throws { _ = try row.record() }

    @Test("Every fault of a row is named at once: what is missing, unknown and wrong")
    func allFaults() {
        let row = StatedRow(
            .pupils,
            [
                "pupil": "K 1", "forename": "A", "born": "4 May 2018", "year_group": "14",
                "admitted": "2023-09-01", "shoe_size": "28",
            ])
        let faults = #expect(throws: RecordFaults.self) { try row.record() }?.faults
        #expect(
            faults?.map { "\($0.column) \($0.problem): \($0.found)" } == [
                "shoe_size is no column here: 28",
                "pupil is not a reference of 1 to 20 letters, digits and -: K 1",
                "surname is missing: ", "born is not a date like 2026-11-23: 4 May 2018",
                "year_group is none of N1, N2, R, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13: 14",
            ])
    }
}

import Domain
import Exchange
import Support
import Testing

/// What is wrong between a record and the others of the school.
struct CrossFaultTests {
    private static let rows =
        TestChild("K001").pep("P1", held: "2025-09-22").target("T1").rows + County.terms + [
            StatedRow(
                .staff,
                [
                    "staff": "S01", "name": "Grace Bell", "post": "Teacher", "teaching": "yes",
                    "qts": "yes", "leadership": "no", "from": "2015-09-01",
                ]),
            fund("F1"), fund("F2"), entry("E1", "F1", "commitment"), entry("E2", "F1", "spend"),
        ]

    private static func fund(_ id: String) -> StatedRow {
        StatedRow(
            .funds,
            [
                "fund_id": id, "name": id, "kind": "other", "financial_year": "2025-26",
                "managed_by": "school",
            ])
    }

    private static func entry(
        _ id: String, _ fund: String, _ kind: String, commitment: String? = nil,
        target: String? = nil, pupil: String? = nil
    ) -> StatedRow {
        StatedRow(
            .funding,
            [
                "entry_id": id, "fund_id": fund, "pupil": pupil, "kind": kind, "on": "2025-10-01",
                "amount": "10.00", "commitment": commitment, "target_id": target, "what": "Books",
            ])
    }

    private static func marks(_ date: String, _ am: String, _ pm: String) -> StatedRow {
        StatedRow(.attendance, ["pupil": "K001", "date": date, "am": am, "pm": pm])
    }

    private func faults(_ row: StatedRow) throws -> [String] {
        var table = RecordTable()
        table.apply(try Self.rows.map { .put(try $0.record()) })
        return try row.record().faults(in: table, codes: County.pack.codes)
            .map { "\($0.column) \($0.problem): \($0.found)" }
    }

    @Test(
        "A record that does not fit the others is refused at its column",
        arguments: [
            (
                StatedRow(.status, ["pupil": "K999", "status": "CIN", "from": "2025-09-01"]),
                "pupil is no pupil on record: K999"
            ),
            (
                StatedRow(
                    .adults,
                    ["pupil": "K001", "staff": "S99", "kind": "key-adult", "from": "2025-09-01"]),
                "staff is no member of staff on record: S99"
            ),
            (
                StatedRow(.pepPeople, ["pep_id": "P9", "role": "carer", "name": "A carer"]),
                "pep_id is no PEP on record: P9"
            ),
            (entry("E9", "F9", "allocation"), "fund_id is no fund on record: F9"),
            (
                entry("E9", "F1", "spend", commitment: "E7"),
                "commitment is no entry on record: E7"
            ),
            (
                entry("E9", "F1", "spend", commitment: "E2"),
                "commitment is no commitment of fund F1: E2"
            ),
            (
                entry("E9", "F2", "spend", commitment: "E1"),
                "commitment is no commitment of fund F2: E1"
            ),
            (
                entry("E9", "F1", "spend", target: "T9"),
                "target_id is no target on record: T9"
            ),
            (
                entry("E9", "F1", "allocation", pupil: "K002"),
                "pupil is no pupil on record: K002"
            ),
            (
                County.term("2027-28", "autumn", "2027-07-21", "2027-12-17"),
                "start makes the term overlap 2026-27 summer: 2027-07-21"
            ),
            (marks("2025-09-02", "/", "Y"), "pm is no register code on 2025-09-02: Y"),
            (marks("2024-08-18", "C1", "\\"), "am is no register code on 2024-08-18: C1"),
            (marks("2024-08-19", "H", "\\"), "am is no register code on 2024-08-19: H"),
            (marks("2025-09-02", "A", "\\"), "am is no register code: A"),
        ])
    func refused(_ row: StatedRow, _ fault: String) throws { #expect(try faults(row) == [fault]) }

    @Test(
        "A record that fits is good",
        arguments: [
            entry("E9", "F1", "spend", commitment: "E1", target: "T1", pupil: "K001"),
            County.term("2027-28", "autumn", "2027-07-22", "2027-12-17"),
            // A term in its own place is no overlap with itself.
            County.term("2026-27", "summer", "2027-04-13", "2027-07-21"),
            marks("2024-08-18", "H", "J"), marks("2024-08-19", "C1", "Y7"),
            marks("2025-09-02", "", ""),
        ])
    func good(_ row: StatedRow) throws { #expect(try faults(row).isEmpty) }

    @Test("Every reference of every kind names a kind whose key is one column")
    func references() {
        for kind in RecordKind.allCases {
            for column in kind.schema.columns {
                guard let target = column.reference else { continue }
                #expect(target.schema.keyColumns.count == 1, "\(kind.file) \(column.name)")
            }
        }
    }
}

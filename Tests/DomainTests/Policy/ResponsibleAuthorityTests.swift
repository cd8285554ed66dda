import Domain
import Support
import Testing

/// The authority that is responsible for a child: the one that looks after it, else the school's.
struct ResponsibleAuthorityTests {
    private func row(
        _ status: String, _ from: String, to: String? = nil, _ authority: String?
    ) -> StatedRow {
        StatedRow(
            .status,
            [
                "pupil": "K001", "status": status, "from": from, "to": to,
                "legal_status": status == "CLA" ? "C2" : nil, "local_authority": authority,
            ])
    }

    private func authority(
        _ rows: [StatedRow], on day: String, school: Bool = true
    ) throws -> String? {
        var built = rows.reduce(TestSchool(TestChild())) { $0.with($1) }
        if school { built = built.with(Rows.school("primary", authority: "Northmarsh")) }
        let facts = try built.facts()
        return try #require(facts.pupils[PupilRef("K001")])
            .authority(on: Written.day(day), of: facts.school)
    }

    @Test(
        "It is that of the CLA row of the day, and the school's before and after",
        arguments: [
            ("2025-09-30", "Northmarsh"), ("2025-10-01", "Lancashire"),
            ("2025-12-31", "Lancashire"), ("2026-01-01", "St Helens"),
            ("2026-03-31", "St Helens"), ("2026-04-01", "Northmarsh"),
        ])
    func days(_ day: String, _ expected: String) throws {
        let rows = [
            row("CLA", "2025-10-01", to: "2025-12-31", "Lancashire"),
            row("CLA", "2026-01-01", to: "2026-03-31", "St Helens"),
        ]
        #expect(try authority(rows, on: day) == expected)
    }

    @Test("Of several that hold it is the latest begun that names one")
    func several() throws {
        let rows = [
            row("CLA", "2025-10-01", "Lancashire"), row("CLA", "2025-11-01", "St Helens"),
            row("CLA", "2025-12-01", nil),
        ]
        #expect(try authority(rows, on: "2025-10-31") == "Lancashire")
        #expect(try authority(rows, on: "2025-11-30") == "St Helens")
        #expect(try authority(rows, on: "2025-12-01") == "St Helens")
        #expect(try authority(rows.reversed(), on: "2025-12-01") == "St Helens")
    }

    @Test("A row that is not CLA says nothing of it", arguments: ["CIN", "CP", "PLA"])
    func otherStatus(_ status: String) throws {
        let rows = [row(status, "2025-10-01", "Lancashire")]
        #expect(try authority(rows, on: "2025-11-01") == "Northmarsh")
    }

    @Test("Where neither row nor school names one there is none")
    func nobody() throws {
        let rows = [row("CLA", "2025-10-01", nil)]
        #expect(try authority(rows, on: "2025-11-01") == "Northmarsh")
        #expect(try authority(rows, on: "2025-11-01", school: false) == nil)
    }
}

import Domain
import Exchange

/// What every invented school of the tests shares: the policy as it ships, and the county's terms
/// (the 2026-27 ones are an example).
public enum County {
    /// The policy pack as it ships.
    public static let pack = PackLoader.builtIn

    public static let terms: [StatedRow] = [
        term("2024-25", "autumn", "2024-09-02", "2024-12-20"),
        term("2024-25", "spring", "2025-01-06", "2025-04-04"),
        term("2024-25", "summer", "2025-04-22", "2025-07-23"),
        term("2025-26", "autumn", "2025-09-01", "2025-12-19"),
        term("2025-26", "spring", "2026-01-05", "2026-03-27"),
        term("2025-26", "summer", "2026-04-13", "2026-07-21"),
        term("2026-27", "autumn", "2026-09-01", "2026-12-18"),
        term("2026-27", "spring", "2027-01-04", "2027-03-25"),
        term("2026-27", "summer", "2027-04-12", "2027-07-21"),
    ]

    public static let halfTerms: [StatedRow] = [
        halfTerm("2024-10-28", "2024-11-01"), halfTerm("2025-02-17", "2025-02-21"),
        halfTerm("2025-05-26", "2025-05-30"), halfTerm("2025-10-27", "2025-10-31"),
        halfTerm("2026-02-16", "2026-02-20"), halfTerm("2026-05-25", "2026-05-29"),
        halfTerm("2026-10-26", "2026-10-30"), halfTerm("2027-02-15", "2027-02-19"),
        halfTerm("2027-05-31", "2027-06-04"),
    ]

    /// The county's calendar; empty, so that every test of it fails, where the pack does not load.
    public static let calendar = SchoolCalendar(
        records: (try? (terms + halfTerms).map { try $0.record() }) ?? [],
        bankHolidays: pack.bankHolidays)

    public static func term(_ year: String, _ name: String, _ start: String, _ end: String)
        -> StatedRow
    {
        StatedRow(.terms, ["academic_year": year, "term": name, "start": start, "end": end])
    }

    public static func halfTerm(_ from: String, _ to: String) -> StatedRow {
        StatedRow(.closures, ["from": from, "to": to, "kind": "half-term"])
    }
}

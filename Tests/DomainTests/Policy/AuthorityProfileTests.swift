import Domain
import Support
import Testing

/// Which profile a cell means, and which day it gives a term.
@Suite("An authority's profile")
struct AuthorityProfileTests {
    private static let invented = Provenance(source: "invented", checked: Written.day("2026-11-29"))

    private static let marsh = AuthorityProfile(
        name: "Northmarsh", names: ["North Marsh", "Môrfa Gogledd"],
        cutOffs: [
            .init(.everyYear([.autumn: 1205, .spring: 229]), invented),
            .init(
                .dated(AcademicYear(start: 2026), [.autumn: Written.day("2026-12-04")]), invented),
        ],
        practice: .init(dtReviewCounts: true, invented))

    private func pack(_ authorities: [AuthorityProfile]) throws -> PolicyPack {
        let pack = County.pack
        return try #require(
            PolicyPack(
                name: "Invented", numbers: NumberKey.allCases.map(pack.number),
                clauses: pack.clauses, codes: pack.codes, bankHolidays: [], law: [:],
                authorities: authorities))
    }

    // MARK: Whose it is

    @Test(
        "A cell means an authority whatever its case, accents, spaces and what the council is called",
        arguments: [
            ("Northmarsh", "Northmarsh"), ("northmarsh", "Northmarsh"),
            ("  NORTHMARSH\u{A0} ", "Northmarsh"), ("North  Marsh", "Northmarsh"),
            ("Morfa Gogledd", "Northmarsh"), ("môrfa gogledd council", "Northmarsh"),
            ("Northmarsh County Council", "Northmarsh"), ("Northmarsh City Council", "Northmarsh"),
            ("Northmarsh Council", "Northmarsh"), ("Northmarsh Borough Council", "Northmarsh"),
            ("Northmarsh Metropolitan Borough Council", "Northmarsh"),
            ("Northmarsh LA", "Northmarsh"), ("Northmarsh Local Authority", "Northmarsh"),
            ("St Helens", "St Helens"), ("St. Helens Borough Council", "St Helens"),
            ("SAINT HELENS MBC", "St Helens"), ("Herts", "Hertfordshire"),
            ("Lancs County Council", "Lancashire"), ("Central Beds", "Central Bedfordshire"),
        ])
    func meant(_ cell: String, _ name: String) {
        #expect(County.pack.profile(of: cell).name == name)
        #expect(County.pack.authorities.filter { $0.isMeant(by: cell) }.map(\.name) == [name])
    }

    @Test(
        "Any other cell, an empty one and none have the profile of every other authority",
        arguments: [
            nil, "", " ", "Council", "LA", "County Council", "Northmarshes", "East Northmarsh",
            "Northmarsh Council tax", "Bedfordshire", "Helens", "Northmarshla", "default",
        ] as [String?])
    func other(_ cell: String?) {
        let profile = County.pack.profile(of: cell)
        #expect(profile.isGeneral)
        #expect(profile.signOff == nil && profile.reports == nil && profile.cutOffs.isEmpty)
    }

    @Test("A pack without profiles has an empty one for everybody")
    func none() throws {
        let profile = try pack([]).profile(of: "Northmarsh")
        #expect(profile == AuthorityProfile(name: AuthorityProfile.generalName))
        #expect(profile.parts.isEmpty && !profile.dtReviewCounts)
    }

    @Test("Of two profiles that claim one spelling, the later has it")
    func claimed() throws {
        let fens = AuthorityProfile(name: "Fens", names: ["North Marsh"])
        let pack = try pack([Self.marsh, fens])
        #expect(pack.profile(of: "north marsh") == fens)
        #expect(pack.profile(of: "Northmarsh") == Self.marsh)
    }

    // MARK: Days

    @Test(
        "A cut-off is the day of the term's own year, else the day of every year, else none",
        arguments: [
            (2026, .autumn, "2026-12-04"), (2025, .autumn, "2025-12-05"),
            (2027, .autumn, "2027-12-05"), (2026, .spring, "2027-02-28"),
            (2027, .spring, "2028-02-29"), (2026, .summer, nil), (2025, .summer, nil),
        ] as [(Int, TermName, String?)])
    func cutOff(_ start: Int, _ name: TermName, _ expected: String?) {
        let year = AcademicYear(start: start)
        let term = Term(year: year, name: name, start: year.first, end: year.last)
        #expect(Self.marsh.cutOff(for: term)?.iso == expected)
        #expect((Self.marsh.cutOffs(for: term) == nil) == (expected == nil))
        #expect(AuthorityProfile(name: "Fens").cutOff(for: term) == nil)
    }

    @Test("The list that a cut-off stands in is told with its source")
    func list() {
        let year = AcademicYear(start: 2026)
        func listed(_ name: TermName) -> AcademicYear? {
            Self.marsh.cutOffs(
                for: Term(year: year, name: name, start: year.first, end: year.last))?
                .year
        }
        #expect(listed(.autumn) == year)
        #expect(listed(.spring) == nil)
    }

    @Test(
        "Days are counted from the day after, as school days or as working days",
        arguments: [
            (1, .schoolDays, "2025-11-03", "1 school day"),
            (1, .workingDays, "2025-10-27", "1 working day"),
            (5, .schoolDays, "2025-11-07", "5 school days"),
            (5, .workingDays, "2025-10-31", "5 working days"),
        ] as [(Int, DayCount.Unit, String, String)])
    func count(_ days: Int, _ unit: DayCount.Unit, _ expected: String, _ words: String) {
        let count = DayCount(days, unit)
        // The Friday before half-term.
        let day = count.day(after: Written.day("2025-10-24"), in: County.calendar)
        #expect(day.iso == expected)
        #expect(count.words == words)
    }

    // MARK: One over another

    @Test("A profile laid over another takes the place of its parts, and leaves the rest")
    func laid() {
        let own = AuthorityProfile(
            name: "North Marsh", names: ["The Marsh"],
            cutOffs: [.init(.dated(AcademicYear(start: 2027), [:]), Self.invented)],
            signOff: .init(within: DayCount(3, .schoolDays), by: [], Self.invented))
        let laid = Self.marsh.laid(under: own)
        #expect(laid.name == "North Marsh")
        #expect(laid.names == ["Northmarsh", "Môrfa Gogledd", "The Marsh"])
        #expect(laid.cutOffs == Self.marsh.cutOffs + own.cutOffs)
        #expect(laid.signOff == own.signOff && laid.practice == Self.marsh.practice)
        #expect(laid.laid(under: Self.marsh).cutOffs == laid.cutOffs)
    }

    @Test("Its parts are told in the order of a file")
    func parts() {
        let keys = County.pack.profile(of: "Northmarsh").parts.map { type(of: $0).key }
        #expect(
            keys == [
                "cut-off", "cut-off", "sign-off", "grading", "portal", "report", "pep", "contact",
            ])
    }
}

import Domain
import Exchange
import Testing

@Suite("A pack's authority and its dates")
struct PackAuthorityTests {
    private func pack(_ own: String) throws(PackFault) -> PolicyPack {
        try PackLoader.load(
            national: .england, local: .hertfordshire,
            school: PackLoader.File(name: "own.toml", bytes: Array(own.utf8)))
    }

    private let year = AcademicYear(start: 2026)

    @Test("Hertfordshire's Virtual School and its dates are there, with source and day of check")
    func hertfordshire() throws {
        let pack = PackLoader.builtIn
        #expect(pack.authority?.virtualSchool == "Hertfordshire Virtual School")
        #expect(pack.authority?.telephone == "01992 556915")
        let dates = try #require(pack.dates(of: year))
        #expect(dates.terms[.autumn]?.first.iso == "2026-09-01")
        #expect(dates.halfTerms[.summer]?.last.iso == "2027-06-04")
        #expect(dates.needsCheck)
        #expect(pack.dates(of: AcademicYear(start: 2025))?.needsCheck == true)
        #expect(pack.dates(of: AcademicYear(start: 2024))?.needsCheck == false)
        #expect(pack.dates(of: AcademicYear(start: 2027)) == nil)
    }

    @Test(
        "Every term holds its half-term, and begins and ends on a weekday", arguments: 2024...2026)
    func inOrder(_ start: Int) throws {
        let dates = try #require(
            PackLoader.builtIn.dates(of: AcademicYear(start: start)))
        for name in TermName.allCases {
            let term = try #require(dates.terms[name])
            let half = try #require(dates.halfTerms[name])
            #expect(term.first < half.first && half.last < term.last)
            #expect([term.first, term.last, half.first, half.last].allSatisfy { $0.weekday <= 5 })
        }
    }

    @Test("Another authority does not have the dates of the one below it")
    func other() throws {
        let northmarsh = try PackLoader.load("northmarsh")
        #expect(northmarsh.authority?.name == "Northmarsh")
        #expect(northmarsh.dates(of: year) == nil)
        let school = try pack("name = \"Oak Tree\"")
        #expect(school.authority?.name == "Hertfordshire")
        #expect(school.dates(of: year) != nil)
    }

    @Test(
        "What a table of dates lacks or has too much is told at its key",
        arguments: [
            ("[dates.2027]\n", "dates.2027"), ("[dates.2027-28]\n", "dates.2027-28.autumn"),
            ("[dates.2027-28]\nwinter = 1\n", "dates.2027-28.winter"),
            ("[dates.2027-28]\nautumn = [2027-09-01]\n", "dates.2027-28.autumn"),
            ("[dates.2027-28]\nautumn = [2027-12-17, 2027-09-01]\n", "dates.2027-28.autumn"),
            ("[dates.2027-28]\nautumn = [2026-09-01, 2026-12-18]\n", "dates.2027-28.autumn"),
            ("[authority]\nname = \"A\"\n", "authority.virtual-school"),
            ("[authority]\nfax = \"A\"\n", "authority.fax"),
        ])
    func faults(_ table: String, _ key: String) {
        do throws(PackFault) {
            _ = try pack("name = \"Own\"\n" + table)
            Issue.record("\(table) was taken")
        } catch {
            #expect(error.key == key)
        }
    }
}

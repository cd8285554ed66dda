import Domain
import Support
import Testing
import ViewModels

@testable import Terminal

@Suite("Pages of the year, in full")
struct PagesOfYearTests {
    private static let today = PagesOfSchool.day("2027-06-14")

    private static func session(_ name: PageName) throws -> Session {
        var school = try SchoolBuilder()
        try school.child("K1", "Zoë", "Quinn", status: "CP")
        try school.child("K2", "Sam", "Field", status: "CLA", since: "2024-01-08")
        try school.pep("P1", of: "K2", planned: "2027-06-24")
        let pack = Packs.builtIn
        let facts = school.facts(under: pack)
        let model = Model(
            facts: facts, roster: facts.pupils.values.map(\.pupil), today: today, pack: pack,
            person: Person(
                login: "x", name: "A Khan", roles: [.designatedTeacher], isKeeper: false),
            actions: ActionCatalogue.keys)
        return Session(model, first: name)
    }

    /// Played once: it takes seconds.
    private static let played = Result {
        try session(.year).toRehearse?.played { true }
    }

    private func text(_ name: PageName, _ columns: Int, _ rows: Int) throws -> String {
        var session = try Self.session(name)
        session.show(year: try #require(try Self.played.get()))
        return frame(of: session.page(size: Size(columns: columns, rows: rows)), columns, rows).text
    }

    @Test("The year while it is worked out, at 80x24")
    func working80() throws {
        let shown = frame(
            of: try Self.session(.year).page(size: Size(columns: 80, rows: 24)), 80, 24
        ).text
        let screen = #"""
             Larkfield Infant School · A Khan, DT                     the year · Mon 14 Jun
             Dates are on record. The rest of the year is being worked out.

             1 Weeks · 12
             Week   Dates Minutes PEPs Reviews Calls Records Training Reports Other
            ▸14 Jun     ·
             21 Jun     2
             28 Jun     ·
             5 Jul      ·
             12 Jul     ·
             19 Jul    21
             26 Jul     ·                                                           holiday
             2 Aug      ·                                                           holiday
             9 Aug      ·                                                           holiday
             16 Aug     ·                                                           holiday
             23 Aug     ·                                                           holiday
             30 Aug     1                                                           holiday




            ────────────────────────────────────────────────────────────────────────────────
             Week of Mon 14 Jun 2027: 5 school days; 0 dates on record.
             ⏎ open  w why  / filter  : go to  u undo  c log call        ? all keys  q quit
            """#
        #expect(shown == screen)
    }

    @Test("The year at 80x24")
    func year80() throws {
        let screen = #"""
             Larkfield Infant School · A Khan, DT                     the year · Mon 14 Jun
             Dates are on record; the rest is rehearsed to Tue 31 Aug 2027.
             79 tasks, 1970 minutes. Fullest weeks: 14 Jun, 19 Jul, 21 Jun.

             0 Minutes a week, as rehearsed
                   Jun Jul Aug
              950  #    #
              760  #    #
              570  #    #
              380  #    #
              190  #### #
                   ^^───^

             1 Weeks · 12
             Week   Dates Minutes PEPs Reviews Calls Records Training Reports Other
            ▸14 Jun     ·     920    ·       4     4      31        9       ·     · peak
             21 Jun     2     130    1       ·     1       1        ·       ·     1 peak
             28 Jun     ·      20    ·       ·     2       ·        ·       ·     ·
             5 Jul      ·      60    ·       ·     ·       3        ·       ·     1
            ─────────────────────────────────────────────────────────────────── more below ─
             Week of Mon 14 Jun 2027: 5 school days, one of the fullest; 0 dates on record.
             Rehearsed 920 minutes: 4 reviews, 4 calls, 31 records, 9 for training and
             reading.
             ⏎ open  w why  / filter  : go to  u undo  c log call        ? all keys  q quit
            """#
        let shown = try text(.year, 80, 24)
        #expect(shown == screen)
    }

    @Test("The year at 120x40")
    func year120() throws {
        let screen = #"""
             Larkfield Infant School · A Khan, Designated Teacher                                the year by week · Mon 14 Jun 2027
             Dates are on record; the rest is rehearsed to Tue 31 Aug 2027.
             79 tasks, 1970 minutes. Fullest weeks: 14 Jun, 19 Jul, 21 Jun.

             0 Minutes a week, as rehearsed
                   Jun Jul Aug
              950  #    #
              760  #    #
              570  #    #
              380  #    #
              190  #### #
                   ^^───^

             1 Weeks · 12
             Week    Dates  Minutes  PEPs  Reviews  Calls  Records  Training  Reports  Other
            ▸14 Jun      ·      920     ·        4      4       31         9        ·      ·  peak
             21 Jun      2      130     1        ·      1        1         ·        ·      1  peak
             28 Jun      ·       20     ·        ·      2        ·         ·        ·      ·
             5 Jul       ·       60     ·        ·      ·        3         ·        ·      1
             12 Jul      ·        ·     ·        ·      ·        ·         ·        ·      ·
             19 Jul     21      840     1        5      1        8         1        3      2  peak
             26 Jul      ·        ·     ·        ·      ·        ·         ·        ·      ·  holiday
             2 Aug       ·        ·     ·        ·      ·        ·         ·        ·      ·  holiday
             9 Aug       ·        ·     ·        ·      ·        ·         ·        ·      ·  holiday
             16 Aug      ·        ·     ·        ·      ·        ·         ·        ·      ·  holiday
             23 Aug      ·        ·     ·        ·      ·        ·         ·        ·      ·  holiday
             30 Aug      1        ·     ·        ·      ·        ·         ·        ·      ·  holiday









            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Week of Mon 14 Jun 2027: 5 school days, one of the fullest; 0 dates on record.
             Rehearsed 920 minutes: 4 reviews, 4 calls, 31 records, 9 for training and reading.
             ⏎ open  w why  / filter  : go to  u undo  c log call  p plan PEP  t add target  s begin status      ? all keys  q quit
            """#
        let shown = try text(.year, 120, 40)
        #expect(shown == screen)
    }

    @Test("The year at 60x20 keeps whole figures, and says how the week is")
    func year60() throws {
        let shown = try text(.year, 60, 20)
        #expect(shown.contains("▸14 Jun"))
        #expect(shown.contains("Week of Mon 14 Jun 2027: 5 school days"))
    }

    @Test("A week at 80x24")
    func week80() throws {
        let screen = #"""
             Larkfield Infant School · A Khan, DT               week of 21 Jun · Mon 14 Jun
             5 school days, one of the fullest; 2 dates on record; rehearsed 130 minutes.

             0 On record · 2
             Day         Who                   What
            ▸Thu 24 Jun  Sam Field             PEP meeting planned                         p
             Thu 24 Jun  Sam Field             ▲ due: The right people at the PEP          p

             1 Rehearsed, each on its last comfortable day · 4
             Day         Who              What                                    Minutes
             Thu 24 Jun  Sam Field        The right people at the PEP                  15  p
             Thu 24 Jun  Sam Field        PEP held this term                           90  p
             Thu 24 Jun  Sam Field        Attendance this year                         15
             Fri 25 Jun  Sam Field        Home told of a concern                       10









             ⏎ open  w why  / filter  : go to  u undo  c log call        ? all keys  q quit
            """#
        let shown = try text(.year(week: PagesOfSchool.day("2027-06-21")), 80, 24)
        #expect(shown == screen)
    }

    @Test("A week at 120x40")
    func week120() throws {
        let screen = #"""
             Larkfield Infant School · A Khan, Designated Teacher                                  week of 21 Jun · Mon 14 Jun 2027
             5 school days, one of the fullest; 2 dates on record; rehearsed 130 minutes.

             0 On record · 2
             Day         Who                             What
            ▸Thu 24 Jun  Sam Field                       PEP meeting planned                                                       p
             Thu 24 Jun  Sam Field                       ▲ due: The right people at the PEP                                        p

             1 Rehearsed, each on its last comfortable day · 4
             Day         Who                     What                                                        Work         Minutes
             Thu 24 Jun  Sam Field               The right people at the PEP                                 PEP record        15  p
             Thu 24 Jun  Sam Field               PEP held this term                                          PEP meeting       90  p
             Thu 24 Jun  Sam Field               Attendance this year                                        decision          15
             Fri 25 Jun  Sam Field               Home told of a concern                                      call              10

























             ⏎ open  w why  / filter  : go to  u undo  c log call  p plan PEP  t add target  s begin status      ? all keys  q quit
            """#
        let shown = try text(.year(week: PagesOfSchool.day("2027-06-21")), 120, 40)
        #expect(shown == screen)
    }
}

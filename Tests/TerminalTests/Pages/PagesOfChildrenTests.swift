import Domain
import Support
import Testing
import ViewModels

@testable import Terminal

@Suite("Pages of children, in full")
struct PagesOfChildrenTests {
    @Test("At 80x24 the glance holds twelve children")
    func glance80() throws {
        let shown = try PagesOfSchool.text(.glance, .dsl, 80, 24)
        let screen = #"""
             Larkfield Infant School · M Osei, DSL                 glance · Mon 23 Nov 2026
             4 CP · 5 CIN · 3 CLA       NOT KNOWN: 2   In now: 10   Not in, reason known: 0

             0 Today · 12
                Child             Plan      Now  Last 10 days          Told  Next
            ▸!  Bea Ashworth      CP 82d    N·   /\/\/\/\/\/\/\/\/\/\  !!·   Rep by 30 Nov ▲
             ✓  Eve Hart          CP 14d    /·   /\/\/\/\/\/\/\/\/\/\  ···   CG by 23 Nov ▲
             ✓  Leo Marsh         CP 193d   /·   /\/\/\/\/\/\/\/\/\/\  ···   CG 5/26 !
             ✓  Zoë Quinn         CP 315d   /·   /\/\/\/\/\/\/\/\/\/\  ···   CG 1/26 !
             !  Max Ibe           CIN 53d   ··   /\/\/\/\/\/\/\/\/\/\  ···   CIN by 1 Jan ·
             ✓  Ned Carver        CIN 265d  /·   /\/\/\/\/\/\/\/\/\/\  ···   CIN 6/26 !
             ✓  Tom Finch         CIN 154d  /·   /\/\/\/\/\/\/\/\/\/\  ···   CIN 22 Sep !
             ✓  Ada Lark          CIN 434d  /·   /\/\/\/\/\/\/\/\/\/\  ···   CIN 12/25 !
             ✓  Ivy Okafor        CIN 63d   /·   /\/\/\/\/\/\/\/\/\/\  ···   CIN by 21 Dec ·
             ✓  Tomi Adeyemi      CLA 910d  /·   /\/\/\/\/\/\/\/\/\/\  ···   LAC not known
             ✓  Ayò Daniels       CLA 7d    /·   /\/\/\/\/\/\/\/\/\/\  ···   LAC by 14 Dec ▲
             ✓  Sam Field         CLA 200d  /·   /\/\/\/\/\/\/\/\/\/\  ···   LAC 6/26 !
             RC review conference · CG core group · CIN child in need review
             LAC looked-after review · Rep our report
            ─────────────────────────────────────────────────────────────────── more below ─
             Bea Ashworth · Year 1 Oak · CP since 2 Sep 2026 · key adult A Khan
             Parent: L Ashworth 07700 900123
             Told: home no, social worker no · Rep by 30 Nov ▲ · RC 3 Dec ▲ · CG 15 Dec ·
             ⏎ open  w why  / filter  : go to  u undo  F10 blank         ? all keys  q quit
            """#
        #expect(shown == screen)
    }

    @Test("At 120x40 each appointment has its column")
    func glance120() throws {
        let shown = try PagesOfSchool.text(.glance, .dsl, 120, 40)
        let screen = #"""
             Larkfield Infant School · M Osei, DSL                                                         glance · Mon 23 Nov 2026
             4 CP · 5 CIN · 3 CLA                                               NOT KNOWN: 2   In now: 10   Not in, reason known: 0

             0 Today · 12
               Child          Plan     Now Last 10 days         Told Next            Conf.     Core g.   Review    Report       Year
            ▸! Bea Ashworth   CP 82d   N·  /\/\/\/\/\/\/\/\/\/\ !!·  Rep by 30 Nov ▲ 3 Dec ▲   15 Dec ·            30 Nov ▲  96.7%
             ✓ Eve Hart       CP 14d   /·  /\/\/\/\/\/\/\/\/\/\ ···  CG by 23 Nov ▲  9 Feb ·   23 Nov ▲                     100.0%
             ✓ Leo Marsh      CP 193d  /·  /\/\/\/\/\/\/\/\/\/\ ···  CG 5/26 !       8/26 !    5/26 !                       100.0%
             ✓ Zoë Quinn      CP 315d  /·  /\/\/\/\/\/\/\/\/\/\ ···  CG 1/26 !       4/26 !    1/26 !                       100.0%
             ! Max Ibe        CIN 53d  ··  /\/\/\/\/\/\/\/\/\/\ ···  CIN by 1 Jan ·                      1 Jan ·            100.0%
             ✓ Ned Carver     CIN 265d /·  /\/\/\/\/\/\/\/\/\/\ ···  CIN 6/26 !                          6/26 !             100.0%
             ✓ Tom Finch      CIN 154d /·  /\/\/\/\/\/\/\/\/\/\ ···  CIN 22 Sep !                        22 Sep !           100.0%
             ✓ Ada Lark       CIN 434d /·  /\/\/\/\/\/\/\/\/\/\ ···  CIN 12/25 !                         12/25 !            100.0%
             ✓ Ivy Okafor     CIN 63d  /·  /\/\/\/\/\/\/\/\/\/\ ···  CIN by 21 Dec ·                     21 Dec ·           100.0%
             ✓ Tomi Adeyemi   CLA 910d /·  /\/\/\/\/\/\/\/\/\/\ ···  LAC not known                       not known          100.0%
             ✓ Ayò Daniels    CLA 7d   /·  /\/\/\/\/\/\/\/\/\/\ ···  LAC by 14 Dec ▲                     14 Dec ▲           100.0%
             ✓ Sam Field      CLA 200d /·  /\/\/\/\/\/\/\/\/\/\ ···  LAC 6/26 !                          6/26 !             100.0%
             RC review conference · CG core group · CIN child in need review
             LAC looked-after review · Rep our report
             Told, in this order: home, social worker, Virtual School















            ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
             Bea Ashworth · Year 1 Oak · CP since 2 Sep 2026 · key adult A Khan
             Parent: L Ashworth 07700 900123
             Told: home no, social worker no · Rep by 30 Nov ▲ · RC 3 Dec ▲ · CG 15 Dec ·
             ⏎ open  w why  / filter  : go to  u undo  F10 blank                                                 ? all keys  q quit
            """#
        #expect(shown == screen)
    }

    @Test("At 80x24 what is owed to a child has the screen; the year stands below")
    func pupil80() throws {
        let shown = try PagesOfSchool.text(.pupil(PupilRef("K10")), .designatedTeacher, 80, 24)
        let screen = #"""
             Bea Ashworth · Year 1 Oak · CP                                      Mon 23 Nov
             Born 3 May 2020 · key adult A Khan · attendance 96.7%

             0 Duties · 27 · !7 ▲3
                Duty                Why                                              When
             ── Overdue ────────────────────────────────────────────────────────────────────
            ▸!  Needs profile wri…  No needs profile yet                     43 days late
             !  Social worker con…  Social worker: no call since 2 Sep       23 days late
             !  PEP signed off      (3) PEP of 5 Oct not signed off          20 days late
             !  Contact details c…  Contact details not checked              16 days late
             !  Same-day calls ab…  Absent today: no reason yet                     today
             ── Due soon ───────────────────────────────────────────────────────────────────
             ▲  A reason for ever…  No reason for Mon 23 Nov (N)           due Mon 30 Nov
             ▲  Report before the…  Conference report by Mon 30 Nov        due Mon 30 Nov
             ▲  Child protection …  First review conference by Wed 2 Dec    due Wed 2 Dec
             ── To come ────────────────────────────────────────────────────────────────────
             ·  Check in class th…  No class visit yet this term           due Fri 18 Dec
             ·  Planned together …  No planning with the DSL yet           due Fri 18 Dec
             ·  Three sources of …  Progress: sources still missing        due Fri 18 Dec
             ·  Progress judged t…  Progress not judged yet this term      due Fri 18 Dec
            ─────────────────────────────────────────────────────────────────── more below ─
             ! No needs profile is written yet; due by Wed 16 Sep.                    AIM-1
             Write the needs profile
             ⏎ open  → unfold  w why  / filter  : go to  u undo          ? all keys  q quit
            """#
        #expect(shown == screen)
    }

    @Test("At 120x40 all that is open stands on one screen")
    func pupil120() throws {
        let shown = try PagesOfSchool.text(.pupil(PupilRef("K10")), .designatedTeacher, 120, 40)
        let screen = #"""
             Bea Ashworth · Year 1 Oak · CP                                                                         Mon 23 Nov 2026
             Born 3 May 2020 · admitted 2 Sep 2024 · key adult A Khan · attendance 96.7%

             0 Duties · 27 · !7 ▲3
                Duty                             Why                                                                         When
             ── Overdue ────────────────────────────────────────────────────────────────────────────────────────────────────────────
            ▸!  Needs profile written            No needs profile yet                                                43 days late
             !  Social worker contacted          Social worker: no call since 2 Sep                                  23 days late
             !  PEP signed off                   (3) PEP of 5 Oct not signed off                                     20 days late
             !  Contact details checked          Contact details not checked                                         16 days late
             !  Same-day calls about an absence  Absent today: no reason yet                                                today
             ── Due soon ───────────────────────────────────────────────────────────────────────────────────────────────────────────
             ▲  A reason for every absence       No reason for Mon 23 Nov (N)                                      due Mon 30 Nov
             ▲  Report before the conference     Conference report by Mon 30 Nov                                   due Mon 30 Nov
             ▲  Child protection plan reviewed   First review conference by Wed 2 Dec                               due Wed 2 Dec
             ── To come ────────────────────────────────────────────────────────────────────────────────────────────────────────────
             ·  Check in class this term         No class visit yet this term                                      due Fri 18 Dec
             ·  Planned together with the DSL    No planning with the DSL yet                                      due Fri 18 Dec
             ·  Three sources of progress        Progress: sources still missing                                   due Fri 18 Dec
             ·  Progress judged this term        Progress not judged yet this term                                 due Fri 18 Dec
             ·  Support decided this term        No support decided yet this term                                  due Fri 18 Dec
             ·  Core group meets in time         Core group by 22 Dec                                              due Tue 22 Dec
             ·  Three PEPs this year             1 of 3 PEPs held this year                                        due Wed 21 Jul
             ·  Position of responsibility       Post of responsibility by 21 Jul                                  due Wed 21 Jul
            """#
        #expect(shown.hasPrefix(screen))
        #expect(!shown.contains("The year 2026-27"))
    }

    @Test(
        "At 80x24 and at 120x40 a PEP's steps and its self-check stand together",
        arguments: [(80, 24), (120, 40)])
    func pep(columns: Int, rows: Int) throws {
        let shown = try PagesOfSchool.text(.pep("P1"), .designatedTeacher, columns, rows)
        for words in [
            "Held, to sign off",
            "planned ✓ · invited – · held 5 Oct ✓ · written – · sent – · graded –",
            "The child's own words", "nothing that the child said", "no target yet",
            "Home and case worker", "Day of the next PEP",
        ] {
            #expect(shown.contains(words), "\(words)")
        }
    }

    @Test("Line by line each point of a PEP's self-check is said in words")
    func spokenPEP() throws {
        let page = try PagesOfSchool.page(
            .pep("P1"), .designatedTeacher, Size(columns: 80, rows: 24))
        let lines = LinearRenderer.lines(of: page)
        #expect(
            lines.contains(
                "1 of 9. The child's own words, missing: nothing that the child said."))
        #expect(lines.contains("Held, to sign off"))
    }

    @Test("Every sign of the pages has its spelling in ASCII")
    func ascii() throws {
        let names: [(PageName, Role.Name)] = [
            (.glance, .dsl), (.pupil(PupilRef("K10")), .head), (.policy, .head), (.staff, .head),
            (.cohortFigures, .head), (.clause("AIM-6"), .head), (.dashboard, .head),
            (.pep("P1"), .head),
        ]
        for (name, role) in names {
            let page = try PagesOfSchool.page(name, role, Size(columns: 120, rows: 40))
            let text = frame(of: page, 120, 40, charset: .ascii).text
            #expect(!text.contains("U+") && text.utf8.allSatisfy { $0 < 0x80 }, "\(name.id)")
        }
    }
}

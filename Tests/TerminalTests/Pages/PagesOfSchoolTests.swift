import Domain
import Support
import Testing
import ViewModels

@testable import Terminal

@Suite("Pages of the school, in full")
struct PagesOfSchoolTests {
    @Test("The policy at 80x24")
    func policy80() throws {
        let shown = try PagesOfSchool.text(.policy, .designatedTeacher, 80, 24)
        let screen = #"""
             Larkfield Infant School · A Khan, DT                       policy · Mon 23 Nov
             92 clauses  ! 23  ✗ 1  ? 6  ▲ 1  · 31  ✓ 3  – 27 does not apply

             0 Clauses · 92
                Clause                                         Shown    Short  Pupils  Trend
             ── Short: the law's, and children on a protection plan ────────────────────────
            ▸!  DT-4      Coordinate school staff and outsid…  records     14      12  !!!
             !  AIM-1     Safe; secure environment; all adul…  records     10      10  !!!
             !  MAW-1     Positive working relationships wit…  records     10      10  !!!
             !  AIM-7     Discreet support and a strong rela…  records      9       9  !!!
             !  HGB-3     Communication; joint planning and …  records      7       5  !!!
             !  DT-11     Work alongside the DSL for childre…  records      7       5  !!!
             !  PEP-1     A PEP reviewed termly with the soc…  records      3       2  !!!
             !  DT-14     Complete the annual SDQ as request…  records      2       2  !!!
             !  AIM-5     At least termly ePEP meetings each…  records      2       1  ·!!
             !  AIM-6     At least one key adult who advocat…  records      1       1  ✓!!
             !  ATT-3     Procedures reflect the specific ne…  records      1       1  ??!
             !  SAFE-1    School is a protective factor; att…  records      1       1  ??!
             ✗  AIM-10    Families are welcomed; involved an…  records      1       1  –✗✗
             ── Short, other promises ──────────────────────────────────────────────────────
            ─────────────────────────────────────────────────────────────────── more below ─
             ! DT-4  Coordinate school staff and outside agencies
             15 duties: ! 2 overdue, ? 12 not known, ▲ 1 due soon
             ⏎ open  w why  / filter  : go to  u undo  F10 blank         ? all keys  q quit
            """#
        #expect(shown == screen)
    }

    @Test("The policy at 120x40")
    func policy120() throws {
        let shown = try PagesOfSchool.text(.policy, .designatedTeacher, 120, 40)
        let screen = #"""
             Larkfield Infant School · A Khan, Designated Teacher                                          policy · Mon 23 Nov 2026
             92 clauses  ! 23 overdue  ✗ 1 missed  ? 6 not known  ▲ 1 due soon  · 31 to come  ✓ 3 met  – 27 does not apply

             0 Clauses · 92
                Clause                                                                                 Shown    Short  Pupils  Trend
             ── Short: the law's, and children on a protection plan ────────────────────────────────────────────────────────────────
            ▸!  DT-4      Coordinate school staff and outside agencies                                 records     14      12  !!!
             !  AIM-1     Safe; secure environment; all adults understand the specific needs of vuln…  records     10      10  !!!
             !  MAW-1     Positive working relationships with other agencies                           records     10      10  !!!
             !  AIM-7     Discreet support and a strong relationship between staff and carers          records      9       9  !!!
             !  HGB-3     Communication; joint planning and training between Designated Teacher and …  records      7       5  !!!
             !  DT-11     Work alongside the DSL for children on CIN or CP plans                       records      7       5  !!!
             !  PEP-1     A PEP reviewed termly with the social worker; carer and other relevant pro…  records      3       2  !!!
             !  DT-14     Complete the annual SDQ as requested                                         records      2       2  !!!
             !  AIM-5     At least termly ePEP meetings each academic year with measurable impact on…  records      2       1  ·!!
             !  AIM-6     At least one key adult who advocates for the child                           records      1       1  ✓!!
             !  ATT-3     Procedures reflect the specific needs of children with a social worker       records      1       1  ??!
             !  SAFE-1    School is a protective factor; attendance helps keep a child safe            records      1       1  ??!
             ✗  AIM-10    Families are welcomed; involved and engaged                                  records      1       1  –✗✗
             ── Short, other promises ──────────────────────────────────────────────────────────────────────────────────────────────
             !  OBJ-2     Cover every child with a social worker in the last six years                 records      1          ·▲!
             !  INT-2     Annual whole-school training on trauma-informed and attachment-aware pract…  records      2          ·▲!
             !  INT-5     Toolkit training supports understanding of diversity and equality            records      2          ·▲!
             !  EQ-2      Train all staff to reflect and to prevent unconscious bias                   records      2          ·▲!
             !  AIM-2     All adults understand the impact of trauma and neglect (ACEs)                records      2          ·▲!
             !  STAFF-1   Read and promote this policy                                                 records      2          ·▲!
             !  STAFF-2   Attend relevant training                                                     records      2          ·▲!
             !  STAFF-5   Aware of unconscious bias; decisions are justifiable; equitable and fair     records      2          ·▲!
             !  SAFE-2    Staff know the child protection policy and the current KCSIE                 records      4          ·▲!
             !  MAW-2     All staff are briefed on the statutory guidance and practice in this policy  records      2          ·▲!
             !  VS-1      Virtual School contact details at hand                                       records      1          !!!
             ?  LINK-1    Linked policies refer to CKSW: Child Protection; Safeguarding; Whistleblow…  records      5          ???
             ?  DT-3      PP+ used effectively and efficiently                                         records                 ???
             ?  NEP-1     Pupil premium may be spent on pupils who do not meet eligibility criteria …  records                 ???
             ?  EXC-1     Behaviour policy reviewed in line with the June 2021 duty                    records      1          ???
             ?  EXC-12    Procedures reduce the risk of exclusion of CKSW with SEND                    records      1          ???
            ─────────────────────────────────────────────────────────────────────────────────────────────────────────── more below ─
             ! DT-4  Coordinate school staff and outside agencies
             15 duties: ! 2 overdue, ? 12 not known, ▲ 1 due soon
             ⏎ open  w why  / filter  : go to  u undo  F10 blank                                                 ? all keys  q quit
            """#
        #expect(shown == screen)
    }

    @Test("A clause at 80x24")
    func clause80() throws {
        let shown = try PagesOfSchool.text(.clause("AIM-6"), .designatedTeacher, 80, 24)
        let screen = #"""
             Larkfield Infant School · A Khan, DT                 clause AIM-6 · Mon 23 Nov

             AIM-6, section Aims
             ! OVERDUE  At least one key adult who advocates for the child
             13 duties: ! 1 overdue, ✓ 12 met
             Computed by: The child's views in the PEP, A key adult

             0 Duties · 13 · !1
               Who                    Why                                             When
             ── Overdue ────────────────────────────────────────────────────────────────────
            ▸! Bea Ashworth    CP     PEP of 5 Oct: no child's views          20 days late
             ── Met ────────────────────────────────────────────────────────────────────────
             ✓ Bea Ashworth    CP     Key adult: A Khan                                met
             ✓ Leo Marsh       CP     Key adult: A Khan                                met
             ✓ Zoë Quinn       CP     Key adult: A Khan                                met
             ✓ Eve Hart        CP     Key adult: A Khan                                met
             ✓ Max Ibe         CIN    Key adult: A Khan                                met
             ✓ Ned Carver      CIN    Key adult: A Khan                                met
             ✓ Ada Lark        CIN    Key adult: A Khan                                met
            ─────────────────────────────────────────────────────────────────── more below ─
             Bea Ashworth · Year 1 Oak · CP since 2 Sep 2026 · key adult A Khan
             ! The PEP of Mon 5 Oct lacks the child's own views.  Record the   AIM-6, PEP-1
             child's words …
             ⏎ open  w why  / filter  : go to  u undo  F10 blank         ? all keys  q quit
            """#
        #expect(shown == screen)
    }

    @Test("Staff at 80x24")
    func staff80() throws {
        let shown = try PagesOfSchool.text(.staff, .designatedTeacher, 80, 24)
        let screen = #"""
             Larkfield Infant School · A Khan, DT           staff and training · Mon 23 Nov

             0 Staff · 1 · !7
             Name             Policy   KCSIE    Child-p… Briefed  Attachm… Bias     Diversi…
            ▸A Khan           ! 31 Oct ! 31 Oct ! 31 Oct ! 31 Oct ! 31 Oct ! 31 Oct ! 31 Oct
             ✓ read or trained on that day; else when it is due. Enter: one member.

             1 Designated Teacher · 2
               Who                    Why                                             When
             · A Khan                 Training: 0.0 of 2 days               due Tue 31 Aug
             ✓ A Khan                 Designated Teacher qualified, leads              met

             2 All staff · 7 · !7
               Who                    Why                                             When
             ! School                 1 of 1 staff: not briefed                        now
             ! School                 1 of 1 staff: CP policy not read                 now
             ! School                 KCSIE not read by 1 of 1 staff                   now
             ! School                 1 of 1 staff: policy not read                    now
             ! School                 1 of 1 staff: no trauma training                 now
            ─────────────────────────────────────────────────────────────────── more below ─
             A Khan · Deputy head
             Open: Briefed on guidance and practice (overdue), Child protection policy read
             (overdue), Keeping children safe read (overdue), This policy read (overdue), …
             ⏎ open  w why  / filter  : go to  u undo  F10 blank         ? all keys  q quit
            """#
        #expect(shown == screen)
    }

    @Test("The cohort at 80x24")
    func cohort80() throws {
        let shown = try PagesOfSchool.text(.cohortFigures, .designatedTeacher, 80, 24)
        let screen = #"""
             Larkfield Infant School · A Khan, DT                       cohort · Mon 23 Nov

             0 Attendance this year · 4
                           Children  Attended         Sessions  Missed 10% or more
            ▸All                 12     99.7%       370 of 371                   0
             CLA                  3                   93 of 93                   0
             CP                   4                 123 of 124                   0
             CIN                  5    100.0%       154 of 154                   0
             Other pupils: not on record. A child in two groups stands in both.

             1 At the expected standard or above · 0
             No term has both judgements and figures of other pupils.
             Gap in percentage points; other pupils without these children. Groups under 5:
             counts, for the Designated Teacher alone.









             ⏎ open  w why  / filter  : go to  u undo  F10 blank         ? all keys  q quit
            """#
        #expect(shown == screen)
    }
}

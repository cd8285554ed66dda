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
             92 clauses  ! 22  ✗ 1  ? 29  ▲ 1  · 31  ✓ 4  – 4 does not apply

             0 Clauses · 92
                Clause                                                  Shown     Short  SON
             ── Objective ──────────────────────────────────────────────────────────────────
            ▸·  OBJ-1     Promote the educational outcomes of childre…  computed         ···
             !  OBJ-2     Cover every child with a social worker in t…  computed      1  ·▲!
             ── Named people ───────────────────────────────────────────────────────────────
             ✓  ROLE-1    The Designated Teacher(s) for CKSW are named  computed         ✓✓✓
             ✓  ROLE-2    The Designated Governor for CKSW is named     computed         ✓✓✓
             ── Intention ──────────────────────────────────────────────────────────────────
             ·  INT-1     Extend the priority for additional support …  computed         ···
             !  INT-2     Annual whole-school training on trauma-info…  computed      2  ·▲!
             ·  INT-3     An ethos of belonging and relationship-base…  attested         ···
             ·  INT-4     Behaviour policy gives a calm; safe and sup…  attested         ···
             !  INT-5     Toolkit training supports understanding of …  computed      2  ·▲!
             ·  INT-6     Champion the attendance; attainment and pro…  computed         ??·
             ── Equality ───────────────────────────────────────────────────────────────────
            ─────────────────────────────────────────────────────────────────── more below ─
             · OBJ-1  Promote the educational outcomes of children with a social worker now
             or before (ages 0 to 18) so that they make progress
             12 duties: · 12 to come
             ⏎ open  w why  / filter  : go to  u undo  F10 blank         ? all keys  q quit
            """#
        #expect(shown == screen)
    }

    @Test("The policy at 120x40")
    func policy120() throws {
        let shown = try PagesOfSchool.text(.policy, .designatedTeacher, 120, 40)
        let screen = #"""
             Larkfield Infant School · A Khan, Designated Teacher                                          policy · Mon 23 Nov 2026
             92 clauses  ! 22 overdue  ✗ 1 missed  ? 29 not known  ▲ 1 due soon  · 31 to come  ✓ 4 met  – 4 does not apply

             0 Clauses · 92
                Clause                                                                                          Shown     Short  SON
             ── Objective ──────────────────────────────────────────────────────────────────────────────────────────────────────────
            ▸·  OBJ-1     Promote the educational outcomes of children with a social worker now or before (ag…  computed         ···
             !  OBJ-2     Cover every child with a social worker in the last six years                          computed      1  ·▲!
             ── Named people ───────────────────────────────────────────────────────────────────────────────────────────────────────
             ✓  ROLE-1    The Designated Teacher(s) for CKSW are named                                          computed         ✓✓✓
             ✓  ROLE-2    The Designated Governor for CKSW is named                                             computed         ✓✓✓
             ── Intention ──────────────────────────────────────────────────────────────────────────────────────────────────────────
             ·  INT-1     Extend the priority for additional support to this whole group                        computed         ···
             !  INT-2     Annual whole-school training on trauma-informed and attachment-aware practice for t…  computed      2  ·▲!
             ·  INT-3     An ethos of belonging and relationship-based work                                     attested         ···
             ·  INT-4     Behaviour policy gives a calm; safe and supportive environment                        attested         ···
             !  INT-5     Toolkit training supports understanding of diversity and equality                     computed      2  ·▲!
             ·  INT-6     Champion the attendance; attainment and progress of CKSW                              computed         ??·
             ── Equality ───────────────────────────────────────────────────────────────────────────────────────────────────────────
             ·  EQ-1      Inclusive school; protected characteristics supported; Equality Act duties met        attested         ···
             !  EQ-2      Train all staff to reflect and to prevent unconscious bias                            computed      2  ·▲!
             ── Aims ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
             !  AIM-1     Safe; secure environment; all adults understand the specific needs of vulnerable le…  computed     12  !!!
             !  AIM-2     All adults understand the impact of trauma and neglect (ACEs)                         computed      2  ·▲!
             ·  AIM-3     The attainment gap is narrowed; accelerated and rapid progress is made                computed         ···
             ·  AIM-4     Benefit from interventions even without meeting their criteria; PP+ used for effect…  computed         ···
             !  AIM-5     At least termly ePEP meetings each academic year with measurable impact on learning   computed      2  ·!!
             ✓  AIM-6     At least one key adult who advocates for the child                                    computed         ✓✓✓
             !  AIM-7     Discreet support and a strong relationship between staff and carers                   computed      9  !!!
             ·  AIM-8     CKSW are advantaged within school policies and procedures                             attested         ···
             ·  AIM-9     No sanctions that shame or ostracise                                                  attested         ···
             ✗  AIM-10    Families are welcomed; involved and engaged                                           computed      1  ?✗✗
             ── Linked policies ────────────────────────────────────────────────────────────────────────────────────────────────────
             ?  LINK-1    Linked policies refer to CKSW: Child Protection; Safeguarding; Whistleblowing; Incl…  computed      5  ???
             ── ePEP ───────────────────────────────────────────────────────────────────────────────────────────────────────────────
             !  PEP-1     A PEP reviewed termly with the social worker; carer and other relevant professionals  computed      2  !!!
            ─────────────────────────────────────────────────────────────────────────────────────────────────────────── more below ─
             · OBJ-1  Promote the educational outcomes of children with a social worker now or before (ages 0 to 18) so that they …
             12 duties: · 12 to come
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
                Who                     Why                                          When
             ── Overdue ────────────────────────────────────────────────────────────────────
            ▸!  Bea Ashworth    CP      The PEP of Mon 5 Oct 2026 lacks …    20 days late
             ── Met ────────────────────────────────────────────────────────────────────────
             ✓  Bea Ashworth    CP      A Khan is the key adult                       met
             ✓  Leo Marsh       CP      A Khan is the key adult                       met
             ✓  Zoë Quinn       CP      A Khan is the key adult                       met
             ✓  Eve Hart        CP      A Khan is the key adult                       met
             ✓  Max Ibe         CIN     A Khan is the key adult                       met
             ✓  Ned Carver      CIN     A Khan is the key adult                       met
             ✓  Ada Lark        CIN     A Khan is the key adult                       met
            ─────────────────────────────────────────────────────────────────── more below ─
             Bea Ashworth · Year 1 Oak · CP since 2 Sep 2026 · key adult A Khan
             ! The PEP of Mon 5 Oct 2026 lacks the child's own views.  Record  AIM-6, PEP-1
             the child's words …
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
                Who                     Why                                          When
             ·  A Khan                  A Khan: 0.0 of 2 days of training  due Tue 31 Aug
             ✓  A Khan                  A Khan is a qualified teacher an…             met

             2 All staff · 7 · !7
                Who                     Why                                          When
             !  School                  0 of 1 members of staff: a brief…             now
             !  School                  0 of 1 members of staff: the chi…             now
             !  School                  0 of 1 members of staff: Keeping…             now
             !  School                  0 of 1 members of staff: this po…             now
             !  School                  0 of 1 members of staff: trainin…             now
            ─────────────────────────────────────────────────────────────────── more below ─
             A Khan · Deputy head
             Open: Briefed on guidance and practice (overdue), The child protection policy
             read (overdue), Keeping children safe read (overdue), This policy read …
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

import Testing
import ViewModels

@testable import Terminal

@Suite("The dashboard, in full")
struct DashboardTests {
    @Test("At 120x40 four panes and Now are framed")
    func wide() {
        let shown = frame(of: Sample.dashboard(), 120, 40)
        #expect(shown.cursor == Position(row: 3, column: 1))
        let screen = #"""
             Larkfield Infant School · A Khan, Designated Teacher                Mon 23 Nov 2026 · autumn term, 19 school days left
             14 known to a social worker: 3 CLA, 1 PLA, 4 CP, 5 CIN, 1 Ever-6        ✗ 2 missed  ! 6 overdue  ▲ 5 soon  ? 1 unknown
            ┌ 0 Now · 14 ──────────────────────────────────────────────────────────────────────────────────────────────────────────┐
            │▸!  Bea Ashworth         CP    No reason yet for this morning: ring home and social …              today  c log call  │
            │ !  Sam Field            CLA   PEP of Tue 3 Nov has no target                                4 days late  t add target│
            │ ?  Max Ibe              CIN   The mark of Friday afternoon is missing                  since Fri 20 Nov  i import    │
            │ ▲  Ayò Daniels          CLA   First PEP: looked after since Fri 13 Nov                   due Fri 27 Nov  p plan PEP  │
            │ ▲  Zoë Quinn            CP    Our report for the review conference of Thu 3 Dec          due Mon 30 Nov  P pack      │
            │ ▲  王小明               CIN   Review of Tue 8 Dec                                         due Tue 1 Dec  P pack      │
            └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
            ┌ 1 Pupils · 14 ────────────────────────────────────────┐┌ 2 PEPs · !2 ▲2 ─────────────────────────────────────────────┐
            │ Pupil           Yr  Status   Attend  PEP  PP+     Duty││    Due  Pupil              What                    State    │
            │ Bea Ashworth    1   CP      94.7% C  ▲    –       ! 2 ││  1 Dec  Child 1            none planned            · 1 days │
            │ Ayò Daniels     R   CLA       97.5%  ▲    £1,315  ▲ 1 ││  2 Dec  Child 2            none planned            · 2 days │
            │ Wilhelmina Fe…  2   CIN           ?  ·    –       ? 1 ││  3 Dec  Child 3            none planned            · 3 days │
            │                                                       ││  4 Dec  Child 4            none planned            · 4 days │
            │                                                       ││  5 Dec  Child 5            none planned            · 5 days │
            │                                                       ││  6 Dec  Child 6            none planned            · 6 days │
            │                                                       ││  7 Dec  Child 7            none planned            · 7 days │
            │                                                       ││  8 Dec  Child 8            none planned            · 8 days │
            │                                                       ││  9 Dec  Child 9            none planned            · 9 days │
            │                                                       ││ 10 Dec  Child 10           none planned            · 10 days│
            │                                                       ││ 11 Dec  Child 11           none planned            · 11 days│
            │                                                       ││ 12 Dec  Child 12           none planned            · 12 days│
            │                                                       ││ 13 Dec  Child 13           none planned            · 13 days│
            │                                                       ││ 14 Dec  Child 14           none planned            · 14 days│
            │                                                       ││ 15 Dec  Child 15           none planned            · 15 days│
            └─ / filter ────────────────────────────────────────────┘└─ 1–15 of 27 ────────────────────────────────────────────────┘
            ┌ 3 Attendance alerts · !2 ─────────────────────────────┐┌ 4 PP+ budget · ▲2 ──────────────────────────────────────────┐
            │ No child's attendance gives concern.                  ││ Pot                                         Spent       Left│
            │                                                       ││ CLA 2026-27                              3,100.50   3,549.50│
            │ P persistent ≥10% missed   C concern >5%              ││                                                             │
            │                                                       ││ ! 1 spend without impact                                    │
            │                                                       ││ 128 days                                         to 31 March│
            └───────────────────────────────────────────────────────┘└─────────────────────────────────────────────────────────────┘

             Bea Ashworth · Year 1 Oak · CP since 2 Sep 2026 · key adult J Webb
             N this morning. ATT-3: carer and social worker hear the same day.
             Carer: L Ashworth 07700 900123    Social worker: P Lund 01992 000111
             ⏎ open  c log call  p PEP  $ PP+  w why  / filter  u undo  F10 blank                                ? all keys  q quit
            """#
        #expect(shown.text == screen)
    }

    @Test("At 80x24 one pane has the width, its neighbours their counts")
    func medium() {
        let shown = frame(of: Sample.dashboard(), 80, 24)
        #expect(shown.cursor == Position(row: 3, column: 0))
        let screen = #"""
             Larkfield Infant School · A Khan, DT                 Mon 23 Nov · 19 days left
             14 CKSW: 3 CLA 1 PLA 4 CP 5 CIN 1 E6                        ✗ 2  ! 6  ▲ 5  ? 1
            [0 Now 14] 1 Pupils 14  2 PEPs !2 ▲2  3 Attendance !2  4 PP+ ▲2
            ▸!  Bea Ashworth    CP    No reason yet for this morning: ri…              today
             !  Sam Field       CLA   PEP of Tue 3 Nov has no target             4 days late
             ?  Max Ibe         CIN   The mark of Friday afternoon is mi…   since Fri 20 Nov
             ▲  Ayò Daniels     CLA   First PEP: looked after since Fri …     due Fri 27 Nov
             ▲  Zoë Quinn       CP    Our report for the review conferen…     due Mon 30 Nov
             ▲  王小明          CIN   Review of Tue 8 Dec                      due Tue 1 Dec










            ────────────────────────────────────────────────────────────────────────────────
             Bea Ashworth · Year 1 Oak · CP since 2 Sep 2026 · key adult J Webb
             N this morning. ATT-3: carer and social worker hear the same day.
             Carer: L Ashworth 07700 900123    Social worker: P Lund 01992 000111
             ⏎ open  c log call  p PEP  $ PP+  w why  / filter  u undo   ? all keys  q quit
            """#
        #expect(shown.text == screen)
    }

    @Test("A name as long as a line leaves room for its columns")
    func roster() {
        let shown = frame(of: Sample.dashboard(focus: 1), 80, 24)
        #expect(shown.cursor == Position(row: 5, column: 0))
        let screen = #"""
             Larkfield Infant School · A Khan, DT                 Mon 23 Nov · 19 days left
             14 CKSW: 3 CLA 1 PLA 4 CP 5 CIN 1 E6                        ✗ 2  ! 6  ▲ 5  ? 1
             0 Now 14 [1 Pupils 14] 2 PEPs !2 ▲2  3 Attendance !2  4 PP+ ▲2
             Pupil                                    Yr  Status   Attend  PEP  PP+     Duty
             Bea Ashworth                             1   CP      94.7% C  ▲    –       ! 2
            ▸Ayò Daniels                              R   CLA       97.5%  ▲    £1,315  ▲ 1
             Wilhelmina Featherstonehaugh-Æthelred    2   CIN           ?  ·    –       ? 1












            ────────────────────────────────────────────────────────────────────────────────
             Bea Ashworth · Year 1 Oak · CP since 2 Sep 2026 · key adult J Webb
             N this morning. ATT-3: carer and social worker hear the same day.
             Carer: L Ashworth 07700 900123    Social worker: P Lund 01992 000111
             ⏎ open  c log call  p PEP  $ PP+  w why  / filter  u undo   ? all keys  q quit
            """#
        #expect(shown.text == screen)
    }

    @Test("At 60x20 the counts of other panes and the least columns go")
    func narrow() {
        let shown = frame(of: Sample.dashboard(focus: 2), 60, 20)
        #expect(shown.cursor == Position(row: 4, column: 0))
        let screen = #"""
             Larkfield Infant School · A Kh…  Mon 23 Nov · 19 days left
             14 CKSW: 3 CLA 1 PLA 4 CP 5 CIN 1 E6    ✗ 2  ! 6  ▲ 5  ? 1
             0 Now  1 Pupils [2 PEPs !2 ▲2] 3 Attendance  4 PP+
                Due  Pupil              What                   State
            ▸ 1 Dec  Child 1            none planned           · 1 days
              2 Dec  Child 2            none planned           · 2 days
              3 Dec  Child 3            none planned           · 3 days
              4 Dec  Child 4            none planned           · 4 days
              5 Dec  Child 5            none planned           · 5 days
              6 Dec  Child 6            none planned           · 6 days
              7 Dec  Child 7            none planned           · 7 days
              8 Dec  Child 8            none planned           · 8 days
              9 Dec  Child 9            none planned           · 9 days
             10 Dec  Child 10           none planned           · 10 days
             11 Dec  Child 11           none planned           · 11 days
            ─────────────────────────────────────────────── 1–11 of 27 ─
             Bea Ashworth · Year 1 Oak · CP since 2 Sep 2026 · key adu…
             N this morning. ATT-3: carer and social worker hear the
             same day. …
             ⏎ open  c log call  p PEP  $ PP+        ? all keys  q quit
            """#
        #expect(shown.text == screen)
    }

    @Test("In ASCII at 100x30")
    func ascii() {
        let shown = frame(of: Sample.dashboard(focus: 2), 100, 30, charset: .ascii)
        #expect(shown.cursor == Position(row: 12, column: 48))
        let screen = #"""
             Larkfield Infant School . A Khan, Designated ~  Mon 23 Nov 2026 . autumn term, 19 school days left
             14 known to a social worker: 3 CLA, 1 PLA, 4 CP, ~  x 2 missed  ! 6 overdue  ^ 5 soon  ? 1 unknown
            + 0 Now . 14 --------------------------------------------------------------------------------------+
            | !  Bea Ashworth     CP    No reason yet for this morning: ring ~              today  c log call  |
            | !  Sam Field        CLA   PEP of Tue 3 Nov has no target                4 days late  t add target|
            | ?  Max Ibe          CIN   The mark of Friday afternoon is missi~   since Fri 20 Nov  i import    |
            | ^  Ayo Daniels      CLA   First PEP: looked after since Fri 13 ~     due Fri 27 Nov  p plan PEP  |
            | ^  Zoe Quinn        CP    Our report for the review conference ~     due Mon 30 Nov  P pack      |
            | ^  <U+738B><U+5C0~  CIN   Review of Tue 8 Dec                         due Tue 1 Dec  P pack      |
            +--------------------------------------------------------------------------------------------------+
            + 1 Pupils . 14 ------------------------------++ 2 PEPs . !2 ^2 -----------------------------------+
            | Pupil         Status  Attend PEP PP+    Duty||    Due  Pupil           What             State    |
            | Bea Ashworth  CP     94.7% C ^   -      ! 2 ||> 1 Dec  Child 1         none planned     . 1 days |
            | Ayo Daniels   CLA      97.5% ^   GBP1,~ ^ 1 ||  2 Dec  Child 2         none planned     . 2 days |
            | Wilhelmina F~ CIN          ? .   -      ? 1 ||  3 Dec  Child 3         none planned     . 3 days |
            |                                             ||  4 Dec  Child 4         none planned     . 4 days |
            |                                             ||  5 Dec  Child 5         none planned     . 5 days |
            |                                             ||  6 Dec  Child 6         none planned     . 6 days |
            +- / filter ----------------------------------++- 1-6 of 27 ---------------------------------------+
            + 3 Attendance alerts . !2 -------------------++ 4 PP+ budget . ^2 --------------------------------+
            | No child's attendance gives concern.        || Pot                               Spent       Left|
            |                                             || CLA 2026-27                    3,100.50   3,549.50|
            | P persistent >=10% missed   C concern >5%   ||                                                   |
            |                                             || ! 1 spend without impact                          |
            |                                             || 128 days                               to 31 March|
            +---------------------------------------------++---------------------------------------------------+

             Bea Ashworth . Year 1 Oak . CP since 2 Sep 2026 . key adult J Webb
             N this morning. ATT-3: carer and social worker hear the same day. ~
             Enter open  c log call  p PEP  $ PP+  w why  / filter  u undo  F10 blank        ? all keys  q quit
            """#
        #expect(shown.text == screen)
    }

    @Test("A question stands over the page in reverse, with Cancel first")
    func question() {
        var page = Sample.dashboard()
        page.prompt = .confirm(
            question: "Leave without saving? The draft of the contact with L Ashworth goes.",
            confirmKey: "L", confirmWords: "leave, and let the draft go")
        let shown = frame(of: page, 80, 24)
        #expect(shown.cursor == Position(row: 12, column: 10))
        let screen = #"""
             Larkfield Infant School · A Khan, DT                 Mon 23 Nov · 19 days left
             14 CKSW: 3 CLA 1 PLA 4 CP 5 CIN 1 E6                        ✗ 2  ! 6  ▲ 5  ? 1
            [0 Now 14] 1 Pupils 14  2 PEPs !2 ▲2  3 Attendance !2  4 PP+ ▲2
            ▸!  Bea Ashworth    CP    No reason yet for this morning: ri…              today
             !  Sam Field       CLA   PEP of Tue 3 Nov has no target             4 days late
             ?  Max Ibe         CIN   The mark of Friday afternoon is mi…   since Fri 20 Nov
             ▲  Ayò Daniels     CLA   First PEP: looked after since Fri …     due Fri 27 Nov
             ▲  Zoë Quinn       CP    Our report for the review conferen…     due Mon 30 Nov
             ▲  王小┌──────────────────────────────────────────────────────────────┐ue 1 Dec
                    │ Leave without saving? The draft of the contact with L        │
                    │ Ashworth goes.                                               │
                    │                                                              │
                    │ ▸ ⏎ Esc  Cancel                                              │
                    │   L      leave, and let the draft go                         │
                    └──────────────────────────────────────────────────────────────┘




            ────────────────────────────────────────────────────────────────────────────────
             Bea Ashworth · Year 1 Oak · CP since 2 Sep 2026 · key adult J Webb
             N this morning. ATT-3: carer and social worker hear the same day.
             Carer: L Ashworth 07700 900123    Social worker: P Lund 01992 000111
             Esc cancel  L leave, and let the draft go
            """#
        #expect(shown.text == screen)
        let reversed = shown.grid.row(12).map(\.isSelected)
        #expect(reversed == (0..<80).map { (8...71).contains($0) })
    }

    @Test("A line being typed stands at the foot, with what it finds; news stand above")
    func line() {
        var page = Sample.dashboard()
        page.prompt = .line(
            mark: ":", text: "zoë", caret: 3, matches: [TextLine("Zoë Quinn"), TextLine("Zones")])
        page.message = TextLine("Saved: call with L Ashworth", .met)
        let shown = frame(of: page, 80, 24)
        #expect(shown.cursor == Position(row: 23, column: 5))
        let screen = #"""
             Larkfield Infant School · A Khan, DT                 Mon 23 Nov · 19 days left
             14 CKSW: 3 CLA 1 PLA 4 CP 5 CIN 1 E6                        ✗ 2  ! 6  ▲ 5  ? 1
            [0 Now 14] 1 Pupils 14  2 PEPs !2 ▲2  3 Attendance !2  4 PP+ ▲2
            ▸!  Bea Ashworth    CP    No reason yet for this morning: ri…              today
             !  Sam Field       CLA   PEP of Tue 3 Nov has no target             4 days late
             ?  Max Ibe         CIN   The mark of Friday afternoon is mi…   since Fri 20 Nov
             ▲  Ayò Daniels     CLA   First PEP: looked after since Fri …     due Fri 27 Nov
             ▲  Zoë Quinn       CP    Our report for the review conferen…     due Mon 30 Nov
             ▲  王小明          CIN   Review of Tue 8 Dec                      due Tue 1 Dec










            ─ Saved: call with L Ashworth ──────────────────────────────────────────────────
            ────────────────────────────────────────────────────────────────────────────────
             Zoë Quinn
             Zones
             :zoë
            """#
        #expect(shown.text == screen)
    }
}

import Domain
import Support
import Testing
import ViewModels

@testable import Terminal

@Suite("Reports on the screen, in full")
struct PagesOfReportsTests {
    @Test("The list of reports at 80x24")
    func list80() throws {
        let shown = try PagesOfSchool.text(.reports, .designatedTeacher, 80, 24)
        let screen = #"""
             Larkfield Infant School · A Khan, DT                      reports · Mon 23 Nov

             0 Reports · 10
             Report                         For
             ── Public: no child is named ──────────────────────────────────────────────────
            ▸Progress report for governors  governors, Virtual School
             The policy, clause by clause   head, inspector
             ── Confidential: about children ───────────────────────────────────────────────
             This morning's list            the inbox at eight
             Progress report for governors  governors, Virtual School
             Designated Teacher's report    head and governors
             The policy, clause by clause   head, inspector
             Pupil Premium Plus             bursar, Virtual School
             Return to the Virtual School   Virtual School
             Handover                       a deputy
             Who owes the school what       Designated Teacher
             P on a child's line lists what can be made of that child.




            ────────────────────────────────────────────────────────────────────────────────
             Progress report for governors, for governing body; Virtual School.
             ⏎ open  w why  / filter  : go to  u undo  F10 blank         ? all keys  q quit
            """#
        #expect(shown == screen)
    }

    @Test("A child's packs at 60x20: every word whole")
    func packs60() throws {
        let shown = try PagesOfSchool.text(.packs(PupilRef("K10")), .dsl, 60, 20)
        for words in [
            "Bea Ashworth", "PEP meeting                    who comes to the PEP meeting",
            "Transfer to the next school    the next school",
            "Child protection conference    the conference, core group",
        ] {
            #expect(shown.contains(words), "\(shown)")
        }
        #expect(!shown.contains("…"))
    }

    private func preview(_ keys: [Key], _ columns: Int, _ rows: Int) throws -> String {
        let model = try PagesOfSchool.model(.designatedTeacher, name: "A Khan")
        let request = ReportRequest(.money, made: model.today)
        let words = ["The pot", String(repeating: "-", count: columns - 1)]
        let lines = words + (3...50).map { "Line \($0)" }
        var session = Session(model, first: .reports)
        session.present(
            ReportModal(
                ReportPreview(
                    request, try model.report(request), lines: lines, formats: [.text, .html],
                    place: .outbox), model))
        let size = Size(columns: columns, rows: rows)
        for key in keys { _ = session.press(key, size: size) }
        return frame(of: session.page(size: size), columns, rows).text
    }

    @Test("A report that is read at 80x24, with what was looked for")
    func preview80() throws {
        let shown = try preview(["/", "2", "7", .enter], 80, 24)
        let screen = #"""
             Larkfield Infant School                                     Pupil Premium Plus
             Confidential: about children

             Line 9
             Line 10
             Line 11
             Line 12
             Line 13
             Line 14
             Line 15
             Line 16
             Line 17
             Line 18
             Line 19
             Line 20
             Line 21
             Line 22
             Line 23
             Line 24
             Line 25
             Line 26
            ▸Line 27
             27: 1 of 1                                                         more below
             s save  / find  n N next, before  PgDn PgUp page  Esc back
            """#
        #expect(shown == screen)
    }

    @Test("A report at 60x20 has its lines whole")
    func preview60() throws {
        let shown = try preview([], 60, 20)
        #expect(shown.contains(String(repeating: "-", count: 59)))
    }

    @Test("The form that saves it at 60x20")
    func form60() throws {
        let shown = try preview(["s"], 60, 20)
        let screen = #"""
             Larkfield Infant School                 Pupil Premium Plus
             Confidential: about children
             Save the report
             ▸ Save as    (•) text  ( ) HTML, a page
               File name  [money-2026-11-23.txt    ]
                          a name alone: it goes into the outbox beside
                          the store
             You alone can read the file. Delete it when it is sent.











             Ctrl-S save  Tab next  ← → choose  Esc back to the report
            """#
        #expect(shown == screen)
    }
}

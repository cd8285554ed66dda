import Domain
import Testing
import ViewModels

@Suite("Pages by name")
struct PageNameTests {
    @Test(
        "cksw show knows each page by its words",
        arguments: [
            ("now", PageName.pane(.now)), ("dashboard", .dashboard), ("pupils", .pane(.pupils)),
            ("peps", .pane(.peps)), ("attendance", .pane(.attendance)), ("budget", .pane(.budget)),
            ("pupil K017", .pupil(PupilRef("K017"))), ("pep P0012", .pep("P0012")),
            ("fund F1", .fund("F1")), ("glance", .glance), ("figures", .figures), ("help", .help),
            ("missed", .list(.missed)), ("change 12", .change(12)), ("history", .history(nil)),
            ("chronology K017", .chronology(PupilRef("K017"))),
            ("chronology K017 pep", .chronology(PupilRef("K017"), .pep)),
            ("reports", .reports), ("packs K017", .packs(PupilRef("K017"))),
            ("policy", .policy), ("staff", .staff), ("staff S01", .member("S01")),
            ("cohort", .cohortFigures), ("rule key-adult", .rule(.keyAdult)),
            ("clause PEP-1", .clause("PEP-1")),
            ("history pupil:K017", .history(.pupil(PupilRef("K017")))),
            (
                "why school calendar-known 2026-27",
                .why(DutyID(subject: .school, rule: .calendarKnown, reference: "2026-27"))
            ),
            (
                "why pupil:K017 key-adult",
                .why(DutyID(subject: .pupil(PupilRef("K017")), rule: .keyAdult, reference: ""))
            ),
        ])
    func known(_ words: String, _ name: PageName) {
        #expect(PageName(words: words.split(separator: " ").map(String.init)) == name)
    }

    @Test(
        "What is no page, or lacks what it needs, is refused",
        arguments: [
            "", "nowhere", "pupil", "pep", "now K017", "why", "why school",
            "why pupil key-adult", "history nobody", "missed K017", "chronology",
            "chronology K017 nothing", "chronology K017 pep K018",
        ])
    func unknown(_ words: String) {
        #expect(PageName(words: words.split(separator: " ").map(String.init)) == nil)
    }

    @Test("No two keys do two things")
    func keysAreDistinct() {
        let keys = ViewKey.allCases.flatMap(\.keys)
        #expect(Set(keys).count == keys.count)
    }
}

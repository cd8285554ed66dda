import Domain
import Support
import Testing

/// What each suspension asks: two days from Tuesday 7 October 2025, decided the day before.
struct SuspensionTests {
    static func child(
        _ fields: (String, String?)..., child: TestChild = TestChild().cin("2024-01-08")
    ) -> TestSchool {
        TestSchool(child).with(fields.reduce(Rows.suspension()) { $0.with($1) })
    }
    static let permanent: [(String, String?)] = [("kind", "permanent"), ("days", nil)]

    @Test(
        "What was tried before is answered when it is decided",
        arguments: [
            Owed("no", child(), on: "2025-10-06", "S1: overdue 2025-10-06"),
            Owed(
                "answered", child(("tried", "Calm room")), on: "2025-10-06",
                "S1: met 2025-10-06"),
            Owed("decided tomorrow", child(), on: "2025-10-05"),
            Owed(
                "at lunchtime", child(("kind", "lunchtime")), on: "2025-10-06",
                "S1: overdue 2025-10-06"),
            Owed(
                "the child has left", child(child: TestChild(left: "2025-10-06").cin("2024-01-08")),
                on: "2025-10-20", "S1: overdue 2025-10-06"),
            Owed(
                "not known then", child(child: TestChild().cin("2025-10-07")),
                on: "2025-10-20"),
            Owed(
                "90 days after the last year's",
                child(("decided_on", "2025-07-15"), ("from", "2025-07-16")), on: "2025-10-13",
                "S1: overdue 2025-07-15"),
            Owed(
                "91 days after the last year's",
                child(("decided_on", "2025-07-15"), ("from", "2025-07-16")), on: "2025-10-14"),
            Owed(
                "31 July", child(("decided_on", "2025-08-01")), on: "2026-07-31",
                "S1: overdue 2025-08-01"),
            Owed("1 August", child(("decided_on", "2025-08-01")), on: "2026-08-01"),
        ])
    func tried(_ example: Owed) throws { try example.check(.suspensionTried) }

    @Test("Other ways, the home and SEN provision are answered too")
    func answers() throws {
        func lines(_ rule: RuleID, _ school: TestSchool) throws -> [String] {
            try school.duties(rule, on: "2025-10-07")
        }
        #expect(try lines(.suspensionAlternatives, Self.child()) == ["S1: overdue 2025-10-06"])
        #expect(try lines(.suspensionLastResort, Self.child()) == [])
        let out = TestSchool(TestChild().cin("2024-01-08")).with(
            Self.permanent.reduce(Rows.suspension()) { $0.with($1) })
        #expect(try lines(.suspensionLastResort, out) == ["S1: overdue 2025-10-06"])
        #expect(try lines(.suspensionSend, Self.child()) == [])
        let disabled = TestChild(disabled: "yes").cin("2024-01-08")
        #expect(
            try lines(.suspensionSend, Self.child(("adjustments", "Quiet lunch"), child: disabled))
                == ["S1: overdue 2025-10-06"])
        #expect(
            try lines(
                .suspensionSend,
                Self.child(
                    ("adjustments", "Quiet lunch"), ("sen_endeavours", "Assessed"),
                    child: TestChild(sen: "K").cin("2024-01-08"))) == ["S1: met 2025-10-06"])
    }

    @Test(
        "The adviser is spoken to before the decision; afterwards it is too late",
        arguments: [
            Owed("never", child(), on: "2025-10-06", "S1: missed 2025-10-06"),
            Owed(
                "on the day", child(("adviser_discussed_on", "2025-10-06")), on: "2025-10-06",
                "S1: met 2025-10-06"),
            Owed(
                "the day after", child(("adviser_discussed_on", "2025-10-07")),
                on: "2025-10-08", "S1: missed 2025-10-06"),
        ])
    func discussed(_ example: Owed) throws { try example.check(.suspensionDiscussed) }

    @Test("The Virtual School is warned before the decision")
    func warned() throws {
        let warned = Self.child(("virtual_school_warned_on", "2025-10-05"))
        #expect(try warned.duties(.suspensionWarned, on: "2025-10-06") == ["S1: met 2025-10-06"])
        #expect(
            try Self.child().duties(.suspensionWarned, on: "2025-10-06") == [
                "S1: missed 2025-10-06"
            ])
    }

    static func told(_ worker: String?, child: TestChild = TestChild().cin("2024-01-08"))
        -> TestSchool
    {
        Self.child(
            ("virtual_school_told_on", "2025-10-06"), ("parents_told_on", "2025-10-06"),
            ("authority_told_on", "2025-10-07"), ("social_worker_told_on", worker), child: child)
    }

    @Test(
        "All who must hear are told by the next school day",
        arguments: [
            Owed("nobody, on the day", child(), on: "2025-10-07", "S1: soon 2025-10-07"),
            Owed("nobody, the day after", child(), on: "2025-10-08", "S1: overdue 2025-10-07"),
            Owed("all", told("2025-10-06"), on: "2025-10-07", "S1: met 2025-10-07"),
            Owed(
                "the last late", told("2025-10-09"), on: "2025-10-09",
                "S1: met 2025-10-07 late 2"),
            Owed("the social worker not", told(nil), on: "2025-10-08", "S1: overdue 2025-10-07"),
            Owed(
                "without a social worker", told(nil, child: TestChild().pla("2024-01-08")),
                on: "2025-10-08", "S1: met 2025-10-07"),
        ])
    func hearing(_ example: Owed) throws { try example.check(.suspensionTold) }

    @Test(
        "Work is set from the first day",
        arguments: [
            Owed("on the day", child(), on: "2025-10-07", "S1: soon 2025-10-07"),
            Owed("the day after", child(), on: "2025-10-08", "S1: overdue 2025-10-07"),
            Owed(
                "set late", child(("work_set_on", "2025-10-08")), on: "2025-10-08",
                "S1: met 2025-10-07 late 1"),
            Owed("lunchtime", child(("kind", "lunchtime")), on: "2025-10-08"),
        ])
    func work(_ example: Owed) throws { try example.check(.suspensionWork) }

    @Test(
        "Full-time provision begins on the sixth school day",
        arguments: [
            Owed("five days", child(("days", "5")), on: "2025-10-14"),
            Owed(
                "more than five", child(("days", "5.5")), on: "2025-10-14",
                "S1: soon 2025-10-14"),
            Owed(
                "the day after", child(("days", "5.5")), on: "2025-10-15",
                "S1: overdue 2025-10-14"),
            Owed(
                "from a Saturday", child(("days", "6"), ("from", "2025-10-11")),
                on: "2025-10-14", "S1: soon 2025-10-20"),
            Owed(
                "half-term between", child(("days", "6"), ("from", "2025-10-23")),
                on: "2025-10-24", "S1: soon 2025-11-06"),
            Owed(
                "provided", child(("days", "6"), ("provision_from", "2025-10-15")),
                on: "2025-10-15", "S1: met 2025-10-14 late 1"),
            Owed(
                "from tomorrow", child(("days", "6"), ("provision_from", "2025-10-16")),
                on: "2025-10-15", "S1: overdue 2025-10-14"),
            Owed(
                "not of compulsory age",
                child(
                    ("days", "6"), child: TestChild(born: "2021-01-01").cin("2024-01-08")),
                on: "2025-10-15"),
            Owed(
                "many lunchtimes", child(("kind", "lunchtime"), ("days", "12")),
                on: "2025-10-15"),
        ])
    func provision(_ example: Owed) throws { try example.check(.suspensionProvision) }

    @Test(
        "The first school day back begins with a meeting",
        arguments: [
            Owed("before the last day", child(), on: "2025-10-07", "S1: upcoming 2025-10-09"),
            Owed("the last day", child(), on: "2025-10-08", "S1: soon 2025-10-09"),
            Owed("the day", child(), on: "2025-10-09", "S1: soon 2025-10-09"),
            Owed("the day after", child(), on: "2025-10-10", "S1: overdue 2025-10-09"),
            Owed(
                "half days count whole", child(("days", "2.5")), on: "2025-10-08",
                "S1: upcoming 2025-10-10"),
            Owed(
                "held late", child(("reintegration_on", "2025-10-13")), on: "2025-10-13",
                "S1: met 2025-10-09 late 2"),
            Owed("lunchtime", child(("kind", "lunchtime")), on: "2025-10-08"),
        ])
    func back(_ example: Owed) throws { try example.check(.suspensionReturn) }
}

import Domain
import Support
import Testing

/// A separation is no suspension, and a managed move none either: the questions of one are not
/// asked of them, and their days count nowhere.
struct KeptOffSiteTests {
    /// In care, with SEN and a disability, so that every question would be asked.
    static let child = TestChild(sen: "K", disabled: "yes").cla("2024-01-08")

    static let questions: [RuleID] = [
        "suspension-tried", "suspension-alternatives", "suspension-discussed", "suspension-warned",
        "suspension-told", "suspension-last-resort", "suspension-send", "suspension-work",
        "suspension-provision", "suspension-return", "suspension-governors",
        "suspension-representations", "suspension-total",
    ]

    /// 20 days, decided on 6 October 2025, with representations made.
    static func out(_ kind: String, days: String? = "20") -> TestSchool {
        TestSchool(child).with(
            Rows.suspension(
                "S1", ("kind", kind), ("days", days), ("representations_on", "2025-10-08")))
    }

    @Test("Nothing is asked of either", arguments: questions)
    func nothing(_ rule: RuleID) throws {
        for kind in ["separation", "managed-move"] {
            for days in ["6", "20", nil] {
                for day in ["2025-10-06", "2025-10-08", "2025-10-14", "2025-11-10", "2026-01-05"] {
                    #expect(
                        try Self.out(kind, days: days).duties(rule, on: day) == [],
                        "\(kind) of \(days ?? "no") days, on \(day)")
                }
            }
        }
    }

    @Test("Of a suspension of that child each question that fits is asked")
    func suspension() throws {
        let permanent = Self.out("permanent", days: nil)
        for rule in Self.questions {
            let lines =
                try Self.out("suspension").duties(rule, on: "2025-10-08")
                + permanent.duties(rule, on: "2025-10-08")
                + Self.out("suspension", days: "6").duties(rule, on: "2025-10-08")
            #expect(!lines.isEmpty, "\(rule)")
        }
    }

    static func beside(_ kind: String, _ days: String) -> TestSchool {
        TestSchool(TestChild().cin("2024-01-08")).with(
            Rows.suspension(
                "S0", ("kind", kind), ("decided_on", "2025-09-05"), ("from", "2025-09-08"),
                ("days", "15")),
            Rows.suspension("S1", ("days", days)))
    }

    @Test(
        "Their days add nothing to those of the term",
        arguments: [
            Owed(
                "suspended for 15 days before", beside("suspension", "0.5"), on: "2025-11-03",
                "S1: soon 2025-11-03"),
            Owed("kept off the site before", beside("separation", "0.5"), on: "2025-11-03"),
            Owed("moved by agreement before", beside("managed-move", "0.5"), on: "2025-11-03"),
            Owed("kept off the site, and 15 days", beside("separation", "15"), on: "2025-11-03"),
            Owed(
                "kept off the site, and more than 15 days", beside("separation", "15.5"),
                on: "2025-11-03", "S1: soon 2025-11-03"),
        ])
    func governors(_ example: Owed) throws { try example.check("suspension-governors") }
}

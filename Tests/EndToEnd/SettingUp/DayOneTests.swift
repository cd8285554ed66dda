import Foundation
import Support
import Testing

@Suite("The first morning")
struct DayOneTests {
    /// The most overdue duties of forty pupils, five of them known to a social worker.
    private static let mostOverdue = 30

    private struct OpenDuty {
        let subject: String
        let rule: String
        let reference: String
        let state: String
        let due: String?
        let action: String?

        init(_ json: [String: Any]) {
            subject = json["subject"] as? String ?? ""
            rule = json["rule"] as? String ?? ""
            reference = json["reference"] as? String ?? ""
            state = json["state"] as? String ?? ""
            due = json["due"] as? String
            action = json["action"] as? String
        }
    }

    /// Two files, the year's dates and five children; records begin today.
    private func school() throws -> CommandLine {
        let cksw = try CommandLine(today: SchoolFiles.today)
        let files = try SchoolFiles(cksw.folder).folder
        func done(_ words: String...) throws {
            let result = try cksw.run(words)
            guard result.status == 0 else {
                throw CommandLine.Unexpected("\(words): \(result.errors)")
            }
        }
        try done("import", "roster", files.file("pupils.csv"))
        try done("import", "attendance", files.file("register.csv"))
        try done(
            "record", "school", "--urn", "117000", "--name", "Larkfield Infant School", "--phase",
            "infant", "--local-authority", "Hertfordshire", "--records-from", SchoolFiles.today)
        for (term, start, end) in [
            ("autumn", "2026-09-01", "2026-12-18"), ("spring", "2027-01-04", "2027-03-25"),
            ("summer", "2027-04-12", "2027-07-21"),
        ] {
            try done(
                "record", "term", "--academic-year", "2026-27", "--term", term, "--start", start,
                "--end", end)
        }
        try done(
            "record", "closure", "--from", "2026-10-26", "--to", "2026-10-30", "--kind",
            "half-term")
        for (child, status, from) in [
            ("2001", "CP", "2026-10-12"), ("2003", "CLA", "2026-01-05"),
            ("2006", "CIN", "2026-09-01"), ("2007", "PLA", "2021-05-01"),
            ("2010", "CLA", "2026-11-16"),
        ] {
            try done(
                "record", "status-begin", "--pupil", child, "--status", status, "--from", from)
        }
        return cksw
    }

    private func list(_ json: String) throws -> [[String: Any]] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [[String: Any]])
    }

    @Test("At most 30 duties are overdue, none from before the records, and none is a dead end")
    func firstMorning() throws {
        let cksw = try school()
        let duties = try list(try cksw.run("duties", "--json").output).map(OpenDuty.init)
        let overdue = duties.filter { $0.state == "overdue" }
        print(
            "First morning: \(overdue.count) overdue: \(overdue.map { "\($0.subject) \($0.rule)" })"
        )
        #expect(overdue.count <= Self.mostOverdue)
        for duty in overdue {
            #expect(duty.due ?? "9999" >= SchoolFiles.today, "\(duty)")
        }
        for duty in duties where ["overdue", "soon", "unknown", "upcoming"].contains(duty.state) {
            #expect(duty.action != nil, "\(duty)")
        }
        for duty in overdue {
            let words = ["why", duty.subject, duty.rule] + [duty.reference].filter { !$0.isEmpty }
            let why = try cksw.run(words + ["--json"])
            let json = try #require(
                try JSONSerialization.jsonObject(with: Data(why.output.utf8)) as? [String: Any])
            let act = try #require(json["least_act"] as? [String: Any])
            #expect(act["action"] is String, "\(words)")
        }
    }
}

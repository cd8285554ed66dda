import Foundation
import Support
import Testing

@Suite("Export of a calendar")
struct CalendarExportTests {
    private func calendar(_ cksw: CommandLine, _ words: String...) throws -> ReadCalendar {
        let result = try cksw.run(["export", "calendar"] + words)
        #expect(result.status == 0, "\(result.errors)")
        let calendar = ReadCalendar(Array(result.output.utf8))
        #expect(calendar.faults == [])
        return calendar
    }

    /// The PEP of K004 that is planned for a day.
    private func pep(_ cksw: CommandLine, on date: String) throws -> [String: String]? {
        try calendar(cksw, "--kinds", "pep").events.first {
            $0["DTSTART"] == date && ($0["SUMMARY"] ?? "").hasSuffix(", K004")
        }
    }

    @Test("A PEP is planned, moved and cancelled, and stays one event")
    func onePEP() throws {
        let cksw = try CommandLine.school()
        let planned = try cksw.run(
            "record", "pep-plan", "--pupil", "K004", "--planned-for", "2027-05-11", "--json")
        #expect(planned.status == 0, "\(planned.errors)")
        let id = String(try #require(planned.output.firstMatch(of: /"id": "([^"]+)"/)?.1))
        let before = try #require(try pep(cksw, on: "20270511"))
        #expect(before["STATUS"] == "CONFIRMED")
        let moved = try cksw.run(
            "record", "pep-plan", "--pupil", "K004", "--pep-id", id, "--planned-for", "2027-05-18")
        #expect(moved.status == 0, "\(moved.errors)")
        let after = try #require(try pep(cksw, on: "20270518"))
        #expect(after["UID"] == before["UID"])
        #expect(try pep(cksw, on: "20270511") == nil)
        #expect(try cksw.run("record", "pep-cancel", "--pep-id", id).status == 0)
        let gone = try #require(try pep(cksw, on: "20270518"))
        #expect(gone["UID"] == before["UID"])
        #expect(gone["STATUS"] == "CANCELLED")
        let sequences = [after, gone].compactMap { $0["SEQUENCE"].flatMap { Int($0) } }
        #expect(sequences.count == 2 && sequences[0] < sequences[1])
    }

    @Test("A PEP that gets a time stays one event, which then has its hour of the day")
    func timed() throws {
        let cksw = try CommandLine.school()
        let planned = try cksw.run(
            "record", "pep-plan", "--pupil", "K004", "--planned-for", "2027-05-11", "--json")
        let id = String(try #require(planned.output.firstMatch(of: /"id": "([^"]+)"/)?.1))
        let whole = try #require(try pep(cksw, on: "20270511"))
        let timed = try cksw.run(
            "record", "pep-move", "--pep-id", id, "--planned-for", "11 may 2027 at 9.15")
        #expect(timed.status == 0, "\(timed.errors)")
        let events = try calendar(cksw, "--kinds", "pep").events
        let hour = try #require(events.first { $0["UID"] == whole["UID"] })
        #expect(hour["DTSTART"] == "20270511T091500")
        #expect(hour["DTEND"] == "20270511T101500")
    }

    @Test("The same facts on the same day are the same bytes, in a file or not, and looks are kept")
    func file() throws {
        let cksw = try CommandLine.school()
        let path = cksw.folder.file("school.ics")
        let written = try cksw.run("export", "calendar", "-o", path)
        #expect(written.status == 0, "\(written.errors)")
        #expect(written.output.hasPrefix("\(path): written, "))
        let bytes = try cksw.folder.bytes("school.ics")
        let said = try cksw.run("export", "calendar")
        #expect(Array(said.output.utf8) == bytes)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600)
        let again = try cksw.run("export", "calendar", "-o", path, "--names", "full")
        #expect(again.status == 73)
        #expect(again.errors.contains("name a new file"))
        #expect(try cksw.folder.bytes("school.ics") == bytes)
        let looks = try cksw.run("audit", "show", "school").lines.filter {
            $0.contains("export-calendar")
        }
        #expect(looks.count == 3)
    }

    @Test("Nobody is named unless it is asked for, and kinds are chosen")
    func chosen() throws {
        let cksw = try CommandLine.school()
        let plain = try calendar(cksw).lines.joined(separator: "\n")
        #expect(!plain.contains("Surname") && !plain.contains("Ayò"))
        #expect(plain.contains("PEP meeting\\, K004"))
        let initials = try calendar(cksw, "--names", "initials").lines.joined(separator: "\n")
        #expect(!initials.contains("Surname") && initials.contains("A. S. (K004)"))
        let full = try calendar(cksw, "--names", "full").lines.joined(separator: "\n")
        #expect(full.contains("Ayò Surname4 (K004)"))
        let some = try calendar(cksw, "--kinds", "pep,term").events.compactMap { $0["CATEGORIES"] }
        #expect(Set(some) == ["PEP", "TERM"])
        let all = try calendar(cksw).events
        let ids = all.compactMap { $0["UID"] }
        #expect(ids.count == all.count && Set(ids).count == ids.count)
        for words in [["--kinds", "party"], ["--kinds", "pep,"], ["--names", "some"]] {
            let refused = try cksw.run(["export", "calendar"] + words)
            #expect(refused.status == 64, "\(words)")
            #expect(refused.output.isEmpty)
        }
    }

    @Test("A calendar of invented pupils says so")
    func invented() throws {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        let calendar = try calendar(cksw)
        #expect(calendar.lines.contains { $0.hasPrefix("X-WR-CALNAME:INVENTED PUPILS") })
        #expect(!calendar.events.isEmpty)
    }

    // MARK: Another reader

    private static let python = "/usr/bin/python3"

    private static let hasReader =
        (try? Tool.run(python, ["-c", "import icalendar"]))?.status == 0

    private static let script = """
        import sys, icalendar
        with open(sys.argv[1], "rb") as file:
            calendar = icalendar.Calendar.from_ical(file.read())
        for event in calendar.walk("VEVENT"):
            print(event["UID"], event["DTSTART"].dt.strftime("%Y%m%d"),
                event["DTEND"].dt.strftime("%Y%m%d"), event["DTSTAMP"].dt.isoformat(),
                int(event["SEQUENCE"]), str(event["STATUS"]), str(event["SUMMARY"]), sep="|")
        """

    @Test(
        "Debian's python3-icalendar reads every event as it was meant",
        .enabled(if: hasReader, "needs the Debian package python3-icalendar"))
    func readBack() throws {
        let cksw = try CommandLine.school()
        let path = cksw.folder.file("school.ics")
        let written = try cksw.run("export", "calendar", "--names", "full", "-o", path)
        #expect(written.status == 0, "\(written.errors)")
        let events = ReadCalendar(try cksw.folder.bytes("school.ics")).events
        let expected = events.map { event in
            ["UID", "DTSTART", "DTEND", "DTSTAMP", "SEQUENCE", "STATUS", "SUMMARY"].map { name in
                name == "DTSTAMP" ? "2027-04-22T00:00:00+00:00" : event[name] ?? ""
            }.joined(separator: "|")
        }
        let found = try Tool.run(Self.python, ["-c", Self.script, path])
        #expect(found.status == 0, "\(found.text)")
        #expect(found.text.split(separator: "\n").map(String.init) == expected)
        #expect(events.contains { $0["STATUS"] == "CANCELLED" })
    }
}

import Domain
import Exchange
import Foundation
import Support
import Testing

@Suite("A calendar file")
struct CalendarFileTests {
    private let today = Day.of("2026-11-23")

    private func event(
        _ title: String = "PEP meeting, K017", id: String = "pep P1", on day: String = "2026-12-01",
        isCancelled: Bool = false
    ) -> CalendarEvent {
        let day = Day.of(day)
        return CalendarEvent(
            id: id, kind: .pep, time: .days(day, through: day), title: title,
            isCancelled: isCancelled)
    }

    private func file(_ events: CalendarEvent..., on day: String = "2026-11-23") -> CalendarFile {
        CalendarFile(events, on: Day.of(day), of: "100001", titled: "Larkfield Infant School")
    }

    private func read(_ event: CalendarEvent, on day: String = "2026-11-23") throws
        -> [String: String]
    {
        let calendar = ReadCalendar(file(event, on: day).bytes)
        #expect(calendar.faults == [])
        return try #require(calendar.events.first)
    }

    @Test("An event of a day stands in it whole")
    func whole() throws {
        let uid = try #require(try read(event())["UID"])
        #expect(uid.wholeMatch(of: /[0-9a-f]{16}@100001\.cksw/) != nil, "\(uid)")
        let expected = """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//cksw//calendar//EN
            CALSCALE:GREGORIAN
            X-WR-CALNAME:Larkfield Infant School
            BEGIN:VEVENT
            UID:\(uid)
            DTSTAMP:20261123T000000Z
            SEQUENCE:41560
            DTSTART;VALUE=DATE:20261201
            DTEND;VALUE=DATE:20261202
            SUMMARY:PEP meeting\\, K017
            CATEGORIES:PEP
            STATUS:CONFIRMED
            CLASS:CONFIDENTIAL
            TRANSP:TRANSPARENT
            END:VEVENT
            END:VCALENDAR
            """
        let lines = ReadCalendar(file(event()).bytes).lines
        #expect(lines.joined(separator: "\n") == expected)
    }

    @Test(
        "Long lines are folded at 75 octets, never within a letter, and read as they were",
        arguments: ["e", "é", "字", "👩", "aé", "ab字", "abc👩", "e\u{301}", ",", "\\"])
    func folding(letter: String) throws {
        for count in 1...160 {
            let title = String(repeating: letter, count: count)
            #expect(try read(event(title))["SUMMARY"] == title)
        }
    }

    @Test("A line of 75 octets stays whole; one more makes two of it")
    func limit() {
        // Behind `SUMMARY:` there are 67 octets left.
        for (count, lengths) in [(67, [75]), (68, [75, 2]), (141, [75, 75]), (142, [75, 75, 2])] {
            let file = file(event(String(repeating: "x", count: count)))
            let rows = ReadCalendar(file.bytes).rows
            let first = rows.firstIndex { $0.starts(with: "SUMMARY".utf8) } ?? 0
            #expect(rows[first...].prefix(lengths.count).map(\.count) == lengths, "\(count)")
            #expect(rows[first + lengths.count].first != 0x20, "\(count)")
        }
    }

    @Test(
        "Signs of the format are escaped, and what hides stands visibly",
        arguments: [
            ("a, b; c: d", #"SUMMARY:a\, b\; c: d"#), (#"back\slash"#, #"SUMMARY:back\\slash"#),
            ("two\nlines", #"SUMMARY:two\nlines"#), ("two\r\nlines", #"SUMMARY:two\nlines"#),
            ("a\u{202E}b", #"SUMMARY:a\\u{202E}b"#), ("x\u{1B}[2J", #"SUMMARY:x\\u{1B}[2J"#),
            (",\u{301};", "SUMMARY:\\,\u{301}\\;"), ("\"Zoë\"", "SUMMARY:\"Zoë\""),
        ])
    func escaping(title: String, line: String) {
        let calendar = ReadCalendar(file(event(title)).bytes)
        #expect(calendar.faults == [])
        let summary = calendar.lines.first { $0.hasPrefix("SUMMARY") } ?? ""
        #expect(summary.utf8.elementsEqual(line.utf8), "\(summary)")
    }

    @Test("A move is the same event on another day; the next day's replaces it")
    func moved() throws {
        let planned = try read(event())
        let moved = try read(event(on: "2026-12-08"), on: "2026-11-24")
        #expect(moved["UID"] == planned["UID"])
        #expect(moved["DTSTART"] == "20261208")
        #expect(moved["DTSTAMP"] == "20261124T000000Z")
        let sequences = [planned, moved].compactMap { $0["SEQUENCE"].flatMap { Int($0) } }
        #expect(sequences.count == 2 && sequences[0] < sequences[1])
        #expect(try read(event(id: "pep P2"))["UID"] != planned["UID"])
    }

    @Test("A cancelled event stays, is CANCELLED, and replaces what went out on the same day")
    func cancelled() throws {
        let planned = try read(event())
        let cancelled = try read(event(isCancelled: true))
        #expect(cancelled["UID"] == planned["UID"])
        #expect(planned["STATUS"] == "CONFIRMED" && cancelled["STATUS"] == "CANCELLED")
        let sequences = [planned, cancelled].compactMap { $0["SEQUENCE"].flatMap { Int($0) } }
        #expect(sequences.count == 2 && sequences[0] < sequences[1])
    }

    @Test("Two schools never share an event")
    func schools() throws {
        let other = CalendarFile([event()], on: today, of: "100002", titled: "Other")
        let uid = ReadCalendar(other.bytes).events.first?["UID"]
        let own = try read(event())["UID"]
        #expect(uid != nil && own != nil && uid != own)
    }

    @Test("Times are London's, summer and winter, and bring the zone with them")
    func times() throws {
        for day in ["2026-12-01", "2027-06-01"] {
            let start = Instant(londonDay: Day.of(day), hour: 9, minute: 15)
            let timed = CalendarEvent(
                id: "pep P1", kind: .pep,
                time: .clock(start, until: Instant(seconds: start.seconds + 3600)),
                title: "PEP meeting")
            let calendar = ReadCalendar(file(timed).bytes)
            #expect(calendar.faults == [])
            let date = day.replacing("-", with: "")
            #expect(calendar.lines.contains("DTSTART;TZID=Europe/London:\(date)T091500"))
            #expect(calendar.lines.contains("DTEND;TZID=Europe/London:\(date)T101500"))
            #expect(calendar.lines.contains("TRANSP:OPAQUE"))
            #expect(calendar.lines.contains("TZID:Europe/London"))
        }
        #expect(!ReadCalendar(file(event()).bytes).lines.contains("BEGIN:VTIMEZONE"))
    }

    @Test("Days end before the day after their last")
    func span() {
        let halfTerm = CalendarEvent(
            id: "closure half-term 2026-27 1", kind: .term,
            time: .days(Day.of("2026-10-26"), through: Day.of("2026-10-30")), title: "Half-term")
        let lines = ReadCalendar(file(halfTerm).bytes).lines
        #expect(lines.contains("DTSTART;VALUE=DATE:20261026"))
        #expect(lines.contains("DTEND;VALUE=DATE:20261031"))
        #expect(lines.contains("CLASS:PUBLIC"))
    }

    @Test("A file is its owner's alone, and never takes the place of another")
    func written() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("school.ics")
        try file(event()).write(to: path)
        #expect(try folder.bytes("school.ics") == file(event()).bytes)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
        #expect((mode as? Int) == 0o600)
        #expect(throws: BundleWriteFault.self) { try file(event("Other")).write(to: path) }
        #expect(try folder.bytes("school.ics") == file(event()).bytes)
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("link"), withDestinationPath: folder.file("nowhere"))
        #expect(throws: BundleWriteFault.self) { try file(event()).write(to: folder.file("link")) }
        #expect(throws: BundleWriteFault.self) {
            try file(event()).write(to: folder.file("no/such/folder"))
        }
        #expect(try folder.names() == ["link", "school.ics"])
    }
}

import Domain

/// Writes events as RFC 5545 has them, for any calendar to read: UTF-8, CRLF, folded lines.
///
/// It knows no clock: the same events on the same day give the same bytes.
public struct CalendarFile: Sendable {
    private let events: [CalendarEvent]
    private let today: Day
    private let school: String
    private let title: String

    /// - Parameters:
    ///   - today: the day of the facts, which dates every event.
    ///   - school: the school's URN; with it the events of no two schools are the same.
    ///   - title: what the calendar is called.
    public init(_ events: [CalendarEvent], on today: Day, of school: String?, titled title: String)
    {
        self.events = events
        self.today = today
        self.school = school ?? "school"
        self.title = title
    }

    /// The whole file.
    public var bytes: [UInt8] {
        var lines = [
            "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//cksw//calendar//EN", "CALSCALE:GREGORIAN",
            "X-WR-CALNAME:\(ContentLine.text(title))",
        ]
        if events.contains(where: \.hasClock) { lines += Self.london }
        for event in events { lines += self.lines(of: event) }
        lines.append("END:VCALENDAR")
        return lines.flatMap(ContentLine.folded)
    }

    /// Writes it to a file that is not there yet, for its owner's eyes only.
    ///
    /// - Throws: `BundleWriteFault`.
    public func write(to path: String) throws {
        try WholeFile.write(bytes, to: path, replacing: false, advice: "name a new file")
    }

    private func lines(of event: CalendarEvent) -> [String] {
        var lines = [
            "BEGIN:VEVENT", "UID:\(uid(of: event))", "DTSTAMP:\(Self.date(today))T000000Z",
            "SEQUENCE:\(sequence(of: event))",
        ]
        lines += Self.times(of: event)
        lines.append("SUMMARY:\(ContentLine.text(event.title))")
        if let details = event.details { lines.append("DESCRIPTION:\(ContentLine.text(details))") }
        lines += [
            "CATEGORIES:\(event.kind.rawValue.uppercased())",
            event.isCancelled ? "STATUS:CANCELLED" : "STATUS:CONFIRMED",
            event.kind == .term ? "CLASS:PUBLIC" : "CLASS:CONFIDENTIAL",
            // A whole day keeps nobody busy, and what is cancelled does not either.
            event.hasClock && !event.isCancelled ? "TRANSP:OPAQUE" : "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
        return lines
    }

    /// A digest of the event's id: an id that somebody made of a name does not leave with it.
    private func uid(of event: CalendarEvent) -> String {
        let digits = String(event.id.steadyHash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits + "@\(school).cksw"
    }

    /// What is taken out on a later day replaces what went before, and a cancellation what went out
    /// on its own day.
    private func sequence(of event: CalendarEvent) -> Int {
        max(0, Int(today.rawValue)) * 2 + (event.isCancelled ? 1 : 0)
    }

    private static func times(of event: CalendarEvent) -> [String] {
        switch event.time {
        case .days(let first, let last):
            // The end of whole days is the day after.
            ["DTSTART;VALUE=DATE:\(date(first))", "DTEND;VALUE=DATE:\(date(last + 1))"]
        case .clock(let start, let end):
            [
                "DTSTART;TZID=Europe/London:\(clock(start))",
                "DTEND;TZID=Europe/London:\(clock(end))",
            ]
        }
    }

    /// `20261123`.
    private static func date(_ day: Day) -> String { day.iso.filter { $0 != "-" } }

    /// `20261123T092200`, as London's clocks show it.
    private static func clock(_ instant: Instant) -> String {
        "\(date(instant.londonDay))T\(instant.londonClock.filter { $0 != ":" })00"
    }

    /// Summer time from the last Sunday of March to the last of October.
    private static let london = [
        "BEGIN:VTIMEZONE", "TZID:Europe/London", "BEGIN:DAYLIGHT", "DTSTART:19810329T010000",
        "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100",
        "TZNAME:BST", "END:DAYLIGHT", "BEGIN:STANDARD", "DTSTART:19961027T020000",
        "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000",
        "TZNAME:GMT", "END:STANDARD", "END:VTIMEZONE",
    ]
}

extension CalendarEvent {
    fileprivate var hasClock: Bool {
        switch time {
        case .days: false
        case .clock: true
        }
    }
}

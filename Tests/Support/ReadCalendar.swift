/// A calendar as a strict reader of RFC 5545 finds it.
public struct ReadCalendar: Sendable {
    /// The lines of the file, without their ends.
    public let rows: [[UInt8]]
    /// The same put together again where they were folded.
    public let lines: [String]
    /// What is wrong with the file; nothing, where all readers can read it.
    public let faults: [String]

    public init(_ bytes: [UInt8]) {
        var rows: [[UInt8]] = []
        var whole: [[UInt8]] = []
        var faults: [String] = []
        for ended in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).dropLast() {
            let place = rows.count + 1
            if ended.last != 0x0D { faults.append("line \(place) does not end with CRLF") }
            let row = Array(ended.dropLast())
            rows.append(row)
            if row.count > 75 { faults.append("line \(place) has \(row.count) octets") }
            if !String(decoding: row, as: UTF8.self).utf8.elementsEqual(row) {
                faults.append("line \(place) is no UTF-8")
            }
            if row.first == 0x20, let last = whole.indices.last {
                whole[last] += row.dropFirst()
            } else {
                whole.append(row)
            }
        }
        if bytes.last != 0x0A { faults.append("the last line does not end") }
        self.rows = rows
        lines = whole.map { String(decoding: $0, as: UTF8.self) }
        var open: [String] = []
        for line in lines {
            if line.hasPrefix("BEGIN:") { open.append(String(line.dropFirst(6))) }
            if line.hasPrefix("END:"), open.popLast() != String(line.dropFirst(4)) {
                faults.append("\(line) ends nothing")
            }
        }
        if !open.isEmpty || lines.first != "BEGIN:VCALENDAR" {
            faults.append("is no whole VCALENDAR")
        }
        self.faults = faults
    }

    /// The properties of each event by name, parameters apart, with texts as they were meant.
    public var events: [[String: String]] {
        var events: [[String: String]] = []
        var event: [String: String]?
        for line in lines {
            switch line {
            case "BEGIN:VEVENT": event = [:]
            case "END:VEVENT":
                if let event { events.append(event) }
                event = nil
            default:
                guard let colon = line.firstIndex(of: ":") else { continue }
                let name = line[..<colon].prefix { $0 != ";" }
                event?[String(name)] = Self.plain(line[line.index(after: colon)...])
            }
        }
        return events
    }

    private static func plain(_ value: Substring) -> String {
        var text = ""
        var isEscaped = false
        for scalar in value.unicodeScalars {
            if !isEscaped, scalar == "\\" {
                isEscaped = true
                continue
            }
            text.unicodeScalars.append(isEscaped && scalar == "n" ? "\n" : scalar)
            isEscaped = false
        }
        return text
    }
}

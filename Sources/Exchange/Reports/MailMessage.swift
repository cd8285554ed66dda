import Domain
import Foundation

/// An address to which mail goes: the plain form `name@school.example`, and nothing by which a header
/// or a command line could be made longer.
public struct MailAddress: Hashable, Sendable {
    public let text: String

    /// `nil` for anything but letters, digits and `.` `_` `%` `+` `-` before one `@`, and a name of a
    /// machine behind it; at most 254 bytes, and no `-` or `.` at the beginning.
    public init?(_ text: String) {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254,
            Self.isGood(parts[0], also: "._%+-"), Self.isGood(parts[1], also: ".-"),
            !text.contains("..")
        else { return nil }
        self.text = text
    }

    private init(plain text: String) { self.text = text }

    /// Of a machine whose own name is none that mail knows.
    public static let local = MailAddress(plain: "cksw@localhost")

    private static func isGood(_ part: Substring, also marks: String) -> Bool {
        let ends = [part.utf8.first, part.utf8.last]
        return !part.isEmpty && part.utf8.allSatisfy { isPlain($0) || marks.utf8.contains($0) }
            && ends.allSatisfy { $0.map { $0 != 0x2D && $0 != 0x2E } ?? false }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte)
    }
}

/// A message of plain text as sendmail(8) takes it (RFC 5322, RFC 2045): every line is of ASCII and
/// short, whatever the text holds.
public struct MailMessage: Sendable {
    public let from: MailAddress
    public let to: [MailAddress]
    public let subject: String
    public let at: Instant
    /// What tells this message from all others of the same second.
    public let seed: UInt64
    public let lines: [String]

    public init(
        from: MailAddress, to: [MailAddress], subject: String, at: Instant, seed: UInt64,
        lines: [String]
    ) {
        self.from = from
        self.to = to
        self.subject = subject
        self.at = at
        self.seed = seed
        self.lines = lines
    }

    /// The whole message, its lines ended as other programs of the machine end theirs.
    public var bytes: [UInt8] {
        let host = from.text.split(separator: "@").last.map(String.init) ?? "localhost"
        let stamp = at.iso.filter { $0.isLetter || $0.isNumber }
        let head = [
            "From: \(from.text)",
            "To: " + to.map(\.text).joined(separator: ",\n "),
            "Subject: \(Self.header(subject))",
            "Date: \(Self.date(at))",
            "Message-ID: <\(stamp).\(String(seed, radix: 36)).cksw@\(host)>",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: text/plain; charset=UTF-8",
            "Content-Transfer-Encoding: quoted-printable",
            "",
        ]
        return Array((head + lines.map(Self.quoted)).joined(separator: "\n").utf8) + [0x0A]
    }

    // MARK: Words

    private static let longest = 76

    /// `Mon, 23 Nov 2026 08:00:00 +0000`.
    private static func date(_ at: Instant) -> String {
        let day = at.utcDay
        let time = at.iso.split(separator: "T").last.map { $0.dropLast() } ?? "00:00:00"
        let words = day.dayMonthYear
        return "\(day.long.prefix(3)), \(words) \(time) +0000"
    }

    /// A header's text: as it stands where it is plain and short, else in encoded words (RFC 2047).
    private static func header(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
        guard !isPlain || text.utf8.count > longest - "Subject: ".count else { return text }
        // A word holds whole characters, and no more than 75 bytes with its frame.
        var words: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars where !isControl(scalar) {
            let bytes = Array(String(scalar).utf8)
            if words[words.count - 1].count + bytes.count > 36 { words.append([]) }
            words[words.count - 1] += bytes
        }
        return words.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }
            .joined(separator: "\n ")
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
    }

    /// One line of the text, in as many lines as it takes.
    private static func quoted(_ line: String) -> String {
        let bytes = Array(line.utf8)
        var text = ""
        var length = 0
        for (place, byte) in bytes.enumerated() {
            let isLast = place == bytes.count - 1
            let isSpace = byte == 0x20 || byte == 0x09
            let isPlain = (0x21...0x7E).contains(byte) && byte != 0x3D
            // A line of a lone dot ends a message for some, and one that begins with "From " is an
            // envelope for others.
            let isRisky = length == 0 && (byte == 0x2E || byte == 0x46)
            let word =
                (isPlain && !isRisky) || (isSpace && !isLast)
                ? String(UnicodeScalar(byte)) : hexadecimal(byte)
            if length + word.utf8.count > longest - 1 {
                text += "=\n"
                length = 0
            }
            text += word
            length += word.utf8.count
        }
        return text
    }

    private static func hexadecimal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "=" + (digits.count == 1 ? "0" : "") + digits
    }
}

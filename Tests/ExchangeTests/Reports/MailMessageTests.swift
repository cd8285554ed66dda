import Domain
import Exchange
import Foundation
import Testing

@Suite("A report as mail")
struct MailMessageTests {
    private static let at = Instant(iso: "2026-11-23T08:00:05Z") ?? Instant(seconds: 0)

    private func message(_ subject: String, _ lines: [String]) throws -> [String] {
        let from = try #require(MailAddress("cksw@school.example"))
        let to = try #require(MailAddress("dt@school.example"))
        let bytes = MailMessage(
            from: from, to: [to], subject: subject, at: Self.at, seed: 35, lines: lines
        ).bytes
        #expect(bytes.allSatisfy { $0 == 0x0A || (0x20...0x7E).contains($0) })
        return String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n")
    }

    @Test("The head says from whom, to whom, when, and how the text is written")
    func head() throws {
        #expect(
            try message("Larkfield: 3 overdue", ["Two lines,", "and no more."]) == [
                "From: cksw@school.example", "To: dt@school.example",
                "Subject: Larkfield: 3 overdue", "Date: Mon, 23 Nov 2026 08:00:05 +0000",
                "Message-ID: <20261123T080005Z.z.cksw@school.example>",
                "Auto-Submitted: auto-generated", "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: quoted-printable", "", "Two lines,", "and no more.",
                "",
            ])
    }

    @Test(
        "Whatever stands in a text or a subject, lines are short and nothing begins a header",
        arguments: [
            "Ælfgifu Infant School", String(repeating: "ä€😀 ", count: 90),
            "x\nBcc: other@example.org", "x\r\n\r\nbody", "=?UTF-8?B?eA==?=",
            String(repeating: "w", count: 2000), "", ".", "From me", "ends with a blank ",
            "100 % = all",
        ])
    func anything(text: String) throws {
        let lines = try message(text, [text.replacing("\n", with: " ").replacing("\r", with: " ")])
        #expect(lines.allSatisfy { $0.utf8.count <= 76 })
        let end = try #require(lines.firstIndex(of: ""))
        let names = lines[..<end].filter { !$0.hasPrefix(" ") }
            .map { $0.prefix { $0 != ":" } }
        #expect(
            names == [
                "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "MIME-Version",
                "Content-Type", "Content-Transfer-Encoding",
            ])
    }

    @Test(
        "A text comes back as it was",
        arguments: ["Ælfgifu = 100 %", ".", "From me", "blank ", String(repeating: "€", count: 99)])
    func back(text: String) throws {
        let lines = try message("s", [text])
        let end = try #require(lines.firstIndex(of: ""))
        let body = lines[(end + 1)...].joined(separator: "\n").dropLast()
            .replacing("=\n", with: "")
        var bytes: [UInt8] = []
        var rest = Array(body.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == 0x3D else {
                bytes.append(byte)
                continue
            }
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            bytes.append(try #require(UInt8(digits, radix: 16)))
            rest = rest.dropFirst(2)
        }
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }

    @Test(
        "An address is a plain one",
        arguments: [
            ("dt@school.example", true), ("a.b-c_d+e%f@x-y.example", true), ("a@b", true),
            ("", false), ("dt", false), ("@b", false), ("a@", false), ("a@b@c", false),
            ("-oQ@b.example", false), ("a@-b", false), ("a@b.", false), (".a@b", false),
            ("a..b@c", false), ("a b@c", false), ("a@b\nBcc: c@d", false), ("a@b\r", false),
            ("\"a\"@b", false), ("a,b@c", false), ("a;b@c", false), ("<a@b>", false),
            ("ä@b", false), ("a@b|sh", false), ("$(x)@b", false), ("a@b\u{0}", false),
            (String(repeating: "a", count: 251) + "@b.c", false),
        ])
    func address(text: String, isGood: Bool) {
        #expect((MailAddress(text) != nil) == isGood, "\(text)")
    }
}

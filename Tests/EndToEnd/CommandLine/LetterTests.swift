import Foundation
import Support
import Testing

@Suite("Letters and mail")
struct LetterTests {
    /// A worked school with a PEP that nobody has signed off, and the social worker of its child.
    private func school() throws -> CommandLine {
        let cksw = try CommandLine.school()
        for words in [
            [
                "pupil-add", "--pupil", "Z1", "--surname", "Quillon", "--forename", "Ottoline",
                "--born", "2020-02-02", "--year-group", "1", "--admitted", "2026-09-02",
            ],
            ["status-begin", "--pupil", "Z1", "--status", "CP", "--from", "2026-09-02"],
            [
                "person", "--pupil", "Z1", "--role", "social-worker", "--name", "Petra Lundqvist",
                "--from", "2026-09-02",
            ],
            ["meeting", "--pupil", "Z1", "--kind", "cp-conference", "--held-on", "2027-04-13"],
        ] {
            let made = try cksw.run(["record"] + words)
            guard made.status == 0 else { throw CommandLine.Unexpected(made.errors) }
        }
        return cksw
    }

    @Test("A letter is drafted, logged as sent, taken back, and not offered twice")
    func letter() throws {
        let cksw = try school()
        let draft = try cksw.run("letter", "lundqvist")
        #expect(draft.status == 0, "\(draft.errors)")
        #expect(draft.output.contains("Dear Petra Lundqvist,"))
        #expect(draft.output.contains("- O. Q.: minutes of the meeting of 13 Apr 2027"))
        #expect(!draft.output.contains("Ottoline") && !draft.output.contains("conference"))
        #expect(try cksw.run("audit", "show", "Z1").output.contains("letter"))

        let sent = try cksw.run("letter", "lundqvist", "--sent")
        #expect(sent.status == 0 && sent.output.contains("Petra Lundqvist, social worker: logged"))
        #expect(
            try cksw.run("show", "pupil", "Z1").output.contains("Reminder sent: minutes"))
        let again = try cksw.run("letter", "lundqvist")
        #expect(again.status == 66 && again.errors.contains("nobody who is to be reminded today"))
        #expect(try cksw.run("undo").status == 0)
        #expect(try cksw.run("letter", "lundqvist").output == draft.output)
    }

    @Test("All letters come one after the other, and each can be logged by the action too")
    func all() throws {
        let cksw = try school()
        let all = try cksw.run("letter", "all")
        #expect(all.status == 0 && all.output.contains("Dear Petra Lundqvist,"))
        let logged = try cksw.run(
            "record", "letter-sent", "--person", "Petra Lundqvist, social worker")
        #expect(logged.status == 0, "\(logged.errors)")
        #expect(!(try cksw.run("letter", "all").output.contains("Lundqvist")))
        // What was asked for is still owed.
        #expect(try cksw.run("report", "chase").output.contains("Lundqvist"))
        #expect(try cksw.run("letter", "nobody").status == 66)
    }

    // MARK: Mail

    /// A program in the place of sendmail that keeps what it is given.
    private func fake(_ cksw: CommandLine, ending status: Int = 0) throws -> [String: String] {
        try FileManager.default.createDirectory(
            atPath: cksw.folder.file("bin"), withIntermediateDirectories: true)
        let kept = cksw.folder.file("mail")
        try cksw.folder.write(
            "bin/sendmail",
            "#!/bin/sh\nprintf '%s\\n' \"$@\" >'\(kept).words'\n/bin/cat >'\(kept)'\n"
                + "exit \(status)\n")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o755], ofItemAtPath: cksw.folder.file("bin/sendmail"))
        return ["PATH": "\(cksw.folder.file("bin")):/usr/bin:/bin"]
    }

    private func mail(_ cksw: CommandLine) throws -> String {
        String(decoding: try cksw.folder.bytes("mail"), as: UTF8.self)
    }

    @Test("The morning list goes out by sendmail, with initials, and the journal says to whom")
    func morning() throws {
        let cksw = try school()
        let path = try fake(cksw)
        let words = ["report", "morning", "--mail", "dt@school.example"]
        let sent = try cksw.run(words, environment: path)
        #expect(sent.status == 0 && sent.output == "dt@school.example: sent\n", "\(sent.errors)")
        #expect(
            String(decoding: try cksw.folder.bytes("mail.words"), as: UTF8.self)
                == "-i\ndt@school.example\n")
        let message = try mail(cksw)
        for line in ["\nTo: dt@school.example\n", "\nMIME-Version: 1.0\n", "\nMessage-ID: <"] {
            #expect(message.contains(line), "\(line)")
        }
        #expect(message.hasPrefix("From: ") && message.contains("O. Q."))
        #expect(!message.contains("Quillon") && !message.contains("Ottoline"))
        #expect(message.split(separator: "\n").allSatisfy { $0.utf8.count <= 76 })
        let looks = try cksw.run("audit", "show").output
        #expect(looks.contains("by mail to dt@school.example"))
    }

    @Test("Without sendmail, or where it refuses, nothing is sent and the cure is said")
    func failing() throws {
        let cksw = try CommandLine.school()
        let refused = try cksw.run(
            ["report", "morning", "--mail", "dt@school.example"],
            environment: try fake(cksw, ending: 75))
        #expect(refused.status == 69 && refused.errors.contains("ended with 75"))
        // A machine that has one would send it.
        let usual = ["/usr/sbin/sendmail", "/usr/lib/sendmail"]
        guard !usual.contains(where: FileManager.default.isExecutableFile) else { return }
        let none = try cksw.run(
            ["report", "morning", "--mail", "dt@school.example"],
            environment: ["PATH": "/nonexistent"])
        #expect(none.status == 69 && none.errors.contains("apt-get install"))
    }

    @Test(
        "What would send something else, or to somebody else, is refused",
        arguments: [
            ["morning", "--mail", "dt@school.example\nBcc: x@y.example"],
            ["morning", "--mail", "-oQ/tmp@y.example"], ["morning", "--mail", "dt"],
            ["morning", "--mail", "dt@school.example", "--format", "json"],
            ["money", "--mail", "dt@school.example"],
        ])
    func refused(words: [String]) throws {
        let cksw = try CommandLine.school()
        let result = try cksw.run(["report"] + words, environment: try fake(cksw))
        #expect(result.status == 64 && result.output.isEmpty, "\(result.errors)")
        #expect(!FileManager.default.fileExists(atPath: cksw.folder.file("mail")))
    }
}

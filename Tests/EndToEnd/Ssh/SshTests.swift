import Foundation
import Support
import Testing

@Suite("Over a real sshd", .serialized)
struct SshTests {
    @Test(
        "Two keys are two people: each opens the dashboard as who they are, types, and is on record"
    )
    func twoPeople() throws {
        let school = try SshSchool()
        let teacher = try school.terminal(key: "teacher")
        try teacher.wait(for: "Now")
        #expect(teacher.screen.rows[0].contains("Designated Teacher"))
        teacher.send("/k1\r")
        try teacher.wait(for: "/k1")
        let office = try school.terminal(key: "office")
        try office.wait(for: "4 on roll")
        #expect(office.screen.rows[0].contains("administrator"))
        office.send("\r")
        try office.wait(for: "Born")
        try office.waitIdle()
        teacher.send("c")
        try teacher.wait(for: "log")
        for (terminal, key, login) in [
            (teacher, "teacher", SshSchool.teacher), (office, "office", SshSchool.office),
        ] {
            for word in school.forbidden(to: login) {
                let said = String(decoding: terminal.transcript, as: UTF8.self)
                #expect(!said.contains(word), "\(key): \(word)")
            }
        }
        let looked = try school.cksw.run("audit", "show").output
        #expect(looked.contains(SshSchool.teacher) && looked.contains(SshSchool.office))
    }

    @Test("Every attack of the list is refused")
    func attacks() throws {
        let school = try SshSchool()
        var lines: [String] = []
        for attack in SshAttack.all {
            let outcome = try attack.carryOut(school)
            lines.append("| \(attack.name) | \(attack.tried) | \(outcome.words) |")
            #expect(outcome.isRefused, "\(attack.name): \(outcome.words)")
        }
        print(
            (["| attack | tried | what came of it |", "|---|---|---|"] + lines)
                .joined(separator: "\n"))
        // Nothing of it changed the store, and nobody is left behind.
        #expect(try school.cksw.run("history").output.split(separator: "\n").count == 1)
        #expect(try school.cksw.run("verify").status == 0)
    }

    @Test("docs/install-ssh.md lists every attack")
    func document() throws {
        let file = Fixtures.folder.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("docs/install-ssh.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        for attack in SshAttack.all {
            #expect(text.contains("| \(attack.name) | \(attack.tried) |"), "\(attack.name)")
        }
    }

    @Test("The office imports from the inbox over the line")
    func inbox() throws {
        let school = try SshSchool()
        let office = try school.terminal(key: "office")
        try office.wait(for: "on roll")
        office.send("i")
        try office.wait(for: "File")
        office.send("marks.csv\r")
        try office.wait(for: "1 row")
    }

    @Test("When the line is lost the program at its other end ends")
    func lostLine() throws {
        let school = try SshSchool()
        let teacher = try school.terminal(key: "teacher")
        try teacher.wait(for: "Now")
        let program = try #require(school.program(of: SshSchool.teacher))
        kill(teacher.process.id, SIGKILL)
        while kill(program, 0) == 0 { usleep(1000) }
        #expect(school.program(of: SshSchool.teacher) == nil)
    }
}

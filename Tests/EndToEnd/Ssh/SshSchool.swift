import Foundation
import Support

/// A school whose people come in over SSH: a store in the service account's folder, two keys of two
/// roles, a third for a command without a screen, and a secret file beside.
struct SshSchool {
    static let secret = "zqsecretq"
    static let teacher = "u-designated-teacher"
    static let office = "u-administrator"

    let cksw: CommandLine
    let school = CanarySchool()
    let sshd: Sshd

    init() throws {
        cksw = try CommandLine(today: "2026-11-24")
        let bundle = cksw.folder.file("in")
        try FileManager.default.createDirectory(atPath: bundle, withIntermediateDirectories: false)
        for file in school.files { try cksw.folder.write("in/\(file.name)", file.text) }
        let made = try cksw.run(["import", "bundle", bundle])
        guard made.status == 0 else { throw CommandLine.Unexpected(made.errors) }
        try cksw.folder.write("secret", Self.secret + "\n")
        try FileManager.default.createDirectory(
            atPath: cksw.folder.file("inbox"), withIntermediateDirectories: false)
        try cksw.folder.write("inbox/marks.csv", "Adno,Date,AM,PM\nK1,2026-11-18,/,\\\n")
        try FileManager.default.createSymbolicLink(
            atPath: cksw.folder.file("inbox/link"), withDestinationPath: cksw.folder.file("secret"))
        let program = "\(BuiltProgram.cksw) --db \(cksw.store) --today \(cksw.today)"
        sshd = try Sshd(keys: [
            // One by what the session itself tells, one by the flag.
            ("teacher", "restrict,pty,command=\"\(program) --as \(Self.teacher)\""),
            ("office", "restrict,pty,command=\"\(program) --fixed --as \(Self.office)\""),
            (
                "morning",
                "restrict,command=\"\(BuiltProgram.cksw) --fixed --as u-dsl status\""
            ),
        ])
    }

    /// The words of all canaries that a role may not see, and the secret.
    func forbidden(to login: String) -> [String] {
        let role = RoleMatrix.logins.first { $0.name == login }?.role
        return school.canaries.filter { $0.isFor(role) != true }.map(\.word) + [Self.secret]
    }

    /// A terminal at the other end of the line.
    func terminal(
        key: String, _ more: [String] = [], command: [String] = [], term: String = "xterm-256color",
        environment: [String: String] = [:]
    ) throws -> PseudoTerminal {
        try PseudoTerminal(
            "/usr/bin/ssh", sshd.words(key: key, ["-tt"] + more, command: command),
            size: .init(columns: 120, rows: 40), term: term, environment: environment)
    }

    func ssh(
        key: String, _ more: [String] = [], command: [String] = [], input: String = "",
        environment: [String: String] = [:]
    ) throws -> Tool.Result {
        try Tool.run(
            "/usr/bin/ssh", sshd.words(key: key, more, command: command), input: input,
            environment: environment)
    }

    /// The program that a login's session runs, as /proc knows it.
    func program(of login: String) -> pid_t? {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { pid_t($0) }.first { id in
            let words = Self.words("/proc/\(id)/cmdline")
            return words.first == BuiltProgram.cksw && words.contains(cksw.store)
                && words.contains(login)
        }
    }

    /// The environment with which sshd started it.
    func environment(of id: pid_t) -> [String] { Self.words("/proc/\(id)/environ") }

    private static func words(_ path: String) -> [String] {
        let bytes = FileManager.default.contents(atPath: path) ?? Data()
        return bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
}

import Foundation
import Glibc

/// One way to get more out of a key than the dashboard of its person.
struct SshAttack: Sendable {
    struct Outcome {
        let isRefused: Bool
        let words: String
    }

    let name: String
    /// What the attacker types.
    let tried: String
    let carryOut: @Sendable (SshSchool) throws -> Outcome

    static let all: [SshAttack] = shells + files + roles + lines

    // MARK: A shell

    private static let shells: [SshAttack] = [
        SshAttack(name: "a command", tried: "`ssh host id`") { school in
            said(try school.ssh(key: "teacher", command: ["id"]), without: "uid=")
        },
        SshAttack(name: "a shell without a terminal", tried: "`echo id \\| ssh -T host sh`") {
            school in
            said(
                try school.ssh(key: "teacher", ["-T"], command: ["sh"], input: "id\nexit\n"),
                without: "uid=")
        },
        SshAttack(name: "a shell at a terminal", tried: "`ssh -t host sh -i`, then `id`") {
            school in
            let terminal = try school.terminal(key: "teacher", command: ["sh", "-i"])
            try terminal.wait(for: "Now")
            terminal.send("id\r")
            return try stillAtWork(terminal, without: "uid=")
        },
        SshAttack(name: "words for the shell", tried: "`ssh host '; id; $(id)'`") { school in
            said(try school.ssh(key: "teacher", command: ["; id; $(id) `id`"]), without: "uid=")
        },
        SshAttack(name: "stopping the program", tried: "`Ctrl-Z` in the dashboard") { school in
            let terminal = try school.terminal(key: "teacher")
            try terminal.wait(for: "Now")
            terminal.send("\u{1A}")
            let outcome = try stillAtWork(terminal, without: "Stopped")
            let program = school.program(of: SshSchool.teacher)
            let isStopped = program.map { ProcessState(id: $0).isStopped } ?? true
            return Outcome(isRefused: outcome.isRefused && !isStopped, words: outcome.words)
        },
        SshAttack(name: "killing the program", tried: "`Ctrl-C`, `Ctrl-\\`, then `id`") { school in
            let terminal = try school.terminal(key: "teacher")
            try terminal.wait(for: "Now")
            terminal.send("\u{03}\u{1C}id\r")
            _ = try? terminal.waitForEnding(within: 2)
            let text = String(decoding: terminal.transcript, as: UTF8.self)
            return Outcome(
                isRefused: !text.contains("uid="), words: "the dashboard, or the end of the line")
        },
        SshAttack(name: "a shell from inside", tried: "`!id` and `:!id` in the dashboard") {
            school in
            let terminal = try school.terminal(key: "teacher")
            try terminal.wait(for: "Now")
            terminal.send("!id\r:!id\r\u{1B}")
            return try stillAtWork(terminal, without: "uid=")
        },
    ]

    // MARK: Files

    private static let files: [SshAttack] = [
        SshAttack(name: "fetching a file", tried: "`scp host:secret .`, old and new protocol") {
            school in
            let target = school.cksw.folder.file("fetched")
            let source = "\(Sshd.account)@127.0.0.1:" + school.cksw.folder.file("secret")
            for protocolFlag in ["-O", "-s"] {
                let result = try Tool.run(
                    "/usr/bin/scp",
                    [protocolFlag] + school.sshd.options(key: "teacher") + [source, target])
                guard result.status != 0, !FileManager.default.fileExists(atPath: target) else {
                    return Outcome(isRefused: false, words: result.text)
                }
            }
            return Outcome(isRefused: true, words: "nothing arrives")
        },
        SshAttack(name: "leaving a file", tried: "`scp evil host:`, old and new protocol") {
            school in
            try school.cksw.folder.write("evil", "evil")
            let planted = school.cksw.folder.file("planted")
            let target = "\(Sshd.account)@127.0.0.1:" + planted
            for protocolFlag in ["-O", "-s"] {
                let result = try Tool.run(
                    "/usr/bin/scp",
                    [protocolFlag] + school.sshd.options(key: "office")
                        + [school.cksw.folder.file("evil"), target])
                guard result.status != 0, !FileManager.default.fileExists(atPath: planted) else {
                    return Outcome(isRefused: false, words: result.text)
                }
            }
            return Outcome(isRefused: true, words: "nothing is written")
        },
        SshAttack(name: "a file session", tried: "`sftp host`") { school in
            let result = try Tool.run(
                "/usr/bin/sftp",
                ["-b", "-"] + school.sshd.options(key: "teacher")
                    + ["\(Sshd.account)@127.0.0.1"], input: "ls /\n")
            let isRefused = result.status != 0 && !result.text.contains("/etc")
            return Outcome(isRefused: isRefused, words: "the session ends")
        },
        SshAttack(
            name: "reading a file by way of the import",
            tried: "the full path of `secret`, `../secret`, and a link in the inbox"
        ) { school in
            let terminal = try school.terminal(key: "office")
            try terminal.wait(for: "on roll")
            for path in [school.cksw.folder.file("secret"), "../secret", "link"] {
                terminal.send("i")
                try terminal.wait(for: "File")
                terminal.send("\u{15}" + path + "\r")
                try terminal.wait("words about \(path)") {
                    $0.text.contains("inbox alone") || $0.text.contains("is no plain file")
                }
                terminal.send("\u{1B}")
                try terminal.wait("the first page") { !$0.text.contains("inbox alone") }
            }
            let text = String(decoding: terminal.transcript, as: UTF8.self)
            return Outcome(
                isRefused: !text.contains(SshSchool.secret), words: "files of the inbox alone")
        },
    ]

    // MARK: Another role, another store

    private static let roles: [SshAttack] = [
        SshAttack(
            name: "another role by command", tried: "`ssh host cksw --as u-dsl show pupil K1`"
        ) { school in
            let result = try school.ssh(
                key: "teacher",
                command: [
                    BuiltProgram.cksw, "--db", school.cksw.store, "--as", "u-dsl", "show", "pupil",
                    "K1",
                ])
            let leaked = school.forbidden(to: SshSchool.teacher).contains(
                where: result.text.contains)
            return Outcome(
                isRefused: result.status != 0 && !leaked && !result.text.contains("zq"),
                words: "the command is not read")
        },
        SshAttack(
            name: "another store or policy by command",
            tried: "`ssh host cksw --db FILE --pack secret status`"
        ) { school in
            let secret = school.cksw.folder.file("secret")
            let result = try school.ssh(
                key: "morning",
                command: ["cksw", "--db", school.cksw.store, "--pack", secret, "status"])
            return Outcome(
                isRefused: [66, 77].contains(result.status)
                    && !result.text.contains(SshSchool.secret)
                    && !result.text.contains("known to a social worker"),
                words: "the command is not read")
        },
        SshAttack(
            name: "a policy by the environment",
            tried: "`ssh -o SetEnv=CKSW_PACK=secret host`, with a server that accepts it"
        ) { school in
            let secret = school.cksw.folder.file("secret")
            let terminal = try school.terminal(
                key: "teacher", ["-o", "SetEnv=CKSW_PACK=\(secret)"])
            try terminal.wait(for: "Now")
            let outcome = try stillAtWork(terminal, without: SshSchool.secret)
            return Outcome(isRefused: outcome.isRefused, words: "the variable is forgotten")
        },
        SshAttack(name: "a subsystem", tried: "`ssh -s host sftp`") { school in
            let result = try school.ssh(key: "teacher", ["-s"], command: ["sftp"])
            return Outcome(
                isRefused: result.status == 64,
                words: "64: the command is not read, and the dashboard wants a terminal")
        },
        SshAttack(name: "another role from inside", tried: "every page of a child as administrator")
        {
            school in
            let terminal = try school.terminal(key: "office")
            try terminal.wait(for: "on roll")
            terminal.send("\r")
            try terminal.wait(for: "Born")
            for key in ["1", "2", "3", "4", "h", "d", "w", "n", ":dashboard\r", ":glance\r"] {
                terminal.send(key)
            }
            let outcome = try stillAtWork(terminal, without: SshSchool.secret)
            let text = String(decoding: terminal.transcript, as: UTF8.self)
            let leaked = school.forbidden(to: SshSchool.office).contains(where: text.contains)
            return Outcome(isRefused: outcome.isRefused && !leaked, words: "not for this role")
        },
        SshAttack(
            name: "another store by the environment",
            tried: "`ssh -o SetEnv=CKSW_DB=… host`, with a server that accepts it"
        ) { school in
            let result = try school.ssh(
                key: "morning",
                [
                    "-o",
                    "SetEnv=CKSW_DB=\(school.cksw.store) XDG_DATA_HOME=\(school.cksw.folder.path)",
                ])
            return Outcome(
                isRefused: [66, 77].contains(result.status)
                    && !result.text.contains("known to a social worker"),
                words: "the variable is forgotten")
        },
        SshAttack(
            name: "a terminal description of one's own", tried: "`TERM=../../evil`, `TERMINFO=…`"
        ) { school in
            let terminal = try school.terminal(
                key: "teacher", ["-o", "SendEnv=TERMINFO"], term: "../../evil",
                environment: ["TERMINFO": school.cksw.folder.path])
            return Outcome(
                isRefused: try terminal.waitForEnding() == .exited(64),
                words: "64: no such terminal")
        },
        SshAttack(name: "a key that is on no list", tried: "`ssh -i stranger host`") { school in
            denied(try school.ssh(key: "stranger"))
        },
        SshAttack(name: "a password", tried: "`ssh -o PreferredAuthentications=password host`") {
            school in
            denied(
                try school.ssh(
                    key: "stranger",
                    ["-o", "PreferredAuthentications=password,keyboard-interactive"]))
        },
    ]

    // MARK: The line as a tunnel

    private static let lines: [SshAttack] = [
        SshAttack(name: "forwarding a port here", tried: "`ssh -N -L port:127.0.0.1:other host`") {
            school in
            let service = try Listener()
            let port = try Port.free()
            return try tunnel(school, "-L", "\(port):127.0.0.1:\(service.port)", port, service, [])
        },
        SshAttack(name: "forwarding ports as SOCKS", tried: "`ssh -N -D port host`") { school in
            let service = try Listener()
            let port = try Port.free()
            let (high, low) = (UInt8(service.port >> 8), UInt8(service.port & 0xFF))
            // RFC 1928: no authentication, then connect to 127.0.0.1.
            let asking: [UInt8] = [5, 1, 0, 5, 1, 0, 1, 127, 0, 0, 1, high, low]
            return try tunnel(school, "-D", "\(port)", port, service, asking)
        },
        SshAttack(name: "forwarding a port there", tried: "`ssh -N -R 0:127.0.0.1:other host`") {
            school in
            let service = try Listener()
            let result = try school.ssh(
                key: "teacher",
                ["-N", "-o", "ExitOnForwardFailure=yes", "-R", "0:127.0.0.1:\(service.port)"])
            return Outcome(
                isRefused: result.status == 255 && !service.wasReached
                    && result.text.contains("remote port forwarding failed"),
                words: "remote port forwarding failed")
        },
        SshAttack(name: "the line itself as a tunnel", tried: "`ssh -W 127.0.0.1:other host`") {
            school in
            let service = try Listener()
            let result = try school.ssh(key: "teacher", ["-W", "127.0.0.1:\(service.port)"])
            return Outcome(
                isRefused: result.status != 0 && !service.wasReached
                    && result.text.contains("administratively prohibited"),
                words: "administratively prohibited")
        },
        SshAttack(name: "the agent", tried: "`ssh -A host`") { school in
            try without("SSH_AUTH_SOCK", school, ["-A"], ["SSH_AUTH_SOCK": "/tmp/agent"])
        },
        SshAttack(name: "X11", tried: "`ssh -Y host`") { school in
            try without("DISPLAY", school, ["-Y"], ["DISPLAY": ":0"])
        },
    ]
}

// MARK: How it came out

extension SshAttack {
    /// A session without a screen, which says so and ends.
    private static func said(_ result: Tool.Result, without word: String) -> Outcome {
        Outcome(
            isRefused: result.status == 64 && !result.text.contains(word),
            words: "64: the command is not read, and the dashboard wants a terminal")
    }

    private static func denied(_ result: Tool.Result) -> Outcome {
        Outcome(
            isRefused: result.status == 255 && result.text.contains("Permission denied"),
            words: "Permission denied")
    }

    /// A dashboard that answers still, on whose line a word never came.
    private static func stillAtWork(
        _ terminal: PseudoTerminal, without word: String
    ) throws -> Outcome {
        terminal.send("\u{1B}\u{1B}?")
        try terminal.wait(for: "all keys")
        let text = String(decoding: terminal.transcript, as: UTF8.self)
        return Outcome(isRefused: !text.contains(word), words: "the dashboard takes it as keys")
    }

    /// A port of this machine that the client listens on: whoever comes is sent away, and nobody
    /// reaches the service at the other end.
    private static func tunnel(
        _ school: SshSchool, _ flag: String, _ what: String, _ port: UInt16, _ service: Listener,
        _ asking: [UInt8]
    ) throws -> Outcome {
        let client = try Service(
            "/usr/bin/ssh", school.sshd.words(key: "teacher", ["-N", flag, what]),
            log: school.cksw.folder.file("client"))
        defer { client.end() }
        var open: Int32?
        while open == nil {
            guard client.isRunning else {
                return Outcome(isRefused: !service.wasReached, words: "the client ends")
            }
            open = Port.connect(port)
            if open == nil { usleep(1000) }
        }
        guard let open else { throw Port.None() }
        defer { close(open) }
        _ = asking.withUnsafeBytes { write(open, $0.baseAddress, $0.count) }
        if asking.isEmpty { shutdown(open, Int32(SHUT_WR)) }
        let answer = Port.readToEnd(open)
        // SOCKS: a greeting, then a refusal (a code other than 0) or nothing at all.
        let isOpened = answer.count >= 4 && answer[3] == 0
        return Outcome(
            isRefused: !service.wasReached && !isOpened, words: "administratively prohibited")
    }

    /// A session in whose environment a name is not.
    private static func without(
        _ name: String, _ school: SshSchool, _ flags: [String], _ environment: [String: String]
    ) throws -> Outcome {
        let terminal = try school.terminal(key: "teacher", flags, environment: environment)
        try terminal.wait(for: "Now")
        guard let program = school.program(of: SshSchool.teacher) else {
            return Outcome(isRefused: false, words: "no program was found")
        }
        let has = school.environment(of: program).contains { $0.hasPrefix(name + "=") }
        return Outcome(isRefused: !has, words: "no `\(name)` at the other end")
    }
}

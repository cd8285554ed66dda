import Foundation
import Support

/// A real sshd on the loopback address with its own configuration, port, host key and list of keys;
/// no service of the machine is touched, and it is ended by its id.
///
/// The server itself allows all that it can be asked for: what is refused is refused by the line of
/// the key and by the program.
final class Sshd {
    struct Unavailable: Error, CustomStringConvertible {
        let description: String
    }

    static let server = "/usr/sbin/sshd"

    let port: UInt16
    let folder: TemporaryFolder
    private var process: Service?

    /// - Parameter keys: a name for each key, and the options before it in `authorized_keys`.
    init(keys: [(name: String, options: String)]) throws {
        guard FileManager.default.isExecutableFile(atPath: Self.server) else {
            throw Unavailable(
                description: "there is no \(Self.server); .ci/install-needed test installs it")
        }
        folder = try TemporaryFolder()
        chmod(folder.path, 0o700)
        port = try Port.free()
        var authorized = ""
        for key in keys {
            try Self.makeKey(folder.file(key.name))
            let open = try String(contentsOfFile: folder.file(key.name + ".pub"), encoding: .utf8)
            authorized += "\(key.options) \(open)"
        }
        // A key that is on no list.
        try Self.makeKey(folder.file("stranger"))
        try Self.makeKey(folder.file("host"))
        let host = try String(contentsOfFile: folder.file("host.pub"), encoding: .utf8)
        try folder.write("known_hosts", "[127.0.0.1]:\(port) \(host)")
        try folder.write("authorized_keys", authorized)
        try folder.write("config", configuration)
        // sshd wants this folder of its own when root runs it; the package's service makes it.
        if geteuid() == 0 { mkdir("/run/sshd", 0o755) }
        try start()
    }

    private var configuration: String {
        """
        Port \(port)
        ListenAddress 127.0.0.1
        HostKey \(folder.file("host"))
        PidFile none
        AuthorizedKeysFile \(folder.file("authorized_keys"))
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        KbdInteractiveAuthentication no
        PermitRootLogin prohibit-password
        AllowTcpForwarding yes
        AllowStreamLocalForwarding yes
        AllowAgentForwarding yes
        X11Forwarding yes
        GatewayPorts yes
        PermitUserRC yes
        AcceptEnv LANG LC_* CKSW_* XDG_* TERMINFO* NCURSES*
        Subsystem sftp internal-sftp
        LogLevel VERBOSE

        """
    }

    private func start() throws {
        try folder.write("log", "")
        let process = try Service(
            Self.server, ["-D", "-e", "-f", folder.file("config")], log: folder.file("log"))
        while !Port.answers(port) {
            guard process.isRunning else {
                throw Unavailable(description: "sshd did not start: \(log)")
            }
            usleep(1000)
        }
        self.process = process
    }

    /// What the server has said.
    var log: String {
        (try? String(contentsOfFile: folder.file("log"), encoding: .utf8)) ?? ""
    }

    static func makeKey(_ path: String) throws {
        let made = try Tool.run(
            "/usr/bin/ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", path])
        guard made.status == 0 else {
            throw Unavailable(description: "ssh-keygen: \(made.text)")
        }
    }

    /// The options by which a client comes in with a key, `-o` before each.
    func options(key: String) -> [String] {
        [
            "IdentityFile=\(folder.file(key))", "IdentitiesOnly=yes", "Port=\(port)",
            "UserKnownHostsFile=\(folder.file("known_hosts"))", "StrictHostKeyChecking=yes",
            "GlobalKnownHostsFile=/dev/null", "BatchMode=yes", "LogLevel=INFO",
        ].flatMap { ["-o", $0] }
    }

    /// The account under which the tests run, and the store stands.
    static var account: String {
        getpwuid(geteuid()).flatMap { $0.pointee.pw_name }.map { String(cString: $0) } ?? "root"
    }

    /// The words of `ssh` that come in with a key.
    func words(key: String, _ more: [String] = [], command: [String] = []) -> [String] {
        ["-F", "none"] + options(key: key) + more + ["\(Self.account)@127.0.0.1"] + command
    }
}

/// A program that is run to its end.
enum Tool {
    struct Result {
        let status: Int32
        /// Standard output and error together.
        let text: String
    }

    static func run(
        _ program: String, _ arguments: [String], input: String = "",
        environment: [String: String] = [:]
    ) throws -> Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) {
            $1
        }
        let said = Pipe()
        let told = Pipe()
        process.standardOutput = said
        process.standardError = said
        process.standardInput = told
        try process.run()
        told.fileHandleForWriting.write(Data(input.utf8))
        try told.fileHandleForWriting.close()
        let text = said.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, text: String(decoding: text, as: UTF8.self))
    }
}

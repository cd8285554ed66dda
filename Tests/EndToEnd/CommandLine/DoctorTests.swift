import Domain
import Foundation
import Store
import Support
import Testing

@testable import cksw

@Suite("cksw doctor says how the store is kept")
struct DoctorTests {
    private struct Found: Decodable {
        let check: String
        let state: String
        let found: String
        let cure: String?
    }

    /// A store with two keys for backups and a backup of this moment, as its file.
    private static let sound = Result { () -> [UInt8] in
        let cksw = try CommandLine.school()
        for _ in 0..<2 {
            let key = try Tool.run("/usr/bin/env", ["age-keygen"]).text
            let line = key.split(separator: "\n").first { $0.hasPrefix("# public key: ") }
            #expect(
                try cksw.run("recipients", "--add", String(try #require(line).dropFirst(14)))
                    .status == 0)
        }
        #expect(try cksw.run("backup", cksw.folder.file("saved")).status == 0)
        return try cksw.folder.bytes("store.db")
    }

    /// The sound store in a folder of its owner alone.
    private func school() throws -> CommandLine {
        let cksw = try CommandLine(today: "2027-04-22")
        chmod(cksw.folder.path, 0o700)
        try cksw.folder.write("store.db", bytes: try Self.sound.get())
        chmod(cksw.store, 0o600)
        return cksw
    }

    private func doctor(
        _ cksw: CommandLine, _ words: String...
    ) throws -> (status: Int32, found: [String: Found]) {
        let result = try cksw.run(["doctor", "--json"] + words)
        let found = try JSONDecoder().decode([Found].self, from: Data(result.output.utf8))
        return (
            result.status, Dictionary(found.map { ($0.check, $0) }, uniquingKeysWith: { $1 })
        )
    }

    @Test("A store that is well kept has no fault, and what else is told has a cure")
    func sound() throws {
        let cksw = try school()
        let (_, found) = try doctor(cksw)
        // The keys are those of the account that runs the tests.
        let faults = found.values.filter { $0.state == "fault" && $0.check != "keys" }
        #expect(faults.isEmpty, "\(faults)")
        #expect(
            Set(found.keys).isSuperset(of: [
                "store-owner", "store-mode", "folder-mode", "folder-owner", "disk", "swap",
                "journal", "clock", "backups", "backup-keys", "locale", "term", "core-dumps",
                "keys",
            ]))
        for one in found.values { #expect((one.cure != nil) == (one.state != "fine"), "\(one)") }
        #expect(found["backups"]?.found == "the last 0 hours ago")
        #expect(found["backup-keys"]?.found == "2")
    }

    /// A way to keep a store badly, and the check that finds it.
    enum Harm: String, CaseIterable {
        case fileOpenToOthers, folderOpenToOthers, link, meddled, half, clockSetBack, oldBackup
        case neverSaved, filesGone, noStore

        var check: String {
            switch self {
            case .fileOpenToOthers: "store-mode"
            case .folderOpenToOthers: "folder-mode"
            case .link: "store-owner"
            case .meddled, .half: "journal"
            case .clockSetBack: "clock"
            case .oldBackup, .neverSaved: "backups"
            case .filesGone: "backup-files"
            case .noStore: "store"
            }
        }

        /// What the cure tells to do.
        var cure: String {
            switch self {
            case .fileOpenToOthers: "chmod 600 "
            case .folderOpenToOthers: "chmod 700 "
            case .link: "not a link to it"
            case .meddled, .half: "restore the store from a backup"
            case .clockSetBack: "set the clock"
            case .oldBackup, .neverSaved, .filesGone: "run cksw backup FILE each night"
            case .noStore: "cksw import"
            }
        }
    }

    @Test(
        "What is badly kept is a fault with its cure, and the status says so",
        arguments: Harm.allCases)
    func harmed(harm: Harm) throws {
        let cksw = try school()
        let now = Instant(seconds: Int64(time(nil)))
        switch harm {
        case .fileOpenToOthers: chmod(cksw.store, 0o640)
        case .folderOpenToOthers: chmod(cksw.folder.path, 0o755)
        case .link:
            let other = cksw.folder.file("other.db")
            try FileManager.default.moveItem(atPath: cksw.store, toPath: other)
            try FileManager.default.createSymbolicLink(
                atPath: cksw.store, withDestinationPath: other)
        case .meddled:
            _ = try Tool.run(
                "/usr/bin/env",
                ["sqlite3", cksw.store, "UPDATE journal SET action = 'x' WHERE change = 1"])
        case .half:
            let bytes = try cksw.folder.bytes("store.db")
            try cksw.folder.write("store.db", bytes: Array(bytes.prefix(bytes.count / 8192 * 4096)))
            chmod(cksw.store, 0o600)
        case .clockSetBack:
            let store = try Store.open(at: cksw.store, .existing)
            try store.look(
                at: .school, page: "status", by: Actor(login: "x", isKeeper: true),
                at: Instant(seconds: now.seconds + 86_400))
            store.close()
        case .oldBackup:
            let store = try Store.open(at: cksw.store, .existing)
            _ = try store.backUp(
                to: cksw.folder.file("old"), by: Actor(login: "x", isKeeper: true),
                at: Instant(seconds: now.seconds - 3 * 86_400))
            store.close()
        case .neverSaved:
            unlink(cksw.store)
            let bundle = Fixtures.folder.appendingPathComponent("examples/01/bundle").path
            #expect(try cksw.run("import", "bundle", bundle).status == 0)
        case .filesGone: break
        case .noStore: unlink(cksw.store)
        }
        let (status, found) =
            harm == .filesGone
            ? try doctor(cksw, "--backups", cksw.folder.file("none")) : try doctor(cksw)
        let fault = try #require(found[harm.check])
        #expect(fault.state == "fault", "\(fault)")
        #expect(fault.cure?.contains(harm.cure) == true, "\(fault)")
        #expect(status == 1)
        let others = found.values.filter {
            $0.state == "fault" && ![harm.check, "keys", "backup-keys"].contains($0.check)
        }
        #expect(others.isEmpty, "\(others)")
    }

    @Test("It is for the keeper alone, and says nothing to others")
    func keeperAlone() throws {
        let cksw = try school()
        for words in [["--as", "khan"], ["--fixed"]] {
            let result = try cksw.run(["doctor"] + words)
            #expect(result.status == 77, "\(result)")
            #expect(result.output == "")
        }
    }

    @Test(
        "A key's line is confined to one person, or it is not",
        arguments: [
            (
                #"restrict,pty,command="/usr/local/bin/cksw --fixed --as a.khan" ssh-ed25519 A"#,
                true
            ),
            (#"command="cksw --as=a.khan",restrict ssh-ed25519 A"#, true),
            (
                #"restrict,from="10.0.0.7",command="cksw --fixed --as m.osei status" ssh-rsa A"#,
                true
            ),
            ("ssh-ed25519 A", false),
            (#"pty,command="cksw --fixed --as a.khan" ssh-ed25519 A"#, false),
            (#"restrict,command="sh" ssh-ed25519 A"#, false),
            (#"restrict,command="cksw --fixed" ssh-ed25519 A"#, false),
            (#"restrict,command="cksw --fixed --as" ssh-ed25519 A"#, false),
            (#"restrict,agent-forwarding,command="cksw --as x" ssh-ed25519 A"#, false),
            (#"restrict,environment="A=b",command="cksw --as x" ssh-ed25519 A"#, false),
            (#"restrict,command="cksw --as x; sh" ssh-ed25519 A"#, false),
            (#"restrict,command="cksw --as x || sh" ssh-ed25519 A"#, false),
            (#"restrict,command="cksw --as $SSH_ORIGINAL_COMMAND" ssh-ed25519 A"#, false),
            (#"restrict,command="cksw --as `id`" ssh-ed25519 A"#, false),
            (#"restrict,command="cksw --as x \"; sh" ssh-ed25519 A"#, false),
        ])
    func keys(line: String, isConfined: Bool) {
        #expect(KeyChecks.isConfined(line) == isConfined)
    }

    @Test(
        "A terminal that is drawn on as another is told with both names; an unknown one is a hint")
    func terminal() throws {
        let cksw = try school()
        for (term, found, state) in [
            ("xterm", "xterm", "fine"),
            (
                "foot-of-tomorrow",
                "this machine does not know foot-of-tomorrow, which speaks like xterm-256color and is "
                    + "drawn as that", "fine"
            ),
        ] {
            let said = try cksw.run(["doctor", "--json"], environment: ["TERM": term])
            let all = try JSONDecoder().decode([Found].self, from: Data(said.output.utf8))
            let one = all.first { $0.check == "term" }
            #expect(one?.found == found && one?.state == state)
        }
        let dumb = try cksw.run(["doctor"], environment: ["TERM": "dumb"])
        #expect(dumb.lines.contains { $0.hasPrefix("hint  term: ") })
    }

    @Test("Both lists of keys that sshd reads are looked at")
    func lists() throws {
        let folder = try TemporaryFolder()
        #expect(KeyChecks(home: folder.path).findings.map(\.state) == [.fine])
        mkdir(folder.file(".ssh"), 0o700)
        let line = #"restrict,command="cksw --fixed --as x" ssh-ed25519 A"# + "\n"
        try folder.write(".ssh/authorized_keys", "# the school's\n\n" + line)
        #expect(KeyChecks(home: folder.path).findings.map(\.state) == [.fine])
        try folder.write(".ssh/authorized_keys2", line + "ssh-ed25519 B\n")
        let found = KeyChecks(home: folder.path).findings
        #expect(found.map(\.state) == [.fault])
        #expect(found.first?.found.contains("authorized_keys2, line 2:") == true)
    }
}

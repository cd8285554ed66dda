import Foundation
import Support
import Testing

@testable import cksw

/// The top of the project.
private let project = Fixtures.folder.deletingLastPathComponent().deletingLastPathComponent().path

/// A folder that dpkg takes for a whole machine, with its own list of packages; whatever is installed
/// on the machine of the tests is left alone.
private struct Machine {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
        for path in ["usr/bin", "usr/share", "var/lib/dpkg/info", "var/lib/dpkg/updates", "home"] {
            try FileManager.default.createDirectory(
                atPath: folder.file(path), withIntermediateDirectories: true)
        }
        for name in ["status", "available"] { try folder.write("var/lib/dpkg/\(name)", "") }
        // As on any machine, others have put something into these.
        for name in ["usr/bin/other", "usr/share/other"] { try folder.write(name, "") }
    }

    /// What is needed to have one.
    static let isPossible =
        geteuid() == 0
        && ["dpkg", "dpkg-deb"].allSatisfy {
            FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0)")
        }

    func dpkg(_ words: String...) throws -> Tool.Result {
        // The libraries are those of the machine of the tests, which this one knows nothing of.
        try Tool.run(
            "/usr/bin/dpkg", ["--root=\(folder.path)", "--force-depends"] + words,
            environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"])
    }

    /// The program that is installed there, at the store of somebody who lives there.
    func cksw(_ words: String...) throws -> Tool.Result {
        try Tool.run(
            folder.file("usr/bin/cksw"), words, environment: ["HOME": folder.file("home")])
    }

    /// Every file and folder but those in which dpkg keeps its list.
    func paths() throws -> [String] {
        let all = FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? []
        return all.filter { !$0.hasPrefix("var/lib/dpkg") }.sorted()
    }
}

@Suite("The package")
struct PackageTests {
    /// Makes a package of the program that stands beside the tests.
    private func package(_ version: String? = nil, in folder: TemporaryFolder) throws -> String {
        let made = try Tool.run(
            "\(project)/.ci/deb", [BuiltProgram.cksw, folder.path] + (version.map { [$0] } ?? []),
            // Nobody keeps it; to press it small takes half a minute.
            environment: ["CKSW_DEB_COMPRESSION": "none"])
        try #require(made.status == 0, "\(made.text)")
        return made.text.trimmingCharacters(in: .whitespacesAndNewlines)
    }

    @Test(
        "It is installed over an older version, runs, is read about, and goes without a trace",
        .enabled(if: Machine.isPossible, "needs root and dpkg: nobody else installs a package"))
    func life() throws {
        let folder = try TemporaryFolder()
        let machine = try Machine()
        let before = try machine.paths()
        let older = try package("0.0.9", in: folder)
        #expect(older.hasSuffix(".deb") && older.contains("/cksw_0.0.9_"))
        let first = try machine.dpkg("--install", older)
        #expect(first.status == 0, "\(first.text)")

        let school = Fixtures.folder.appendingPathComponent("examples/05/bundle").path
        #expect(try machine.cksw("import", "bundle", school).status == 0)
        let store = "home/.local/share/cksw/cksw.db"
        let kept = try machine.folder.bytes(store)

        let newer = try machine.dpkg("--install", try package(in: folder))
        #expect(newer.status == 0, "\(newer.text)")
        let found = try machine.dpkg("--status", "cksw").text
        #expect(found.contains("\nVersion: \(Version.number)\n"))
        #expect(found.contains("libncursesw6") && found.contains("libsqlite3-0"))
        #expect(try machine.folder.bytes(store) == kept)
        #expect(try machine.cksw("--version").text.hasPrefix("cksw \(Version.number), "))
        #expect(try machine.cksw("verify").status == 0)
        let duties = try machine.cksw("duties", "--today", "2027-04-22")
        #expect(duties.status == 0 && duties.text.contains("PEP"))

        let page = machine.folder.file("usr/share/man/man1/cksw.1.gz")
        let manual = try Tool.run("/usr/bin/env", ["gzip", "-dc", page])
        #expect(
            manual.text == (try String(contentsOfFile: "\(project)/docs/cksw.1", encoding: .utf8)))
        if FileManager.default.isExecutableFile(atPath: "/usr/bin/man") {
            let read = try Tool.run(
                "/usr/bin/man", ["-l", page], environment: ["MANPAGER": "cat", "MANWIDTH": "80"])
            #expect(read.status == 0 && read.text.contains("cksw import roster"))
        }

        let looked = try machine.folder.bytes(store)
        #expect(try machine.dpkg("--purge", "cksw").status == 0)
        #expect(try machine.folder.bytes(store) == looked)
        let left = try machine.paths().filter { !$0.hasPrefix("home/") }
        #expect(left == before)
    }

    @Test("make install puts nine files, and make uninstall takes exactly these away")
    func byHand() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(
            atPath: folder.file("share/fish"), withIntermediateDirectories: true)
        func install(_ words: String...) throws -> Tool.Result {
            try Tool.run("\(project)/.ci/install", words + [folder.path])
        }
        func files() throws -> [String] {
            (FileManager.default.enumerator(atPath: folder.path)?.allObjects as? [String] ?? [])
                .sorted()
        }
        let before = try files()
        // Twice: the second time is an update, and the folders are still ours.
        for _ in 0..<2 {
            let put = try install(BuiltProgram.cksw)
            #expect(put.status == 0, "\(put.text)")
        }
        let put = try files()
        for file in [
            "bin/cksw", "share/man/man1/cksw.1", "share/bash-completion/completions/cksw",
            "share/zsh/site-functions/_cksw", "share/fish/vendor_completions.d/cksw.fish",
            "share/cksw/installed", "share/doc/cksw/examples/cksw-morning.service",
            "share/doc/cksw/examples/cksw-morning.timer",
            "share/doc/cksw/examples/cksw-morning.cron",
        ] { #expect(put.contains(file), "\(file)") }
        try folder.write("share/zsh/site-functions/_other", "# somebody else's")
        #expect(try install("--remove").status == 0)
        #expect(
            try files()
                == (before + ["share/zsh", "share/zsh/site-functions"]
                + ["share/zsh/site-functions/_other"]).sorted())
        let again = try install("--remove")
        #expect(again.status == 66 && again.text.contains("Nothing was installed"))
    }

    private static func has(_ shell: String) -> Bool {
        ["/bin", "/usr/bin"].contains {
            FileManager.default.isExecutableFile(atPath: "\($0)/\(shell)")
        }
    }

    @Test(
        "The completions are understood by their shells",
        arguments: [
            ("bash", "source $1; complete -p cksw", "-F _cksw"),
            (
                "zsh",
                "fpath=(${1%/*} $fpath); autoload -Uz compinit; compinit -u -D; print $_comps[cksw];"
                    + " autoload +X _cksw && print loaded", "_cksw\nloaded"
            ),
            ("fish", "source $argv[1]; complete -C'cksw hist'", "history"),
        ].filter { has($0.0) })
    func shells(shell: String, script: String, expected: String) throws {
        let cksw = try CommandLine()
        let made = try Tool.run(BuiltProgram.cksw, ["--generate-completion-script", shell])
        #expect(made.status == 0)
        try cksw.folder.write("_cksw", made.text)
        let file = cksw.folder.file("_cksw")
        let words = shell == "fish" ? ["-c", script, file] : ["-c", script, shell, file]
        let loaded = try Tool.run(
            "/usr/bin/env", [shell] + words, environment: ["HOME": cksw.folder.path])
        #expect(loaded.status == 0 && loaded.text.contains(expected), "\(loaded.text)")
    }

    @Test("Pages, actions, states, rules and clauses are offered")
    func offered() throws {
        let script = try Tool.run(BuiltProgram.cksw, ["--generate-completion-script", "bash"]).text
        for word in ["glance", "pep-plan", "not-applicable", "dark"] {
            #expect(script.contains(word), "\(word)")
        }
        for (option, word) in [("--rule", "pep-termly"), ("--clause", "PEP-1")] {
            let offered = try Tool.run(
                BuiltProgram.cksw,
                ["---completion", "duties", "--", option, "0", "0", "cksw", "duties", option, ""],
                environment: ["SAP_SHELL": "bash"])
            #expect(offered.text.split(separator: "\n").contains(Substring(word)), "\(option)")
        }
    }
}

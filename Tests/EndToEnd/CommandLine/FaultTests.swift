import Foundation
import Support
import Testing

/// Each fault ends in words, with a cure, and with its status; nothing of the record is harmed.
@Suite("Faults of disk, file and clock")
struct FaultTests {
    /// Runs a command on another store than the school's.
    private static let onAnother = #""$1" --db "$2" --today 2027-04-22 "${@:3}""#

    private func shell(_ script: String, _ words: String...) throws -> CommandLine.Result {
        try shell(script, words)
    }

    private func shell(_ script: String, _ words: [String]) throws -> CommandLine.Result {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", script, "bash"] + words
        let (output, errors) = (Pipe(), Pipe())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let failed = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return CommandLine.Result(
            status: process.terminationStatus, output: String(decoding: said, as: UTF8.self),
            errors: String(decoding: failed, as: UTF8.self))
    }

    private func expectWhole(_ cksw: CommandLine, _ duties: String) throws {
        #expect(try cksw.run("verify").status == 0)
        #expect(try cksw.run("duties", "--json").output == duties)
    }

    @Test("A limit on the size of files (a quota) refuses a change in words and harms nothing")
    func quota() throws {
        let cksw = try CommandLine.school()
        let duties = try cksw.run("duties", "--json").output
        // 64 KiB: taking back an import needs more in the log.
        let result = try shell(
            """
            trap '' XFSZ; ulimit -f 64
            "$1" --db "$2" --today 2027-04-22 undo 1 > /dev/null
            """, BuiltProgram.cksw, cksw.store)
        #expect(result.status == 73, "\(result)")
        #expect(result.errors.hasPrefix("cksw: \(cksw.store): "))
        #expect(result.errors.split(separator: "\n").count == 1)
        try expectWhole(cksw, duties)
    }

    @Test("On a full disk pages open, a change is refused, and later all goes on")
    func fullDisk() throws {
        let mounted = try shell(
            "unshare -m bash -c 'mount -t tmpfs -o size=1m none /mnt' && echo yes")
        guard mounted.output == "yes\n" else {
            // Only root may mount; the store's own tests fill a store without one.
            print("left out: this account cannot mount a small disk")
            return
        }
        let cksw = try CommandLine.school()
        let size = try cksw.folder.bytes("store.db").count / 1024 + 300
        let result = try shell(
            """
            unshare -m bash -c '
                mount -t tmpfs -o size='$3'k none /mnt && cp "$2" /mnt/store.db || exit 99
                cksw="$1 --db /mnt/store.db --today 2027-04-22"
                $cksw duties --json > "$4/before" 2> /dev/null
                dd if=/dev/zero of=/mnt/filler bs=1k 2> /dev/null
                $cksw duties --json > "$4/full" 2> "$4/notice"; echo read $?
                $cksw undo; echo undo $?
                rm /mnt/filler
                $cksw duties --json > "$4/after"; echo after $?
                $cksw verify; echo verify $?
            ' bash "$1" "$2" x "$4"
            """, BuiltProgram.cksw, cksw.store, String(size), cksw.folder.path)
        let lines = result.output.split(separator: "\n").map(String.init)
        #expect(lines.contains("read 0"), "\(result)")
        #expect(lines.contains("undo 73"), "\(result)")
        #expect(lines.contains("after 0"), "\(result)")
        #expect(lines.contains("verify 0"), "\(result)")
        #expect(result.errors.contains("nothing was changed"), "\(result)")
        let before = try cksw.folder.bytes("before")
        #expect(try cksw.folder.bytes("full") == before)
        #expect(try cksw.folder.bytes("after") == before)
        let notice = String(decoding: try cksw.folder.bytes("notice"), as: UTF8.self)
        #expect(notice.contains("this look is not on record"), "\(notice)")
    }

    @Test("A damaged page, and half a file, are named with both cures; what can be read is saved")
    func damaged() throws {
        let cksw = try CommandLine.school()
        let whole = try cksw.folder.bytes("store.db")
        #expect(try cksw.run("export", "bundle", cksw.folder.file("whole")).status == 0)
        let page = 4096
        for (name, bytes) in [
            ("half", Array(whole.prefix(whole.count / page / 2 * page))),
            ("page", whole.enumerated().map { ($0.offset / page) % 9 == 6 ? 0x5A : $0.element }),
        ] {
            try cksw.folder.write("\(name).db", bytes: bytes)
            let db = cksw.folder.file("\(name).db")
            let opened = try shell(Self.onAnother, [BuiltProgram.cksw, db, "verify"])
            #expect(opened.status == 65, "\(name): \(opened)")
            let saved = try shell(
                Self.onAnother,
                [
                    BuiltProgram.cksw, db, "export", "bundle", "--salvage", cksw.folder.file(name),
                ])
            #expect(saved.status == 0, "\(name): \(saved)")
            #expect(saved.errors.contains("damaged"), "\(name): \(saved)")
            #expect(try cksw.folder.bytes("\(name).db") == bytes)
            // What is saved is true: every line stands in the whole bundle too.
            for file in ["pupils.csv", "contacts.csv", "peps.csv"] {
                let lines = Set(try cksw.folder.bytes("whole/\(file)").split(separator: 10))
                let rescued = try cksw.folder.bytes("\(name)/\(file)").split(separator: 10)
                #expect(Set(rescued).isSubset(of: lines), "\(name)/\(file)")
            }
        }
        // The first page holds the list of tables.
        try cksw.folder.write("list.db", bytes: Array(whole.prefix(100) + whole.dropFirst(page)))
        let lost = try shell(
            Self.onAnother,
            [
                BuiltProgram.cksw, cksw.folder.file("list.db"), "export", "bundle", "--salvage",
                cksw.folder.file("list"),
            ])
        #expect(lost.status == 65, "\(lost)")
        #expect(lost.errors.contains("nothing can be saved"), "\(lost)")
        // No command names a cure that is none.
        for words in [["verify"], ["status"], ["audit", "verify"], ["doctor"]] {
            let said = try shell(
                Self.onAnother, [BuiltProgram.cksw, cksw.folder.file("list.db")] + words)
            let text = said.output + said.errors
            #expect(said.status == (words == ["doctor"] ? 1 : 65), "\(words): \(said)")
            #expect(text.contains("restore it from a backup"), "\(words): \(said)")
            #expect(!text.contains("--salvage"), "\(words): \(said)")
        }
        let undamaged = try cksw.run(
            "export", "bundle", "--salvage", cksw.folder.file("sound"))
        #expect(undamaged.status == 0)
        #expect(undamaged.errors == "")
        #expect(
            try cksw.folder.bytes("sound/pupils.csv") == cksw.folder.bytes("whole/pupils.csv"))
    }

    @Test("Killed at random while it records: what was said to be on record is")
    func killed() throws {
        let cksw = try CommandLine.school()
        var acknowledged: Set<String> = []
        for count in 1...3 {
            // A job of its own, so that the loop and what it runs end at once.
            let result = try shell(
                #"""
                set -m
                exec 3< <(while true; do
                    said=$("$1" --db "$2" --today 2027-04-22 "${@:4}" 2> /dev/null) || exit
                    echo "${said%%$'\n'*}"
                done); loop=$!
                for i in $(seq "$3"); do read -r id <&3 && echo "$id"; done
                kill -9 -- -$loop 2> /dev/null || kill -9 $loop
                exit 0
                """#, [BuiltProgram.cksw, cksw.store, String(count)] + CommandLine.call())
            acknowledged.formUnion(result.output.split(separator: "\n").map(String.init))
            #expect(try cksw.run("verify").status == 0)
        }
        #expect(try cksw.run("export", "bundle", cksw.folder.file("out")).status == 0)
        let contacts = String(decoding: try cksw.folder.bytes("out/contacts.csv"), as: UTF8.self)
        #expect(!acknowledged.isEmpty)
        for id in acknowledged { #expect(contacts.contains("\(id),"), "\(id) is lost") }
    }
}

import Domain
import Foundation
import Support
import Testing

/// The register of a large school: what is seen while it is read, and what stands after an
/// interruption.
@Suite("A large register")
struct LargeRegisterTests {
    private static let children = 300

    /// A school of 300 children, and a register of 40 days for each.
    private static func school() throws -> CommandLine {
        let cksw = try CommandLine()
        let bundle = cksw.folder.file("in")
        try FileManager.default.createDirectory(
            atPath: bundle, withIntermediateDirectories: false)
        try cksw.folder.write(
            "in/school.csv",
            "urn,name,phase,local_authority\n117299,Example School,primary,Hertfordshire\n")
        try cksw.folder.write(
            "in/terms.csv",
            "academic_year,term,start,end\n2026-27,autumn,2026-09-01,2026-12-18\n")
        let numbers = (0..<children).map { String(1000 + $0) }
        let pupils = numbers.map { "\($0),Tarn,Jo,2019-03-04,2,2026-01-05" }
        try cksw.folder.write(
            "in/pupils.csv",
            (["pupil,surname,forename,born,year_group,admitted"] + pupils + [""])
                .joined(separator: "\n"))
        let first = try #require(Day(iso: "2026-09-01"))
        let days = (0..<58).map { first + $0 }.filter(\.isWeekday).map(\.iso)
        let rows = days.flatMap { day in
            numbers.enumerated().map { place, number in
                "\(number),\(day),\(place % 17 == 0 ? "L" : "/"),\(place % 13 == 0 ? "I" : "\\")"
            }
        }
        try cksw.folder.write(
            "register.csv", (["Adm No,Date,AM,PM"] + rows + [""]).joined(separator: "\n"))
        let made = try cksw.run("import", "bundle", bundle)
        guard made.status == 0 else { throw CommandLine.Unexpected(made.errors) }
        return cksw
    }

    private static func register(_ cksw: CommandLine) -> [String] {
        ["import", "attendance", cksw.folder.file("register.csv")]
    }

    @Test("An import that is broken off at any of its steps leaves the store as it was")
    func interrupted() throws {
        let cksw = try Self.school()
        let store = try cksw.folder.bytes("store.db")
        let before = try cksw.run("history").output
        var ends: [String: Int] = [:]
        for (signal, times) in [("INT", [1, 2, 5, 30]), ("KILL", [1, 3, 10, 60, 200])] {
            for time in times {
                for name in ["store.db-wal", "store.db-shm"] {
                    try? FileManager.default.removeItem(atPath: cksw.folder.file(name))
                }
                try cksw.folder.write("store.db", bytes: store)
                let traced = try Tool.run(
                    "/usr/bin/env",
                    [
                        // Whoever runs the tests in the background has SIGINT ignored.
                        "--default-signal=INT", "strace", "-f", "-o", cksw.folder.file("trace"),
                        "-e", "trace=pwrite64",
                        "-e", "inject=pwrite64:signal=\(signal):when=\(time)", BuiltProgram.cksw,
                        "--db", cksw.store, "--today", cksw.today,
                    ] + Self.register(cksw), environment: ["HOME": cksw.folder.path])
                let trace = (try? cksw.folder.bytes("trace")).map {
                    String(decoding: $0, as: UTF8.self)
                }
                guard let trace, trace.contains("killed by") || trace.contains("exited with")
                else {
                    print("left out: nobody may watch a process here: \(traced.text)")
                    return
                }
                guard trace.contains("killed by") else { continue }
                ends[signal, default: 0] += 1
                #expect(try cksw.run("verify").output.hasPrefix("whole: "), "\(signal) \(time)")
                // All of it or nothing: a kill behind the commit leaves the whole import.
                let history = try cksw.run("history").output
                if history != before {
                    let again = try cksw.run(Self.register(cksw))
                    #expect(again.output.contains("nothing changed"), "\(signal) \(time)")
                }
                if time < 30 { #expect(history == before, "\(signal) \(time)") }
            }
        }
        #expect((ends["INT"] ?? 0) > 1 && (ends["KILL"] ?? 0) > 1, "\(ends)")
    }

    @Test("A terminal is told how far the reading is, on a line that is taken away again")
    func progress() throws {
        let cksw = try Self.school()
        let terminal = try PseudoTerminal(
            BuiltProgram.cksw,
            ["--db", cksw.store, "--today", cksw.today] + Self.register(cksw),
            environment: ["HOME": cksw.folder.path])
        #expect(try terminal.waitForEnding(within: 60) == .exited(0))
        let said = String(decoding: terminal.transcript, as: UTF8.self)
        #expect(said.contains("\rreading") && said.contains(" % …"))
        #expect(said.contains("\rwriting store.db …"))
        #expect(
            !terminal.screen.text.contains("reading") && !terminal.screen.text.contains("writing"))
        // Into a file or a pipe goes no such line.
        let again = try cksw.run(Self.register(cksw))
        #expect(again.status == 0 && !again.errors.contains("\r"))
        #expect(again.output.contains("nothing changed"))
    }
}

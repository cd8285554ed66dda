import Glibc
import Support
import Testing
import ViewModels

/// The program is killed while somebody types and saves: what it has said is kept, is kept.
@Suite struct KillTests {
    /// What somebody has been told of one note.
    private struct Note {
        let text: String
        /// `draft saved` or `Recorded` stood on the screen after it was typed.
        var isAcknowledged = false
    }

    @Test("Nothing acknowledged is lost, wherever the kill falls")
    func kills() throws {
        let cksw = try CommandLine()
        try cksw.makeDemo()
        var recorded: [String] = []
        var draft: Note?
        var lost = 0
        let seeds = Soak.seeds(5)
        for seed in seeds {
            var dice = SplitMix64(seed: seed)
            let terminal = try open(cksw)
            if let left = draft, left.isAcknowledged {
                let isThere = terminal.screen.text.contains(left.text)
                let isRecorded = try contacts(cksw).contains(left.text)
                if !isThere, !isRecorded { lost += 1 }
                #expect(isThere || isRecorded, "seed \(seed): \(left.text)")
            }
            terminal.send("\u{0E}")
            try terminal.waitIdle()
            try go(to: "With", in: terminal)
            terminal.send("r")
            try go(to: "About", in: terminal)
            terminal.send("g")
            try go(to: "Summary", in: terminal)
            for step in 0..<Int.random(in: 1...3, using: &dice) {
                let text = "Note \(seed) \(step) word"
                draft = Note(text: text)
                // The rest is cut off by the kill where it falls among the keys.
                terminal.send(step == 0 ? text : "\u{15}\(text)")
                if Bool.random(using: &dice) {
                    try terminal.waitIdle()
                    try terminal.wait(for: "draft saved")
                    draft?.isAcknowledged = true
                }
                guard Int.random(in: 0..<3, using: &dice) == 0 else { continue }
                terminal.send("\u{13}")
                guard Bool.random(using: &dice) else { break }
                try terminal.wait(for: "Recorded")
                recorded.append(text)
                draft = nil
                break
            }
            terminal.signal(SIGKILL)
            _ = try terminal.waitForEnding()
        }
        #expect(try cksw.run("verify").status == 0)
        let kept = try contacts(cksw)
        for text in recorded { #expect(kept.contains(text), "\(text)") }
        print(
            "Kills: \(seeds.count), recorded \(recorded.count), acknowledged and lost \(lost)")
        #expect(lost == 0)
    }

    /// The contact form of one child, over a dashboard that has just begun.
    private func open(_ cksw: CommandLine) throws -> PseudoTerminal {
        let terminal = try PseudoTerminal(
            BuiltProgram.cksw, ["--db", cksw.store, "--today", cksw.today],
            size: Size(columns: 120, rows: 40))
        try terminal.wait(for: "Now")
        try terminal.waitIdle()
        terminal.send(":bea ashworth")
        try terminal.waitIdle()
        terminal.send("\r")
        try terminal.wait("the child's page") { $0.rows[0].contains("Ashworth") }
        try terminal.waitIdle()
        terminal.send("c")
        try terminal.wait(for: "Ctrl-S save")
        try terminal.waitIdle()
        return terminal
    }

    /// Goes to a field by Tab, as a person does.
    private func go(to label: String, in terminal: PseudoTerminal) throws {
        try terminal.waitIdle()
        for _ in 0..<12 where !terminal.screen.text.contains("▸ \(label)") {
            terminal.send("\t")
            try terminal.waitIdle()
        }
        try #require(terminal.screen.text.contains("▸ \(label)"))
    }

    private func contacts(_ cksw: CommandLine) throws -> String {
        let folder = cksw.folder.file("out-\(UInt64.random(in: 0 ... .max))")
        _ = try cksw.run("export", "bundle", folder)
        let bytes = try cksw.folder.bytes("\(folder.split(separator: "/").last ?? "")/contacts.csv")
        return String(decoding: bytes, as: UTF8.self)
    }
}

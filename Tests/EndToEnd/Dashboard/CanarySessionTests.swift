import Foundation
import Support
import Testing
import ViewModels

/// Sessions of somebody who presses anything, and whose program ends in every way there is.
@Suite struct CanarySessionTests {
    /// How a session ends.
    private enum Ending: CaseIterable {
        case left, terminated, interrupted, lineLost, killed
    }

    private static let blank = "\u{1B}[21~"
    /// A word of a child that is typed; it stands nowhere else.
    private static let typed = "zq9999q"
    /// No `q` by itself: it would end the session.
    private static let presses: [String] =
        [
            "j", "k", "\r", "\t", "\u{1B}", "\u{1B}[A", "\u{1B}[B", "\u{1B}[5~", "\u{1B}[6~",
            "\u{13}",
        ]
        + "0123456789ncpthwugGdaxREMX$?/:. y".map(String.init)
        + [
            ":k1\r", ":k2\r", ":k4\r", "\u{1B}[20~", "\u{1B}\u{1B}", "\u{1B}\u{1B}",
            "\u{1B}[200~\(typed)\n\(typed)\u{1B}[201~", "\u{1B}[200~\(typed)\u{1B}[201~",
        ]

    @Test("Whatever is pressed and however it ends, no word of a child is left behind")
    func sessions() throws {
        let cksw = try CommandLine(today: "2026-11-24")
        try cksw.makeSchool(CanarySchool())
        var pressed = 0
        var blanks = 0
        var endings: [Ending: Int] = [:]
        let seeds = Soak.seeds(3, soak: 6000)  // an hour or more
        for seed in seeds {
            var dice = SplitMix64(seed: seed)
            let home = try TemporaryFolder()
            let terminal = try PseudoTerminal(
                BuiltProgram.cksw, ["--db", cksw.store, "--today", cksw.today],
                size: seed.isMultiple(of: 2)
                    ? Size(columns: 80, rows: 24)
                    : Size(columns: 120, rows: 40),
                environment: ["HOME": home.path, "TMPDIR": home.path, "XDG_STATE_HOME": home.path])
            try terminal.wait(for: "Now")
            let words = "/proc/\(terminal.process.id)/cmdline"
            for _ in 0..<Int.random(in: 20...60, using: &dice) {
                terminal.send(Self.presses.randomElement(using: &dice) ?? "j")
                pressed += 1
                if Int.random(in: 0..<4, using: &dice) == 0 { try terminal.waitIdle() }
                guard Int.random(in: 0..<12, using: &dice) == 0 else { continue }
                try expectBlank(terminal, seed)
                blanks += 1
            }
            #expect(try !Self.holds(Data(contentsOf: URL(fileURLWithPath: words))))
            let ending = Ending.allCases[Int(seed) % Ending.allCases.count]
            try end(terminal, ending)
            endings[ending, default: 0] += 1
            #expect(!Self.holds(Self.titles(terminal.transcript)), "seed \(seed)")
            try expectNothing(in: home.path, seed)
            let names = try cksw.folder.names().filter { !$0.hasPrefix("store.db") && $0 != "in" }
            #expect(names == [], "seed \(seed)")
        }
        #expect(try cksw.run("verify").status == 0)
        print(
            "Sessions: \(seeds.count), keys \(pressed), blanked \(blanks), ended by "
                + Ending.allCases.map { "\($0) \(endings[$0] ?? 0)" }.joined(separator: ", "))
        #expect(pressed > 0)
    }

    /// F10 hides everything, letters show nothing, and what is sent meanwhile tells nothing.
    private func expectBlank(_ terminal: PseudoTerminal, _ seed: UInt64) throws {
        try terminal.waitIdle()
        terminal.send(Self.blank)
        try terminal.waitIdle()
        #expect(!Self.holds(terminal.screen.text), "seed \(seed):\n\(terminal.screen.text)")
        let since = terminal.transcript.count
        terminal.send("jn1x")
        try terminal.waitIdle()
        #expect(!Self.holds(terminal.screen.text), "seed \(seed)")
        #expect(!Self.holds(Data(terminal.transcript[since...])), "seed \(seed)")
        terminal.send(Self.blank)
        try terminal.waitIdle()
    }

    private func end(_ terminal: PseudoTerminal, _ ending: Ending) throws {
        try terminal.waitIdle()
        switch ending {
        case .left:
            // Out of every form and question first; Ctrl-L behind it makes Esc a key of its own.
            for _ in 0..<6 {
                terminal.send("\u{1B}\u{C}")
                try terminal.waitIdle()
            }
            terminal.send("q")
        case .terminated: terminal.signal(SIGTERM)
        case .interrupted: terminal.signal(SIGINT)
        case .lineLost:
            terminal.hangUp()
            _ = try terminal.waitForEnding()
            return
        case .killed: terminal.signal(SIGKILL)
        }
        _ = try terminal.waitForEnding()
        try terminal.wait("the first screen") { !$0.isAltScreen }
        #expect(!Self.holds(terminal.screen.text), "\(ending):\n\(terminal.screen.text)")
        #expect(!Self.holds(terminal.screen.leftBehind), "\(ending)")
    }

    private func expectNothing(in folder: String, _ seed: UInt64) throws {
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
            let file = folder + "/" + name
            #expect(!Self.holds(name), "seed \(seed): \(name)")
            guard let bytes = FileManager.default.contents(atPath: file) else { continue }
            #expect(!Self.holds(bytes), "seed \(seed): \(file)")
        }
    }

    /// What was sent as a title, an icon's name or another word to the terminal itself.
    private static func titles(_ bytes: [UInt8]) -> Data {
        var found = Data()
        var isTitle = false
        for (place, byte) in bytes.enumerated() {
            if byte == 0x5D || byte == 0x50, place > 0, bytes[place - 1] == 0x1B { isTitle = true }
            if byte == 0x07 || byte == 0x5C { isTitle = false }
            if isTitle { found.append(byte) }
        }
        return found
    }

    private static func holds(_ text: String) -> Bool { holds(Data(text.utf8)) }

    /// Whether a canary is among the bytes: `zq`, four digits, `q`.
    private static func holds(_ bytes: Data) -> Bool {
        let bytes = [UInt8](bytes)
        return bytes.indices.dropLast(6).contains { place in
            bytes[place] == 0x7A && bytes[place + 1] == 0x71 && bytes[place + 6] == 0x71
                && bytes[place + 2...place + 5].allSatisfy { (0x30...0x39).contains($0) }
        }
    }
}

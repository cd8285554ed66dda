import Testing
import ViewModels

@testable import Terminal

@Suite("What kind of terminal it is")
struct TerminalKindTests {
    @Test(
        "One that speaks like xterm stands in for a name that this machine may not know",
        arguments: [
            "xterm-kitty", "xterm-ghostty", "ghostty", "foot", "foot-extra", "wezterm", "alacritty",
            "alacritty-direct", "rio", "contour", "iTerm2.app", "iTerm.app", "kitty", "konsole",
        ])
    func xterm(term: String) {
        #expect(TerminalKind.standIn(for: term) == "xterm-256color")
        #expect(TerminalKind.drawnAs(term) != nil)
        #expect(TerminalKind.refusal(term: term, isTTY: true) == nil)
    }

    @Test(
        "Within tmux and screen theirs does",
        arguments: ["tmux-direct", "screen.xterm-kitty", "screen-of-tomorrow", "tmux"])
    func multiplexed(term: String) {
        #expect(TerminalKind.standIn(for: term) == "screen-256color")
    }

    @Test(
        "No other name has a stand-in",
        arguments: [
            "dumb", "unknown", "", "no-such-terminal", "vt52", "x", "xtermish", "footing", "riot",
            "x\u{1B}[2J", "xterm-\u{1B}[2J", "xterm-../../etc", "foot extra", "ghostty\n", "stone",
        ])
    func others(term: String) {
        #expect(TerminalKind.standIn(for: term) == nil)
    }

    @Test("One that this machine knows is drawn as itself")
    func known() {
        #expect(TerminalKind.drawnAs("vt220") == "vt220")
        #expect(TerminalKind.drawnAs("xterm") == "xterm")
        for term in ["dumb", "unknown", "vt52", "no-such-terminal"] {
            #expect(TerminalKind.drawnAs(term) == nil)
            #expect(TerminalKind.refusal(term: term, isTTY: true)?.contains("‘\(term)’") == true)
        }
    }

    private func theme(
        _ colours: Int, _ choice: ThemeChoice = .auto, _ environment: [String: String] = [:]
    ) -> Theme {
        TerminalKind.theme(colours: colours, choice: choice, environment: { environment[$0] })
    }

    @Test("As many colours as there are, but of more than 256 only those that are the person's own")
    func depth() {
        let depths: [(Int, Theme.Depth)] = [
            (0, .mono), (7, .mono), (8, .colour8), (16, .colour8), (255, .colour8),
            (256, .colour256), (257, .colour8), (1 << 24, .colour8),
        ]
        for (colours, depth) in depths {
            #expect(theme(colours).depth == depth, "\(colours)")
            #expect(theme(colours, .mono).depth == .mono)
            #expect(theme(colours, .dark, ["NO_COLOR": "0"]).depth == .mono)
            #expect(theme(colours, .dark, ["NO_COLOR": ""]).depth == depth)
        }
    }

    @Test(
        "The person's choice comes first, then what the terminal says of itself",
        arguments: [
            ("15;0", Theme.Ground.dark), ("0;15", .light), ("0;default;15", .light),
            ("0;7", .light),
            ("15;8", .dark), ("12;6", .dark), ("0;9", .light), ("0;16", .unknown),
            ("0;default", .unknown), ("", .unknown), ("0;-1", .unknown),
        ])
    func ground(colorfgbg: String, ground: Theme.Ground) {
        let environment = ["COLORFGBG": colorfgbg]
        #expect(theme(256, .auto, environment).ground == ground)
        #expect(theme(256, .dark, environment).ground == .dark)
        #expect(theme(256, .light, environment).ground == .light)
    }

    @Test("The Linux console is dark and lightens bold letters; of others nobody knows")
    func console() {
        let console = theme(8, .auto, ["TERM": "linux"])
        #expect(console.ground == .dark && console.isBoldLighter)
        #expect(!console.style(for: .overdue).isBold && console.style(for: .overdue).isReverse)
        let other = theme(256, .auto, ["TERM": "xterm-256color"])
        #expect(other.ground == .unknown && !other.isBoldLighter)
    }
}

import Glibc
import Terminal
import Testing
import ViewModels

/// What the loop did with a screen.
private final class Watcher {
    var frames: [Frame] = []
    var calls: [String] = []
}

/// A clock that leaps each time it is looked at.
private final class Steps: @unchecked Sendable {
    private let leap: Int
    private var time = 0

    init(leap: Int) { self.leap = leap }

    func next() -> Int {
        time += leap
        return time
    }
}

private struct WatchedSurface: Surface {
    private(set) var size = Size(columns: 40, rows: 2)
    let watcher: Watcher

    func show(_ frame: Frame) { watcher.frames.append(frame) }
    mutating func measure() { size.rows = 3 }
    func repaint() { watcher.calls.append("repaint") }
    func use(_ choice: ThemeChoice) { watcher.calls.append("use \(choice)") }
    func leave() { watcher.calls.append("leave") }
    func enter() { watcher.calls.append("enter") }
}

/// Remembers what happened; `d` asks, `b` blanks, `q` quits, `n` changes nothing.
private struct Recorder: Program {
    var events: [Event] = []
    var isAsking = false

    mutating func handle(_ event: Event) -> Outcome {
        // After the first frame; the tests are about what follows from typing.
        if event == .shown { return .none }
        events.append(event)
        switch event {
        case .key(.character("d")): isAsking = true
        case .key(.character("b")): return .blank
        case .key(.character("n")): return .none
        case .key(.character("t")): return .recolour(.light)
        case .key(.character("q")): return .quit
        case .key: isAsking = false
        case .resized, .shown, .tick, .resumed, .hangUp, .terminate, .abandoned, .wake: break
        }
        return .redraw
    }

    mutating func frame(_ size: Size) -> Frame {
        var frame = Frame.blank(size)
        for (column, letter) in "\(events.count) \(isAsking)".enumerated() {
            frame.grid.put(Cell(letter), row: 0, column: column)
        }
        return frame
    }
}

/// Runs the loop on this typing, after which the line drops.
private func run(
    _ typed: String, before: (TerminalInput) -> Void = { _ in }
) throws -> (ending: Ending, events: [Event], watcher: Watcher) {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    let bytes = Array(typed.utf8)
    try #require(write(ends[1], bytes, bytes.count) == bytes.count)
    close(ends[1])
    defer { close(ends[0]) }
    let input = try #require(TerminalInput(keyboard: ends[0]))
    defer { input.close() }
    before(input)
    let watcher = Watcher()
    var loop = Loop(
        Recorder(), on: WatchedSurface(watcher: watcher), input: input, canSuspend: false)
    let ending = loop.run()
    return (ending, loop.program.events, watcher)
}

@Suite struct LoopTests {
    @Test("Queued keys are taken in their order before anything is drawn")
    func queued() throws {
        let (ending, events, watcher) = try run("jkq")
        #expect(ending == .quit)
        #expect(events == [.key(.character("j")), .key(.character("k")), .key(.character("q"))])
        #expect(watcher.frames.isEmpty)
        #expect(watcher.calls == ["leave"])
    }

    @Test("Keys behind the one that quits are not taken")
    func behindQuit() throws {
        #expect(try run("qjj").events == [.key(.character("q"))])
    }

    @Test("When the line drops the program hears it once, and the screen is left")
    func hangUp() throws {
        let (ending, events, watcher) = try run("j")
        #expect(ending == .hangUp)
        #expect(events == [.key(.character("j")), .hangUp])
        #expect(watcher.calls == ["leave"])
    }

    @Test("A question is drawn at once and what was typed ahead of it is forgotten")
    func typeAhead() throws {
        let (_, events, watcher) = try run("jdyyy\u{1B}[200~y")
        #expect(events == [.key(.character("j")), .key(.character("d")), .hangUp])
        #expect(watcher.frames.map(\.text) == ["2 true\n"])
    }

    @Test("Other colours are taken at once, and the page drawn anew")
    func recoloured() throws {
        let (_, _, watcher) = try run("t")
        #expect(watcher.calls == ["use light", "leave"])
    }

    private static let blanked = "cksw: blanked. F10 or Enter shows"

    @Test("F10 and a program that asks for it blank the screen at once; letters do not wake it")
    func blank() throws {
        for blanking in ["\u{1B}[21~", "b"] {
            for typed in ["", "qj \u{1B}[B", "\u{C}\u{1A}"] {
                let run = try run(blanking + typed)
                #expect(run.ending == .hangUp)
                #expect(!run.events.contains(.key(.character("q"))))
                #expect(run.watcher.frames.count == 1)
                #expect(run.watcher.frames[0].text.hasPrefix(Self.blanked))
            }
        }
    }

    @Test("The same key or Enter wakes it, and what is typed behind that in one go is lost")
    func waking() throws {
        for waking in ["\u{1B}[21~", "\r"] {
            let run = try run("\u{1B}[21~x" + waking + "q")
            #expect(run.ending == .hangUp)
            #expect(run.events == [.hangUp])
        }
    }

    /// Runs the loop with a keyboard that nobody touches and a clock that leaps.
    private func runAlone(
        _ idle: IdleTimes, leap: Int, before: (TerminalInput) -> Void = { _ in }
    ) throws -> (ending: Ending, events: [Event], watcher: Watcher) {
        var ends: [Int32] = [-1, -1]
        try #require(pipe(&ends) == 0)
        defer { for end in ends { close(end) } }
        let input = try #require(TerminalInput(keyboard: ends[0]))
        defer { input.close() }
        before(input)
        let watcher = Watcher()
        let time = Steps(leap: leap)
        var loop = Loop(
            Recorder(), on: WatchedSurface(watcher: watcher), input: input, canSuspend: false,
            idle: idle, clock: LoopClock { time.next() })
        let ending = loop.run()
        return (ending, loop.program.events, watcher)
    }

    @Test("Where nobody touches a key the screen hides itself, and later the program ends")
    func idle() throws {
        let run = try runAlone(IdleTimes(blank: 60, end: 120), leap: 900)
        #expect(run.ending == .abandoned)
        #expect(run.events.last == .abandoned)
        #expect(run.watcher.frames.first?.text.hasPrefix(Self.blanked) == false)
        #expect(run.watcher.frames.last?.text.hasPrefix(Self.blanked) == true)
        #expect(run.watcher.calls == ["leave"])
    }

    @Test("It is not hidden before its time")
    func notYet() throws {
        let run = try runAlone(IdleTimes(blank: 120, end: 60), leap: 900)
        #expect(run.ending == .abandoned)
        #expect(!run.watcher.frames.contains { $0.text.hasPrefix(Self.blanked) })
    }

    @Test("A new size after a while without keys hides the screen, one at the keyboard does not")
    func attached() throws {
        for (unattended, isHidden) in [(0, true), (3600, false)] {
            let idle = IdleTimes(blank: 3000, end: 60, unattended: unattended)
            let run = try runAlone(idle, leap: 900) { _ in raise(SIGWINCH) }
            #expect(
                run.watcher.frames.contains { $0.text.hasPrefix(Self.blanked) } == isHidden)
        }
    }

    @Test("Ctrl-Z under a forced command does nothing; Ctrl-L draws anew")
    func controls() throws {
        let (_, events, watcher) = try run("\u{1A}\u{C}")
        #expect(events == [.hangUp])
        #expect(watcher.calls == ["repaint", "leave"])
    }

    @Test("Calls of a waker are one event")
    func wake() throws {
        let (_, events, _) = try run("") { input in
            input.waker.wake()
            input.waker.wake()
        }
        #expect(events.filter { $0 == .wake } == [.wake])
    }

    @Test("What waits behind Esc is no longer waited for when the line drops")
    func escapeAtTheEnd() throws {
        #expect(try run("\u{1B}").ending == .hangUp)
    }
}

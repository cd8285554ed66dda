import Glibc
import Terminal
import Testing
import ViewModels

/// What the loop did with a screen.
private final class Watcher {
    var frames: [Frame] = []
    var calls: [String] = []
}

private struct WatchedSurface: Surface {
    let size = Size(columns: 40, rows: 2)
    let watcher: Watcher

    func show(_ frame: Frame) { watcher.frames.append(frame) }
    func measure() {}
    func repaint() { watcher.calls.append("repaint") }
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
        case .key(.character("q")): return .quit
        case .key: isAsking = false
        case .resized, .shown, .tick, .resumed, .hangUp, .terminate, .wake: break
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

    @Test("F10 and a program that asks for it blank the screen at once; the waking key is lost")
    func blank() throws {
        for blanking in ["\u{1B}[21~", "b"] {
            let typed = try run(blanking)
            #expect(typed.watcher.frames.map(\.text) == ["cksw: blanked, press any key\n"])
            let woken = try run(blanking + "qj")
            #expect(woken.ending == .hangUp)
            #expect(!woken.events.contains(.key(.character("q"))))
            #expect(!woken.events.contains(.key(.character("j"))))
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

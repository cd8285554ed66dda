import Glibc
import ViewModels

/// Brings events to a program and its frames to a surface, on one thread. Queued input is taken
/// before drawing, and only the last frame is drawn.
public struct Loop<Content: Program, Screen: Surface> {
    public private(set) var program: Content
    private var screen: Screen
    private let input: TerminalInput
    /// Ctrl-Z means nothing where no shell could bring the program back (a forced command).
    private let canSuspend: Bool
    private let idle: IdleTimes
    private let clock: LoopClock

    private var decoder = KeyDecoder()
    private var needsDrawing = true
    private var isBlank = false
    /// The screen is hidden because the program was brought back by a shell.
    private var hasComeBack = false
    private var hasShown = false
    private var wantsSuspension = false
    private var ending: Ending?
    /// Milliseconds of a clock that only goes on.
    private var nextTick = 0
    private var drawnAt = 0
    /// When somebody was last at the keyboard.
    private var touchedAt = 0
    /// When what waits in the decoder is taken for what it is.
    private var silenceEnds: Int?

    public init(
        _ program: Content, on screen: Screen, input: TerminalInput, canSuspend: Bool,
        idle: IdleTimes = IdleTimes(), clock: LoopClock = .monotonic
    ) {
        self.program = program
        self.screen = screen
        self.input = input
        self.canSuspend = canSuspend
        self.idle = idle
        self.clock = clock
    }

    /// Runs until the program quits or is ended; the terminal is left clean.
    public mutating func run() -> Ending {
        drawnAt = now
        touchedAt = now
        nextTick = now + 1000
        while ending == nil {
            let arrivals = input.wait(milliseconds: patience)
            take(arrivals)
            if wantsSuspension { suspend() }
            // Input without end must not hide what it does.
            if ending == nil, needsDrawing, arrivals.isEmpty || now - drawnAt >= 100 { draw() }
        }
        screen.leave()
        return ending ?? .quit
    }

    /// Nothing is waited for while there is something to draw.
    private var patience: Int32 {
        if needsDrawing { return 0 }
        return Int32(clamping: max(0, min(nextTick, silenceEnds ?? nextTick) - now))
    }

    private mutating func take(_ arrivals: TerminalInput.Arrivals) {
        for signal in arrivals.signals { take(signal: signal) }
        if arrivals.hasInput {
            touchedAt = now
            takeInput()
        } else if let silenceEnds, now >= silenceEnds {
            take(decoder.flush())
        }
        silenceEnds = decoder.patienceInMilliseconds.map { patience in
            arrivals.hasInput ? now + Int(patience) : silenceEnds ?? now
        }
        if arrivals.isWoken { send(.wake) }
        if now >= nextTick {
            nextTick = now + 1000
            send(.tick)
            lookForSomebody()
        }
    }

    /// Hides a screen that nobody sits at, and in the end leaves it.
    private mutating func lookForSomebody() {
        let seconds = (now - touchedAt) / 1000
        if seconds >= idle.end {
            end(.abandoned, after: .abandoned)
        } else if seconds >= idle.blank, !isBlank {
            apply(.blank)
        }
    }

    private mutating func draw() {
        needsDrawing = false
        drawnAt = now
        screen.show(
            isBlank ? .blanked(screen.size, canLeave: hasComeBack) : program.frame(screen.size))
        if !hasShown {
            hasShown = true
            send(.shown)
        }
    }

    /// Takes all that has been typed so far.
    private mutating func takeInput() {
        switch input.read() {
        case .bytes(let bytes): take(decoder.feed(bytes))
        case .nothing: break
        case .hangUp: end(.hangUp, after: .hangUp)
        }
    }

    private mutating func take(_ keys: [Key]) {
        for key in keys where ending == nil {
            if isBlank {
                // Who has come back from the shell to leave need not see a page for that.
                if hasComeBack, key == .character("q") {
                    end(.quit, after: .abandoned)
                    return
                }
                // Other keys typed at an empty screen were meant for no page.
                guard key == .function(10) || key == .enter else { continue }
                isBlank = false
                hasComeBack = false
                needsDrawing = true
                return
            }
            switch key {
            case .function(10): apply(.blank)
            case .control("l"):
                screen.repaint()
                needsDrawing = true
            case .control("z"): apply(.suspend)
            default:
                let wasAsking = program.isAsking
                send(.key(key))
                if program.isAsking, !wasAsking { return ask() }
            }
        }
    }

    /// Shows the question, then forgets what was typed before it could be seen.
    private mutating func ask() {
        draw()
        decoder = KeyDecoder()
        input.discard()
    }

    private mutating func take(signal: Int32) {
        switch signal {
        case SIGWINCH: resize()
        case SIGTSTP: apply(.suspend)
        case SIGCONT: resume()
        case SIGHUP: end(.hangUp, after: .hangUp)
        default: end(.terminated(signal: signal), after: .terminate(signal: signal))
        }
    }

    private mutating func send(_ event: Event) {
        apply(program.handle(event))
    }

    private mutating func apply(_ outcome: Outcome) {
        switch outcome {
        case .none: break
        case .redraw: needsDrawing = true
        case .recolour(let choice):
            screen.use(choice)
            needsDrawing = true
        case .quit: ending = ending ?? .quit
        case .suspend: wantsSuspension = canSuspend
        case .blank:
            isBlank = true
            hasComeBack = false
            draw()
        }
    }

    private mutating func end(_ ending: Ending, after event: Event) {
        guard self.ending == nil else { return }
        send(event)
        self.ending = ending
    }

    private mutating func resize() {
        let before = screen.size
        screen.measure()
        guard screen.size != before else { return }
        needsDrawing = true
        // A session that was left in tmux or screen and is looked at again, perhaps by another.
        if (now - touchedAt) / 1000 >= idle.unattended { isBlank = true }
        send(.resized(screen.size))
    }

    private mutating func suspend() {
        wantsSuspension = false
        screen.leave()
        input.stop()
        resume()
    }

    /// A shell may have changed modes and size, and has written over the screen. Who brings the
    /// program back need not be who left it, so it shows nothing until it is asked to.
    private mutating func resume() {
        isBlank = true
        hasComeBack = true
        screen.leave()
        screen.enter()
        resize()
        needsDrawing = true
        send(.resumed)
    }

    private var now: Int { clock.now() }
}

extension LoopClock {
    /// Of the system; it stands still while the machine sleeps.
    public static let monotonic = LoopClock {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
    }
}

extension Frame {
    /// The screen of F10. Enter stands beside it for terminals that keep F10 for their own menu.
    ///
    /// - Parameter canLeave: whether `q` leaves, as it does after a shell has brought it back.
    static func blanked(_ size: Size, canLeave: Bool = false) -> Frame {
        var frame = Frame.blank(size)
        let words = "cksw: blanked. F10 or Enter shows it again."
        let lines = canLeave ? [words, "q leaves."] : [words]
        for (row, words) in lines.enumerated() where row < size.rows {
            for (column, letter) in words.enumerated() {
                frame.grid.put(Cell(letter), row: row, column: column)
            }
        }
        frame.cursor = Position(row: 0, column: 0)
        return frame
    }
}

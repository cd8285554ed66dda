import Glibc
import ViewModels

/// A program at a terminal of its own: keys go in, a screen comes out. Waits are for what the
/// screen shows, or for the program to wait for input; never for a time.
final class PseudoTerminal {
    /// A wait that came to its limit, with the screen as it stood.
    struct TimedOut: Error, CustomStringConvertible {
        let description: String
    }

    private(set) var screen: ScreenModel
    /// All that the program has written.
    private(set) var transcript: [UInt8] = []
    private(set) var ending: SpawnedProcess.Ending?
    let process: SpawnedProcess
    /// The terminal's modes before the program could change them.
    let modesBefore: TerminalModes

    private let master: Int32
    /// Held open, so that input which has not been read can be counted and modes outlive the program.
    private let slave: Int32
    private var parser = ScreenParser()
    /// The program that was in front when it was last given something to do, and its switches then.
    private var given: (process: pid_t, switches: Int)?
    private var isOpen = true

    init(
        _ program: String, _ arguments: [String] = [], size: Size = Size(columns: 80, rows: 24),
        term: String = "xterm-256color", environment: [String: String] = [:]
    ) throws {
        // The steps of posix_openpt, grantpt and ptsname, which Swift does not see.
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
        var unlocked: Int32 = 0
        var number: Int32 = 0
        guard master >= 0, ioctl(master, 0x4004_5431, &unlocked) == 0,
            ioctl(master, 0x8004_5430, &number) == 0
        else {
            throw TimedOut(description: "no pseudo-terminal: \(String(cString: strerror(errno)))")
        }
        let path = "/dev/pts/\(number)"
        slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        screen = ScreenModel(size)
        modesBefore = TerminalModes(of: slave)
        Self.setSize(size, of: master)
        var variables = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", "TERM": term]
        variables.merge(environment) { $1 }
        process = try SpawnedProcess(
            program, arguments, terminal: path, environment: variables.filter { $0.value != "" })
    }

    deinit {
        if ending == nil {
            kill(process.id, SIGKILL)
            var status: Int32 = 0
            waitpid(process.id, &status, 0)
        }
        hangUp()
        close(slave)
    }

    var bytesReceived: Int { transcript.count }

    /// The terminal's modes as they are now.
    var modes: TerminalModes { TerminalModes(of: slave) }

    func send(_ text: String) {
        noteGiven()
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
            if count > 0 { bytes = bytes.dropFirst(count) } else { readAll(milliseconds: 1) }
        }
    }

    func resize(_ size: Size) {
        noteGiven()
        screen.resize(size)
        Self.setSize(size, of: master)
    }

    func signal(_ signal: Int32) {
        noteGiven()
        kill(foreground, signal)
    }

    /// Takes the line away, as a dropped connection does.
    func hangUp() {
        if isOpen { close(master) }
        isOpen = false
    }

    /// Reads until the screen is as it should be.
    func wait(
        _ what: String, within seconds: Double = 20, until isDone: (ScreenModel) -> Bool
    ) throws {
        try wait(what, within: seconds) { isDone(screen) }
    }

    /// Reads until the screen shows this text.
    func wait(for text: String, within seconds: Double = 20) throws {
        try wait("‘\(text)’", within: seconds) { $0.text.contains(text) }
    }

    /// Reads until the program has taken all that it was given, has written what follows, and waits
    /// for more.
    func waitIdle(within seconds: Double = 20) throws {
        try wait("an idle program", within: seconds) {
            guard isWaiting else { return false }
            // What it wrote last may be on its way.
            return !readAll(milliseconds: 10) && isWaiting
        }
    }

    func waitForEnding(within seconds: Double = 20) throws -> SpawnedProcess.Ending {
        try wait("the end", within: seconds) { updatedEnding != nil }
        while isOpen, readAll(milliseconds: 10) {}
        return ending ?? .exited(-1)
    }

    /// The process whose keys these are: a shell's, or that of the program it runs.
    var foreground: pid_t {
        let group = tcgetpgrp(master)
        return group > 0 ? group : process.id
    }

    private func wait(_ what: String, within seconds: Double, isDone: () -> Bool) throws {
        let limit = Self.now + seconds
        while !isDone() {
            if Self.now > limit {
                throw TimedOut(
                    description: "waited \(seconds) s for \(what); the screen:\n\(screen.text)")
            }
            readAll(milliseconds: 2)
        }
    }

    private var updatedEnding: SpawnedProcess.Ending? {
        if ending == nil { ending = process.ending() }
        return ending
    }

    private var isWaiting: Bool {
        let state = ProcessState(id: foreground)
        if let given, given.process == state.id, state.switches <= given.switches { return false }
        var unread: Int32 = 0
        _ = ioctl(slave, UInt(FIONREAD), &unread)
        return unread == 0 && state.isWaitingForInput
    }

    private func noteGiven() {
        let foreground = foreground
        given = (foreground, ProcessState(id: foreground).switches)
    }

    /// Whether anything came.
    @discardableResult
    private func readAll(milliseconds: Int32) -> Bool {
        guard isOpen else {
            _ = poll(nil, 0, milliseconds)
            return false
        }
        var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
        guard poll(&watched, 1, milliseconds) > 0 else { return false }
        var bytes = [UInt8](repeating: 0, count: 65_536)
        let count = read(master, &bytes, bytes.count)
        guard count > 0 else { return false }
        transcript += bytes.prefix(count)
        parser.read(bytes.prefix(count), into: &screen)
        return true
    }

    private static func setSize(_ size: Size, of terminal: Int32) {
        var window = winsize()
        window.ws_col = UInt16(size.columns)
        window.ws_row = UInt16(size.rows)
        _ = ioctl(terminal, UInt(TIOCSWINSZ), &window)
    }

    static var now: Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// How a terminal treats what is typed and written.
struct TerminalModes: Hashable {
    let input: tcflag_t
    let output: tcflag_t
    let control: tcflag_t
    let local: tcflag_t

    init(of terminal: Int32) {
        var modes = termios()
        tcgetattr(terminal, &modes)
        input = modes.c_iflag
        output = modes.c_oflag
        control = modes.c_cflag
        local = modes.c_lflag
    }
}

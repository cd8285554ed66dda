import CNcurses
import CSignals
import Glibc
import ViewModels

/// The terminal of the person, through ncurses. There is one at a time: ncurses holds its state for
/// the whole process.
public struct CursesSurface: Surface {
    public private(set) var size: Size
    public private(set) var theme: Theme

    private var styles: StyleTable
    private let environment: @Sendable (String) -> String?
    private let pasteModes: (on: String, off: String)?
    /// The terminal's modes as they were found.
    private let modesBefore: termios
    private let closing: [CChar]
    /// Where ncurses writes to: the terminal, and a file in memory while a frame is put together.
    private let line: Int32
    private let memory: Int32
    /// What ncurses has been given last; `nil` when that cannot be trusted.
    private var shown: Frame?
    private var isEntered = true
    /// Whether ncurses has taken the terminal's modes and its screen since it was entered.
    private var isSettled = false
    private var isCursorVisible = true

    /// Takes the terminal of standard input and output. `nil` where it cannot be taken; ask
    /// `TerminalKind.refusal` first, which has the words. The locale must have been set
    /// (`Charset.ofLocale`).
    ///
    /// - Parameter choice: the colours that the person wants.
    public init?(
        _ choice: ThemeChoice = .auto, environment: @escaping @Sendable (String) -> String?
    ) {
        var modes = termios()
        guard tcgetattr(STDIN_FILENO, &modes) == 0 else { return nil }
        modesBefore = modes
        screen_keep_memory()
        // The terminal knows its size; LINES and COLUMNS of a shell may be those of another.
        use_tioctl(true)
        line = screen_line(STDOUT_FILENO)
        guard line >= 0, let term = environment("TERM"), let name = TerminalKind.drawnAs(term),
            screen_open(name, line) != nil
        else { return nil }
        memory = screen_memory()
        // Raw, so that Ctrl-S, Ctrl-Q, Ctrl-C and Ctrl-Z are keys.
        raw()
        noecho()
        nonl()
        // A key that comes while drawing must not leave half a frame.
        typeahead(-1)
        theme = TerminalKind.theme(
            colours: Self.terminfoColours, choice: choice, environment: environment)
        self.environment = environment
        styles = StyleTable(theme)
        pasteModes = Self.pasteModes()
        closing = Self.closing(pasteModes?.off)
        size = Size(columns: Int(screen_columns()), rows: Int(screen_rows()))
        measure()
        guardAgainstCrash()
        if let pasteModes { send(pasteModes.on) }
    }

    public mutating func show(_ frame: Frame) {
        if !isEntered { enter() }
        settle()
        let before: Grid
        if let shown, shown.grid.size == frame.grid.size {
            before = shown.grid
        } else {
            before = Grid(frame.grid.size)
            screen_erase()
        }
        let columns = min(frame.grid.size.columns, size.columns)
        var brush = StyleTable.Brush(styles)
        for row in 0..<min(frame.grid.size.rows, size.rows) {
            let cells = frame.grid.row(row)
            let old = before.row(row)
            // A row that both frames share is not even looked at.
            if cells == old { continue }
            for column in 0..<columns where old[column] != cells[column] {
                put(cells[column], row: row, column: column, with: &brush)
            }
        }
        place(frame.cursor)
        update()
        shown = frame
    }

    private mutating func settle() {
        guard !isSettled else { return }
        screen_take()
        isSettled = true
    }

    private func update() { screen_update(line, memory, STDOUT_FILENO) }

    public mutating func measure() {
        var window = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0,
            window.ws_col > 0, window.ws_row > 0
        else { return }
        let measured = Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
        guard measured != size else { return }
        resizeterm(Int32(measured.rows), Int32(measured.columns))
        size = measured
        shown = nil
    }

    public mutating func repaint() { screen_repaint() }

    public mutating func use(_ choice: ThemeChoice) {
        theme = TerminalKind.theme(
            colours: Self.terminfoColours, choice: choice, environment: environment)
        styles = StyleTable(theme)
        shown = nil
    }

    public mutating func leave() {
        guard isEntered else { return }
        settle()
        // Terminals without a second screen would keep the last frame, and so do some that have one.
        screen_erase()
        screen_move(0, 0)
        update()
        if let pasteModes { send(pasteModes.off) }
        endwin()
        rescue_disarm()
        shown = nil
        isEntered = false
    }

    public mutating func enter() {
        guard !isEntered else { return }
        isEntered = true
        isSettled = false
        // ncurses takes its modes and its screen back with the first update.
        screen_repaint()
        guardAgainstCrash()
        if let pasteModes { send(pasteModes.on) }
    }

    private func put(
        _ cell: Cell, row: Int, column: Int, with brush: inout StyleTable.Brush
    ) {
        // The grapheme to the left has drawn it.
        if cell.width == 0 { return }
        let style = brush.style(of: cell)
        var base = cell.base.value
        var marks = cell.marks
        // ncurses counts cells by the locale. What needs more of them than the frame gives it
        // would push all behind it aside.
        let width = base < 0x7F ? 1 : screen_width(wchar_t(bitPattern: base))
        if width < 1 || width > Int32(cell.width) {
            base = UInt32(UInt8(ascii: "?"))
            marks = .zero
        }
        _ = screen_put(
            Int32(row), Int32(column), base, marks[0], marks[1], marks[2], marks[3],
            style.attributes, style.pair)
        if cell.width == 2, width != 2 {
            _ = screen_put(
                Int32(row), Int32(column + 1), 0x20, 0, 0, 0, 0, style.attributes, style.pair)
        }
    }

    private mutating func place(_ cursor: Position?) {
        if (cursor != nil) != isCursorVisible {
            isCursorVisible = cursor != nil
            curs_set(isCursorVisible ? 1 : 0)
        }
        let row = min(cursor?.row ?? size.rows - 1, size.rows - 1)
        let column = min(cursor?.column ?? size.columns - 1, size.columns - 1)
        screen_move(Int32(max(row, 0)), Int32(max(column, 0)))
    }

    private func send(_ text: String) {
        // A terminal that has gone is told by its hang-up, not here.
        _ = text.utf8CString.withUnsafeBufferPointer {
            write(STDOUT_FILENO, $0.baseAddress, $0.count - 1)
        }
    }

    private func guardAgainstCrash() {
        var modes = modesBefore
        rescue_arm(STDIN_FILENO, &modes, closing, closing.count)
    }

    private static var terminfoColours: Int { max(0, Int(tigetnum("colors"))) }

    /// Terminals with a second screen descend from xterm and know bracketed paste, though not all of
    /// their terminfo says so.
    private static func pasteModes() -> (on: String, off: String)? {
        screen_text("smcup") == nil ? nil : ("\u{1B}[?2004h", "\u{1B}[?2004l")
    }

    /// What a crash writes: no attributes, the cursor, an empty screen, the first screen.
    private static func closing(_ pasteOff: String?) -> [CChar] {
        var bytes = Array((pasteOff ?? "").utf8CString.dropLast())
        for name in ["sgr0", "cnorm", "clear", "rmcup"] {
            if let text = screen_text(name) {
                bytes += String(cString: text).utf8CString.dropLast()
            }
        }
        // Delays such as $<50> are for terminals of brass.
        return withoutDelays(bytes)
    }

    private static func withoutDelays(_ bytes: [CChar]) -> [CChar] {
        var kept: [CChar] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            if byte == CChar(UInt8(ascii: "$")), rest.first == CChar(UInt8(ascii: "<")),
                let end = rest.firstIndex(of: CChar(UInt8(ascii: ">")))
            {
                rest = rest[(end + 1)...]
            } else {
                kept.append(byte)
            }
        }
        return kept
    }
}

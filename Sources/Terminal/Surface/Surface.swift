import ViewModels

/// What frames are shown on: ncurses in life, a list of frames in tests.
public protocol Surface {
    /// Cells that there are, as last measured.
    var size: Size { get }

    /// Shows the frame; what has not changed costs nothing.
    mutating func show(_ frame: Frame)

    /// Looks again how large the terminal is.
    mutating func measure()

    /// Draws all anew with the next frame, over whatever else has written on the terminal.
    mutating func repaint()

    /// Takes other colours; the next frame is drawn whole.
    mutating func use(_ choice: ThemeChoice)

    /// Leaves the terminal as it was found, empty of what was shown. More than once is no harm.
    mutating func leave()

    /// Takes the terminal again after `leave`; the next frame is drawn whole.
    mutating func enter()
}

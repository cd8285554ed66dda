import Exchange
import Foundation

/// What a command is at, on one line of a terminal that is taken away when it is done; nothing where
/// standard error is no terminal.
enum ProgressLine {
    private static let width = 60
    private static let isShown = isatty(STDERR_FILENO) == 1

    /// - Parameter share: how much of it is done, from 0 to 1.
    static func show(_ words: String, _ name: String, share: Double? = nil) {
        let share = share.map { " \(Int($0 * 100)) %" } ?? ""
        write("\(words) \(VisibleText.of(name, limit: width - 20))\(share) …")
    }

    static func clear() { write("") }

    private static func write(_ text: String) {
        guard isShown else { return }
        // Blanks, since not every terminal knows how to clear a line.
        let blanks = String(repeating: " ", count: max(0, width - text.count))
        let bytes = Array("\r\(text)\(blanks)\r".utf8)
        _ = bytes.withUnsafeBytes { Foundation.write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}

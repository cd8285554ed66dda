import Exchange
import Foundation

/// What a command says: results to standard output, the rest to standard error. Control, bidi and
/// zero-width characters of a file or a store never reach the terminal as they are.
enum Console {
    static func say(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        write(lines.map { VisibleText.of($0, limit: .max) }.joined(separator: "\n") + "\n", 1)
    }

    /// Text that is safe as it stands: JSON, which escapes what must be escaped.
    static func say(json text: String) { write(text + "\n", 1) }

    /// The bytes of a file as they stand: what must be visible in them has been made so, or they are
    /// for another program.
    static func say(bytes: [UInt8]) { write(bytes[...], 1) }

    static func notice(_ lines: [String]) { error(lines) }

    static func error(_ lines: [String]) {
        for line in lines { write("cksw: " + VisibleText.of(line, limit: .max) + "\n", 2) }
    }

    private static func write(_ text: String, _ descriptor: Int32) {
        write(Array(text.utf8)[...], descriptor)
    }

    private static func write(_ bytes: ArraySlice<UInt8>, _ descriptor: Int32) {
        var bytes = bytes
        while !bytes.isEmpty {
            let written = bytes.withUnsafeBytes {
                Foundation.write(descriptor, $0.baseAddress, $0.count)
            }
            if written > 0 {
                bytes = bytes.dropFirst(written)
            } else if errno != EINTR {
                // Nobody reads any more (a closed pipe); there is nobody left to tell.
                return
            }
        }
    }
}

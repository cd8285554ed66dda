import Foundation

/// Text that is kept in Tests/Fixtures as it was when it was found right. `make docs` writes it anew,
/// and what has changed in it is then read before it is committed.
public enum Recorded {
    /// The first line that differs from what is kept, in words; `nil` where none does.
    public static func difference(_ lines: [String], from place: String) throws -> String? {
        let file = Fixtures.folder.appendingPathComponent(place)
        if ProcessInfo.processInfo.environment["CKSW_WRITE_DOCS"] != nil {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try (lines.joined(separator: "\n") + "\n").write(
                to: file, atomically: true, encoding: .utf8)
        }
        let text = try String(contentsOf: file, encoding: .utf8)
        let kept = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        for (number, pair) in zip(lines, kept).enumerated() where pair.0 != pair.1 {
            return "\(place):\(number + 1): it is\n\(pair.0)\nand was\n\(pair.1)"
        }
        return lines.count == kept.count ? nil : "\(place): \(lines.count) lines, not \(kept.count)"
    }
}

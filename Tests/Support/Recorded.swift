import Foundation

/// Text that the project keeps as it was when it was found right: documents that code knows, and results
/// of the tests. `make docs` writes it anew, and what has changed in it is then read before it is
/// committed.
public enum Recorded {
    /// What stands in a file, by its path from the top of the project.
    ///
    /// - Parameter text: what is written there first, where that is asked for.
    public static func kept(at path: String, as text: String) throws -> String {
        let file = Fixtures.folder.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent(path)
        if ProcessInfo.processInfo.environment["CKSW_WRITE_DOCS"] != nil {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        return try String(contentsOf: file, encoding: .utf8)
    }

    /// The first line that differs from what is kept, in words; `nil` where none does.
    public static func difference(_ lines: [String], at path: String) throws -> String? {
        let text = try kept(at: path, as: lines.joined(separator: "\n") + "\n")
        let kept = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
        for (number, pair) in zip(lines, kept).enumerated() where pair.0 != pair.1 {
            return "\(path):\(number + 1): it is\n\(pair.0)\nand was\n\(pair.1)"
        }
        return lines.count == kept.count ? nil : "\(path): \(lines.count) lines, not \(kept.count)"
    }
}

import Foundation

/// Text that the project keeps as it was when it was found right: documents that code knows, and results
/// of the tests. `make docs` writes it anew, and what has changed in it is then read before it is
/// committed.
public enum Recorded {
    /// What stands in a file, by its path from the top of the project.
    ///
    /// - Parameter text: what is written there first, where that is asked for.
    public static func kept(at path: String, as text: String) throws -> String {
        let file = file(path)
        if ProcessInfo.processInfo.environment[wish(path)] != nil {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        return try kept(at: path)
    }

    /// What stands in a file now.
    public static func kept(at path: String) throws -> String {
        try String(contentsOf: file(path), encoding: .utf8)
    }

    private static func file(_ path: String) -> URL {
        Fixtures.folder.deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent(path)
    }

    /// The variable that has a file written anew: `make record` sets that of what tests recorded,
    /// `make docs` that of all others.
    private static func wish(_ path: String) -> String {
        path.hasPrefix("Tests/") ? "CKSW_RECORD" : "CKSW_WRITE_DOCS"
    }

    /// What differs from what is kept, part by part; a part has a name of its own and begins with it
    /// after `# `.
    public static func differences(
        _ parts: [(name: String, lines: [String])], at path: String
    ) throws -> [String] {
        let text = parts.map { "# \($0.name)\n" + $0.lines.map { "\($0)\n" }.joined() }.joined()
        var known: [String: [String]] = [:]
        var name = ""
        for line in try kept(at: path, as: text).split(separator: "\n").map(String.init) {
            if line.hasPrefix("# ") {
                name = String(line.dropFirst(2))
                known[name] = []
            } else {
                known[name]?.append(line)
            }
        }
        let gone = Set(known.keys).subtracting(parts.map(\.name)).sorted().map {
            "\($0): is no more"
        }
        return gone
            + parts.compactMap { name, lines in
                guard let old = known[name] else { return "\(name): is new" }
                guard old != lines else { return nil }
                let place = zip(old, lines).enumerated().first { $1.0 != $1.1 }?.offset
                let line = place ?? min(old.count, lines.count)
                return "\(name): it is\n\(lines.dropFirst(line).first ?? "nothing")\nand was\n"
                    + (old.dropFirst(line).first ?? "nothing")
            }
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

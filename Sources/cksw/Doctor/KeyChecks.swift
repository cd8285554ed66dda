import Foundation

/// Whether every key that may sign in to this account leads to `cksw` and nowhere else.
struct KeyChecks {
    private let file: String

    init() {
        let home = getpwuid(geteuid()).flatMap { $0.pointee.pw_dir }.map { String(cString: $0) }
        file = (home ?? "") + "/.ssh/authorized_keys"
    }

    var findings: [Finding] {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            return [.fine("keys", "no key signs in to this account")]
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        let keys = lines.filter { !$1.isEmpty && !$1.hasPrefix("#") }
        let open = keys.filter { !Self.isConfined(String($1)) }.map { $0.offset + 1 }
        guard open.isEmpty else {
            let places = open.map(String.init).joined(separator: ", ")
            return [
                .fault(
                    "keys", "\(file), line \(places): a key that is not confined to one person",
                    cure:
                        "begin the line with restrict,pty,command=\"cksw --fixed --as LOGIN\"; the "
                        + "keeper signs in by another account and sudo")
            ]
        }
        return [.fine("keys", "\(keys.count) that sign in, each confined to one person")]
    }

    /// `restrict,pty,command="cksw --fixed --as a.khan" ssh-ed25519 …`
    static func isConfined(_ line: String) -> Bool {
        guard let open = line.range(of: "command=\""),
            let close = line[open.upperBound...].firstIndex(of: "\"")
        else { return false }
        let command = line[open.upperBound..<close].split(separator: " ")
        let before = line[..<open.lowerBound].split(separator: ",").map(String.init)
        let after = line[close...].dropFirst().prefix { $0 != " " }.split(separator: ",")
            .map(String.init)
        let options = Set(before + after)
        let allowed: Set<String> = ["restrict", "pty"]
        let names = command.firstIndex(of: "--as").map { $0 + 1 < command.endIndex } ?? false
        return options.contains("restrict")
            && options.allSatisfy { allowed.contains($0) || $0.hasPrefix("from=") }
            && command.first.map { $0 == "cksw" || $0.hasSuffix("/cksw") } == true
            && (names || command.contains { $0.hasPrefix("--as=") })
    }
}

import Foundation

/// Whether every key that may sign in to this account leads to `cksw` and nowhere else.
struct KeyChecks {
    /// The lists of keys that sshd reads unless told otherwise (sshd_config(5), AuthorizedKeysFile).
    private let files: [String]

    init(home: String = KeyChecks.home) {
        files = ["/.ssh/authorized_keys", "/.ssh/authorized_keys2"].map { home + $0 }
    }

    private static var home: String {
        getpwuid(geteuid()).flatMap { $0.pointee.pw_dir }.map { String(cString: $0) } ?? ""
    }

    var findings: [Finding] {
        let lists = files.compactMap { file in
            (try? String(contentsOfFile: file, encoding: .utf8)).map { (file, Self.keys(in: $0)) }
        }
        let open = lists.compactMap { file, keys -> String? in
            let lines = keys.filter { !Self.isConfined($0.text) }.map { String($0.line) }
            return lines.isEmpty ? nil : "\(file), line \(lines.joined(separator: ", "))"
        }
        guard open.isEmpty else {
            return [
                .fault(
                    "keys",
                    "\(open.joined(separator: "; ")): a key that is not confined to one person",
                    cure:
                        "begin the line with restrict,pty,command=\"cksw --fixed --as LOGIN\"; the "
                        + "keeper signs in by another account and sudo")
            ]
        }
        let count = lists.reduce(0) { $0 + $1.1.count }
        return [
            count == 0
                ? .fine("keys", "no key signs in to this account")
                : .fine("keys", "\(count) that sign in, each confined to one person")
        ]
    }

    private static func keys(in text: String) -> [(line: Int, text: String)] {
        text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .map { (line: $0.offset + 1, text: $0.element.trimmingCharacters(in: .whitespaces)) }
            .filter { !$0.text.isEmpty && !$0.text.hasPrefix("#") }
    }

    /// `restrict,pty,command="cksw --fixed --as a.khan" ssh-ed25519 …`
    ///
    /// sshd gives the command to a shell, so that it must hold nothing that means something to one.
    static func isConfined(_ line: String) -> Bool {
        guard let open = line.range(of: "command=\""),
            let close = line[open.upperBound...].firstIndex(of: "\"")
        else { return false }
        let text = line[open.upperBound..<close]
        guard text.unicodeScalars.allSatisfy(isPlain) else { return false }
        let command = text.split(separator: " ")
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

    private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", " ", "/", "-", "_", ".", "=", "@", ":", "+", ",": true
        default: false
        }
    }
}

import Glibc
import Store

/// A session whose command was fixed by whoever keeps the store, for a person elsewhere: sshd's
/// forced command names the person with `--as`, and nothing that comes over the line may widen it.
///
/// It is on with `--fixed`; over SSH with `--as`; and wherever sshd hands over a command of the
/// person's own (`SSH_ORIGINAL_COMMAND`), which is never read.
enum FixedSession {
    static let flag = "--fixed"

    static let isOn: Bool = {
        let words = CommandLine.arguments.dropFirst()
        let namesPerson = words.contains { $0 == "--as" || $0.hasPrefix("--as=") }
        return words.contains(flag) || getenv("SSH_ORIGINAL_COMMAND") != nil
            || namesPerson && getenv("SSH_CONNECTION") != nil
    }()

    /// Forgets what the line may have brought in the environment: another store, another home,
    /// terminal descriptions of one's own. Must come before anything reads it.
    static func begin() {
        guard isOn else { return }
        var names: [String] = []
        var entry = environ
        while let text = entry.pointee {
            let name = String(cString: text).prefix { $0 != "=" }
            if !kept.contains(String(name)) { names.append(String(name)) }
            entry += 1
        }
        for name in names { unsetenv(name) }
        if let account = getpwuid(geteuid()), let home = account.pointee.pw_dir {
            setenv("HOME", home, 1)
        }
    }

    /// What a terminal needs; none of them names a file.
    private static let kept: Set<String> = [
        "TERM", "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR", "COLORFGBG", "PATH", "USER", "LOGNAME",
        "SSH_CONNECTION", "SSH_TTY",
    ]
}

/// The one folder from which a fixed session imports: `inbox` beside the store, into which whoever
/// keeps the store lets the school's system write.
struct Inbox {
    let folder: String

    init(of store: Store) { folder = store.beside("inbox") }

    /// The path of a file by its name alone.
    ///
    /// - Throws: a `Failure` of 77 for anything that could lead elsewhere.
    func file(_ name: String) throws -> String {
        guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/") else {
            throw Failure(
                Failure.notPermitted,
                "Here files come from the inbox alone: type the name of a file that was put there.")
        }
        return folder + "/" + name
    }
}

extension Store {
    /// The path of something that stands beside the store's file.
    func beside(_ name: String) -> String {
        let end = path.lastIndex(of: "/") ?? path.startIndex
        return path[..<end] + "/" + name
    }
}

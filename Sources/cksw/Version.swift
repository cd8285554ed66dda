import Domain
import Exchange

/// Which program this is, and which policy travels inside it.
enum Version {
    /// The one place where it stands; packages, the manual page and `cksw --version` ask here.
    static let number = "0.3.0"

    /// `cksw 0.2.0, policy pack hertfordshire (Hertfordshire), figures last checked on Mon 23 Nov
    /// 2026`: a pack has no number of its own, but each of its figures says when somebody last looked.
    static func words(_ flags: Flags) throws -> String {
        let pack = try flags.pack()
        let name = flags.packName ?? PackLoader.names[0]
        let checked = NumberKey.allCases.map { pack.number($0).checked }.max().map {
            ", figures last checked on \($0.long)"
        }
        return "cksw \(number), policy pack \(name) (\(pack.name))\(checked ?? "")"
    }
}

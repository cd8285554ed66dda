import Foundation

/// How many mutated inputs each reader gets, and where an input that does harm is kept.
public enum Fuzz {
    private static let environment = ProcessInfo.processInfo.environment

    /// `make fuzz` and `make soak` take ten thousand of each, `make test` a few with the same seeds.
    public static func count(_ few: Int) -> Int {
        if let count = environment["CKSW_FUZZ"].flatMap({ Int($0) }) { return count }
        return environment["CKSW_SOAK"] == nil ? few : 10_000
    }

    /// Inputs that once did harm, or nearly so: `Tests/Fixtures/fuzz/READER/…`.
    public static func cases(of reader: String) throws -> [(name: String, bytes: [UInt8])] {
        let folder = Fixtures.folder.appendingPathComponent("fuzz/\(reader)")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return try names.sorted().map { name in
            let data = try Data(contentsOf: folder.appendingPathComponent(name))
            return ("\(reader)/\(name)", Array(data))
        }
    }

    /// Writes an input down while it is tried, so that it is at hand after a crash too; for a run
    /// that asks for it with `CKSW_FUZZ_KEEP=FOLDER`.
    public static func note(_ bytes: [UInt8], for reader: String) {
        guard let folder = environment["CKSW_FUZZ_KEEP"] else { return }
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        try? Data(bytes).write(to: URL(fileURLWithPath: "\(folder)/\(reader)"))
    }
}

import Foundation

/// A file that leaves the program: for its owner's eyes alone, whole or not at all.
public enum WholeFile {
    /// Writes a file that only its owner can read.
    ///
    /// - Parameters:
    ///   - replacing: whether a file that stands there may be replaced.
    ///   - advice: what to do where one stands there and may not.
    /// - Throws: `BundleWriteFault`.
    public static func write(
        _ bytes: [UInt8], to path: String, replacing: Bool,
        advice: String = "--force replaces it"
    ) throws {
        let draft = "\(path).\(UUID().uuidString)"
        do {
            var file = try DraftFile(path: draft)
            try file.write(bytes)
            try file.close()
        } catch BundleWriteFault.cannotWrite(_, let words) {
            unlink(draft)
            throw BundleWriteFault.cannotWrite(path: path, words)
        }
        guard replacing else { return try putInPlace(draft, path, advice) }
        guard rename(draft, path) == 0 else {
            let words = String(cString: strerror(errno))
            unlink(draft)
            throw BundleWriteFault.cannotWrite(path: path, words)
        }
    }

    /// Gives it its name where nothing has it: in one step, so that nobody comes between.
    private static func putInPlace(_ draft: String, _ path: String, _ advice: String) throws {
        let result = link(draft, path)
        let code = errno
        unlink(draft)
        guard result != 0 else { return }
        throw BundleWriteFault.cannotWrite(
            path: path,
            code == EEXIST
                ? "it is there already; \(advice)" : String(cString: strerror(code)))
    }
}

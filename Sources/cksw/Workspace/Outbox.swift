import Domain
import Exchange
import Foundation
import Store

/// The one folder into which a fixed session writes: `outbox` beside the store, for its owner alone.
///
/// The folder is held open from when it was looked at: what takes its name afterwards gets nothing.
final class Outbox {
    private let descriptor: Int32

    /// - Throws: a `Failure` of 73 where it is no folder of the store's owner, or others may read it.
    init(of store: Store) throws {
        let folder = store.beside("outbox")
        _ = mkdir(folder, 0o700)
        descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
        var found = stat()
        guard descriptor >= 0, fstat(descriptor, &found) == 0, found.st_uid == geteuid(),
            found.st_mode & 0o077 == 0
        else {
            throw Failure(
                Failure.cannotWrite,
                "\(folder): must be a folder that only the store's owner may open (chmod 700), and no link"
            )
        }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// The path of a file by its name alone, whatever stands in the folder's place meanwhile.
    ///
    /// - Throws: a `Failure` of 77 for anything that could lead elsewhere or deceive the eye.
    func file(_ name: String) throws -> String {
        guard Self.isPlain(name) else {
            throw Failure(
                Failure.notPermitted,
                "Here reports go into the outbox: type a name alone, without a path, a point or - "
                    + "before it, and of at most 100 letters.")
        }
        return "/proc/self/fd/\(descriptor)/\(name)"
    }

    private static func isPlain(_ name: String) -> Bool {
        guard let first = name.first, first != ".", first != "-" else { return false }
        return name.unicodeScalars.count <= 100 && !name.contains("/") && !name.contains("..")
            && !name.unicodeScalars.contains(where: VisibleText.isHidden)
    }
}

/// Where a report is written: the path that a person says, or in a fixed session the outbox.
struct ReportTarget {
    /// As it is told to the person.
    let shown: String
    private let path: String
    /// Holds the folder as long as something may be written to it.
    private let outbox: Outbox?

    /// - Throws: a `Failure` where nothing may be written there.
    init(_ name: String, of store: Store) throws {
        guard FixedSession.isOn else {
            (shown, path, outbox) = (name, name, nil)
            return
        }
        let outbox = try Outbox(of: store)
        shown = "outbox/\(name), beside the store"
        path = try outbox.file(name)
        self.outbox = outbox
    }

    /// Whether something has this name already, a link that leads nowhere too.
    var isThere: Bool {
        var found = stat()
        return lstat(path, &found) == 0
    }

    /// - Throws: `BundleWriteFault`.
    func write(_ bytes: [UInt8], replacing: Bool) throws {
        do {
            try WholeFile.write(bytes, to: path, replacing: replacing)
        } catch BundleWriteFault.cannotWrite(_, let words) {
            throw BundleWriteFault.cannotWrite(path: shown, words)
        }
    }
}

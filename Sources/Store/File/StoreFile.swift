import Domain
import Foundation

/// The file of a store as the system sees it, looked at before SQLite may touch it.
enum StoreFile {
    /// Makes sure that a whole store of ours stands at the path, without changing anything.
    ///
    /// SQLite's own header is read here rather than by SQLite, which would leave a journal beside
    /// another program's file, and says "not a database" of a folder.
    ///
    /// - Parameter mayBeHalf: whether a file that ends too early is let through.
    static func check(_ path: String, mayBeHalf: Bool = false) throws {
        let file = try status(path)
        switch file.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw StoreError.notAStore(path: path, what: .folder)
        default: throw StoreError.notAStore(path: path, what: .notAFile)
        }
        guard file.st_size > 0 else { throw StoreError.notAStore(path: path, what: .empty) }
        guard let header = try Header(bytes: head(of: path)) else {
            throw StoreError.notAStore(path: path, what: .otherData)
        }
        guard header.applicationID == Schema.applicationID else {
            throw StoreError.notAStore(path: path, what: .otherProgram)
        }
        // While pages wait in the log the file may still be shorter than its header says.
        if !mayBeHalf, try status(path).st_size < header.byteCount, !hasLog(path) {
            throw StoreError.notAStore(path: path, what: .half)
        }
    }

    /// The account that owns the file.
    static func owner(of path: String) throws -> UInt32 { try status(path).st_uid }

    /// - Throws: `StoreError.notFound`, `unavailable`.
    static func isPlain(_ path: String) throws -> Bool {
        try status(path).st_mode & S_IFMT == S_IFREG
    }

    static func exists(_ path: String) -> Bool {
        var file = stat()
        return lstat(path, &file) == 0
    }

    /// Whether changes stand in the write-ahead log that are not in the file yet.
    static func hasLog(_ path: String) -> Bool {
        var file = stat()
        return stat(path + "-wal", &file) == 0 && file.st_size > 0
    }

    /// Makes the folder of the file, and those above it, for their owner only.
    static func makeFolder(for path: String) throws {
        let folder = (path as NSString).deletingLastPathComponent
        guard !exists(folder) else { return }
        try makeFolder(for: folder)
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else {
            throw StoreError.cannotWrite(path: path, why: systemWords())
        }
        syncFolder(of: folder)
    }

    /// A new empty file beside `path` that only its owner can read.
    static func makeDraft(for path: String) throws -> String {
        let draft = "\(path).\(getpid())-\(UInt32.random(in: .min ... .max)).new"
        let descriptor = Foundation.open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreError.cannotWrite(path: path, why: systemWords()) }
        Foundation.close(descriptor)
        return draft
    }

    /// Gives a file a second name; nothing that stands there is replaced.
    static func name(_ path: String, also other: String) throws {
        guard link(path, other) == 0 else {
            throw StoreError.cannotWrite(path: other, why: systemWords())
        }
    }

    /// Takes one name from a file.
    static func removeName(_ path: String) { unlink(path) }

    /// Puts a file in the place of another in one step.
    static func replace(_ path: String, by other: String) throws {
        guard rename(other, path) == 0 else {
            throw StoreError.cannotWrite(path: path, why: systemWords())
        }
    }

    /// Makes sure that the disk knows the names in the folder of a file.
    static func syncFolder(of path: String) {
        let folder = (path as NSString).deletingLastPathComponent
        let descriptor = Foundation.open(folder.isEmpty ? "." : folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        fsync(descriptor)
        Foundation.close(descriptor)
    }

    static func remove(_ path: String) {
        for suffix in ["-wal", "-shm", "-journal", ""] { unlink(path + suffix) }
    }

    /// What the last call to the system failed with.
    static func systemWords() -> String { String(cString: strerror(errno)).lowercased() }

    private static func status(_ path: String) throws -> stat {
        var file = stat()
        guard stat(path, &file) == 0 else {
            if errno == ENOENT || errno == ENOTDIR { throw StoreError.notFound(path: path) }
            throw StoreError.unavailable(path: path, why: systemWords())
        }
        return file
    }

    private static func head(of path: String) throws -> [UInt8] {
        let descriptor = Foundation.open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw StoreError.unavailable(path: path, why: systemWords())
        }
        defer { Foundation.close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: Header.byteCount)
        let count = Foundation.read(descriptor, &bytes, bytes.count)
        return Array(bytes.prefix(max(0, count)))
    }
}

/// The first 100 bytes of an SQLite file (https://www.sqlite.org/fileformat.html, 1.3).
private struct Header {
    static let byteCount = 100

    let applicationID: UInt32
    /// How long the file must be at least.
    let byteCount: Int64

    init?(bytes: [UInt8]) {
        guard bytes.count == Header.byteCount, bytes.starts(with: Array("SQLite format 3\0".utf8))
        else { return nil }
        let pageSize = Header.number(bytes[16..<18])
        applicationID = Header.number(bytes[68..<72])
        // A page of 65,536 bytes is written as 1.
        byteCount = Int64(pageSize == 1 ? 65_536 : pageSize) * Int64(Header.number(bytes[28..<32]))
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> UInt32 {
        bytes.reduce(0) { $0 << 8 | UInt32($1) }
    }
}

import Foundation

/// Why a file was not read.
public enum FileFault: Error, Hashable, Sendable {
    case missing(path: String)
    /// A link, pipe, device or folder: reading one could wait for ever or lead elsewhere.
    case notRegular(path: String)
    /// The operating system's words.
    case unreadable(path: String, String)

    /// `/tmp/marks.csv: there is no such file`.
    public var words: String {
        switch self {
        case .missing(let path), .notRegular(let path), .unreadable(let path, _):
            "\(path): \(problem)"
        }
    }

    /// The same without the path.
    public var problem: String {
        switch self {
        case .missing: "there is no such file"
        case .notRegular: "is no plain file; links, pipes and devices are refused"
        case .unreadable(_, let words): "cannot be read: \(words)"
        }
    }
}

/// A plain file that is read in chunks; closed when nobody holds it.
public final class RegularFile {
    private let path: String
    private let descriptor: Int32
    private static let chunk = 1 << 18

    /// Opens a file and makes sure that it is a plain one.
    ///
    /// - Parameter followLinks: whether the last part of the path may be a link; the file of a
    ///   command line may, a file inside a bundle may not.
    public init(path: String, followLinks: Bool = true) throws(FileFault) {
        self.path = path
        // Without O_NONBLOCK opening a pipe waits for a writer.
        descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | (followLinks ? 0 : O_NOFOLLOW))
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT, ENOTDIR: throw .missing(path: path)
            case ELOOP, ENXIO: throw .notRegular(path: path)
            case let code: throw .unreadable(path: path, RegularFile.words(code))
            }
        }
        var information = stat()
        guard fstat(descriptor, &information) == 0 else {
            throw .unreadable(path: path, RegularFile.words(errno))
        }
        guard information.st_mode & S_IFMT == S_IFREG else { throw .notRegular(path: path) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// The next chunk; empty at the end.
    public func read() throws(FileFault) -> [UInt8] {
        var code: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: RegularFile.chunk) { buffer, count in
            var got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            while got < 0, errno == EINTR {
                got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            }
            code = got < 0 ? errno : 0
            count = max(0, got)
        }
        guard code == 0 else { throw .unreadable(path: path, RegularFile.words(code)) }
        return bytes
    }

    /// All of it.
    public func readAll() throws(FileFault) -> [UInt8] {
        var all: [UInt8] = []
        while true {
            let chunk = try read()
            if chunk.isEmpty { return all }
            all += chunk
        }
    }

    private static func words(_ code: Int32) -> String { String(cString: strerror(code)) }
}

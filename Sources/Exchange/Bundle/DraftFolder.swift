import Foundation

/// A folder that gets its name only when it is whole; it stands beside its place until then.
struct DraftFolder {
    /// Where its files are written.
    let path: String
    private let target: String
    private let folder: String

    /// - Parameter folder: new or empty.
    /// - Throws: `BundleWriteFault`.
    init(for folder: String) throws {
        self.folder = folder
        target = try DraftFolder.target(folder)
        var template = Array((target + ".export-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw DraftFolder.fault(folder) }
        path = String(
            decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Writes one file, in a folder of its own where its name says so.
    func write(_ name: String, _ bytes: [UInt8]) throws {
        let full = path + "/" + name
        let parent = (full as NSString).deletingLastPathComponent
        guard mkdir(parent, 0o700) == 0 || errno == EEXIST else {
            throw DraftFolder.fault(folder)
        }
        var file = try DraftFile(path: full)
        try file.write(bytes)
        try file.close()
    }

    func takeItsPlace() throws {
        guard rename(path, target) == 0 else { throw DraftFolder.fault(folder) }
    }

    func discard() { try? FileManager.default.removeItem(atPath: path) }

    /// The folder's own path without links, so that the draft lies beside it.
    private static func target(_ folder: String) throws -> String {
        var information = stat()
        guard stat(folder, &information) == 0 else {
            guard errno == ENOENT else { throw fault(folder) }
            return folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        }
        guard information.st_mode & S_IFMT == S_IFDIR,
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder), names.isEmpty,
            let path = realpath(folder, nil)
        else { throw BundleWriteFault.notEmpty(folder) }
        defer { free(path) }
        return String(cString: path)
    }

    private static func fault(_ folder: String) -> BundleWriteFault {
        .cannotWrite(path: folder, String(cString: strerror(errno)))
    }
}

/// A file of the draft, for its owner's eyes only.
struct DraftFile {
    var rows = CSVWriter()
    private let path: String
    private let handle: FileHandle

    init(path: String) throws {
        self.path = path
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw BundleWriteFault.cannotWrite(path: path, String(cString: strerror(errno)))
        }
        handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    }

    mutating func write(_ bytes: [UInt8]) throws {
        try attempt { try handle.write(contentsOf: bytes) }
    }

    /// Writes what has come together once it is worth a call.
    mutating func flush(atLeast size: Int = 1 << 16) throws {
        guard rows.bytes.count >= size else { return }
        try attempt { try handle.write(contentsOf: rows.take()) }
    }

    mutating func close() throws {
        try flush(atLeast: 1)
        try attempt { try handle.close() }
    }

    private func attempt(_ act: () throws -> Void) throws {
        do {
            try act()
        } catch {
            throw BundleWriteFault.cannotWrite(path: path, error.localizedDescription)
        }
    }
}

import Domain
import Foundation

/// Where the rows of an export come from.
public protocol BundleSource {
    /// Hands over every record of a kind, in any order; never asked for attendance.
    func eachRecord(of kind: RecordKind, _ body: (Record) throws -> Void) throws
    /// Hands over the marks of every child and year, in any order.
    func eachYearOfMarks(_ body: (PupilRef, YearMarks) throws -> Void) throws
}

extension RecordTable: BundleSource {
    public func eachRecord(of kind: RecordKind, _ body: (Record) throws -> Void) throws {
        for record in records(of: kind) { try body(record) }
    }

    public func eachYearOfMarks(_ body: (PupilRef, YearMarks) throws -> Void) throws {
        for sheet in markedYears() {
            if let marks = marks(of: sheet.pupil, in: sheet.year) { try body(sheet.pupil, marks) }
        }
    }
}

/// Why a bundle was not written; nothing is left behind.
public enum BundleWriteFault: Error, Hashable, Sendable {
    /// Something stands there already.
    case notEmpty(String)
    case cannotWrite(path: String, String)

    public var words: String {
        switch self {
        case .notEmpty(let path):
            "\(path) is there and not an empty folder; name a new or empty folder"
        case .cannotWrite(let path, let words): "\(path) cannot be written: \(words)"
        }
    }
}

/// Writes everything as a bundle: rows sorted by the bytes of their key, the heading of every file
/// even where it has no rows, so that the same facts give the same bytes.
public struct BundleWriter {
    private let folder: String

    /// - Parameter folder: new or empty.
    public init(folder: String) { self.folder = folder }

    /// Writes the bundle beside the folder and then puts it in its place, in one step.
    ///
    /// - Throws: `BundleWriteFault` where it cannot be written, or what the source throws.
    public func write(from source: some BundleSource) throws {
        let target = try target()
        var template = Array((target + ".export-XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw fault() }
        let draft = String(
            decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        do {
            for kind in RecordKind.allCases {
                var file = try DraftFile(path: draft + "/" + kind.file)
                try write(kind, from: source, to: &file)
                try file.close()
            }
            guard rename(draft, target) == 0 else { throw fault() }
        } catch {
            try? FileManager.default.removeItem(atPath: draft)
            throw error
        }
    }

    /// The folder's own path without links, so that the draft lies beside it.
    private func target() throws -> String {
        var information = stat()
        guard stat(folder, &information) == 0 else {
            guard errno == ENOENT else { throw fault() }
            return folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        }
        guard information.st_mode & S_IFMT == S_IFDIR,
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder), names.isEmpty,
            let path = realpath(folder, nil)
        else { throw BundleWriteFault.notEmpty(folder) }
        defer { free(path) }
        return String(cString: path)
    }

    private func write(
        _ kind: RecordKind, from source: some BundleSource, to file: inout DraftFile
    ) throws {
        file.rows.row(kind.schema.columns.map(\.name))
        if kind == .attendance {
            var sheets: [(MarkedYear, YearMarks)] = []
            try source.eachYearOfMarks { pupil, marks in
                sheets.append((MarkedYear(pupil: pupil, year: marks.year), marks))
            }
            for (sheet, marks) in sheets.sorted(by: { $0.0 < $1.0 }) {
                for record in marks.records(of: sheet.pupil) { file.rows.row(record.values) }
                try file.flush()
            }
        } else {
            var records: [(RecordKey, Record)] = []
            try source.eachRecord(of: kind) { records.append(($0.key, $0)) }
            for (_, record) in records.sorted(by: { $0.0 < $1.0 }) {
                file.rows.row(record.values)
                try file.flush()
            }
        }
    }

    private func fault() -> BundleWriteFault {
        .cannotWrite(path: folder, String(cString: strerror(errno)))
    }
}

/// A file of the draft, for its owner's eyes only.
private struct DraftFile {
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

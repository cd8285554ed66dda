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
        let draft = try DraftFolder(for: folder)
        do {
            for kind in RecordKind.allCases {
                var file = try DraftFile(path: draft.path + "/" + kind.file)
                try write(kind, from: source, to: &file)
                try file.close()
            }
            try draft.takeItsPlace()
        } catch {
            draft.discard()
            throw error
        }
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
}

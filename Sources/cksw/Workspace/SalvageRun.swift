import Domain
import Exchange
import Foundation
import Store

/// Saves what can still be read of a damaged store as a bundle; the file itself stays as it is.
struct SalvageRun {
    private let path: String

    /// - Throws: `StoreError.keeperOnly`: a damaged store cannot tell who may read it.
    init(_ flags: Flags) throws {
        path = flags.storePath()
        var file = stat()
        guard flags.login == nil, stat(path, &file) != 0 || file.st_uid == geteuid() else {
            throw StoreError.keeperOnly
        }
    }

    func save(to folder: String) throws {
        let salvage = try Store.salvage(at: path)
        try BundleWriter(folder: folder).write(from: salvage)
        Console.notice(salvage.losses)
        Console.say(["\(folder): written, \(salvage.count) rows saved"])
    }
}

extension Salvage: BundleSource {
    public func eachRecord(of kind: RecordKind, _ body: (Record) throws -> Void) throws {
        for record in records[kind] ?? [] { try body(record) }
    }

    public func eachYearOfMarks(_ body: (PupilRef, YearMarks) throws -> Void) throws {
        for (pupil, years) in marks {
            for (_, marks) in years { try body(pupil, marks) }
        }
    }
}

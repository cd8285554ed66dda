import Domain
import Exchange
import Store

/// One moment of a store as somebody's roles let it out.
struct SeenRecords: BundleSource {
    private let snapshot: Snapshot
    private let standings: ChildStandings

    init(_ snapshot: Snapshot, _ clearance: Clearance) {
        self.snapshot = snapshot
        standings = ChildStandings(snapshot, clearance)
    }

    func eachRecord(of kind: RecordKind, _ body: (Record) throws -> Void) throws {
        try snapshot.forEach(kind) { record in
            if let seen = try standings.sight(of: record) { try body(seen) }
        }
    }

    func eachYearOfMarks(_ body: (PupilRef, YearMarks) throws -> Void) throws {
        try snapshot.eachYearOfMarks { ref, marks in
            if try standings.seesMarks(of: ref) { try body(ref, marks) }
        }
    }
}

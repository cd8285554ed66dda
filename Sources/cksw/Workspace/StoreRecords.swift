import Domain
import Exchange
import Store

/// One moment of a store, as import and export ask for it.
struct StoreRecords: ExistingRecords, BundleSource {
    private let snapshot: Snapshot

    init(_ snapshot: Snapshot) { self.snapshot = snapshot }

    func record(_ key: RecordKey) -> Record? { snapshot.record(key) }

    func records(of kind: RecordKind) -> [Record] { snapshot.records(of: kind) }

    func keys(of kind: RecordKind) -> [RecordKey] { snapshot.records(of: kind).map(\.key) }

    func marks(of pupil: PupilRef, in year: AcademicYear) -> YearMarks? {
        snapshot.marks(ofChild: pupil, in: year)
    }

    func markedYears() -> [MarkedYear] {
        snapshot.markedYears().map { MarkedYear(pupil: $0.pupil, year: $0.year) }
    }

    func eachRecord(of kind: RecordKind, _ body: (Record) throws -> Void) throws {
        try snapshot.forEach(kind, body)
    }

    func eachYearOfMarks(_ body: (PupilRef, YearMarks) throws -> Void) throws {
        try snapshot.eachYearOfMarks(body)
    }
}

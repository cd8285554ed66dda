import Domain

/// What a store holds before an import, read at one moment.
public protocol ExistingRecords: RecordLookup {
    /// The keys of all records of a kind; never asked for attendance, which comes as whole years.
    func keys(of kind: RecordKind) -> [RecordKey]
    /// The marks of a child in a year; `nil` where there is no row of it.
    func marks(of pupil: PupilRef, in year: AcademicYear) -> YearMarks?
    /// Every child and year with marks.
    func markedYears() -> [MarkedYear]
}

/// A child and a year of marks.
public struct MarkedYear: Hashable, Comparable, Sendable {
    public let pupil: PupilRef
    public let year: AcademicYear

    public init(pupil: PupilRef, year: AcademicYear) {
        self.pupil = pupil
        self.year = year
    }

    /// By the bytes of the child's reference, then by year: the order of an export.
    public static func < (one: MarkedYear, other: MarkedYear) -> Bool {
        if one.pupil != other.pupil {
            return one.pupil.text.utf8.lexicographicallyPrecedes(other.pupil.text.utf8)
        }
        return one.year < other.year
    }
}

/// Records in memory: what a bundle brings, a new store, an invented school.
public struct RecordTable: ExistingRecords, Sendable {
    private var byKind: [RecordKind: [RecordKey: Record]] = [:]
    private var sheets: [MarkedYear: YearMarks] = [:]

    public init() {}

    public func record(_ key: RecordKey) -> Record? { byKind[key.kind]?[key] }

    public func records(of kind: RecordKind) -> [Record] { (byKind[kind] ?? [:]).map(\.value) }

    public func keys(of kind: RecordKind) -> [RecordKey] { (byKind[kind] ?? [:]).map(\.key) }

    public func marks(of pupil: PupilRef, in year: AcademicYear) -> YearMarks? {
        sheets[MarkedYear(pupil: pupil, year: year)]
    }

    public func markedYears() -> [MarkedYear] { Array(sheets.keys) }

    /// Makes the changes of a command.
    public mutating func apply(_ changes: [RecordChange]) {
        for change in changes {
            switch change {
            case .put(let record): byKind[record.kind, default: [:]][record.key] = record
            case .remove(let key): byKind[key.kind]?[key] = nil
            case .marks(let pupil, let marks):
                let place = MarkedYear(pupil: pupil, year: marks.year)
                sheets[place] = marks.days.isEmpty ? nil : marks
            }
        }
    }
}

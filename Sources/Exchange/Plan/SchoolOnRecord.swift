import Domain

/// What an import must know of the store to say what is new, changed or the same.
public protocol SchoolOnRecord {
    /// All children, leavers included.
    var pupils: [Pupil] { get }
    /// All records of a kind that is of a school's own files, but for marks.
    func records(of kind: RecordKind) -> [Record]
    /// The marks of a child and year, `nil` where there are none.
    func marks(of pupil: PupilRef, in year: AcademicYear) -> YearMarks?
    var calendar: SchoolCalendar { get }
    var codes: RegisterCodeTable { get }
    var today: Day { get }
}

/// A school on record whose facts are all in memory.
public struct FactsOnRecord: SchoolOnRecord {
    private let facts: Facts
    public let codes: RegisterCodeTable
    public let today: Day

    public init(_ facts: Facts, pack: PolicyPack, today: Day) {
        self.facts = facts
        codes = pack.codes
        self.today = today
    }

    public var pupils: [Pupil] { facts.pupils.values.map(\.pupil) }
    public var calendar: SchoolCalendar { facts.school.calendar }

    public func records(of kind: RecordKind) -> [Record] { facts.records(of: kind) }

    public func marks(of pupil: PupilRef, in year: AcademicYear) -> YearMarks? {
        facts.pupils[pupil]?.marks[year]
    }
}

/// A school on record as a store keeps it.
public struct StoredSchool<Records: ExistingRecords>: SchoolOnRecord {
    private let records: Records
    public let pupils: [Pupil]
    public let calendar: SchoolCalendar
    public let codes: RegisterCodeTable
    public let today: Day

    public init(_ records: Records, pack: PolicyPack, today: Day) {
        self.records = records
        self.today = today
        codes = pack.codes
        pupils = records.keys(of: .pupils).compactMap { records.record($0) }.map(Pupil.init)
        let closures = records.keys(of: .closures).compactMap { records.record($0) }
        calendar = SchoolCalendar(
            records: records.records(of: .terms) + closures, bankHolidays: pack.bankHolidays)
    }

    public func records(of kind: RecordKind) -> [Record] {
        records.keys(of: kind).compactMap { records.record($0) }
    }

    public func marks(of pupil: PupilRef, in year: AcademicYear) -> YearMarks? {
        records.marks(of: pupil, in: year)
    }
}

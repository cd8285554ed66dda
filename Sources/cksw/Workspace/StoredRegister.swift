import Domain
import Exchange
import Store

/// What a register's import asks of a store: the children, the dates and the marks of the years that
/// come up, and nothing of all else that is kept of a child.
final class StoredRegister: SchoolOnRecord {
    let pupils: [Pupil]
    let calendar: SchoolCalendar
    let codes: RegisterCodeTable
    let today: Day
    private let snapshot: Snapshot
    private var years: [AcademicYear: [PupilRef: YearMarks]] = [:]

    init(_ snapshot: Snapshot, pack: PolicyPack, today: Day) throws {
        self.snapshot = snapshot
        self.today = today
        codes = pack.codes
        calendar = SchoolCalendar(
            records: snapshot.records(of: .terms) + snapshot.records(of: .closures),
            bankHolidays: pack.bankHolidays)
        var pupils: [Pupil] = []
        try snapshot.forEach(.pupils) { pupils.append(Pupil($0)) }
        self.pupils = pupils
    }

    func records(of kind: RecordKind) -> [Record] { snapshot.records(of: kind) }

    func marks(of pupil: PupilRef, in year: AcademicYear) -> YearMarks? {
        if let known = years[year] { return known[pupil] }
        let found = snapshot.marks(in: year)
        years[year] = found
        return found[pupil]
    }
}

import Domain

extension Snapshot {
    /// All that the store holds, as the rules read it.
    ///
    /// - Parameter bankHolidays: England's, from the policy pack.
    public func facts(bankHolidays: [Day]) throws -> Facts {
        let pupils = try pupilFacts().map { ($0.ref, $0) }
        return Facts(
            school: try schoolFacts(bankHolidays: bankHolidays),
            pupils: Dictionary(uniqueKeysWithValues: pupils))
    }

    /// What all children share: calendar, staff, roles, money, and what the school does as a whole.
    ///
    /// - Parameter bankHolidays: England's, from the policy pack.
    public func schoolFacts(bankHolidays: [Day]) throws -> SchoolFacts {
        var calendar: [Record] = []
        try forEach(.terms) { calendar.append($0) }
        try forEach(.closures) { calendar.append($0) }
        var school = SchoolFacts(
            calendar: SchoolCalendar(records: calendar, bankHolidays: bankHolidays))
        for kind in RecordKind.allCases where kind.isOfSchool {
            try forEach(kind, Self.ofSchoolAlone(kind)) { school.add($0) }
        }
        try forEach(.pupils, "WHERE pp_eligible = 'yes'") { school.note($0) }
        try forEach(.contacts, "WHERE \"with\" = 'education-adviser'") { school.note($0) }
        return school
    }

    /// Which rows of a kind are the school's own, where those about a child stand with the child.
    private static func ofSchoolAlone(_ kind: RecordKind) -> String {
        kind.isOfEither ? "WHERE pupil IS NULL" : ""
    }

    /// The facts of these children, or of all; by reference, unknown ones left out.
    ///
    /// One question a table, however many children there are. A child's revision is the number of
    /// the last change that touched anything of the child.
    public func pupilFacts(of refs: [PupilRef]? = nil) throws -> [PupilFacts] {
        var assembly = Assembly(session, refs)
        try assembly.loadPupils()
        try assembly.loadMarks()
        for kind in RecordKind.allCases where kind.isOfPupil {
            try assembly.load(kind)
        }
        return assembly.pupils
    }

    /// So many children are read before the first of them are handed on.
    private static let partSize = 100

    /// Gives the facts of these children, or of all, to `body`, so many at a time, so that somebody can
    /// work at the first while the others are read.
    public func eachPart(
        of refs: [PupilRef]?, _ body: ([PupilFacts]) throws -> Void
    ) throws {
        guard let refs else { return try body(pupilFacts()) }
        for start in stride(from: 0, to: refs.count, by: Self.partSize) {
            let end = min(start + Self.partSize, refs.count)
            try body(pupilFacts(of: Array(refs[start..<end])))
        }
    }
}

/// Facts of many children while their tables are read one after the other.
private struct Assembly {
    private(set) var pupils: [PupilFacts] = []
    private var indices: [String: Int] = [:]
    private let session: DatabaseSession
    /// The references as JSON, where only some children are asked for.
    private let some: [Cell]

    init(_ session: DatabaseSession, _ refs: [PupilRef]?) {
        self.session = session
        some = refs.map { [.text(JournalStepText.json($0.map(\.text)))] } ?? []
    }

    mutating func loadPupils() throws {
        let table = RecordTable.of(.pupils)
        try session.forEach(
            "SELECT \(table.columns.joined(separator: ", ")), revision FROM pupils"
                + only("pupil") + table.orderByKey, some
        ) { row in
            var facts = PupilFacts(pupil: Pupil(table.record(row)))
            facts.revision = row.int(table.columns.count)
            indices[facts.ref.text] = pupils.count
            pupils.append(facts)
        }
    }

    mutating func load(_ kind: RecordKind) throws {
        let table = RecordTable.of(kind)
        guard let ofChildren = table.ofChildren else { return }
        let sql = ofChildren.select + only(ofChildren.pupil) + table.orderByKey
        try session.forEach(sql, some) { row in
            if let index = indices[row.text(table.columns.count)] {
                pupils[index].add(table.record(row))
            }
        }
    }

    mutating func loadMarks() throws {
        try session.forEach(
            "SELECT \(AttendanceTable.columns) FROM attendance" + only("pupil"), some
        ) { row in
            guard let index = indices[row.text(0)] else { return }
            let marks = try AttendanceTable.marks(row)
            pupils[index].marks[marks.year] = marks
        }
    }

    private func only(_ column: String) -> String {
        some.isEmpty ? "" : " WHERE \(column) IN (SELECT value FROM json_each(?))"
    }
}

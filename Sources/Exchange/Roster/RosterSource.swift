import Domain

/// Where the rows of a roster come from: how its columns are called there, and whom a row is about.
struct RosterSource {
    /// The file's own heading of a column of pupils.csv.
    let heading: (String) -> String?
    /// Children are told by name and class alone.
    let goesByName: Bool
    private let table: HeadedTable?

    /// Whether it is a common transfer file, which has no columns.
    var isTransferFile: Bool { table == nil }

    /// A common transfer file.
    static var transferFile: RosterSource { RosterSource { CTFReader.elements[$0] } }

    private init(heading: @escaping (String) -> String?) {
        self.heading = heading
        goesByName = false
        table = nil
    }

    init(_ table: HeadedTable) {
        heading = { column in RosterSource.fields[column].flatMap(table.map.heading) }
        goesByName = !table.map.tellsTheChild
        self.table = table
    }

    func match(_ row: PupilIdentity, _ index: PupilIndex, on today: Day) -> PupilIndex.Match {
        goesByName ? index.matchByName(row, on: today) : index.match(row)
    }

    /// `, or name its column with --map "Enrolment begins=admitted"`; nothing where there are no
    /// columns to name.
    func cure(_ field: SchoolField) -> String {
        guard let table, !table.map.extra.isEmpty else { return "" }
        return ", or name its column with \(table.cure(for: field))"
    }

    /// The field that fills a column of pupils.csv.
    static let fields: [String: SchoolField] = [
        "pupil": .admissionNumber, "upn": .upn, "surname": .surname, "forename": .forename,
        "known_as": .preferredForename, "preferred_surname": .preferredSurname, "born": .born,
        "year_group": .yearGroup, "class": .classGroup, "admitted": .admitted, "left": .left,
        "sen": .sen, "pp_eligible": .pupilPremium, "disabled": .disabled,
    ]
}

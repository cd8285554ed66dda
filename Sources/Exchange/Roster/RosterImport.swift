import Domain

/// Imports the roster that a school's own system exports (cli.md, "Importing a school's own
/// files").
public struct RosterImport: Sendable {
    private let options: ImportOptions

    public init(_ options: ImportOptions = ImportOptions()) { self.options = options }

    /// What the file would do; nothing is written.
    public func plan(
        bytes: [UInt8], fileName: String, existing: some SchoolOnRecord
    ) -> ImportPlan {
        var tally = ImportTally(.roster, fileName)
        guard
            let table = tally.table(
                bytes, options.format, wanted: SchoolField.roster, kind: "roster")
        else { return tally.refusal() }
        let reader = RosterReader(
            map: table.map, words: FormatLibrary.shared.words, today: existing.today)
        var planner = RosterPlanner(existing, options, tally) { column in
            RosterImport.fields[column].flatMap(table.map.heading)
        }
        table.forEachRow(knowing: planner.index) { row in
            switch row {
            case .child(let record): planner.add(reader.row(record))
            case .noChild(let line, let why): planner.add(noChild: line, why)
            case .unreadable(let fault): planner.add(unreadable: fault)
            }
        }
        return planner.plan(listsMissing: true)
    }

    /// The field that fills a column of pupils.csv.
    private static let fields: [String: SchoolField] = [
        "pupil": .admissionNumber, "upn": .upn, "surname": .surname, "forename": .forename,
        "known_as": .preferredForename, "preferred_surname": .preferredSurname, "born": .born,
        "year_group": .yearGroup, "class": .classGroup, "admitted": .admitted, "left": .left,
        "sen": .sen, "pp_eligible": .pupilPremium, "disabled": .disabled,
    ]
}

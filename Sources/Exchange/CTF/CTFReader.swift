import Domain

/// Reads the pupils of a common transfer file as rows of a roster.
struct CTFReader {
    let words: ImportWords
    let today: Day

    /// The element that fills a column of pupils.csv.
    static let elements: [String: String] = [
        "pupil": "UPN", "upn": "UPN", "surname": "Surname", "forename": "Forename", "born": "DOB",
        "known_as": "PreferredForename", "preferred_surname": "PreferredSurname",
        "year_group": "NCyearActual", "sen": "SENprovision",
    ]

    func row(_ pupil: CommonTransferFile.Pupil) -> RosterRow {
        var row = RosterRow(line: pupil.line)
        row.namesAreLegal = true
        let texts = pupil.texts
        if let upn = texts["UPN"] { row.takeUPN(upn, heading: "UPN") }
        if let born = texts["DOB"] {
            row.takeDate("born", born, in: .births(on: today), heading: "DOB")
        }
        takeName("surname", texts["Surname"], &row)
        takeName("forename", texts["Forename"], &row)
        takeName("preferred_surname", texts["BasicDetails/PreferredSurname"], &row)
        takeName("known_as", texts["BasicDetails/PreferredForename"], &row)
        if let text = texts["BasicDetails/NCyearActual"] {
            let year = words.yearGroup(text, born: row.identity.born, today: today)
            row.values["year_group"] = year
            if year == nil { row.fault("NCyearActual", "is no year group", found: text) }
        }
        if let text = provision(pupil) {
            row.values["sen"] = words.sen(text)
            if words.sen(text) == nil { row.ignore(text, under: "SENprovision") }
        }
        if let care = texts.first(where: { $0.key.hasSuffix("LookedAfter/InCare") })?.value,
            !words.isNo(care)
        {
            let authority =
                texts["LookedAfter/CareAuthority"]
                .map { ", CareAuthority: \(VisibleText.of($0))" } ?? ""
            row.lookedAfter = "InCare: \(VisibleText.of(care))\(authority)"
        }
        return row
    }

    private func takeName(_ column: String, _ text: String?, _ row: inout RosterRow) {
        guard let text else { return }
        row.values[column] = text
        if column.hasSuffix("surname") {
            row.identity.surnames.append(text)
        } else {
            row.identity.forenames.append(text)
        }
    }

    /// What the latest entry of the history says.
    private func provision(_ pupil: CommonTransferFile.Pupil) -> String? {
        pupil.sen.filter { $0["SENprovision"] != nil }
            .sorted { ($0["StartDate"] ?? "") < ($1["StartDate"] ?? "") }.last?["SENprovision"]
    }
}

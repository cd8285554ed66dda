import Domain

/// Imports a common transfer file, versions 13 to 25.
public struct CTFImport: Sendable {
    private let options: ImportOptions

    public init(_ options: ImportOptions = ImportOptions()) { self.options = options }

    /// What the file would do; nothing is written, and what it does not say stays.
    public func plan(
        bytes: [UInt8], fileName: String, existing: some SchoolOnRecord
    ) -> ImportPlan {
        var tally = ImportTally(.ctf, fileName)
        let file: CommonTransferFile
        do {
            file = try CTFStream.read(bytes)
        } catch {
            tally.refuseFile(ImportFault(line: error.line, error.words))
            return tally.refusal()
        }
        guard let version = Double(file.version), version >= 13 else {
            tally.refuseFile(
                ImportFault(
                    line: nil, column: "CTFversion", "is not a version from 13 to 25",
                    found: file.version))
            return tally.refusal()
        }
        tally.takenFor = CTFImport.takenFor(file)
        if version >= 26 {
            tally.notice(nil, "version \(file.version) is newer than 25, the latest that is known")
        }
        for pupil in file.pupils { noticeTotals(of: pupil, in: &tally) }
        let reader = CTFReader(words: FormatLibrary.shared.words, today: existing.today)
        var planner = RosterPlanner(existing, options, tally, .transferFile)
        for pupil in file.pupils { planner.add(reader.row(pupil)) }
        return planner.plan(listsMissing: false)
    }

    private static func takenFor(_ file: CommonTransferFile) -> String {
        let qualifier =
            file.qualifier.isEmpty ? "" : ", \(VisibleText.of(file.qualifier.lowercased()))"
        let source = file.source.isEmpty ? "" : ", from \(VisibleText.of(file.source))"
        return "a common transfer file, version \(file.version)\(qualifier)\(source)"
    }

    /// Yearly totals are no marks: they are listed and not stored.
    private func noticeTotals(of pupil: CommonTransferFile.Pupil, in tally: inout ImportTally) {
        let name = [pupil.texts["Forename"], pupil.texts["Surname"]]
            .compactMap { $0 }.joined(separator: " ")
        for year in pupil.years {
            let school = [year["LEA"] ?? year["LA"], year["Estab"]]
                .compactMap { $0 }.joined(separator: "/")
            let counts = [
                ("possible", "SessionsPossible"), ("attended", "SessionsAttended"),
                ("authorised", "SessionsAuthorised"), ("unauthorised", "SessionsUnauthorised"),
            ].compactMap { word, element in year[element].map { "\($0) \(word)" } }
            tally.notice(
                pupil.line,
                VisibleText.of(name) + ": attendance totals are not stored: "
                    + VisibleText.of(
                        ([year["Year"] ?? "", school] + counts).filter { !$0.isEmpty }
                            .joined(separator: ", "), limit: 200))
        }
    }
}

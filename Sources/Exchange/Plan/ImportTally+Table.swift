extension ImportTally {
    /// The table in a file; where there is none that can be used, the file is refused.
    mutating func table(
        _ bytes: [UInt8], _ system: SchoolSystem?, wanted: [SchoolField], kind: String
    ) -> HeadedTable? {
        let text: DecodedText
        do {
            text = try DecodedText(bytes)
        } catch {
            refuseFile(ImportFault(line: error.line, error.words))
            return nil
        }
        guard let table = HeadedTable(text, system: system, wanted: wanted) else {
            refuseFile(
                ImportFault(
                    line: nil,
                    "no row of headings was found, such as Admission Number, UPN, "
                        + "Legal Surname, Date of Birth"))
            return nil
        }
        takenFor = "\(Self.article(table.format.name)) \(table.takenFor(kind))"
        if let twice = table.map.twice {
            refuseFile(ImportFault(line: table.line, column: twice, "is a heading twice"))
            return nil
        }
        guard table.map.tellsTheChild else {
            refuseFile(
                ImportFault(
                    line: table.line,
                    "no heading tells the child: an admission number, a UPN, or "
                        + "the full name with the date of birth"))
            return nil
        }
        noticeWhatIsNotRead(table)
        return table
    }

    private mutating func noticeWhatIsNotRead(_ table: HeadedTable) {
        for row in table.above {
            notice(
                row.line, "above the headings: \(VisibleText.of(row.fields.joined(separator: " ")))"
            )
        }
        guard !table.map.extra.isEmpty else { return }
        let names = table.map.extra.map { VisibleText.of(table.map.cells[$0]) }
        notice(table.line, "columns that are not read: \(names.joined(separator: ", "))")
    }

    private static func article(_ name: String) -> String {
        name.first.map { "AEIOU".contains($0) } ?? false ? "an" : "a"
    }
}

import Domain

/// How the cells of a field are read: by it a column is chosen where two headings fit one field.
enum CellReading: String, Sendable {
    case text, name, reference, upn, date, year, sen, session, mark, marks, minutes, number
    case yesNo = "yes-no"
    case code, email, phone, relationship
    case suspension

    /// Whether a cell has the form of this reading; `nil` where every text has it.
    func fits(_ cell: String, _ words: ImportWords) -> Bool? {
        switch self {
        case .text, .marks: nil
        case .name: cell.contains(where: \.isLetter) && !cell.contains(where: \.isNumber)
        case .reference:
            cell.utf8.count <= 20 && cell.contains(where: \.isNumber)
                && cell.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
        case .code:
            cell.utf8.count <= 64
                && cell.allSatisfy {
                    $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0))
                }
        case .upn: UPN(cell) != nil
        case .date: SchoolDate(cell).isDate
        case .year: words.yearGroup(cell, born: Day(rawValue: 0), today: Day(rawValue: 0)) != nil
        case .sen: words.sen(cell) != nil
        case .session: words.session(cell) != nil
        case .mark: MarkText(cell) != nil
        case .minutes: Int(cell).map { (0...240).contains($0) } ?? false
        case .number: Double(cell).map { $0 >= 0 } ?? false
        case .yesNo: words.yesNo(cell) != nil
        case .email: cell.contains("@")
        case .phone: cell.filter(\.isNumber).count >= 6 && !cell.contains(where: \.isLetter)
        case .relationship: words.relationship(cell) != nil || cell.contains(where: \.isLetter)
        case .suspension: words.suspension(cell) != nil
        }
    }

    /// The share of the filled cells that have the form, 0 to 1; `nil` where there is nothing to
    /// judge by.
    func share(of cells: [String], _ words: ImportWords) -> Double? {
        let filled = cells.filter { !$0.isEmpty }
        guard !filled.isEmpty else { return nil }
        var fitting = 0
        for cell in filled {
            guard let fits = fits(cell, words) else { return nil }
            fitting += fits ? 1 : 0
        }
        return Double(fitting) / Double(filled.count)
    }
}

import Domain

/// What one row of a roster, or one pupil of a common transfer file, says of a child.
struct RosterRow: Sendable {
    let line: Int
    var identity = PupilIdentity()
    /// By column of pupils.csv; a column that is not named says nothing.
    var values: [String: String] = [:]
    /// Whether forename and surname stood under headings that call them legal.
    var namesAreLegal = false
    /// A looked-after column that does not say no, in its own words.
    var lookedAfter: String?
    var isLeaver = false
    var notices: [String] = []
    var faults: [ImportFault] = []

    init(line: Int) { self.line = line }

    /// Whether another row says the same of the same child.
    func says(theSameAs other: RosterRow) -> Bool {
        values == other.values && identity.admission == other.identity.admission
            && identity.fullName == other.identity.fullName && lookedAfter == other.lookedAfter
            && isLeaver == other.isLeaver
    }

    /// Says that a word of a side column was not understood; it stops nothing.
    mutating func ignore(_ text: String, under heading: String) {
        notices.append(
            "\(VisibleText.of(heading)): “\(VisibleText.of(text))” is not understood and was ignored"
        )
    }

    /// Whether a cell under this heading has been found wrong.
    func hasFault(_ heading: String?) -> Bool {
        heading != nil && faults.contains { $0.column == heading }
    }

    mutating func fault(_ column: String?, _ problem: String, found: String = "") {
        faults.append(ImportFault(line: line, column: column, problem, found: found))
    }

    /// Takes a UPN: of a wrong form it is bad data, with a wrong check letter worth a notice.
    mutating func takeUPN(_ raw: String, heading: String?) {
        guard let upn = UPN(raw) else {
            return fault(heading, "is not a UPN of the right form", found: raw)
        }
        if !upn.hasRightCheckLetter {
            notices.append("\(heading ?? "UPN") \(upn.text): the check letter does not fit")
        }
        identity.upn = upn.text
        values["upn"] = upn.text
    }

    mutating func takeDate(_ column: String, _ raw: String, heading: String?) {
        let date = SchoolDate(raw)
        guard let day = date.day else { return fault(heading, date.problem, found: raw) }
        values[column] = day.iso
        if column == "born" { identity.born = day }
    }
}

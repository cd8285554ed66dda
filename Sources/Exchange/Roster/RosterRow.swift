import Domain

/// What one row of a roster, or one pupil of a common transfer file, says of a child.
struct RosterRow: Sendable {
    let line: Int
    var identity = PupilIdentity()
    /// By column of pupils.csv; a column that is not named says nothing.
    var values: [String: String] = [:]
    /// Columns that are the same for every row by a person's word: they fill what is not known.
    var fillsOnly: Set<String> = []
    /// Whether forename and surname stood under headings that call them legal.
    var namesAreLegal = false
    /// A looked-after column that does not say no, in its own words.
    var lookedAfter: String?
    var isLeaver = false
    var notices: [ImportNote.Cause] = []
    /// Dates in a form that is worth a word.
    var forms: [DateNote] = []
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
        let found = "\(VisibleText.of(heading)): “\(VisibleText.of(text))”"
        notices.append(.init("is not understood and was ignored", found))
    }

    /// Whether a cell under this heading has been found wrong.
    func hasFault(_ heading: String?) -> Bool {
        heading != nil && faults.contains { $0.column == heading }
    }

    mutating func fault(
        _ column: String?, _ problem: String, found: String = "", cause: String? = nil
    ) {
        faults.append(
            ImportFault(line: line, column: column, problem, found: found, cause: cause))
    }

    /// Takes a UPN: of a wrong form it is bad data, with a wrong check letter worth a notice.
    mutating func takeUPN(_ raw: String, heading: String?) {
        guard let upn = UPN(raw) else {
            return fault(heading, "is not a UPN of the right form", found: raw)
        }
        if !upn.hasRightCheckLetter {
            notices.append(
                .init("the check letter does not fit", "\(heading ?? "UPN") \(upn.text)"))
        }
        identity.upn = upn.text
        values["upn"] = upn.text
    }

    /// Takes a date that makes sense within a span of days.
    mutating func takeDate(_ column: String, _ raw: String, in span: DateSpan, heading: String?) {
        switch span.read(raw) {
        case .failure(let problem): fault(heading, problem.words, found: raw)
        case .success(let date):
            values[column] = date.day.iso
            if column == "born" { identity.born = date.day }
            if let form = date.form {
                forms.append(DateNote(form, heading ?? column, raw, date.day))
            }
        }
    }
}

extension YearMarks {
    /// The row of a day as the bundle writes it.
    public func record(of pupil: PupilRef, on day: Day) -> Record {
        let codes = codes(on: day)
        // By the order of the columns: a school has hundreds of thousands, and names cost.
        return Record(
            kind: .attendance,
            checked: [
                pupil.text, day.iso, codes.am?.text ?? "", codes.pm?.text ?? "",
                lateMinutes(on: day).map(String.init) ?? "",
            ])
    }

    /// All rows, in the order of their days.
    public func records(of pupil: PupilRef) -> [Record] {
        days.map { record(of: pupil, on: $0) }
    }
}

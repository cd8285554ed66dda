/// A child's records as a chronology reads them on one day. Its lines stand by what they are about
/// in the files beside this one.
struct ChronologyReading {
    /// How much of a text that somebody wrote stands in a line.
    static let textLength = 80

    let facts: PupilFacts
    let school: SchoolFacts
    let today: Day
    let pack: PolicyPack

    /// Every line, in no order.
    var all: [ChronologyEntry] {
        let groups: [[ChronologyEntry]] = [
            roll, statuses, professionals, adults, census, checklist, provision, absences,
            suspensions, contacts, meetings, agreed, peps, targets, decisions, interventions,
            checks, responsibilities, progress, profiles, senReviews, questionnaires, money,
        ]
        return groups.flatMap { $0 }
    }

    func lines(_ kind: ChronologyEntry.Kind, of row: some FactRow) -> ChronologyRow {
        ChronologyRow(kind: kind, record: row.record, today: today)
    }

    /// What was planned, as far as it was not held on the day: to come, not held, or held on another.
    func planned(
        _ name: String, _ row: ChronologyRow, for planned: Day?, held: Day?
    ) -> ChronologyEntry? {
        guard let planned, planned != held else { return nil }
        if let held {
            return row.happened(
                "planned_for", "\(name) planned for this day, held \(held.dayMonthYear)")
        }
        return row.dated(
            "planned_for",
            planned < today
                ? "\(name) planned for this day, not held"
                : "\(name) planned" + (row.text("time").map { " at \($0)" } ?? ""))
    }
}

/// One record of which lines are made, one a column that holds a day.
struct ChronologyRow {
    let kind: ChronologyEntry.Kind
    let record: Record
    let today: Day

    /// A line of a day up to today; none of a later one.
    ///
    /// - Parameter day: the day, where it is not the text of the column.
    func happened(
        _ column: String, on day: Day? = nil, _ words: @autoclosure () -> String
    ) -> ChronologyEntry? {
        guard let day = day ?? record.day(column), day <= today else { return nil }
        return entry(day, column, words())
    }

    /// A line of a day that is still to come.
    func ahead(_ column: String, _ words: @autoclosure () -> String) -> ChronologyEntry? {
        guard let day = record.day(column), day > today else { return nil }
        return entry(day, column, words())
    }

    /// A line of a day that is known beforehand, to come or not.
    func dated(_ column: String, _ words: @autoclosure () -> String) -> ChronologyEntry? {
        record.day(column).map { entry($0, column, words()) }
    }

    /// A text that somebody wrote, as much of it as a line holds; `nil` where there is none.
    func text(_ column: String) -> String? {
        record.text(column)?.shortened(to: ChronologyReading.textLength)
    }

    private func entry(_ day: Day, _ column: String, _ words: String) -> ChronologyEntry {
        ChronologyEntry(
            day: day, kind: kind, words: words, record: record.key, column: column)
    }
}

extension [ChronologyEntry?] {
    /// Those that there are.
    var found: [ChronologyEntry] { compactMap { $0 } }
}

extension [String?] {
    /// Those that there are, behind a mark: `: neglect, Anyshire`; nothing where there is none.
    func joined(after mark: String, by separator: String = ", ") -> String {
        let parts = compactMap { $0 }
        return parts.isEmpty ? "" : mark + parts.joined(separator: separator)
    }
}

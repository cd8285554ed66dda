import Domain

/// The weeks of an academic year as columns, one a week, from that of 1 September to that of its last
/// term's end.
struct WeekAxis {
    /// The first Monday.
    let first: Day
    let count: Int
    let year: AcademicYear

    init(_ calendar: SchoolCalendar, on today: Day) {
        let year = AcademicYear(of: today)
        let end = max(today, calendar.terms(of: year).map(\.end).max() ?? year.last)
        self.year = year
        first = year.first.monday
        count = (end - first) / 7 + 1
    }

    func monday(_ place: Int) -> Day { first + 7 * place }

    /// The column of a day; `nil` outside the axis.
    func place(of day: Day) -> Int? {
        let place = (day - first) / 7
        return day >= first && place < count ? place : nil
    }

    /// `Sep Oct Nov`, each above the week that holds the month's first day.
    var months: String {
        var letters = Array(repeating: Character(" "), count: count)
        for month in 0..<12 {
            let day = year.first.addingMonths(month)
            guard let place = place(of: day) else { continue }
            for (offset, letter) in day.monthWord.enumerated() where place + offset < count {
                letters[place + offset] = letter
            }
        }
        return String(letters)
    }
}

/// One kind of thing through the year: a sign a week.
struct Strip {
    let label: String
    /// One for each week of the axis.
    let signs: [Phrase]
    /// The whole strip for the ear.
    let spoken: String
    /// What its signs mean.
    let legend: String

    /// A sign in the week of each event; where several fall in one week, `joined` says which stands.
    init(
        _ label: String, _ legend: String, _ axis: WeekAxis,
        _ events: [(day: Day, sign: Phrase, words: String)], joined: ([Phrase]) -> Phrase
    ) {
        var weeks: [Int: [Phrase]] = [:]
        for event in events {
            if let place = axis.place(of: event.day) {
                weeks[place, default: []].append(event.sign)
            }
        }
        let shown = events.filter { axis.place(of: $0.day) != nil }
        self.init(
            label, legend,
            signs: (0..<axis.count).map { weeks[$0].map(joined) ?? Phrase("·", .muted) },
            spoken: shown.isEmpty ? "none" : shown.map(\.words).joined(separator: ", "))
    }

    init(_ label: String, _ legend: String, signs: [Phrase], spoken: String) {
        (self.label, self.legend, self.signs, self.spoken) = (label, legend, signs, spoken)
    }

    var item: SheetItem {
        let row = Row(
            id: "strip \(label)", cells: [[Phrase(label, .muted)], signs.merged],
            spoken: "\(label): \(spoken)")
        return SheetItem(
            id: row.id, search: { _ in row.spoken }, row: { _ in row },
            full: [
                TextLine([Phrase("\(label): ", .strong), Phrase(spoken)]),
                TextLine(legend, .muted),
            ])
    }
}

extension [Phrase] {
    /// Signs of one meaning as one phrase.
    var merged: [Phrase] {
        reduce(into: []) { found, sign in
            if let last = found.last, last.tone == sign.tone {
                found[found.count - 1].text += sign.text
            } else {
                found.append(sign)
            }
        }
    }
}

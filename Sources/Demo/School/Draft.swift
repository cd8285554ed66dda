import Domain

/// The records as they are written down, with the numbers that they are given.
struct Draft {
    private(set) var records: [Record] = []
    private var counts: [String: Int] = [:]

    /// Adds a row; the texts are canonical and stand in the order of the bundle's columns, the last
    /// of which may be left out.
    mutating func put(_ kind: RecordKind, _ values: String...) {
        let missing = kind.schema.columns.count - values.count
        records.append(
            Record(kind: kind, checked: values + Array(repeating: "", count: missing)))
    }

    /// Adds a row of a kind of many columns by their names; the others are empty.
    mutating func put(_ kind: RecordKind, _ values: KeyValuePairs<String, String>) {
        var texts = Array(repeating: "", count: kind.schema.columns.count)
        for (name, text) in values {
            if let place = kind.schema.place(of: name) { texts[place] = text }
        }
        records.append(Record(kind: kind, checked: texts))
    }

    /// Says of everybody around the children that their details were looked over on a day.
    mutating func checkProfessionals(on day: Day) {
        records = records.map { record in
            record.kind == .professionals && record["from"] <= day.iso
                ? record.with("checked_on", day.iso) : record
        }
    }

    /// Adds a row that stands already.
    mutating func put(_ record: Record) { records.append(record) }

    /// The next number of a kind: `P00012`.
    mutating func nextID(_ letter: String) -> String {
        let count = counts[letter, default: 0] + 1
        counts[letter] = count
        return letter + NameBook.digits(count, 5)
    }
}

extension Day? {
    /// `2026-11-23`, empty where there is none.
    var text: String { self?.iso ?? "" }
}

extension Bool {
    var text: String { self ? "yes" : "no" }
}

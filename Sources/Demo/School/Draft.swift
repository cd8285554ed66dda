import Domain

/// The records as they are written down, with the numbers that they are given.
struct Draft {
    private(set) var records: [Record] = []
    private var counts: [String: Int] = [:]
    /// The adults of each child by its reference: who is to read a child's profile.
    private var adults: [String: [Record]] = [:]

    /// Adds a row of canonical texts; columns that are not named are empty.
    mutating func put(_ kind: RecordKind, _ values: [String: String]) {
        put(Record(kind: kind, checked: values))
    }

    /// The members of staff who are a child's adults now, by their ids.
    func adultsNow(of pupil: PupilRef) -> [String] {
        (adults[pupil.text] ?? []).filter { $0["to"].isEmpty }.map { $0["staff"] }
    }

    /// Says of everybody around the children that their details were looked over on a day.
    mutating func checkProfessionals(on day: Day) {
        records = records.map { record in
            record.kind == .professionals && record["from"] <= day.iso
                ? record.with("checked_on", day.iso) : record
        }
    }

    /// Adds a row that stands already.
    mutating func put(_ record: Record) {
        records.append(record)
        if record.kind == .adults { adults[record["pupil"], default: []].append(record) }
    }

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

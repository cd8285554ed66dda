import Domain

/// The fields of one table, read with the fault that each can have.
struct PackFields {
    let document: PackDocument
    let path: [String]
    let fields: [String: PackDocument.Value]

    func fault(_ key: String, _ problem: PackFault.Problem) -> PackFault {
        document.fault(path + [key], problem)
    }

    func allow(_ known: Set<String>) throws(PackFault) {
        try refuse(fields.keys.filter { !known.contains($0) }.sorted(), .unknownKey)
    }

    func refuse(_ keys: [String], _ problem: PackFault.Problem) throws(PackFault) {
        for key in keys where fields[key] != nil { throw fault(key, problem) }
    }

    func whole(_ key: String) throws(PackFault) -> Int {
        guard case .whole(let number) = try required(key) else {
            throw fault(key, .wrongType("a whole number"))
        }
        return number
    }

    func text(_ key: String) throws(PackFault) -> String {
        guard case .text(let text) = try required(key), !text.isEmpty else {
            throw fault(key, .wrongType("a text in quotation marks"))
        }
        return text
    }

    func day(_ key: String) throws(PackFault) -> Day {
        guard case .day(let day) = try required(key) else {
            throw fault(key, .wrongType("a day like 2026-11-23 without quotes"))
        }
        return day
    }

    /// `false` where it is absent.
    func flag(_ key: String) throws(PackFault) -> Bool {
        switch fields[key] {
        case nil: return false
        case .flag(let flag): return flag
        case .whole, .text, .day, .table, .list, .other:
            throw fault(key, .wrongType("true or false"))
        }
    }

    func range() throws(PackFault) -> ClosedRange<Int> {
        let (least, most) = (try whole("min"), try whole("max"))
        guard least <= most else { throw fault("max", .emptyRange) }
        return least...most
    }

    /// One of the words of a list; `nil` where the key is absent.
    func optionalWord<Word: RawRepresentable & CaseIterable>(
        _ key: String, _ type: Word.Type
    ) throws(PackFault) -> Word? where Word.RawValue == String {
        guard fields[key] != nil else { return nil }
        guard let word = Word(rawValue: try text(key)) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw fault(key, .wrongType("one of \(words)"))
        }
        return word
    }

    /// A list of texts; empty where it is absent.
    func texts(_ key: String) throws(PackFault) -> [String] {
        guard let value = fields[key] else { return [] }
        guard case .list(let list) = value else {
            throw fault(key, .wrongType("a list of texts"))
        }
        var found: [String] = []
        for value in list {
            guard case .text(let text) = value else {
                throw fault(key, .wrongType("a list of texts"))
            }
            found.append(text)
        }
        return found
    }

    /// A day of the year, `31 October`, as month and day: 1031.
    func dayOfYear(_ key: String) throws(PackFault) -> Int {
        let words = try text(key).split(separator: " ")
        guard words.count == 2, let day = Int(words[0]),
            let month = PolicyNumber.months.firstIndex(of: String(words[1])),
            Day(year: 2024, month: month + 1, day: day) != nil
        else { throw fault(key, .wrongType("a day of the year like \"31 October\"")) }
        return (month + 1) * 100 + day
    }

    private func required(_ key: String) throws(PackFault) -> PackDocument.Value {
        guard let value = fields[key] else { throw fault(key, .missing) }
        return value
    }
}

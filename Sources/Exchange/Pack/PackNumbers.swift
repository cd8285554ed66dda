import Domain

/// The numbers of a pack, laid over one another file by file.
struct PackNumbers {
    private struct Entry {
        let number: PolicyNumber
        let range: ClosedRange<Int>
        /// The file that named the number first, and set its unit and range.
        let origin: String
    }

    private var entries: [NumberKey: Entry] = [:]
    private static let fields: Set<String> = [
        "value", "unit", "min", "max", "source", "checked", "check",
    ]

    /// Lays the numbers of one table of a document, such as `pep`, over those that stand.
    mutating func lay(
        _ family: String, _ table: [String: PackDocument.Value], of document: PackDocument
    ) throws(PackFault) {
        for (name, value) in table.sorted(by: { $0.key < $1.key }) {
            let path = [family, name]
            guard let key = NumberKey(name: "\(family).\(name)") else {
                throw document.fault(path, .unknownKey)
            }
            guard case .table(let fields) = value else {
                throw document.fault(path, .wrongType("a table with value, source and checked"))
            }
            entries[key] = try entry(
                key, PackFields(document: document, path: path, fields: fields))
        }
    }

    /// All numbers; every key must have one.
    func all(lastFile: String) throws(PackFault) -> [PolicyNumber] {
        var numbers: [PolicyNumber] = []
        for key in NumberKey.allCases {
            guard let entry = entries[key] else {
                throw PackFault(file: lastFile, key: key.name, line: nil, problem: .missing)
            }
            numbers.append(entry.number)
        }
        return numbers
    }

    private func entry(_ key: NumberKey, _ fields: PackFields) throws(PackFault) -> Entry {
        try fields.allow(PackNumbers.fields)
        let below = entries[key]
        if let below { try fields.refuse(["unit", "min", "max"], .setBelow(below.origin)) }
        let unit = if let below { below.number.unit } else { try fields.text("unit") }
        let range = if let below { below.range } else { try fields.range() }
        let value = try fields.whole("value")
        guard range.contains(value) else { throw fields.fault("value", .outOfRange(value, range)) }
        let number = PolicyNumber(
            name: key.name, value: value, unit: unit, source: try fields.text("source"),
            checked: try fields.day("checked"), needsCheck: try fields.flag("check"))
        return Entry(
            number: number, range: range, origin: below?.origin ?? fields.document.file)
    }
}

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
        case .whole, .text, .day, .table, .other: throw fault(key, .wrongType("true or false"))
        }
    }

    func range() throws(PackFault) -> ClosedRange<Int> {
        let (least, most) = (try whole("min"), try whole("max"))
        guard least <= most else { throw fault("max", .emptyRange) }
        return least...most
    }

    private func required(_ key: String) throws(PackFault) -> PackDocument.Value {
        guard let value = fields[key] else { throw fault(key, .missing) }
        return value
    }
}

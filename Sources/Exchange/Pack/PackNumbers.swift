import Domain

/// The numbers of a pack, laid over one another file by file.
struct PackNumbers {
    private struct Entry {
        let number: PolicyNumber
        /// `nil` for a day.
        let range: ClosedRange<Int>?
        /// The file that named the number first, and set its unit and range.
        let origin: String
    }

    private var entries: [String: Entry] = [:]
    private static let fields: Set<String> = [
        "value", "unit", "min", "max", "source", "checked", "check",
    ]

    /// The families in which a pack names numbers for rules of its own: days of the year, counts of
    /// days, and the days of editions.
    static let ownFamilies = ["due", "days", "kcsie"]

    /// Lays the numbers of one table of a document, such as `pep`, over those that stand.
    mutating func lay(
        _ family: String, _ table: [String: PackDocument.Value], of document: PackDocument,
        noting faults: inout PackFaultList
    ) {
        for (name, value) in table.sorted(by: { $0.key < $1.key }) {
            let path = [family, name]
            let key = "\(family).\(name)"
            guard PackNumbers.ownFamilies.contains(family) || NumberKey(name: key) != nil else {
                faults.add(document.fault(path, .unknownKey))
                continue
            }
            guard case .table(let fields) = value else {
                faults.add(
                    document.fault(path, .wrongType("a table with value, source and checked")))
                continue
            }
            let read = PackFields(document: document, path: path, fields: fields)
            let found =
                switch family {
                case "due": dayOfYear(key, read, &faults)
                case "kcsie": date(key, read, &faults)
                default: count(key, read, &faults)
                }
            entries[key] = found ?? entries[key]
        }
    }

    /// A number by its name, one of a pack's own too.
    func named(_ name: String) -> PolicyNumber? { entries[name]?.number }

    /// All numbers of the built-in rules; every key must have one.
    func all(lastFile: String, noting faults: inout PackFaultList) -> [PolicyNumber] {
        NumberKey.allCases.compactMap { key in
            if let entry = entries[key.name] { return entry.number }
            faults.add(PackFault(file: lastFile, key: key.name, line: nil, problem: .missing))
            return nil
        }
    }

    private func count(
        _ key: String, _ fields: PackFields, _ faults: inout PackFaultList
    ) -> Entry? {
        faults.note { () throws(PackFault) in try fields.allow(PackNumbers.fields) }
        let below = entries[key]
        if let below {
            faults.note { () throws(PackFault) in
                try fields.refuse(["unit", "min", "max"], .setBelow(below.origin))
            }
        }
        let unit =
            below?.number.unit
            ?? faults.note { () throws(PackFault) in try fields.text("unit") }
        let range = below?.range ?? faults.note { () throws(PackFault) in try fields.range() }
        let value = faults.note { () throws(PackFault) in
            let value = try fields.whole("value")
            if let range, !range.contains(value) {
                throw fields.fault("value", .outOfRange(value, range))
            }
            return value
        }
        return entry(key, value, unit, range, fields, &faults)
    }

    private func dayOfYear(
        _ key: String, _ fields: PackFields, _ faults: inout PackFaultList
    ) -> Entry? {
        faults.note { () throws(PackFault) in
            try fields.allow(["value", "source", "checked", "check"])
        }
        let value = faults.note { () throws(PackFault) in try fields.dayOfYear("value") }
        return entry(key, value, PolicyNumber.dayOfYear, nil, fields, &faults)
    }

    private func date(
        _ key: String, _ fields: PackFields, _ faults: inout PackFaultList
    ) -> Entry? {
        faults.note { () throws(PackFault) in
            try fields.allow(["value", "source", "checked", "check"])
        }
        let value = faults.note { () throws(PackFault) in try fields.day("value") }
        return entry(key, value.map { Int($0.rawValue) }, PolicyNumber.date, nil, fields, &faults)
    }

    private func entry(
        _ key: String, _ value: Int?, _ unit: String?, _ range: ClosedRange<Int>?,
        _ fields: PackFields, _ faults: inout PackFaultList
    ) -> Entry? {
        let source = faults.note { () throws(PackFault) in try fields.text("source") }
        let checked = faults.note { () throws(PackFault) in try fields.day("checked") }
        let needsCheck = faults.note { () throws(PackFault) in try fields.flag("check") }
        guard let value, let unit, let source, let checked, let needsCheck else { return nil }
        return Entry(
            number: PolicyNumber(
                name: key, value: value, unit: unit, source: source, checked: checked,
                needsCheck: needsCheck),
            range: range, origin: entries[key]?.origin ?? fields.document.file)
    }
}

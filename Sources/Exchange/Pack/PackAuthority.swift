import Domain

/// The authority of a pack and its dates, laid over one another file by file.
struct PackAuthority {
    private(set) var authority: Authority?
    private var years: [AcademicYear: YearDates] = [:]

    var dates: [YearDates] { years.values.sorted { $0.year < $1.year } }

    /// Another authority's dates are not those of the one below it.
    mutating func lay(
        authority table: [String: PackDocument.Value], of document: PackDocument,
        noting faults: inout PackFaultList
    ) {
        let fields = PackFields(document: document, path: ["authority"], fields: table)
        let read = faults.note { () throws(PackFault) in
            try fields.allow([
                "name", "virtual-school", "email", "telephone", "source", "checked",
            ])
            return Authority(
                name: try fields.text("name"), virtualSchool: try fields.text("virtual-school"),
                email: try fields.text("email"), telephone: try fields.text("telephone"),
                source: try fields.text("source"), checked: try fields.day("checked"))
        }
        guard let read else { return }
        if let authority, authority.name != read.name { years = [:] }
        authority = read
    }

    mutating func lay(
        dates table: [String: PackDocument.Value], of document: PackDocument,
        noting faults: inout PackFaultList
    ) {
        for (label, value) in table.sorted(by: { $0.key < $1.key }) {
            let path = ["dates", label]
            guard let year = AcademicYear(label) else {
                faults.add(document.fault(path, .wrongType("an academic year like 2026-27")))
                continue
            }
            guard case .table(let table) = value else {
                faults.add(document.fault(path, .wrongType("a table with terms and half-terms")))
                continue
            }
            let fields = PackFields(document: document, path: path, fields: table)
            years[year] =
                faults.note { () throws(PackFault) in try Self.dates(of: year, fields) }
                ?? years[year]
        }
    }

    private static func dates(
        of year: AcademicYear, _ fields: PackFields
    ) throws(PackFault) -> YearDates {
        let names = TermName.allCases.map(\.rawValue)
        try fields.allow(
            Set(names + names.map { "\($0)-half-term" } + ["source", "checked", "check"]))
        var terms: [TermName: YearDates.Days] = [:]
        var halfTerms: [TermName: YearDates.Days] = [:]
        for name in TermName.allCases {
            terms[name] = try fields.days(name.rawValue, in: year)
            halfTerms[name] = try fields.days("\(name.rawValue)-half-term", in: year)
        }
        return YearDates(
            year: year, terms: terms, halfTerms: halfTerms, source: try fields.text("source"),
            checked: try fields.day("checked"), needsCheck: try fields.flag("check"))
    }
}

extension PackFields {
    /// The first and the last day of a part of a year, as a list of two.
    fileprivate func days(
        _ key: String, in year: AcademicYear
    ) throws(PackFault) -> YearDates.Days {
        guard let value = fields[key] else { throw fault(key, .missing) }
        guard case .list(let list) = value, list.count == 2, case .day(let first) = list[0],
            case .day(let last) = list[1], first <= last, year.contains(first), year.contains(last)
        else {
            throw fault(key, .wrongType("a first and a last day of \(year.label)"))
        }
        return YearDates.Days(first, last)
    }
}

import Domain

/// Imports the list of staff that a school's own system exports.
struct StaffImport {
    let options: ImportOptions

    private static let fields: [String: SchoolField] = [
        "staff": .staffCode, "name": .name, "post": .post, "teaching": .teaching, "qts": .qts,
        "leadership": .leadership, "from": .from, "to": .to,
    ]

    /// What the file would do; nothing is written, and nobody is ended for not being in it.
    func plan(bytes: [UInt8], fileName: String, existing: some SchoolOnRecord) -> ImportPlan {
        var tally = ImportTally(.staff, fileName)
        guard let table = tally.table(bytes, options) else { return tally.refusal() }
        let stored = existing.records(of: .staff)
        let byCode = Dictionary(stored.map { (folded($0["staff"]), $0) }) { first, _ in first }
        var planner = ListPlanner(
            .staff, tally, acceptsRest: options.acceptRest,
            heading: { StaffImport.heading($0, table) },
            cure: { table.remedy(StaffImport.fields[$0]) })
        var inFile: Set<String> = []
        table.forEachRow(knowing: nil) { row in
            switch row {
            case .noChild(let line, let why): planner.add(noChild: line, why)
            case .unreadable(let fault): planner.add(unreadable: fault)
            case .child(let record):
                let entry = entry(
                    RowCells(record: record, table: table), byCode, on: existing.today)
                inFile.insert(folded(entry.values["staff"] ?? ""))
                planner.add(entry)
            }
        }
        planner.tally.missing = stored.map(StaffMember.init)
            .filter { $0.span.contains(existing.today) && !inFile.contains(folded($0.id)) }
            .map { MissingPerson(ref: $0.id, name: $0.name) }
        return planner.plan()
    }

    private static func heading(_ column: String, _ table: HeadedTable) -> String? {
        if column == "name" { return table.map.heading(.name) ?? table.map.heading(.surname) }
        return fields[column].flatMap(table.map.heading)
    }

    private func entry(
        _ cells: RowCells, _ byCode: [String: Record], on today: Day
    ) -> ListPlanner.Entry {
        let code = cells.text(.staffCode) ?? ""
        let name = cells.name(whole: .name, surname: .surname, forename: .forename)
        let words = [name, code.isEmpty ? nil : "(\(code))"].compactMap { $0 }
        var entry = ListPlanner.Entry(line: cells.line, name: words.joined(separator: " "))
        entry.stored = byCode[folded(code)]
        entry.values["staff"] = entry.stored?["staff"] ?? code
        entry.values["name"] = name
        cells.take(.post, as: "post", &entry)
        cells.takeYesNo(.teaching, as: "teaching", &entry)
        cells.takeYesNo(.qts, as: "qts", &entry)
        cells.takeYesNo(.leadership, as: "leadership", &entry)
        cells.takeDate(.from, as: "from", in: .employment(on: today), &entry)
        cells.takeDate(.to, as: "to", in: .employment(on: today), &entry)
        if let login = login(cells), entry.stored?["login"].isEmpty ?? true {
            entry.notices.append(
                .init(
                    "may be the login that the e-mail address offers; nobody has it before you give it: "
                        + "cksw record correct staff --staff CODE --login LOGIN",
                    "\(login) for \(entry.name)"))
        }
        return entry
    }

    /// The part of an e-mail address before the @.
    private func login(_ cells: RowCells) -> String? {
        guard let address = cells.text(.email), let at = address.firstIndex(of: "@"),
            at > address.startIndex
        else { return nil }
        return address[..<at].lowercased()
    }
}

import Domain

/// Imports parents, carers and others around children, with how to reach them.
struct ContactsImport {
    let options: ImportOptions

    private static let fields: [String: SchoolField] = [
        "role": .relationship, "name": .contactName, "phone": .phone, "email": .email,
        "responsibility": .responsibility, "priority": .priority,
    ]

    /// What the file would do; nothing is written. Whoever is on record with a word on whether they
    /// may be rung keeps it.
    func plan(bytes: [UInt8], fileName: String, existing: some SchoolOnRecord) -> ImportPlan {
        var tally = ImportTally(.contacts, fileName)
        guard let found = tally.table(bytes, options) else { return tally.refusal() }
        let table = found.with(ContactsImport.lend(found.map))
        let identities = IdentityReader(table, options, today: existing.today)
        let index = PupilIndex(existing.pupils)
        let known = Dictionary(grouping: existing.records(of: .professionals)) { $0["pupil"] }
        var planner = ListPlanner(
            .professionals, tally, acceptsRest: options.acceptRest,
            heading: { ContactsImport.fields[$0].flatMap(table.map.heading) },
            cure: { table.remedy(ContactsImport.fields[$0]) })
        planner.addRows(of: table, identities, index) { cells, pupil in
            entry(cells, of: pupil, known[pupil.ref.text] ?? [], on: existing.today)
        }
        return planner.plan()
    }

    /// Plain names stand for the contact where the child is told by number and no heading says
    /// `Contact`.
    private static func lend(_ map: HeadingMap) -> HeadingMap {
        guard map.has(.admissionNumber) || map.has(.upn), !map.has(.contactName),
            !map.has(.contactSurname)
        else { return map }
        return map.moving([
            (.surname, .contactSurname), (.forename, .contactForename), (.name, .contactName),
        ])
    }

    private func entry(
        _ cells: RowCells, of pupil: Pupil, _ known: [Record], on today: Day
    ) -> ListPlanner.Entry {
        let name =
            cells.name(whole: .contactName, surname: .contactSurname, forename: .contactForename)
            ?? ""
        let relationship = cells.text(.relationship)
        let role = relationship.flatMap(cells.words.relationship) ?? "other"
        var entry = ListPlanner.Entry(
            line: cells.line, name: "\(name), \(relationship ?? "contact") of \(pupil.numberedName)"
        )
        if name.isEmpty { cells.fault(.contactName, "is missing", "", &entry) }
        entry.stored = ContactsImport.stored(name, role, among: known, on: today)
        entry.values["pupil"] = pupil.ref.text
        entry.values["name"] = entry.stored?["name"] ?? name
        entry.values["role"] = entry.stored?["role"] ?? role
        entry.values["from"] = entry.stored?["from"] ?? today.iso
        if let stored = entry.stored, stored["role"] != role {
            entry.notices.append(
                .init("kept in the role on record", "\(name), \(stored["role"]) and not \(role)"))
        }
        takeNumbers(cells, &entry)
        cells.take(.email, as: "email", &entry)
        cells.takeYesNo(.responsibility, as: "responsibility", &entry)
        if let text = cells.text(.priority) {
            if let number = Double(text).flatMap({ Int(exactly: $0) }), number >= 0 {
                cells.set("priority", String(number), .priority, &entry)
            } else {
                cells.fault(.priority, "is not a whole number", text, &entry)
            }
        }
        return entry
    }

    /// The person on record: of the same name and role, else of the same name.
    private static func stored(
        _ name: String, _ role: String, among known: [Record], on today: Day
    ) -> Record? {
        let named = known.filter {
            folded($0["name"]) == folded(name) && Professional($0).span.contains(today)
        }
        return named.first { $0["role"] == role } ?? named.first
    }

    /// The first number that is filled is the one to ring; the others go to the listing.
    private func takeNumbers(_ cells: RowCells, _ entry: inout ListPlanner.Entry) {
        let fields: [SchoolField] = [.phone, .secondPhone, .thirdPhone]
        let numbers = fields.compactMap(cells.text).map(ContactsImport.withNought)
        var different: [String] = []
        for number in numbers where !different.contains(number) { different.append(number) }
        guard let first = different.first else { return }
        entry.values["phone"] = first
        let others = different.dropFirst()
        if !others.isEmpty {
            entry.notices.append(
                .init(
                    "a further number, which is not kept",
                    "\(entry.name): \(others.joined(separator: ", "))"))
        }
    }

    /// A spreadsheet takes the first nought of a number away: `7700900101`.
    private static func withNought(_ text: String) -> String {
        guard text.utf8.count == 10, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let first = text.first, "123789".contains(first)
        else { return text }
        return "0" + text
    }
}

extension ListPlanner {
    /// Adds every row of a table whose rows are about children.
    ///
    /// - Parameter entry: what a row says of the child on record whom it tells.
    mutating func addRows(
        of table: HeadedTable, _ identities: IdentityReader, _ index: PupilIndex,
        _ entry: (RowCells, Pupil) -> Entry
    ) {
        var paired: Set<PupilRef> = []
        table.forEachRow(knowing: index) { row in
            switch row {
            case .noChild(let line, let why): add(noChild: line, why)
            case .unreadable(let fault): add(unreadable: fault)
            case .child(let record):
                let cells = RowCells(record: record, table: table)
                addRow(cells, identities, index, &paired) { entry(cells, $0) }
            }
        }
    }

    /// Adds a row about a child, where it tells one on record.
    private mutating func addRow(
        _ cells: RowCells, _ identities: IdentityReader, _ index: PupilIndex,
        _ paired: inout Set<PupilRef>, _ entry: (Pupil) -> Entry
    ) {
        var faults: [ImportFault] = []
        let identity = identities.read(cells.record, faults: &faults)
        if let fault = faults.first { return add(unreadable: fault) }
        switch identities.match(identity, in: index) {
        case .refused(let problem):
            add(
                unreadable: ImportFault(
                    line: cells.line, problem, cause: PupilIndex.contradiction))
        case .none:
            let (why, cause) = identities.absence(identity, in: index)
            leaveOut(cells.line, why, cause: cause)
        case .pupil(let pupil, let notice):
            if notice != nil || identities.goesByName, paired.insert(pupil.ref).inserted {
                tally.found(cells.line, identity, pupil, notice)
            }
            add(entry(pupil))
        }
    }
}

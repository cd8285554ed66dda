import Domain

/// Imports suspensions and permanent exclusions; what the policy asks around each stays open.
struct SuspensionsImport {
    let options: ImportOptions

    private static let fields: [String: SchoolField] = [
        "kind": .suspensionKind, "decided_on": .decided, "from": .from, "days": .days,
    ]

    /// What the file would do; nothing is written, and what was answered before is kept.
    func plan(bytes: [UInt8], fileName: String, existing: some SchoolOnRecord) -> ImportPlan {
        var tally = ImportTally(.suspensions, fileName)
        guard let table = tally.table(bytes, options) else { return tally.refusal() }
        let identities = IdentityReader(table, options, today: existing.today)
        let index = PupilIndex(existing.pupils)
        let stored = existing.records(of: .suspensions)
        let known = Dictionary(grouping: stored) { $0["pupil"] }
        var taken = Set(stored.map { $0["suspension_id"] })
        var planner = ListPlanner(
            .suspensions, tally, acceptsRest: options.acceptRest,
            heading: { column in
                let heading = SuspensionsImport.fields[column].flatMap(table.map.heading)
                return column == "days" ? heading ?? table.map.heading(.sessions) : heading
            }, cure: { table.remedy(SuspensionsImport.fields[$0]) })
        planner.addRows(of: table, identities, index) { cells, pupil in
            entry(cells, of: pupil, known[pupil.ref.text] ?? [], on: existing.today, &taken)
        }
        return planner.plan()
    }

    private func entry(
        _ cells: RowCells, of pupil: Pupil, _ known: [Record], on today: Day,
        _ taken: inout Set<String>
    ) -> ListPlanner.Entry {
        var entry = ListPlanner.Entry(
            line: cells.line, name: "\(pupil.numberedName) \(cells.text(.from) ?? "")")
        entry.values["pupil"] = pupil.ref.text
        takeKind(cells, &entry)
        let span = DateSpan.schoolDays(on: today)
        cells.takeDate(.from, as: "from", in: span, &entry)
        cells.takeDate(.decided, as: "decided_on", in: span, &entry)
        takeLength(cells, &entry)
        guard let from = entry.values["from"] else {
            if entry.faults.isEmpty { cells.fault(.from, "is missing", "", &entry) }
            return entry
        }
        entry.stored = known.first { $0["from"] == from && $0["kind"] == entry.values["kind"] }
        entry.values["suspension_id"] =
            entry.stored?["suspension_id"] ?? SuspensionsImport.name(pupil, from, &taken)
        if entry.stored == nil, entry.values["decided_on"] == nil {
            // Without a day of decision it was made at the latest when it began.
            entry.values["decided_on"] = from
        }
        if let reason = cells.text(.reason) {
            entry.notices.append(
                .init(
                    "the reason is not kept from the list; what was tried is asked for with the duties",
                    "\(entry.name): \(VisibleText.of(reason))"))
        }
        return entry
    }

    private func takeKind(_ cells: RowCells, _ entry: inout ListPlanner.Entry) {
        guard let text = cells.text(.suspensionKind) else {
            entry.values["kind"] = Suspension.Kind.suspension.rawValue
            return
        }
        guard let kind = cells.words.suspension(text) else {
            return cells.fault(
                .suspensionKind, "is no suspension, lunchtime suspension or permanent exclusion",
                text, &entry)
        }
        entry.values["kind"] = kind
    }

    /// Days, or sessions of which two make a day; a permanent exclusion has neither.
    private func takeLength(_ cells: RowCells, _ entry: inout ListPlanner.Entry) {
        if entry.values["kind"] == Suspension.Kind.permanent.rawValue { return }
        let field: SchoolField = cells.text(.days) == nil ? .sessions : .days
        guard let text = cells.text(field) else {
            return cells.fault(field, "is missing", "", &entry)
        }
        let perDay = field == .days ? 2.0 : 1.0
        guard let number = Double(text), number > 0,
            let halves = Int(exactly: number * perDay), halves <= 732
        else {
            return cells.fault(
                field,
                field == .days
                    ? "is not a number of days like 1.5" : "is not a whole number of sessions",
                text,
                &entry)
        }
        entry.values["days"] = "\(halves / 2).\(halves % 2 == 0 ? 0 : 5)"
    }

    /// An id that no other has: `S-1004-2026-09-14`.
    private static func name(_ pupil: Pupil, _ from: String, _ taken: inout Set<String>) -> String {
        let plain = "S-\(pupil.ref)-\(from)"
        var name = plain
        var count = 1
        while taken.contains(name) {
            count += 1
            name = "\(plain)-\(count)"
        }
        taken.insert(name)
        return name
    }
}

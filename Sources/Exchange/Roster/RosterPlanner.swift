import Domain

/// Judges the rows of a roster against the children on record.
struct RosterPlanner {
    private let school: any SchoolOnRecord
    private let options: ImportOptions
    private let source: RosterSource
    let index: PupilIndex
    private var tally: ImportTally
    private var judged: [Judged] = []
    private var inFile: Set<PupilRef> = []

    /// A row with the child that it is about.
    private struct Judged {
        let row: RosterRow
        let stored: Pupil?
        let ref: PupilRef
    }

    init(
        _ school: any SchoolOnRecord, _ options: ImportOptions, _ tally: ImportTally,
        _ source: RosterSource
    ) {
        self.school = school
        self.options = options
        self.source = source
        self.tally = tally
        index = PupilIndex(school.pupils)
    }

    mutating func add(_ row: RosterRow) {
        tally.rows += 1
        switch source.match(row.identity, index, on: school.today) {
        case .pupil(let pupil, let notice):
            inFile.insert(pupil.ref)
            guard row.faults.isEmpty else { return tally.refuse(row.faults) }
            if notice != nil || source.goesByName {
                tally.found(row.line, row.identity, pupil, notice)
            }
            judged.append(Judged(row: row, stored: pupil, ref: pupil.ref))
        case .refused(let problem):
            var row = row
            row.fault(nil, problem, cause: PupilIndex.contradiction)
            tally.refuse(row.faults)
        case .none where source.goesByName:
            let cause = "no one child on roll has this name and class"
            tally.leaveOut(
                row.line, "\(row.identity.nameAndClass): \(cause)",
                cause: .init(cause, row.identity.nameAndClass))
        case .none: addNew(row)
        }
    }

    mutating func add(noChild line: Int, _ why: String) {
        tally.rows += 1
        tally.leaveOut(line, why)
    }

    mutating func add(unreadable fault: ImportFault) {
        tally.rows += 1
        tally.refuse([fault])
    }

    private mutating func addNew(_ row: RosterRow) {
        if row.isLeaver, row.faults.isEmpty {
            return tally.leaveOut(
                row.line, "\(row.identity.words) has left and was never on record",
                cause: .init("left and never on record", row.identity.words))
        }
        var row = row
        let ref = row.identity.admission ?? row.identity.upn
        if ref == nil, !row.hasFault(source.heading("upn")) {
            row.fault(nil, "has neither an admission number nor a UPN")
        }
        // A common transfer file knows no admission numbers: there it goes without saying.
        if row.identity.admission == nil, ref != nil, !source.isTransferFile {
            row.notices.append(
                .init(
                    "has no admission number, so that the UPN is the reference",
                    row.identity.words))
        }
        if row.values["admitted"] == nil {
            row.values["admitted"] = options.admitted?.iso
            if options.admitted == nil, !row.hasFault(source.heading("admitted")) {
                row.fault(
                    source.heading("admitted"),
                    "is new and has no date of admission; give it with --admitted DATE"
                        + source.cure(.admitted),
                    found: row.identity.words)
            }
        }
        if row.values["year_group"] == nil, !row.hasFault(source.heading("year_group")),
            let born = row.identity.born
        {
            let year = YearGroup.of(born: born, on: school.today)
            row.values["year_group"] = year
            row.notices.append(
                .init(
                    "the year group was worked out from the date of birth",
                    "\(row.identity.words), year \(year)"))
        }
        guard let ref, row.faults.isEmpty else { return tally.refuse(row.faults) }
        judged.append(Judged(row: row, stored: nil, ref: PupilRef(ref)))
    }

    /// Every row has been added.
    ///
    /// - Parameter listsMissing: whether children who are not in the file are worth a word.
    mutating func plan(listsMissing: Bool) -> ImportPlan {
        let contradictions = contradictions()
        var first: [PupilRef: RosterRow] = [:]
        var changes: [RecordChange] = []
        var seen: [RecordKey: Record?] = [:]
        for (place, entry) in judged.enumerated() {
            if let faults = contradictions[place] {
                tally.refuse(faults)
            } else if let earlier = first[entry.ref] {
                tally.leaveOut(
                    entry.row.line, "\(entry.row.identity.words): repeats line \(earlier.line)",
                    cause: .init("said before", entry.row.identity.words))
            } else if let record = settle(entry) {
                first[entry.ref] = entry.row
                seen[record.key] = .some(entry.stored?.record)
                changes.append(.put(record))
            } else {
                first[entry.ref] = entry.row
            }
        }
        if listsMissing {
            tally.missing = school.pupils
                .filter { $0.roll.contains(school.today) && !inFile.contains($0.ref) }
                .sorted { $0.ref < $1.ref }
                .map { MissingPerson(ref: $0.ref.text, name: $0.displayName) }
        }
        return tally.plan(acceptRest: options.acceptRest, changes: changes, seen: seen)
    }

    /// The record to put, `nil` where the row is refused or changes nothing.
    private mutating func settle(_ entry: Judged) -> Record? {
        let (record, faults) = merged(entry)
        if !faults.isEmpty, let left = entry.stored?.roll.to, entry.row.values["left"] == nil,
            let admitted = entry.row.values["admitted"].flatMap({ Day(iso: $0) }), left < admitted
        {
            tally.refuse([
                ImportFault(
                    line: entry.row.line, column: source.heading("admitted"),
                    "is after \(left.dayMonthYear), when the child left by what is on record; for one "
                        + "who has come back take that date away first: cksw record correct pupils "
                        + "--pupil \(entry.ref) --left \"\"", found: admitted.dayMonthYear)
            ])
            return nil
        }
        guard faults.isEmpty else {
            tally.refuse(
                faults.map {
                    ImportFault(
                        line: entry.row.line, column: source.heading($0.column) ?? $0.column,
                        $0.problem,
                        found: $0.found)
                })
            return nil
        }
        for notice in entry.row.notices {
            tally.notice(entry.row.line, notice.sentence, cause: notice)
        }
        for form in entry.row.forms { tally.note(form, line: entry.row.line) }
        let pupil = Pupil(record)
        if let words = entry.row.lookedAfter {
            tally.lookedAfter.append(
                ImportPreview.Marked(
                    line: entry.row.line, pupil: pupil.ref, name: pupil.displayName, words: words))
        }
        guard let stored = entry.stored else {
            tally.accept(.new)
            tally.listing.append("new: \(VisibleText.of(pupil.numberedName))")
            return record
        }
        if let left = stored.roll.to, left < school.today, entry.row.values["left"] == nil,
            !entry.row.isLeaver
        {
            tally.notice(
                entry.row.line,
                "\(pupil.displayName) is on record as having left on \(left.dayMonthYear)")
        }
        if entry.row.isLeaver, pupil.roll.contains(school.today) {
            tally.notice(
                entry.row.line,
                "\(pupil.displayName) is marked as having left and stays on roll; record the date: "
                    + "cksw record correct pupils --pupil \(pupil.ref) --left DATE")
        }
        guard record != stored.record else {
            tally.accept(.same)
            return nil
        }
        if let before = stored.upn, before != pupil.upn {
            tally.notice(entry.row.line, "\(pupil.displayName): the UPN was \(before)")
        }
        tally.accept(.changed)
        let columns = RecordKind.pupils.schema.columns.map(\.name).filter {
            record[$0] != stored.record[$0]
        }
        tally.listing.append(
            "changed: \(VisibleText.of(pupil.numberedName)): "
                + columns.map { "\($0) \(said(record[$0])), was \(said(stored.record[$0]))" }
                .joined(separator: "; "))
        return record
    }

    private func said(_ value: String) -> String {
        value.isEmpty ? "nothing" : VisibleText.of(value)
    }

    /// What is stored with what the row says laid over it; blank cells say nothing.
    private func merged(_ entry: Judged) -> (Record, [FieldFault]) {
        let columns = RecordKind.pupils.schema.columns
        var raw = columns.map { entry.stored?.record[$0.name] ?? "" }
        var values = entry.row.values
        values["pupil"] = entry.ref.text
        for column in entry.row.fillsOnly where !(entry.stored?.record[column] ?? "").isEmpty {
            values[column] = nil
        }
        for (legal, preferred) in [("forename", "known_as"), ("surname", "preferred_surname")] {
            let stored = entry.stored?.record[preferred] ?? ""
            // A plain `Surname` may be the one in daily use: it never takes the legal one's place.
            if let name = values[legal], !entry.row.namesAreLegal, values[preferred] == nil,
                !stored.isEmpty, folded(name) == folded(stored)
            {
                values[legal] = nil
            }
            if let name = values[preferred] {
                let real = values[legal] ?? entry.stored?.record[legal] ?? ""
                if folded(name) == folded(real) { values[preferred] = "" }
            }
        }
        for (place, column) in columns.enumerated() {
            if let value = values[column.name] { raw[place] = value }
        }
        return Record.checked(.pupils, raw)
    }

    /// By place in `judged`, why rows of one child, or with one UPN, contradict each other.
    private func contradictions() -> [Int: [ImportFault]] {
        var faults: [Int: [ImportFault]] = [:]
        func clash(_ one: Int, _ other: Int, _ what: String) {
            for (place, against) in [(one, other), (other, one)] {
                let row = judged[place].row
                let line = judged[against].row.line
                let fault = ImportFault(
                    line: row.line, "\(what) line \(line) and contradicts it",
                    found: row.identity.words)
                if faults[place]?.contains(fault) != true {
                    faults[place, default: []].append(fault)
                }
            }
        }
        var byChild: [PupilRef: Int] = [:]
        var byUPN: [String: Int] = [:]
        for (place, entry) in judged.enumerated() {
            if let earlier = byChild[entry.ref] {
                if !entry.row.says(theSameAs: judged[earlier].row) {
                    clash(earlier, place, "is the same child as")
                }
            } else {
                byChild[entry.ref] = place
            }
            guard let upn = entry.row.identity.upn else { continue }
            if let earlier = byUPN[upn] {
                if judged[earlier].ref != entry.ref {
                    clash(earlier, place, "has the same UPN as")
                }
            } else {
                byUPN[upn] = place
            }
        }
        return faults
    }
}

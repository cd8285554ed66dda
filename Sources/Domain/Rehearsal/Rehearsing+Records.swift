extension Rehearsing {
    /// The records of a least act as they are made: an example's id becomes one that nobody has, and
    /// a meeting that is held is held with everybody whom it needs.
    mutating func made(_ changes: [RecordChange], about child: PupilRef?) -> [RecordChange] {
        var ids: [String: String] = [:]
        for case .put(let record) in changes {
            guard let id = exampleID(record, about: child), ids[id] == nil else { continue }
            count += 1
            ids[id] = "rehearsed-\(count)"
        }
        let whole = changes.map { change -> RecordChange in
            guard case .put(let record) = change else { return change }
            return .put(completed(record.renamed(ids)))
        }
        return whole + whole.flatMap { company($0) }
    }

    /// The id that an example gives to a record; `nil` where it is one that stands on record.
    private func exampleID(_ record: Record, about child: PupilRef?) -> String? {
        let schema = record.kind.schema
        guard let index = record.kind.idColumn.flatMap(schema.index(of:)),
            schema.columns[index].type == .identifier
        else { return nil }
        let id = record.values[index]
        return id.hasPrefix("example") && !isOnRecord(record.key, about: child) ? id : nil
    }

    private func isOnRecord(_ key: RecordKey, about child: PupilRef?) -> Bool {
        let kind = key.kind.definition
        if let list = kind.ofPupil, let child = child.flatMap({ facts.pupils[$0] }),
            list.record(child, key) != nil
        {
            return true
        }
        return kind.ofSchool?.record(facts.school, key) != nil
    }

    // MARK: What goes without saying

    /// The same record with what whoever makes it in life would not leave out.
    private func completed(_ record: Record) -> Record {
        switch record.kind {
        case .roles: named(record)
        case .senReviews: heard(record)
        default: record
        }
    }

    /// A made-up Designated Teacher is a member of staff.
    private func named(_ record: Record) -> Record {
        guard record["person"] == "example",
            record["role"] == Role.Name.designatedTeacher.rawValue
        else { return record }
        let staff = facts.school.staff.filter { $0.span.contains(today) && $0.isTeaching }
        let fit = staff.first { $0.isQualified && $0.isLeader } ?? staff.first
        return fit.map { record.with("person", $0.id) } ?? record
    }

    /// Everybody whom the review of an EHC plan needs is invited and heard.
    private func heard(_ record: Record) -> Record {
        guard SENReview(record).kind == .ehcpReview, record["held_on"] == today.iso,
            let needed = peopleNeeded(record)
        else { return record }
        let roles = needed.compactMap { $0.roles.first?.rawValue }.joined(separator: ";")
        return ["invited", "views"].reduce(record) { row, column in
            row[column].isEmpty ? row.with(column, roles) : row
        }
    }

    /// Those whom a PEP needs, where it is held today: invited, and there.
    private func company(_ change: RecordChange) -> [RecordChange] {
        guard case .put(let record) = change, record.kind == .peps else { return [] }
        let pep = PEP(record)
        guard pep.held(by: today) == today, pep.kind != .review, let needed = peopleNeeded(record),
            let child = record.pupil.flatMap({ facts.pupils[$0] })
        else { return [] }
        let rows = child.pepPeople.filter { $0.pep == pep.id }
        return needed.missing(in: rows, unless: \.tookPart).map { need in
            let row =
                rows.first { need.roles.contains($0.role) }?.record
                ?? .example(
                    .pepPeople,
                    [
                        "pep_id": pep.id, "role": need.roles.first?.rawValue ?? "",
                        "name": "example", "invited_on": today.iso,
                    ])
            return .put(row.with("attended", "yes"))
        }
    }

    private func peopleNeeded(_ record: Record) -> [PersonNeeded]? {
        record.pupil.flatMap { facts.pupils[$0] }.map {
            $0.cohort(under: pack).peopleNeeded(on: today)
        }
    }
}

extension Record {
    /// The same record with other ids wherever it names one of these.
    fileprivate func renamed(_ ids: [String: String]) -> Record {
        var copy = self
        for (index, column) in kind.schema.columns.enumerated() where column.type == .identifier {
            if let id = ids[copy.values[index]] { copy.values[index] = id }
        }
        return copy
    }
}

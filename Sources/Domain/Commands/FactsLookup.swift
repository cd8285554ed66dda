/// The records of facts, with changes made to them: what a new record is checked against.
struct FactsLookup: RecordLookup {
    let facts: Facts
    private let put: [RecordKey: Record]
    private let removed: Set<RecordKey>

    init(_ facts: Facts, changes: [RecordChange] = []) {
        self.facts = facts
        var put: [RecordKey: Record] = [:]
        var removed: Set<RecordKey> = []
        for change in changes {
            switch change {
            case .put(let record):
                put[record.key] = record
                removed.remove(record.key)
            case .remove(let key):
                put[key] = nil
                removed.insert(key)
            case .marks: break
            }
        }
        self.put = put
        self.removed = removed
    }

    func record(_ key: RecordKey) -> Record? {
        if let record = put[key] { return record }
        return removed.contains(key) ? nil : facts.record(key)
    }

    func records(of kind: RecordKind) -> [Record] {
        let stored = facts.records(of: kind).filter {
            put[$0.key] == nil && !removed.contains($0.key)
        }
        return stored + put.values.filter { $0.kind == kind }
    }
}

extension Facts {
    /// The record of this key; `nil` too for kinds that the rules read in another form (marks,
    /// peers) and for contacts about no child.
    public func record(_ key: RecordKey) -> Record? {
        switch key.kind {
        case .pupils: pupils[PupilRef(key.parts[0])]?.pupil.record
        case .status, .professionals, .adults:
            pupils[PupilRef(key.parts[0])]?.records(of: key.kind).first { $0.key == key }
        case .peps, .pepPeople, .targets, .contacts:
            pupils.values.lazy.compactMap { $0.record(key) }.first
        case .school, .terms, .closures, .staff, .roles, .funds, .funding:
            records(of: key.kind).first { $0.key == key }
        case .attendance, .peers: nil
        }
    }

    /// The records of a kind that belongs to the school as a whole.
    func records(of kind: RecordKind) -> [Record] {
        switch kind {
        case .school: school.school.map { [$0.record] } ?? []
        case .terms: school.calendar.terms.map(\.record)
        case .closures: school.calendar.closures.map(\.record)
        case .staff: school.staff.map(\.record)
        case .roles: school.roles.map(\.record)
        case .funds: school.funds.map(\.record)
        case .funding: school.entries.map(\.record)
        case .pupils, .status, .professionals, .adults, .peps, .pepPeople, .targets, .contacts:
            pupils.values.flatMap { $0.records(of: kind) }
        case .attendance, .peers: []
        }
    }
}

extension PupilFacts {
    func records(of kind: RecordKind) -> [Record] {
        switch kind {
        case .pupils: [pupil.record]
        case .status: statuses.map(\.record)
        case .professionals: professionals.map(\.record)
        case .adults: adults.map(\.record)
        case .peps: peps.map(\.record)
        case .pepPeople: pepPeople.map(\.record)
        case .targets: targets.map(\.record)
        case .contacts: contacts.map(\.record)
        case .school, .terms, .closures, .staff, .roles, .attendance, .peers, .funds, .funding: []
        }
    }

    fileprivate func record(_ key: RecordKey) -> Record? {
        records(of: key.kind).first { $0.key == key }
    }
}

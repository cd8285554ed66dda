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
    /// The record of this key; `nil` too for marks, which the rules read in another form, and for
    /// contacts about no child.
    public func record(_ key: RecordKey) -> Record? {
        if key.kind == .pupils { return pupils[PupilRef(key.parts[0])]?.pupil.record }
        // Where the key begins with the child there is no need to look at all of them.
        if key.kind.ofPupil != nil, key.kind.schema.keyColumns.first == key.kind.schema.pupilColumn
        {
            return pupils[PupilRef(key.parts[0])]?.record(key)
        }
        if let own = schoolRecord(key) { return own }
        guard key.kind.ofPupil != nil else { return nil }
        return pupils.values.lazy.compactMap { $0.record(key) }.first
    }

    /// The records of a kind, the school's and every child's; none of marks.
    public func records(of kind: RecordKind) -> [Record] {
        if kind == .pupils { return pupils.values.map(\.pupil.record) }
        guard let slot = kind.ofPupil else { return schoolRecords(of: kind) }
        return schoolRecords(of: kind) + pupils.values.flatMap(slot.records)
    }

    private func schoolRecord(_ key: RecordKey) -> Record? {
        if let slot = key.kind.ofSchool { return slot.record(school, key) }
        return schoolRecords(of: key.kind).first { $0.has(key) }
    }

    private func schoolRecords(of kind: RecordKind) -> [Record] {
        switch kind {
        case .school: school.school.map { [$0.record] } ?? []
        case .terms: school.calendar.terms.map(\.record)
        case .closures: school.calendar.closures.map(\.record)
        default: kind.ofSchool?.records(school) ?? []
        }
    }
}

extension PupilFacts {
    fileprivate func record(_ key: RecordKey) -> Record? {
        key.kind.ofPupil?.record(self, key)
    }
}

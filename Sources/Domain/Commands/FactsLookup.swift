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
        guard let list = key.kind.definition.ofPupil else { return schoolRecord(key) }
        // Where the key names the child there is no need to look at all of them.
        if let pupil = key.pupil { return pupils[pupil].flatMap { list.record($0, key) } }
        return schoolRecord(key) ?? pupils.values.lazy.compactMap { list.record($0, key) }.first
    }

    /// The records of a kind, the school's and every child's; none of marks.
    public func records(of kind: RecordKind) -> [Record] {
        if kind == .pupils { return pupils.values.map(\.pupil.record) }
        guard let list = kind.definition.ofPupil else { return schoolRecords(of: kind) }
        return schoolRecords(of: kind) + pupils.values.flatMap(list.records)
    }

    /// How many rows of a kind are held about a child, marks and the roster's row included.
    public func count(of kind: RecordKind, about child: PupilFacts) -> Int {
        guard kind.definition.owner.isOfChild else { return 0 }
        if kind == .pupils { return 1 }
        if kind == .attendance { return child.marks.values.map(\.days.count).reduce(0, +) }
        if let list = kind.definition.ofPupil { return list.records(child).count }
        return schoolRecords(of: kind).count { $0.pupil == child.ref }
    }

    private func schoolRecord(_ key: RecordKey) -> Record? {
        if let list = key.kind.definition.ofSchool { return list.record(school, key) }
        return schoolRecords(of: key.kind).first { $0.has(key) }
    }

    private func schoolRecords(of kind: RecordKind) -> [Record] {
        if kind.isCalendar { return school.calendar.records.filter { $0.kind == kind } }
        return kind.definition.ofSchool?.records(school) ?? []
    }
}

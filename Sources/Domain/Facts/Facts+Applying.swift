extension Facts {
    /// Facts made of records alone, each key once; records of children who are not among them are
    /// left out.
    ///
    /// - Parameter bankHolidays: England's, from the policy pack.
    public init(records: [Record], bankHolidays: [Day]) {
        let calendar = records.filter { $0.kind.isCalendar }
        self.init(
            school: SchoolFacts(
                calendar: SchoolCalendar(records: calendar, bankHolidays: bankHolidays)))
        for record in records where record.kind == .pupils { put(record) }
        let wholes = Dictionary(
            records.filter { RecordKind.wholes.contains($0.kind) }.map { ($0.key, $0) },
            uniquingKeysWith: { $1 })
        for record in records where record.kind != .pupils {
            add(record, of: record.owner { wholes[$0] })
        }
    }

    /// Adds a record whose key is new.
    private mutating func add(_ record: Record, of owner: PupilRef?) {
        school.note(record)
        if let owner, record.kind.isOfPupil || record.kind == .attendance {
            pupils[owner]?.add(record)
        } else {
            school.add(record)
        }
    }

    /// A copy in which the changes have been made: what a form asks to show what will turn.
    public func applying(_ changes: [RecordChange], bankHolidays: [Day]) -> Facts {
        var copy = self
        copy.make(changes, about: nil, bankHolidays: bankHolidays)
        return copy
    }

    /// Makes changes in place, without a copy of all facts: what a rehearsal does thousands of times.
    ///
    /// - Parameter child: the child whose facts hold the parts of records that name no child
    ///   themselves; no other child has records of these keys.
    mutating func make(_ changes: [RecordChange], about child: PupilRef?, bankHolidays: [Day]) {
        var calendar: [Record]?
        for one in changes {
            switch one {
            case .put(let record) where record.kind.isCalendar:
                let others = (calendar ?? school.calendar.records).filter { $0.key != record.key }
                calendar = others + [record]
            case .remove(let key) where key.kind.isCalendar:
                calendar = (calendar ?? school.calendar.records).filter { $0.key != key }
            case .put(let record): put(record, about: child)
            case .remove(let key): remove(key)
            case .marks(let pupil, let marks): pupils[pupil]?.marks[marks.year] = marks
            }
        }
        if let calendar {
            school.calendar = SchoolCalendar(records: calendar, bankHolidays: bankHolidays)
        }
    }

    private mutating func put(_ record: Record, about child: PupilRef?) {
        guard let child, let list = record.kind.definition.ofPupil,
            record.pupil == child || record.whole != nil
        else { return put(record) }
        change(child) { list.put(&$0, record) }
        school.adviserContacts.remove(record.key)
        school.note(record)
    }

    private mutating func put(_ record: Record) {
        let (kind, key) = (record.kind.definition, record.key)
        if let list = kind.ofPupil {
            let owner = owner(of: record)
            // It may have been another child's, or nobody's, before.
            if record.kind.mayBeNobodys {
                for (ref, facts) in pupils where ref != owner && list.record(facts, key) != nil {
                    change(ref) { list.remove(&$0, key) }
                }
                if owner != nil { kind.ofSchool?.remove(&school, key) }
            }
            change(owner) { list.put(&$0, record) }
            if owner == nil { kind.ofSchool?.put(&school, record) }
        } else if record.kind == .pupils {
            putPupil(Pupil(record))
        } else {
            kind.ofSchool?.put(&school, record)
        }
        school.adviserContacts.remove(key)
        school.note(record)
    }

    private mutating func remove(_ key: RecordKey) {
        if key.kind == .pupils {
            pupils[PupilRef(key.parts[0])] = nil
            school.premiumRolls[PupilRef(key.parts[0])] = nil
        }
        school.adviserContacts.remove(key)
        key.kind.definition.ofSchool?.remove(&school, key)
        guard let list = key.kind.definition.ofPupil else { return }
        for ref in pupils.keys { change(ref) { list.remove(&$0, key) } }
    }

    private mutating func putPupil(_ pupil: Pupil) {
        if pupils[pupil.ref] == nil {
            pupils[pupil.ref] = PupilFacts(pupil: pupil)
        } else {
            pupils[pupil.ref]?.pupil = pupil
        }
    }

    private mutating func change(_ ref: PupilRef?, _ act: (inout PupilFacts) -> Void) {
        guard let ref, var facts = pupils[ref] else { return }
        // Taken out while it changes, so that its arrays are not copied.
        pupils[ref] = nil
        act(&facts)
        pupils[ref] = facts
    }
}

extension RecordKind {
    /// The kinds of which others are parts.
    public static let wholes = Set(
        allCases.compactMap { kind -> RecordKind? in
            if case .part(let whole) = kind.definition.owner { whole } else { nil }
        })

    /// Whether a row may be about no child, though others are about one.
    fileprivate var mayBeNobodys: Bool {
        schema.pupilColumn.map { schema.columns[$0].isOptional } ?? false
    }
}

extension SchoolFacts {
    /// Adds a record of the school whose key is new; the calendar is built apart.
    public mutating func add(_ record: Record) {
        record.kind.definition.ofSchool?.add(&self, record)
    }

    /// Takes in what the school as a whole reads of a child's record: who has pupil premium, and
    /// contacts with the Education Adviser, whose keys must be new.
    public mutating func note(_ record: Record) {
        if record.kind == .pupils {
            let pupil = Pupil(record)
            premiumRolls[pupil.ref] = pupil.ppEligible == true ? pupil.roll : nil
        }
        if record.kind == .contacts,
            record["with"] == Contact.Party.educationAdviser.rawValue
        {
            adviserContacts.append(Contact(record))
        }
    }
}

extension PupilFacts {
    /// Adds a record of this child whose key is new.
    public mutating func add(_ record: Record) {
        if record.kind == .attendance {
            setMarks(record)
        } else {
            record.kind.definition.ofPupil?.add(&self, record)
        }
    }

    private mutating func setMarks(_ row: Record) {
        let day = row.requiredDay("date")
        let year = AcademicYear(of: day)
        marks[year, default: YearMarks(year: year)].set(
            day, am: RegisterCode(row["am"]), pm: RegisterCode(row["pm"]),
            late: Int(row["late_minutes"]))
    }
}

extension Array where Element: FactRow {
    /// Puts a row in the place of the one with its key, or at the end.
    public mutating func put(_ row: Element) {
        let key = row.key
        if let index = firstIndex(where: { $0.record.has(key) }) {
            self[index] = row
        } else {
            append(row)
        }
    }

    mutating func remove(_ key: RecordKey) {
        guard key.kind == Element.kind else { return }
        removeAll { $0.record.has(key) }
    }
}

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
        var owners: [String: PupilRef] = [:]
        for record in records where record.kind == .pupils { put(record) }
        for record in records where record.kind == .peps { owners[record["pep_id"]] = record.pupil }
        for record in records where record.kind != .pupils {
            if record.kind.isOfPEP {
                if let ref = owners[record["pep_id"]] { pupils[ref]?.add(record) }
            } else {
                add(record)
            }
        }
    }

    /// Adds a record whose key is new.
    private mutating func add(_ record: Record) {
        school.note(record)
        if let ref = record.pupil, record.kind.ofPupil != nil || record.kind == .attendance {
            pupils[ref]?.add(record)
        } else {
            school.add(record)
        }
    }

    /// A copy in which the changes have been made: what a form asks to show what will turn.
    public func applying(_ changes: [RecordChange], bankHolidays: [Day]) -> Facts {
        var copy = self
        var calendar = school.calendar.records
        var calendarChanged = false
        for change in changes {
            switch change {
            case .put(let record) where record.kind.isCalendar:
                calendar.removeAll { $0.key == record.key }
                calendar.append(record)
                calendarChanged = true
            case .remove(let key) where key.kind.isCalendar:
                calendar.removeAll { $0.key == key }
                calendarChanged = true
            case .put(let record): copy.put(record)
            case .remove(let key): copy.remove(key)
            case .marks(let pupil, let marks): copy.pupils[pupil]?.marks[marks.year] = marks
            }
        }
        if calendarChanged {
            copy.school.calendar = SchoolCalendar(records: calendar, bankHolidays: bankHolidays)
        }
        return copy
    }

    private mutating func put(_ record: Record) {
        let kind = record.kind
        if kind == .school {
            school.school = School(record)
        } else if kind == .pupils {
            putPupil(Pupil(record))
        } else if kind.isOfPEP {
            change(owner(ofPEP: record["pep_id"])) { kind.ofPupil?.put(&$0, record) }
        } else if kind == .contacts || kind == .meetings {
            putMovable(record)
        } else if kind.ofPupil != nil {
            change(record.pupil) { kind.ofPupil?.put(&$0, record) }
        } else {
            kind.ofSchool?.put(&school, record)
        }
        if kind != .contacts { school.note(record) }
    }

    private mutating func remove(_ key: RecordKey) {
        if key.kind == .school { school.school = nil }
        if key.kind == .pupils {
            pupils[PupilRef(key.parts[0])] = nil
            school.premiumRolls[PupilRef(key.parts[0])] = nil
        }
        if key.kind == .contacts { school.adviserContacts.remove(key) }
        key.kind.ofSchool?.remove(&school, key)
        guard let slot = key.kind.ofPupil else { return }
        for ref in pupils.keys { change(ref) { slot.remove(&$0, key) } }
    }

    private mutating func putPupil(_ pupil: Pupil) {
        if pupils[pupil.ref] == nil {
            pupils[pupil.ref] = PupilFacts(pupil: pupil)
        } else {
            pupils[pupil.ref]?.pupil = pupil
        }
    }

    /// A contact or meeting, which may have been another child's, or nobody's, before.
    private mutating func putMovable(_ record: Record) {
        let holders = pupils.filter { ref, facts in
            ref != record.pupil
                && record.kind.ofPupil?.record(facts, record.key) != nil
        }
        for ref in holders.keys { change(ref) { record.kind.ofPupil?.remove(&$0, record.key) } }
        if record.kind == .contacts {
            school.adviserContacts.remove(record.key)
            school.note(record)
        }
        if record.pupil == nil {
            record.kind.ofSchool?.put(&school, record)
        } else {
            record.kind.ofSchool?.remove(&school, record.key)
            change(record.pupil) { record.kind.ofPupil?.put(&$0, record) }
        }
    }

    private mutating func change(_ ref: PupilRef?, _ act: (inout PupilFacts) -> Void) {
        guard let ref, var facts = pupils[ref] else { return }
        // Taken out while it changes, so that its arrays are not copied.
        pupils[ref] = nil
        act(&facts)
        pupils[ref] = facts
    }

    private func owner(ofPEP id: String) -> PupilRef? {
        pupils.first { $0.value.peps.contains { $0.id == id } }?.key
    }
}

extension RecordKind {
    /// The kinds of which the calendar is built, once for all their rows.
    var isCalendar: Bool { self == .terms || self == .closures }

    /// The kinds whose rows belong to a child through a PEP.
    public var isOfPEP: Bool { self == .pepPeople || self == .targets }
}

extension SchoolFacts {
    /// Adds a record of the school whose key is new; the calendar is built apart.
    public mutating func add(_ record: Record) {
        if record.kind == .school { school = School(record) }
        record.kind.ofSchool?.add(&self, record)
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
            record.kind.ofPupil?.add(&self, record)
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
        if let place = firstIndex(where: { $0.record.has(key) }) {
            self[place] = row
        } else {
            append(row)
        }
    }

    mutating func remove(_ key: RecordKey) {
        guard key.kind == Element.kind else { return }
        removeAll { $0.record.has(key) }
    }
}

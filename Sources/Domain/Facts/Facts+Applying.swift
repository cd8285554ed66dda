extension Facts {
    /// Facts made of records alone, each key once; records of children who are not among them are
    /// left out.
    ///
    /// - Parameter bankHolidays: England's, from the policy pack.
    public init(records: [Record], bankHolidays: [Day]) {
        var byPupil: [PupilRef: PupilFacts] = [:]
        var owners: [String: PupilRef] = [:]
        for record in records where record.kind == .pupils {
            let pupil = Pupil(record)
            byPupil[pupil.ref] = PupilFacts(pupil: pupil)
        }
        for record in records where record.kind == .peps { owners[record["pep_id"]] = record.pupil }
        var school = SchoolFacts(
            calendar: SchoolCalendar(
                records: records.filter { $0.kind == .terms || $0.kind == .closures },
                bankHolidays: bankHolidays))
        for record in records {
            switch record.kind {
            case .school: school.school = School(record)
            case .staff: school.staff.append(StaffMember(record))
            case .roles: school.roles.append(Role(record))
            case .funds: school.funds.append(Fund(record))
            case .funding: school.entries.append(FundEntry(record))
            case .status, .professionals, .adults, .peps, .contacts, .attendance:
                if let ref = record.pupil { byPupil[ref]?.add(record) }
            case .pepPeople, .targets:
                if let ref = owners[record["pep_id"]] { byPupil[ref]?.add(record) }
            // Terms and closures stand in the calendar; peers are read by no core rule.
            case .pupils, .terms, .closures, .peers: break
            }
        }
        self.init(school: school, pupils: byPupil)
    }

    /// A copy in which the changes have been made: what a form asks to show what will turn.
    public func applying(_ changes: [RecordChange], bankHolidays: [Day]) -> Facts {
        var copy = self
        var calendar = school.calendar.records
        var calendarChanged = false
        for change in changes {
            switch change {
            case .put(let record) where record.kind == .terms || record.kind == .closures:
                calendar.removeAll { $0.key == record.key }
                calendar.append(record)
                calendarChanged = true
            case .remove(let key) where key.kind == .terms || key.kind == .closures:
                calendar.removeAll { $0.key == key }
                calendarChanged = true
            case .put(let record): copy.put(record)
            case .remove(let key): copy.remove(key)
            case .marks(let pupil, let marks): copy.pupils[pupil]?.marks[marks.year] = marks
            }
        }
        if calendarChanged { copy.rebuildCalendar(calendar, bankHolidays) }
        return copy
    }

    private mutating func rebuildCalendar(_ records: [Record], _ bankHolidays: [Day]) {
        school.calendar = SchoolCalendar(records: records, bankHolidays: bankHolidays)
    }

    private mutating func put(_ record: Record) {
        switch record.kind {
        case .school: school.school = School(record)
        case .staff: school.staff.put(StaffMember(record))
        case .roles: school.roles.put(Role(record))
        case .funds: school.funds.put(Fund(record))
        case .funding: school.entries.put(FundEntry(record))
        case .pupils: putPupil(Pupil(record))
        case .status: change(record.pupil) { $0.statuses.put(CareStatus(record)) }
        case .professionals: change(record.pupil) { $0.professionals.put(Professional(record)) }
        case .adults: change(record.pupil) { $0.adults.put(SupportingAdult(record)) }
        case .contacts: putContact(Contact(record))
        case .peps: putPEP(PEP(record))
        case .pepPeople:
            change(owner(ofPEP: record["pep_id"])) { $0.pepPeople.put(PEPPerson(record)) }
        case .targets: change(owner(ofPEP: record["pep_id"])) { $0.targets.put(PEPTarget(record)) }
        // The calendar is built once for all its rows; peers are read by no core rule; marks come
        // as whole years.
        case .terms, .closures, .peers, .attendance: break
        }
    }

    private mutating func remove(_ key: RecordKey) {
        switch key.kind {
        case .school: school.school = nil
        case .staff: school.staff.remove(key)
        case .roles: school.roles.remove(key)
        case .funds: school.funds.remove(key)
        case .funding: school.entries.remove(key)
        case .pupils: pupils[PupilRef(key.parts[0])] = nil
        case .status, .professionals, .adults, .peps, .pepPeople, .targets, .contacts:
            for ref in pupils.keys { pupils[ref]?.remove(key) }
        case .terms, .closures, .peers, .attendance: break
        }
    }

    private mutating func putPupil(_ pupil: Pupil) {
        if pupils[pupil.ref] == nil {
            pupils[pupil.ref] = PupilFacts(pupil: pupil)
        } else {
            pupils[pupil.ref]?.pupil = pupil
        }
    }

    private mutating func putContact(_ contact: Contact) {
        for (ref, facts) in pupils
        where ref != contact.record.pupil && facts.contacts.contains(where: { $0.id == contact.id })
        {
            pupils[ref]?.contacts.remove(contact.key)
        }
        change(contact.record.pupil) { $0.contacts.put(contact) }
    }

    private mutating func putPEP(_ pep: PEP) {
        change(pep.record.pupil) { $0.peps.put(pep) }
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

extension PupilFacts {
    /// Adds a record of this child whose key is new.
    public mutating func add(_ record: Record) {
        switch record.kind {
        case .status: statuses.append(CareStatus(record))
        case .professionals: professionals.append(Professional(record))
        case .adults: adults.append(SupportingAdult(record))
        case .peps: peps.append(PEP(record))
        case .pepPeople: pepPeople.append(PEPPerson(record))
        case .targets: targets.append(PEPTarget(record))
        case .contacts: contacts.append(Contact(record))
        case .attendance: setMarks(record)
        case .school, .terms, .closures, .staff, .roles, .pupils, .peers, .funds, .funding: break
        }
    }

    private mutating func setMarks(_ row: Record) {
        let day = row.requiredDay("date")
        let year = AcademicYear(of: day)
        marks[year, default: YearMarks(year: year)].set(
            day, am: RegisterCode(row["am"]), pm: RegisterCode(row["pm"]),
            late: Int(row["late_minutes"]))
    }

    fileprivate mutating func remove(_ key: RecordKey) {
        statuses.remove(key)
        professionals.remove(key)
        adults.remove(key)
        peps.remove(key)
        pepPeople.remove(key)
        targets.remove(key)
        contacts.remove(key)
    }
}

extension Array where Element: FactRow {
    /// Puts a row in the place of the one with its key, or at the end.
    public mutating func put(_ row: Element) {
        if let place = firstIndex(where: { $0.key == row.key }) {
            self[place] = row
        } else {
            append(row)
        }
    }

    fileprivate mutating func remove(_ key: RecordKey) {
        guard key.kind == Element.kind else { return }
        removeAll { $0.key == key }
    }
}

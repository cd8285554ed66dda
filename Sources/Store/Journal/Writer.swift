import Domain

/// Makes the changes of one entry and writes it to the journal; at work inside one transaction.
///
/// Whatever changes the store passes here, and here it is asked whether the actor may.
struct Writer {
    let session: DatabaseSession
    /// The number that this entry will have.
    let change: ChangeNumber
    private let snapshot: Snapshot
    private var touches: [JournalStep] = []
    private var indices: [KeyBytes: Int] = [:]
    private let permission: Permission
    private var settings: [Setting.Change] = []
    private let marks: MarksOnRecord
    /// The numbers that no child gets again; read once a child comes.
    private var numbersLeft: Set<PupilRef>?

    init(_ session: DatabaseSession, _ permission: Permission, _ marks: MarksOnRecord? = nil) throws
    {
        self.session = session
        self.permission = permission
        self.marks = marks ?? MarksOnRecord(session)
        snapshot = Snapshot(session)
        change = try snapshot.lastChange().next
    }

    /// Makes the changes, in their order.
    mutating func make(_ changes: [RecordChange]) throws {
        touches.reserveCapacity(touches.count + changes.count)
        for change in changes {
            switch change {
            case .put(let record):
                if record.kind == .attendance {
                    try putDay(record)
                } else {
                    try put(record, record.key)
                }
            case .remove(let key):
                if key.kind == .attendance { try clearDay(key) } else { try put(nil, key) }
            case .marks(let pupil, let marks):
                try putMarks(MarksKey(pupil, marks.year), marks)
            }
        }
    }

    /// Sets a setting, or takes it back with `nil`.
    mutating func set(_ name: String, _ value: String?) throws {
        let before = try snapshot.setting(name)
        guard before != value else { return }
        settings.append(Setting.Change(name: name, before: before, after: value))
    }

    /// Writes the entry, with the records that differ now from before.
    ///
    /// - Returns: `nil` where none does; then nothing is written.
    func record(
        _ action: String, _ subject: Subject, by: String, at: Instant,
        undoes: ChangeNumber? = nil
    ) throws -> ChangeNumber? {
        let touches = self.touches.filter(\.isChange)
        let lines = touches.map { JournalLine($0) } + settings.map { JournalLine($0) }
        guard !lines.isEmpty else { return nil }
        let row = JournalRow(
            change: change, at: at, by: by, action: action, subject: subject.text, undoes: undoes)
        let pupils = try Owners.pupils(of: touches, session)
        try Journal.append(row, lines, pupils: pupils, session)
        try session.execute(
            "UPDATE pupils SET revision = ? WHERE pupil IN (SELECT value FROM json_each(?))",
            [change.cell, .text(JournalStepText.json(pupils))])
        return change
    }

    private mutating func put(_ record: Record?, _ key: RecordKey) throws {
        let table = RecordTable.of(key.kind)
        let current = try snapshot.stored(key)
        guard JournalStep.differ(record, current) else { return }
        let record = try permission.admit(record, over: current)
        guard JournalStep.differ(record, current) else { return }
        if key.kind == .pupils, current == nil { try refuseFormerNumber(PupilRef(key.parts[0])) }
        if let record {
            try session.execute(table.upsert, table.cells(record, revision: change))
        } else {
            try session.execute(table.delete, key.cells)
        }
        note(
            JournalStep(
                key: key, before: current.map { .record($0) }, after: record.map { .record($0) }))
    }

    private mutating func refuseFormerNumber(_ number: PupilRef) throws {
        let left = try numbersLeft ?? snapshot.numbersLeft()
        numbersLeft = left
        // A child gets the own number back where the change of it is undone.
        if left.contains(number), !permission.isRenumbering {
            throw StoreError.numberTaken(number)
        }
    }

    private mutating func putMarks(_ key: MarksKey, _ marks: YearMarks) throws {
        let current = try self.marks[key] ?? YearMarks(year: key.year)
        guard marks != current else { return }
        try permission.admitMarks(of: key.pupil)
        if marks.bytes.allSatisfy({ $0 == 0 }) {
            try session.execute(AttendanceTable.delete, key.cells)
        } else {
            try session.execute(
                AttendanceTable.upsert, AttendanceTable.cells(key, marks, revision: change))
        }
        self.marks.note(key, marks)
        // A year that was touched before in this entry is compared with what it was at first.
        if let index = indices[KeyBytes(key.recordKey)] {
            let first = MarksDay.replace(
                touches[index].afterDays, by: touches[index].beforeDays, in: current)
            touches[index] = JournalStep(key: key, from: first, to: marks)
        } else {
            note(JournalStep(key: key, from: current, to: marks))
        }
    }

    private mutating func putDay(_ record: Record) throws {
        guard let pupil = record.pupil, let day = Day(iso: record["date"]) else { return }
        try changeMarks(pupil, day) {
            $0.set(
                day, am: RegisterCode(record["am"]), pm: RegisterCode(record["pm"]),
                late: Int(record["late_minutes"]))
        }
    }

    private mutating func clearDay(_ key: RecordKey) throws {
        guard key.parts.count == 2, let day = Day(iso: key.parts[1]) else { return }
        try changeMarks(PupilRef(key.parts[0]), day) { $0.clear(day) }
    }

    private mutating func changeMarks(
        _ pupil: PupilRef, _ day: Day, _ act: (inout YearMarks) -> Void
    ) throws {
        let key = MarksKey(pupil, AcademicYear(of: day))
        var marks = try self.marks[key] ?? YearMarks(year: key.year)
        act(&marks)
        try putMarks(key, marks)
    }

    private mutating func note(_ touch: JournalStep) {
        let key = KeyBytes(touch.key)
        if let index = indices[key] {
            touches[index].after = touch.after
        } else {
            indices[key] = touches.count
            touches.append(touch)
        }
    }
}

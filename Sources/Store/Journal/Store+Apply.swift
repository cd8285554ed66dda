import Domain

extension Store {
    /// Makes all changes of a command as one entry of the journal, or none of them.
    ///
    /// - Returns: the number of the entry; `nil` where everything stood so already, and nothing
    ///   was written.
    /// - Throws: `StoreError.notPermitted` where the actor's roles do not allow all of it,
    ///   `numberTaken` where a child would get the number of another, `movedOn`
    ///   where records are not what the person saw, `dangling` where one would name a record that
    ///   is not there, `locked`, `cannotWrite`.
    public func apply(
        _ command: Command, by actor: Actor, at: Instant
    ) throws -> ChangeNumber? {
        if let numbers = command.renumbering {
            return try renumber(numbers, by: actor, at: at)
        }
        return try connection.write { session in
            let snapshot = Snapshot(session)
            let clearance = try snapshot.clearance(of: actor, at: at)
            let permission = Permission(session, actor, clearance, .recording)
            try permission.admit(command)
            let marks = MarksOnRecord(session)
            try marks.prepare(for: command.changes)
            let encounter = try ConflictCheck(of: command, snapshot, marks, permission)
            guard encounter.conflicts.isEmpty else {
                throw StoreError.movedOn(encounter.conflicts)
            }
            var writer = try Writer(session, permission, marks)
            try writer.make(encounter.changes)
            for (setting, value) in command.settings.sorted(by: { $0.key.name < $1.key.name }) {
                try writer.set(setting.name, value)
            }
            return try writer.record(command.action, command.subject, by: actor.login, at: at)
        } dangling: { session in
            try DanglingReference.first(session)?.error
        }
    }

    /// Puts on record that somebody looked at a page about somebody.
    ///
    /// - Throws: `StoreError.lookNotOnRecord`; the page can be shown all the same.
    @discardableResult
    public func look(
        at subject: Subject, page: String, told: (AcademicYear, Telling)? = nil, by actor: Actor,
        at: Instant
    ) throws -> ChangeNumber {
        if known != nil {
            return try present.look(at: subject, page: page, told: told, by: actor, at: at)
        }
        do {
            return try connection.write { session in
                let change = try Snapshot(session).lastChange().next
                let row = JournalRow(
                    change: change, at: at, by: actor.login, action: HistoryEntry.look,
                    subject: subject.text, page: page)
                let lines = told.map { [JournalLine(Setting.Change(telling: $1, of: $0))] } ?? []
                try Journal.append(
                    row, lines, pupils: subject.pupil.map { [$0.text] } ?? [], session)
                return change
            }
        } catch StoreError.cannotWrite(_, let why) {
            throw StoreError.lookNotOnRecord(path: path, why: why)
        } catch StoreError.locked {
            throw StoreError.lookNotOnRecord(path: path, why: "another program is writing to it")
        }
    }
}

/// A record that names one which is not there.
struct DanglingReference {
    let key: RecordKey
    let column: String
    let target: RecordKey

    var error: StoreError { .dangling(key: key, column: column, target: target) }

    /// The first there is, by kind and column. SQLite knows only that there is one.
    static func first(_ session: DatabaseSession) throws -> DanglingReference? {
        for kind in RecordKind.allCases {
            let schema = kind.schema
            for column in schema.columns {
                guard let target = column.reference,
                    let targetColumn = target.schema.columns.first(where: \.isKey)
                else { continue }
                let keys =
                    kind == .attendance
                    ? ["pupil", "year"] : schema.keyNames
                let list = (keys + [column.name]).map { "child.\"\($0)\"" }.joined(separator: ", ")
                let sql = """
                    SELECT \(list) FROM \(kind.rawValue) child
                    WHERE child."\(column.name)" IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM \(target.rawValue) parent
                        WHERE parent."\(targetColumn.name)" = child."\(column.name)"
                    ) LIMIT 1
                    """
                let found = try session.first(sql) { row in
                    DanglingReference(
                        key: RecordKey(kind: kind, parts: keys.indices.map { row.text($0) }),
                        column: column.name,
                        target: RecordKey(kind: target, parts: [row.text(keys.count)]))
                }
                if let found { return found }
            }
        }
        return nil
    }
}

import Domain

/// Finds the children whom touched records are about, before or after: where a record is a part of
/// another, by that one as it stands or as it last stood.
final class Owners {
    private let session: DatabaseSession
    /// Of records that others are a part of.
    private var known: [RecordKey: Set<PupilRef>] = [:]

    init(_ session: DatabaseSession) { self.session = session }

    /// The children whom the records of one change are about, by reference.
    static func pupils(of touches: [JournalStep], _ session: DatabaseSession) throws -> [String] {
        let owners = Owners(session)
        for touch in touches where RecordKind.wholes.contains(touch.key.kind) {
            owners.known[touch.key] = try owners.pupils(of: touch)
        }
        return try touches.reduce(into: Set()) { $0.formUnion(try owners.pupils(of: $1)) }
            .map(\.text).sorted()
    }

    /// The children whom one touched record is about.
    func pupils(of touch: JournalStep) throws -> Set<PupilRef> {
        if let key = MarksKey(touch.key) { return [key.pupil] }
        return try [touch.before?.record, touch.after?.record].compactMap { $0 }
            .reduce(into: []) { $0.formUnion(try pupils(of: $1)) }
    }

    /// The same in SQL, by what stands now: the child of a `line` of the journal.
    static let ofLine: String = {
        let record = "coalesce(line.after, line.before)"
        let parts = RecordKind.allCases.compactMap { kind -> String? in
            guard case .part(let whole) = kind.definition.owner, let id = whole.idColumn,
                let way = whole.wayToPupil
            else { return nil }
            return """
                WHEN '\(kind.rawValue)' THEN (
                    SELECT \(way.column) FROM \(whole.rawValue)\(way.joins)
                    WHERE \(whole.rawValue).\(id) = json_extract(\(record), '$.\(id)')
                )
                """
        }
        // A key of marks begins with the child.
        return """
            CASE line.kind
            WHEN 'attendance' THEN substr(line.key, 1, instr(line.key, char(31)) - 1)
            \(parts.joined(separator: "\n"))
            ELSE json_extract(\(record), '$.pupil') END
            """
    }()

    private func pupils(of record: Record) throws -> Set<PupilRef> {
        guard let whole = record.whole else { return record.pupil.map { [$0] } ?? [] }
        if let known = known[whole] { return known }
        let found = try lastStood(whole).map(pupils) ?? []
        known[whole] = found
        return found
    }

    private func lastStood(_ key: RecordKey) throws -> Record? {
        if let stands = try Snapshot(session).stored(key) { return stands }
        return try session.first(
            """
            SELECT before FROM journal_records WHERE kind = ? AND key = ?
            AND before IS NOT NULL ORDER BY change DESC LIMIT 1
            """, [.text(key.kind.rawValue), .text(JournalStepText.text(key))]
        ) { try JournalStepText.state(key.kind, $0.cell(0))?.record } ?? nil
    }
}

import Domain

/// Finds the children whom touched records are about: by the record, or by the PEP that it is a
/// part of, as that stands or as it last stood.
final class OwnersOfPEPs {
    private let session: Session
    private var owners: [String: Set<String>] = [:]

    init(_ session: Session) { self.session = session }

    /// The children whom the records are about, before or after, by reference.
    static func pupils(of touches: [Touch], _ session: Session) throws -> [String] {
        let owners = OwnersOfPEPs(session)
        for touch in touches where touch.key.kind == .peps { owners.learn(touch) }
        var pupils: Set<String> = []
        for touch in touches { pupils.formUnion(try owners.pupils(of: touch)) }
        return pupils.sorted()
    }

    /// The children whom one touched record is about.
    func pupils(of touch: Touch) throws -> Set<String> {
        if let key = MarksKey(touch.key) { return [key.pupil.text] }
        var pupils: Set<String> = []
        for record in [touch.before?.record, touch.after?.record] {
            guard let record else { continue }
            if let pupil = record.pupil {
                pupils.insert(pupil.text)
            } else if record.kind == .pepPeople || record.kind == .targets {
                pupils.formUnion(try owners(ofPEP: record["pep_id"]))
            }
        }
        return pupils
    }

    private func learn(_ touch: Touch) {
        for record in [touch.before?.record, touch.after?.record] {
            if let record, let pupil = record.pupil {
                owners[record["pep_id"], default: []].insert(pupil.text)
            }
        }
    }

    private func owners(ofPEP id: String) throws -> Set<String> {
        if let known = owners[id] { return known }
        let key = RecordKey(kind: .peps, parts: [id])
        var found = (try Snapshot(session).stored(key)).map { [$0["pupil"]] } ?? []
        if found.isEmpty {
            found =
                try session.first(
                    """
                    SELECT before FROM journal_records WHERE kind = 'peps' AND key = ?
                    AND before IS NOT NULL ORDER BY change DESC LIMIT 1
                    """, [.text(TouchText.text(key))]
                ) { try TouchText.state(.peps, $0.cell(0))?.record.map { [$0["pupil"]] } ?? [] }
                ?? []
        }
        owners[id] = Set(found)
        return Set(found)
    }
}

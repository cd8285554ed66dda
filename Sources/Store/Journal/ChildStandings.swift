import Domain

/// How the children of records stand to a person, and what the person sees of those records: each
/// child is looked up once, however many records are about it.
///
/// Whatever leaves a store record by record passes `sight(of:)`.
public final class ChildStandings {
    private let snapshot: Snapshot
    private let clearance: Clearance
    private var known: [PupilRef: ChildStanding] = [:]
    private var onRecord: [PupilRef: Bool] = [:]
    /// The records that others are a part of; `nil` for one that is gone.
    private var wholes: [RecordKey: Record?] = [:]

    public init(_ snapshot: Snapshot, _ clearance: Clearance) {
        self.snapshot = snapshot
        self.clearance = clearance
    }

    /// The record as the person may see it; `nil` where it is not for them. Of a child who is no
    /// longer on record, and of a part of what is gone, the least is seen.
    public func sight(of record: Record) throws -> Record? {
        if clearance.seesEverything { return record }
        let child = try owner(of: record).flatMap { try holds($0) ? of($0) : nil }
        return clearance.sight(of: record, child: child)
    }

    /// Whether the person sees the marks of a child.
    public func seesMarks(of pupil: PupilRef) throws -> Bool {
        try clearance.seesEverything
            || clearance.sees(RecordKind.attendance.topic, of: of(pupil))
    }

    func of(_ pupil: PupilRef) throws -> ChildStanding {
        if let standing = known[pupil] { return standing }
        let standing = try snapshot.standing(of: pupil, to: clearance)
        known[pupil] = standing
        return standing
    }

    /// Whom a record is about; `nil` where it is about no child, or a part of what is gone.
    func owner(of record: Record) throws -> PupilRef? {
        try record.owner { key in
            if let whole = wholes[key] { return whole }
            let whole = try snapshot.stored(key)
            wholes[key] = .some(whole)
            return whole
        }
    }

    /// Keeps whose the parts of a record are that is about to go or to change hands.
    func keep(_ record: Record) {
        if RecordKind.wholes.contains(record.kind), wholes[record.key] == nil {
            wholes[record.key] = .some(record)
        }
    }

    /// Whether a child is on record still.
    private func holds(_ pupil: PupilRef) throws -> Bool {
        if let isThere = onRecord[pupil] { return isThere }
        let isThere = try snapshot.stored(RecordKey(kind: .pupils, parts: [pupil.text])) != nil
        onRecord[pupil] = isThere
        return isThere
    }
}

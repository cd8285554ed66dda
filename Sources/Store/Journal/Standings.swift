import Domain

/// How children stand to a person: each is looked up once, however many records are about them.
struct Standings {
    private let snapshot: Snapshot
    private let clearance: Clearance
    private var known: [PupilRef: ChildStanding] = [:]
    private var onRecord: [PupilRef: Bool] = [:]
    /// Whose a PEP is; of one that is gone nobody knows.
    private var owners: [String: PupilRef?] = [:]

    init(_ snapshot: Snapshot, _ clearance: Clearance) {
        self.snapshot = snapshot
        self.clearance = clearance
    }

    mutating func of(_ pupil: PupilRef) throws -> ChildStanding {
        if let standing = known[pupil] { return standing }
        let standing = try snapshot.standing(of: pupil, to: clearance)
        known[pupil] = standing
        return standing
    }

    /// Whom a record is about; `nil` where it is about no child, or a part of a PEP that is gone.
    mutating func owner(of record: Record) throws -> PupilRef? {
        guard record.kind.isOfPEP else { return record.pupil }
        let id = record["pep_id"]
        if let owner = owners[id] { return owner }
        let owner = try snapshot.stored(RecordKey(kind: .peps, parts: [id]))?.pupil
        owners[id] = .some(owner)
        return owner
    }

    /// Whether a child is on record still.
    mutating func holds(_ pupil: PupilRef) throws -> Bool {
        if let isThere = onRecord[pupil] { return isThere }
        let isThere = try snapshot.stored(RecordKey(kind: .pupils, parts: [pupil.text])) != nil
        onRecord[pupil] = isThere
        return isThere
    }
}

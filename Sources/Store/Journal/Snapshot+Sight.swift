import Domain

extension Snapshot {
    /// The records that an entry touched, as a person may see them; those that are not for this
    /// person are left out.
    ///
    /// A child who is no longer on record is taken for one of whom the least is seen.
    ///
    /// - Parameter pupil: of an import only that child's.
    /// - Throws: `StoreError.noSuchChange`.
    public func records(
        touchedBy change: ChangeNumber, of pupil: PupilRef? = nil, seenBy clearance: Clearance
    ) throws -> [TouchedRecord] {
        let touched =
            if let pupil { try records(touchedBy: change, of: pupil) } else {
                try records(touchedBy: change)
            }
        return try visible(touched, to: clearance)
    }

    /// Touched records as a person may see them; those that are not for this person are left out.
    public func visible(
        _ touched: [TouchedRecord], to clearance: Clearance
    ) throws -> [TouchedRecord] {
        guard !clearance.seesEverything else { return touched }
        var standings = Standings(self, clearance)
        return try touched.compactMap { touch in
            let sides = [touch.before, touch.after]
            let seen = try sides.map { side in
                try side.flatMap { record in
                    clearance.sight(of: record, child: try standings.of(record))
                }
            }
            // The key of what is seen: a key can hold a name.
            guard let key = seen.compactMap({ $0?.key }).last else { return nil }
            return TouchedRecord(key: key, before: seen[0], after: seen[1])
        }
    }

    /// Records as a person may see them; those that are not for this person are left out.
    public func visible(_ records: [Record], to clearance: Clearance) throws -> [Record] {
        guard !clearance.seesEverything else { return records }
        var standings = Standings(self, clearance)
        return try records.compactMap {
            clearance.sight(of: $0, child: try standings.of($0))
        }
    }
}

/// How children stand to a person: each is looked up once, however many records are about them.
private struct Standings {
    private let snapshot: Snapshot
    private let clearance: Clearance
    private var known: [PupilRef: ChildStanding] = [:]
    /// Whose a PEP is; of one that is gone nobody knows.
    private var owners: [String: PupilRef?] = [:]

    init(_ snapshot: Snapshot, _ clearance: Clearance) {
        self.snapshot = snapshot
        self.clearance = clearance
    }

    /// `nil` for a record that is about no child.
    mutating func of(_ record: Record) throws -> ChildStanding? {
        if record.kind.isOfPEP {
            return try owner(ofPEP: record["pep_id"]).map { try of($0) } ?? .least
        }
        return try record.pupil.map { try of($0) }
    }

    private mutating func owner(ofPEP id: String) throws -> PupilRef? {
        if let owner = owners[id] { return owner }
        let owner = try snapshot.stored(RecordKey(kind: .peps, parts: [id]))?.pupil
        owners[id] = .some(owner)
        return owner
    }

    private mutating func of(_ pupil: PupilRef) throws -> ChildStanding {
        if let standing = known[pupil] { return standing }
        let isOnRecord = try snapshot.stored(RecordKey(kind: .pupils, parts: [pupil.text])) != nil
        let standing = isOnRecord ? try snapshot.standing(of: pupil, to: clearance) : .least
        known[pupil] = standing
        return standing
    }
}

extension ChildStanding {
    fileprivate static let least = ChildStanding(isOwn: false, isKnown: false, isAdopted: true)
}

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
    ) throws -> [RecordStep] {
        let touched =
            if let pupil { try records(touchedBy: change, of: pupil) } else {
                try records(touchedBy: change)
            }
        return try visible(touched, to: clearance)
    }

    /// An entry with what it did to each record, as a person may see it: what a record was is shown as
    /// it would be now.
    ///
    /// - Parameter pupil: of an import only that child's.
    public func detailed(
        _ entry: HistoryEntry, of pupil: PupilRef? = nil, seenBy clearance: Clearance
    ) throws -> HistoryEntry {
        entry.page == nil
            ? entry.with(
                try records(touchedBy: entry.change, of: pupil, seenBy: clearance)) : entry
    }

    /// An undo or redo with as much of what comes back as a person may see.
    public func visible(_ reversal: Reversal, to clearance: Clearance) throws -> Reversal {
        reversal.with(try visible(reversal.steps, to: clearance))
    }

    /// Touched records as a person may see them; those that are not for this person are left out.
    public func visible(
        _ touched: [RecordStep], to clearance: Clearance
    ) throws -> [RecordStep] {
        guard !clearance.seesEverything else { return touched }
        let standings = ChildStandings(self, clearance)
        return try touched.compactMap { touch in
            let sides = [touch.before, touch.after]
            let seen = try sides.map { side in
                try side.flatMap { try standings.sight(of: $0) }
            }
            // The key of what is seen: a key can hold a name.
            guard let key = seen.compactMap({ $0?.key }).last else { return nil }
            return RecordStep(key: key, before: seen[0], after: seen[1])
        }
    }

    /// Records as a person may see them; those that are not for this person are left out.
    public func visible(_ records: [Record], to clearance: Clearance) throws -> [Record] {
        guard !clearance.seesEverything else { return records }
        let standings = ChildStandings(self, clearance)
        return try records.compactMap { try standings.sight(of: $0) }
    }
}

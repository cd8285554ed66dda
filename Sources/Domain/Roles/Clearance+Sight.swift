// What is taken away before anything is shown: a page cannot show what it never received.
extension Clearance {
    /// Stands where a name is not for this person and the row is.
    public static let withheld = "name withheld"

    /// The record as this person may see it, or `nil` where its kind or its child is not for them.
    ///
    /// - Parameter child: the child whom it is about; `nil` for what is about no child, and where
    ///   there is none to be found: of that the least is seen.
    public func sight(of record: Record, child: ChildStanding?) -> Record? {
        guard !seesEverything else { return record }
        let isOfChild = record.pupil != nil || record.whole != nil
        let child = child ?? (isOfChild ? .least : nil)
        guard sees(record.kind.topic, of: child) else { return nil }
        let kind = record.kind.definition
        if let origins = kind.origins, origins.holds(record), hidesOrigins(of: child) { return nil }
        var sight = record
        for (index, column) in kind.schema.columns.enumerated() where !record.values[index].isEmpty
        {
            if let mask = mask(column, of: record, child) { sight.values[index] = mask }
        }
        return sight
    }

    /// What stands in the place of a text that is not for this person; `nil` where the text is.
    func mask(_ column: Column, of record: Record, _ child: ChildStanding?) -> String? {
        guard sees(record.topic(of: column), of: child) else { return "" }
        guard let origins = column.origins, hidesOrigins(of: child) else { return nil }
        return origins.mask(of: record)
    }

    private func hidesOrigins(of child: ChildStanding?) -> Bool {
        guard let child, child.isAdopted else { return false }
        return !sees(.origins, of: child)
    }

    /// A child's facts as this person may see them, and whether anything was taken away; `nil` where
    /// the child is not for them.
    public func sight(of pupil: PupilFacts) -> (facts: PupilFacts, isWhole: Bool)? {
        guard !seesEverything else { return (pupil, true) }
        let child = standing(pupil)
        guard let identity = sight(of: pupil.pupil.record, child: child) else { return nil }
        var sight = PupilFacts(pupil: Pupil(identity))
        sight.revision = pupil.revision
        var isWhole = identity == pupil.pupil.record
        for kind in RecordKind.allCases {
            guard let list = kind.definition.ofPupil else { continue }
            if !take(list, of: pupil, into: &sight, child: child) { isWhole = false }
        }
        if sees(.register, of: child) {
            sight.marks = pupil.marks
        } else if !pupil.marks.isEmpty {
            isWhole = false
        }
        return (sight, isWhole)
    }

    /// What all children share, as this person may see it. The calendar is for whoever holds a role,
    /// and every date is counted with it.
    public func sight(of school: SchoolFacts) -> SchoolFacts {
        guard !seesEverything else { return school }
        var sight = SchoolFacts(calendar: school.calendar)
        if isNothing { return sight }
        // Whoever sees money sees that of every child; a test holds the table to it.
        for kind in RecordKind.allCases {
            guard let list = kind.definition.ofSchool else { continue }
            _ = take(list, of: school, into: &sight, child: nil)
        }
        // Of all children or of none: a part would tell who is among them.
        if reach(.contacts) == .everyone {
            sight.adviserContacts = school.adviserContacts.compactMap { contact in
                self.sight(of: contact.record, child: nil).map { Contact($0) }
            }
        }
        if reach(.eligibility) == .everyone { sight.premiumRolls = school.premiumRolls }
        return sight
    }

    /// Gives `sight` the rows of one file as this person may see them, and says whether that is all.
    ///
    /// Rows that are seen whole are taken as they stand: to read them anew costs more.
    private func take<Root>(
        _ list: RowList<Root>, of root: Root, into sight: inout Root, child: ChildStanding?
    ) -> Bool {
        let records = list.records(root)
        let seen = records.map { self.sight(of: $0, child: child) }
        if zip(records, seen).allSatisfy({ $0 == $1 }) {
            list.copy(root, &sight)
            return true
        }
        for record in seen.compactMap({ $0 }) { list.add(&sight, record) }
        return false
    }

    /// All facts as this person may see them.
    public func sight(of facts: Facts) -> Facts {
        guard !seesEverything else { return facts }
        return Facts(
            school: sight(of: facts.school),
            pupils: facts.pupils.compactMapValues { sight(of: $0)?.facts })
    }
}

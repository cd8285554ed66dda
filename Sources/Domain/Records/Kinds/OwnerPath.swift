/// The way from the rows of a kind to whom they are about.
public enum OwnerPath: Hashable, Sendable {
    /// The child in the column `pupil`; where that may be empty, an empty one is the school's.
    case pupil
    /// The child of the record that a column names by its id: a target is its PEP's child's.
    case part(of: RecordKind)
    /// A member of staff, the row's own.
    case staff
    /// No child.
    case school

    /// Whether rows are, or can be, about a child.
    public var isOfChild: Bool {
        switch self {
        case .pupil, .part: true
        case .staff, .school: false
        }
    }

    /// The column that names the child, or the record that the row is a part of.
    public var column: String? {
        switch self {
        case .pupil: "pupil"
        case .part(let whole): whole.idColumn
        case .staff, .school: nil
        }
    }
}

extension Record {
    /// The child that the record itself names.
    public var pupil: PupilRef? {
        guard let index = kind.schema.pupilColumn, !values[index].isEmpty else { return nil }
        return PupilRef(values[index])
    }

    /// The record that this one is a part of, by whose child it is seen and changed.
    public var whole: RecordKey? {
        guard case .part(let whole) = kind.definition.owner, let column = whole.idColumn else {
            return nil
        }
        return RecordKey(kind: whole, parts: [self[column]])
    }

    /// The child whom the record is about; `nil` where it is about none, or where the record that it
    /// is a part of is not to be found.
    ///
    /// - Parameter find: looks for the record that this one is a part of.
    public func owner(_ find: (RecordKey) throws -> Record?) rethrows -> PupilRef? {
        guard let whole else { return pupil }
        return try find(whole)?.owner(find)
    }
}

extension RecordKey {
    /// The text of a column of the key; `nil` of another.
    public subscript(_ column: String) -> String? {
        kind.schema.keyNames.firstIndex(of: column).map { parts[$0] }
    }

    /// The child, where the key names one.
    public var pupil: PupilRef? { self["pupil"].map { PupilRef($0) } }

    /// The record that the one of this key is a part of, where the key names it.
    var whole: RecordKey? {
        guard case .part(let whole) = kind.definition.owner,
            let id = whole.idColumn.flatMap({ self[$0] })
        else { return nil }
        return RecordKey(kind: whole, parts: [id])
    }
}

extension Facts {
    /// The child whom a record is about; `nil` where it is about none.
    public func owner(of record: Record) -> PupilRef? { record.owner(self.record) }

    /// Whom a record is about: a child, a member of staff, a fund, or the school.
    func subject(of record: Record) -> Subject {
        if let pupil = owner(of: record) { return .pupil(pupil) }
        if record.kind.definition.owner == .staff { return .staff(record["staff"]) }
        return record["fund_id"].isEmpty ? .school : .fund(record["fund_id"])
    }
}

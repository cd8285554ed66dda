import Domain

/// The rows of a bundle (marks apart), and the store as it will be with them.
struct BundleRows<Existing: ExistingRecords>: RecordLookup {
    struct Row {
        let record: Record
        let line: Int
        /// Whether its fields are good. A faulty row still counts for the references of others, so
        /// that one mistake is not listed a hundred times.
        let isGood: Bool
    }

    private let existing: Existing
    /// Whether what the bundle lacks goes.
    private let replaces: Bool
    private(set) var rows: [RecordKind: [Row]] = [:]
    private var indices: [RecordKey: Int] = [:]

    init(over existing: Existing, replaces: Bool) {
        self.existing = existing
        self.replaces = replaces
    }

    /// Adds a row; where its key is taken, nothing is added and the line of the first is returned.
    mutating func add(_ row: Row) -> Int? {
        let (kind, key) = (row.record.kind, row.record.key)
        if let index = indices[key] { return rows[kind]?[index].line }
        indices[key] = rows[kind]?.count ?? 0
        rows[kind, default: []].append(row)
        return nil
    }

    func holds(_ key: RecordKey) -> Bool { indices[key] != nil }

    func record(_ key: RecordKey) -> Record? {
        if let index = indices[key] { return rows[key.kind]?[index].record }
        return replaces ? nil : existing.record(key)
    }

    func records(of kind: RecordKind) -> [Record] {
        let own = (rows[kind] ?? []).map(\.record)
        return replaces ? own : own + existing.records(of: kind).filter { !holds($0.key) }
    }

    func line(of key: RecordKey) -> Int? {
        indices[key].flatMap { rows[key.kind]?[$0].line }
    }
}

extension BundleRows {
    /// Adds what is wrong between the rows.
    ///
    /// - Parameter lost: kinds of which a row could not be read at all: a reference to one of them
    ///   is given the benefit of the doubt.
    func check(codes: RegisterCodeTable, lost: Set<RecordKind>, faults: inout RowMessages) {
        for kind in RecordKind.allCases {
            let references = Dictionary(
                uniqueKeysWithValues: kind.schema.columns.map { ($0.name, $0.reference) })
            for row in rows[kind] ?? [] where row.isGood {
                for fault in row.record.faults(in: self, codes: codes) {
                    if let target = references[fault.column] ?? nil, lost.contains(target),
                        record(RecordKey(kind: target, parts: [fault.found])) == nil
                    {
                        continue
                    }
                    faults.add(RowMessage(kind, row.line, fault))
                }
            }
        }
        checkSpendsThatStay(codes, &faults)
    }

    /// A commitment of the store that the bundle changes into something else is still settled by
    /// the store's spends.
    private func checkSpendsThatStay(_ codes: RegisterCodeTable, _ faults: inout RowMessages) {
        guard !replaces, rows[.funding] != nil else { return }
        for spend in existing.records(of: .funding).sorted(by: { $0.key < $1.key })
        where !holds(spend.key) {
            let commitment = RecordKey(kind: .funding, parts: [spend["commitment"]])
            guard let line = line(of: commitment), !spend.faults(in: self, codes: codes).isEmpty
            else { continue }
            faults.add(
                RowMessage(
                    RecordKind.funding.file, line, "kind",
                    "is settled by entry \(spend.key) as a commitment of fund \(spend["fund_id"])",
                    record(commitment)?["kind"]))
        }
    }

    /// What is odd and is no fault: a wrong check letter, two rows of one status that overlap.
    func notices() -> RowMessages {
        var notices = RowMessages()
        for row in rows[.pupils] ?? [] {
            guard let upn = UPN(row.record["upn"]), !upn.hasRightCheckLetter else { continue }
            notices.add(
                RowMessage(
                    RecordKind.pupils.file, row.line, "upn", "has a wrong check letter", upn.text))
        }
        noteOverlaps(&notices)
        return notices
    }

    private func noteOverlaps(_ notices: inout RowMessages) {
        guard let own = rows[.status], !own.isEmpty else { return }
        let groups = Dictionary(grouping: records(of: .status)) { [$0["pupil"], $0["status"]] }
        for row in own {
            let record = row.record
            let others = groups[[record["pupil"], record["status"]]] ?? []
            let clash = others.filter { other in
                // Of two rows the later is named; of a row and one of the store, the row.
                guard other.key != record.key, record.overlaps(other) else { return false }
                return other.key < record.key || !holds(other.key)
            }.min { $0.key < $1.key }
            guard let clash else { continue }
            notices.add(
                RowMessage(
                    RecordKind.status.file, row.line, "from",
                    "overlaps the row of the same status from \(clash["from"]); they count once",
                    record["from"]))
        }
    }
}

extension Record {
    /// Whether two rows with `from` and `to` share a day. Dates of this form sort as texts.
    fileprivate func overlaps(_ other: Record) -> Bool {
        (self["to"].isEmpty || other["from"] <= self["to"])
            && (other["to"].isEmpty || self["from"] <= other["to"])
    }
}

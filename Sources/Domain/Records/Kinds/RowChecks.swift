extension Record {
    /// What is wrong between the columns of one row (bundle/README, "Also bad data").
    var rowFaults: [FieldFault] {
        order("from", "to", "is before from") + (kind.definition.check?(self) ?? [])
    }

    /// A fault where the day of the second column lies before that of the first.
    func order(_ first: String, _ second: String, _ problem: String) -> [FieldFault] {
        guard let start = day(first), let end = day(second), end < start else { return [] }
        return [FieldFault(column: second, problem: problem, found: end.iso)]
    }

    /// A suspension counts its days; a permanent exclusion has none; who is kept off site, or moves
    /// school by agreement, may have some. A case has up to three reasons.
    var suspensionFaults: [FieldFault] {
        var faults: [FieldFault] = []
        switch word("kind", as: Suspension.Kind.self) {
        case .permanent where !self["days"].isEmpty:
            faults.append(
                FieldFault(
                    column: "days", problem: "stands with a permanent exclusion",
                    found: self["days"]))
        case .suspension where self["days"].isEmpty, .lunchtime where self["days"].isEmpty:
            faults.append(FieldFault(column: "days", problem: "is missing", found: ""))
        case .permanent, .suspension, .lunchtime, .separation, .managedMove: break
        }
        if list("reasons").count > Suspension.Reason.most {
            faults.append(
                FieldFault(
                    column: "reasons", problem: "names more than three reasons",
                    found: self["reasons"]))
        }
        return faults
    }

    /// A time is that of the day for which something is planned.
    var timeFaults: [FieldFault] {
        guard !self["time"].isEmpty, day("planned_for") == nil else { return [] }
        return [
            FieldFault(column: "time", problem: "stands without planned_for", found: self["time"])
        ]
    }

    var pepFaults: [FieldFault] {
        var faults = timeFaults
        if day("completed_on") != nil, day("held_on") == nil {
            faults.append(
                FieldFault(
                    column: "completed_on", problem: "stands without held_on",
                    found: self["completed_on"]))
        }
        if day("sent_on") != nil, day("held_on") == nil {
            faults.append(
                FieldFault(
                    column: "sent_on", problem: "stands without held_on", found: self["sent_on"]))
        }
        if day("returned_on") != nil, day("sent_on") == nil {
            faults.append(
                FieldFault(
                    column: "returned_on", problem: "stands without sent_on",
                    found: self["returned_on"]))
        }
        if day("planned_for") == nil, day("held_on") == nil, flag("cancelled") != true {
            faults.append(
                FieldFault(
                    column: "planned_for",
                    problem: "is missing, as is held_on; a PEP that is not "
                        + "cancelled needs one of them", found: ""))
        }
        return faults
    }
}

/// The records that a new or changed record is checked against: those of the store as it will be.
public protocol RecordLookup {
    /// The record of this key, or `nil`.
    func record(_ key: RecordKey) -> Record?
    /// All records of a kind; only asked for kinds of which a school has few (terms).
    func records(of kind: RecordKind) -> [Record]
}

extension Record {
    /// What is wrong between this record and the others: dangling references, overlapping terms, a
    /// spend on something that is no commitment of its fund, a register code out of its dates.
    public func faults(in others: some RecordLookup, codes: RegisterCodeTable) -> [FieldFault] {
        danglingReferences(in: others)
            + (kind.definition.checkAmong?(self, others, codes) ?? [])
    }

    /// The columns that name a record which is not there.
    func danglingReferences(in others: some RecordLookup) -> [FieldFault] {
        zip(kind.schema.columns, values).compactMap { column, value in
            guard let target = column.reference, !value.isEmpty,
                others.record(RecordKey(kind: target, parts: [value])) == nil
            else { return nil }
            return FieldFault(
                column: column.name, problem: target.notFound, found: value)
        }
    }

    /// A profile that was read is that of a child on record.
    func profileFaults(in others: any RecordLookup) -> [FieldFault] {
        let what = self["what"]
        guard let pupil = Acknowledgement.pupil(ofProfile: what),
            others.record(RecordKey(kind: .pupils, parts: [pupil.text])) == nil
        else { return [] }
        return [
            FieldFault(column: "what", problem: RecordKind.pupils.notFound, found: what)
        ]
    }

    func overlappingTerms(in others: any RecordLookup) -> [FieldFault] {
        guard let start = day("start"), let end = day("end") else { return [] }
        let clash = others.records(of: .terms).first { other in
            guard other.key != key, let first = other.day("start"), let last = other.day("end")
            else { return false }
            return first <= end && start <= last
        }
        guard let clash else { return [] }
        return [
            FieldFault(
                column: "start", problem: "makes the term overlap \(clash.key)", found: start.iso)
        ]
    }

    func commitmentFaults(in others: any RecordLookup) -> [FieldFault] {
        guard let commitment = text("commitment"),
            let entry = others.record(RecordKey(kind: .funding, parts: [commitment]))
        else { return [] }
        if entry["kind"] == "commitment", entry["fund_id"] == self["fund_id"] { return [] }
        return [
            FieldFault(
                column: "commitment", problem: "is no commitment of fund \(self["fund_id"])",
                found: commitment)
        ]
    }

    /// An action comes from a PEP or from a meeting on record.
    func originFaults(in others: any RecordLookup) -> [FieldFault] {
        let kinds: [RecordKind] = [.peps, .meetings]
        guard let origin = text("from"),
            !kinds.contains(where: {
                others.record(RecordKey(kind: $0, parts: [origin])) != nil
            })
        else { return [] }
        return [
            FieldFault(
                column: "from", problem: "is no PEP and no meeting on record",
                found: origin)
        ]
    }

    func markFaults(_ codes: RegisterCodeTable) -> [FieldFault] {
        guard let day = day("date") else { return [] }
        return ["am", "pm"].compactMap { column in
            guard let text = text(column) else { return nil }
            guard let code = RegisterCode(text) else {
                return FieldFault(column: column, problem: "is no register code", found: text)
            }
            guard codes.isValid(code, on: day) else {
                return FieldFault(
                    column: column, problem: "is no register code on \(day.iso)", found: text)
            }
            return nil
        }
    }
}

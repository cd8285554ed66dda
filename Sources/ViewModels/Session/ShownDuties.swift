import Domain

extension Model {
    /// The duties that a line is about, the most pressing first: its own, those of the figures that
    /// it shows, those of its fund or record. Of a line that shows a child and nothing else, the one
    /// that stands first of the child's.
    func duties(of item: SheetItem) -> [Duty] {
        let found = ownDuties(of: item)
        guard found.isEmpty, item.record == nil, item.shows == nil else { return found }
        return item.pupil.flatMap { child($0)?.mostPressing }.map { [$0] } ?? []
    }

    /// The duties of one child about one matter that are still open.
    func openDuties(of ref: PupilRef, on topic: RuleTopic) -> [Duty] {
        duties(of: ref).filter { $0.topic == topic && $0.state.isOpen }
    }

    /// The record that a duty is about: the PEP that is not signed off, the spend without impact.
    func record(of duty: Duty) -> RecordKey? {
        guard let id = duty.reference.record else {
            return duty.topic == .pep ? duty.evidence.first { $0.kind == .peps } : nil
        }
        if let key = duty.evidence.first(where: { $0.parts == [id] }) { return key }
        let kinds: [RecordKind] = [.peps, .funding, .meetings, .suspensions]
        return kinds.map { RecordKey(kind: $0, parts: [id]) }.first { facts.record($0) != nil }
    }

    private func ownDuties(of item: SheetItem) -> [Duty] {
        if let id = item.duty { return duty(id).map { [$0] } ?? [] }
        if let shows = item.shows { return pressingFirst(shows(self)) }
        if let opens = item.opens, opens.kind == .fund, let id = opens.needs.first {
            return pressingFirst(schoolDuties.filter { $0.subject == .fund(id) })
        }
        guard let key = item.record, let ref = facts.record(key)?.pupil ?? item.pupil else {
            return []
        }
        return pressingFirst(
            duties(of: ref).filter { duty in
                duty.reference.record.map { key.parts == [$0] } ?? false
            })
    }

    /// What asks something of somebody today first, then in the order of urgency.
    private func pressingFirst(_ duties: [Duty]) -> [Duty] {
        let ofToday = duties.filter { $0.state.isOpen && $0.reference == .day(today) }
        let others = duties.filter { !$0.state.isOpen || $0.reference != .day(today) }
        return ofToday.filter(\.state.isPressing) + ofToday.filter { !$0.state.isPressing }
            + DutyState.byUrgency.flatMap { state in
                others.filter { $0.state == state }.sorted(by: Duty.inOrder)
            } + others.filter { !$0.state.isPressing }
    }
}

extension Session {
    /// The duties that a key works on: those of the selected line, those of the page, or what stands
    /// first of the child whose page it is. A line that shows a record answers for that alone.
    var selectedDuties: [Duty] {
        if let item = place.selection, item.duty != nil || item.shows != nil {
            return model.duties(of: item)
        }
        if let duty = place.content.duty { return model.duty(duty).map { [$0] } ?? [] }
        if let item = place.selection {
            let found = model.duties(of: item)
            if !found.isEmpty || item.record != nil { return found }
        }
        return selectedPupil.flatMap { model.child($0)?.mostPressing }.map { [$0] } ?? []
    }

    /// Whether the selected line itself shows what is owed, and not only whom.
    var lineShowsDuty: Bool {
        place.selection.map { $0.duty != nil || $0.shows != nil } ?? false
    }

    /// The record that a key works on: that of the line, or what the line's duty is about.
    func selectedRecord(for duty: Duty?) -> RecordKey? {
        if let record = place.selection?.record { return record }
        return lineShowsDuty ? duty.flatMap(model.record) : nil
    }
}

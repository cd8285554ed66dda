/// The least that would turn a duty, or that leads to it.
public struct LeastAct: Sendable {
    public let action: ActionID
    /// `log a call, message or meeting with the carer on or after 16 Nov`.
    public let text: String
    /// An example of the records that this act leaves; a test applies them and sees the duty turn.
    /// Empty where no record of today turns it.
    public let changes: [RecordChange]
    /// What is done after it, where it is but the step before; `nil` where it turns the duty itself.
    public let then: String?

    public init(
        _ action: ActionID, _ text: String, _ changes: [RecordChange], then: String? = nil
    ) {
        self.action = action
        self.text = text
        self.changes = changes
        self.then = then
    }
}

extension Working {
    /// The same working; while the duty is open its least act is never missing, and is one that can
    /// be recorded: else it is the step before. What is no longer open needs none.
    func leading(_ duty: Duty, _ facts: Facts, on today: Day) -> Working {
        var copy = self
        copy.leastAct =
            duty.state.isOpen
            ? (leastAct ?? LeastAct.next(duty))?.orStepBefore(facts, on: today) : nil
        return copy
    }
}

extension LeastAct {
    /// What comes next where no record of today turns the duty.
    fileprivate static func next(_ duty: Duty) -> LeastAct? {
        duty.next.map { next in
            let words = next.words.uncapitalised
            return LeastAct(
                next.action,
                duty.state == .upcoming
                    ? "nothing is left to record today; when the time comes: \(words)"
                    : "no single record turns it; \(words)", [])
        }
    }

    /// The act itself, or what is to be recorded before it can be.
    fileprivate func orStepBefore(_ facts: Facts, on today: Day) -> LeastAct {
        let records = FactsLookup(facts, changes: changes)
        let lacksStaff = changes.contains { change in
            guard case .put(let record) = change else { return false }
            let columns = record.kind.schema.columns
            return record.danglingReferences(in: records).contains { fault in
                columns.contains { $0.name == fault.column && $0.reference == .staff }
            }
        }
        return lacksStaff ? .addStaff(on: today, then: text) : self
    }

    /// A member of staff is entered, who teaches.
    static func addStaff(
        _ why: String = "no staff are on record yet", on today: Day, then: String
    ) -> LeastAct {
        LeastAct(.staff, "\(why): add one first", [.put(.memberExample(on: today))], then: then)
    }

    /// Somebody is said to be known to a social worker, or a child entered who can be.
    static func addKnownChild(_ facts: Facts, on today: Day, then: String) -> LeastAct {
        guard
            let child = facts.pupils.values.filter({ $0.pupil.roll.contains(today) })
                .min(by: { $0.ref < $1.ref })
        else {
            let pupil = Record.example(
                .pupils,
                [
                    "pupil": "example", "surname": "example", "forename": "example",
                    "born": today.addingYears(-8).iso, "year_group": "3", "admitted": today.iso,
                ])
            return LeastAct(
                .pupilAdd, "no pupil is on record yet: add one first", [.put(pupil)], then: then)
        }
        let status = Record.example(
            .status,
            ["pupil": child.ref.text, "status": CareKind.cin.rawValue, "from": today.iso])
        return LeastAct(
            .statusBegin, "no child is known to a social worker yet: enter a status first",
            [.put(status)], then: then)
    }
}

extension Record {
    /// A made-up member of staff, who teaches.
    static func memberExample(on today: Day) -> Record {
        example(
            .staff,
            [
                "staff": "example", "name": "example", "post": "example", "teaching": "yes",
                "qts": "yes", "leadership": "no", "from": today.iso,
            ])
    }
}

extension [StaffMember] {
    /// Somebody who is staff today, for an example; an id that nobody has where nobody is.
    func idForExample(on today: Day) -> String {
        first { $0.span.contains(today) }?.id ?? "staff"
    }
}

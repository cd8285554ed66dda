extension CommandContext {
    /// The children for whom an action is done at once.
    public var children: [PupilFacts] { origin.group.compactMap { facts.pupils[$0] } }

    /// The same place as the action sees it for one child of several.
    func of(_ pupil: PupilFacts) -> CommandContext {
        var own = self
        own.origin = ActionOrigin(pupil: pupil.ref)
        return own
    }
}

extension Recording {
    /// Makes the records of an action for each child of the group, each with its own entries.
    ///
    /// - Parameter entries: `nil` where nothing is to be recorded for this child.
    mutating func forEachChild(
        _ spec: ActionSpec, _ entries: (Entries, PupilFacts, CommandContext) -> Entries?
    ) {
        for (index, ref) in context.origin.group.enumerated() {
            guard let pupil = facts.pupils[ref] else {
                fault(ref.text, "is no child on record", cause: .noSuchRecord)
                continue
            }
            var own = context.of(pupil)
            // A child's own records are all that its command is checked against.
            own.facts.pupils = [ref: pupil]
            guard let entries = entries(self.entries, pupil, own) else { continue }
            add(spec, entries, pupil, own, index)
        }
    }

    /// The seeds of two children lie far apart; where two ids meet all the same another is taken.
    private mutating func add(
        _ spec: ActionSpec, _ entries: Entries, _ pupil: PupilFacts, _ context: CommandContext,
        _ index: Int
    ) {
        var own = context
        for attempt in 0..<8 {
            own.seed = context.seed &+ UInt64(index * 8 + attempt) &* 0x1_0000
            do {
                let command = try spec.command(entries, in: own)
                if join(command) { return }
            } catch {
                for fault in error.faults { tell(fault, pupil) }
                return
            }
        }
        fault(pupil.pupil.displayName, "could not be given a new id; save again")
    }

    /// A fault of a field that the form shows is told there; any other under the child's name.
    private mutating func tell(_ fault: EntryFault, _ pupil: PupilFacts) {
        if spec.field(fault.field) != nil {
            self.fault(fault.field, fault.problem, cause: fault.cause)
        } else if fault.field == "pep_id" {
            self.fault(pupil.pupil.displayName, "has no PEP that is planned")
        } else {
            self.fault(pupil.pupil.displayName, "\(fault.field) \(fault.problem)")
        }
    }
}

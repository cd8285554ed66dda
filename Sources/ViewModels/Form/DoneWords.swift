import Domain

extension FormState {
    /// What saving this does and what comes next, for the line from which it was opened:
    /// `home told; social worker next`.
    var doneWords: String {
        [done, next].compactMap { $0 }.joined(separator: "; ")
    }

    private var done: String {
        switch spec.id {
        case .contact: return contactDone
        case .pepPlan: return "PEP planned" + day("planned_for", " for ")
        case .pepMove: return "PEP moved" + day("planned_for", " to ")
        case .pepHold: return "PEP recorded as held"
        case .pepCancel: return "PEP cancelled"
        case .pepPeople: return "people of the PEP recorded"
        case .pepSignOff: return "PEP signed off"
        case .pepSend: return "PEP sent"
        case .target: return "target added"
        case .targetReview: return "target reviewed"
        case .marks, .classMarks: return "marks entered"
        case .fundEntry: return "money entered"
        case .fundImpact: return "impact recorded"
        case .keyAdult: return "key adult named"
        case .noAction: return "put off"
        default: return "recorded"
        }
    }

    private var contactDone: String {
        let entries = entries
        guard let party = Contact.Party(rawValue: entries["with"]) else { return "calls logged" }
        let who: String
        switch party {
        case .carer, .parent: who = "home"
        case .socialWorker: who = "social worker"
        case .virtualSchool: who = "Virtual School"
        case .leadPractitioner, .educationAdviser, .iro, .health, .other:
            who = party.rawValue.roleWords
        }
        return entries["reached"] == "no" ? "\(who) tried, not reached" : "\(who) told"
    }

    private func day(_ field: String, _ before: String) -> String {
        guard
            let (day, time) = spec.field(field)?.dayAndTime(entries[field], on: context.today)
        else { return "" }
        return before + day.dayAndMonth + (time.map { " \($0.text)" } ?? "")
    }

    /// What the same duty still asks for, else the next call about the same matter.
    private var next: String? {
        guard let origin = context.origin.duty, let after = turning?.after else { return nil }
        let asking = after.filter { $0.state == .overdue || $0.state == .soon }
        if let own = asking.first(where: { $0.id == origin.id }) { return words(of: own) }
        let same = asking.first { duty in
            duty.subject == origin.subject && duty.sharedTask == origin.sharedTask
                && duty.sharedTask != .own && duty.next?.action == spec.id
        }
        return same.flatMap { words(of: $0) }
    }

    private func words(of duty: Duty) -> String? {
        switch duty.reason {
        case .firstDayNotTold(_, let home, let socialWorker, _):
            if !home { return "home next" }
            return socialWorker ? nil : "social worker next"
        case .concernNotTold(let needed, _, _):
            return needed == .carer ? "home next" : "\(needed.rawValue) next"
        default: return duty.next.map { "still to do: \($0.words)" }
        }
    }
}

extension Row {
    /// The row with what was just done about it, in the widest column that does not name somebody.
    func saying(_ done: String, in columns: [TableColumn]) -> Row {
        let places = columns.indices.filter { place in
            columns[place].share > 0 && cells.indices.contains(place)
                && !cells[place].contains { $0.tone == .child }
        }
        guard let place = places.max(by: { columns[$0].share < columns[$1].share }) else {
            return self
        }
        var row = self
        row.cells[place] = [Phrase("✓ \(done)", .met), Phrase(" · ", .muted)] + row.cells[place]
        row.spoken = "Done: \(done). \(spoken)"
        return row
    }
}

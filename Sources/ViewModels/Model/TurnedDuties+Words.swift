import Domain

extension Model {
    func turnLines(_ turned: [TurnedDuty], namesPupil: Bool) -> [TextLine] {
        facts.turnLines(turned, namesPupil: namesPupil)
    }
}

extension Facts {
    /// The duties that a change would turn, a line each: `This will turn  ! First PEP → ✓ met`.
    ///
    /// - Parameter namesPupil: where the change is about several children, each line names its own.
    func turnLines(_ turned: [TurnedDuty], namesPupil: Bool, limit: Int = 12) -> [TextLine] {
        guard !turned.isEmpty else {
            return [TextLine("Nothing that is owed changes with this.", .muted)]
        }
        let lines = turned.prefix(limit).map { line($0, namesPupil) }
        let rest = turned.count - lines.count
        return lines + (rest > 0 ? [TextLine("and \(rest) more", .muted)] : [])
    }

    private func line(_ turned: TurnedDuty, _ namesPupil: Bool) -> TextLine {
        let who = namesPupil ? [Phrase(name(of: turned.id.subject), .child), Phrase(": ")] : []
        let before = turned.before.map { [$0.phrase, Phrase(" ")] } ?? []
        return TextLine(
            [Phrase("This will turn   ", .muted)] + who + before
                + [Phrase("\(title(of: turned.duty)) → ")] + outcome(turned))
    }

    private func outcome(_ turned: TurnedDuty) -> [Phrase] {
        guard let after = turned.after else { return [Phrase("no longer owed", .muted)] }
        let late = after == .met && turned.duty.late > 0 ? ", \(turned.duty.late.days) late" : ""
        return [after.phrase, Phrase(" \(after.word)\(late)")]
    }

    /// `Carer told of a concern (attendance, 16 Nov)`.
    func title(of duty: Duty) -> String {
        let title = duty.title
        return reference(duty).map { "\(title) (\($0))" } ?? title
    }

    private func reference(_ duty: Duty) -> String? {
        switch duty.reference {
        case .none: return nil
        case .concern(let kind, let opened): return "\(kind.rawValue), \(opened.dayAndMonth)"
        case .day(let day): return day.dayAndMonth
        case .record(let id):
            let peps = duty.subject.pupil.flatMap { pupils[$0] }?.peps ?? []
            if let pep = peps.first(where: { $0.id == id }) {
                return (pep.heldOn ?? pep.plannedFor)?.dayAndMonth
            }
            // A PEP that is only being made has no day yet; ids of money are no words.
            return duty.sharedTask == .pep || duty.topic == .money ? nil : id
        case .year, .term, .clause, .level, .subject, .judgements, .daysOut:
            return duty.reference.text
        }
    }

    private func name(of subject: Subject) -> String {
        switch subject {
        case .pupil(let ref): pupils[ref]?.pupil.displayName ?? ref.text
        case .staff(let id): school.staffName(id)
        case .fund(let id): school.funds.first { $0.id == id }?.name ?? id
        case .school: "School"
        }
    }
}

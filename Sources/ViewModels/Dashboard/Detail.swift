import Domain

extension Model {
    /// What is said of the selected item above the keys: who, why, whom to ring.
    func detail(of item: SheetItem) -> [TextLine] {
        var lines: [TextLine] = []
        if let ref = item.pupil { lines.append(TextLine(who(ref))) }
        if let reason = reason(of: item) {
            lines.append(
                TextLine(reason.left + [Phrase("  ")] + nextWords(of: item), right: reason.right))
        }
        if let ref = item.pupil, let facts = facts.pupils[ref] {
            let people = peopleToRing(facts)
            if !people.isEmpty { lines.append(TextLine(people)) }
        }
        return lines
    }

    /// Why the selected item stands there, in one line: all that a wide screen needs, whose rows
    /// have the rest, and little to send at every key.
    func reason(of item: SheetItem) -> TextLine? {
        guard let duty = duty(of: item) else { return nil }
        return TextLine(
            [duty.state.phrase, Phrase(" \(duty.sentence(on: today))")],
            right: [Phrase(duty.clauses.joined(separator: ", "), .muted)])
    }

    private func nextWords(of item: SheetItem) -> [Phrase] {
        (item.duty == nil && item.shows == nil ? nil : duty(of: item)).map(nextWords) ?? []
    }

    /// The item's duty, else the first of what it shows.
    private func duty(of item: SheetItem) -> Duty? {
        item.duty.flatMap(duty) ?? duties(of: item).first { $0.state.isPressing }
    }

    /// `Bea Ashworth · Year 1 Oak · CP since 2 Sep 2026 · key adult J Webb`.
    private func who(_ ref: PupilRef) -> [Phrase] {
        guard let pupil = pupil(ref) else { return [Phrase("Pupil \(ref.text)", .child)] }
        let statuses = facts.pupils[ref]?.statuses.filter { $0.span.contains(today) } ?? []
        let parts =
            [pupil.classWords]
            + statuses.map { "\($0.kind.rawValue) since \($0.span.from.dayMonthYear)" }
            + keyAdultWords(ref)
        return [Phrase(pupil.fullName, .child), Phrase(" · " + parts.joined(separator: " · "))]
    }

    /// `key adult J Webb`; nothing where this person does not see who it is.
    func keyAdultWords(_ ref: PupilRef) -> [String] {
        guard access.sees(.adults) else { return [] }
        return [keyAdult(ref).map { "key adult \($0)" } ?? "no key adult"]
    }

    /// The key adult's name, where there is one today.
    func keyAdult(_ ref: PupilRef) -> String? {
        facts.pupils[ref]?.adults.first { $0.isKeyAdult && $0.span.contains(today) }
            .map { staffName($0.staff) }
    }

    /// `Carer: L Ashworth 07700 900123    Social worker: P Lund 01992 000111`.
    func peopleToRing(_ facts: PupilFacts) -> [Phrase] {
        let current = facts.professionals.filter { $0.span.contains(today) }
        let wanted = PersonRole.toRing.compactMap { role in
            // Whoever may be rung stands here, not somebody else of whom it is said not to.
            current.filter { $0.role == role }.min {
                ($0.restriction, $0.priority) < ($1.restriction, $1.priority)
            }
        }
        let barred = current.filter { person in
            person.isBarred && !wanted.contains { $0.key == person.key }
        }
        return wanted.enumerated().flatMap { place, person in
            (place == 0 ? [] : [Phrase("    ")])
                + [Phrase("\(person.role.rawValue.roleWords.sentenceCase): ", .muted)]
                + person.ringWords
        } + barred.map { Phrase("    do not contact: \($0.name)", .warning) }
    }
}

extension Professional {
    /// 0 for whoever may be contacted, the more the less they may.
    fileprivate var restriction: Int { isBarred ? 2 : contactNote == nil ? 0 : 1 }

    /// The name with the number to ring, or why not to.
    var ringWords: [Phrase] {
        let number = phone.map { " \($0)" } ?? " no number on record"
        guard let contactNote else { return [Phrase(name + number)] }
        // A number that must not be rung does not stand where it invites to.
        return [
            Phrase((isBarred ? name : name + number) + " "), Phrase(contactNote, .warning),
        ]
    }
}

extension Child {
    /// The duty that stands first of the child's.
    var mostPressing: Duty? {
        DutyState.byUrgency.lazy
            .compactMap { state in self.duties.filter { $0.state == state }.min(by: Duty.inOrder) }
            .first
    }
}

extension Span {
    /// `2 Sep 2026 to 3 Nov 2026`, `since 2 Sep 2026`.
    var words: String {
        to.map { "\(from.dayMonthYear) to \($0.dayMonthYear)" } ?? "since \(from.dayMonthYear)"
    }
}

extension PupilContext {
    /// The statuses that touch a span, as facts of a working.
    func statusFacts(from first: Day, through last: Day) -> [Working.Fact] {
        let rows = facts.statuses.filter { status in
            status.span.from <= last && (status.span.to.map { $0 >= first } ?? true)
        }
        if !rows.isEmpty { return rows.map { Working.Fact($0.words, in: .status, $0.key) } }
        guard let ended = facts.statuses.compactMap(\.span.to).max() else {
            return [Working.Fact("no status on record", in: .status)]
        }
        return [Working.Fact("the last status ended \(ended.long)", in: .status)]
    }
}

extension CareStatus {
    /// `CLA since Fri 13 Nov 2026`, `CP from 2 Sep 2025 to 1 Mar 2026`.
    public var words: String {
        let name = kind.rawValue + (legalStatus.map { " (\($0.rawValue))" } ?? "")
        guard let to = span.to else { return "\(name) since \(span.from.long)" }
        return "\(name) from \(span.from.dayMonthYear) to \(to.dayMonthYear)"
    }
}

extension PEP {
    /// `PEP planned for Tue 3 Nov 2026, held Wed 4 Nov 2026`.
    public var words: String {
        let parts = [
            plannedFor.map { "planned for \($0.long)\(timeWords)" },
            heldOn.map { "held \($0.long)" },
            isCancelled ? "cancelled" : nil, completedOn.map { "signed off \($0.long)" },
        ]
        return "PEP " + parts.compactMap { $0 }.joined(separator: ", ")
    }
}

extension Rule {
    /// The example of the least act: a PEP held today.
    static func holdAct(_ context: PupilContext) -> LeastAct {
        let open = context.facts.peps.first {
            !$0.isCancelled && $0.held(by: context.today) == nil && $0.plannedFor != nil
        }
        let record =
            open?.record.with("held_on", context.today.iso)
            ?? Record.example(
                .peps,
                [
                    "pep_id": exampleID(context.facts.ref), "pupil": context.facts.ref.text,
                    "held_on": context.today.iso,
                ])
        return LeastAct(.pepHold, "hold the PEP and record it", [.put(record)])
    }

    /// An id that no record of this child has.
    static func exampleID(_ pupil: PupilRef) -> String { "example-\(pupil.text)" }

    /// The example of a target of this PEP.
    static func targetExample(_ pep: PEP, of pupil: PupilRef) -> Record {
        .example(
            .targets,
            [
                "target_id": exampleID(pupil), "pep_id": pep.id, "area": "other",
                "target": "example", "success": "example",
            ])
    }

    /// An example of a contact now, at noon of a day.
    static func contactExample(
        _ context: PupilContext, with: Contact.Party, about: Contact.Topic, on day: Day
    ) -> RecordChange {
        .put(
            .example(
                .contacts,
                [
                    "contact_id": "\(exampleID(context.facts.ref))-\(with.rawValue)",
                    "pupil": context.facts.ref.text,
                    "at": Instant(londonDay: day, hour: 12, minute: 0).iso, "with": with.rawValue,
                    "how": "phone",
                    "staff": context.school.staff.idForExample(on: context.today),
                    "about": about.rawValue, "summary": "example", "reached": "yes",
                ]))
    }
}

extension FactRow {
    /// The row as a fact of a working.
    var fact: Working.Fact { Working.Fact(record.factWords, in: Self.kind, key) }
}

extension Array where Element: FactRow {
    /// The rows as facts of a working, or that there is none.
    func facts(orNone words: String) -> [Working.Fact] {
        isEmpty ? [Working.Fact(words, in: Element.kind)] : map(\.fact)
    }
}

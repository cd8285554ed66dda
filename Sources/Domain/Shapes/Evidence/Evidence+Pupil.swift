extension Evidence {
    /// How it is found for a child; `nil` where it is no evidence about one child.
    var ofPupil: Evidencing<PupilContext>? {
        switch self {
        case .decision(let topic):
            Evidencing(.decisions) { context, from, through in
                context.facts.decisions.filter { $0.about == topic && $0.reason != nil }
                    .found(\.on, from, through)
            } example: { context in
                [
                    context.example(
                        .decisions, "decision_id",
                        ["about": topic.rawValue, "outcome": "example", "reason": "example"])
                ]
            }
        case .intervention(let levels):
            Evidencing(.interventions) { context, from, through in
                context.facts.interventions.filter { levels.contains($0.level) }
                    .compactMap { context.firstSchoolDay(of: $0, from, through) }
                    .sorted { $0.on < $1.on }
            } example: { context in
                levels.first.map { level in
                    [
                        Record.example(
                            .interventions,
                            [
                                "intervention_id": Rule.exampleID(context.facts.ref),
                                "pupil": context.facts.ref.text, "name": "example",
                                "level": level.rawValue, "from": context.today.iso,
                            ])
                    ]
                } ?? []
            }
        case .progress(let source):
            Evidencing(.progress) { context, from, through in
                context.facts.progress.filter { $0.source == source }.found(\.on, from, through)
            } example: { context in
                [
                    context.example(
                        .progress, "progress_id", tag: source.rawValue,
                        ["subject": "reading", "source": source.rawValue])
                ]
            }
        case .judgedProgress:
            Evidencing(.progress) { context, from, through in
                context.facts.progress.filter { $0.progress != nil }.found(\.on, from, through)
            } example: { context in
                [
                    context.example(
                        .progress, "progress_id",
                        ["subject": "reading", "source": "data", "progress": "expected"])
                ]
            }
        case .check:
            Evidencing(.checks) { context, from, through in
                context.facts.checks.found(\.on, from, through)
            } example: { context in
                [context.example(.checks, "check_id", ["kind": "observation"])]
            }
        case .meeting(let kind, let parts):
            Evidencing(.meetings) { context, from, through in
                context.facts.meetings.held(kind, parts, from, through)
            } example: { context in
                [
                    context.example(
                        .meetings, "meeting_id",
                        [
                            "kind": kind.rawValue, "held_on": context.today.iso,
                            "parts": parts.joined(separator: ";"),
                        ])
                ]
            }
        case .senReview(let kinds, let withTargets):
            Evidencing(.senReviews) { context, from, through in
                context.facts.senReviews.filter {
                    (kinds.isEmpty || kinds.contains($0.kind))
                        && (!withTargets || $0.hasTargets == true)
                }
                .foundWhereDated(\.heldOn, from, through)
            } example: { context in
                [
                    context.example(
                        .senReviews, "review_id",
                        [
                            "kind": (kinds.first ?? .review).rawValue, "held_on": context.today.iso,
                            "targets": withTargets ? "yes" : "",
                        ])
                ]
            }
        case .contact(let parties):
            Evidencing(.contacts) { context, from, through in
                context.facts.contacts.filter { parties.contains($0.with) }.found(
                    \.day, from, through)
            } example: { context in
                parties.first.map { [contactRecord(context, with: $0)] } ?? []
            }
        case .contactWith(let party):
            Evidencing(.contacts) { context, from, through in
                context.facts.contacts.filter { context.cohort.isContact($0, with: party) }.found(
                    \.day, from, through)
            } example: { context in
                [contactRecord(context, with: party.parties[0])]
            }
        case .atPEP(let party):
            Evidencing(.pepPeople) { context, from, through in
                context.peps(attendedBy: party).filter { from <= $0.on && $0.on <= through }
            } example: { _ in
                []
            }
        case .responsibility:
            Evidencing(.responsibilities) { context, from, through in
                context.facts.responsibilities
                    .filter { $0.span.from <= through && ($0.span.to ?? through) >= from }
                    .map { Found(max(from, $0.span.from), $0) }.sorted { $0.on < $1.on }
            } example: { context in
                [
                    Record.example(
                        .responsibilities,
                        [
                            "pupil": context.facts.ref.text, "role": "example",
                            "from": context.today.iso,
                        ])
                ]
            }
        case .professionalsChecked: .professionals
        case .training, .wholeSchoolTraining, .acknowledgement, .policy, .governorsReport,
            .profileRead, .role, .checklist:
            nil
        }
    }
}

extension PupilContext {
    /// A made-up record of this child, dated today.
    fileprivate func example(
        _ kind: RecordKind, _ idColumn: String, tag: String = "", _ fields: [String: String]
    ) -> Record {
        let id = Rule.exampleID(facts.ref) + (tag.isEmpty ? "" : "-\(tag)")
        var fields = fields.merging([idColumn: id, "pupil": facts.ref.text]) { $1 }
        if kind.schema.index(of: "on") != nil { fields["on"] = today.iso }
        return .example(kind, fields)
    }

    /// PEPs held at which whoever stood for a side of the child on their day was there, by day.
    fileprivate func peps(attendedBy party: CloseParty) -> [Found] {
        heldPEPs.compactMap { pep, on in
            let roles = cohort.roles(of: party, on: on)
            let person = facts.pepPeople.first {
                $0.pep == pep.id && $0.attended == true && roles.contains($0.role)
            }
            return person.map { Found(on, [pep.record, $0.record]) }
        }
    }

    /// The first school day of a time on which an intervention runs.
    fileprivate func firstSchoolDay(
        of intervention: Intervention, _ from: Day, _ through: Day
    ) -> Found? {
        let first = max(from, intervention.span.from)
        let last = min(through, intervention.span.to ?? through)
        guard first <= last else { return nil }
        return calendar.schoolDays(from: first, through: last).first.map { Found($0, intervention) }
    }
}

private func contactRecord(_ context: PupilContext, with party: Contact.Party) -> Record {
    Record.example(
        .contacts,
        [
            "contact_id": Rule.exampleID(context.facts.ref), "pupil": context.facts.ref.text,
            "at": Instant(londonDay: context.today, hour: 12, minute: 0).iso,
            "with": party.rawValue, "how": "phone",
            "staff": context.school.staff.idForExample(on: context.today), "about": "general",
            "summary": "example", "reached": "yes",
        ])
}

extension Array where Element: FactRow {
    /// The rows dated within a time, by date.
    func found(_ date: (Element) -> Day, _ from: Day, _ through: Day) -> [Found] {
        foundWhereDated({ date($0) }, from, through)
    }

    /// The rows that have a date within a time, by date.
    func foundWhereDated(_ date: (Element) -> Day?, _ from: Day, _ through: Day) -> [Found] {
        compactMap { row in
            guard let day = date(row), from <= day, day <= through else { return nil }
            return Found(day, row)
        }
        .sorted { $0.on < $1.on }
    }
}

extension Array where Element == Meeting {
    /// Meetings of a kind held within a time, by date.
    func held(_ kind: Meeting.Kind, _ parts: [String], _ from: Day, _ through: Day) -> [Found] {
        filter { meeting in
            meeting.kind == kind && (parts.isEmpty || parts.allSatisfy(meeting.parts.contains))
        }
        .foundWhereDated(\.heldOn, from, through)
    }
}

extension Evidence {
    /// How it is found for the school; `nil` where it is no evidence about the school.
    var ofSchool: Evidencing<SchoolContext>? {
        switch self {
        case .meeting(let kind, let parts):
            Evidencing(.meetings) { context, from, through in
                context.meetings.held(kind, parts, from, through)
            } example: { context in
                [
                    Record.example(
                        .meetings,
                        [
                            "meeting_id": "example", "kind": kind.rawValue,
                            "held_on": context.today.iso, "parts": parts.joined(separator: ";"),
                        ])
                ]
            }
        case .contact(let parties) where parties == [.educationAdviser]:
            Evidencing(.contacts) { context, from, through in
                context.school.adviserContacts.found(\.day, from, through)
            } example: { context in
                [
                    Record.example(
                        .contacts,
                        [
                            "contact_id": "example",
                            "at": Instant(londonDay: context.today, hour: 12, minute: 0).iso,
                            "with": "education-adviser", "how": "phone",
                            "staff": context.school.staff.idForExample(on: context.today),
                            "about": "general",
                            "summary": "example", "reached": "yes",
                        ])
                ]
            }
        case .wholeSchoolTraining(let kind):
            Evidencing(.training) { context, from, through in
                context.school.training
                    .filter { $0.isWholeSchool && (kind == nil || $0.kind == kind) }
                    .found(\.on, from, through)
            } example: { context in
                [trainingExample(kind ?? .safeguarding, context)]
            }
        case .policy(let policy):
            Evidencing(.linkedPolicies) { context, from, through in
                context.school.linkedPolicies.filter { $0.policy == policy }
                    .foundWhereDated(\.dated, from, through)
            } example: { context in
                let row = context.school.linkedPolicies.first { $0.policy == policy }
                return [
                    row?.record.with("dated", context.today.iso)
                        ?? Record.example(
                            .linkedPolicies, ["policy": policy, "dated": context.today.iso])
                ]
            }
        case .governorsReport(let columns):
            Evidencing(.governorsReports) { context, from, through in
                context.school.governorsReports.filter { $0.year == context.year }
                    .foundWhereDated({ $0.lastDay(of: columns) }, from, through)
            } example: { context in
                let row = context.school.governorsReports.first { $0.year == context.year }
                let record =
                    row?.record
                    ?? Record.example(
                        .governorsReports, ["academic_year": context.year.label])
                // Where all are dated, and none of them in time, the last is done once more.
                let missing = columns.filter { column in
                    record.day(column).map { $0 > context.today } ?? true
                }
                return [
                    (missing.isEmpty ? columns.suffix(1) : missing[...]).reduce(record) {
                        $0.with($1, context.today.iso)
                    }
                ]
            }
        case .decision, .intervention, .progress, .judgedProgress, .check, .senReview, .contact,
            .contactWith, .atPEP, .training, .acknowledgement, .responsibility,
            .professionalsChecked, .profileRead,
            .role, .checklist:
            nil
        }
    }

    /// How it is found for a member of staff; `nil` where it is no evidence about one.
    var ofStaff: Evidencing<StaffContext>? {
        switch self {
        case .training(let kind):
            Evidencing(.trainingPeople) { context, from, through in
                (context.school.trainings[context.member.id] ?? [])
                    .filter { $0.training.kind == kind && from <= $0.on && $0.on <= through }
                    .map { Found($0.on, [$0.training.record, $0.person.record]) }
                    .sorted { $0.on < $1.on }
            } example: { context in
                let training = trainingExample(kind, context.school)
                return [
                    training,
                    Record.example(
                        .trainingPeople,
                        [
                            "training_id": training["training_id"], "staff": context.member.id,
                            "attended": "yes",
                        ]),
                ]
            }
        case .acknowledgement(let what):
            Evidencing(.acknowledgements) { context, from, through in
                (context.school.acknowledgements[context.member.id] ?? [])
                    .filter { $0.what == what }.found(\.on, from, through)
            } example: { context in
                [
                    Record.example(
                        .acknowledgements,
                        [
                            "staff": context.member.id, "what": what,
                            "on": context.school.today.iso,
                        ])
                ]
            }
        case .decision, .intervention, .progress, .judgedProgress, .check, .meeting, .senReview,
            .contact, .contactWith, .atPEP, .wholeSchoolTraining, .responsibility,
            .professionalsChecked, .policy,
            .governorsReport, .profileRead, .role, .checklist:
            nil
        }
    }
}

private func trainingExample(_ kind: Training.Kind, _ context: SchoolContext) -> Record {
    Record.example(
        .training,
        [
            "training_id": "example-\(kind.rawValue)", "kind": kind.rawValue, "title": "example",
            "on": context.today.iso, "whole_school": "yes",
        ])
}

extension GovernorsReport {
    /// The latest of several dates, where each is there.
    fileprivate func lastDay(of columns: [String]) -> Day? {
        let days = columns.compactMap { record.day($0) }
        return days.count == columns.count ? days.max() : nil
    }
}

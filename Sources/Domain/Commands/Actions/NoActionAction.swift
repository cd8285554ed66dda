extension ActionSpec {
    static let noAction = enter(
        .noAction, .decisions, "Decide not to act", short: "no action",
        help: "Takes a duty off Now until a day, with the reason and who agreed; it stays owed.",
        known: .taken, prefix: "D",
        [
            .field(
                FieldSpec(
                    "duty", "Duty", .choice(openDuties), required: true,
                    hint: "what is not to be done for now",
                    onCommandLine: "as cksw duties prints it",
                    standard: { context, _ in context.origin.duty?.id.name })),
            .field(
                FieldSpec(
                    "until", "Until", .day(.future), required: true,
                    hint: "the last day, such as 1 Dec, or +14 for in 14 days")),
            .field(
                FieldSpec(
                    "agreed_by", "Agreed by", .person { context, _ in context.staffOptions },
                    required: true, hint: "a member of staff, or a name"
                ).offering(.staff, orTyped: true)),
            .column("reason", "Why", required: true),
        ],
        unless: .noneOf("Nothing is open for this child.") { pupil, context in
            !open(pupil, context).isEmpty
        },
        check: { form in
            if chosen(form) == nil, !form["duty"].isEmpty {
                form.fault("duty", "is no open duty of this child", cause: .noSuchRecord)
            }
            form.checkUntil()
        },
        adding: { form in
            let outcome = chosen(form).flatMap { duty in
                form.day("until").map { until in
                    NoAction(
                        rule: duty.rule, reference: duty.reference, until: until,
                        agreedBy: form.facts.school.staffName(form["agreed_by"])
                    ).outcome
                }
            }
            return [
                "on": form.today.iso, "about": Decision.Topic.noAction.rawValue,
                "outcome": outcome ?? "",
            ]
        })

    private static func chosen(_ form: Recording) -> Duty? {
        form.context.pupil(form.entries).flatMap { pupil in
            open(pupil, form.context).first { $0.id.name == form["duty"] }
        }
    }

    private static let openDuties: FieldKind.Options = { context, entries in
        guard let pupil = context.pupil(entries) else { return [] }
        return open(pupil, context).map {
            Choice($0.id.name, "\($0.title): \($0.line(on: context.today))")
        }
    }

    private static func open(_ pupil: PupilFacts, _ context: CommandContext) -> [Duty] {
        duties(for: pupil, in: context.facts.school, on: context.today, under: context.pack)
            .filter(\.state.isOpen)
    }
}

extension Recording {
    /// A decision not to act has an end, and not one that lies out of sight.
    fileprivate mutating func checkUntil() {
        guard let until = day("until") else { return }
        let most = context.pack[.noActionDays]
        if until <= today { fault("until", "is not after today") }
        if until > today + most { fault("until", "is more than \(most) days ahead") }
    }
}

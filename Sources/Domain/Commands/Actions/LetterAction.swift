extension ActionSpec {
    /// A letter that asks for what is owed is a contact like any other: it stands with each child that
    /// it was about, as an attempt that nobody has answered yet.
    static let letterSent = ActionSpec(
        .letterSent, "Log a reminder as sent", short: "reminder sent",
        help:
            "An e-mail that asked somebody outside the school for what they owe it.",
        [
            FieldSpec(
                "person", "To",
                .person { context, _ in context.offered.map { Choice($0.id, $0.id) } },
                required: true, hint: "some letters of the name",
                standard: { context, _ in context.offered.only?.id }),
            ActionField.column(
                "at", "When", hint: "today 9.20, yesterday, fri 3pm",
                standard: { context, _ in context.now.iso }
            ).of(.contacts),
            ActionField.column(
                "staff", "Sent by", hint: "a member of staff",
                standard: { context, _ in context.recordingStaff?.id }
            ).of(.contacts),
        ],
        unless: Obstacle { context in
            context.offered.isEmpty ? "Nobody is to be reminded today" : nil
        }, ofSchool: true
    ) { form in
        form.refuseFuture("at")
        guard let debtor = form.context.offered.first(where: { $0.id == form["person"] }) else {
            form.fault(
                "person", "is nobody who is to be reminded today",
                cause: form["person"].isEmpty ? .missing : .noSuchRecord)
            return nil
        }
        let owed = debtor.offered(on: form.today)
        for pupil in owed.map(\.pupil).eachOnce() {
            let own = owed.filter { $0.pupil == pupil }
            for about in own.map(\.about).eachOnce() {
                let words = own.filter { $0.about == about }.map(\.words)
                form.put(
                    .contacts,
                    form.values(
                        "at", "staff",
                        and: [
                            "contact_id": form.newID("C", .contacts), "pupil": pupil.text,
                            "with": debtor.party.rawValue, "how": "email",
                            "about": about.rawValue, "reached": "no",
                            "summary": "Reminder sent: \(words.joined(separator: "; "))",
                        ]))
            }
        }
        return .school
    }
}

extension CommandContext {
    /// Those who are to be reminded today.
    var offered: [Debtor] { debtors.filter { !$0.offered(on: today).isEmpty } }
}

extension ActionSpec {
    static let pepVoice = edit(
        .pepVoice, "Record the child's words", short: "child's words", choice: "the child's words",
        help: "What the child thinks of school, in the child's own words, for a PEP.",
        heldPEP { $0.voice == nil },
        [
            .column(
                "voice", "The child says",
                hint: "what goes well, worries, hopes, who helps; as the child said it",
                required: true),
            .column("pupil_views", "Views in it", standard: { _, _ in "yes" }).beginning(.own),
        ],
        unless: .noHeldPEP)

    static let pepSend = edit(
        .pepSend, "Record a PEP as sent", short: "send PEP", choice: "send",
        help: "The day it went to the authority; again, after it was sent back.",
        heldPEP { $0.isToSend },
        [.today("sent_on", "Sent on", required: true).beginning(.own)],
        unless: .noHeldPEP
    ) { form, pep in
        form.refuseBeforeHeld("sent_on", pep)
    }

    static let pepReturn = edit(
        .pepReturn, "Record a PEP as sent back", short: "PEP sent back", choice: "sent back",
        help: "The authority sent it back: when, and what it asks for.",
        heldPEP { $0.sentOn != nil },
        [
            .today("returned_on", "Sent back on", required: true).beginning(.own),
            .column("returned_why", "What it asks for", required: true).beginning(.own),
        ],
        unless: .noneOf("No PEP of this child was sent yet; record one as sent first", .pepSend) {
            pupil, _ in
            pupil.peps.contains { $0.sentOn != nil }
        }
    ) { form, pep in
        if let back = form.day("returned_on"), let sent = PEP(pep).sentOn, back < sent {
            form.fault("returned_on", "is before it was sent, on \(sent.long)")
        }
    }

    static let pepGrade = edit(
        .pepGrade, "Record the grade of a PEP", short: "grade PEP", choice: "grade",
        help: "How the Virtual School judged it, in its own words.",
        heldPEP { $0.sentOn != nil && $0.grade == nil },
        [
            .column("grade", hint: "as the authority names it, such as green", required: true)
                .echoing { _, context, entries in grades(context, entries) }
        ],
        unless: .noHeldPEP)

    /// `Lancashire: green, amber, red`: the grades that the child's authority gives.
    private static func grades(_ context: CommandContext, _ entries: Entries) -> String? {
        guard let pupil = context.pupil(entries) else { return nil }
        let profile = context.pack.profile(
            of: pupil.authority(on: context.today, of: context.facts.school))
        let grades = profile.grading?.grades ?? []
        return grades.isEmpty ? nil : "\(profile.name): \(grades.joined(separator: ", "))"
    }

    /// The PEPs that were held, the last that still needs it first.
    private static func heldPEP(
        _ stillNeeds: @escaping @Sendable (PEP) -> Bool
    ) -> RowChoice {
        .pep(
            { pupil, context, _ in
                let held = pupil.held(by: context.today)
                return held.last(where: stillNeeds) ?? held.last
            },
            among: { pep, context in pep.held(by: context.today) != nil })
    }
}

extension Obstacle {
    fileprivate static let noHeldPEP = noneOf(
        "No PEP of this child was held yet; record one as held first", .pepHold
    ) { pupil, context in
        pupil.peps.contains { $0.held(by: context.today) != nil }
    }
}

extension PEP {
    /// Whether it is still to be sent to the authority, for the first time or again.
    fileprivate var isToSend: Bool {
        guard let sentOn else { return true }
        return returnedOn.map { $0 > sentOn } ?? false
    }
}

extension Recording {
    /// A fault where a day of a PEP lies before the day on which it was held.
    fileprivate mutating func refuseBeforeHeld(_ field: String, _ pep: Record) {
        if let day = day(field), let held = PEP(pep).heldOn, day < held {
            fault(field, "is before it was held, on \(held.long)")
        }
    }
}

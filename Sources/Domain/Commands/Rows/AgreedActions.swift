extension ActionSpec {
    static let action = enter(
        .action, .actions, "Record an action", short: "action",
        help: "What somebody undertook to do at a PEP or a meeting, and by when.", prefix: "A",
        [
            .column("what", hint: "what is to be done"),
            .column(
                "owner", "Who", as: .person { context, _ in context.staffOptions },
                hint: "a member of staff, or a name"
            ).offering(.staff, orTyped: true),
            .column(
                "due", "By", lean: .future, hint: "such as next Fri, 1 Dec, or +14 for in 14 days"),
            .column(
                "from", "Agreed at", as: .choice(origins), hint: "the PEP or meeting, if any",
                standard: { context, _ in context.pepID ?? context.origin.id(of: .meetings) }),
            .column("done_on", "Done on", hint: "empty until it is"), "note",
        ])

    static let actionDone = edit(
        .actionDone, "Record an action as done", short: "action done",
        help: "The day on which what was agreed was done.",
        RowChoice(.actions, "Action") { context, entries in
            let rows = context.pupil(entries)?.actions ?? context.facts.school.actions
            return rows.filter { $0.doneOn == nil }.sorted { ($0.due, $0.id) < ($1.due, $1.id) }
                .map(\.record)
        },
        [.today("done_on", "Done on", required: true).beginning(.own), "note"])

    /// The PEPs and meetings of the child, or the school's own meetings, the last first.
    private static let origins: FieldKind.Options = { context, entries in
        let pupil = context.pupil(entries)
        let held: [Meeting] = pupil.map(\.meetings) ?? context.facts.school.meetings
        let peps = (pupil.map(\.peps) ?? []).sorted { ($0.day, $0.id) > ($1.day, $1.id) }
            .map { Choice($0.id, $0.words) }
        let meetings = held.sorted { ($0.day, $0.id) > ($1.day, $1.id) }
            .map {
                Choice(
                    $0.id, "\($0.kind.rawValue.replacing("-", with: " ")) \($0.day.dayMonthYear)")
            }
        return peps + meetings
    }
}

extension ActionSpec {
    static let checklist = ActionSpec(
        .checklist, "Tick a checklist", short: "tick checklist",
        help: "What there is to do when a child comes or goes, done or not needed.",
        [
            .pupil,
            FieldSpec(
                "kind", "List", .words(of: .checklists, "kind"), required: true,
                decidesOthers: true,
                standard: { context, _ in
                    (context.asked(\.checklist) ?? .admission).rawValue
                }),
            FieldSpec(
                "done", "Done", .several { _, entries in items(entries) },
                hint: "Space ticks; a tick that is taken away was a mistake",
                standard: { context, entries in
                    let done = ticked(context, entries)
                    return done.isEmpty ? nil : done.joined(separator: ";")
                }),
            .today("done_on", "On"),
            FieldSpec(
                "item", "Not needed", .choice { _, entries in items(entries) },
                hint: "an item that this child does not need, with the reason below"),
            ActionField.column("not_needed_because", "Because").of(.checklists),
            ActionField.by("by").of(.checklists),
        ]
    ) { form in
        guard let pupil = form.pupil() else { return nil }
        form.refuseFuture("done_on")
        let before = ticked(form.context, form.entries)
        let after = form.entries[all: "done"]
        for item in after where !before.contains(item) {
            form.tick(item, of: pupil, ["done_on": form["done_on"], "by": form["by"]])
        }
        for item in before where !after.contains(item) {
            form.tick(item, of: pupil, ["done_on": ""])
        }
        if !form["item"].isEmpty {
            let isNotNeeded = !form["not_needed_because"].isEmpty
            form.tick(
                form["item"], of: pupil,
                isNotNeeded
                    ? ["not_needed_because": form["not_needed_because"], "by": form["by"]]
                    : ["done_on": form["done_on"], "by": form["by"]])
        } else if !form["not_needed_because"].isEmpty {
            form.fault("item", "is missing: which is not needed?", cause: .missing)
        }
        if form.changes.isEmpty {
            form.fault("done", "is as it was: tick what is done")
        }
        return .pupil(pupil.ref)
    }

    private static func items(_ entries: Entries) -> [Choice] {
        ChecklistItem.Item.allCases.filter { $0.kind.rawValue == entries["kind"] }
            .map { Choice($0.rawValue) }
    }

    private static func ticked(_ context: CommandContext, _ entries: Entries) -> [String] {
        context.pupil(entries)?.checklist
            .filter { $0.kind.rawValue == entries["kind"] && $0.doneOn != nil }
            .map(\.item.rawValue).sorted() ?? []
    }
}

extension Recording {
    fileprivate mutating func tick(
        _ item: String, of pupil: PupilFacts, _ columns: [String: String]
    ) {
        let key = RecordKey(kind: .checklists, parts: [pupil.ref.text, self["kind"], item])
        put(
            .checklists, over: facts.record(key),
            columns.merging(["pupil": pupil.ref.text, "kind": self["kind"], "item": item]) { $1 },
            fields: ["item": "item", "done_on": "done_on"])
    }
}

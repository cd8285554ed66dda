extension ActionSpec {
    static let pupilAdd = enter(
        .pupilAdd, "Enter a pupil", short: "add pupil", choice: "add",
        help: "A child who comes on roll; the roster of the school's system brings many at once.",
        .pupils,
        [
            .column(.pupils, "pupil", "Number", hint: "the admission number").asLine,
            .column(.pupils, "surname", hint: "the legal one"),
            .column(.pupils, "forename", hint: "the legal one"),
            .column(.pupils, "known_as", hint: "the forename in daily use, where another"),
            .column(.pupils, "preferred_surname", isShown: false),
            .column(.pupils, "born", lean: .past, hint: "such as 3 may 2020"),
            .column(.pupils, "year_group", "Year"), .column(.pupils, "class"),
            .column(
                .pupils, "admitted", lean: .past, standard: { context, _ in context.today.iso }),
            .column(.pupils, "left", isShown: false), .column(.pupils, "upn", "UPN"),
            .column(.pupils, "sen", "SEN", hint: "N none, K SEN support, E EHCP"),
            .column(.pupils, "disabled"), .column(.pupils, "pp_eligible", "Pupil Premium"),
            .column(.pupils, "family", hint: "the same word for siblings"),
        ],
        caution: { entries, context in
            context.names.hasNamesake(entries["forename"], entries["surname"])
                ? [
                    Caution(
                        field: "surname",
                        words:
                            "A child called \(entries["forename"]) \(entries["surname"]) is on roll"
                    )
                ] : []
        })

    static let pupilChange = change(
        .pupilChange, "Change a pupil's details", short: "change pupil", choice: "change",
        help: "Names, class, year, UPN, SEN and the others of a child's own row.",
        .child,
        [
            "surname", "forename", "known_as", "preferred_surname", "born", "year_group", "class",
            "admitted", "upn", "sen", "disabled", "pp_eligible", "family",
        ].map { .column(.pupils, $0, lean: .past) }, unless: .noChild)

    static let pupilLeave = change(
        .pupilLeave, "Record that a pupil leaves", short: "pupil leaves", choice: "leaves",
        help: "The child's last day on roll.", .child,
        [
            .column(
                .pupils, "left", "Last day", required: true,
                standard: { context, _ in context.today.iso })
        ], unless: .noChild)
}

extension RowChoice {
    /// The child of the page.
    fileprivate static let child = RowChoice(.pupils, "Pupil", isShown: false) { context, entries in
        context.pupil(entries).map { [$0.pupil.record] } ?? []
    }
}

extension FieldSpec {
    /// The child's own reference, while the child is new.
    fileprivate var asLine: FieldSpec {
        FieldSpec(name, label, .line, required: isRequired, hint: hint)
    }
}

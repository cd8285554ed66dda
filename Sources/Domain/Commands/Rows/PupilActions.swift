extension ActionSpec {
    static let pupilAdd = enter(
        .pupilAdd, .pupils, "Enter a pupil", short: "add pupil", choice: "add",
        help: "A child who comes on roll; the roster of the school's system brings many at once.",
        known: .refused("is on record already"),
        [
            .column(
                "pupil", "Number", as: .line,
                hint: "the admission number; left empty while nobody knows it", required: false),
            .column("surname", hint: "the legal one"),
            .column("forename", hint: "the legal one"),
            .column("known_as", hint: "the forename in daily use, where another"),
            .column("preferred_surname", isShown: false),
            .column("born", lean: .past, hint: "such as 3 May 2020"),
            .column("year_group", "Year"), "class",
            .column("admitted", lean: .past, standard: { context, _ in context.today.iso }),
            .column("left", isShown: false), .column("upn", "UPN"),
            .column("sen", "SEN", hint: "N none, K SEN support, E EHCP"),
            "disabled", .column("pp_eligible", "Pupil Premium"),
            .column("family", hint: "the same word for siblings"),
        ],
        adding: { form in
            form["pupil"].isEmpty ? ["pupil": form.provisionalNumber] : [:]
        },
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

    static let pupilChange = edit(
        .pupilChange, "Change a pupil's details", short: "change pupil", choice: "change",
        help: "Names, class, year, UPN, SEN and whatever else the roll says of a child.",
        .child,
        [
            "surname", "forename", "known_as", "preferred_surname", .column("born", lean: .past),
            "year_group", "class", .column("admitted", lean: .past), "upn", "sen", "disabled",
            "pp_eligible", "family",
        ], unless: .noChild)

    static let pupilNumber = ActionSpec(
        .pupilNumber, "Change a pupil's number", short: "change number", choice: "number",
        help: "The admission number, once it is known: all that is on record of the child follows.",
        [
            .pupil,
            FieldSpec(
                "number", "New number", .line, required: true, hint: "the admission number"
            ).echoing { _, context, entries in
                context.pupil(entries).map { "in place of \($0.ref.text)" }
            },
        ], unless: .noChild
    ) { form in
        guard let pupil = form.pupil() else { return nil }
        let number = PupilRef(form["number"])
        if case .failure(let problem) = FieldType.pupil.canonical(number.text) {
            form.fault("number", problem.words)
        } else if number == pupil.ref {
            form.fault("number", "is the child's number already")
        } else if form.facts.pupils[number] != nil {
            form.fault("number", "is another child's")
        }
        form.renumber(pupil.ref, to: number)
        return .pupil(number)
    }

    static let pupilLeave = edit(
        .pupilLeave, "Record that a pupil leaves", short: "pupil leaves", choice: "leaves",
        help: "The child's last day on roll.", .child, [.lastDay("left")], unless: .noChild)
}

extension RowChoice {
    /// The child of the page.
    fileprivate static let child = RowChoice(.pupils, "Pupil", isShown: false) { context, entries in
        context.pupil(entries).map { [$0.pupil.record] } ?? []
    }
}

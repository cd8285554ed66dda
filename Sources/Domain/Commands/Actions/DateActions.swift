extension ActionSpec {
    static let term = ActionSpec(
        .term, "Enter a term", short: "term dates", choice: "term",
        help: "The first and last day of a term.",
        [
            FieldSpec(
                "academic_year", "Year", .line, required: true, hint: "such as 2026-27",
                standard: { context, _ in yearToEnter(context).label }),
            FieldSpec(
                "term", "Term", .words(of: .terms, "term"), required: true, decidesOthers: true,
                standard: { context, entries in missingTerms(context, entries).first?.rawValue }),
            FieldSpec(
                "start", "First day", .day(.either), required: true, hint: "such as 2 Sep 2026"),
            FieldSpec(
                "end", "Last day", .day(.either), required: true, hint: "such as 18 Dec 2026"),
            halfTerm("half_term_from", "Half-term", hint: "its first day; empty for none", \.first),
            halfTerm("half_term_to", "until", hint: "its last day", \.last), remove,
        ],
        ofSchool: true, prefill: begin(with: .terms)
    ) { form in
        let key = RecordKey(
            kind: .terms,
            parts: [AcademicYear(form["academic_year"])?.label ?? "", form["term"]])
        let existing = form.facts.record(key)
        if form["remove"] == "yes" {
            // What goes needs no days.
            for field in ["start", "end"] { form.settle(field, "") }
            form.remove(existing, or: "term", "is no term on record")
            return .school
        }
        form.refuseOtherYear(key.parts[0])
        form.put(.terms, over: existing, form.values("academic_year", "term", "start", "end"))
        form.putHalfTerm()
        return .school
    }

    static let closure = ActionSpec(
        .closure, "Enter days without school", short: "closures", choice: "days without school",
        help:
            "Half-term, INSET or other days on which the school is closed.",
        [
            FieldSpec("from", "First day", .day(.either), required: true, hint: "such as 26 Oct"),
            FieldSpec(
                "to", "Last day", .day(.either), hint: "empty for a single day"),
            FieldSpec("kind", "Kind", .words(of: .closures, "kind"), required: true),
            FieldSpec("name", "Name", .line, hint: "may be left empty"),
            FieldSpec(
                "replaces", "Replaces", .id,
                hint: "which closure: its first day, last day and kind",
                isShown: false,
                standard: { context, _ in
                    context.origin.record.flatMap { $0.kind == .closures ? $0.description : nil }
                }),
            remove,
        ],
        ofSchool: true, prefill: begin(with: .closures)
    ) { form in
        let last = form["to"].isEmpty ? form["from"] : form["to"]
        let parts = [form["from"], last, form["kind"]]
        let key = RecordKey(kind: .closures, parts: parts)
        let old = RecordKey(
            kind: .closures, parts: form["replaces"].split(separator: " ").map(String.init))
        if form["remove"] == "yes" {
            form.remove(
                form.facts.record(form["replaces"].isEmpty ? key : old), or: "from",
                "begins no closure on record")
            return .school
        }
        if !form["replaces"].isEmpty, old != key {
            form.remove(form.facts.record(old), or: "replaces", "names no closure on record")
        }
        form.put(
            .closures, over: form.facts.record(key),
            ["from": parts[0], "to": parts[1], "kind": parts[2], "name": form["name"]])
        return .school
    }

    /// A day of half-term, asked for with its term.
    private static func halfTerm(
        _ name: String, _ label: String, hint: String,
        _ end: KeyPath<YearDates.Days, Day> & Sendable
    ) -> FieldSpec {
        FieldSpec(name, label, .day(.either), hint: hint).offering { context, entries in
            guard let year = AcademicYear(entries["academic_year"]),
                let term = TermName(rawValue: entries["term"])
            else { return nil }
            let stands = context.facts.school.calendar.terms(of: year).first { $0.name == term }
            let days = stands.map { YearDates.Days($0.start, $0.end) }
            return context.halfTerm.offered(year, term, days)?[keyPath: end].iso
        }
    }

    /// What the record holds that was selected.
    static func begin(with kind: RecordKind) -> @Sendable (CommandContext) -> Entries {
        { context in context.entries(of: kind) ?? [:] }
    }

    private static let remove = FieldSpec(
        "remove", "Remove", .flag, hint: "yes takes it away", isShown: false)

    /// This year while terms of it are missing, then last year where a status began in it, then the
    /// first to come of which terms are missing.
    private static func yearToEnter(_ context: CommandContext) -> AcademicYear {
        let calendar = context.facts.school.calendar
        func isWhole(_ year: AcademicYear) -> Bool {
            calendar.terms(of: year).count >= TermName.allCases.count
        }
        var year = AcademicYear(of: context.today)
        guard isWhole(year) else { return year }
        if let before = context.yearBefore, !isWhole(before) { return before }
        while isWhole(year) { year = year.next }
        return year
    }

    private static func missingTerms(
        _ context: CommandContext, _ entries: Entries
    ) -> [TermName] {
        guard let year = AcademicYear(entries["academic_year"]) else { return [] }
        let known = context.facts.school.calendar.terms(of: year).map(\.name)
        return TermName.allCases.filter { !known.contains($0) }
    }
}

extension CommandContext {
    /// The filled columns of the record where the action was started, as entries of a form; `nil`
    /// where that is none of this kind.
    func entries(of kind: RecordKind) -> Entries? {
        guard let key = origin.record, key.kind == kind, let record = facts.record(key) else {
            return nil
        }
        return Entries(
            Dictionary(
                uniqueKeysWithValues: zip(kind.schema.columns, record.values)
                    .filter { !$1.isEmpty }.map { ($0.name, [$1]) }))
    }
}

extension Recording {
    /// Removes a record; a fault where there is none.
    fileprivate mutating func remove(_ record: Record?, or field: String, _ problem: String) {
        if let record {
            remove(record.key)
        } else {
            fault(field, problem, cause: .noSuchRecord)
        }
    }

    /// A fault where a term's days lie outside its academic year: most often a wrong year typed.
    fileprivate mutating func refuseOtherYear(_ label: String) {
        guard let year = AcademicYear(label) else { return }
        for field in ["start", "end"] {
            if let day = day(field), !year.contains(day) {
                fault(field, "is not in \(year.label)")
            }
        }
    }
}

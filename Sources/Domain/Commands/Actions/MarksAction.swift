extension ActionSpec {
    /// The marks of one child's day, where the register of the school's own system is not at hand or
    /// the reason for an absence has been learned.
    static let marks = ActionSpec(
        .marks, "Enter marks of a day", short: "enter marks", choice: "one child",
        help: "The marks of one child's day, with the reason for an absence.",
        [
            .pupil,
            FieldSpec(
                "date", "Date", .day(.past), required: true,
                hint: "such as today, yesterday, Fri or 23/11",
                decidesOthers: true,
                standard: { context, _ in
                    (context.dayOfDuty ?? context.dayOfMarks ?? context.today).iso
                }),
            mark("am", "Morning"), mark("pm", "Afternoon"),
            FieldSpec(
                "late_minutes", "Minutes late", .line, hint: "of a mark L or U; may be left empty",
                standard: { context, entries in
                    context.marksOnRecord(entries).flatMap { marks, day in
                        marks.lateMinutes(on: day).map(String.init)
                    }
                }),
        ],
        caution: noSchoolCautions
    ) { form in
        form.refuseFuture("date")
        guard let pupil = form.pupil() else { return nil }
        guard let day = form.day("date") else { return .pupil(pupil.ref) }
        if !pupil.pupil.roll.contains(day) {
            form.fault("date", "is a day on which the child is not on roll")
        }
        let am = form.code("am", on: day)
        let pm = form.code("pm", on: day)
        let late = form.minutes([am, pm])
        if form["am"].isEmpty, form["pm"].isEmpty {
            form.fault("am", "is missing", cause: .missing)
        }
        form.put(pupil, day, am: am, pm: pm, late: late)
        return .pupil(pupil.ref)
    }

    static let noSchoolCautions: @Sendable (Entries, CommandContext) -> [Caution] = {
        entries, context in
        guard let day = context.dayTyped(entries),
            !context.facts.school.calendar.isSchoolDay(day)
        else { return [] }
        return [Caution(field: "date", words: "\(day.short) is no school day")]
    }

    private static func mark(_ name: String, _ label: String) -> FieldSpec {
        FieldSpec(
            name, label, .person(codes), hint: "a code or its words: / present, I illness",
            standard: { context, entries in
                guard let (marks, day) = context.marksOnRecord(entries) else { return nil }
                let codes = marks.codes(on: day)
                return (name == "am" ? codes.am : codes.pm)?.text
            })
    }

    /// The codes that could be used on the day, each with what it means.
    private static let codes: FieldKind.Options = { context, entries in
        let day = context.dayTyped(entries) ?? context.today
        return context.pack.codes.entries.filter { context.pack.codes.isValid($0.code, on: day) }
            .map { Choice($0.code.text, "\($0.code.text) \($0.meaning)") }
    }
}

extension CommandContext {
    /// The day that is typed, in words too.
    func dayTyped(_ entries: Entries) -> Day? {
        DateWords(today: today, lean: .past).day(entries["date"])
    }

    /// The day of whose marks the duty tells.
    fileprivate var dayOfDuty: Day? {
        if case .day(let day) = origin.duty?.reference { return day }
        return nil
    }

    /// The day of the marks that are selected.
    fileprivate var dayOfMarks: Day? {
        guard let key = origin.record, key.kind == .attendance else { return nil }
        return key["date"].flatMap { Day(iso: $0) }
    }

    /// The child's marks of the year, with the day.
    fileprivate func marksOnRecord(_ entries: Entries) -> (YearMarks, Day)? {
        guard let day = dayTyped(entries),
            let marks = pupil(entries)?.marks[AcademicYear(of: day)]
        else { return nil }
        return (marks, day)
    }
}

extension Recording {
    /// The code of a session: of the two signs for present that of the session is meant.
    fileprivate mutating func code(_ field: String, on day: Day) -> RegisterCode? {
        var text = self[field]
        guard !text.isEmpty else { return nil }
        if text == "/" || text == "\\" { text = field == "am" ? "/" : "\\" }
        guard let code = RegisterCode(text) ?? RegisterCode(text.uppercased()) else {
            fault(field, "is no register code")
            return nil
        }
        guard context.pack.codes.isValid(code, on: day) else {
            fault(field, "is no register code on \(day.long)")
            return nil
        }
        return code
    }

    fileprivate mutating func minutes(_ codes: [RegisterCode?]) -> Int? {
        let text = self["late_minutes"]
        let isLate = codes.contains { $0?.isLate == true }
        // Minutes that stand from a mark that is late no longer go with it.
        guard !text.isEmpty, isLate else { return nil }
        guard let minutes = Int(text), (0...240).contains(minutes) else {
            fault("late_minutes", "is not a number of minutes from 0 to 240")
            return nil
        }
        return minutes
    }
}

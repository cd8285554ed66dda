extension ActionSpec {
    /// A register by hand: everybody in the class is present but those who are named.
    static let classMarks = ActionSpec(
        .classMarks, "Enter marks of a class", short: "class marks", choice: "a whole class",
        help: "A register by hand: everybody is present but those who are named with a code.",
        [
            FieldSpec(
                "year_group", "Year", .choice { context, _ in context.yearsOnRoll },
                hint: "of a class with several years: left empty"),
            FieldSpec(
                "class", "Class",
                .choice { context, entries in context.classesOnRoll(entries["year_group"]) },
                hint: "empty for the whole year"),
            FieldSpec(
                "date", "Date", .day(.past), required: true,
                hint: "such as today, yesterday, Fri or 23/11",
                standard: { context, _ in context.today.iso }),
            FieldSpec(
                "session", "Session",
                .choice { _, _ in RegisterSession.allCases.map { Choice($0.rawValue) } },
                required: true,
                standard: { context, _ in
                    let isMorning = context.now.londonClock < "12:30"
                    return (isMorning ? RegisterSession.morning : .day).rawValue
                }),
            FieldSpec(
                "absent", "Not there", .line, hint: "name and code: leo I; sam N; bea L 10"
            ).echoing { text, context, entries in
                guard !entries["year_group"].isEmpty || !entries["class"].isEmpty else {
                    return nil
                }
                let room = RegisterRoom(entries, context)
                let read = room.read(text)
                return read.problem == nil ? room.words(read.marks) : nil
            },
        ],
        ofSchool: true, caution: noSchoolCautions
    ) { form in
        form.refuseFuture("date")
        guard let day = form.day("date") else { return .school }
        guard let session = RegisterSession(rawValue: form["session"]) else {
            form.fault("session", "is none of morning, afternoon, day")
            return .school
        }
        guard !form["year_group"].isEmpty || !form["class"].isEmpty else {
            form.fault("class", "is missing, as is the year", cause: .missing)
            return .school
        }
        let room = RegisterRoom(form.entries, form.context)
        if room.children.isEmpty {
            form.fault("class", "has no child on roll on \(day.short)", cause: .noSuchRecord)
        }
        let read = room.read(form["absent"])
        if let problem = read.problem { form.fault("absent", problem) }
        for child in room.children {
            form.put(child, day, session, read.marks.first { $0.child == child.ref })
        }
        return .school
    }
}

/// Which part of a day a register is of.
private enum RegisterSession: String, CaseIterable {
    case morning, afternoon, day
}

/// The children of a class on a day, and what is written of those who are not simply present.
private struct RegisterRoom {
    struct Mark {
        let child: PupilRef
        let name: String
        let code: RegisterCode
        let late: Int?
    }

    let children: [PupilFacts]
    private let codes: RegisterCodeTable
    private let day: Day

    init(_ entries: Entries, _ context: CommandContext) {
        let day = context.dayTyped(entries) ?? context.today
        let (year, name) = (entries["year_group"], entries["class"])
        self.day = day
        codes = context.pack.codes
        children = context.facts.pupils.values.filter { child in
            child.pupil.roll.contains(day)
                && (year.isEmpty || child.pupil.record["year_group"] == year)
                && (name.isEmpty || child.pupil.className == name)
        }
        .sorted { $0.ref < $1.ref }
    }

    /// Reads `leo I; sam N; bea L 10`; the first part that cannot be read says why.
    func read(_ text: String) -> (marks: [Mark], problem: String?) {
        var marks: [Mark] = []
        for part in text.split(whereSeparator: { $0 == ";" || $0 == "," || $0.isNewline }) {
            let words = part.split(separator: " ").map(String.init)
            guard !words.isEmpty else { continue }
            switch mark(words) {
            case .success(let mark):
                if marks.contains(where: { $0.child == mark.child }) {
                    return (marks, "names \(mark.name) twice")
                }
                marks.append(mark)
            case .failure(let problem): return (marks, problem.words)
            }
        }
        return (marks, nil)
    }

    private func mark(_ words: [String]) -> Result<Mark, FieldType.Problem> {
        var words = words
        let minutes = words.count > 2 ? words.last.flatMap { Int($0) } : nil
        if minutes != nil { words.removeLast() }
        guard words.count > 1, let last = words.popLast() else {
            return .failure(
                FieldType.Problem("needs a code behind “\(words.joined())”, such as I or N"))
        }
        guard let code = RegisterCode(last) ?? RegisterCode(last.uppercased()),
            codes.isValid(code, on: day)
        else {
            return .failure(FieldType.Problem("“\(last)” is no register code on \(day.long)"))
        }
        if let minutes, !code.isLate || !(0...240).contains(minutes) {
            return .failure(FieldType.Problem("“\(minutes)”: only L and U have minutes, 0 to 240"))
        }
        let name = words.joined(separator: " ")
        let found = LineColumn.fitting(name, among: choices)
        guard let only = found.only else {
            let names = found.prefix(4).map(\.label).joined(separator: ", ")
            return .failure(
                FieldType.Problem(
                    found.isEmpty
                        ? "“\(name)” is no child of this class"
                        : "“\(name)” fits \(found.count): \(names)"))
        }
        return .success(
            Mark(child: PupilRef(only.value), name: only.label, code: code, late: minutes))
    }

    private var choices: [LineChoice] {
        children.map(\.pupil).map {
            LineChoice(
                $0.ref.text, $0.displayName, also: [$0.forename, $0.surname, $0.ref.text])
        }
    }

    /// `26 present; Leo Marsh I, Sam Field N`.
    func words(_ marks: [Mark]) -> String {
        let rest = "\(children.count - marks.count) present"
        let named = marks.map { "\($0.name) \($0.code.text)" + ($0.late.map { " \($0)" } ?? "") }
        return ([rest] + (named.isEmpty ? [] : [named.joined(separator: ", ")]))
            .joined(separator: "; ")
    }
}

extension CommandContext {
    /// The years of which there are children on roll, the youngest first.
    fileprivate var yearsOnRoll: [Choice] {
        guard case .choice(let years) = KindDefinition.yearGroups else { return [] }
        let present = Set(childrenHere.map { $0.record["year_group"] })
        return years.filter(present.contains).map { Choice($0, $0) }
    }

    /// The classes of a year, or of all years.
    fileprivate func classesOnRoll(_ year: String) -> [Choice] {
        let classes = childrenHere.filter { year.isEmpty || $0.record["year_group"] == year }
            .compactMap(\.className)
        return Set(classes).sorted().map { Choice($0, $0) }
    }

    private var childrenHere: [Pupil] {
        facts.pupils.values.map(\.pupil).filter { $0.roll.contains(today) }
    }
}

extension Recording {
    /// Who is not named is present, and keeps a mark that stands already.
    fileprivate mutating func put(
        _ child: PupilFacts, _ day: Day, _ session: RegisterSession, _ named: RegisterRoom.Mark?
    ) {
        let stood = child.marks[AcademicYear(of: day)]
        let codes = stood?.codes(on: day)
        func code(_ present: String, _ stands: RegisterCode?, in session: Bool) -> RegisterCode? {
            guard session else { return stands }
            guard let named else { return stands ?? RegisterCode(present) }
            return ["/", "\\"].contains(named.code.text) ? RegisterCode(present) : named.code
        }
        let am = code("/", codes?.am, in: session != .afternoon)
        let pm = code("\\", codes?.pm, in: session != .morning)
        let isLate = [am, pm].contains { $0?.isLate == true }
        let late = isLate ? named?.late ?? stood?.lateMinutes(on: day) : nil
        guard am != codes?.am || pm != codes?.pm || late != stood?.lateMinutes(on: day) else {
            return
        }
        put(child, day, am: am, pm: pm, late: late)
    }
}

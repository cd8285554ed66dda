extension LinesSpec {
    /// The form of a step; `nil` where the step is no form of lines.
    public static func of(_ step: SetupStep) -> LinesSpec? {
        switch step {
        case .dates: dates
        case .roles: roles
        case .statuses: statuses
        case .held: held
        case .school, .recordsFrom, .staff, .pupils, .register, .contacts: nil
        }
    }

    /// Who is known to a social worker, and since when: the children whom a file marks stand there
    /// already, any other is found by a few letters.
    static let statuses = LinesSpec(
        step: .statuses, title: "Children known to a social worker", heading: nil,
        columns: [
            LineColumn(
                "pupil", "Child", .choice({ $0.childrenOnRoll }, isFree: false), required: true,
                hint: "a few letters of the name", width: 30),
            LineColumn(
                "status", "Status", .choice({ _ in statusChoices }, isFree: false), required: true,
                hint: "CLA, PLA, CP or CIN", width: 26),
            LineColumn(
                "from", "Since", .day(.past), required: true,
                hint: "such as 1 Sep, 12/3/2025 or 4 March 2025"),
        ],
        isOpen: true, action: ActionID.statusBegin.rawValue,
        begin: { context, setup in
            setup.marked.compactMap { marked in
                guard let pupil = context.facts.pupils[marked.pupil]?.pupil,
                    pupil.roll.contains(context.today)
                else { return nil }
                return FormLine(
                    key: marked.pupil.text,
                    cells: [.open(pupil.ref.text), .open(marked.status.rawValue), .open("")])
            }
        },
        remarks: { context in
            let known = context.facts.pupils.values.count { child in
                child.statuses.contains { $0.span.contains(context.today) }
            }
            return known == 0
                ? [] : ["\(known) \(known == 1 ? "child is" : "children are") entered already."]
        },
        make: { _, values, _ in
            Making(
                spec: .statusBegin,
                entries: ["pupil": values[0], "status": values[1], "from": values[2]],
                pupil: PupilRef(values[0]))
        })

    private static let statusChoices = [
        LineChoice(CareKind.cla.rawValue, "CLA, looked after", also: ["in care"]),
        LineChoice(
            CareKind.pla.rawValue, "PLA, was looked after", also: ["previously", "adopted"]),
        LineChoice(CareKind.cp.rawValue, "CP, child protection plan"),
        LineChoice(CareKind.cin.rawValue, "CIN, child in need plan"),
    ]

    /// For each child known today the last PEP and the last meetings, as far as the child has them.
    static let held = LinesSpec(
        step: .held, title: "PEPs and reviews already held", heading: "Child",
        columns: [
            LineColumn("pep", "PEP", .day(.past), hint: heldHint),
            LineColumn("conference", "Conference", .day(.past), hint: heldHint),
            LineColumn("core_group", "Core group", .day(.past), hint: heldHint),
            LineColumn("review", "Review", .day(.past), hint: heldHint),
        ],
        isOpen: false, action: ActionID.meeting.rawValue,
        begin: { context, _ in
            context.childrenKnown.map { child in
                FormLine(
                    key: child.ref.text, label: child.pupil.displayName, pupil: child.ref,
                    cells: HeldBefore.cells(child, on: context.today))
            }
        },
        remarks: { _ in
            [
                "The last of each that was held. Leave empty what nobody knows.",
                "Review: of a looked-after child, or of a child in need.",
            ]
        },
        make: { line, values, context in
            guard let pupil = line.pupil, values.contains(where: { !$0.isEmpty }) else {
                return nil
            }
            var entries: Entries = ["pupil": pupil.text]
            for (column, value) in zip(["pep", "conference", "core_group", "review"], values) {
                entries[column] = value
            }
            return Making(spec: HeldBefore.spec, entries: entries, pupil: pupil)
        })

    private static let heldHint = "3 nov, 12/10/2026; empty where there was none"
}

/// PEPs and meetings that were held before the school had the program: a day, and no more.
enum HeldBefore {
    /// What is asked of a child, by its statuses today.
    static func cells(_ child: PupilFacts, on today: Day) -> [FormLine.Cell] {
        let kinds = Set(child.statuses.filter { $0.span.contains(today) }.map(\.kind))
        func meeting(_ kind: Meeting.Kind, _ isAsked: Bool) -> FormLine.Cell {
            let held = child.meetings.filter { $0.kind == kind }.compactMap { $0.held(by: today) }
            return cell(held.max(), isAsked: isAsked)
        }
        let isPlan = kinds.contains(.cp)
        let review = reviewKind(kinds)
        return [
            cell(child.peps.compactMap { $0.held(by: today) }.max(), isAsked: true),
            meeting(.conference, isPlan), meeting(.coreGroup, isPlan),
            review.map { meeting($0, true) } ?? .none,
        ]
    }

    private static func cell(_ held: Day?, isAsked: Bool) -> FormLine.Cell {
        guard isAsked else { return .none }
        return held.map { .stands($0.dayMonthYear) } ?? .open("")
    }

    private static func reviewKind(_ kinds: Set<CareKind>) -> Meeting.Kind? {
        if kinds.contains(.cla) { return .lookedAfterReview }
        return kinds.contains(.cin) ? .childInNeedReview : nil
    }

    /// Of one child: the form of all children makes its command line by line.
    static let spec = ActionSpec(
        .meeting, "Record what was held already", short: "held already",
        help: "The days of the last PEP, conference, core group and review.",
        [.pupil]
            + ["pep", "conference", "core_group", "review"].map {
                FieldSpec($0, $0, .day(.past))
            }
    ) { form in
        guard let pupil = form.pupil() else { return nil }
        for field in ["pep", "conference", "core_group", "review"] { form.refuseFuture(field) }
        if !form["pep"].isEmpty {
            form.put(
                .peps,
                [
                    "pep_id": form.newID("P", .peps), "pupil": pupil.ref.text,
                    "held_on": form["pep"],
                ], fields: ["held_on": "pep"])
        }
        let kinds = Set(pupil.statuses.filter { $0.span.contains(form.today) }.map(\.kind))
        let meetings: [(String, Meeting.Kind?)] = [
            ("conference", .conference), ("core_group", .coreGroup),
            ("review", reviewKind(kinds)),
        ]
        for case (let field, let kind?) in meetings where !form[field].isEmpty {
            form.put(
                .meetings,
                [
                    "meeting_id": form.newID("M", .meetings), "kind": kind.rawValue,
                    "pupil": pupil.ref.text, "held_on": form[field],
                ], fields: ["held_on": field])
        }
        return .pupil(pupil.ref)
    }
}

extension CommandContext {
    /// Everyone on roll, by name; two of one name and class are told apart by their numbers.
    fileprivate var childrenOnRoll: [LineChoice] {
        let pupils = facts.pupils.values.map(\.pupil).filter { $0.roll.contains(today) }
            .sorted { ($0.surname, $0.forename, $0.ref) < ($1.surname, $1.forename, $1.ref) }
        func label(_ pupil: Pupil) -> String {
            let place = pupil.className.map { "\(pupil.yearWords) \($0)" } ?? pupil.yearWords
            return "\(pupil.displayName), \(place)"
        }
        let labels = Dictionary(pupils.map { (label($0), 1) }, uniquingKeysWith: +)
        return pupils.map { pupil in
            let label = label(pupil)
            return LineChoice(
                pupil.ref.text, labels[label] == 1 ? label : "\(label) (\(pupil.ref.text))",
                also: [pupil.forename, pupil.surname, pupil.ref.text])
        }
    }

    /// The children known to a social worker today, by name.
    fileprivate var childrenKnown: [PupilFacts] {
        facts.pupils.values.filter { child in
            child.pupil.roll.contains(today)
                && child.statuses.contains { $0.span.contains(today) }
        }
        .sorted {
            ($0.pupil.surname, $0.pupil.forename, $0.ref)
                < ($1.pupil.surname, $1.pupil.forename, $1.ref)
        }
    }
}

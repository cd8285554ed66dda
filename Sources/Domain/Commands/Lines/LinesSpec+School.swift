extension LinesSpec {
    /// Who holds which role: a line for each, the member of staff by a few letters.
    static let roles = LinesSpec(
        step: .roles, title: "Who has which role", heading: "Role",
        columns: [
            LineColumn(
                "person", "Who", .choice({ $0.currentStaff }, isFree: true), required: true,
                hint: "a few letters of a member of staff; any other name stands as you type it",
                width: 26),
            LineColumn(
                "from", "Since", .day(.either), required: true,
                hint: "such as 1 Sep or 4 March 2025"),
        ],
        isOpen: false, action: ActionID.role.rawValue,
        begin: { context, _ in
            let since =
                context.facts.school.recordsFrom.map { min($0, context.today) } ?? context.today
            return roleNames.map { name in
                let holders = context.facts.school.roles.filter {
                    $0.name == name && $0.span.contains(context.today)
                }
                let label = name.words.sentenceCase
                guard let first = holders.map(\.span.from).min() else {
                    return FormLine(
                        key: name.rawValue, label: label,
                        cells: [.open(""), .open(since.dayMonthYear)])
                }
                let names = holders.map { context.facts.school.staffName($0.person) }
                return FormLine(
                    key: name.rawValue, label: label,
                    cells: [.stands(names.joined(separator: ", ")), .stands(first.dayMonthYear)])
            }
        },
        remarks: { _ in
            ["Leave empty what nobody holds. r changes a role later, and gives it a login."]
        },
        make: { line, values, _ in
            guard !values[0].isEmpty else { return nil }
            return Making(
                spec: .role,
                entries: ["role": line.key, "person": values[0], "from": values[1]])
        })

    /// A class teacher's role is of one class; there are too many for a line each.
    private static let roleNames: [Role.Name] = [
        .designatedTeacher, .dsl, .deputyDSL, .head, .senco, .designatedGovernor, .administrator,
        .educationAdviser, .virtualSchoolHead,
    ]

    /// The year's terms and half-terms: the authority's own stand there, each can be changed.
    static let dates = LinesSpec(
        step: .dates, title: "The year's dates", heading: "Part of the year",
        columns: [
            LineColumn(
                "first", "First day", .day(.either), required: true,
                hint: "such as 1 Sep or 1 Sep 2026"),
            LineColumn(
                "last", "Last day", .day(.either), required: true,
                hint: "such as 18 Dec or 18 Dec 2026"),
        ],
        isOpen: false, action: ActionID.term.rawValue,
        begin: { context, _ in YearLines.asked(context).flatMap(\.lines) },
        remarks: { YearLines($0, SetupFacts.year(of: $0.today)).remarks },
        make: { line, values, context in
            YearLines.asked(context).lazy.compactMap { $0.making(line, values) }.first
        })
}

/// The parts of the year whose dates are asked for.
private struct YearLines {
    private let context: CommandContext
    private let year: AcademicYear
    private let offered: YearDates?

    /// This year, and the year before where a status began in it and terms of it are missing.
    static func asked(_ context: CommandContext) -> [YearLines] {
        let now = YearLines(context, SetupFacts.year(of: context.today))
        guard let before = context.yearBefore.map({ YearLines(context, $0) }),
            TermName.allCases.contains(where: { before.term($0) == nil })
        else { return [now] }
        return [now, before]
    }

    init(_ context: CommandContext, _ year: AcademicYear) {
        self.context = context
        self.year = year
        offered = context.pack.dates(of: year)
    }

    private static let halfTerm = "-half-term"

    var lines: [FormLine] {
        TermName.allCases.flatMap { name -> [FormLine] in
            let isNow = year == SetupFacts.year(of: context.today)
            let word = name.rawValue.sentenceCase + (isNow ? "" : " \(year.label)")
            return [
                line(key(name), "\(word) term", term(name) ?? offered?.terms[name]),
                line(
                    key(name) + Self.halfTerm, "\(word) half-term",
                    context.halfTerm.offered(year, name, term(name))),
            ]
        }
    }

    /// `2026-27 autumn`.
    private func key(_ name: TermName) -> String { "\(year.label) \(name.rawValue)" }

    var remarks: [String] {
        let inset = "INSET days are your school's own: D enters them."
        guard let offered, let authority = context.pack.authority else {
            return ["\(year.label). \(inset)"]
        }
        let whose =
            offered.needsCheck
            ? "\(authority.name)'s dates of \(year.label) are an example: check them, then save."
            : "\(authority.name)'s dates of \(year.label): change what is different at your school."
        return [
            whose, inset,
            "Source (looked at on \(offered.checked.dayMonthYear)): \(offered.source).",
        ]
    }

    private func line(_ key: String, _ label: String, _ days: YearDates.Days?) -> FormLine {
        FormLine(
            key: key, label: label,
            cells: [.open(days?.first.dayMonthYear ?? ""), .open(days?.last.dayMonthYear ?? "")])
    }

    private func term(_ name: TermName) -> YearDates.Days? {
        calendar.terms(of: year).first { $0.name == name }.map {
            YearDates.Days($0.start, $0.end)
        }
    }

    /// The half-term on record: the closure of that kind within the term.
    private func halfTerm(_ name: TermName) -> Closure? {
        (term(name) ?? offered?.terms[name]).flatMap(context.halfTerm.onRecord)
    }

    private var calendar: SchoolCalendar { context.facts.school.calendar }

    /// `nil` for a line of another year.
    func making(_ line: FormLine, _ values: [String]) -> LinesSpec.Making? {
        let isHalfTerm = line.key.hasSuffix(Self.halfTerm)
        let asked = isHalfTerm ? String(line.key.dropLast(Self.halfTerm.count)) : line.key
        guard let name = TermName.allCases.first(where: { key($0) == asked }) else { return nil }
        if isHalfTerm {
            var entries: Entries = [
                "from": values[0], "to": values[1], "kind": Closure.Kind.halfTerm.rawValue,
            ]
            if let closure = halfTerm(name) {
                entries["replaces"] = closure.record.key.description
                entries["name"] = closure.name
            }
            return LinesSpec.Making(
                spec: .closure, entries: entries, fields: ["first": "from", "last": "to"])
        }
        return LinesSpec.Making(
            spec: .term,
            entries: [
                "academic_year": year.label, "term": name.rawValue, "start": values[0],
                "end": values[1],
            ], fields: ["first": "start", "last": "end"])
    }
}

extension CommandContext {
    fileprivate var currentStaff: [LineChoice] {
        staffOptions.map { LineChoice($0.value, $0.label) }
    }
}

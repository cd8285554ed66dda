import Domain

extension Model {
    /// Members of staff of today, by name.
    var currentStaff: [StaffMember] {
        facts.school.staff.filter { $0.span.contains(today) }
            .sorted { ($0.name.folded, $0.id) < ($1.name.folded, $1.id) }
    }

    /// The rules by which each member of staff owes something, in the policy's order.
    fileprivate var rulesOfStaff: [RuleID] {
        let found = Set(schoolDuties.compactMap(\.ruleOfEachMember))
        return pack.rules.map(\.id).filter(found.contains)
    }
}

extension PageContent {
    /// Who on the staff has read what, is trained in what, and when the rest is due; and the
    /// Designated Teacher's days of training.
    static func staff(_ model: Model) -> PageContent {
        let rules = model.rulesOfStaff
        let ofTeacher = model.schoolDuties.filter {
            $0.rule == .teacherTraining || $0.rule == .teacherQualified
        }
        let ofAll = model.schoolDuties.filter {
            $0.subject == .school && $0.ruleOfEachMember != nil
        }
        let late = model.schoolDuties.filter {
            if case .staff = $0.subject { return $0.ruleOfEachMember != nil }
            return false
        }
        return PageContent(
            title: "Staff", header: model.schoolHeader("staff and training"),
            shortHeader: model.shortSchoolHeader("staff and training"),
            sheets: [
                Sheet(
                    id: "staff", digit: 0, title: "Staff", counts: late.stateCounts,
                    content: .list(
                        StaffRow.columns(rules),
                        model.currentStaff.map { StaffRow.item($0, rules) }),
                    notes: [
                        TextLine(
                            "✓ read or trained on that day; else when it is due. Enter: one member.",
                            .muted)
                    ], empty: "No member of staff is on record."),
                Sheet(
                    id: "teacher", digit: 1, title: "Designated Teacher",
                    counts: ofTeacher.stateCounts,
                    content: .list(DutyRow.columns, ofTeacher.map { DutyRow.item($0) }),
                    empty: "No Designated Teacher is on record."),
                Sheet(
                    id: "all", digit: 2, title: "All staff", counts: ofAll.stateCounts,
                    content: .list(
                        DutyRow.columns,
                        ofAll.map { duty in
                            var item = DutyRow.item(duty)
                            if let rule = duty.ruleOfEachMember { item.opens = .rule(rule) }
                            return item
                        })),
            ], detail: { $1.staffDetail(of: $0) })
    }

    /// One member of staff: what is owed, what was read, which training.
    static func member(_ id: String, _ model: Model) -> PageContent? {
        guard let member = model.facts.school.staff.first(where: { $0.id == id }) else {
            return nil
        }
        let duties = model.schoolDuties.filter { $0.subject == .staff(id) }
        let post = member.record["post"]
        return PageContent(
            title: "Staff",
            header: model.schoolHeader("staff")
                + [
                    TextLine([
                        Phrase(member.name, .strong), Phrase(" · \(post) · \(member.span.words)"),
                    ])
                ],
            sheets: [
                Sheet(
                    id: "duties", digit: 0, title: "Duties", counts: duties.stateCounts,
                    content: .list(
                        OwnDutyRow.columns,
                        duties.sorted(by: Duty.mostPressingFirst).map { OwnDutyRow.item($0) }),
                    empty: "Nothing is owed under the rules."),
                .readings(of: member, model), .trainings(of: member, model),
            ], detail: { $1.dutyDetail(of: $0) })
    }

    /// The duties of one rule, the most pressing first.
    static func rule(_ id: RuleID, _ model: Model) -> PageContent? {
        guard let rule = model.pack.rule(id) else { return nil }
        let duties = model.allDuties.filter { $0.rule == id }.sorted(by: Duty.mostPressingFirst)
        return PageContent(
            title: rule.title, header: model.schoolHeader(rule.title),
            sheets: [
                Sheet(
                    id: "rule", digit: 0, title: rule.title, counts: duties.stateCounts,
                    content: .list(DutyRow.columns, duties.map { DutyRow.item($0) }),
                    empty: "No duty of this rule is shown here.")
            ], detail: { $1.detail(of: $0) })
    }
}

extension Duty {
    /// By state, the most urgent first, then as duties are listed.
    static func mostPressingFirst(_ one: Duty, _ other: Duty) -> Bool {
        let order = PolicyLedger.urgency
        let places = (
            order.firstIndex(of: one.state) ?? order.count,
            order.firstIndex(of: other.state) ?? order.count
        )
        return places.0 == places.1 ? inOrder(one, other) : places.0 < places.1
    }
}

/// Members of staff as rows, a column for each rule.
enum StaffRow {
    static func columns(_ rules: [RuleID]) -> [TableColumn] {
        [
            TableColumn("Name", minimum: 14, share: 2),
            TableColumn("Post", minimum: 12, share: 1, priority: 9),
        ]
            + rules.enumerated().map { place, rule in
                TableColumn(title(rule), minimum: 8, priority: place < 6 ? 0 : 1)
            }
    }

    /// *Keeping children safe in education* goes by its initials.
    private static let initialisms: Set<String> = ["kcsie"]

    /// What the rule's name says beside `read` and `trained`: `Policy`, `KCSIE`, `Bias`.
    private static func title(_ rule: RuleID) -> String {
        let name = rule.rawValue.replacing("-read", with: "").replacing("trained-", with: "")
        return initialisms.contains(name) ? name.uppercased() : name.sentenceCase
    }

    static func item(_ member: StaffMember, _ rules: [RuleID]) -> SheetItem {
        SheetItem(
            id: member.id, opens: .member(member.id), record: member.key,
            search: { model in
                let states = model.duties(of: member).map(\.state.word)
                return "\(member.name) \(member.record["post"]) \(states.joined(separator: " "))"
            },
            row: { row(member, rules, $0) })
    }

    private static func row(_ member: StaffMember, _ rules: [RuleID], _ model: Model) -> Row {
        let duties = model.duties(of: member)
        let cells = rules.map { rule -> [Phrase] in
            guard let duty = duties.first(where: { $0.rule == rule }) else { return [] }
            let day = duty.dayDone ?? duty.due
            return [Phrase("\(duty.state.glyph) \(day?.dayAndMonth ?? "")", duty.state.tone)]
        }
        let spoken = duties.map { duty in
            "\(duty.title) \(duty.state.word)"
                + (duty.dayDone.map { " on \($0.dayMonthYear)" }
                    ?? duty.due.map { ", due \($0.dayMonthYear)" } ?? "")
        }
        let post = member.record["post"]
        return Row(
            id: member.id, cells: [[Phrase(member.name)], [Phrase(post, .muted)]] + cells,
            spoken: (["\(member.name), \(post)"] + spoken).joined(separator: "; "))
    }
}

extension Duty {
    /// The day on which what is asked of a member of staff was done.
    fileprivate var dayDone: Day? {
        if state == .met, case .done(_, let day) = reason { return day }
        return nil
    }
}

extension Model {
    /// What a member of staff owes this year.
    fileprivate func duties(of member: StaffMember) -> [Duty] {
        schoolDuties.filter { $0.subject == .staff(member.id) && $0.ruleOfEachMember != nil }
    }

    /// Of a member: what is open. Of a duty: its reason.
    fileprivate func staffDetail(of item: SheetItem) -> [TextLine] {
        guard let member = facts.school.staff.first(where: { item.opens == .member($0.id) }) else {
            return detail(of: item)
        }
        let open = duties(of: member).filter(\.state.isOpen)
        let words = open.map { "\($0.title) (\($0.state.word))" }.joined(separator: ", ")
        return [
            TextLine(
                [Phrase(member.name, .strong), Phrase(" · \(member.record["post"])")]),
            TextLine(open.isEmpty ? "All read and trained." : "Open: \(words)"),
        ]
    }
}

extension Sheet {
    fileprivate static func readings(of member: StaffMember, _ model: Model) -> Sheet {
        let rows = model.facts.school.acknowledgements
            .filter { $0.staff == member.id && $0.on <= model.today }
            .sorted { ($0.on, $0.what) > ($1.on, $1.what) }
        let items = rows.map { row in
            let what = model.words(ofReading: row.what)
            let version = row.record["version"]
            return SheetItem.record(
                row.key,
                [[Phrase(row.on.dayMonthYear)], [Phrase(what)], [Phrase(version, .muted)]],
                spoken: [row.on.dayMonthYear, what, version])
        }
        return Sheet(
            id: "readings", digit: 1, title: "Read",
            content: .list(
                [
                    TableColumn("On", minimum: 11), TableColumn("What", minimum: 20, share: 2),
                    TableColumn("Version", minimum: 8, share: 1),
                ], items), empty: "Nothing is on record as read.")
    }

    fileprivate static func trainings(of member: StaffMember, _ model: Model) -> Sheet {
        let byID = Dictionary(
            model.facts.school.training.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first }
        )
        let rows = model.facts.school.trainingPeople.filter { $0.staff == member.id }
            .compactMap { person in byID[person.training].map { (person, $0) } }
            .filter { $0.1.on <= model.today }
            .sorted { ($0.1.on, $0.1.id) > ($1.1.on, $1.1.id) }
        let items = rows.map { person, training in
            let days = training.days.map { "\($0.words) days" } ?? ""
            let caughtUp = person.caughtUpOn.flatMap { $0 <= model.today ? $0 : nil }
            let came =
                person.attended
                ? "came" : caughtUp.map { "caught up \($0.dayAndMonth)" } ?? "not yet caught up"
            let isOpen = !person.attended && caughtUp == nil
            return SheetItem.record(
                person.key,
                [
                    [Phrase(training.on.dayMonthYear)], [Phrase(training.title)],
                    [Phrase(training.kind.rawValue.roleWords, .muted)], [Phrase(days)],
                    [Phrase(came, isOpen ? .soon : .normal)],
                ],
                spoken: [training.on.dayMonthYear, training.title, days, came])
        }
        return Sheet(
            id: "training", digit: 2, title: "Training",
            content: .list(
                [
                    TableColumn("On", minimum: 11), TableColumn("Title", minimum: 20, share: 2),
                    TableColumn("About", minimum: 16, share: 1, priority: 1),
                    TableColumn("Days", minimum: 8), TableColumn("", minimum: 17),
                ], items), empty: "No training is on record.")
    }
}

extension Model {
    /// What an acknowledgement is of: `policy`, `kcsie`, `the profile of Bea Ashworth`.
    fileprivate func words(ofReading what: String) -> String {
        Acknowledgement.pupil(ofProfile: what).map { "the profile of \(name(of: .pupil($0)))" }
            ?? what.roleWords
    }
}

import Domain

extension Sheet {
    /// Pane 3: the children whose attendance gives concern, and who has been told.
    static func attendance(_ model: Model) -> Sheet {
        let alerts = model.children.filter(\.isAttendanceAlert)
        let duties = alerts.flatMap(\.duties).filter { $0.topic == .attendance }
        return Sheet(
            id: "attendance", digit: 3, title: "Attendance alerts", tab: "Attendance",
            counts: duties.stateCounts,
            content: .list(AttendanceRow.columns(model), alerts.map { AttendanceRow.item($0.ref) }),
            notes: [
                TextLine("C concern, P persistent absence, S severe absence", .muted),
                TextLine("Told: carer, social worker, Virtual School", .muted),
            ], empty: "No child's attendance gives concern.")
    }
}

/// Children as rows of the attendance pane.
enum AttendanceRow {
    static func columns(_ model: Model) -> [TableColumn] {
        [
            TableColumn("Pupil", minimum: 14, share: 1),
            TableColumn("Week of \(model.monday.dayAndMonth)", minimum: 14, priority: 1),
            TableColumn("Year", side: .right, minimum: 8),
            TableColumn("Since", minimum: 6, priority: 2, isFigure: true),
            TableColumn("Told", minimum: 5),
        ]
    }

    static func item(_ ref: PupilRef) -> SheetItem {
        SheetItem(
            id: ref.text, opens: .pupil(ref), pupil: ref,
            shows: { $0.openDuties(of: ref, on: .attendance) }, search: { $0.searchWords(ref) },
            row: { model in
                guard let child = model.child(ref) else {
                    let name = model.name(of: .pupil(ref))
                    return Row(
                        id: ref.text, cells: [[Phrase(name, .child)], [], [], [], []], spoken: name)
                }
                return row(child, model)
            })
    }

    private static func row(_ child: Child, _ model: Model) -> Row {
        let marks = model.week(of: child.facts)
        let figure = model.attendanceWords(child)
        let since = child.concernSince
        let told = model.access.sees(.contacts) ? child.told : []
        let spokenTold = told.map {
            "\($0.needed.rawValue) told: \($0.state?.word ?? "not needed")"
        }
        return Row(
            id: child.ref.text,
            cells: [
                [Phrase(child.pupil.displayName, .child)], [Phrase(marks)], figure.cell,
                [Phrase(since?.dayAndMonth ?? "–")],
                told.enumerated().flatMap { place, one in
                    (place == 0 ? [] : [Phrase(" ")])
                        + [one.state?.phrase ?? DutyState.upcoming.phrase]
                },
            ],
            spoken: [
                child.pupil.displayName, "marks this week \(marks)", figure.spoken,
                since.map { "since \($0.short)" } ?? "no concern dated",
                spokenTold.joined(separator: ", "),
            ].joined(separator: "; "))
    }
}

extension Child {
    /// An open concern, or a figure on the wrong side of a line.
    var isAttendanceAlert: Bool {
        duties.contains { duty in
            duty.rule == .attendanceStillOpen
                || (duty.rule == .attendanceLevel && duty.state == .overdue)
        }
    }

    /// The first day of the oldest concern that is open.
    var concernSince: Day? {
        duties(of: .attendanceStillOpen).compactMap { duty in
            if case .concern(_, let opened) = duty.reference { opened } else { nil }
        }.min()
    }

    /// How the calls about the open concerns stand: the most urgent state of each party, `nil` where
    /// nobody has to be told.
    var told: [(needed: ContactNeeded, state: DutyState?)] {
        let open = Set(duties(of: .attendanceStillOpen).map(\.reference))
        let rules: [(ContactNeeded, RuleID)] = [
            (.carer, .contactCarer), (.socialWorker, .contactSocialWorker),
            (.virtualSchool, .contactVirtualSchool),
        ]
        return rules.map { needed, rule in
            let states = duties.filter { $0.rule == rule && open.contains($0.reference) }.map(
                \.state)
            let order: [DutyState] = [.overdue, .unknown, .soon, .missed, .upcoming, .met]
            return (needed, order.first(where: states.contains))
        }
    }
}

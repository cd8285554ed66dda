import Domain

/// A child's Pupil Premium Plus in a school that keeps its policy.
extension Money {
    /// Days into the financial year, what for, and the share of the year's money in hundredths.
    private static let course: [(days: Int, share: Int, whats: [String])] = [
        (85, 20, ["Reading tutor, summer term", "Swimming lessons"]),
        (110, 16, ["Residential trip", "Football club and kit"]),
        (200, 20, ["Reading tutor, autumn term", "Speech and language sessions"]),
        (235, 24, ["Play therapy, six sessions", "Sensory circuits, a term"]),
        (285, 20, ["Reading tutor, spring term", "Books chosen with home"]),
    ]

    /// Each year's money is spent by January, each spend serves a target, and what it brought is
    /// written down within a term.
    func writeYears(to draft: inout Draft, _ child: Child, meetings: Meetings) {
        for year in years {
            for fund in Money.kinds {
                guard let pounds = meetings.story.money.allowance[fund.kind],
                    let day = firstDay(year, fund.kind, child, meetings.story)
                else { continue }
                let course = Money.course.map { use in
                    (on: moment.workingDay(upTo: year.first + use.days), use: use)
                }.filter { $0.on > day }
                guard let last = course.last else { continue }
                let id = fundID(fund.kind, year)
                put(
                    &draft, id, child.ref.text, "allocation", day, pounds,
                    "Allocation \(year.label)")
                let before = course.dropLast().map(\.use.share).reduce(0, +)
                for (on, use) in course where on <= moment.today {
                    let share = on == last.on ? 100 - before : use.share
                    put(
                        &draft, id, child.ref.text, "spend", on, pounds * share / 100,
                        use.whats[child.number % use.whats.count],
                        target: meetings.target(on: on),
                        impact: (child.number + use.days) % 3 == 0 ? "strong" : "some",
                        impactOn: moment.after(on, 40))
                }
            }
        }
    }

    /// Bought for all of them together, a term ago; nobody has said yet what it brought.
    func writeShared(to draft: inout Draft) {
        let on = moment.ago(63)
        put(
            &draft, fundID(.plusLookedAfter, FinancialYear(of: on)), "", "spend", on, 95,
            "Books and games for the nurture room")
    }
}

import Domain

/// The funds of this financial year and the last, and what was done with them.
struct Money {
    let moment: Moment
    let story: SchoolStory
    let years: [FinancialYear]

    static let kinds: [(kind: Fund.Kind, word: String, name: String, manager: String)] = [
        (.plusLookedAfter, "cla", "PP+ looked after", "virtual-school"),
        (.plusPreviouslyLookedAfter, "pla", "PP+ previously looked after", "school"),
        (.pupilPremium, "pp", "Pupil premium", "school"),
    ]

    init(_ moment: Moment, _ story: SchoolStory) {
        self.moment = moment
        self.story = story
        let year = FinancialYear(of: moment.today)
        years = [FinancialYear(start: year.start - 1), year]
    }

    /// The funds with their pots.
    func writeFunds(to draft: inout Draft, pupils: Int) {
        for year in years {
            for fund in Money.kinds {
                let id = fundID(fund.kind, year)
                draft.put(
                    .funds,
                    [
                        "fund_id": id, "name": fund.name, "kind": fund.kind.rawValue,
                        "financial_year": year.label, "managed_by": fund.manager,
                    ])
                put(&draft, id, "", "allocation", year.first, pot(fund.kind, pupils), "The pot")
            }
            let premium = fundID(.pupilPremium, year)
            for (days, what, share) in Money.purchases where year.first + days <= moment.today {
                put(&draft, premium, "", "spend", year.first + days, pupils * share, what)
            }
        }
        if story == .kept { writeShared(to: &draft) }
    }

    /// What the whole school has of a fund, in pounds.
    private func pot(_ kind: Fund.Kind, _ pupils: Int) -> Int {
        switch kind {
        case .plusLookedAfter: 1000 + pupils
        case .plusPreviouslyLookedAfter: 200
        case .pupilPremium: 150 * pupils
        case .other: 0
        }
    }

    /// Days into the financial year, what, and pounds for each pupil of the school.
    private static let purchases = [
        (45, "Breakfast club, summer term", 18), (160, "Reading scheme", 24),
        (220, "Small-group teaching, autumn term", 41), (300, "Small-group teaching, spring", 38),
    ]

    /// One child's allocations and uses.
    func write(to draft: inout Draft, _ child: Child, meetings: Meetings) {
        switch story {
        case .kept: writeYears(to: &draft, child, meetings: meetings)
        case .busy: writeStory(to: &draft, child, meetings: meetings)
        }
    }

    private func writeStory(to draft: inout Draft, _ child: Child, meetings: Meetings) {
        let story = meetings.story
        for year in years {
            for fund in Money.kinds {
                guard let pounds = story.money.allowance[fund.kind],
                    let day = firstDay(year, fund.kind, child, story)
                else { continue }
                put(
                    &draft, fundID(fund.kind, year), child.ref.text, "allocation", day, pounds,
                    "Allocation \(year.label)")
            }
        }
        var last: (id: String, fund: String)?
        for use in story.money.uses {
            let day = moment.ago(use.ago)
            guard let year = years.first(where: { $0 == FinancialYear(of: day) }) else { continue }
            let commitment = use.settles ? last : nil
            let fund = commitment?.fund ?? fundID(use.fund, year)
            let id = put(
                &draft, fund, child.ref.text, use.kind.rawValue, day, use.pounds, use.what,
                commitment: commitment?.id ?? "",
                target: use.isLinked ? meetings.target(on: day) : "", reason: use.reason,
                impact: use.impact, impactOn: moment.after(day, 18))
            if use.kind == .commitment { last = (id, fund) }
        }
    }

    /// When the year's allocation came: at its beginning, or when the child's story says.
    func firstDay(
        _ year: FinancialYear, _ kind: Fund.Kind, _ child: Child, _ story: Story
    ) -> Day? {
        if let came = story.money.firstCame {
            return FinancialYear(of: moment.today - came) == year ? moment.today - came : nil
        }
        let group: CareKind = kind == .plusLookedAfter ? .cla : .pla
        let since = story.statuses.filter { $0.kind == group }.map { moment.today - $0.from }.min()
        guard let since else { return nil }
        let day = max(year.first, since, child.admitted)
        return day <= min(year.last, child.left ?? moment.today) ? day : nil
    }

    func fundID(_ kind: Fund.Kind, _ year: FinancialYear) -> String {
        let word = Money.kinds.first { $0.kind == kind }?.word ?? kind.rawValue
        return "\(word)-\(year.label)"
    }

    @discardableResult
    func put(
        _ draft: inout Draft, _ fund: String, _ pupil: String, _ kind: String, _ on: Day,
        _ pounds: Int, _ what: String, commitment: String = "", target: String = "",
        reason: String = "", impact: String? = nil, impactOn: Day? = nil
    ) -> String {
        let id = draft.nextID("E")
        let isKnown = impact != nil && impactOn != nil
        draft.put(
            .funding,
            [
                "entry_id": id, "fund_id": fund, "pupil": pupil, "kind": kind, "on": on.iso,
                "amount": Pence(100 * pounds).pounds, "commitment": commitment,
                "target_id": target, "what": what, "reason": reason,
                "impact": isKnown ? impact ?? "" : "", "impact_on": isKnown ? impactOn.text : "",
                "impact_note": isKnown ? "As the class teacher and the child see it" : "",
            ])
        return id
    }
}

import Domain

/// A PEP as it goes into the record.
struct Meeting {
    let id: String
    var planned: Day
    var held: Day?
    var isCalledOff = false
    var invited = Story.PEPs.Invited.everybody
    var flaws: Set<Story.PEPs.Flaw> = []
    /// Whether the next PEP looked back at its targets.
    var isReviewed = true
    var targets: [String] = []
}

/// The PEPs of one child: one a term since last year, and what stands of this term's.
struct Meetings {
    var all: [Meeting] = []
    let child: Child
    let story: Story
    let moment: Moment

    init(
        _ child: Child, _ story: Story, _ moment: Moment, everYears: Int, seed: UInt64,
        draft: inout Draft
    ) {
        self.child = child
        self.story = story
        self.moment = moment
        var dice = story.dice(seed: seed, for: "peps", child.number)
        let index = dice.below(30)
        let terms = moment.begunTerms
        let past = terms.filter { moment.calendar.lastSchoolDay(of: $0) < moment.today }
        let own = heldDay
        for term in past {
            if let own, term.contains(own) { continue }
            if story.peps.skipsLast, term == past.last { continue }
            let day = usualDay(in: term, index)
            guard story.isKnown(on: day, today: moment.today, everYears: everYears) else {
                continue
            }
            add(day, held: day, &draft)
        }
        if story.peps.calledOff {
            add(moment.ago(15), &draft)
            all[all.count - 1].isCalledOff = true
        }
        if let own {
            markEarlier()
            add(own, held: own, &draft)
            all[all.count - 1].flaws = story.peps.flaws
        } else if let term = terms.last, past.last != term {
            addPresent(in: term, index, &draft)
        }
    }

    private mutating func add(_ planned: Day, held: Day? = nil, _ draft: inout Draft) {
        guard child.isOnRoll(planned) else { return }
        all.append(Meeting(id: draft.nextID("P"), planned: planned, held: held))
    }

    /// The day of the PEP that the story says was held lately.
    private var heldDay: Day? {
        guard case .held(let ago) = story.peps.now else { return nil }
        let day = moment.ago(ago)
        return child.isOnRoll(day) ? day : nil
    }

    /// A PEP of the running term that is not told of as held.
    private mutating func addPresent(in term: Term, _ index: Int, _ draft: inout Draft) {
        switch story.peps.now {
        case .none: break
        case .usual:
            let day = usualDay(in: term, index)
            add(day, held: day < moment.today ? day : nil, &draft)
        case .slipped(let ago):
            // At the beginning of a term nothing can have slipped in it yet.
            let day = moment.ago(ago)
            add(day >= term.start ? day : plannedDay(ago, in: term), &draft)
        case .held: add(plannedDay(10, in: term), &draft)
        case .planned(let ahead, let invited):
            add(plannedDay(ahead, in: term), &draft)
            all[all.count - 1].invited = invited
        }
    }

    /// So many school days ahead, but within the term: on its last day at the latest.
    private func plannedDay(_ ahead: Int, in term: Term) -> Day {
        min(moment.ahead(ahead), moment.calendar.lastSchoolDay(of: term))
    }

    /// About the middle of the term, each child on a day of their own.
    private func usualDay(in term: Term, _ index: Int) -> Day {
        let days = moment.calendar.schoolDays(from: term.start, through: term.end)
        return days[days.startIndex + days.count * (30 + index) / 90]
    }

    /// What the story says of the PEP before the one held lately.
    private mutating func markEarlier() {
        guard let index = all.lastIndex(where: { $0.held != nil }) else { return }
        if story.peps.flaws.contains(.earlierWithoutTargets) { all[index].flaws = [.noTargets] }
        if story.peps.flaws.contains(.earlierUnreviewed) { all[index].isReviewed = false }
    }
}

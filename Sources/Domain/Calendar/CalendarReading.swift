/// Reads the events of a calendar from the facts that somebody may see.
struct CalendarReading {
    let facts: Facts
    let today: Day
    let names: CalendarNames

    /// What was planned for an earlier year is left to the history.
    private var first: Day { AcademicYear(of: today).first }

    // MARK: What is planned

    /// PEPs that are planned, or were and are cancelled.
    var peps: [CalendarEvent] {
        facts.pupils.values.flatMap { child in
            child.peps.compactMap { pep -> CalendarEvent? in
                guard let day = pep.plannedFor ?? pep.heldOn, day >= first,
                    pep.held(by: today) == nil
                else { return nil }
                // Not every calendar shows what is cancelled as such.
                let title = (pep.isCancelled ? "Cancelled: " : "") + pep.kind.eventWords
                return CalendarEvent(
                    "pep \(pep.id)", .pep, on: day, at: pep.time,
                    "\(title), \(words(of: child.ref))",
                    isCancelled: pep.isCancelled)
            }
        }
    }

    /// Conferences, core groups and other meetings about a child, and the school's own.
    var meetings: [CalendarEvent] {
        everyMeeting.filter { !$0.meeting.kind.isReview }.compactMap { event($0, .conference) }
    }

    /// Reviews of care, of a plan and of special educational needs.
    var reviews: [CalendarEvent] {
        let ofPlans = everyMeeting.filter { $0.meeting.kind.isReview }
            .compactMap { event($0, .review) }
        let ofNeeds = facts.pupils.values.flatMap { child in
            child.senReviews.compactMap { review -> CalendarEvent? in
                guard let day = review.plannedFor, day >= first, review.held(by: today) == nil
                else { return nil }
                return CalendarEvent(
                    "sen-review \(review.id)", .review, on: day,
                    "\(review.kind.words), \(words(of: child.ref))")
            }
        }
        return ofPlans + ofNeeds
    }

    private typealias HeldMeeting = (meeting: Meeting, child: PupilRef?)

    private var everyMeeting: [HeldMeeting] {
        let ofSchool = facts.school.meetings.map { meeting -> HeldMeeting in (meeting, nil) }
        let ofChildren = facts.pupils.values.flatMap { child in
            child.meetings.map { meeting -> HeldMeeting in (meeting, child.ref) }
        }
        return ofSchool + ofChildren
    }

    private func event(_ one: HeldMeeting, _ kind: CalendarEvent.Kind) -> CalendarEvent? {
        guard let day = one.meeting.plannedFor, day >= first, one.meeting.held(by: today) == nil
        else { return nil }
        let about = one.child.map { ", \(words(of: $0))" } ?? ""
        return CalendarEvent(
            "meeting \(one.meeting.id)", kind, on: day, at: one.meeting.time,
            one.meeting.kind.words.sentenceCase + about)
    }

    // MARK: What is owed

    /// The last days of what is still to be done; the rule stands beside it, and no reference, which
    /// somebody may have made of a name.
    func deadlines(of duties: [Duty]) -> [CalendarEvent] {
        duties.compactMap { duty -> CalendarEvent? in
            guard let due = duty.due, duty.state.isOpen, duty.state != .unknown else { return nil }
            let about = about(duty.subject).map { ", \($0)" } ?? ""
            let clauses = duty.clauses.isEmpty ? "" : " (\(duty.clauses.joined(separator: ", ")))"
            return CalendarEvent(
                "duty \(duty.id.text)", .deadline, on: due, "Due: \(duty.title)\(about)",
                details: duty.rule.rawValue + clauses)
        }
    }

    // MARK: The school's year

    /// The first and the last day of each term: one that is shown through all its weeks hides the
    /// rest.
    var terms: [CalendarEvent] {
        facts.school.calendar.terms.flatMap { term -> [CalendarEvent] in
            let name = "\(term.name.rawValue.sentenceCase) term"
            return [
                CalendarEvent("term \(term.label) begins", .term, on: term.start, "\(name) begins"),
                CalendarEvent("term \(term.label) ends", .term, on: term.end, "\(name) ends"),
            ]
        }.filter { $0.time.day >= first }
    }

    /// Half-terms, INSET days and the others. They have no id of their own: each is known by its
    /// kind and its place in the year, so that one which is moved stays the same event.
    var closures: [CalendarEvent] {
        var places: [String: Int] = [:]
        return facts.school.calendar.closures.compactMap { closure -> CalendarEvent? in
            let label = "\(closure.kind.rawValue) \(AcademicYear(of: closure.from).label)"
            let place = places[label, default: 0] + 1
            places[label] = place
            guard closure.to >= first else { return nil }
            let name = closure.name.isEmpty ? "" : ": \(closure.name)"
            return CalendarEvent(
                id: "closure \(label) \(place)", kind: .term,
                time: .days(closure.from, through: max(closure.from, closure.to)),
                title: closure.kind.eventWords + name)
        }
    }

    // MARK: Whom it is about

    private func about(_ subject: Subject) -> String? {
        switch subject {
        case .pupil(let ref): words(of: ref)
        case .staff(let id):
            named(facts.school.staff.first { $0.id == id }?.name, by: id)
        case .fund(let id): "fund \(id)"
        case .school: nil
        }
    }

    private func words(of ref: PupilRef) -> String {
        named(facts.pupils[ref]?.pupil.displayName, by: ref.text)
    }

    private func named(_ name: String?, by reference: String) -> String {
        guard let name else { return reference }
        switch names {
        case .reference: return reference
        case .initials: return "\(name.initials) (\(reference))"
        case .full: return "\(name) (\(reference))"
        }
    }
}

extension PEP.Kind {
    /// The meeting as an event is called.
    fileprivate var eventWords: String {
        switch self {
        case .meeting: "PEP meeting"
        case .review: "PEP review by the Designated Teacher"
        case .interim: "Interim PEP meeting"
        }
    }
}

extension Meeting.Kind {
    /// Whether it looks again at what was settled for a child.
    fileprivate var isReview: Bool {
        switch self {
        case .childInNeedReview, .lookedAfterReview: true
        case .conference, .coreGroup, .jointPlanning, .virtualSchoolVisit, .monitoring, .report,
            .staffAdvice, .cohortCheck, .other:
            false
        }
    }
}

extension Closure.Kind {
    /// The closure as an event is called.
    fileprivate var eventWords: String {
        switch self {
        case .halfTerm: "Half-term"
        case .inset: "INSET day"
        case .bankHoliday: "Bank holiday"
        case .other: "School closed"
        }
    }
}

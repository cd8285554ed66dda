import Domain

/// A meeting about a child's plan that comes round, or the school's report to one.
enum Appointment: CaseIterable {
    case conference, coreGroup, childInNeedReview, lookedAfterReview, report

    /// As the glance writes it.
    var letters: String {
        switch self {
        case .conference: "RC"
        case .coreGroup: "CG"
        case .childInNeedReview: "CIN"
        case .lookedAfterReview: "LAC"
        case .report: "Rep"
        }
    }

    var words: String {
        switch self {
        case .conference: "review conference"
        case .coreGroup: "core group"
        case .childInNeedReview: "child in need review"
        case .lookedAfterReview: "looked-after review"
        case .report: "our report"
        }
    }

    /// The rules behind all of them.
    static let rules = Set(allCases.map(\.rule))

    fileprivate var rule: RuleID {
        switch self {
        case .conference: .conference
        case .coreGroup: .coreGroup
        case .childInNeedReview: .childInNeedReview
        case .lookedAfterReview: .lookedAfterReview
        case .report: .conferenceReport
        }
    }

    fileprivate var kind: Meeting.Kind? {
        switch self {
        case .conference: .conference
        case .coreGroup: .coreGroup
        case .childInNeedReview: .childInNeedReview
        case .lookedAfterReview: .lookedAfterReview
        case .report: nil
        }
    }
}

/// When an appointment is next, and how it stands.
struct NextAppointment {
    let what: Appointment
    /// The day for which it is planned.
    let planned: Day?
    /// ` 14:30`; empty where no time is known.
    let time: String
    /// The day by which the rules ask for it.
    let due: Day?
    let state: DutyState?

    /// The day that is written down: planned, else due.
    var day: Day? { planned ?? due }

    /// `3 Dec ▲`, today `14:30 ▲`, of an earlier year `9/25 !`; `not known` where nobody
    /// can tell when it is.
    ///
    /// - Parameter inFull: whether there is room for the day and its time.
    func phrases(on today: Day, inFull: Bool = false) -> [Phrase] {
        let day = day.map { day in
            if planned == today, !time.isEmpty, !inFull { return "\(time.dropFirst()) " }
            let clock = inFull ? time : ""
            return AcademicYear(of: day) == AcademicYear(of: today) || day > today
                ? "\(day.dayAndMonth)\(clock) " : "\(day.civil.month)/\(day.year % 100) "
        }
        guard let state else { return [Phrase(day ?? "")] }
        guard day != nil || state != .unknown else { return [Phrase("not known", state.tone)] }
        return [Phrase((day ?? "") + state.glyph, state.tone)]
    }

    /// `RC 3 Dec ▲`; where it is still to be planned `RC by 3 Dec ▲`.
    func lettersAndDay(on today: Day, inFull: Bool = false) -> [Phrase] {
        let isToPlan = planned == nil && due != nil && state != .overdue
        return [Phrase(what.letters + (isToPlan ? " by " : " "))]
            + phrases(on: today, inFull: inFull)
    }

    /// `review conference Thu 3 Dec 2026`, `core group due Wed 16 Sep 2026, overdue`.
    var spoken: String {
        let day =
            if let planned {
                planned.long + time
            } else {
                due.map { "due \($0.long)" } ?? "on no known day"
            }
        return "\(what.words) \(day)" + (state.map { ", \($0.word)" } ?? "")
    }
}

extension Child {
    /// What is planned or owed of an appointment; `nil` where neither.
    private func next(_ what: Appointment, on today: Day) -> NextAppointment? {
        let plan = facts.meetings.filter { meeting in
            meeting.kind == what.kind && meeting.held(by: today) == nil
                && (meeting.plannedFor.map { $0 >= today } ?? false)
        }.min { ($0.day, $0.timeWords, $0.id) < ($1.day, $1.timeWords, $1.id) }
        let open = duties(of: what.rule).filter(\.state.isOpen)
        // Of reports to several conferences the one that is still to come counts, sent or not.
        let duty =
            open.min(by: Duty.inOrder)
            ?? duties(of: what.rule).first { duty in
                what != .report
                    || facts.meetings.contains {
                        $0.id == duty.reference.record
                            && ($0.plannedFor.map { $0 >= today } ?? false)
                    }
            }
        guard plan != nil || duty != nil else { return nil }
        return NextAppointment(
            what: what, planned: plan?.plannedFor, time: plan?.timeWords ?? "", due: duty?.due,
            state: duty?.state)
    }

    /// What is planned or owed of each, a report that is sent included.
    func appointments(on today: Day) -> [NextAppointment] {
        Appointment.allCases.compactMap { next($0, on: today) }
    }
}

extension [NextAppointment] {
    /// All of them but a report that is sent, the soonest first.
    var soonestFirst: [NextAppointment] {
        filter { $0.what != .report || $0.state != .met }
            .sorted { ($0.day?.rawValue ?? .max) < ($1.day?.rawValue ?? .max) }
    }
}

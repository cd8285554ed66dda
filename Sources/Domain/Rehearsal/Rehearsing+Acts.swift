extension Rehearsing {
    /// Whether a duty is to be dealt with today: at once where it is overdue, or where facts are
    /// wanting and no day is named; else on its last comfortable day.
    ///
    /// - Parameter isLateNext: whether it would be past its day on the next school day, if nothing
    ///   were done.
    func presses(_ duty: Duty, _ isLateNext: () -> Bool) -> Bool {
        let isPressing =
            switch duty.state {
            case .overdue: true
            case .unknown: duty.due == nil || isDue(duty)
            case .upcoming, .soon: isDue(duty) || isLateNext()
            case .met, .missed, .notApplicable: false
            }
        return isPressing && !helpless.contains(duty.id) && !rests(duty)
    }

    /// Whether its day comes before the next school day.
    func isDue(_ duty: Duty) -> Bool { duty.due.map { $0 < next } ?? false }

    /// Whether somebody has decided not to act on it for now.
    private func rests(_ duty: Duty) -> Bool {
        guard let child = duty.subject.pupil.flatMap({ facts.pupils[$0] }) else { return false }
        return child.decisions.contains { decision in
            guard decision.about == .noAction,
                let (what, _) = decision.noAction(on: today, under: pack)
            else { return false }
            return what.rule == duty.rule && what.reference == duty.reference
        }
    }

    /// Deals with a duty by its least act, where it still presses.
    ///
    /// - Returns: whether anything was done.
    mutating func see(to id: DutyID) -> Bool {
        // What was done since the duties were judged may have turned it.
        guard let (duty, found) = working(of: id, on: today),
            presses(duty, { isLateNext(id) })
        else { return false }
        guard let act = found.leastAct, !act.changes.isEmpty, Self.isOfSchool(act.action) else {
            // What is not late yet may still turn, or get an act that does.
            if duty.state == .overdue || duty.state == .unknown {
                giveUp(duty, found.leastAct?.text)
            }
            return false
        }
        guard mayTry(id) else {
            giveUp(duty, "what turns it does not last: \(act.text)")
            return false
        }
        carryOut(act, about: duty)
        if act.action == .noAction {
            keepNot(duty, duty.sentence(on: today))
        } else if act.then == nil, let after = working(of: id, on: today)?.duty,
            presses(after, { isLateNext(id) })
        {
            giveUp(after, "its least act does not turn it: \(act.text)")
        }
        return true
    }

    /// Nobody tries again.
    private mutating func giveUp(_ duty: Duty, _ why: String?) {
        helpless.insert(duty.id)
        guard duty.state == .overdue || duty.state == .unknown else { return }
        keepNot(duty, duty.sentence(on: today) + (why.map { " (\($0))" } ?? ""))
    }

    /// Who is known to a social worker, and who comes to the school, is not for the school to decide.
    private static func isOfSchool(_ action: ActionID) -> Bool {
        ![.statusBegin, .statusChange, .statusEnd, .pupilAdd].contains(action)
    }

    /// Counts one more try of today; `false` where it has been tried too often.
    private mutating func mayTry(_ id: DutyID) -> Bool {
        var one = tries[id] ?? Tries(day: today)
        if one.day != today {
            one.running = one.day == before ? one.running + 1 : 1
            one.day = today
            one.times = 0
        }
        one.times += 1
        tries[id] = one
        return one.times <= Self.mostTimes && one.running <= Self.mostRunning
    }

    private mutating func carryOut(_ act: LeastAct, about duty: Duty) {
        let child = duty.subject.pupil
        let changes = made(act.changes, about: child)
        facts.make(changes, about: child, bankHolidays: pack.bankHolidays)
        touched.formUnion(changes.compactMap(\.pupil) + [child].compactMap { $0 })
        let kind = Rehearsal.Kind.of(act.action, about: duty)
        // One act can have several people read something.
        let people =
            kind == .reading ? max(1, changes.count { $0.kind == .acknowledgements }) : 1
        acts.append(
            Rehearsal.Act(
                day: today, from: begin(of: duty), duty: duty, action: act.action, kind: kind,
                who: Rehearsal.Who.of(act.action, about: duty),
                minutes: pack[kind.number] * people,
                isBacklog: schoolDays.isEmpty
                    && (duty.state == .overdue || duty.state == .unknown)))
    }

    /// The first day on which an act would have counted: not before its term, where it is of one.
    private func begin(of duty: Duty) -> Day {
        let since = opened[duty.id]?.day ?? today
        guard case .term(let year, let name) = duty.reference,
            let term = facts.school.calendar.terms(of: year).first(where: { $0.name == name })
        else { return since }
        return min(today, max(since, term.start))
    }

    // MARK: One duty

    /// How a duty stands and came out; what a child's facts decide is asked of that child alone, so
    /// that the cost of an act does not grow with the school.
    func working(of id: DutyID, on day: Day) -> (duty: Duty, working: Working)? {
        Domain.working(of: id, in: scope(of: id), on: day, under: pack)
    }

    private func scope(of id: DutyID) -> Facts {
        guard case .pupil? = pack.rule(id.rule)?.scope, let ref = id.subject.pupil,
            let child = facts.pupils[ref]
        else { return facts }
        return Facts(school: facts.school, pupils: [ref: child])
    }

    /// Whether a duty would be past its day on the next school day.
    private func isLateNext(_ id: DutyID) -> Bool {
        working(of: id, on: next)?.duty.state.isLate ?? false
    }
}

import Domain

/// What comes round: reviews, meetings about a plan, questionnaires.
extension Keeping {
    /// The SEN plan is reviewed each term; an EHC plan once a year, the next in some weeks.
    func writeReviews(_ draft: inout Draft) {
        guard story.sen != "N" else { return }
        for term in moment.begunTerms where term.year == moment.year {
            if let on = day(22, of: term) { writeReview("plan", on, &draft) }
        }
        let last = moment.workingDay(upTo: moment.today - 325)
        if story.sen == "E" { writeReview("ehcp-plan", last, &draft) }
    }

    private func writeReview(_ kind: String, _ on: Day, _ draft: inout Draft) {
        draft.put(
            .senReviews,
            [
                "review_id": draft.nextID("SE"), "pupil": child.ref.text, "kind": kind,
                "held_on": on.iso, "targets": "yes", "invited": "\(home.rawValue);social-worker",
                "views": "\(home.rawValue);social-worker",
            ])
    }

    /// The meetings of each plan that runs.
    func writeMeetings(_ draft: inout Draft) {
        let rounds = story.rounds
        for status in story.statuses where status.to == nil {
            let since = moment.today - status.from
            switch status.kind {
            case .cp:
                writeRound(.coreGroup, rounds.coreGroup, every: 35, since, &draft)
                writeRound(.conference, rounds.conference, every: 165, since, &draft)
            case .cin:
                writeRound(.childInNeedReview, rounds.childInNeedReview, every: 85, since, &draft)
            case .cla where status.legal?.isShortBreak != true:
                writeRound(.lookedAfterReview, rounds.lookedAfterReview, every: 165, since, &draft)
            case .cla, .pla: break
            }
        }
    }

    /// Meetings so many days apart, the last so many days ago, since the plan began.
    private func writeRound(
        _ kind: Domain.Meeting.Kind, _ last: Int?, every: Int, _ since: Day, _ draft: inout Draft
    ) {
        for day in days(last, every: every, after: since) {
            let report = moment.calendar.schoolDay(5, before: day)
            draft.put(
                .meetings,
                [
                    "meeting_id": draft.nextID("ME"), "kind": kind.rawValue,
                    "pupil": child.ref.text, "planned_for": day.iso, "held_on": day.iso,
                    "report_sent_on": kind == .conference ? report.iso : "",
                ])
        }
    }

    /// Working days so many days apart, back from the last.
    private func days(_ last: Int?, every: Int, after since: Day) -> [Day] {
        guard let last else { return [] }
        return stride(from: last, to: moment.today - since, by: every).map {
            moment.workingDay(upTo: moment.today - $0)
        }.filter { $0 > since }
    }

    /// A questionnaire a year for a child in care, filled in at home.
    func writeQuestionnaires(_ draft: inout Draft, seed: UInt64) {
        let care = story.statuses.first { $0.kind == .cla && $0.to == nil }
        guard let care, care.legal?.isShortBreak != true else { return }
        var dice = Dice(seed: seed, for: "sdq", child.number)
        for day in days(story.rounds.sdq, every: 350, after: moment.today - care.from)
        where child.isOnRoll(day) {
            let answers = (1...25).map { _ in dice.pick(["0", "0", "1", "1", "2"]) }.joined()
            draft.put(
                .sdq,
                [
                    "sdq_id": draft.nextID("SD"), "pupil": child.ref.text, "on": day.iso,
                    "informant": SDQ.Informant.carer.rawValue,
                    "form": SDQ.Form.school.rawValue, "answers": answers,
                ])
        }
    }
}

import Domain

extension Model {
    /// A store of invented pupils says so on line one of every page, and so do initials.
    var demoMark: [Phrase] {
        (isDemo ? [Phrase("INVENTED PUPILS · ", .warning)] : [])
            + (hasInitials ? [Phrase("INITIALS · ", .warning)] : [])
    }

    private var notices: [TextLine] {
        (notice.map { [TextLine($0, .warning)] } ?? []) + (access.isPart ? [Self.partNotice] : [])
    }

    /// A list that is short because somebody may not see all of it must not look like a good day.
    private static let partNotice = TextLine(
        "Your role sees a part of the record; more may be owed.", .muted)

    /// School and person; day and term; cohort and states.
    var dashboardHeader: [TextLine] {
        [
            TextLine(
                demoMark + [Phrase(schoolName, .heading), Phrase(" · \(person.words)")],
                right: [Phrase("\(today.long) · \(termWords)")]),
            TextLine([Phrase(cohortWords)], right: stateCounts(words: true)),
        ] + notices
    }

    var shortDashboardHeader: [TextLine] {
        [
            TextLine(
                demoMark + [Phrase(schoolName, .heading), Phrase(" · \(person.shortWords)")],
                right: [Phrase(today.short)]),
            TextLine([Phrase(shortCohortWords)], right: stateCounts(words: false)),
        ] + notices
    }

    /// Of a page about the school as a whole.
    func schoolHeader(_ title: String) -> [TextLine] {
        [
            TextLine(
                demoMark + [Phrase(schoolName, .heading), Phrase(" · \(person.words)")],
                right: [Phrase("\(title) · \(today.long)")])
        ] + notices
    }

    /// The same for a narrow terminal.
    func shortSchoolHeader(_ title: String) -> [TextLine] {
        [
            TextLine(
                demoMark + [Phrase(schoolName, .heading), Phrase(" · \(person.shortWords)")],
                right: [Phrase("\(title) · \(today.short)")])
        ] + notices
    }

    /// The identity strip: full name, year and class in line one of every page of one child.
    func childHeader(_ pupil: Pupil, _ title: String) -> [TextLine] {
        let statuses = child(pupil.ref)?.statusWords ?? "not known to a social worker today"
        let known = access.sees(.cohort) ? [Phrase(" · \(statuses)")] : []
        return [
            TextLine(
                demoMark + [Phrase(pupil.identity, .child)] + known,
                right: [Phrase(title)])
        ] + notices
    }

    /// `autumn term, 19 school days left`.
    private var termWords: String {
        guard let term = facts.school.calendar.term(on: today) else {
            return facts.school.calendar.terms.isEmpty ? "no terms on record" : "no term today"
        }
        let left = daysLeft(facts.school.calendar.lastSchoolDay(of: term))
        return "\(term.name.rawValue) term, \(left.counted("school day")) left"
    }

    /// `14 known to a social worker: 3 CLA, 1 PLA, 4 CP`; `14 known, 2 in two groups: …` where the
    /// parts come to more than the whole, in the room of one line.
    private var cohortWords: String {
        guard access.sees(.cohort) else { return "\(roster.count) on roll" }
        let several = tally.inSeveral
        let what = several == 0 ? "known to a social worker" : "known, \(several) in two groups"
        return "\(children.count) \(what)" + labelCounts.prefixed(": ", ", ")
    }

    private var shortCohortWords: String {
        guard access.sees(.cohort) else { return "\(roster.count) on roll" }
        return "\(children.count) CKSW" + labelCounts.prefixed(": ", " ")
            + (tally.inSeveral == 0 ? "" : ", \(tally.inSeveral) in two")
    }

    private var labelCounts: [String] {
        CohortLabel.allCases.filter { tally[$0] > 0 }.map { "\(tally[$0]) \($0.rawValue)" }
    }

    private func stateCounts(words: Bool) -> [Phrase] {
        guard access.sees(.cohort) else { return [] }
        let states: [DutyState] = [.missed, .overdue, .soon, .unknown]
        return states.map { state in
            let count = "\(state.glyph) \(tally[state])"
            // What is missed has its word wherever it is counted: no line says it by a sign alone.
            let word = words || state == .missed ? " \(state.shortWord)" : ""
            let gap = state == .missed ? "" : words ? "  " : " "
            return Phrase(gap + count + word, state.tone)
        }
    }
}

extension [String] {
    fileprivate func prefixed(_ prefix: String, _ separator: String) -> String {
        isEmpty ? "" : prefix + joined(separator: separator)
    }
}

extension DutyState {
    /// The state in a count: `5 soon`.
    var shortWord: String {
        switch self {
        case .soon: "soon"
        case .unknown: "unknown"
        case .met, .upcoming, .overdue, .missed, .notApplicable: word
        }
    }
}

import Domain

/// What is on record for a field of an authority's portal, found by the words of the field's name.
struct PasteSheet {
    /// What goes into a field, with the day from which it has been so.
    struct Entry {
        let words: String
        let since: Day?
        let ids: [String]
    }

    private let desk: ReportDesk
    private let facts: PupilFacts
    private let last: PEP?
    private let next: PEP?

    init(_ desk: ReportDesk, _ facts: PupilFacts, last: PEP?, next: PEP?) {
        self.desk = desk
        self.facts = facts
        self.last = last
        self.next = next
    }

    private var today: Day { desk.today }

    /// Whether the fact has changed since the last PEP was sent.
    func isStale(_ entry: Entry?) -> Bool {
        guard let since = entry?.since, let sent = last?.sent(by: today) else { return false }
        return since > sent
    }

    /// `nil` where nothing of the kind is kept here, or it is not for this person.
    func entry(for field: String) -> Entry? {
        let words = field.folded
        let found = Self.subjects.first { subject in
            subject.words.contains { words.contains($0) }
        }
        guard let found, desk.model.access.sees(found.topic) else { return nil }
        return found.entry(self)
    }

    private struct Subject {
        /// Words of a field's name, one of which is enough.
        let words: [String]
        let topic: Topic
        let entry: (PasteSheet) -> Entry?
    }

    /// The narrower before the wider.
    private static var subjects: [Subject] {
        [
            Subject(words: ["next pep", "next meeting", "next review"], topic: .pep) { $0.nextDay },
            Subject(words: ["date of birth", "child and care", "name,"], topic: .identity) {
                $0.identity
            },
            Subject(words: ["legal status", "care plan", "placement"], topic: .care) { $0.status },
            Subject(words: ["responsibility", "emergency", "contact"], topic: .professionals) {
                $0.people
            },
            Subject(words: ["score", "sdq", "difficulties"], topic: .wellbeing) { $0.score },
            Subject(words: ["sen stage", "sen "], topic: .sen) { $0.sen },
            Subject(words: ["alternative provision"], topic: .moves) { $0.provision },
            Subject(words: ["attendance"], topic: .register) { $0.attendance },
            Subject(words: ["suspension"], topic: .moves) { $0.suspensions },
            Subject(words: ["attainment", "progress"], topic: .support) { $0.progress },
            Subject(words: ["views of home", "who was invited", "who came"], topic: .pepRecord) {
                $0.attendees
            },
            Subject(words: ["views", "voice"], topic: .pepRecord) { $0.voice },
            Subject(words: ["earlier targets", "last targets"], topic: .pep) { $0.outcomes },
            Subject(words: ["premium"], topic: .money) { $0.premium },
            Subject(words: ["new targets", "next targets"], topic: .pep) { $0.targets },
            Subject(words: ["grade"], topic: .pepRecord) { $0.grade },
            Subject(words: ["school"], topic: .identity) { $0.school },
        ]
    }

    private func entry(
        _ words: [String], _ since: Day?, _ rows: [some FactRow]
    ) -> Entry? {
        words.isEmpty
            ? nil
            : Entry(
                words: words.joined(separator: "; "), since: since,
                ids: desk.ids(rows: rows))
    }

    // MARK: The child

    private var identity: Entry? {
        let pupil = facts.pupil
        return entry(
            [pupil.fullName, "born \(pupil.born.long)"] + (pupil.upn.map { ["UPN \($0)"] } ?? []),
            nil, [pupil])
    }

    private var school: Entry? {
        entry(
            [desk.model.schoolName, facts.pupil.classWords, "since \(facts.pupil.roll.from.long)"],
            facts.pupil.roll.from, [facts.pupil])
    }

    private var status: Entry? {
        let rows = facts.statuses.filter { $0.span.contains(today) }
        return entry(
            rows.map { row in
                [row.words, row.authority].compactMap { $0 }.joined(separator: ", ")
            }, rows.map(\.span.from).max(), rows)
    }

    private var people: Entry? {
        let rows = facts.professionals.filter { $0.span.contains(today) }
        let words = rows.map { person in
            [
                "\(person.role.rawValue.roleWords) \(person.name)",
                person.record["responsibility"] == "yes" ? "parental responsibility" : nil,
                person.contactNote ?? person.phone,
            ].compactMap { $0 }.joined(separator: ", ")
        }
        return entry(words, rows.map(\.span.from).max(), rows)
    }

    private var sen: Entry? {
        facts.pupil.sen.flatMap { entry([$0.words], nil, [facts.pupil]) }
    }

    // MARK: School life

    private var score: Entry? {
        let row = facts.sdqs.filter { $0.on <= today && $0.form == .school }.max { $0.on < $1.on }
        guard let row, let total = SDQScore(answers: row.answers).total else { return nil }
        let band = desk.pack.sdqBands(of: row.informant)?.band(of: total, on: nil)
        return entry(
            ["total \(total)" + (band.map { " (\($0.words()))" } ?? "")], row.on, [row])
    }

    private var provision: Entry? {
        let rows = facts.alternativeProvision.filter { $0.span.contains(today) }
        return entry(
            rows.map {
                "\($0.provider), \($0.hoursThere.words) hours a week, \($0.hoursHere.words) here"
            }, rows.map(\.span.from).max(), rows)
    }

    private var attendance: Entry? {
        let figure = facts.attendance(upTo: today, under: desk.pack)
        guard let percent = figure.percent else { return nil }
        return entry(
            ["\(percent) %", "\(figure.missed) of \(figure.possible) sessions missed"], today,
            [facts.pupil])
    }

    private var suspensions: Entry? {
        let rows = facts.suspensions.filter { $0.decidedOn <= today }
        let days = DaysOut(rows, desk.school.calendar, on: today, under: desk.pack)
        return Entry(
            words: "\(days.ofYear.dayWords) days since \(days.since.dayMonthYear)",
            since: rows.map(\.decidedOn).max(), ids: desk.ids(rows: rows))
    }

    private var progress: Entry? {
        let rows = Progress.Subject.allCases.compactMap { subject in
            facts.progress.filter {
                $0.subject == subject && $0.on <= today && $0.judgement != nil
            }.max { $0.on < $1.on }
        }
        return entry(
            rows.map { "\($0.subject.rawValue) \($0.judgement?.rawValue ?? "")" },
            rows.map(\.on).max(), rows)
    }

    // MARK: The PEP

    private var attendees: Entry? {
        guard let last else { return nil }
        let rows = facts.pepPeople.filter { $0.pep == last.id }
        return entry(rows.map(\.words), last.heldOn, rows)
    }

    private var voice: Entry? {
        guard let last, let voice = last.voice else { return nil }
        return entry([voice], last.heldOn, [last])
    }

    private var outcomes: Entry? {
        let rows = facts.targets.filter { $0.isReviewed(by: today) }
            .sorted { ($0.reviewedOn ?? today) < ($1.reviewedOn ?? today) }
        return entry(
            rows.map { "\($0.text): \($0.outcome?.roleWords ?? "")" },
            rows.compactMap(\.reviewedOn).max(), rows)
    }

    private var targets: Entry? {
        let rows = facts.targets.filter { $0.pep == (next ?? last)?.id }.sorted { $0.id < $1.id }
        return entry(
            rows.map { target in
                [
                    target.text, target.why.map { "why: \($0)" }, target.who.map { "who: \($0)" },
                    target.by.map { "by \($0.dayMonthYear)" },
                ].compactMap { $0 }.joined(separator: ", ")
            }, (next ?? last)?.day, rows)
    }

    private var premium: Entry? {
        let rows = facts.targets.filter { $0.pep == (next ?? last)?.id && $0.cost != nil }
        return entry(
            rows.map { "\($0.text): \($0.cost?.words ?? "")" }, (next ?? last)?.day, rows)
    }

    private var grade: Entry? {
        guard let last, let grade = last.grade else { return nil }
        return entry([grade], last.heldOn, [last])
    }

    private var nextDay: Entry? {
        guard let day = next?.plannedFor ?? last?.nextOn else { return nil }
        return entry([day.long], nil, [next ?? last].compactMap { $0 })
    }
}

import Domain

/// What a school that keeps its policy has done for one child, term after term and year after year.
struct Keeping {
    let moment: Moment
    let child: Child
    let story: Story
    /// The child's place among those with a story, from 0.
    let place: Int
    /// Whether the child goes to another school at the end of this year.
    let isInLastYear: Bool
    /// Whether the child lives with a carer or a parent.
    let home: Contact.Party

    func write(to draft: inout Draft, seed: UInt64) {
        writeProfile(&draft)
        writeSupport(&draft)
        for (count, term) in moment.begunTerms.enumerated() {
            writeProgress(in: term, count, &draft)
            if term.year == moment.year { writeTerm(term, count, &draft) }
        }
        writePost(&draft)
        writeReviews(&draft)
        writeMeetings(&draft)
        writeQuestionnaires(&draft, seed: seed)
        writeAdmission(&draft)
        writeTransition(&draft)
        writeSuspension(&draft)
        writeProvision(&draft)
    }

    /// A school day of a term by its place, where it has come and the child was here.
    func day(_ index: Int, of term: Term) -> Day? {
        moment.after(term.start, index).flatMap { child.isOnRoll($0) ? $0 : nil }
    }

    func pick(_ texts: [String], _ count: Int = 0) -> String {
        texts[(child.number + count) % texts.count]
    }

    /// Written eight school days after the child came, and anew each September; read on that day,
    /// by a new teacher on the day before term.
    private func writeProfile(_ draft: inout Draft) {
        let first = moment.calendar.schoolDay(8, after: child.admitted)
        let anew = moment.schoolDay(6) ?? moment.schoolDay(6, ofYear: 0) ?? first
        let written = max(first, anew)
        guard written <= moment.today, child.isOnRoll(written) else { return }
        draft.put(
            .profiles,
            [
                "pupil": child.ref.text, "on": written.iso, "needs": pick(Keeping.needs),
                "strategies": pick(Keeping.strategies),
            ])
        let read = max(written, min(moment.years[1].terms[0].start, moment.today))
        for adult in draft.adultsNow(of: child.ref) {
            draft.put(
                .acknowledgements,
                ["staff": adult, "what": "profile:\(child.ref.text)", "on": read.iso])
        }
    }

    private static let needs = [
        "Warned of every change; finds loud rooms hard.",
        "Hungry and tired on Mondays. Trusts slowly, and then fully.",
        "Hides what is not understood; looks away when asked in front of others.",
        "Needs to know who comes to the gate today.",
    ]

    private static let strategies = [
        "A quiet start, a timetable in pictures, a place to calm down.",
        "Breakfast and ten minutes with the key adult before register.",
        "Ask alone, praise quietly, give time to answer.",
        "Say in the morning who is there at home time; a note if it changes.",
        "Short tasks, movement between them, a seat near the door.",
    ]

    /// A child with SEN has support at all times, three of four of the others too.
    private func writeSupport(_ draft: inout Draft) {
        guard hasSupport else { return }
        let from = max(child.admitted, moment.years[0].terms[0].start)
        draft.put(
            .interventions,
            [
                "intervention_id": draft.nextID("IN"), "pupil": child.ref.text,
                "name": pick(["Reading tutor", "Nurture group", "Talk time", "Number club"]),
                "level": Intervention.Level.targeted.rawValue, "from": from.iso,
                "led_by": StaffRoom.keyAdults[child.number % StaffRoom.keyAdults.count].id,
                "overseen_by": StaffRoom.senco.id, "hours": "1.5",
            ])
    }

    private var hasSupport: Bool { story.sen != "N" || child.number % 4 != 2 }

    /// What a term brings: a decision, a look into the classroom, and planning with the DSL.
    private func writeTerm(_ term: Term, _ count: Int, _ draft: inout Draft) {
        if let on = day(8, of: term) {
            draft.put(
                .decisions,
                [
                    "decision_id": draft.nextID("DE"), "pupil": child.ref.text, "on": on.iso,
                    "about": Decision.Topic.support.rawValue,
                    "outcome": hasSupport ? "The support goes on" : "No extra support now",
                    "reason": hasSupport
                        ? "It helps; looked at again next term."
                        : "Secure in class; looked at again next term.",
                ])
        }
        if let on = day(16, of: term) {
            draft.put(
                .checks,
                [
                    "check_id": draft.nextID("CH"), "pupil": child.ref.text, "on": on.iso,
                    "kind": "learning-walk", "by": StaffRoom.designatedTeacher.name,
                    "note": pick(Keeping.looks, count),
                ])
        }
        if let on = day(13, of: term), story.holds([.cp, .cin], on: on, today: moment.today) {
            draft.put(
                .meetings,
                [
                    "meeting_id": draft.nextID("ME"),
                    "kind": Domain.Meeting.Kind.jointPlanning.rawValue, "pupil": child.ref.text,
                    "held_on": on.iso,
                ])
        }
    }

    private static let looks = [
        "Settled; sits near the front and asks for help.",
        "Works well beside a friend; needed one reminder.",
        "Put a hand up twice. The picture timetable is in use.",
    ]

    /// Progress from three sources; term by term one child more is where others are.
    private func writeProgress(in term: Term, _ count: Int, _ draft: inout Draft) {
        guard let on = day(20, of: term) else { return }
        let sources: [(Progress.Source, Progress.Subject)] = [
            (.data, .reading), (.teacherReport, .maths), (.bookLook, .writing),
        ]
        for (index, (source, subject)) in sources.enumerated() {
            let isThere = (place + 5 * index) % 14 >= 7 - count
            draft.put(
                .progress,
                [
                    "progress_id": draft.nextID("PR"), "pupil": child.ref.text, "on": on.iso,
                    "subject": subject.rawValue, "source": source.rawValue,
                    "judgement": isThere ? "EXS" : "WTS",
                    "progress": child.number % 4 == 1 ? "accelerated" : "expected",
                ])
        }
    }

    private func writePost(_ draft: inout Draft) {
        guard let from = moment.schoolDay(15), child.isOnRoll(from) else { return }
        draft.put(
            .responsibilities,
            [
                "pupil": child.ref.text,
                "role": pick(["Librarian", "Playground friend", "Register monitor", "Eco team"]),
                "from": from.iso,
            ])
    }
}

import Domain

/// What a child with a story is given and how the child gets on: profile, support, progress, checks,
/// posts, reviews, and the talks that keep everybody in touch.
struct Support {
    let moment: Moment

    init(_ moment: Moment) { self.moment = moment }

    func write(to draft: inout Draft, _ child: Child, _ story: Story, _ circle: CareNetwork) {
        writeProfile(child, &draft)
        writeSupport(child, &draft)
        for term in moment.calendar.terms(of: moment.year) where term.start <= moment.today {
            writeTerm(term, child, story, &draft)
        }
        writePost(child, &draft)
        writeReviews(child, story, &draft)
    }

    /// Every seventh child's profile waits to be written.
    private func writeProfile(_ child: Child, _ draft: inout Draft) {
        guard child.number % 7 != 3, let day = moment.schoolDay(6), child.isOnRoll(day) else {
            return
        }
        draft.put(
            .profiles,
            [
                "pupil": child.ref.text, "on": day.iso,
                "needs": "Warned of every change; finds loud rooms hard.",
                "strategies": "A quiet start, a timetable in pictures, a place to calm down.",
            ])
        guard child.number % 5 != 1, let read = moment.schoolDay(9) else { return }
        for adult in draft.adultsNow(of: child.ref) {
            draft.put(
                .acknowledgements,
                [
                    "staff": adult, "what": "profile:\(child.ref.text)", "on": read.iso,
                ])
        }
    }

    private func writeSupport(_ child: Child, _ draft: inout Draft) {
        guard child.number % 4 != 2, let from = moment.schoolDay(10), child.isOnRoll(from) else {
            return
        }
        draft.put(
            .interventions,
            [
                "intervention_id": draft.nextID("IN"), "pupil": child.ref.text,
                "name": child.number % 2 == 0 ? "Reading tutor" : "Nurture group",
                "level": Intervention.Level.targeted.rawValue, "from": from.iso,
                "led_by": StaffRoom.keyAdults[0].id, "overseen_by": StaffRoom.senco.id,
                "hours": "1.5",
            ])
    }

    /// What a term brings: a decision, a look into the classroom, and progress from three sources.
    private func writeTerm(
        _ term: Term, _ child: Child, _ story: Story, _ draft: inout Draft
    ) {
        func day(_ index: Int) -> Day? {
            moment.after(term.start, index).flatMap { child.isOnRoll($0) ? $0 : nil }
        }
        if child.number % 4 == 2, let on = day(8) {
            draft.put(
                .decisions,
                [
                    "decision_id": draft.nextID("DE"), "pupil": child.ref.text, "on": on.iso,
                    "about": Decision.Topic.support.rawValue, "outcome": "No extra support now",
                    "reason": "Secure in class; looked at again next term.",
                ])
        }
        if child.number % 6 != 4, let on = day(16) {
            draft.put(
                .checks,
                [
                    "check_id": draft.nextID("CH"), "pupil": child.ref.text, "on": on.iso,
                    "kind": "learning-walk", "by": StaffRoom.designatedTeacher.name,
                ])
        }
        writeProgress(child, day(20), &draft)
        let hasPlan = story.statuses.contains {
            ($0.kind == .cp || $0.kind == .cin) && $0.to == nil
        }
        if hasPlan, let on = day(13) {
            draft.put(
                .meetings,
                [
                    "meeting_id": draft.nextID("ME"),
                    "kind": Domain.Meeting.Kind.jointPlanning.rawValue, "pupil": child.ref.text,
                    "held_on": on.iso,
                ])
        }
    }

    private func writeProgress(_ child: Child, _ on: Day?, _ draft: inout Draft) {
        guard let on else { return }
        let sources: [Progress.Source] = [.data, .teacherReport, .bookLook]
        let subjects: [Progress.Subject] = [.reading, .maths, .writing]
        for (source, subject) in zip(sources, subjects) {
            // Nobody has looked into some children's books.
            if source == .bookLook, child.number % 5 == 2 { continue }
            draft.put(
                .progress,
                [
                    "progress_id": draft.nextID("PR"), "pupil": child.ref.text, "on": on.iso,
                    "subject": subject.rawValue, "source": source.rawValue,
                    "judgement": child.number % 3 == 0 ? "WTS" : "EXS",
                    "progress": child.number % 4 == 1 ? "accelerated" : "expected",
                ])
        }
    }

    private func writePost(_ child: Child, _ draft: inout Draft) {
        guard child.number % 3 != 0, let from = moment.schoolDay(15), child.isOnRoll(from) else {
            return
        }
        draft.put(
            .responsibilities,
            [
                "pupil": child.ref.text,
                "role": child.number % 2 == 0 ? "Librarian" : "Playground friend",
                "from": from.iso,
            ])
    }

    private func writeReviews(_ child: Child, _ story: Story, _ draft: inout Draft) {
        guard story.sen != "N" else { return }
        for term in moment.calendar.terms(of: moment.year) where term.start <= moment.today {
            guard let on = moment.after(term.start, 22), child.isOnRoll(on) else { continue }
            draft.put(
                .senReviews,
                [
                    "review_id": draft.nextID("SE"), "pupil": child.ref.text,
                    "kind": story.sen == "E" ? "ehcp-review" : "plan", "held_on": on.iso,
                    "targets": "yes", "invited": "carer;parent;social-worker",
                    "views": "carer;parent;social-worker",
                ])
        }
    }
}

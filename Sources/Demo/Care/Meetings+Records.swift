import Domain

extension Meetings {
    /// The rows of peps.csv, pep_people.csv and targets.csv; the targets' ids are kept, because
    /// money is linked to them.
    mutating func write(
        to draft: inout Draft, circle: CareNetwork, staff: StaffRoom, targets: [[String]],
        seed: UInt64
    ) {
        var dice = Dice(seed: seed, for: "targets", child.number)
        var words = Dice(seed: seed, for: "voice", child.number)
        for index in all.indices {
            let meeting = all[index]
            let signedOff = meeting.held.flatMap {
                meeting.flaws.contains(.unsigned) ? nil : moment.after($0, 3 + child.number % 5)
            }
            draft.put(
                .peps,
                [
                    "pep_id": meeting.id, "pupil": child.ref.text,
                    "planned_for": meeting.planned.iso, "held_on": meeting.held.text,
                    "cancelled": meeting.isCalledOff.text, "completed_on": signedOff.text,
                    "pupil_views": meeting.held == nil ? "" : "yes",
                    "sent_on": signedOff.text,
                    "grade": signedOff.map { $0 < moment.ago(30) } == true ? "green" : "",
                    "voice": meeting.held == nil ? "" : words.pick(PupilVoice.all),
                    "next_on": meeting.held == nil
                        ? "" : all[(index + 1)...].first?.planned.iso ?? "",
                    "note": meeting.isCalledOff
                        ? "The social worker was ill; a new day was found" : "",
                    "time": meeting.held == nil && !meeting.isCalledOff
                        ? ["09:15", "13:30", "15:30"][child.number % 3] : "",
                ])
            writePeople(meeting, &draft, circle, staff)
            let next = all[(index + 1)...].first { $0.held != nil }?.held
            writeTargets(index, reviewedOn: next, targets, staff, &dice, &draft)
            writeAction(meeting, &words, &draft)
        }
    }

    /// One thing that was agreed, done within two weeks.
    private func writeAction(
        _ meeting: Meeting, _ dice: inout Dice, _ draft: inout Draft
    ) {
        guard let held = meeting.held else { return }
        let due = moment.calendar.schoolDay(10, after: held)
        draft.put(
            .actions,
            [
                "action_id": draft.nextID("A"), "pupil": child.ref.text, "from": meeting.id,
                "what": dice.pick([
                    "Send the targets home", "Ask the Virtual School about a tutor",
                    "Tell the class team what was agreed", "Book a place in the lunch club",
                ]),
                "owner": StaffRoom.designatedTeacher.id, "due": due.iso,
                "done_on": moment.after(held, 4).text,
            ])
    }

    private func writePeople(
        _ meeting: Meeting, _ draft: inout Draft, _ circle: CareNetwork, _ staff: StaffRoom
    ) {
        let invitedOn = invitation(meeting)
        func put(
            _ role: PersonRole, _ name: String, isInvited: Bool = true, came: Bool, views: Bool
        ) {
            let isOver = meeting.held != nil
            draft.put(
                .pepPeople,
                [
                    "pep_id": meeting.id, "role": role.rawValue, "name": name,
                    "invited_on": isInvited ? invitedOn.iso : "",
                    "attended": isOver ? came.text : "", "views": isOver ? views.text : "",
                ])
        }
        let flaws = meeting.flaws
        put(
            .designatedTeacher, StaffRoom.designatedTeacher.name, came: true, views: true)
        if let home = circle.home.first {
            let came = !flaws.contains(.withoutHome)
            put(
                home.role, home.name, isInvited: meeting.invited != .nobody, came: came, views: came
            )
        }
        if let worker = circle.socialWorker,
            story.holds([.cla, .cp, .cin], on: meeting.planned, today: moment.today)
        {
            put(
                worker.role, worker.name, isInvited: meeting.invited == .everybody,
                came: !flaws.contains(.viewsOnly), views: true)
        }
        if let teacher = staff.teachers[child.className] {
            put(.classTeacher, teacher.name, came: true, views: true)
        }
        put(.pupil, child.name.knownAs ?? child.name.forename, came: false, views: true)
    }

    /// Two weeks before, and not in the time to come.
    private func invitation(_ meeting: Meeting) -> Day {
        let before = moment.calendar.schoolDays(last: 11, upTo: meeting.planned).first
        return min(before ?? meeting.planned, moment.ago(1))
    }

    private mutating func writeTargets(
        _ index: Int, reviewedOn: Day?, _ targets: [[String]], _ staff: StaffRoom,
        _ dice: inout Dice, _ draft: inout Draft
    ) {
        let meeting = all[index]
        guard meeting.held != nil, !meeting.flaws.contains(.noTargets) else { return }
        let first = dice.below(targets.count)
        for step in [0, 3] {
            let target = targets[(first + step) % targets.count]
            let outcome = dice.pick(["met", "met", "partly", "not-met"])
            // Where the story left some unreviewed, it is the second.
            let reviewed = meeting.isReviewed || step == 0 ? reviewedOn : nil
            let id = draft.nextID("T")
            draft.put(
                .targets,
                [
                    "target_id": id, "pep_id": meeting.id, "area": target[0], "target": target[1],
                    "success": target[2], "reviewed_on": reviewed.text,
                    "outcome": reviewed == nil ? "" : outcome, "why": target[3],
                    "who": staff.teachers[child.className]?.name ?? "The class teacher",
                    "by": meeting.held.map { moment.calendar.schoolDay(60, after: $0).iso } ?? "",
                    "cost": target[4],
                ])
            all[index].targets.append(id)
        }
    }

    /// The target that money of this day serves: of the PEP held last before it, else of the first.
    func target(on day: Day) -> String {
        let withTargets = all.filter { !$0.targets.isEmpty }
        let meeting = withTargets.last { $0.planned <= day } ?? withTargets.first
        return meeting?.targets.first ?? ""
    }
}

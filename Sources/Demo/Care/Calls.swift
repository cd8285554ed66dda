import Domain

/// The contacts about one child: who was rung when the child was away, and the talks around a PEP.
///
/// Which concerns the marks have opened, the rules themselves say: the demo asks for the duties of
/// the child without any contact, and then answers some of them.
struct Calls {
    let moment: Moment
    let child: Child
    let story: Story
    /// Whether the child lives with a carer or a parent.
    let home: Contact.Party
    let hasSocialWorker: Bool

    init(_ child: Child, _ story: Story, _ circle: CareNetwork, _ moment: Moment) {
        self.moment = moment
        self.child = child
        self.story = story
        home = circle.home.first?.role == .carer ? .carer : .parent
        hasSocialWorker = circle.socialWorker != nil
    }

    func write(to draft: inout Draft, meetings: Meetings, duties: [Duty]) {
        let open = Set(duties.filter { $0.rule == .attendanceStillOpen }.map(\.reference))
        for duty in duties where duty.rule == .contactCarer {
            tellOfConcern(of: duty, isOpen: open.contains(duty.reference), &draft)
        }
        for day in duties.filter({ $0.rule == .attendanceFirstDay }).compactMap(\.due) {
            tellOfAbsence(day, &draft)
        }
        if let held = meetings.all.last(where: { $0.held != nil })?.held {
            writeTalks(held, &draft)
        }
    }

    private func tellOfConcern(of duty: Duty, isOpen: Bool, _ draft: inout Draft) {
        guard case .concern(let kind, let opened) = duty.reference,
            let about = Contact.Topic(rawValue: kind.rawValue)
        else { return }
        let words = Calls.summaries(about)
        func tell(_ party: Contact.Party, after days: Int, _ words: String, reached: Bool = true) {
            let day = days == 0 ? opened : moment.calendar.schoolDay(days, after: opened)
            call(party, on: day, about, words, &draft, reached: reached)
        }
        switch story.told {
        case .nobody: break
        case .tried: tell(home, after: 1, "No answer; no message left.", reached: false)
        case .homeOnce: tell(home, after: 1, words.home)
        case .all(let lastTalk):
            tell(home, after: 0, words.home)
            tell(.socialWorker, after: 1, words.authority)
            tell(.virtualSchool, after: 3, words.authority)
            guard isOpen else { return }
            for ago in stride(from: lastTalk, to: 195, by: 16) where moment.ago(ago) > opened {
                call(home, on: moment.ago(ago), about, Calls.followUp, &draft)
            }
        }
    }

    /// On the day itself, before ten.
    private func tellOfAbsence(_ day: Day, _ draft: inout Draft) {
        switch story.told {
        case .all, .homeOnce:
            call(home, on: day, .attendance, "Not in and no word; asked why. All well.", &draft)
            call(
                .socialWorker, on: day, .attendance, "Told of this morning's absence.", &draft)
        case .tried, .nobody: break
        }
    }

    /// A talk before the last PEP and one after it.
    private func writeTalks(_ held: Day, _ draft: inout Draft) {
        let before = moment.calendar.schoolDays(last: 6, upTo: held - 1).first ?? held
        call(home, on: before, .pep, "Agreed the day and who comes.", &draft)
        if let day = moment.after(held, 4) {
            call(home, on: day, .general, "Sent the targets home; pleased with them.", &draft)
        }
    }

    /// The talks that keep home and social worker in touch, every four weeks.
    func writeRounds(to draft: inout Draft) {
        let parties: [(Contact.Party, Int, [String])] = [
            (home, story.rounds.home, Calls.homeTalks),
            (.socialWorker, story.rounds.socialWorker, Calls.socialWorkerTalks),
        ]
        for (party, last, words) in parties {
            for (count, ago) in stride(from: last, to: 200, by: 20).enumerated() {
                call(
                    party, on: moment.ago(ago), .general,
                    words[(child.number + count) % words.count], &draft)
            }
        }
    }

    private static let homeTalks = [
        "Rang about the week: sleeps better, proud of the reading book.",
        "A good fortnight. Asked for spellings to be sent home on Fridays.",
        "Talked about friends; asked us to watch who sits alone at lunch.",
        "Told of the certificate in assembly; very pleased.",
        "Mornings are calmer since the picture timetable. We keep it.",
        "Asked how to help with number bonds; sent the cards home.",
    ]

    private static let socialWorkerTalks = [
        "Swapped news: settled in class, family time at the weekend went well.",
        "Sent the marks and the attendance; she visits school next week.",
        "A wobbly Monday after family time; told, and agreed to watch it.",
        "Agreed who brings what to the next meeting.",
        "No change at home. Told of the new maths group.",
    ]

    private static let followUp = "Looked at the marks together; agreed what to try next."

    private static func summaries(_ about: Contact.Topic) -> (home: String, authority: String) {
        about == .punctuality
            ? ("Mornings are hard; will try an earlier bus.", "Late again; told why.")
            : ("Talked about the days missed, and what would help.", "Told of the absences so far.")
    }

    /// Writes a contact down, unless the day is still to come; today's are for the user to make.
    private func call(
        _ party: Contact.Party, on day: Day, _ about: Contact.Topic, _ summary: String,
        _ draft: inout Draft, reached: Bool = true
    ) {
        guard day < moment.today, child.isOnRoll(day),
            hasSocialWorker || party != .socialWorker
        else { return }
        let staff =
            switch about {
            case .pep, .general, .transition: StaffRoom.designatedTeacher
            case .safeguarding, .suspension: StaffRoom.dsl
            case .attendance, .punctuality: StaffRoom.attendance
            }
        let at = Instant(
            londonDay: day, hour: about == .attendance ? 9 : 15, minute: 5 + child.number % 50)
        draft.put(
            .contacts,
            [
                "contact_id": draft.nextID("C"), "pupil": child.ref.text, "at": at.iso,
                "with": party.rawValue, "how": party == .virtualSchool ? "email" : "phone",
                "staff": staff.id, "about": about.rawValue, "summary": summary,
                "reached": reached.text,
            ])
    }
}

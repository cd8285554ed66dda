import Domain

/// The contacts: who rang whom when a child was away, and the talks around a PEP.
///
/// Which concerns a child's marks have opened, the rules themselves say: the demo asks for the
/// duties of the child without any contact, and then answers some of them.
struct Calls {
    let moment: Moment
    let pack: PolicyPack

    func write(to draft: inout Draft, _ meetings: Meetings, duties: [Duty]) {
        let story = meetings.story
        let child = meetings.child
        for duty in duties {
            switch duty.rule {
            case .contactCarer: tellOfConcern(duty, duties, story.told, child, &draft)
            case .attendanceFirstDay: tellOfAbsence(duty, story.told, child, &draft)
            case .pepTermly, .pepThreeAYear, .calendarKnown, .pepInitial, .pepAfterMove, .pepPeople,
                .pepTargetsSet, .pepSignedOff, .pepTargetsReviewed, .attendanceLevel,
                .attendanceRecorded, .contactSocialWorker, .contactVirtualSchool,
                .attendanceStillOpen, .attendanceUnexplained, .fundingOverspent, .fundingIdle,
                .fundingLinked, .fundingImpact, .fundingEligible, .keyAdult,
                .roleDesignatedTeacher, .roleDesignatedGovernor, .roleDSL, .roleSENCO, .roleHead,
                .roleEducationAdviser:
                break
            }
        }
        writeTalks(&draft, meetings)
    }

    private func tellOfConcern(
        _ duty: Duty, _ duties: [Duty], _ told: Story.Told, _ child: Child, _ draft: inout Draft
    ) {
        let parts = duty.reference.split(separator: ":")
        guard parts.count == 2, let opened = Day(iso: parts[1]),
            let about = Contact.Topic(rawValue: String(parts[0]))
        else { return }
        let words = Calls.summaries(about)
        func tell(_ party: Contact.Party, after days: Int, _ words: String, reached: Bool = true) {
            let day = days == 0 ? opened : moment.calendar.schoolDay(days, after: opened)
            call(party, on: day, about, words, child, &draft, reached: reached)
        }
        switch told {
        case .nobody: break
        case .tried: tell(.parent, after: 1, "No answer; no message left.", reached: false)
        case .homeOnce: tell(.carer, after: 1, words.home)
        case .all(let lastTalk):
            tell(.parent, after: 0, words.home)
            tell(.socialWorker, after: 1, words.authority)
            tell(.virtualSchool, after: 3, words.authority)
            let isOpen = duties.contains {
                $0.rule == .attendanceStillOpen && $0.reference == duty.reference
            }
            var talk = lastTalk
            while isOpen, moment.ago(talk) > opened, talk < 200 {
                call(
                    .parent, on: moment.ago(talk), about,
                    "Looked at the marks together; agreed what to try next.", child, &draft)
                talk += 16
            }
        }
    }

    /// On the day itself, before ten; today's call is for the user to make.
    private func tellOfAbsence(
        _ duty: Duty, _ told: Story.Told, _ child: Child, _ draft: inout Draft
    ) {
        guard let day = duty.due else { return }
        switch told {
        case .all, .homeOnce:
            call(
                .parent, on: day, .attendance, "Not in and no word; asked why. All well.", child,
                &draft)
            call(
                .socialWorker, on: day, .attendance, "Told of this morning's absence.", child,
                &draft)
        case .tried, .nobody: break
        }
    }

    private static func summaries(_ about: Contact.Topic) -> (home: String, authority: String) {
        about == .punctuality
            ? (
                "Mornings are hard since the move; will try an earlier bus.",
                "Late again; told why."
            )
            : ("Talked about the days missed, and what would help.", "Told of the absences so far.")
    }

    /// A talk about the last PEP and one about nothing special.
    private func writeTalks(_ draft: inout Draft, _ meetings: Meetings) {
        let child = meetings.child
        guard let held = meetings.all.last(where: { $0.held != nil })?.held else { return }
        call(.socialWorker, on: held - 7, .pep, "Agreed the day and who comes.", child, &draft)
        if let day = moment.after(held, 4) {
            call(.parent, on: day, .general, "Sent the targets home; pleased.", child, &draft)
        }
    }

    /// Writes a contact down, unless the day is still to come: today's are not made yet.
    private func call(
        _ party: Contact.Party, on day: Day, _ about: Contact.Topic, _ summary: String,
        _ child: Child, _ draft: inout Draft, reached: Bool = true
    ) {
        guard day < moment.today, child.isOnRoll(day) else { return }
        let staff = about == .pep ? StaffRoom.designatedTeacher : StaffRoom.attendance
        let at = Instant(
            londonDay: day, hour: about == .attendance ? 9 : 15, minute: 5 + child.number % 50)
        draft.put(
            .contacts, draft.nextID("C"), child.ref.text, at.iso, party.rawValue,
            party == .virtualSchool ? "email" : "phone", staff.id, about.rawValue, summary,
            reached.text)
    }
}

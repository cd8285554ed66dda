// Who was spoken to, who met, and what was agreed.
extension ChronologyReading {
    /// Calls, messages, visits and letters, attempts too.
    var contacts: [ChronologyEntry] {
        facts.contacts.compactMap { contact in
            let row = lines(.contact, of: contact)
            let about = contact.about.words.map { " about \($0)" } ?? ""
            let reached = contact.reached ? "" : ", nobody reached"
            let summary = [row.text("summary")].joined(after: ": ")
            return row.happened(
                "at", on: contact.day,
                "\(contact.record["how"].contactWords) \(contact.with.rawValue.roleWords)\(about)"
                    + "\(reached), by \(school.staffName(contact.staff))\(summary)")
        }
    }

    /// Conferences, reviews and other meetings about the child, and the school's reports to them.
    var meetings: [ChronologyEntry] {
        facts.meetings.flatMap { meeting -> [ChronologyEntry] in
            let row = lines(.meeting, of: meeting)
            let held = meeting.held(by: today)
            let name = meeting.kind.words
            let day = (held ?? meeting.plannedFor).map { " of \($0.dayMonthYear)" } ?? ""
            let note = [row.text("note")].joined(after: ": ")
            let told: [ChronologyEntry?] = [
                planned(name.sentenceCase, row, for: meeting.plannedFor, held: held),
                row.happened("held_on", "\(name.sentenceCase) held\(note)"),
                row.happened("report_sent_on", "Our report for the \(name)\(day) sent"),
            ]
            return told.found
        }
    }

    /// What somebody undertook: on the day of the PEP or meeting, and when it was done.
    var agreed: [ChronologyEntry] {
        facts.actions.flatMap { action -> [ChronologyEntry] in
            let row = lines(.meeting, of: action)
            let what =
                "\(action.what.shortened(to: Self.textLength)) (\(school.staffName(action.owner)))"
            let due =
                action.due < today ? "Was to be done by this day: \(what)" : "To be done: \(what)"
            let told: [ChronologyEntry?] = [
                day(ofOrigin: action.origin).flatMap { day in
                    row.happened(
                        "from", on: day, "Agreed: \(what), by \(action.due.dayMonthYear)")
                },
                action.done(by: today) == nil ? row.dated("due", due) : nil,
                row.happened("done_on", "Done, as agreed: \(what)"),
            ]
            return told.found
        }
    }

    /// The day on which the PEP or meeting of an id was held; `nil` where there is none.
    private func day(ofOrigin id: String?) -> Day? {
        guard let id else { return nil }
        return facts.peps.first { $0.id == id }?.held(by: today)
            ?? facts.meetings.first { $0.id == id }?.held(by: today)
    }
}

extension Contact.Topic {
    /// What a contact was about; `nil` where it was about nothing in particular.
    fileprivate var words: String? {
        switch self {
        case .attendance, .punctuality, .suspension, .safeguarding, .transition: rawValue
        case .pep: "the PEP"
        case .general: nil
        }
    }
}

extension String {
    /// How somebody was spoken to, as it begins a line: `Phone call with`.
    fileprivate var contactWords: String {
        switch self {
        case "phone": "Phone call with"
        case "letter": "Letter to"
        default: "\(sentenceCase) with"
        }
    }
}

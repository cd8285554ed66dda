// Coming and going beyond the roll, suspensions, and money.
extension ChronologyReading {
    /// What was seen to when the child came or went.
    var checklist: [ChronologyEntry] {
        facts.checklist.compactMap { item in
            lines(.moves, of: item).happened("done_on", item.item.doneWords)
        }
    }

    /// Time taught elsewhere, with what was agreed and checked about it.
    var provision: [ChronologyEntry] {
        begun(facts.alternativeProvision, \.span).flatMap { one -> [ChronologyEntry] in
            let row = lines(.moves, of: one)
            let place = one.provider
            let hours = "\(one.hoursHere.words) hours a week here, \(one.hoursThere.words) there"
            let partTime = one.isPartTime ? ", part-time" : ""
            let isReviewed = one.reviewedOn.map { $0 <= today } ?? false
            let told: [ChronologyEntry?] = [
                row.happened("from", "Taught at \(place) from this day: \(hours)\(partTime)"),
                row.dated("to", "Last day at \(place)"),
                row.happened("parent_agreed_on", "Parent agreed to the time at \(place)"),
                row.happened("social_care_agreed_on", "Social care agreed to the time at \(place)"),
                row.happened("quality_checked_on", "Quality of \(place) checked"),
                isReviewed ? nil : row.ahead("review_by", "Time at \(place) to be reviewed"),
                row.happened("reviewed_on", "Time at \(place) reviewed"),
                row.happened("reported_on", "Part-time timetable reported to the authority"),
            ]
            return told.found
        }
    }

    /// Suspensions and exclusions, with what was done before and after each.
    var suspensions: [ChronologyEntry] {
        facts.suspensions.filter { $0.decidedOn <= today }.flatMap { one -> [ChronologyEntry] in
            let row = lines(.suspension, of: one)
            let noun = one.kind.noun
            let reasons = one.reasons.map(\.words).joined(separator: ", ")
            let details: [String?] = [
                one.lengthWords, one.from == one.decidedOn ? nil : "from \(one.from.dayMonthYear)",
                reasons.isEmpty ? nil : "for \(reasons)",
            ]
            let told: [ChronologyEntry?] = [
                row.happened(
                    "decided_on", "\(noun.sentenceCase) decided" + details.joined(after: ": ")),
                one.from == one.decidedOn ? nil : row.dated("from", "First day of the \(noun)"),
                row.dated("to", "Last day of the \(noun)"),
                row.happened("virtual_school_warned_on", "Virtual School warned of the \(noun)"),
                row.happened(
                    "adviser_discussed_on", "The \(noun) discussed with the Education Adviser"),
                row.happened("parents_told_on", "Parents told of the \(noun)"),
                row.happened("social_worker_told_on", "Social worker told of the \(noun)"),
                row.happened("virtual_school_told_on", "Virtual School told of the \(noun)"),
                row.happened("authority_told_on", "Authority told of the \(noun)"),
                row.happened("work_set_on", "Work set for the \(noun)"),
                row.dated("provision_from", "Full-time provision from this day"),
                row.dated("reintegration_on", "Meeting on the return after the \(noun)"),
                row.happened(
                    "representations_on", "Parents made representations about the \(noun)"),
                row.dated("governors_met_on", "Governors meet about the \(noun)"),
            ]
            return told.found
        }
    }

    /// Entries of funds that name the child.
    var money: [ChronologyEntry] {
        school.entries.filter { $0.pupil == facts.ref }.flatMap { entry -> [ChronologyEntry] in
            let row = lines(.money, of: entry)
            let sum = entry.amount.inPounds
            let what = entry.what.shortened(to: Self.textLength)
            let fund = [school.funds.first { $0.id == entry.fund }?.words].joined(after: " ")
            let reason = [row.text("reason")].joined(after: "; reason: ")
            let note = [row.text("impact_note")].joined(after: ": ")
            let impact = entry.impact.map { $0 == "none" ? "no impact" : "\($0) impact" }
            let told: [ChronologyEntry?] = [
                row.happened("on", "\(sum) \(entry.kind.doneWords)\(fund): \(what)\(reason)"),
                impact.flatMap { impact in
                    row.happened(
                        "impact_on", "\(impact.sentenceCase) of \(sum) for \(what)\(note)")
                },
            ]
            return told.found
        }
    }
}

extension ChecklistItem.Item {
    /// What was done, where it was.
    fileprivate var doneWords: String {
        switch self {
        case .prioritised: "Admission given priority"
        case .recordsRequested: "Records asked for from the school before"
        case .recordsReceived: "Records received from the school before"
        case .mentor: "Given a mentor on arrival"
        case .peerBuddy: "Given a buddy on arrival"
        case .plan: "Transition plan made"
        case .goodbye: "Goodbye arranged"
        case .fileSent: "File sent to the next school"
        case .fileReceipt: "Receipt for the file from the next school"
        }
    }
}

extension Suspension.Kind {
    /// The kind within a sentence.
    fileprivate var noun: String {
        switch self {
        case .suspension: "suspension"
        case .lunchtime: "lunchtime suspension"
        case .permanent: "permanent exclusion"
        case .separation: "time kept off the site"
        case .managedMove: "managed move"
        }
    }
}

extension Suspension {
    /// `2 days`, `2.5 days`; `nil` where no days are on record.
    fileprivate var lengthWords: String? {
        guard halfDays > 0 else { return nil }
        let days = "\(halfDays / 2)" + (halfDays % 2 == 0 ? "" : ".5")
        return days + (halfDays == 2 ? " day" : " days")
    }
}

extension FundEntry.Kind {
    /// What was done with the money, and the word before the fund.
    fileprivate var doneWords: String {
        switch self {
        case .allocation: "allocated in"
        case .commitment: "promised from"
        case .spend: "spent from"
        case .giveBack: "returned to"
        }
    }
}

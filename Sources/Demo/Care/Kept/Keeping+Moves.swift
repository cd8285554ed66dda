import Domain

/// Coming, going, and days elsewhere.
extension Keeping {
    /// The place was given with priority, and somebody stood at the gate.
    func writeAdmission(_ draft: inout Draft) {
        let came = child.admitted
        check(.prioritised, on: moment.workingDay(upTo: came - 20), &draft)
        check(.mentor, on: came, &draft)
        check(.peerBuddy, on: came, &draft)
        check(.recordsRequested, on: came, &draft)
        check(.recordsReceived, on: moment.calendar.schoolDay(9, after: came), &draft)
    }

    /// The last year's plan for the next school and goodbye; what goes with a child who moves.
    func writeTransition(_ draft: inout Draft) {
        if let left = child.left {
            check(.plan, on: moment.calendar.schoolDay(9, before: left), &draft)
            check(.goodbye, on: left, &draft)
            check(.fileSent, on: moment.calendar.schoolDay(1, after: left), &draft)
            check(.fileReceipt, on: moment.calendar.schoolDay(4, after: left), &draft)
        } else if isInLastYear {
            let terms = moment.begunTerms.filter { $0.year == moment.year }
            for term in terms where term.name == .spring {
                if let on = day(24, of: term) { check(.plan, on: on, &draft) }
            }
            for term in terms where term.name == .summer {
                if let on = day(52, of: term) { check(.goodbye, on: on, &draft) }
            }
        }
    }

    private func check(_ item: ChecklistItem.Item, on day: Day, _ draft: inout Draft) {
        guard day <= moment.today else { return }
        draft.put(
            .checklists,
            [
                "pupil": child.ref.text, "kind": item.kind.rawValue, "item": item.rawValue,
                "done_on": day.iso, "by": StaffRoom.designatedTeacher.name,
            ])
    }

    /// An afternoon at home, with all that the policy asks around it.
    func writeSuspension(_ draft: inout Draft) {
        guard let ago = story.suspended else { return }
        let (day, before) = (moment.ago(ago).iso, moment.ago(ago + 2).iso)
        draft.put(
            .suspensions,
            [
                "suspension_id": draft.nextID("SU"), "pupil": child.ref.text,
                "kind": Suspension.Kind.suspension.rawValue, "decided_on": day, "from": day,
                "to": day, "days": "0.5", "reasons": Suspension.Reason.assaultOnPupil.rawValue,
                "virtual_school_warned_on": before, "adviser_discussed_on": day,
                "virtual_school_told_on": day, "parents_told_on": day,
                "social_worker_told_on": day, "authority_told_on": day,
                "tried": "Calm corner, shorter playtimes, a talk with home each Friday.",
                "alternatives": "An afternoon in the nurture room: tried twice this week already.",
                "work_set_on": day, "reintegration_on": moment.ago(ago - 1).iso,
            ])
    }

    /// A day a week elsewhere, agreed, seen and reviewed; the provider reports every two weeks.
    func writeProvision(_ draft: inout Draft) {
        guard let ago = story.elsewhere else { return }
        draft.put(
            .alternativeProvision,
            [
                "ap_id": draft.nextID("AP"), "pupil": child.ref.text,
                "provider": "Hollow Oak Farm", "from": moment.ago(ago).iso,
                "to": moment.ahead(20).iso, "hours_here": "20", "hours_there": "5",
                "part_time": "no", "parent_agreed_on": moment.ago(ago + 6).iso,
                "social_care_agreed_on": moment.ago(ago + 4).iso,
                "quality_checked_on": moment.ago(ago - 6).iso,
                "review_by": moment.ago(ago - 22).iso, "reviewed_on": moment.ago(ago - 21).iso,
            ])
        for days in stride(from: ago - 5, to: 0, by: -10) {
            draft.put(
                .progress,
                [
                    "progress_id": draft.nextID("PR"), "pupil": child.ref.text,
                    "on": moment.ago(days).iso, "subject": Progress.Subject.personal.rawValue,
                    "source": Progress.Source.provider.rawValue, "progress": "expected",
                    "note": "Feeds the goats by herself; stays for the whole morning.",
                ])
        }
    }
}

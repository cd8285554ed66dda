import Domain

/// What the school as a whole has done of what its policy promises: reading, training, meetings,
/// attestations, linked policies, reports. Most of it is done; a few things are left, to be seen.
struct Promises {
    let moment: Moment
    let story: SchoolStory
    let pack: PolicyPack

    init(_ moment: Moment, _ story: SchoolStory, _ pack: PolicyPack) {
        (self.moment, self.story, self.pack) = (moment, story, pack)
    }

    func write(to draft: inout Draft, _ staff: StaffRoom) {
        let current = draft.records.filter { $0.kind == .staff && $0["to"].isEmpty }
            .map { $0["staff"] }
        writeReading(current, &draft)
        writeTraining(current, &draft)
        writeTeacherTraining(&draft)
        writeMeetings(&draft)
        writeAttestations(&draft)
        writePolicies(&draft)
        writeReports(&draft)
        writePeers(&draft)
        if let day = moment.schoolDay(12) { draft.checkProfessionals(on: day) }
    }

    /// Everybody reads at the start of the year; one has a text left, in the busy school two.
    private func writeReading(_ staff: [String], _ draft: inout Draft) {
        guard let day = moment.schoolDay(2) else { return }
        for member in staff {
            for what in ["policy", "kcsie", "child-protection"] {
                let isLeft =
                    (what == "kcsie" && member == StaffRoom.others[0].id)
                    || (what == "policy" && member == StaffRoom.keyAdults[4].id
                        && story == .busy)
                guard !isLeft else { continue }
                draft.put(
                    .acknowledgements,
                    [
                        "staff": member, "what": what, "on": day.iso,
                        "version": "\(moment.year.start)",
                    ])
            }
        }
    }

    private func writeTraining(_ staff: [String], _ draft: inout Draft) {
        let courses: [(Training.Kind, String, Int)] = [
            (.policyBriefing, "Our policy in an hour", 1),
            (.attachmentTrauma, "Attachment and trauma: what helps in class", 3),
            (.unconsciousBias, "Unconscious bias", 14), (.diversity, "Every family", 21),
        ]
        for (kind, title, place) in courses {
            guard let day = moment.schoolDay(place) else { continue }
            let id = draft.nextID("TR")
            draft.put(
                .training,
                [
                    "training_id": id, "kind": kind.rawValue, "title": title, "on": day.iso,
                    "days": "0.5", "provider": "Larkshire Learning", "whole_school": "yes",
                ])
            for member in staff {
                let wasAway = member == StaffRoom.others[0].id
                let caughtUp = moment.schoolDay(place + 10)
                draft.put(
                    .trainingPeople,
                    [
                        "training_id": id, "staff": member, "attended": (!wasAway).text,
                        "caught_up_on": wasAway && (kind != .attachmentTrauma || story == .kept)
                            ? caughtUp.text : "",
                    ])
            }
        }
    }

    /// Two days last year; one and a half by autumn's end, and the rest in spring or never.
    private func writeTeacherTraining(_ draft: inout Draft) {
        let days: [(Day?, String)] = [
            (moment.schoolDay(30, ofYear: 0), "1.0"), (moment.schoolDay(90, ofYear: 0), "1.0"),
            (moment.schoolDay(8), "1.0"), (moment.schoolDay(28), "0.5"),
            (story == .kept ? moment.schoolDay(95) : nil, "0.5"),
        ]
        for case (let day?, let length) in days {
            let id = draft.nextID("TR")
            draft.put(
                .training,
                [
                    "training_id": id, "kind": Training.Kind.designatedTeacher.rawValue,
                    "title": "Network of designated teachers", "on": day.iso, "days": length,
                    "provider": "Larkshire Virtual School", "whole_school": "no",
                ])
            draft.put(
                .trainingPeople,
                [
                    "training_id": id, "staff": StaffRoom.designatedTeacher.id, "attended": "yes",
                ])
        }
    }

    /// In every term a visit, monitoring, a report and advice; the last one's report left no word of
    /// resources.
    private func writeMeetings(_ draft: inout Draft) {
        for term in moment.calendar.terms(of: moment.year) where term.start <= moment.today {
            let meetings: [(Domain.Meeting.Kind, Int, String)] = [
                (.virtualSchoolVisit, 12, ""), (.monitoring, 18, ""),
                (.report, 24, "attainment;resources;training"), (.staffAdvice, 9, ""),
            ]
            for (kind, place, parts) in meetings {
                guard let day = moment.after(term.start, place) else { continue }
                draft.put(
                    .meetings,
                    [
                        "meeting_id": draft.nextID("ME"), "kind": kind.rawValue,
                        "planned_for": day.iso, "held_on": day.iso, "parts": parts,
                    ])
            }
        }
        if let day = moment.schoolDay(16) {
            draft.put(
                .meetings,
                [
                    "meeting_id": draft.nextID("ME"),
                    "kind": Domain.Meeting.Kind.cohortCheck.rawValue,
                    "held_on": day.iso, "note": "List agreed with the authority, by UPN.",
                ])
        }
    }

    private func writeAttestations(_ draft: inout Draft) {
        let clauses =
            switch story {
            case .kept: pack.clauses.filter { !$0.isComputed }.map(\.id)
            case .busy:
                ["INT-3", "INT-4", "EQ-1", "AIM-8", "AIM-9", "DT-9", "STAFF-3", "STAFF-4"]
            }
        for (place, clause) in clauses.enumerated() {
            guard let day = moment.schoolDay(20 + 2 * place) else { continue }
            draft.put(
                .attestations,
                [
                    "clause": clause, "on": day.iso, "by": StaffRoom.head.name,
                    "evidence": "Minutes of the leadership meeting, item \(place + 2).",
                ])
        }
    }

    private func writePolicies(_ draft: inout Draft) {
        let policies: [(name: String, reviewIn: Int)] = [
            ("child-protection", 290), ("safeguarding", 290), ("whistleblowing", 400),
            ("inclusion-send", 45), ("pupil-premium-strategy", 330), ("behaviour", 200),
            ("cksw", 150),
        ]
        for policy in policies {
            draft.put(
                .linkedPolicies,
                [
                    "policy": policy.name,
                    "title": policy.name.replacing("-", with: " ") + " policy",
                    "dated": dated(policy.name).iso,
                    "review_by": (moment.today + policy.reviewIn).iso, "refers_to_cksw": "yes",
                    "where": "Shared drive, Policies",
                ])
        }
    }

    /// A version of this policy that came out later in the year would ask everyone to read it again.
    private func dated(_ policy: String) -> Day {
        policy == "cksw" ? moment.year.first : moment.schoolDay(5) ?? moment.ago(150)
    }

    /// Last year's report was written, presented and sent.
    private func writeReports(_ draft: inout Draft) {
        guard let day = moment.schoolDay(175, ofYear: 0) else { return }
        let last = AcademicYear(start: moment.year.start - 1)
        draft.put(
            .governorsReports,
            [
                "academic_year": last.label, "section_a_on": (day - 20).iso,
                "section_b_on": (day - 12).iso, "presented_on": day.iso, "sent_on": (day + 3).iso,
            ])
    }

    /// The other children: a little better each term, and seldom suspended.
    private func writePeers(_ draft: inout Draft) {
        for (place, term) in moment.begunTerms.enumerated() {
            // In the school that keeps its policy both sides of a comparison come in on one day.
            if story == .kept, moment.after(term.start, 20) == nil { continue }
            for group in ["R", "1", "2"] {
                let measures: [(String, String)] = [
                    ("reading", "7\(place % 5 + 1).0"), ("writing", "6\(place % 5 + 2).0"),
                    ("maths", "7\(place % 5).5"), ("suspended", "0.4"),
                ]
                for (measure, value) in measures {
                    draft.put(
                        .peers,
                        [
                            "academic_year": term.year.label, "year_group": group,
                            "measure": measure, "term": term.name.rawValue, "value": value,
                            "pupils": "55",
                        ])
                }
            }
        }
    }
}

extension Moment {
    /// The school day at a place of this year (or of last year: 0), from 0, where it has come.
    func schoolDay(_ place: Int, ofYear index: Int = 1) -> Day? {
        let first = AcademicYear(start: year.start - 1 + index).first
        let days = calendar.schoolDays(from: first, through: min(today, first + 364))
        guard days.count > place else { return nil }
        return days[days.startIndex + place]
    }
}

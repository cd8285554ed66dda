/// Rows about plans, reviews, coming and going, and time out of school, of the child K001.
extension Rows {
    /// The school itself, of a phase, and the day from which it keeps its records here.
    public static func school(
        _ phase: String, recordsFrom: String? = nil, authority: String = "Kent"
    ) -> StatedRow {
        StatedRow(
            .school,
            [
                "urn": "900001", "name": "Hill School", "phase": phase,
                "local_authority": authority, "records_from": recordsFrom,
            ])
    }

    /// A meeting about K001.
    public static func review(
        _ id: String, _ kind: String, held: String? = nil, planned: String? = nil,
        sent: String? = nil
    ) -> StatedRow {
        StatedRow(
            .meetings,
            [
                "meeting_id": id, "kind": kind, "pupil": "K001", "planned_for": planned,
                "held_on": held, "report_sent_on": sent,
            ])
    }

    /// What S01 undertook to do about K001, or, with `nil`, for the school.
    public static func action(
        _ id: String, due: String, done: String? = nil, pupil: String? = "K001",
        owner: String = "S01"
    ) -> StatedRow {
        StatedRow(
            .actions,
            [
                "action_id": id, "pupil": pupil, "what": "Ring the reading tutor", "owner": owner,
                "due": due, "done_on": done,
            ])
    }

    /// A questionnaire with every answer, unless others are given.
    public static func sdq(
        _ id: String, _ on: String, answers: String = String(repeating: "1", count: 25)
    ) -> StatedRow {
        StatedRow(
            .sdq,
            [
                "sdq_id": id, "pupil": "K001", "on": on, "informant": "carer", "form": "4-17",
                "answers": answers,
            ])
    }

    public static func intervention(
        _ id: String, from: String, to: String? = nil, led: String? = nil,
        overseen: String? = nil
    ) -> StatedRow {
        StatedRow(
            .interventions,
            [
                "intervention_id": id, "pupil": "K001", "name": "Reading", "level": "targeted",
                "from": from, "to": to, "led_by": led, "overseen_by": overseen,
            ])
    }

    public static func planReview(
        _ id: String, held: String?, invited: String? = nil, views: String? = nil
    ) -> StatedRow {
        StatedRow(
            .senReviews,
            [
                "review_id": id, "pupil": "K001", "kind": "ehcp-review",
                "planned_for": "2025-10-01", "held_on": held, "invited": invited, "views": views,
            ])
    }

    public static func item(
        _ kind: String, _ item: String, done: String? = nil, notNeeded: String? = nil
    ) -> StatedRow {
        StatedRow(
            .checklists,
            [
                "pupil": "K001", "kind": kind, "item": item, "done_on": done,
                "not_needed_because": notNeeded,
            ])
    }

    /// Time at a provider from 6 October 2025, 20 hours here and 5 there; other columns as given.
    public static func provision(_ fields: (String, String?)...) -> StatedRow {
        let usual: [(String, String?)] = [
            ("ap_id", "A1"), ("pupil", "K001"), ("provider", "The Barn"), ("from", "2025-10-06"),
            ("hours_here", "20"), ("hours_there", "5"), ("part_time", "no"),
        ]
        return StatedRow(.alternativeProvision, usual.overlaid(fields))
    }

    /// A suspension of two days from Tuesday 7 October 2025, decided the day before; other columns
    /// as given.
    public static func suspension(_ id: String = "S1", _ fields: (String, String?)...) -> StatedRow
    {
        let usual: [(String, String?)] = [
            ("suspension_id", id), ("pupil", "K001"), ("kind", "suspension"),
            ("decided_on", "2025-10-06"), ("from", "2025-10-07"), ("days", "2"),
        ]
        return StatedRow(.suspensions, usual.overlaid(fields))
    }

    /// Other pupils' figure of the autumn of 2025.
    public static func peers(
        _ measure: String, _ value: String, pupils: String = "30", group: String = "2",
        year: String = "2025-26", term: String = "autumn"
    ) -> StatedRow {
        StatedRow(
            .peers,
            [
                "academic_year": year, "year_group": group, "measure": measure, "term": term,
                "value": value, "pupils": pupils,
            ])
    }

    public static func judged(
        _ id: String, _ on: String, _ judgement: String, pupil: String = "K001",
        subject: String = "reading"
    ) -> StatedRow {
        StatedRow(
            .progress,
            [
                "progress_id": id, "pupil": pupil, "on": on, "subject": subject,
                "source": "data", "judgement": judgement,
            ])
    }
}

extension TestSchool {
    /// The same school, a primary one, whose records begin on a day.
    public func recordsFrom(_ day: String) -> TestSchool {
        with(Rows.school("primary", recordsFrom: day))
    }

    /// The same school with more rows.
    public func with(_ rows: StatedRow...) -> TestSchool { rows.reduce(self) { $0.with($1) } }
}

extension [(String, String?)] {
    /// The same fields, but for those named anew; one without a value is left empty.
    fileprivate func overlaid(_ fields: [(String, String?)]) -> [(String, String?)] {
        let names = Set(fields.map(\.0))
        return filter { !names.contains($0.0) } + fields
    }
}

/// Rows of the further files, in one line each; of the child K001 where they are a child's.
public enum Rows {
    public static func decision(
        _ id: String, _ on: String, _ about: String, reason: String?
    ) -> StatedRow {
        StatedRow(
            .decisions,
            ["decision_id": id, "pupil": "K001", "on": on, "about": about, "reason": reason])
    }

    public static func intervention(
        _ id: String, _ level: String, _ from: String, to: String? = nil
    ) -> StatedRow {
        StatedRow(
            .interventions,
            [
                "intervention_id": id, "pupil": "K001", "name": "Reading group", "level": level,
                "from": from, "to": to,
            ])
    }

    public static func progress(
        _ id: String, _ on: String, _ source: String, progress: String? = nil,
        subject: String = "reading"
    ) -> StatedRow {
        StatedRow(
            .progress,
            [
                "progress_id": id, "pupil": "K001", "on": on, "subject": subject,
                "source": source, "progress": progress,
            ])
    }

    public static func check(_ id: String, _ on: String) -> StatedRow {
        StatedRow(.checks, ["check_id": id, "pupil": "K001", "on": on, "kind": "observation"])
    }

    public static func meeting(
        _ id: String, _ kind: String, held: String?, pupil: String? = nil, parts: String? = nil
    ) -> StatedRow {
        StatedRow(
            .meetings,
            [
                "meeting_id": id, "kind": kind, "pupil": pupil, "held_on": held, "parts": parts,
                "planned_for": held == nil ? "2026-01-12" : nil,
            ])
    }

    public static func senReview(
        _ id: String, _ kind: String, held: String?, targets: String? = nil
    ) -> StatedRow {
        StatedRow(
            .senReviews,
            [
                "review_id": id, "pupil": "K001", "kind": kind, "held_on": held,
                "targets": targets,
            ])
    }

    public static func responsibility(_ from: String, to: String? = nil) -> StatedRow {
        StatedRow(
            .responsibilities,
            ["pupil": "K001", "role": "Librarian", "from": from, "to": to])
    }

    public static func professional(
        _ role: String, checked: String? = nil, from: String = "2024-01-08", to: String? = nil
    ) -> StatedRow {
        StatedRow(
            .professionals,
            [
                "pupil": "K001", "role": role, "name": "A \(role)", "from": from, "to": to,
                "checked_on": checked,
            ])
    }

    public static func profile(_ on: String) -> StatedRow {
        StatedRow(.profiles, ["pupil": "K001", "on": on, "needs": "A calm start"])
    }

    public static func training(
        _ id: String, _ kind: String, _ on: String, days: String? = nil, wholeSchool: String = "no"
    ) -> StatedRow {
        StatedRow(
            .training,
            [
                "training_id": id, "kind": kind, "title": "A course", "on": on, "days": days,
                "whole_school": wholeSchool,
            ])
    }

    public static func trained(
        _ id: String, _ staff: String = "S01", attended: String? = "yes", caughtUp: String? = nil
    ) -> StatedRow {
        StatedRow(
            .trainingPeople,
            [
                "training_id": id, "staff": staff, "attended": attended, "caught_up_on": caughtUp,
            ])
    }

    public static func read(_ what: String, _ on: String, _ staff: String = "S01") -> StatedRow {
        StatedRow(.acknowledgements, ["staff": staff, "what": what, "on": on])
    }

    public static func attested(_ clause: String, _ on: String) -> StatedRow {
        StatedRow(
            .attestations, ["clause": clause, "on": on, "by": "S01", "evidence": "Seen in class"])
    }

    public static func policy(
        _ policy: String, dated: String? = nil, reviewBy: String? = nil, refers: String? = nil
    ) -> StatedRow {
        StatedRow(
            .linkedPolicies,
            [
                "policy": policy, "dated": dated, "review_by": reviewBy, "refers_to_cksw": refers,
            ])
    }

    public static func governorsReport(
        _ year: String, a: String? = nil, b: String? = nil, presented: String? = nil,
        sent: String? = nil
    ) -> StatedRow {
        StatedRow(
            .governorsReports,
            [
                "academic_year": year, "section_a_on": a, "section_b_on": b,
                "presented_on": presented, "sent_on": sent,
            ])
    }
}

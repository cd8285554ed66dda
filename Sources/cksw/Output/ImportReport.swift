import Domain
import Exchange

/// What an import says of a file: at most ten lines, the weightiest first, unless every line is
/// wanted.
struct ImportReport {
    private let plan: ImportPlan
    private let isWhole: Bool

    private static let most = 10

    init(_ plan: ImportPlan, isWhole: Bool) {
        self.plan = plan
        self.isWhole = isWhole
    }

    /// Why nothing was imported, and what to do.
    var refusal: [String] {
        let head = Array(plan.refusal.prefix(1))
        return head + fitted(Self.most - head.count, before: [])
    }

    /// What is worth knowing of a file that was taken in.
    var notices: [String] {
        let ends = plan.followUps
        return fitted(Self.most - plan.summary.count - ends.count, before: ends) + ends
    }

    private func fitted(_ room: Int, before ends: [String]) -> [String] {
        let taken =
            plan.takenFor.isEmpty
            ? [] : ["\(VisibleText.of(plan.fileName, limit: 200)): taken for \(plan.takenFor)"]
        if isWhole { return taken + plan.everyLine }
        let said = plan.faultLines + plan.noticeLines
        // Where not all can be said, the last line says how much more there is.
        let room = max(2, room - taken.count)
        if said.count <= room { return plan.isRefused ? said + taken : taken + said }
        let rest = said.count - (room - 1)
        let shown = said.prefix(room - 1) + ["… and \(rest) more lines; --all has every one"]
        return plan.isRefused ? shown + taken : taken + shown
    }
}

extension ImportPlan {
    /// What to do about what the notices say: looked-after children to confirm, terms to enter.
    var followUps: [String] {
        let years = yearsWithoutTerms.map(\.label).joined(separator: ", ")
        return
            (lookedAfter.isEmpty
            ? []
            : [
                "confirm who is looked after, or was (PLA), with a date: "
                    + "cksw record status-begin --pupil REF --status CLA --from DATE"
            ])
            + (years.isEmpty
                ? []
                : [
                    "enter the dates of \(years): cksw record term --academic-year YEAR "
                        + "--term autumn --start DATE --end DATE"
                ])
    }
}

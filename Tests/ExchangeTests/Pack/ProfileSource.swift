import Domain

/// An authority's profile as Swift, on one line, for the pack that travels inside the program.
struct ProfileSource {
    let profile: AuthorityProfile

    init(_ profile: AuthorityProfile) { self.profile = profile }

    var line: String {
        call(
            "AuthorityProfile",
            [
                "name: \(text(profile.name))", "names: \(profile.names)",
                "cutOffs: [\(profile.cutOffs.map(literal).joined(separator: ", "))]",
                "signOff: \(profile.signOff.map(literal) ?? "nil")",
                "grading: \(profile.grading.map(literal) ?? "nil")",
                "portal: \(profile.portal.map(literal) ?? "nil")",
                "reports: \(profile.reports.map(literal) ?? "nil")",
                "practice: \(profile.practice.map(literal) ?? "nil")",
                "contact: \(profile.contact.map(literal) ?? "nil")",
            ])
    }

    // MARK: Parts

    private func literal(_ part: AuthorityProfile.CutOffs) -> String {
        let days =
            switch part.days {
            case .everyYear(let days): ".everyYear(\(byTerm(days) { "\($0)" }))"
            case .dated(let year, let days):
                ".dated(AcademicYear(start: \(year.start)), \(byTerm(days, literal)))"
            }
        return call(".init", [days, literal(part.provenance)])
    }

    private func literal(_ part: AuthorityProfile.SignOff) -> String {
        call(
            ".init", ["within: \(count(part.within))", "by: \(part.by)", literal(part.provenance)])
    }

    private func literal(_ part: AuthorityProfile.Grading) -> String {
        call(
            ".init",
            ["grades: \(part.grades)", "areas: \(part.areas)", literal(part.provenance)])
    }

    private func literal(_ part: AuthorityProfile.Portal) -> String {
        call(
            ".init",
            ["name: \(text(part.name))", "fields: \(part.fields)", literal(part.provenance)])
    }

    private func literal(_ part: AuthorityProfile.ConferenceReports) -> String {
        call(
            ".init",
            [
                "initial: \(count(part.initial))", "review: \(count(part.review))",
                literal(part.provenance),
            ])
    }

    private func literal(_ part: AuthorityProfile.PEPPractice) -> String {
        call(".init", ["dtReviewCounts: \(part.dtReviewCounts)", literal(part.provenance)])
    }

    private func literal(_ part: AuthorityProfile.VirtualSchool) -> String {
        call(
            ".init",
            [
                "team: \(text(part.team))", "email: \(text(part.email))",
                "telephone: \(text(part.telephone))", literal(part.provenance),
            ])
    }

    // MARK: Values

    private func literal(_ provenance: Provenance) -> String {
        call(
            "Provenance",
            [
                "source: \(text(provenance.source))", "checked: \(literal(provenance.checked))",
                "needsCheck: \(provenance.needsCheck)",
            ])
    }

    private func literal(_ day: Day) -> String { "Day(rawValue: \(day.rawValue))" }

    private func count(_ count: DayCount?) -> String {
        count.map { "DayCount(\($0.days), .\($0.unit))" } ?? "nil"
    }

    private func byTerm<Value>(
        _ days: [TermName: Value], _ literal: (Value) -> String
    ) -> String {
        let texts = TermName.allCases.compactMap { name in
            days[name].map { ".\(name): \(literal($0))" }
        }
        return texts.isEmpty ? "[:]" : "[\(texts.joined(separator: ", "))]"
    }

    private func text(_ text: String?) -> String { text?.debugDescription ?? "nil" }

    private func call(_ name: String, _ values: [String]) -> String {
        "\(name)(\(values.joined(separator: ", ")))"
    }
}

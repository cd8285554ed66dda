// What is decided and done for the child, how the child gets on, and what the child needs.
extension ChronologyReading {
    var decisions: [ChronologyEntry] {
        facts.decisions.compactMap { decision in
            lines(.support, of: decision).happened("on", words(of: decision))
        }
    }

    private func words(of decision: Decision) -> String {
        let reason = decision.reason?.shortened(to: Self.textLength)
        if decision.about == .noAction,
            let what = decision.outcome.flatMap({ NoAction(outcome: $0) })
        {
            let duty = pack.rule(what.rule).map { " (\($0.title))" } ?? ""
            return "Decided not to act for now\(duty), until \(what.until.dayMonthYear), "
                + "agreed by \(what.agreedBy)" + [reason].joined(after: ": ")
        }
        let outcome = decision.outcome.map { named($0).shortened(to: Self.textLength) }
        return decision.about.title + [outcome, reason].joined(after: ": ", by: "; ")
    }

    /// A suspension that a decision names by its id is named by its day.
    private func named(_ outcome: String) -> String {
        facts.suspensions.reduce(outcome) { text, one in
            text.replacing(
                "Suspension \(one.id):", with: "suspension of \(one.decidedOn.dayMonthYear):")
        }
    }

    var interventions: [ChronologyEntry] {
        begun(facts.interventions, \.span).flatMap { one -> [ChronologyEntry] in
            let row = lines(.support, of: one)
            let details: [String?] = [
                one.level.rawValue, one.hours.map { "\($0.words) hours a week" },
                one.ledBy.map { "led by \(school.staffName($0))" },
            ]
            let told: [ChronologyEntry?] = [
                row.happened(
                    "from", "Support from this day: \(one.name)" + details.joined(after: ", ")),
                row.dated("to", "Last day of support: \(one.name)"),
            ]
            return told.found
        }
    }

    /// Observations, learning walks and other looks at how the child is taught.
    var checks: [ChronologyEntry] {
        facts.checks.compactMap { check in
            let row = lines(.support, of: check)
            let kind = check.record["kind"]
            let details: [String?] = [
                kind == "other" ? nil : kind.roleWords,
                check.record.text("by").map { "by \(school.staffName($0))" },
            ]
            let note = [row.text("note")].joined(after: ": ")
            return row.happened("on", "Seen in class\(details.joined(after: ", "))\(note)")
        }
    }

    var responsibilities: [ChronologyEntry] {
        begun(facts.responsibilities, \.span).flatMap { one -> [ChronologyEntry] in
            let row = lines(.support, of: one)
            let told: [ChronologyEntry?] = [
                row.happened("from", "A responsibility from this day: \(one.role)"),
                row.dated("to", "Last day of the responsibility: \(one.role)"),
            ]
            return told.found
        }
    }

    var progress: [ChronologyEntry] {
        facts.progress.compactMap { one in
            let row = lines(.progress, of: one)
            let details: [String?] = [
                one.judgement?.words, one.progress?.words,
                one.record.text("score").map { "score \($0)" }, one.source.words,
            ]
            let note = [row.text("note")].joined(after: "; ")
            return row.happened("on", "\(one.subject.title)\(details.joined(after: ": "))\(note)")
        }
    }

    var profiles: [ChronologyEntry] {
        facts.profiles.compactMap { profile in
            let row = lines(.sen, of: profile)
            let details: [String?] = [
                row.text("needs"), row.text("strategies").map { "what helps: \($0)" },
            ]
            return row.happened("on", "Needs profile" + details.joined(after: ": ", by: "; "))
        }
    }

    var senReviews: [ChronologyEntry] {
        facts.senReviews.flatMap { review -> [ChronologyEntry] in
            let row = lines(.sen, of: review)
            let held = review.held(by: today)
            let details: [String?] = [
                review.hasTargets.map { $0 ? "with targets" : "without targets" },
                review.views.isEmpty
                    ? nil
                    : "views of " + review.views.map(\.rawValue.roleWords).joined(separator: ", "),
            ]
            let told: [ChronologyEntry?] = [
                planned(review.kind.words, row, for: review.plannedFor, held: held),
                row.happened(
                    "held_on", "\(review.kind.words) held" + details.joined(after: ": ", by: "; ")),
            ]
            return told.found
        }
    }

    /// Questionnaires; the total where enough was answered, on the form that is scored.
    var questionnaires: [ChronologyEntry] {
        facts.sdqs.compactMap { sdq in
            let total = sdq.form == .school ? SDQScore(answers: sdq.answers).total : nil
            let words = total.map { ": total \($0) of 40" } ?? ""
            return lines(.sen, of: sdq).happened(
                "on", "Questionnaire (SDQ) filled in by the \(sdq.informant.rawValue)\(words)")
        }
    }
}

extension Decision.Topic {
    fileprivate var title: String {
        switch self {
        case .support: "Decision about support"
        case .responsibility: "Decision about a responsibility"
        case .noAction: "Decided not to act for now"
        case .interimPEP: "No interim PEP"
        case .other: "Decision"
        }
    }
}

extension Progress.Judgement {
    var words: String {
        switch self {
        case .below: "below the standard expected of the age"
        case .towards: "working towards the expected standard"
        case .expected: "at the expected standard"
        case .greaterDepth: "in greater depth than expected"
        }
    }
}

extension Progress.Made {
    fileprivate var words: String {
        switch self {
        case .below: "progress below what is expected"
        case .expected: "progress as expected"
        case .accelerated: "faster progress than expected"
        }
    }
}

extension Progress.Source {
    fileprivate var words: String {
        switch self {
        case .data: "by data"
        case .teacherReport: "by the teacher's report"
        case .bookLook: "by a look at books"
        case .provider: "by the provider"
        }
    }
}

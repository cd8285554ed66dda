/// A rule as a pack states it: a general shape, what shows it, and its words.
public struct StatedRule: Sendable {
    /// The general shapes, with the numbers of each.
    public enum Form: Sendable {
        case termlyPupil(Condition)
        case termlySchool
        case yearlyPupil(DueDay, Condition)
        /// - Parameters:
        ///   - yearBeforeUntil: the day up to which the year before can be made good, where it is
        ///     asked too.
        ///   - premiumLimit: how many children with pupil premium need none of it.
        case yearlySchool(
            DueDay, yearBeforeUntil: PolicyNumber? = nil, premiumLimit: PolicyNumber? = nil)
        /// Somebody's word for each of the rule's clauses; it takes no evidence of its own.
        case attested(PolicyNumber)
        /// - Parameters:
        ///   - ownTime: whether a new member of staff has some weeks from the first day, whenever
        ///     that is.
        ///   - renewal: what brings out a new version in the year, which counts anew.
        case everyone(PolicyNumber, ownTime: Bool, renewal: Renewal? = nil)
        case fresh(PolicyNumber, Condition)
    }

    public var words: RuleWords
    public var form: Form
    public var evidence: [Evidence]
    /// Whether all of the evidence is needed, and not any of it.
    public var needsEvery: Bool

    public init(
        _ words: RuleWords, _ form: Form, evidence: [Evidence], needsEvery: Bool = false
    ) {
        self.words = words
        self.form = form
        self.evidence = evidence
        self.needsEvery = needsEvery
    }

    /// The rules that it makes; `nil` where evidence of its kind cannot show a rule of its shape.
    public var rules: [Rule]? {
        switch form {
        case .termlyPupil(let only):
            joined(evidence.map(\.ofPupil)).map {
                [TermlyShape(words: shown, only: only, evidence: $0).rule]
            }
        case .termlySchool:
            joined(evidence.map(\.ofSchool)).map {
                [TermlySchoolShape(words: shown, evidence: $0).rule]
            }
        case .yearlyPupil(let due, let only):
            joined(evidence.map(\.ofPupil)).map {
                [YearlyShape(words: shown, due: due, only: only, evidence: $0).rule]
            }
        case .yearlySchool(let due, let yearBeforeUntil, let premiumLimit):
            joined(evidence.map(\.ofSchool)).map {
                [
                    YearlySchoolShape(
                        shown, due: due, yearBeforeUntil: yearBeforeUntil,
                        premiumLimit: premiumLimit, $0
                    ).rule
                ]
            }
        case .attested(let due):
            evidence.isEmpty ? [AttestedShape(words: shown, due: due).rule] : nil
        case .everyone(let due, let ownTime, let renewal):
            joined(evidence.map(\.ofStaff)).map {
                EveryoneShape(
                    words: shown, due: due, starters: ownTime ? .own : .later,
                    renewal: renewal, evidence: $0
                ).rules
            }
        case .fresh(let days, let only):
            only == .known || only == .socialWorker
                ? joined(evidence.map(\.ofPupil)).map {
                    [
                        FreshShape(
                            words: shown, days: days, only: only, parties: parties, evidence: $0
                        ).rule
                    ]
                } : nil
        }
    }

    private var shown: RuleWords {
        var words = words
        words.shownBy = evidence
        return words
    }

    /// Whom a contact that it asks for is with.
    private var parties: [Contact.Party] {
        evidence.flatMap { evidence -> [Contact.Party] in
            switch evidence {
            case .contact(let parties): parties
            case .contactWith(let party): party.parties
            default: []
            }
        }
    }

    private func joined<Context>(
        _ parts: [Evidencing<Context>?]
    ) -> Evidencing<Context>? {
        let found = parts.compactMap { $0 }
        guard !found.isEmpty, found.count == parts.count else { return nil }
        return needsEvery ? .every(found) : .any(found)
    }
}

extension StatedRule.Form {
    /// The numbers that it rests on.
    public var numbers: [PolicyNumber] {
        switch self {
        case .termlyPupil, .termlySchool: []
        case .yearlyPupil(let due, _): due.numbers
        case .yearlySchool(let due, let until, let limit):
            due.numbers + [until, limit].compactMap { $0 }
        case .attested(let due): [due]
        case .everyone(let due, _, let renewal): [due] + (renewal?.numbers ?? [])
        case .fresh(let days, _): [days]
        }
    }
}

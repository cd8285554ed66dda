/// Figures on which somebody's word about a clause can stand, as a pack names them.
public enum ClauseFigure: String, CaseIterable, Sendable {
    /// How many of the linked policies name these children.
    case linkedPolicies = "linked-policies"
    /// How many suspensions of this year say what was tried before.
    case suspensionsTried = "suspensions-tried"
    /// When the behaviour policy is from, and when it is reviewed.
    case behaviourPolicy = "behaviour-policy"
    /// Children's views, key adults and trained staff, term by term.
    case sharesByTerm = "shares-by-term"
    /// Staff trained this year, and concerns that were closed.
    case trainingAndConcerns = "training-and-concerns"
    /// How many judgements of progress say accelerated.
    case accelerated

    /// One line of a figure.
    public struct Line: Hashable, Sendable {
        /// `views of the child in the PEP, 2026-27 autumn`
        public let words: String
        /// How many of how many; `nil` where it is a matter of words.
        public let share: Share?
        /// What else is to be said, such as which are missing.
        public let note: String

        init(_ words: String, _ share: Share? = nil, note: String = "") {
            self.words = words
            self.share = share
            self.note = note
        }
    }

    /// A part of a whole.
    public struct Share: Hashable, Sendable {
        public let part: Int
        public let whole: Int
        /// Whether children are counted, so that a small number is not told to everybody.
        public let isOfChildren: Bool

        init(_ part: Int, of whole: Int, ofChildren: Bool) {
            (self.part, self.whole, isOfChildren) = (part, whole, ofChildren)
        }
    }

    /// The lines of the figure on a day.
    public func lines(_ facts: Facts, on today: Day, under pack: PolicyPack) -> [Line] {
        let context = SchoolContext(facts, on: today, under: pack)
        return switch self {
        case .linkedPolicies: [context.policiesThatRefer]
        case .suspensionsTried: [context.suspensionsTried]
        case .behaviourPolicy: [context.behaviourPolicy]
        case .sharesByTerm: context.lastTerms.flatMap(context.shares)
        case .trainingAndConcerns: [context.staffTrained(by: today), context.concernsClosed]
        case .accelerated: [context.accelerated]
        }
    }
}

extension SchoolContext {
    fileprivate var policiesThatRefer: ClauseFigure.Line {
        let silent = school.linkedPolicies.filter { $0.refersToChildren != true }.map(\.policy)
        let all = school.linkedPolicies.count
        return ClauseFigure.Line(
            "linked policies that name these children",
            ClauseFigure.Share(all - silent.count, of: all, ofChildren: false),
            note: silent.isEmpty ? "" : "not yet: " + silent.sorted().joined(separator: ", "))
    }

    fileprivate var suspensionsTried: ClauseFigure.Line {
        let first = pack.suspensionYearFirst(on: today)
        let rows = facts.pupils.values.flatMap(\.suspensions)
            .exclusions(from: first, through: today)
        return ClauseFigure.Line(
            "suspensions since \(first.dayMonthYear) that say what was tried before",
            ClauseFigure.Share(rows.count { $0.tried != nil }, of: rows.count, ofChildren: true))
    }

    fileprivate var behaviourPolicy: ClauseFigure.Line {
        let row = school.linkedPolicies.first { $0.policy == "behaviour" }
        let dated = row?.dated.map { "dated \($0.dayMonthYear)" } ?? "without a date on record"
        let review = row?.reviewBy.map { ", to be reviewed by \($0.dayMonthYear)" } ?? ""
        return ClauseFigure.Line(
            "behaviour policy", note: row == nil ? "not on record" : dated + review)
    }

    /// The last four terms that have begun, of this year and the one before.
    fileprivate var lastTerms: [Term] {
        Array(calendar.terms.filter { $0.start <= today }.suffix(4))
    }

    /// The three shares of a term, as they stood on its last day, or stand today.
    fileprivate func shares(_ term: Term) -> [ClauseFigure.Line] {
        let last = min(term.end, today)
        let peps = facts.pupils.values.flatMap(\.peps).filter { pep in
            pep.held(by: last).map { term.start <= $0 } ?? false
        }
        let known = facts.pupils.values.filter {
            $0.cohort(under: pack).isKnown(on: last)
        }
        let named = known.count { child in
            child.adults.contains { $0.isKeyAdult && $0.span.contains(last) }
        }
        return [
            ClauseFigure.Line(
                "PEPs with the child's views, \(term.label)",
                ClauseFigure.Share(
                    peps.count(where: \.hasPupilViews), of: peps.count, ofChildren: true)),
            ClauseFigure.Line(
                "children with a key adult, \(term.label)",
                ClauseFigure.Share(named, of: known.count, ofChildren: true)),
            staffTrained(by: last),
        ]
    }

    /// Who of the staff of a day has been trained in attachment and trauma in its academic year.
    fileprivate func staffTrained(by last: Day) -> ClauseFigure.Line {
        let (trained, whole) = school.trained(in: .attachmentTrauma, by: last)
        return ClauseFigure.Line(
            "staff trained in attachment and trauma by \(last.dayMonthYear)",
            ClauseFigure.Share(trained.count, of: whole, ofChildren: false))
    }

    fileprivate var concernsClosed: ClauseFigure.Line {
        let concerns = knownPupils.flatMap {
            PupilContext($0, in: school, on: today, under: pack).concerns
        }
        let closed = concerns.count { !$0.isOpen(on: today) }
        return ClauseFigure.Line(
            "attendance and punctuality concerns of this year that are closed",
            ClauseFigure.Share(closed, of: concerns.count, ofChildren: true))
    }

    fileprivate var accelerated: ClauseFigure.Line {
        let judged = knownPupils.flatMap(\.progress).filter {
            $0.progress != nil && year.first <= $0.on && $0.on <= today
        }
        return ClauseFigure.Line(
            "judgements of progress this year that say accelerated",
            ClauseFigure.Share(
                judged.count { $0.progress == .accelerated }, of: judged.count, ofChildren: true))
    }
}

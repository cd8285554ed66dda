/// How the children known today stood in one subject at the end of a term, or stand now, beside other
/// pupils, with the numbers behind both shares.
public struct GapFigure: Hashable, Sendable {
    public let subject: Progress.Subject
    public let term: Term
    /// How many have a judgement, and how many of these are at the expected standard or above.
    public let judged: Int
    public let expected: Int
    /// The share of other pupils in per cent, `73.5`, weighted over their year groups.
    public let peers: String
    /// How many other pupils that counts.
    public let peerPupils: Int
    /// The children's share less that of other pupils, in percentage points: `−19.6`.
    public let gap: String

    /// Reading, writing and maths in each term up to a day that has both, the latest term first.
    public static func all(_ facts: Facts, on today: Day, under pack: PolicyPack) -> [GapFigure] {
        let context = SchoolContext(facts, on: today, under: pack)
        let terms = context.calendar.terms.filter { $0.start <= today }
        return [Progress.Subject.reading, .writing, .maths].flatMap { subject in
            terms.reversed().compactMap { term -> GapFigure? in
                guard let gap = Gap(subject, term, context) else { return nil }
                let peers = context.peers(subject, term.year, term.name)
                return GapFigure(
                    subject: subject, term: term, judged: gap.judged.count,
                    expected: gap.expected, peers: gap.peers.words,
                    peerPupils: peers.map(\.pupils).reduce(0, +), gap: gap.size.words)
            }
        }
    }
}

extension SchoolFacts {
    /// Other pupils' figure of a measure in the latest term of a year that has one by a day, weighted
    /// over the year groups: `94.1` per cent, of how many; `nil` where none is on record.
    public func peers(
        _ measure: String, in year: AcademicYear, by today: Day
    ) -> (value: String, pupils: Int)? {
        for term in calendar.terms(of: year).reversed() where term.start <= today {
            let rows = peers.filter {
                $0.measure == measure && $0.year == year && $0.term == term.name
            }
            if let value = Ratio(weighted: rows) {
                return (value.words, rows.map(\.pupils).reduce(0, +))
            }
        }
        return nil
    }
}

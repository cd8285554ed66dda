/// What the answers of a strengths and difficulties questionnaire come to, on the form for 4 to 17.
///
/// Numbers and names of scales only: the wording of the questionnaire is its owners'. A screening
/// and no diagnosis. Source: scoring of the one-sided form, sdqinfo.org; domain notes, section 5.
public struct SDQScore: Hashable, Sendable {
    public enum Scale: String, CaseIterable, Sendable {
        case emotional, conduct, hyperactivity, peer, prosocial

        /// The items that are counted, from 1.
        var items: [Int] {
            switch self {
            case .emotional: [3, 8, 13, 16, 24]
            case .conduct: [5, 7, 12, 18, 22]
            case .hyperactivity: [2, 10, 15, 21, 25]
            case .peer: [6, 11, 14, 19, 23]
            case .prosocial: [1, 4, 9, 17, 20]
            }
        }

        /// The four that make the total.
        public static let difficulties: [Scale] = [.emotional, .conduct, .hyperactivity, .peer]
    }

    /// Items that say something good where the scale counts what is difficult.
    private static let reversed: Set<Int> = [7, 11, 14, 21, 25]

    /// 0 to 10; `nil` where fewer than three of the five items were answered.
    public let scales: [Scale: Int]
    /// 0 to 40; `nil` where one of the four scales is missing.
    public let total: Int?

    /// - Parameter answers: 25 of 0, 1, 2, or `nil` for none, item 1 first.
    public init(answers: [Int?]) {
        var scales: [Scale: Int] = [:]
        for scale in Scale.allCases {
            let given = scale.items.compactMap { item -> Int? in
                guard answers.indices.contains(item - 1), let answer = answers[item - 1] else {
                    return nil
                }
                return SDQScore.reversed.contains(item) ? 2 - answer : answer
            }
            guard given.count >= 3 else { continue }
            // Scaled up to five items; a half goes up.
            let sum = given.reduce(0, +)
            scales[scale] = (2 * 5 * sum + given.count) / (2 * given.count)
        }
        self.scales = scales
        let parts = Scale.difficulties.compactMap { scales[$0] }
        total = parts.count == Scale.difficulties.count ? parts.reduce(0, +) : nil
    }

    /// All four difficulty scales have three answers or more.
    public var isComplete: Bool { total != nil }
}

/// Which of four bands a score stands in; the bands differ by who filled the form in.
public enum SDQBand: Int, CaseIterable, Sendable {
    case average, raised, high, veryHigh

    /// `very high`; of kindness to others, where little is what matters, `very low`.
    public func words(isKindness: Bool = false) -> String {
        switch self {
        case .average: "close to average"
        case .raised: isKindness ? "slightly lowered" : "slightly raised"
        case .high: isKindness ? "low" : "high"
        case .veryHigh: isKindness ? "very low" : "very high"
        }
    }
}

/// The bands of the form for 4 to 17, by informant: the last score of each band but the worst.
public struct SDQBands: Hashable, Sendable {
    /// By scale, with `nil` for the total.
    private let limits: [SDQScore.Scale?: [Int]]

    public init(_ limits: [SDQScore.Scale?: [Int]]) { self.limits = limits }

    /// The band of a score; `nil` where the pack has none for this scale.
    public func band(of score: Int, on scale: SDQScore.Scale?) -> SDQBand? {
        guard let limits = limits[scale] else { return nil }
        let index =
            scale == .prosocial
            ? limits.firstIndex { score >= $0 } : limits.firstIndex { score <= $0 }
        return SDQBand(rawValue: index ?? limits.count)
    }
}

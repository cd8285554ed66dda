/// What brings out a new version of something that everyone reads.
public enum Renewal: Sendable {
    /// A policy of the school, by its name: the day that its row is dated.
    case policy(String)
    /// The day of an edition, as the pack has it.
    case edition(PolicyNumber)

    /// The day of the present version; `nil` where nobody has said.
    func day(_ school: SchoolFacts) -> Day? {
        switch self {
        case .policy(let name): school.linkedPolicies.first { $0.policy == name }?.dated
        case .edition(let number): Day(rawValue: Int32(number.value))
        }
    }

    /// The facts that it rests on, for a working.
    func facts(_ school: SchoolFacts) -> [Working.Fact] {
        switch self {
        case .policy(let name): school.linkedPolicies.filter { $0.policy == name }.map(\.fact)
        case .edition: []
        }
    }

    /// The numbers that it rests on, for a working.
    var numbers: [PolicyNumber] {
        switch self {
        case .policy: []
        case .edition(let number): [number]
        }
    }
}

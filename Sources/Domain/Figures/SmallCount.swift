/// A number of children or duties as it may leave the school: 1 to 4 are not told apart.
///
/// Hiding 1 to 4 alone is enough only where no sum of the numbers is told beside them; the pages
/// that use it give none.
public struct SmallCount: Hashable, Sendable {
    public let count: Int

    public init(_ count: Int) { self.count = count }

    /// `0`, `<5`, `5`, `12`.
    public var words: String { (1...4).contains(count) ? "<5" : "\(count)" }
}

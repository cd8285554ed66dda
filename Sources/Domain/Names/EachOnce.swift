extension Sequence where Element: Hashable {
    /// Each element where it stands first.
    package func eachOnce() -> [Element] {
        var seen: Set<Element> = []
        return filter { seen.insert($0).inserted }
    }
}

extension Collection {
    /// The element, where there is but one.
    package var only: Element? { count == 1 ? first : nil }
}

/// What the screen remembers between frames: how far each pane is scrolled, by page and pane.
public struct ScrollState: Hashable, Sendable {
    /// The first item shown, by `page/pane`.
    private var tops: [String: Int] = [:]

    public init() {}

    subscript(page: String, pane: String) -> Int {
        get { tops["\(page)/\(pane)"] ?? 0 }
        set { tops["\(page)/\(pane)"] = newValue == 0 ? nil : newValue }
    }
}

/// Items of various heights of which some rows are seen at a time.
struct Viewport {
    let count: Int
    let rows: Int
    let height: (Int) -> Int

    /// The first item to show: as near to where it was as shows all of `wanted` (its last item
    /// above all), and leaves no room unused below the last item. Looks at no more items than fit.
    func top(from old: Int, showing wanted: ClosedRange<Int>?) -> Int {
        guard count > 0 else { return 0 }
        var top = min(max(old, 0), count - 1)
        if let wanted {
            top = max(min(top, wanted.lowerBound), first(endingAt: wanted.upperBound))
        }
        return min(top, first(endingAt: count - 1))
    }

    /// The first of the items that fit when `last` stands on the last row.
    private func first(endingAt last: Int) -> Int {
        var first = min(last, count - 1)
        var used = height(first)
        while first > 0 {
            used += height(first - 1)
            guard used <= rows else { break }
            first -= 1
        }
        return first
    }
}

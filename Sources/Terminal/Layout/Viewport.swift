import ViewModels

/// What the screen remembers between frames: how far each pane is scrolled, by page and pane, and
/// the boxes that it need not set again.
public struct ScrollState: Hashable, Sendable {
    /// The first item shown, by `page/pane`.
    private var tops: [String: Int] = [:]
    /// Boxes without the keys as they were drawn last, by their place on the page.
    var boxes: [Int: DrawnBox] = [:]
    /// The last frame, where the next one may be this with another row selected.
    var drawn: DrawnPage?

    public init() {}

    subscript(page: String, pane: String) -> Int {
        get { tops["\(page)/\(pane)"] ?? 0 }
        set { tops["\(page)/\(pane)"] = newValue == 0 ? nil : newValue }
    }

    // What was drawn is no state of the person's: the same places are the same state.

    public static func == (one: ScrollState, other: ScrollState) -> Bool { one.tops == other.tops }

    public func hash(into hasher: inout Hasher) { hasher.combine(tops) }
}

/// A box that can be put again as it stands while its pane and its place are the same. At most keys
/// one pane of five has changed; to set the others anew would be most of a frame's work.
struct DrawnBox: Sendable {
    let page: String
    let pane: Pane
    let area: Area
    let charset: Charset
    let cells: [Cell]
}

/// Items of various heights of which some rows are seen at a time.
struct Viewport {
    let count: Int
    let rows: Int
    /// How many items more come into sight where it has to move. A list that moves at every key sends
    /// a row and more each time; one that moves by half of what is seen, at one key of several.
    var leap = 0
    let height: (Int) -> Int

    /// The first item to show: as near to where it was as shows all of `wanted` (its last item
    /// above all) and the leap, and leaves no room unused below the last item. Looks at no more items
    /// than fit.
    func top(from old: Int, showing wanted: ClosedRange<Int>?) -> Int {
        guard count > 0 else { return 0 }
        var top = min(max(old, 0), count - 1)
        if let wanted {
            let least = first(endingAt: wanted.upperBound)
            if top > wanted.lowerBound {
                top = max(wanted.lowerBound - leap, least, 0)
            } else if top < least {
                let ahead = first(endingAt: wanted.upperBound + leap)
                top = max(least, min(ahead, wanted.lowerBound))
            }
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

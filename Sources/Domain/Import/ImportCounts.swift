/// What becomes of the rows of a school's own file.
public struct ImportCounts: Hashable, Sendable {
    public let rows: Int
    public let new: Int
    public let changed: Int
    public let same: Int
    /// Understood, and not wanted.
    public let leftOut: Int
    /// Not to be read.
    public let refused: Int

    public init(
        rows: Int, new: Int, changed: Int, same: Int, leftOut: Int = 0, refused: Int = 0
    ) {
        self.rows = rows
        self.new = new
        self.changed = changed
        self.same = same
        self.leftOut = leftOut
        self.refused = refused
    }

    /// `412 rows: 3 new, 5 changed, 404 the same, 0 left out`.
    public var words: String {
        "\(rows.counted("row")): \(new) new, \(changed) changed, \(same) the same, "
            + "\(leftOut) left out" + (refused > 0 ? ", \(refused) refused" : "")
    }
}

import Domain

extension Reversal {
    /// `take it back`.
    var act: String { isRedo ? "make it again" : "take it back" }

    var title: String { isRedo ? "redo" : "undo" }
}

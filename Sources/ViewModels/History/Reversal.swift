import Domain

/// What an undo or a redo would do, before it does it.
public struct Reversal: Hashable, Sendable {
    public enum Kind: Hashable, Sendable { case undo, redo }

    public let kind: Kind
    /// The change that is taken back or made again.
    public let line: HistoryLine
    /// From the records as they are to the records as they will be.
    public let steps: [RecordStep]
    /// The same as the store will carry it out.
    public let changes: [RecordChange]

    /// - Parameters:
    ///   - line: the change, with what it once did to each record.
    ///   - changes: what the store would do now.
    public init(_ kind: Kind, of line: HistoryLine, changes: [RecordChange]) {
        self.kind = kind
        self.line = line
        steps = kind == .undo ? line.steps.map(\.reversed) : line.steps
        self.changes = changes
    }
}

extension Reversal {
    /// `take it back`.
    var act: String {
        switch kind {
        case .undo: "take it back"
        case .redo: "make it again"
        }
    }

    var title: String {
        switch kind {
        case .undo: "undo"
        case .redo: "redo"
        }
    }
}

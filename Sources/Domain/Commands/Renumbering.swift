/// A child's number takes the place of another, with all that is on record under it.
public struct Renumbering: Hashable, Sendable {
    public let from: PupilRef
    public let to: PupilRef

    public init(from: PupilRef, to: PupilRef) {
        self.from = from
        self.to = to
    }
}

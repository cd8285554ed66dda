/// Why a duty is in its state, as a value; words come late.
public enum Reason: Hashable, Sendable {
    case placeholder
}

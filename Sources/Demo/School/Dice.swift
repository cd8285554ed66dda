import Domain

/// Chance that comes again: the same seed and part give the same throws, on every machine.
///
/// Each part of the school has dice of its own, so that a change of one leaves the others alone.
struct Dice {
    private var steady: SteadyChance

    init(seed: UInt64, for part: String, _ number: Int = 0) {
        steady = SteadyChance(
            seed &+ part.steadyHash
                &+ UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15)
    }

    /// A number from 0 to `count - 1`; `count` is 1 or more.
    mutating func below(_ count: Int) -> Int { steady.below(count) }

    /// Whether one of `perMille` in a thousand came up.
    mutating func chance(_ perMille: Int) -> Bool { below(1000) < perMille }

    /// One of a list that is not empty.
    mutating func pick<Choice>(_ list: [Choice]) -> Choice { list[below(list.count)] }
}

/// Chance that comes again: the same seed and part give the same throws, on every machine.
///
/// Each part of the school has dice of its own, so that a change of one leaves the others alone.
struct Dice {
    private var state: UInt64

    init(seed: UInt64, for part: String, _ number: Int = 0) {
        // FNV-1a, because Swift's own hashes differ from run to run.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in part.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        state = seed &+ hash &+ UInt64(truncatingIfNeeded: number) &* 0x9E37_79B9_7F4A_7C15
    }

    /// A number from 0 to `count - 1`; `count` is 1 or more.
    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    /// Whether one of `perMille` in a thousand came up.
    mutating func chance(_ perMille: Int) -> Bool { below(1000) < perMille }

    /// One of a list that is not empty.
    mutating func pick<Choice>(_ list: [Choice]) -> Choice { list[below(list.count)] }

    /// SplitMix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

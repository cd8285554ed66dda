/// Chance that comes again: the same state gives the same throws, on every machine.
package struct SteadyChance {
    private var state: UInt64

    package init(_ state: UInt64) { self.state = state }

    /// A number from 0 to `count - 1`; `count` is 1 or more.
    package mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    /// SplitMix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension String {
    /// A digest that is the same in every run, as Swift's own hashes are not (FNV-1a).
    package var steadyHash: UInt64 {
        utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
    }
}

/// A cell of up to fifteen bytes, to be found again.
struct CellKey: Equatable {
    fileprivate let low: UInt64
    /// With the length in its last byte.
    fileprivate let high: UInt64

    /// `nil` for longer cells.
    init?(_ cell: UnsafeBufferPointer<UInt8>) {
        guard cell.count < 16 else { return nil }
        var (low, high) = (UInt64(0), UInt64(cell.count) << 56)
        for index in 0..<min(8, cell.count) { low |= UInt64(cell[index]) << UInt64(8 * index) }
        for index in 8..<max(8, cell.count) {
            high |= UInt64(cell[index]) << UInt64(8 * index - 64)
        }
        self.low = low
        self.high = high
    }

    fileprivate var hash: Int {
        var mixed = (low ^ high &* 0x9E37_79B9_7F4A_7C15) &* 0xFF51_AFD7_ED55_8CCD
        mixed ^= mixed >> 32
        return Int(truncatingIfNeeded: mixed & 0x7FFF_FFFF)
    }
}

/// Numbers by cells: a dictionary without the care that texts need, which a register of a large
/// school asks a million times.
struct CellTable {
    private var keys: [CellKey?] = Array(repeating: nil, count: 64)
    private var values = [Int](repeating: 0, count: 64)
    private var count = 0

    subscript(_ key: CellKey) -> Int? {
        get {
            let index = index(of: key)
            return keys[index] == nil ? nil : values[index]
        }
        set {
            guard let newValue else { return }
            if 2 * count >= keys.count { grow() }
            let index = index(of: key)
            if keys[index] == nil { count += 1 }
            keys[index] = key
            values[index] = newValue
        }
    }

    /// Where a key stands, or would.
    private func index(of key: CellKey) -> Int {
        var index = key.hash & (keys.count - 1)
        while let other = keys[index], other != key { index = (index + 1) & (keys.count - 1) }
        return index
    }

    private mutating func grow() {
        let old = zip(keys, values)
        keys = Array(repeating: nil, count: 2 * keys.count)
        values = Array(repeating: 0, count: keys.count)
        for case (let key?, let value) in old {
            let index = index(of: key)
            keys[index] = key
            values[index] = value
        }
    }
}

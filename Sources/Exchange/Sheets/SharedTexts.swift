/// Collects the runs of one text: `t` and `r/t`; what tells how it is spoken (`rPh`) is no part
/// of it.
struct TextRuns {
    private(set) var utf8: [UInt8] = []
    private var isOpen = false
    private var isPhonetic = false

    mutating func clear() {
        utf8.removeAll(keepingCapacity: true)
        isOpen = false
        isPhonetic = false
    }

    /// - Parameter depth: below the element whose text it is, from 1.
    mutating func begin(_ tag: PartTag, depth: Int) {
        if depth == 1, tag.isNamed("rPh") { isPhonetic = true }
        if tag.isNamed("t"), !isPhonetic { isOpen = true }
    }

    mutating func end(depth: Int) {
        isOpen = false
        if depth == 1 { isPhonetic = false }
    }

    mutating func take(_ text: UnsafeRawBufferPointer) throws(SheetFault) {
        if isOpen { try append(text) }
    }

    mutating func append(_ text: UnsafeRawBufferPointer) throws(SheetFault) {
        utf8.append(contentsOf: text)
        if utf8.count > SheetLimits.cell, TextRuns.length(utf8) > SheetLimits.cell {
            throw SheetFault("has a cell of more than \(SheetLimits.cell) characters")
        }
    }

    /// UTF-16 units.
    private static func length(_ utf8: [UInt8]) -> Int {
        utf8.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) + ($1 >= 0xF0 ? 1 : 0) }
    }

    /// The text, with `_x000D_` for what XML cannot hold read as the character.
    var text: String { TextRuns.text(utf8[...]) }

    static func text(_ utf8: ArraySlice<UInt8>) -> String {
        guard utf8.contains(0x5F), let unescaped = unescaped(utf8) else {
            return String(decoding: utf8, as: UTF8.self)
        }
        return String(decoding: unescaped, as: UTF8.self)
    }

    private static func unescaped(_ utf8: ArraySlice<UInt8>) -> [UInt8]? {
        var found: [UInt8] = []
        var rest = utf8
        var isChanged = false
        while let byte = rest.first {
            if byte == 0x5F, let scalar = escape(rest.prefix(7)) {
                found += Array(String(scalar).utf8)
                rest = rest.dropFirst(7)
                isChanged = true
            } else {
                found.append(byte)
                rest = rest.dropFirst()
            }
        }
        return isChanged ? found : nil
    }

    /// `_xHHHH_`; a NUL and half a character stay as they are written.
    private static func escape(_ seven: ArraySlice<UInt8>) -> Unicode.Scalar? {
        let bytes = Array(seven)
        guard bytes.count == 7, bytes[1] == 0x78, bytes[6] == 0x5F,
            let value = UInt32(String(decoding: bytes[2..<6], as: UTF8.self), radix: 16), value > 0
        else { return nil }
        return Unicode.Scalar(value)
    }
}

/// The texts that cells share, one after the other in a single buffer.
struct SharedTexts: Sendable {
    private let utf8: [UInt8]
    /// Where each ends.
    private let ends: [UInt32]

    /// - Parameter part: `nil` where no cell shares a text.
    init(_ part: String?, of archive: SheetArchive) throws(SheetFault) {
        let reader = Reader()
        if let part {
            // Growing by doubling would hold the texts one and a half times.
            reader.utf8.reserveCapacity(min(archive.claimedSize(part), SheetLimits.bytes))
            try PartStream.read(part, of: archive, reader)
        }
        utf8 = reader.utf8
        ends = reader.ends
    }

    subscript(_ index: Int) -> String? {
        guard ends.indices.contains(index) else { return nil }
        let start = index == 0 ? 0 : Int(ends[index - 1])
        return TextRuns.text(utf8[start..<Int(ends[index])])
    }

    private final class Reader: PartReader {
        var utf8: [UInt8] = []
        var ends: [UInt32] = []
        private var runs = TextRuns()

        func begin(_ tag: PartTag) {
            if tag.depth > 2 { runs.begin(tag, depth: tag.depth - 2) } else { runs.clear() }
        }

        func take(_ text: UnsafeRawBufferPointer) throws(SheetFault) { try runs.take(text) }

        func end(depth: Int) {
            if depth > 2 { return runs.end(depth: depth - 2) }
            guard depth == 2 else { return }
            utf8 += runs.utf8
            ends.append(UInt32(utf8.count))
        }
    }
}

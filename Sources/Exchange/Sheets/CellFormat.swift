/// What the number format of a cell makes of its number, as far as it changes what is meant.
enum CellFormat: Hashable, Sendable {
    case plain
    case day
    /// `000000`, `00000 000000`: a digit for each place, and what stands between them.
    case padded([Place])

    enum Place: Hashable, Sendable {
        /// - Parameter isZero: whether a zero stands where there is no digit (`0`), or nothing (`#`).
        case digit(isZero: Bool)
        case literal(UInt8)
    }

    /// A format that spreadsheets know by its number alone.
    init(builtIn number: Int) {
        switch number {
        case 14...22, 27...36, 45...47, 50...58: self = .day
        default: self = .plain
        }
    }

    init(code: String) {
        let bare = CellFormat.bare(code)
        if bare.contains(where: { "dmyhs".utf8.contains($0 | 0x20) }) {
            self = .day
        } else {
            self =
                CellFormat.places(bare.prefix { $0 != UInt8(ascii: ";") }).map(Self.padded)
                ?? .plain
        }
    }

    /// The code without what is only text or colour: quotes, brackets, and the character after
    /// `\`, `_` and `*`. The word General holds no letter of a date.
    private static func bare(_ code: String) -> [UInt8] {
        var bare: [UInt8] = []
        var rest = Array(code.utf8)[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "\""): skip(&rest, to: UInt8(ascii: "\""))
            case UInt8(ascii: "["): skip(&rest, to: UInt8(ascii: "]"))
            case UInt8(ascii: "_"), UInt8(ascii: "*"): _ = rest.popFirst()
            case UInt8(ascii: "\\"):
                if let next = rest.popFirst(), separators.contains(next) { bare.append(next) }
            default: bare.append(byte)
            }
        }
        return bare
    }

    private static func skip(_ rest: inout ArraySlice<UInt8>, to end: UInt8) {
        while let byte = rest.popFirst(), byte != end {}
    }

    private static let separators = Array(" -()".utf8)

    private static func places(_ code: ArraySlice<UInt8>) -> [Place]? {
        var places: [Place] = []
        for byte in code {
            switch byte {
            case UInt8(ascii: "0"): places.append(.digit(isZero: true))
            case UInt8(ascii: "#"): places.append(.digit(isZero: false))
            case let byte where separators.contains(byte): places.append(.literal(byte))
            default: return nil
            }
        }
        let digits = places.filter { $0 == .digit(isZero: true) || $0 == .digit(isZero: false) }
        // `0` and `#` alone write a number as it is.
        return digits.count > 1 && digits.contains(.digit(isZero: true)) ? places : nil
    }
}

/// The number formats of the cells, by the number of a cell's style.
struct CellStyles: Sendable {
    private let formats: [CellFormat]

    /// - Parameter part: `nil` where every cell is plain.
    init(_ part: String?, of archive: SheetArchive) throws(SheetFault) {
        let reader = Reader()
        if let part { try PartStream.read(part, of: archive, reader) }
        formats = reader.numbers.map { reader.codes[$0] ?? CellFormat(builtIn: $0) }
    }

    /// A style that is not there says nothing.
    subscript(_ style: Int) -> CellFormat {
        formats.indices.contains(style) ? formats[style] : .plain
    }

    private final class Reader: PartReader {
        var codes: [Int: CellFormat] = [:]
        var numbers: [Int] = []
        private var isInCells = false

        /// More styles and longer codes no spreadsheet writes.
        private static let most = 1 << 16
        private static let longest = 1 << 10

        func begin(_ tag: PartTag) {
            switch tag.depth {
            case 2: isInCells = tag.isNamed("cellXfs")
            case 3 where isInCells && tag.isNamed("xf"):
                if numbers.count < Reader.most { numbers.append(tag.number("numFmtId") ?? 0) }
            case 3 where tag.isNamed("numFmt"):
                guard let number = tag.number("numFmtId"), let code = tag.text("formatCode"),
                    code.utf8.count <= Reader.longest, codes.count < Reader.most
                else { return }
                codes[number] = CellFormat(code: code)
            default: break
            }
        }

        func take(_ text: UnsafeRawBufferPointer) {}
        func end(depth: Int) {}
    }
}

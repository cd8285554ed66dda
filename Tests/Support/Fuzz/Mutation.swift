/// Changes bytes as no writer of a file would: what a broken transfer, a wrong encoding or an enemy
/// makes of them.
public struct Mutation {
    private var random: SplitMix64

    public init(seed: UInt64) { random = SplitMix64(seed: seed) }

    /// Words that readers stumble over, by what they read.
    public enum Kind: Sendable {
        case csv, xml, keys, sheet

        var words: [String] {
            switch self {
            case .csv: Mutation.anywhere + Mutation.inTables
            case .xml: Mutation.anywhere + Mutation.inMarkup
            case .keys: Mutation.anywhere + Mutation.fromTerminals
            case .sheet: Mutation.anywhere + Mutation.inMarkup + Mutation.inSheets
            }
        }
    }

    /// One to six changes of the bytes, mostly one: a file that is wrong all over is refused at its
    /// first line.
    public mutating func changed(_ bytes: [UInt8], _ kind: Kind) -> [UInt8] {
        var bytes = bytes
        let count = [1, 1, 1, 1, 2, 2, 3, 6].randomElement(using: &random) ?? 1
        for _ in 0..<count { change(&bytes, kind) }
        return bytes
    }

    private mutating func change(_ bytes: inout [UInt8], _ kind: Kind) {
        guard !bytes.isEmpty else {
            bytes = word(kind)
            return
        }
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<10, using: &random) {
        case 0: bytes[place] ^= 1 << UInt8.random(in: 0...7, using: &random)
        case 1: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 2: bytes.removeSubrange(range(from: place, in: bytes))
        case 3: bytes.insert(contentsOf: bytes[range(from: place, in: bytes)], at: place)
        case 4: bytes.removeSubrange(place...)
        case 5: bytes.replaceSubrange(range(from: place, in: bytes), with: word(kind))
        case 6: swapLines(&bytes)
        default: bytes.insert(contentsOf: word(kind), at: place)
        }
    }

    /// Up to forty bytes.
    private mutating func range(from place: Int, in bytes: [UInt8]) -> Range<Int> {
        place..<min(bytes.count, place + Int.random(in: 1...40, using: &random))
    }

    private mutating func swapLines(_ bytes: inout [UInt8]) {
        var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count > 1 else { return }
        lines.swapAt(
            Int.random(in: 0..<lines.count, using: &random),
            Int.random(in: 0..<lines.count, using: &random))
        bytes = Array(lines.joined(separator: [0x0A]))
    }

    private mutating func word(_ kind: Kind) -> [UInt8] {
        if Int.random(in: 0..<16, using: &random) == 0 {
            return Array(
                repeating: UInt8.random(in: 0...255, using: &random),
                count: Int.random(in: 1...20_000, using: &random))
        }
        if Int.random(in: 0..<8, using: &random) == 0 {
            return (0..<Int.random(in: 1...12, using: &random)).map { _ in
                UInt8.random(in: 0...255, using: &random)
            }
        }
        return Array((kind.words.randomElement(using: &random) ?? "").utf8)
    }

    private static let anywhere = [
        "", "\u{0}", "\u{1B}[2J", "\u{7F}", "\u{85}", "\u{FEFF}", "\u{202E}", "\u{200B}", "\u{301}",
        "字", "👩‍👧", "\r", "\n", "\r\n", "\t", "\u{2028}", "-0", "-1", "99999999999999999999",
        "1e308", "0x10", "NaN", "٣", "½", "%s%n", "../../x", "'", "\"", "\\", "=1+1", "=", "+",
        "-", "@",
    ]

    private static let inTables = [
        ",", ",,", ";", "\"\"", "\"a\nb\"", "\n\n", "2026-02-30", "0000-00-00", "9999-12-31",
        "2026-11-24T25:61:61Z", "29/02/2026", "K001", "yes", "CLA", "PLA", "R", "14", "N2",
        "12345.678", "1,000.00", "£5", "pupil", "surname", "/\\/\\/", "C1", "#", "L99", "~~~~",
    ]

    private static let inMarkup = [
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>", "&b;", "&#0;", "&#xFFFFFFFF;",
        "&lt;", "<![CDATA[", "]]>", "<!--", "-->", "<?x?>", "<", ">", "/>", "</Pupil>", "<Pupil>",
        "<UPN>", "xmlns=\"x\"", "<a a=\"1\" a=\"2\"/>", "&amp;&amp;&amp;",
    ]

    private static let inSheets = [
        "<row>", "</row>", "<row r=\"1\">", "<row r=\"999999\">", "<c>", "</c>", "<v>", "</v>",
        "<c r=\"ZZZ1\">", "<c r=\"B1\" t=\"s\"><v>9</v></c>", " t=\"e\"", " t=\"d\"", " s=\"7\"",
        "<f>", "<is>", "<t>", "</t>", "<si>", "<r>", "<rPh>", "<sheetData>", "_x0000_", "_xD800_",
        "<mergeCell ref=\"A1:XFD1048576\"/>", "1E400", "-46286.5", "2958466", "rId1", "../", "/xl",
        " state=\"hidden\"", " TargetMode=\"External\"", "formatCode=\"0000\"", "date1904=\"1\"",
    ]

    private static let fromTerminals = [
        "\u{1B}", "\u{1B}[", "\u{1B}O", "\u{1B}[1;5C", "\u{1B}[200~", "\u{1B}[201~",
        "\u{1B}]0;x\u{7}",
        "\u{1B}P", "\u{1B}\\", "\u{1B}[21~", "\u{1B}[<0;1;1M", "\u{9B}A", "\u{1B}[9999999999999~",
        "\u{1B}[;;;;;;;;;;H", "\u{1B}[?1;2c",
    ]
}

extension Mutation {
    /// Which of several, or whether.
    public mutating func pick(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
}

import Foundation
import Support
import Terminal
import Testing

/// What a terminal makes of a style: the colours that its users have before them, as it ships.
struct Palette: CustomTestStringConvertible {
    /// What a terminal does to bold letters.
    enum Bold: String {
        case same
        /// The first eight colours become the second, and letters without a colour lighter, before
        /// they are reversed.
        case brighter
        /// Whatever the letters are in the end becomes lighter: the first eight become the second.
        case lighterLetters = "lighter letters"
    }

    let name: String
    let ground: Theme.Ground
    let depths: [Theme.Depth]
    let bold: Bold
    private let letters: Colour
    private let boldLetters: Colour
    private let background: Colour
    private let table: [Colour]

    var testDescription: String { name }

    /// Those of `Tests/Fixtures/palettes.csv`, which names the source of each.
    static let all: [Palette] = {
        let file = Fixtures.folder.appendingPathComponent("palettes.csv")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").dropFirst().compactMap { Palette(fields($0)) }
    }()

    /// A row of the file; `nil` where one of its fields is not what it must be.
    private init?(_ row: [String]) {
        let colours = row.dropFirst(4).prefix(19).compactMap(Colour.init(hex:))
        guard row.count == 24, !row[23].isEmpty, colours.count == 19,
            let ground = Theme.Ground(rawValue: row[1]), let bold = Bold(rawValue: row[3])
        else { return nil }
        name = row[0]
        self.ground = ground
        depths = row[2] == "256" ? [.colour256, .colour8, .mono] : [.colour8, .mono]
        self.bold = bold
        letters = colours[0]
        boldLetters = colours[1]
        background = colours[2]
        table = Array(colours.dropFirst(3))
    }

    private static func fields(_ line: Substring) -> [String] {
        var fields = [""]
        var isQuoted = false
        for letter in line {
            switch letter {
            case "\"": isQuoted.toggle()
            case "," where !isQuoted: fields.append("")
            default: fields[fields.count - 1].append(letter)
            }
        }
        return fields
    }

    /// How well letters of a style can be read, by WCAG 2.2: 1 … 21.
    func contrast(of style: Style) -> Double {
        var front = style.colour.map { colour($0, isBold: style.isBold) } ?? letters
        if style.colour == nil, style.isBold, bold == .brighter { front = boldLetters }
        var back = style.background.map { colour($0, isBold: false) } ?? background
        if style.isReverse { (front, back) = (back, front) }
        if style.isBold, bold == .lighterLetters, let place = table.firstIndex(of: front),
            place < 8
        {
            front = table[place + 8]
        }
        return front.contrast(to: back)
    }

    private func colour(_ number: UInt8, isBold: Bool) -> Colour {
        let isBright = isBold && bold == .brighter && number < 8
        return number < 16 ? table[Int(number) + (isBright ? 8 : 0)] : Colour(cube: number)
    }
}

/// A mixture of red, green and blue, each 0 … 1.
struct Colour: Hashable {
    let red: Double
    let green: Double
    let blue: Double

    init?(hex: String) {
        guard hex.count == 6, let value = Int(hex, radix: 16) else { return nil }
        self.init(value >> 16, value >> 8 & 0xFF, value & 0xFF)
    }

    /// 16 … 231 are a cube of six steps a side, 232 … 255 greys.
    init(cube number: UInt8) {
        let number = Int(number)
        guard number < 232 else {
            let grey = 8 + 10 * (number - 232)
            self.init(grey, grey, grey)
            return
        }
        let steps = [0, 95, 135, 175, 215, 255]
        let place = number - 16
        self.init(steps[place / 36], steps[place / 6 % 6], steps[place % 6])
    }

    private init(_ red: Int, _ green: Int, _ blue: Int) {
        self.red = Double(red) / 255
        self.green = Double(green) / 255
        self.blue = Double(blue) / 255
    }

    /// (L1 + 0.05) / (L2 + 0.05), the lighter first.
    func contrast(to other: Colour) -> Double {
        let one = luminance
        let two = other.luminance
        return (max(one, two) + 0.05) / (min(one, two) + 0.05)
    }

    /// The relative luminance of WCAG 2.2.
    private var luminance: Double {
        func linear(_ part: Double) -> Double {
            part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}

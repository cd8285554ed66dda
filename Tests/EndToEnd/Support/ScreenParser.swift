/// Reads what a program writes to its terminal, and does it on a `ScreenModel`.
struct ScreenParser {
    private enum State {
        case ground
        case escape
        case control([UInt8])
        /// `ESC ]`, `ESC P` and their like, until BEL or `ESC \`.
        case string(kind: UInt8, [UInt8], isEnding: Bool)
        /// `ESC (` and `ESC )`: the alphabet of a slot follows.
        case alphabet(slot: Int)
        case letter([UInt8], count: Int)
    }

    private var state = State.ground
    /// Which of the two slots hold lines and corners, and which slot is in use.
    private var hasLines = [false, false]
    private var slot = 0
    private var last: Unicode.Scalar = " "

    mutating func read(_ bytes: some Sequence<UInt8>, into screen: inout ScreenModel) {
        for byte in bytes { read(byte, &screen) }
    }

    private mutating func read(_ byte: UInt8, _ screen: inout ScreenModel) {
        switch state {
        case .ground: ground(byte, &screen)
        case .escape: escape(byte, &screen)
        case .control(let sofar): control(sofar, byte, &screen)
        case .string(let kind, let sofar, let isEnding):
            string(kind, sofar, isEnding, byte, &screen)
        case .alphabet(let slot):
            hasLines[slot] = byte == UInt8(ascii: "0")
            state = .ground
        case .letter(let sofar, let count):
            let bytes = sofar + [byte]
            if bytes.count < count {
                state = .letter(bytes, count: count)
            } else {
                state = .ground
                for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
                    put(scalar, &screen)
                }
            }
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar, _ screen: inout ScreenModel) {
        last = scalar
        screen.put(scalar)
    }

    private mutating func ground(_ byte: UInt8, _ screen: inout ScreenModel) {
        switch byte {
        case 0x08: screen.move(column: screen.cursor.column - 1)
        case 0x09: screen.tab(by: 1)
        case 0x0A...0x0C: screen.lineFeed()
        case 0x0D: screen.move(column: 0)
        case 0x0E: slot = 1
        case 0x0F: slot = 0
        case 0x1B: state = .escape
        case 0x00...0x1F, 0x7F: break
        case 0x60...0x7E where hasLines[slot]: put(Self.line(byte), &screen)
        case 0x20...0x7E: put(Unicode.Scalar(byte), &screen)
        case 0xC0...0xDF: state = .letter([byte], count: 2)
        case 0xE0...0xEF: state = .letter([byte], count: 3)
        case 0xF0...0xF7: state = .letter([byte], count: 4)
        default: put("\u{FFFD}", &screen)
        }
    }

    /// The lines and corners of vt100, from `` ` `` to `~`.
    private static func line(_ byte: UInt8) -> Unicode.Scalar {
        let lines = Array("◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·".unicodeScalars)
        return lines[Int(byte - 0x60)]
    }

    private mutating func escape(_ byte: UInt8, _ screen: inout ScreenModel) {
        state = .ground
        switch byte {
        case UInt8(ascii: "["): state = .control([])
        case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"),
            UInt8(ascii: "k"):
            state = .string(kind: byte, [], isEnding: false)
        case UInt8(ascii: "("): state = .alphabet(slot: 0)
        case UInt8(ascii: ")"): state = .alphabet(slot: 1)
        case UInt8(ascii: "7"): screen.save()
        case UInt8(ascii: "8"): screen.restore()
        case UInt8(ascii: "D"): screen.lineFeed()
        case UInt8(ascii: "E"):
            screen.move(column: 0)
            screen.lineFeed()
        case UInt8(ascii: "M"): screen.reverseLineFeed()
        case UInt8(ascii: "c"): screen.reset()
        default: break
        }
    }

    private mutating func string(
        _ kind: UInt8, _ sofar: [UInt8], _ isEnding: Bool, _ byte: UInt8,
        _ screen: inout ScreenModel
    ) {
        if byte == 0x07 || isEnding {
            state = .ground
            let text = String(decoding: sofar, as: UTF8.self)
            if kind == UInt8(ascii: "k") { screen.setTitle(text) }
            if kind == UInt8(ascii: "]"), text.hasPrefix("0;") || text.hasPrefix("2;") {
                screen.setTitle(String(text.dropFirst(2)))
            }
        } else if byte == 0x1B {
            state = .string(kind: kind, sofar, isEnding: true)
        } else {
            state = .string(kind: kind, sofar + [byte], isEnding: false)
        }
    }

    private mutating func control(
        _ sofar: [UInt8], _ byte: UInt8, _ screen: inout ScreenModel
    ) {
        guard byte >= 0x40 else {
            // Control characters in the midst of a sequence act at once.
            if byte < 0x20 { ground(byte, &screen) } else { state = .control(sofar + [byte]) }
            return
        }
        state = .ground
        let mark = sofar.first.flatMap { (0x3C...0x3F).contains($0) ? $0 : nil }
        let numbers = sofar.dropFirst(mark == nil ? 0 : 1)
            .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
            .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
        if let mark {
            let isSetting = byte == UInt8(ascii: "h")
            guard mark == UInt8(ascii: "?"), isSetting || byte == UInt8(ascii: "l") else { return }
            for number in numbers { screen.setMode(number, isSetting) }
            return
        }
        act(Character(Unicode.Scalar(byte)), numbers, &screen)
    }

    private mutating func act(
        _ letter: Character, _ numbers: [Int], _ screen: inout ScreenModel
    ) {
        let first = numbers.first ?? 0
        let second = numbers.count > 1 ? numbers[1] : 0
        let count = max(first, 1)
        let cursor = screen.cursor
        switch letter {
        case "A": screen.move(row: cursor.row - count)
        case "B", "e": screen.move(row: cursor.row + count)
        case "C", "a": screen.move(column: cursor.column + count)
        case "D": screen.move(column: cursor.column - count)
        case "E": screen.move(row: cursor.row + count, column: 0)
        case "F": screen.move(row: cursor.row - count, column: 0)
        case "G", "`": screen.move(column: count - 1)
        case "H", "f": screen.move(row: count - 1, column: max(second, 1) - 1)
        case "d": screen.move(row: count - 1)
        case "I": screen.tab(by: count)
        case "Z": screen.tab(by: -count)
        case "J": screen.eraseScreen(first)
        case "K": screen.eraseLine(first)
        case "X": screen.erasePlaces(count)
        case "@": screen.insertPlaces(count)
        case "P": screen.deletePlaces(count)
        case "L": screen.insertLines(count)
        case "M": screen.deleteLines(count)
        case "S": screen.scrollUp(count)
        case "T": screen.scrollDown(count)
        case "b": for _ in 0..<count { screen.put(last) }
        case "r": screen.setRegion(top: first, bottom: second)
        case "s": screen.save()
        case "u": screen.restore()
        case "h", "l": if first == 4 { screen.setInserting(letter == "h") }
        case "m": screen.look.apply(numbers.isEmpty ? [0] : numbers)
        default: break
        }
    }
}

extension ScreenModel.Look {
    /// Select graphic rendition.
    mutating func apply(_ numbers: [Int]) {
        var rest = numbers[...]
        while let number = rest.popFirst() {
            switch number {
            case 0: self = .init()
            case 1: isBold = true
            case 2: isDim = true
            case 4: isUnderlined = true
            case 7: isReverse = true
            case 22: (isBold, isDim) = (false, false)
            case 24: isUnderlined = false
            case 27: isReverse = false
            case 30...37: colour = number - 30
            case 38 where rest.first == 5:
                colour = rest.dropFirst().first
                rest = rest.dropFirst(2)
            case 39: colour = nil
            case 48 where rest.first == 5:
                background = rest.dropFirst().first
                rest = rest.dropFirst(2)
            case 49: background = nil
            case 90...97: colour = number - 82
            default: break
            }
        }
    }
}

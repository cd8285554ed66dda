import ViewModels

/// What xterm, screen, tmux, the Linux console, vt220, rxvt and PuTTY send for their keys.
enum KeyTables {
    static func control(_ byte: UInt8) -> Key {
        switch byte {
        case 0x09: .tab
        case 0x0A, 0x0D: .enter
        case 0x08, 0x7F: .backspace
        case 0x1B: .escape
        case 0x00: .control(" ")
        default:
            // 0x01 is Ctrl-A; 0x1C to 0x1F are Ctrl with \ ] ^ _.
            .control(Character(Unicode.Scalar(byte + (byte < 0x1B ? 0x60 : 0x40))))
        }
    }

    /// The numbers between `;`; what is missing or no number is 0.
    static func parameters(_ bytes: ArraySlice<UInt8>) -> [Int] {
        bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false).map {
            Int(String(decoding: $0.prefix(6), as: UTF8.self)) ?? 0
        }
    }

    /// `ESC [ parameters final`.
    static func control(final: UInt8, _ parameters: [Int]) -> Key? {
        let isHeld = isControlOrAlt(parameters)
        switch final {
        case UInt8(ascii: "~"): return numbered(parameters.first ?? 0, isHeld: isHeld)
        case UInt8(ascii: "Z"): return .backTab
        // rxvt sends its shifted arrows in small letters.
        case UInt8(ascii: "a")...UInt8(ascii: "d"): return letter(final - 0x20, isHeld: false)
        default: return letter(final, isHeld: isHeld)
        }
    }

    /// `ESC O parameters final`.
    static func shifted(final: UInt8, _ parameters: [Int]) -> Key? {
        switch final {
        case UInt8(ascii: "M"): return .enter
        case UInt8(ascii: "X"): return .character("=")
        case UInt8(ascii: "I"): return .tab
        // rxvt sends its arrows with Control in small letters.
        case UInt8(ascii: "a")...UInt8(ascii: "d"): return letter(final - 0x20, isHeld: true)
        // The keypad: j to y are * + , - . / and the digits.
        case UInt8(ascii: "j")...UInt8(ascii: "y"):
            return .character(Character(Unicode.Scalar(final - 0x40)))
        default:
            // Some terminals put the held keys alone before the letter: `ESC O 5 C`.
            let isHeld = isControlOrAlt(parameters.count == 1 ? [1] + parameters : parameters)
            return letter(final, isHeld: isHeld)
        }
    }

    /// `ESC [ [ letter` of the Linux console.
    static func linuxConsole(_ letter: UInt8) -> Key? {
        let first = UInt8(ascii: "A")
        return (first...first + 4).contains(letter) ? .function(Int(letter - first) + 1) : nil
    }

    /// The second parameter less one is a sum: Shift 1, Alt 2, Control 4.
    private static func isControlOrAlt(_ parameters: [Int]) -> Bool {
        parameters.count > 1 && (parameters[1] - 1) & 6 != 0 && parameters[1] > 0
    }

    private static func letter(_ letter: UInt8, isHeld: Bool) -> Key? {
        switch letter {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        // Moves by words are Alt-F and Alt-B wherever they come from.
        case UInt8(ascii: "C"): isHeld ? .alt("f") : .right
        case UInt8(ascii: "D"): isHeld ? .alt("b") : .left
        case UInt8(ascii: "F"): .end
        case UInt8(ascii: "H"): .home
        case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter) - 0x4F)
        default: nil
        }
    }

    private static func numbered(_ number: Int, isHeld: Bool) -> Key? {
        switch number {
        case 1, 7: .home
        case 2: .insert
        case 3: isHeld ? .alt("d") : .delete
        case 4, 8: .end
        case 5: .pageUp
        case 6: .pageDown
        case 11...15: .function(number - 10)
        case 17...21: .function(number - 11)
        case 23, 24: .function(number - 12)
        default: nil
        }
    }
}

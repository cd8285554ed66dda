import Support

/// Texts as nobody types them: letters, accents, wide ones, emoji, and all that steers or hides.
enum Soup {
    private static let dangerous: [ClosedRange<UInt32>] = [
        0x00...0x1F, 0x7F...0x9F, 0x300...0x36F, 0x200B...0x200F, 0x2028...0x202E,
        0x2066...0x2069, 0xFE00...0xFE0F, 0x1F1E6...0x1F1FF, 0x1F3FB...0x1F3FF,
        0x1F466...0x1F469, 0xE0000...0xE007F, 0x1100...0x11FF, 0x4E00...0x4E20, 0x900...0x94F,
        0x590...0x5FF, 0x20...0x7E, 0xC0...0x17F, 0xE000...0xE010,
    ]

    static func text(using random: inout SplitMix64) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...24, using: &random) {
            let range =
                Int.random(in: 0..<8, using: &random) == 0
                ? 0...0x10FFFF : dangerous.randomElement(using: &random) ?? 0x20...0x7E
            if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
                text.unicodeScalars.append(scalar)
            }
        }
        return text
    }

    /// Neither obeyed by a terminal nor invisible.
    static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
            .surrogate:
            false
        default:
            !scalar.properties.isDefaultIgnorableCodePoint
        }
    }
}

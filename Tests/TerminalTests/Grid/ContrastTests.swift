import Terminal
import Testing
import ViewModels

@Suite("Every word can be read, whatever palette the person has")
struct ContrastTests {
    /// WCAG 2.2, 1.4.3, level AA.
    private static let least = 4.5

    @Test("The table has every terminal that a school is likely to have")
    func table() {
        #expect(Palette.all.count == 9)
        #expect(Palette.all.count { $0.ground == .dark } == 6)
        #expect(Palette.all.count { $0.ground == .light } == 3)
    }

    @Test("Contrast is computed as WCAG has it")
    func computed() throws {
        let black = try #require(Colour(hex: "000000"))
        let white = try #require(Colour(hex: "ffffff"))
        let grey = try #require(Colour(hex: "767676"))
        let lighter = try #require(Colour(hex: "777777"))
        #expect(abs(black.contrast(to: white) - 21) < 0.001)
        // The best known pair of the boundary: 4.54 and 4.48.
        #expect(grey.contrast(to: white) >= 4.5 && grey.contrast(to: white) < 4.55)
        #expect(lighter.contrast(to: white) < 4.5)
        #expect(Colour(cube: 16) == black && Colour(cube: 231) == white)
        #expect(Colour(cube: 208) == Colour(hex: "ff8700"))
        #expect(Colour(cube: 255) == Colour(hex: "eeeeee"))
    }

    @Test(
        "On the ground that a theme is for, and without one on every ground", arguments: Palette.all
    )
    func readable(palette: Palette) {
        for ground in [palette.ground, .unknown] {
            for depth in palette.depths {
                let theme = Theme(
                    depth, on: ground, isBoldLighter: palette.bold == .lighterLetters)
                for tone in Tone.allCases {
                    for isSelected in [false, true] {
                        let style = theme.style(for: tone, isSelected: isSelected)
                        let contrast = palette.contrast(of: style)
                        #expect(
                            contrast >= Self.least,
                            "\(depth) on \(ground): \(tone) has \(contrast) on \(palette.name)")
                    }
                }
            }
        }
    }

    @Test("What is overdue stands out from all but errors and the selected row, in every theme")
    func overdue() {
        for depth in Theme.Depth.allCases {
            for ground in Theme.Ground.allCases {
                let theme = Theme(depth, on: ground)
                let overdue = theme.style(for: .overdue)
                #expect(overdue.isBold && (overdue.isReverse || overdue.background != nil))
                for tone in Tone.allCases where tone != .overdue && tone != .error {
                    let style = theme.style(for: tone)
                    #expect(!style.isReverse && style.background == nil, "\(theme) \(tone)")
                }
            }
        }
    }
}

import ViewModels

/// A terminal's screen drawn as SVG: its real cells, with the text of the screen beside them for
/// whoever cannot see the picture.
struct ScreenPicture {
    let screen: ScreenModel
    let title: String

    private static let cellWidth = 8
    private static let cellHeight = 17
    private static let margin = 12
    private static let ground = "#14161a"
    private static let letters = "#d6d9de"

    /// Letters that look alike and stand together.
    private struct Run {
        let row: Int
        let column: Int
        let width: Int
        let text: String
        let look: ScreenModel.Look
    }

    var svg: String {
        let width = screen.size.columns * Self.cellWidth + 2 * Self.margin
        let height = screen.size.rows * Self.cellHeight + 2 * Self.margin
        let head = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \
            width="\(width)" height="\(height)" role="img" aria-labelledby="title text" \
            font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" \
            font-size="13" fill="\(Self.letters)">
            <title id="title">\(Self.escaped(title))</title>
            <desc id="text">\(Self.escaped(screen.text))</desc>
            <rect width="\(width)" height="\(height)" rx="8" fill="\(Self.ground)"/>

            """
        return head + runs.map(draw).joined() + "</svg>\n"
    }

    private var runs: [Run] {
        (0..<screen.size.rows).flatMap { row in
            var found: [Run] = []
            var start = 0
            while start < screen.size.columns {
                let look = screen.look(row: row, column: start)
                var end = start + 1
                while end < screen.size.columns, screen.look(row: row, column: end) == look,
                    !isGap(row, end)
                {
                    end += 1
                }
                let text = (start..<end).map { screen.letter(row: row, column: $0) }.joined()
                if text.contains(where: { $0 != " " }) || background(of: look) != nil
                    || look.isUnderlined
                {
                    found.append(
                        Run(row: row, column: start, width: end - start, text: text, look: look))
                }
                start = end
            }
            return found
        }
    }

    /// Where a column ends: what follows is drawn from its own place, whatever font the reader has.
    private func isGap(_ row: Int, _ column: Int) -> Bool {
        screen.letter(row: row, column: column) != " "
            && screen.letter(row: row, column: column - 1) == " "
            && column > 1 && screen.letter(row: row, column: column - 2) == " "
    }

    private func draw(_ run: Run) -> String {
        let x = run.column * Self.cellWidth + Self.margin
        let top = run.row * Self.cellHeight + Self.margin
        let width = run.width * Self.cellWidth
        var drawn = ""
        if let background = background(of: run.look) {
            drawn += """
                <rect x="\(x)" y="\(top)" width="\(width)" height="\(Self.cellHeight)" \
                fill="\(background)"/>

                """
        }
        let kept = run.text.trimmingSuffix { $0 == " " }
        let blanks = kept.prefix { $0 == " " }.count
        guard kept.count > blanks else { return drawn }
        let inner = kept.dropFirst(blanks)
        let columns = inner.unicodeScalars.count == inner.count ? inner.count : run.width - blanks
        drawn += """
            <text x="\(x + blanks * Self.cellWidth)" y="\(top + 13)" \
            textLength="\(columns * Self.cellWidth)" lengthAdjust="spacingAndGlyphs"\
            \(attributes(of: run.look)) xml:space="preserve">\(Self.escaped(String(inner)))</text>

            """
        return drawn
    }

    private func attributes(of look: ScreenModel.Look) -> String {
        let colour =
            look.isReverse
            ? look.background.map(Self.colour) ?? Self.ground : look.colour.map(Self.colour)
        return (colour.map { " fill=\"\($0)\"" } ?? "")
            + (look.isBold ? " font-weight=\"bold\"" : "")
            + (look.isUnderlined ? " text-decoration=\"underline\"" : "")
            + (look.isDim ? " opacity=\"0.7\"" : "")
    }

    private func background(of look: ScreenModel.Look) -> String? {
        look.isReverse
            ? look.colour.map(Self.colour) ?? Self.letters : look.background.map(Self.colour)
    }

    /// xterm's 256 colours; the first eight as most terminals draw them today.
    static func colour(_ number: Int) -> String {
        let first = [
            "#000000", "#cd3131", "#0dbc79", "#e5e510", "#2472c8", "#bc3fbc", "#11a8cd", "#e5e5e5",
        ]
        if number < 16 { return first[number % 8] }
        if number >= 232 {
            let grey = 8 + (number - 232) * 10
            return hex(grey, grey, grey)
        }
        let steps = [0, 95, 135, 175, 215, 255]
        let cube = number - 16
        return hex(steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
    }

    private static func hex(_ red: Int, _ green: Int, _ blue: Int) -> String {
        "#"
            + [red, green, blue].map {
                let digits = String($0, radix: 16)
                return digits.count == 1 ? "0" + digits : digits
            }.joined()
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")
    }
}

extension String {
    fileprivate func trimmingSuffix(while isLeftOut: (Character) -> Bool) -> Substring {
        var rest = self[...]
        while let last = rest.last, isLeftOut(last) { rest.removeLast() }
        return rest
    }
}

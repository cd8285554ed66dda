import ViewModels

/// The one road from text to the screen. Nothing that steers a terminal, hides, or turns the
/// direction of reading gets through: it is shown by its number, `‹U+202E›`.
///
/// A cell holds what every terminal and ncurses agree on: one scalar with a width and the marks that
/// stand on it. So a joined emoji appears as its parts, a flag as its two letters, and the choice of
/// skin or of the coloured form is left to the terminal.
public enum Glyphs {
    /// The cells of a text in order; those of a wide grapheme are one `Cell` of width 2. Stops
    /// soon after `limit` columns, so that a megabyte in a narrow column costs what is seen of it.
    public static func cells(
        of text: String, tone: Tone = .normal, charset: Charset = .utf8, limit: Int = .max
    ) -> [Cell] {
        var scribe = Scribe(tone: tone, charset: charset)
        scribe.cells.reserveCapacity(min(text.utf8.count, limit))
        for scalar in text.unicodeScalars {
            scribe.take(scalar)
            if scribe.width > limit { break }
        }
        scribe.finish()
        return scribe.cells
    }

    /// The text as the cells show it, for lines without a grid.
    public static func visible(_ text: String, charset: Charset = .utf8) -> String {
        var visible = ""
        for cell in cells(of: text, charset: charset) { visible.append(cell.grapheme) }
        return visible
    }

    /// Columns that the text takes.
    public static func width(of text: String, charset: Charset = .utf8) -> Int {
        cells(of: text, charset: charset).width
    }
}

/// Writes scalars into cells, and remembers what the next one may lean on.
private struct Scribe {
    let tone: Tone
    let charset: Charset
    var cells: [Cell] = []
    private(set) var width = 0
    /// The shown scalar that marks, variations and joiners refer to.
    private var base: Unicode.Scalar?
    private var marks = 0
    private var marksLeftOut = 0
    private var joiner: Unicode.Scalar?

    init(tone: Tone, charset: Charset) {
        self.tone = tone
        self.charset = charset
    }

    mutating func take(_ scalar: Unicode.Scalar) {
        let look = ScalarLook(scalar)
        switch look {
        case .shown(let width) where scalar.isASCII && joiner == nil && marksLeftOut == 0:
            add(scalar, width: width)
            base = scalar
            marks = 0
            return
        case .mark:
            return takeMark(scalar)
        case .variation:
            if let base, base.properties.isEmoji { return }
        case .skin:
            if let base, base.properties.isEmojiModifierBase { return }
        case .joiner:
            if joiner == nil, let base, base.value > 0xFF, base.properties.isEmoji {
                joiner = scalar
                return
            }
        case .shown, .space, .flag, .hidden: break
        }
        settle(isJoined: joins(scalar, look))
        switch look {
        case .shown(let width): show(scalar, width: width)
        case .skin: show(scalar, width: 2)
        case .space: add(" ")
        case .flag:
            let letter = UInt8(scalar.value - 0x1F1E6) + UInt8(ascii: "A")
            add(Unicode.Scalar(letter))
        case .hidden, .variation, .joiner, .mark: addNumber(of: scalar)
        }
    }

    /// Parts of a joined emoji need no sign between them.
    private func joins(_ scalar: Unicode.Scalar, _ look: ScalarLook) -> Bool {
        guard joiner != nil, case .shown = look else { return false }
        return scalar.value > 0xFF && scalar.properties.isEmoji
    }

    mutating func finish() { settle(isJoined: false) }

    /// Closes what the last base left open.
    private mutating func settle(isJoined: Bool) {
        if marksLeftOut > 0 { addEscaped("+\(marksLeftOut)") }
        if let joiner, !isJoined { addNumber(of: joiner) }
        joiner = nil
        base = nil
        marks = 0
        marksLeftOut = 0
    }

    private mutating func show(_ scalar: Unicode.Scalar, width: UInt8) {
        switch charset {
        case .utf8:
            add(scalar, width: width)
            base = scalar
        case .ascii where scalar.isASCII:
            add(scalar)
            base = scalar
        case .ascii:
            guard let letters = ASCIISpelling.of(scalar) else { return addNumber(of: scalar) }
            for letter in letters.unicodeScalars { add(letter) }
            base = scalar
        }
    }

    private mutating func takeMark(_ mark: Unicode.Scalar) {
        guard joiner == nil, base != nil, let last = cells.last else {
            settle(isJoined: false)
            return addNumber(of: mark)
        }
        switch charset {
        case .utf8:
            let marked = String(last.grapheme) + String(Character(mark))
            guard marked.count == 1, let grapheme = marked.first else {
                settle(isJoined: false)
                return addNumber(of: mark)
            }
            if marks < Cell.mostMarks {
                cells[cells.count - 1].grapheme = grapheme
                marks += 1
            } else {
                marksLeftOut += 1
            }
        case .ascii:
            guard ASCIISpelling.isAccent(mark) else {
                settle(isJoined: false)
                return addNumber(of: mark)
            }
            marks += 1
            if marks > Cell.mostMarks { marksLeftOut += 1 }
        }
    }

    private mutating func add(_ scalar: Unicode.Scalar, width: UInt8 = 1) {
        cells.append(Cell(scalar: scalar, width: width, tone: tone))
        self.width += Int(width)
    }

    private mutating func addNumber(of scalar: Unicode.Scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        addEscaped("U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
    }

    private mutating func addEscaped(_ words: String) {
        add(charset == .utf8 ? "‹" : "<")
        for letter in words.unicodeScalars { add(letter) }
        add(charset == .utf8 ? "›" : ">")
    }
}

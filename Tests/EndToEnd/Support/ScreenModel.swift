import ViewModels

/// What a terminal shows after some bytes: as much of xterm, screen, the Linux console and vt220 as
/// programs use. `ScreenParser` reads the bytes; here is what they do.
struct ScreenModel {
    struct Look: Hashable {
        var isBold = false
        var isDim = false
        var isUnderlined = false
        var isReverse = false
        var colour: Int?
        var background: Int?
    }

    struct Place: Hashable {
        /// Empty in a cell that a wide grapheme to its left covers.
        var text = " "
        var look = Look()
    }

    private(set) var size: Size
    private(set) var cursor = (row: 0, column: 0)
    /// DEC private modes that are on: 25 cursor, 1049 second screen, 2004 bracketed paste.
    private(set) var modes: Set<Int> = [7, 25]
    private(set) var title = ""
    /// What stood on the second screen when it was left: a terminal may show it again.
    private(set) var leftBehind = ""
    var look = Look()

    private var places: [[Place]]
    private var firstScreen: [[Place]]?
    private var region: ClosedRange<Int>
    private var saved: (row: Int, column: Int, look: Look) = (0, 0, Look())
    private var isInserting = false
    /// The last column is written and the next letter goes to the next line.
    private var isWrapping = false

    init(_ size: Size) {
        self.size = size
        places = Self.empty(size)
        region = 0...size.rows - 1
    }

    var isAltScreen: Bool { firstScreen != nil }
    var isCursorVisible: Bool { modes.contains(25) }

    /// The rows without the blanks at their ends.
    var rows: [String] {
        places.map { row in
            var text = row.map(\.text).joined()
            while text.last == " " { text.removeLast() }
            return text
        }
    }

    var text: String { rows.joined(separator: "\n") }

    func look(row: Int, column: Int) -> Look { places[row][column].look }

    /// Empty where a wide letter to the left covers the place.
    func letter(row: Int, column: Int) -> String { places[row][column].text }

    private static func empty(_ size: Size) -> [[Place]] {
        Array(repeating: Array(repeating: Place(), count: size.columns), count: size.rows)
    }

    // MARK: Letters

    mutating func put(_ scalar: Unicode.Scalar) {
        let width = Self.width(scalar)
        guard width > 0 else { return combine(scalar) }
        if isWrapping || cursor.column + width > size.columns {
            cursor.column = 0
            lineFeed()
        }
        if isInserting { insertPlaces(width) }
        set(Place(text: String(Character(scalar)), look: look), cursor.row, cursor.column)
        if width == 2 { places[cursor.row][cursor.column + 1] = Place(text: "", look: look) }
        isWrapping = cursor.column + width == size.columns && modes.contains(7)
        cursor.column = min(cursor.column + width, size.columns - 1)
    }

    mutating func combine(_ scalar: Unicode.Scalar) {
        var column = isWrapping ? cursor.column : cursor.column - 1
        if column > 0, places[cursor.row][column].text.isEmpty { column -= 1 }
        guard column >= 0 else { return }
        places[cursor.row][column].text.unicodeScalars.append(scalar)
    }

    /// A wide letter that loses one half is gone.
    private mutating func set(_ place: Place, _ row: Int, _ column: Int) {
        if places[row][column].text.isEmpty, column > 0 { places[row][column - 1].text = " " }
        if column + 1 < size.columns, places[row][column + 1].text.isEmpty {
            places[row][column + 1].text = " "
        }
        places[row][column] = place
    }

    private static func width(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: break
        }
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
            0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F,
            0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            return 2
        default: return 1
        }
    }

    // MARK: The cursor

    mutating func move(row: Int? = nil, column: Int? = nil) {
        isWrapping = false
        cursor.row = min(max(row ?? cursor.row, 0), size.rows - 1)
        cursor.column = min(max(column ?? cursor.column, 0), size.columns - 1)
    }

    mutating func tab(by count: Int) {
        let stop = cursor.column / 8 + count
        let isInside = count < 0 && !cursor.column.isMultiple(of: 8)
        move(column: (isInside ? stop + 1 : stop) * 8)
    }

    mutating func lineFeed() {
        isWrapping = false
        if cursor.row == region.upperBound { scrollUp(1) } else { move(row: cursor.row + 1) }
    }

    mutating func reverseLineFeed() {
        if cursor.row == region.lowerBound { scrollDown(1) } else { move(row: cursor.row - 1) }
    }

    mutating func save() { saved = (cursor.row, cursor.column, look) }

    mutating func restore() {
        move(row: saved.row, column: saved.column)
        look = saved.look
    }

    // MARK: Erasing, inserting, deleting, scrolling

    mutating func eraseLine(_ part: Int) {
        switch part {
        case 0: erase(cursor.row, cursor.column..<size.columns)
        case 1: erase(cursor.row, 0..<cursor.column + 1)
        default: erase(cursor.row, 0..<size.columns)
        }
    }

    mutating func eraseScreen(_ part: Int) {
        if part < 2 { eraseLine(part) }
        let rows =
            switch part {
            case 0: cursor.row + 1..<size.rows
            case 1: 0..<cursor.row
            default: 0..<size.rows
            }
        for row in rows { erase(row, 0..<size.columns) }
    }

    mutating func erasePlaces(_ count: Int) {
        erase(cursor.row, cursor.column..<min(cursor.column + count, size.columns))
    }

    private mutating func erase(_ row: Int, _ columns: Range<Int>) {
        isWrapping = false
        for column in columns { set(Place(), row, column) }
    }

    mutating func insertPlaces(_ count: Int) {
        let count = min(count, size.columns - cursor.column)
        places[cursor.row].removeLast(count)
        let blanks = Array(repeating: Place(), count: count)
        places[cursor.row].insert(contentsOf: blanks, at: cursor.column)
    }

    mutating func deletePlaces(_ count: Int) {
        let count = min(count, size.columns - cursor.column)
        places[cursor.row].removeSubrange(cursor.column..<cursor.column + count)
        places[cursor.row] += Array(repeating: Place(), count: count)
    }

    mutating func insertLines(_ count: Int) {
        guard region.contains(cursor.row) else { return }
        scrollDown(count, in: cursor.row...region.upperBound)
    }

    mutating func deleteLines(_ count: Int) {
        guard region.contains(cursor.row) else { return }
        scrollUp(count, in: cursor.row...region.upperBound)
    }

    mutating func scrollUp(_ count: Int, in rows: ClosedRange<Int>? = nil) {
        let rows = rows ?? region
        for _ in 0..<min(count, rows.count) {
            places.remove(at: rows.lowerBound)
            places.insert(Array(repeating: Place(), count: size.columns), at: rows.upperBound)
        }
    }

    mutating func scrollDown(_ count: Int, in rows: ClosedRange<Int>? = nil) {
        let rows = rows ?? region
        for _ in 0..<min(count, rows.count) {
            places.remove(at: rows.upperBound)
            places.insert(Array(repeating: Place(), count: size.columns), at: rows.lowerBound)
        }
    }

    mutating func setRegion(top: Int, bottom: Int) {
        let bottom = bottom == 0 ? size.rows - 1 : min(bottom - 1, size.rows - 1)
        let top = max(top - 1, 0)
        guard top < bottom else { return }
        region = top...bottom
        move(row: 0, column: 0)
    }

    // MARK: Modes

    mutating func setInserting(_ isOn: Bool) { isInserting = isOn }

    mutating func setTitle(_ title: String) { self.title = title }

    mutating func setMode(_ mode: Int, _ isOn: Bool) {
        if isOn { modes.insert(mode) } else { modes.remove(mode) }
        guard [47, 1047, 1049].contains(mode), isOn != isAltScreen else { return }
        if isOn {
            if mode == 1049 { save() }
            firstScreen = places
            places = Self.empty(size)
        } else {
            leftBehind = text
            places = firstScreen ?? places
            firstScreen = nil
            if mode == 1049 { restore() }
        }
    }

    mutating func reset() { self = ScreenModel(size) }

    /// As a terminal that does not fold its lines.
    mutating func resize(_ size: Size) {
        self.size = size
        places = Self.fitted(places, size)
        firstScreen = firstScreen.map { Self.fitted($0, size) }
        region = 0...size.rows - 1
        move()
    }

    private static func fitted(_ places: [[Place]], _ size: Size) -> [[Place]] {
        var fitted = empty(size)
        for (row, line) in places.prefix(size.rows).enumerated() {
            for (column, place) in line.prefix(size.columns).enumerated() {
                fitted[row][column] = place
            }
        }
        return fitted
    }
}

import Testing
import ViewModels

private func screen(_ bytes: String, columns: Int = 10, rows: Int = 4) -> ScreenModel {
    var screen = ScreenModel(Size(columns: columns, rows: rows))
    var parser = ScreenParser()
    parser.read(bytes.utf8, into: &screen)
    return screen
}

@Suite struct ScreenModelTests {
    @Test(
        "Each sequence does what it does on xterm",
        arguments: [
            ("ab\r\ncd", ["ab", "cd"]),
            ("\u{1B}[2;3Hx\u{1B}[Hy\u{1B}[4;1fz", ["y", "  x", "", "z"]),
            ("\u{1B}[3;3Ha\u{1B}[Ab\u{1B}[2Dc\u{1B}[Bd\u{1B}[Ce", ["", "  cb", "  ad e"]),
            ("\u{1B}[2dx\u{1B}[5Gy\u{1B}[8`z", ["", "x   y  z"]),
            ("abcdef\u{1B}[3D\u{1B}[K", ["abc"]),
            ("abcdef\u{1B}[3D\u{1B}[1K", ["    ef"]),
            ("abcdef\u{1B}[2K", []),
            ("a\r\nb\r\nc\u{1B}[2;1H\u{1B}[J", ["a"]),
            ("a\r\nb\r\nc\u{1B}[2;1H\u{1B}[1J", ["", "", "c"]),
            ("abcdef\u{1B}[2G\u{1B}[2X", ["a  def"]),
            ("abcdef\u{1B}[2G\u{1B}[2@", ["a  bcdef"]),
            ("abcdef\u{1B}[2G\u{1B}[2P", ["adef"]),
            ("abc\u{1B}[2G\u{1B}[4hX\u{1B}[4l", ["aXbc"]),
            ("a\r\nb\r\nc\u{1B}[2;1H\u{1B}[L", ["a", "", "b", "c"]),
            ("a\r\nb\r\nc\u{1B}[1;1H\u{1B}[M", ["b", "c"]),
            ("a\r\nb\u{1B}[S", ["b"]),
            ("a\r\nb\u{1B}[T", ["", "a", "b"]),
            ("a\r\nb\r\nc\r\nd\u{1B}[2;3r\u{1B}[3;1H\n", ["a", "c", "", "d"]),
            ("a\r\nb\r\nc\r\nd\u{1B}[2;3r\u{1B}[2;1H\u{1B}M", ["a", "", "b", "d"]),
            ("x\u{1B}[4b", ["xxxxx"]),
            ("a\tb", ["a       b"]),
            ("abcdefghij", ["abcdefghij"]),
            ("abcdefghijk", ["abcdefghij", "k"]),
            ("abcdefghij\rk", ["kbcdefghij"]),
            ("a\r\nb\r\nc\r\nd\r\ne", ["b", "c", "d", "e"]),
            ("\u{1B}7abc\u{1B}8x", ["xbc"]),
            ("\u{1B}(0lqk\u{1B}(Bl", ["┌─┐l"]),
            ("\u{1B})0\u{E}x\u{F}x", ["│x"]),
            ("Zoë 字x", ["Zoë 字x"]),
            ("e\u{301}", ["e\u{301}"]),
            ("字\rx", ["x"]),
            ("字\u{1B}[2Gx", [" x"]),
            ("abcdefghi字", ["abcdefghi", "字"]),
            ("a\u{1B}]0;title\u{7}b\u{1B}]2;t\u{1B}\\c\u{1B}Pq\u{1B}\\d", ["abcd"]),
            ("a\u{1B}[>c\u{1B}[?1;2cb\u{1B}[1;31mc", ["abc"]),
        ] as [(String, [String])])
    func sequences(bytes: String, rows: [String]) {
        let shown = screen(bytes).rows
        #expect(shown == rows + Array(repeating: "", count: 4 - rows.count))
    }

    @Test("The second screen goes and leaves the first as it was, with its cursor")
    func secondScreen() {
        let inside = screen("ab\u{1B}[?1049h\u{1B}[Hx")
        #expect(inside.isAltScreen)
        #expect(inside.rows[0] == "x")
        let after = screen("ab\u{1B}[?1049h\u{1B}[Hx\u{1B}[?1049lc")
        #expect(!after.isAltScreen)
        #expect(after.rows[0] == "abc")
    }

    @Test("Cursor, looks, modes and title are on record")
    func record() {
        let shown = screen("\u{1B}[?25l\u{1B}[?2004h\u{1B}]0;T\u{7}\u{1B}[1;7;33mx\u{1B}[my")
        #expect(!shown.isCursorVisible)
        #expect(shown.modes.contains(2004))
        #expect(shown.title == "T")
        #expect(shown.look(row: 0, column: 0) == .init(isBold: true, isReverse: true, colour: 3))
        #expect(shown.look(row: 0, column: 1) == .init())
        #expect(shown.cursor == (row: 0, column: 2))
    }

    @Test("A larger or smaller terminal keeps what fits")
    func resize() {
        var shown = screen("abcdefgh\r\nxy")
        shown.resize(Size(columns: 4, rows: 2))
        #expect(shown.rows == ["abcd", "xy"])
        shown.resize(Size(columns: 5, rows: 3))
        #expect(shown.rows == ["abcd", "xy", ""])
    }
}

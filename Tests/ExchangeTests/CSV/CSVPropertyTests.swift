import Domain
import Exchange
import Support
import Testing

@Suite struct CSVPropertyTests {
    @Test("What is written is read again, field for field", arguments: Soak.seeds(200))
    func roundTrip(seed: UInt64) throws {
        var source = RandomRecords(seed: seed, codes: RegisterCodeTable([]))
        var rows: [[String]] = []
        var writer = CSVWriter()
        for _ in 0..<Int.random(in: 0...20, using: &source.random) {
            let row = (0..<Int.random(in: 1...6, using: &source.random)).map { _ in
                Bool.random(using: &source.random) ? "" : source.text(lineBreaks: true)
            }
            rows.append(row)
            writer.row(row)
        }
        var rest = writer.bytes[...]
        var reader = CSVReader { () throws(FileFault) -> [UInt8] in
            let piece = Array(rest.prefix(Int(seed)))
            rest = rest.dropFirst(Int(seed))
            return piece
        }
        var read: [[String]] = []
        while let record = try reader.next() { read.append(record.fields) }
        #expect(read == rows)
    }

    @Test("Bytes at random are read to the end, and lines only go on", arguments: Soak.seeds(300))
    func mutated(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let alphabet: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x61, 0x00, 0xC3, 0xA9, 0xFF, 0x20]
        let bytes = (0..<200).map { _ in alphabet.randomElement(using: &random) ?? 0 }
        var reader = CSVReader(bytes: bytes)
        var lines = [0]
        for _ in bytes {
            do throws(CSVFault) {
                guard let record = try reader.next() else { break }
                lines.append(record.line)
            } catch {
                lines.append(error.line)
            }
        }
        let last = try reader.next()
        #expect(last == nil)
        #expect(zip(lines, lines.dropFirst()).allSatisfy { $0 < $1 })
    }
}

@Suite struct CSVWriterTests {
    private func written(_ fields: [String], _ cells: CSVWriter.Cells = .exact) -> String {
        var writer = CSVWriter(cells)
        writer.row(fields)
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    @Test(
        "Quotation marks stand only where a field needs them",
        arguments: [
            (["a", " b ", "é"], "a, b ,é\n"), (["a,b"], "\"a,b\"\n"), (["a\"b"], "\"a\"\"b\"\n"),
            (["a\nb", "c\rd"], "\"a\nb\",\"c\rd\"\n"), (["", ""], ",\n"), ([""], "\"\"\n"),
            (["=1+1", "'x"], "=1+1,'x\n"),
        ])
    func quotes(fields: [String], expected: String) {
        #expect(written(fields) == expected)
    }

    @Test(
        "In a report no cell can be taken for a formula",
        arguments: [
            "=1+1", "+44", "-3", "@x", "\t=1", "\r=1", "\n=1", " =1", "\u{200B}=1", "\u{FEFF}=1",
            "\u{A0}+1", "＝1+1", "＋1", "－1", "＠x", "=", "=HYPERLINK(\"http://x\")",
        ])
    func defused(formula: String) {
        #expect(written(["K1", formula], .defused) == written(["K1", "'" + formula], .exact))
    }

    @Test("What is no formula leaves a report as it is", arguments: ["a=b", "3", "'x", "", "O-1"])
    func plain(text: String) {
        #expect(written([text], .defused) == written([text], .exact))
    }
}

@Suite struct VisibleTextTests {
    @Test(
        "Nothing in a message moves the cursor, turns the line around or hides",
        arguments: [
            ("plain Zoë 日本", "plain Zoë 日本"), ("a\u{1B}[2Jb", #"a\u{1B}[2Jb"#),
            ("a\nb\tc", #"a\u{A}b\u{9}c"#), ("\u{202E}abc", #"\u{202E}abc"#),
            ("a\u{200B}b\u{FEFF}", #"a\u{200B}b\u{FEFF}"#), ("\u{85}\u{2028}", #"\u{85}\u{2028}"#),
        ])
    func visible(text: String, expected: String) { #expect(VisibleText.of(text) == expected) }

    @Test("A long text is cut at 60 characters, the ellipsis included")
    func cut() {
        #expect(VisibleText.of(String(repeating: "x", count: 60)).count == 60)
        #expect(
            VisibleText.of(String(repeating: "x", count: 61))
                == String(repeating: "x", count: 59) + "…")
    }
}

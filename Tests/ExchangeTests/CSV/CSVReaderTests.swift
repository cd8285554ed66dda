import Exchange
import Testing

/// The records and faults of a text, in order, as a reader of chunks of one size finds them.
private func read(_ bytes: [UInt8], chunk: Int, separator: Unicode.Scalar = ",") -> [String] {
    var rest = bytes[...]
    var reader = CSVReader(separator: separator) { () throws(FileFault) -> [UInt8] in
        let piece = Array(rest.prefix(chunk))
        rest = rest.dropFirst(chunk)
        return piece
    }
    var found: [String] = []
    while true {
        do throws(CSVFault) {
            guard let record = try reader.next() else { return found }
            found.append("\(record.line): \(record.fields)")
        } catch {
            found.append("\(error.line): \(error.problem)")
        }
    }
}

@Suite struct CSVReaderTests {
    @Test(
        "Records, their fields and the line on which each begins",
        arguments: [
            ("a,b\nc,d\n", [#"1: ["a", "b"]"#, #"2: ["c", "d"]"#]),
            ("a,b\r\nc,d", [#"1: ["a", "b"]"#, #"2: ["c", "d"]"#]),
            ("a\rb\r", [#"1: ["a"]"#, #"2: ["b"]"#]),
            ("\u{FEFF}a\n", [#"1: ["a"]"#]),
            ("", []),
            ("\n", [#"1: [""]"#]),
            (",\n", [#"1: ["", ""]"#]),
            ("a,", [#"1: ["a", ""]"#]),
            (" a , b \n", [#"1: [" a ", " b "]"#]),
            ("\"a,b\",\"\"\n", [#"1: ["a,b", ""]"#]),
            ("\"a\"\"b\"\"\"\n", [#"1: ["a\"b\""]"#]),
            ("\"a\nb\r\nc\rd\",e\nf\n", [#"1: ["a\nb\r\nc\rd", "e"]"#, #"5: ["f"]"#]),
            ("é,日本\n", [#"1: ["é", "日本"]"#]),
        ])
    func records(text: String, expected: [String]) {
        for chunk in [1, 2, 3, 7, 1000] {
            #expect(read(Array(text.utf8), chunk: chunk) == expected)
        }
    }

    @Test(
        "A record that cannot be read is named by its first line, and reading goes on after it",
        arguments: [
            ("a\n\"b\nc", [#"1: ["a"]"#, "2: unterminatedQuote"]),
            ("\"a\"b,c\nd\n", ["1: textAfterClosingQuote", #"2: ["d"]"#]),
            ("\"a\n\" \nd\n", ["1: textAfterClosingQuote", #"3: ["d"]"#]),
            ("a\"b\nd\n", ["1: quoteInsideField", #"2: ["d"]"#]),
            ("a\0b\n\"\0\"\nd\n", ["1: nul", "2: nul", #"3: ["d"]"#]),
        ])
    func faults(text: String, expected: [String]) {
        for chunk in [1, 2, 3, 7, 1000] {
            #expect(read(Array(text.utf8), chunk: chunk) == expected)
        }
    }

    @Test("Bytes that are not UTF-8 are a fault of their record only")
    func invalidUTF8() {
        let bytes: [UInt8] = [0x61, 0xFF, 0x0A, 0x62, 0x0A, 0x22, 0xC3, 0x22, 0x22, 0x22, 0x0A]
        for chunk in [1, 2, 1000] {
            #expect(
                read(bytes, chunk: chunk) == ["1: invalidUTF8", #"2: ["b"]"#, "3: invalidUTF8"])
        }
    }

    @Test("The separator can be a semicolon or a tab", arguments: [";", "\t"] as [Unicode.Scalar])
    func separators(separator: Unicode.Scalar) {
        let text = "a,b\(separator)\"c\(separator)d\"\n"
        #expect(
            read(Array(text.utf8), chunk: 4, separator: separator)
                == ["1: \(["a,b", "c\(separator)d"])"])
    }
}

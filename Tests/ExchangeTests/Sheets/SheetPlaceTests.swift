import Support
import Testing

@testable import Exchange

@Suite("Where cells stand")
struct SheetPlaceTests {
    @Test(
        "Rows and columns are where they say, or next to the one before",
        arguments: [
            (#"<row r="3"><c r="B3"><v>1</v></c><c r="D3"><v>2</v></c></row>"#, ["3: |1||2"]),
            (#"<row r="3"><c r="D3"><v>2</v></c><c r="B3"><v>1</v></c></row>"#, ["3: |1||2"]),
            (#"<row r="3"><c r="d3"><v>2</v></c><c><v>1</v></c></row>"#, ["3: |||2|1"]),
            (
                "<row><c><v>1</v></c><c/><c><v>2</v></c><c/></row><row/><row><c><v>3</v></c></row>",
                ["1: 1||2", "3: 3"]
            ),
            (#"<row r="7"><c><v>1</v></c></row><row><c><v>2</v></c></row>"#, ["7: 1", "8: 2"]),
            (
                #"<row r="2"><c><v>2</v></c></row><row r="1"><c><v>1</v></c></row>"#,
                ["1: 1", "2: 2"]
            ),
            (
                #"<row r="2"><c r="A2"><v>1</v></c></row><row r="2"><c r="B2"><v>2</v></c></row>"#,
                ["2: 1", "2: |2"]
            ),
            (
                #"<row r="1" hidden="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>"#,
                ["1: 2"]
            ),
            (
                #"<row r="1"><c r="GR1"><v>1</v></c></row>"#,
                ["1: \(String(repeating: "|", count: 199))1"]
            ),
            (#"<row r="1"><c r="GS1"/><c r="ZZ1" t="inlineStr"><is><t></t></is></c></row>"#, []),
            (#"<row r="1048576"><c><v>1</v></c></row>"#, ["1048576: 1"]),
        ])
    func places(xml: String, expected: [String]) {
        #expect(rows(MadeWorkbook(rows: xml)) == expected)
    }

    @Test(
        "A cell that is nowhere is refused",
        arguments: [
            (#"<row r="1"><c r="GS1"><v>1</v></c></row>"#, "row 1: has more than 200 columns"),
            (#"<row r="1"><c r="ZZ1"><v>1</v></c></row>"#, "row 1: has more than 200 columns"),
            (#"<row r="1"><c r="ZZZZZZZZZZZZZZZZ1"><v>1</v></c></row>"#, "no place in a sheet"),
            (
                #"<row r="1"><c r="1A"><v>1</v></c></row>"#,
                "row 1: is damaged: it has a cell at “1A”"
            ),
            (#"<row r="1"><c r=""><v>1</v></c></row>"#, "no place in a sheet"),
            (#"<row r="1"><c r="A"><v>1</v></c></row>"#, "no place in a sheet"),
            (#"<row r="1"><c r="$A$1"><v>1</v></c></row>"#, "no place in a sheet"),
            (#"<row r="1"><c r="A+1"><v>1</v></c></row>"#, "no place in a sheet"),
            (#"<row r="0"><c><v>1</v></c></row>"#, "no place in a sheet"),
            (#"<row r="x"><c><v>1</v></c></row>"#, "no place in a sheet"),
            (#"<row r="1048577"><c><v>1</v></c></row>"#, "no place in a sheet"),
            (#"<row r="1048576"/><row><c><v>1</v></c></row>"#, "no place in a sheet"),
            (
                #"<row r="2"><c t="s"><v>0</v></c></row>"#,
                "row 2: is damaged: a cell refers to a text"
            ),
            (#"<row r="2"><c t="s"><v>x</v></c></row>"#, "refers to a text"),
            (#"<row r="2"><c t="s"><v>-1</v></c></row>"#, "refers to a text"),
        ])
    func nowhere(xml: String, words: String) {
        #expect(refusal(MadeWorkbook(rows: xml).bytes)?.contains(words) == true)
    }

    private static let grid =
        #"<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>5</v></c></row>"#
        + #"<row r="2"><c r="B2"><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c></row>"#

    @Test(
        "Cells merged over several of the first lines stand in each; other merges in the first",
        arguments: [
            ("A1:A2", ["1: 1|5", "2: 1|2", "3: |3"]),
            ("A1:A3", ["1: 1|5", "2: 1|2", "3: 1|3"]),
            ("A1:C1", ["1: 1|5", "2: |2", "3: |3"]),
            ("B1:C2", ["1: 1|5", "2: |2", "3: |3"]),
            ("A1:A40", ["1: 1|5", "2: 1|2", "3: 1|3"]),
            ("A1:A41", ["1: 1|5", "2: |2", "3: |3"]),
            ("A1", ["1: 1|5", "2: |2", "3: |3"]),
            ("nonsense:A2", ["1: 1|5", "2: |2", "3: |3"]),
        ])
    func merges(reference: String, expected: [String]) {
        let after = "<mergeCells count=\"1\"><mergeCell ref=\"\(reference)\"/></mergeCells>"
        #expect(rows(MadeWorkbook(rows: Self.grid, after: after)) == expected)
    }

    @Test("A merged title makes no lines of its own")
    func title() {
        let workbook = MadeWorkbook(
            rows: #"<row r="1"><c><v>1</v></c></row><row r="2"><c/></row>"#,
            after: "<mergeCells><mergeCell ref=\"A1:H2\"/></mergeCells>")
        #expect(rows(workbook) == ["1: 1"])
    }

    @Test("Elements of other namespaces and places are no rows")
    func elsewhere() {
        let workbook = MadeWorkbook(
            rows: "<row><c><v>1</v></c></row>",
            after: "<extLst><ext><row><c><v>9</v></c></row></ext></extLst>"
                + "<other><row r=\"5\"><c><v>9</v></c></row></other>")
        #expect(rows(workbook) == ["1: 1"])
    }
}

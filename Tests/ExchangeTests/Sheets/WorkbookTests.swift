import Foundation
import Support
import Testing

@testable import Exchange

@Suite("Workbooks")
struct WorkbookTests {
    private func fixture(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: Fixtures.folder.appendingPathComponent("workbooks/\(name)")))
    }

    @Test("A roster with title lines, date cells and a total")
    func roster() throws {
        let bytes = try fixture("s01-roster.xlsx")
        #expect(try Workbook(bytes).sheets == [.init(name: "Pupils", isHidden: false)])
        #expect(
            rows(bytes) == [
                "1: Example Primary School: pupil list",
                "3: Admission Number|UPN|Legal Surname|Legal Forename|Date of Birth|Year Group"
                    + "|Reg Group|Date of Admission|Pupil Premium",
                "4: 002101|D919208126101|Adair|Una|2020-02-29|Year 1|1B|2026-09-02|Yes",
                "5: 2102|T919208126102|Okoye|Chidi|2021-10-01|R|RA|2026-09-02|No",
                "6: Total|2",
            ])
    }

    @Test("A register behind a hidden sheet, with dates as headings")
    func register() throws {
        let bytes = try fixture("s02-register.xlsx")
        let workbook = try Workbook(bytes)
        #expect(workbook.sheets.map(\.name) == ["Read me", "Register"])
        #expect(workbook.sheets.map(\.isHidden) == [true, false])
        #expect(
            rows(bytes, sheet: 1).prefix(3) == [
                "1: Pupil|Adm No|2026-09-21||2026-09-22", "2: ||AM|PM|AM|PM",
                #"3: Smith, Ava|1001|/|\|/|\"#,
            ])
    }

    @Test(
        "A cell is the text that a person sees",
        arguments: [
            (#"<c t="s"><v>1</v></c>"#, "rich text"),
            (#"<c t="s"><v>2</v></c>"#, "東京"),
            (#"<c t="s"><v>3</v></c>"#, " kept "),
            (#"<c t="s"><v>4</v></c>"#, "a\nb_x_\u{1}_x0000_"),
            (#"<c t="inlineStr"><is><t>in</t></is></c>"#, "in"),
            (#"<c t="inlineStr"><is><r><t>i</t></r><r><t>n</t></r></is><v>no</v></c>"#, "in"),
            (#"<c t="inlineStr"><v>in</v></c>"#, "in"),
            (#"<c t="b"><v>1</v></c>"#, "TRUE"),
            (#"<c t="b"><v>0</v></c>"#, "FALSE"),
            (#"<c t="e"><v>#N/A</v></c>"#, "#N/A"),
            (#"<c t="str"><f>A1&amp;"x"</f><v>&lt;Year&gt; 3</v></c>"#, "<Year> 3"),
            (#"<c><f>1+1</f><v>2</v></c>"#, "2"),
            (#"<c t="d"><v>2026-09-21T00:00:00</v></c>"#, "2026-09-21"),
            (#"<c t="d"><v>2026-09-21T09:15:00.000</v></c>"#, "2026-09-21 09:15"),
            (#"<c t="d"><v>2026-09-21</v></c>"#, "2026-09-21"),
            (#"<c t="n"><v>1001</v></c>"#, "1001"),
            (#"<c><v>1001.0</v></c>"#, "1001"),
            (#"<c><v>1.001E3</v></c>"#, "1001"),
            (#"<c><v>0.30000000000000004</v></c>"#, "0.3"),
            (#"<c><v>-2.5</v></c>"#, "-2.5"),
            (#"<c><v>123456789012345678</v></c>"#, "123456789012345678"),
            (#"<c><v>ten</v></c>"#, "ten"),
            (#"<c><v>nan</v></c>"#, "nan"),
            (#"<c s="99"><v>46286</v></c>"#, "46286"),
            (#"<c s="-1"><v>46286</v></c>"#, "46286"),
        ])
    func cell(xml: String, expected: String) {
        let texts =
            "<si><t>plain</t></si><si><r><t>rich </t></r><r><rPr><b/></rPr><t>text</t></r></si>"
            + "<si><t>東京</t><rPh sb=\"0\" eb=\"2\"><t>トウキョウ</t></rPh><phoneticPr fontId=\"1\"/></si>"
            + "<si><t xml:space=\"preserve\"> kept </t></si><si><t>a_x000A_b_x_x005F__x0001__x0000_</t></si>"
        let workbook = MadeWorkbook(rows: "<row r=\"1\">\(xml)</row>", texts: texts)
        #expect(rows(workbook) == ["1: \(expected)"])
    }

    @Test(
        "A number with the format of a day is that day",
        arguments: [
            ("14", "46286", "2026-09-21"), ("22", "46286.385416666664", "2026-09-21 09:15"),
            ("13", "46286", "46286"), ("23", "46286", "46286"), ("36", "46286", "2026-09-21"),
            ("37", "46286", "46286"), ("45", "0.5", "12:00"), ("50", "46286", "2026-09-21"),
            ("59", "46286", "46286"), ("dd/mm/yyyy", "46286", "2026-09-21"),
            ("[$-809]d mmmm yyyy;@", "46286.0", "2026-09-21"), ("MMM-YY", "46286", "2026-09-21"),
            ("General", "46286", "46286"), ("#,##0.00", "46286", "46286"),
            ("\"day\" #", "46286", "46286"), ("[Red]#", "46286", "46286"),
            ("#\\d", "46286", "46286"), ("#_d*y", "46286", "46286"), ("@", "46286", "46286"),
            ("14", "1", "1900-01-01"), ("14", "59", "1900-02-28"), ("14", "60", "1900-02-29"),
            ("14", "61", "1900-03-01"), ("14", "0", "0"), ("14", "-1", "-1"),
            ("14", "2958465", "9999-12-31"), ("14", "2958466", "2958466"),
            ("14", "46285.999999", "2026-09-21"),
            ("22", "46286.00001157407", "2026-09-21 00:00:01"),
            ("h:mm", "0.385416666666667", "09:15"),
        ])
    func day(format: String, stored: String, expected: String) {
        let workbook = MadeWorkbook(
            rows: "<row><c s=\"1\"><v>\(stored)</v></c></row>", formats: [format])
        #expect(rows(workbook) == ["1: \(expected)"])
    }

    @Test(
        "A workbook that counts from 1904 does so for every day",
        arguments: [
            ("date1904=\"1\"", "44824", "2026-09-21"), ("date1904=\"true\"", "44824", "2026-09-21"),
            ("date1904=\"0\"", "44824", "2022-09-20"), ("date1904=\"1\"", "0", "1904-01-01"),
            ("date1904=\"1\"", "0.25", "06:00"), ("date1904=\"1\"", "2957003", "9999-12-31"),
            ("date1904=\"1\"", "2957004", "2957004"),
        ])
    func from1904(properties: String, stored: String, expected: String) {
        let workbook = MadeWorkbook(
            rows: "<row><c s=\"1\"><v>\(stored)</v></c></row>", formats: ["14"],
            properties: properties)
        #expect(rows(workbook) == ["1: \(expected)"])
    }

    @Test(
        "Zeros that a format shows are in the text",
        arguments: [
            ("000000", "2101", "002101"), ("000000", "1234567", "1234567"),
            ("00000 000000", "7700900123", "07700 900123"),
            ("0##########", "7700900123", "07700900123"),
            ("00;-00", "7", "07"), ("0", "7", "7"), ("#", "7", "7"), ("00", "-7", "-7"),
            ("00", "7.5", "7.5"), ("00%", "7", "7"), ("0.00", "7", "7"), ("#,##0", "7", "7"),
        ])
    func zeros(format: String, stored: String, expected: String) {
        let workbook = MadeWorkbook(
            rows: "<row><c s=\"1\"><v>\(stored)</v></c></row>", formats: [format])
        #expect(rows(workbook) == ["1: \(expected)"])
    }

    @Test("Reading stops where the reader has enough")
    func stops() throws {
        let workbook = MadeWorkbook(
            rows: (1...9).map { "<row r=\"\($0)\"><c><v>\($0)</v></c></row>" }.joined())
        var seen: [Int] = []
        try Workbook(workbook.bytes).forEachRow(of: 0) { record in
            seen.append(record.line)
            return record.line < 4
        }
        #expect(seen == [1, 2, 3, 4])
    }

    @Test("The sheets are named in order, with those that are hidden; a chart is none")
    func sheets() throws {
        var made = MadeWorkbook([
            .init("Pupils &amp; staff", rows: "<row><c><v>1</v></c></row>"),
            .init("Chart", rows: ""), .init("Hidden", rows: "", state: "hidden"),
            .init("Deep", rows: "<row><c><v>4</v></c></row>", state: "veryHidden"),
        ])
        made["xl/_rels/workbook.xml.rels"] = made["xl/_rels/workbook.xml.rels"]?
            .replacing("worksheet\" Target=\"worksheets/sheet2", with: "chartsheet\" Target=\"x")
        let workbook = try Workbook(made.bytes)
        #expect(workbook.sheets.map(\.name) == ["Pupils & staff", "Hidden", "Deep"])
        #expect(workbook.sheets.map(\.isHidden) == [false, true, true])
        #expect(rows(made, sheet: 2) == ["1: 4"])
    }
}

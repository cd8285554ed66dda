import Foundation
import Support
import Testing

@testable import Exchange

/// Workbooks that nobody wrote: every one is read within the limits, or refused with words.
@Suite("Workbooks and mutated bytes")
struct WorkbookFuzzTests {
    private static let small = MadeWorkbook(
        [
            .init(
                "Pupils",
                rows: #"<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c></row>"#
                    + #"<row r="2"><c r="A2"><v>1001</v></c><c r="B2" s="1"><v>46286</v></c></row>"#
                    + #"<row r="3"><c r="A3" t="inlineStr"><is><t>Zoë</t></is></c></row>"#,
                after: #"<mergeCells><mergeCell ref="A1:A2"/></mergeCells>"#),
            .init("Notes", rows: "<row><c><v>1</v></c></row>", state: "hidden"),
        ], texts: "<si><t>Adm No</t></si><si><r><t>Da</t></r><r><t>te</t></r></si>",
        formats: ["dd/mm/yyyy"])

    @Test("Mutated bytes of an archive do no harm")
    func bytes() throws {
        let folder = Fixtures.folder.appendingPathComponent("workbooks")
        var seeds = [Self.small.bytes]
        for name in ["s01-roster.xlsx", "s02-register.xlsx"] {
            seeds.append(Array(try Data(contentsOf: folder.appendingPathComponent(name))))
        }
        try play("workbook") { mutation in
            mutation.changed(seeds[mutation.pick(seeds.count)], .xml)
        }
    }

    @Test("Mutated parts in a sound archive do no harm")
    func parts() throws {
        try play("workbook-part") { mutation in
            var workbook = Self.small
            for _ in 0...mutation.pick(2) {
                let part = workbook.parts[mutation.pick(workbook.parts.count)]
                workbook.set(part.name, mutation.changed(part.bytes, .sheet))
            }
            return workbook.bytes
        }
    }

    private func play(_ reader: String, _ input: (inout Mutation) -> [UInt8]) throws {
        var (read, refused) = (0, 0)
        func count(_ bytes: [UInt8]) {
            if take(bytes) { read += 1 } else { refused += 1 }
        }
        for found in try Fuzz.cases(of: reader) { count(found.bytes) }
        for number in 0..<Fuzz.count(400) {
            var mutation = Mutation(seed: UInt64(number))
            let bytes = input(&mutation)
            Fuzz.note(bytes, for: reader)
            count(bytes)
        }
        print("Fuzz \(reader): \(read + refused) inputs, \(read) read, \(refused) refused")
        #expect(read > 0 && refused > 0)
    }

    /// Whether it was read to its end.
    private func take(_ bytes: [UInt8]) -> Bool {
        do throws(SheetFault) {
            let workbook = try Workbook(bytes)
            for sheet in workbook.sheets.indices {
                var last = 0
                try workbook.forEachRow(of: sheet) { record in
                    #expect(record.line >= last && record.line <= 1 << 20)
                    #expect(record.fields.count <= 200 && record.fields.last?.isEmpty == false)
                    last = record.line
                    return true
                }
            }
            return true
        } catch {
            #expect(!error.words.isEmpty && !error.words.contains(where: \.isNewline))
            #expect(!error.words.unicodeScalars.contains(where: VisibleText.isHidden))
            return false
        }
    }
}

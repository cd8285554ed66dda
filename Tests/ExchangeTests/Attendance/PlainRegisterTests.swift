import Domain
import Support
import Testing

@testable import Exchange

/// A plain register is read by its bytes; with its cells in quotation marks the same file is read row
/// by row, and must come to the same.
@Suite("A plain register, read by its bytes")
struct PlainRegisterTests {
    private static let numbers = [
        "1", "1", "1", "2", "2", "3", "001", "9", "Total", "", " 1", "=1", "'1", "Adno", "Zoë",
        "1234567890123456",
    ]
    private static let dates = [
        "23/11/2026", "23/11/2026", "2026-11-23", "20/11/2026", "19/11/2026", "24/11/2026",
        "25/11/2026", "21/11/2026", "27/10/2026", "17/11/2026", "23/11/26", "46349", "", "Date",
        "23 Nov 2026", "01/09/2027", "20/11/2025", "Mon 23/11/2026 00:00",
    ]
    private static let marks = [
        "/", "/", "\\", "\\", "", "-", "L", "l", "C1", "I01", "L (12)", "L12", "L5", "A", "#", "0",
        "Y4", " /", "//", "N", "U", "é", "X",
    ]

    private func school() throws -> ImportSchool {
        var school = try ImportSchool.withTerms()
        try school.add("1")
        try school.add("2", "Jo Tarn", born: "2019-05-01", admitted: "2026-11-18")
        try school.add("3", "Ed Moss", born: "2019-06-01")
        return school
    }

    private func quoted(_ row: String) -> String {
        row.split(separator: ",", omittingEmptySubsequences: false).map { "\"\($0)\"" }
            .joined(separator: ",")
    }

    /// All that a plan says.
    private func words(_ plan: ImportPlan) -> [String] {
        var words = ["\(plan.rows) \(plan.new) \(plan.changed) \(plan.same) \(plan.refusedRows)"]
        words += plan.refused.map { $0.words(in: "file") }
        words += (plan.leftOut + plan.notices).map { "\($0)" }
        words += plan.listing + plan.pairs.map { "\($0)" }
        for change in plan.command?.changes ?? [] {
            guard case .marks(let pupil, let marks) = change else { continue }
            let late = marks.lateMinutes.sorted { $0.key < $1.key }
            words.append("\(pupil) \(marks.year.label) \(marks.bytes) \(late)")
        }
        return words
    }

    /// - Parameter oddity: of how many cells one is not of the first, plain ones.
    private func rows(_ random: inout SplitMix64, oddity: Int) -> [String] {
        func one(_ cells: [String], _ plain: Int) -> String {
            let isOdd = Int.random(in: 0..<oddity, using: &random) == 0
            return (isOdd ? cells[...] : cells.prefix(plain)).randomElement(using: &random) ?? ""
        }
        return (0..<Int.random(in: 1...30, using: &random)).map { _ in
            var cells = [
                one(Self.numbers, 6), one(Self.dates, 5), one(Self.marks, 6), one(Self.marks, 6),
            ]
            switch Int.random(in: 0..<(4 * oddity), using: &random) {
            case 0: cells.removeLast()
            case 1: cells.append("")
            case 2: cells.append("x")
            default: break
            }
            return cells.joined(separator: ",")
        }
    }

    @Test("Read by its bytes and row by row it is the same", arguments: Soak.seeds(32))
    func same(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        var school = try school()
        for _ in 0..<2 {
            let rows = rows(&random, oddity: [2, 8, 40, 400][Int(seed % 4)])
            let heading = ["Adno,Date,AM,PM", "AM,Adno,PM,Date"][Int(seed / 4 % 2)]
            let end = ["\n", "\r\n", "\r"][Int(seed / 8 % 3)]
            let options = ImportOptions(acceptRest: Bool.random(using: &random))
            let order = heading.hasPrefix("Adno") ? [0, 1, 2, 3] : [2, 0, 3, 1]
            func file(_ form: (String) -> String) -> [UInt8] {
                let lines = rows.map { row in
                    let cells = row.split(separator: ",", omittingEmptySubsequences: false)
                    let moved = order.filter(cells.indices.contains).map { cells[$0] }
                    return form((moved + cells.dropFirst(4)).joined(separator: ","))
                }
                return Array(([heading] + lines + [""]).joined(separator: end).utf8)
            }
            let plan = try school.plan(.attendance, file { $0 }, options)
            let slow = try school.plan(.attendance, file(quoted), options)
            #expect(words(plan) == words(slow))
            // The next file meets these marks.
            school = school.after(plan)
        }
    }

    @Test("Cells of up to fifteen bytes are found again, however many there are")
    func table() {
        var table = CellTable()
        func key(_ text: String) -> CellKey? {
            Array(text.utf8).withUnsafeBufferPointer { CellKey($0) }
        }
        let texts =
            (0..<5000).map { String($0) } + (0..<5000).map { "a longer \($0)" }
            + ["", "0\u{0}", "\u{0}"]
        for (number, text) in texts.enumerated() {
            if let key = key(text) {
                #expect(table[key] == nil)
                table[key] = number
            }
        }
        for (number, text) in texts.enumerated() {
            #expect(key(text).flatMap { table[$0] } == number)
        }
        #expect(key(String(repeating: "x", count: 15)) != nil)
        #expect(key(String(repeating: "x", count: 16)) == nil)
    }

    @Test("A line is plain up to 255 bytes and 16 cells")
    func lines() throws {
        func taken(_ text: String) throws -> [String] {
            var reader = CSVReader(text: "head\n" + text)
            _ = try reader.next()
            var lines: [String] = []
            reader.skim { line in
                lines.append(
                    "\(line.line): "
                        + (0..<line.count).map { String(decoding: line[$0], as: UTF8.self) }
                        .joined(separator: "|"))
                return true
            }
            return lines
        }
        #expect(try taken("a,b\n,\n\nc\r\nlast") == ["2: a|b", "3: |", "4: ", "5: c"])
        #expect(try taken(String(repeating: "x", count: 255) + "\n").count == 1)
        #expect(try taken(String(repeating: "x", count: 256) + "\n").isEmpty)
        #expect(try taken(String(repeating: ",", count: 15) + "\n").count == 1)
        #expect(try taken(String(repeating: ",", count: 16) + "\n").isEmpty)
    }
}

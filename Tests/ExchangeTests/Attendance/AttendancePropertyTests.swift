import Domain
import Support
import Testing

@testable import Exchange

@Suite("Any register, in any layout")
struct AttendancePropertyTests {
    private static let monday = ImportSchool.day("2026-09-07")
    private static let children = ["11", "12", "13"]
    private static let codes = ["L", "I", "N", "M", "C1", "Y4", "U", "V", "X"]

    /// Pairs of marks by child and day of three weeks.
    private typealias Sheet = [String: [[String]]]

    private func sheet(_ random: inout SplitMix64) -> Sheet {
        var sheet: Sheet = [:]
        for child in Self.children {
            sheet[child] = (0..<15).map { _ in
                ["/", "\\"].map { present in
                    switch Int.random(in: 0...9, using: &random) {
                    case 0: "-"
                    case 1...2: Self.codes.randomElement(using: &random) ?? present
                    default: present
                    }
                }
            }
        }
        return sheet
    }

    private static func day(_ place: Int) -> Day { monday + place / 5 * 7 + place % 5 }

    private func lines(_ sheet: Sheet, layout: Int) -> [String] {
        let days = (0..<15).map(Self.day)
        switch layout {
        case 0:
            return ["Adno,Date,AM,PM"]
                + each(sheet) { child, place, pair in
                    "\(child),\(days[place].iso),\(pair[0]),\(pair[1])"
                }
        case 1:
            return ["Adno,Date,RegisterSession,Mark"]
                + each(sheet) { child, place, pair in
                    "\(child),\(days[place].long),AM,\(pair[0])\n\(child),\(days[place].long),PM,\(pair[1])"
                }
        case 2:
            return ["Adno,Week Beginning,Marks"]
                + each(sheet) { child, place, _ in
                    guard place.isMultiple(of: 5), let pairs = sheet[child] else { return "" }
                    let week = pairs[place..<place + 5].flatMap { $0 }.joined()
                    return "\(child),\(days[place].iso),\(week)"
                }
        case 3:
            return ["Adno,Start Date,Marks"]
                + Self.children.map { child in
                    "\(child),\(days[0].iso),\((sheet[child] ?? []).flatMap { $0 }.joined())"
                }
        default:
            return ["Adno," + days.map(\.iso).joined(separator: ",")]
                + Self.children.map { child in
                    "\(child)," + (sheet[child] ?? []).map { $0.joined() }.joined(separator: ",")
                }
        }
    }

    private func each(_ sheet: Sheet, _ line: (String, Int, [String]) -> String) -> [String] {
        Self.children.flatMap { child in
            (sheet[child] ?? []).enumerated().map { line(child, $0, $1) }
        }
    }

    @Test("What a layout writes is read back equal", arguments: Soak.seeds(20), 0...4)
    func roundTrip(seed: UInt64, layout: Int) throws {
        var random = SplitMix64(seed: seed)
        let sheet = sheet(&random)
        var school = try ImportSchool.withTerms()
        for child in Self.children { try school.add(child) }
        var rows = lines(sheet, layout: layout)
        rows[1...].shuffle(using: &random)
        let bytes = Array((rows.joined(separator: "\n") + "\n").utf8)
        let plan = try school.plan(.attendance, bytes)
        #expect(plan.refused == [])
        let after = school.after(plan)
        for child in Self.children {
            let read = (0..<15).map { after.marks(child, Self.day($0).iso) }
            #expect(read == (sheet[child] ?? []).map { $0.joined() })
        }
        #expect(try after.plan(.attendance, bytes).summary.last == "nothing changed")
    }

    private static let fixtures: [(ImportKind, String)] = [
        (.roster, "sims-roster.csv"), (.roster, "arbor-roster.csv"),
        (.roster, "bromcom-roster.txt"), (.roster, "scholarpack-roster.csv"),
        (.roster, "spreadsheet-roster.csv"), (.attendance, "sims-weeks.csv"),
        (.attendance, "arbor-grid.csv"), (.attendance, "bromcom-sessions.txt"),
        (.attendance, "scholarpack-days.csv"), (.attendance, "spreadsheet-grid.csv"),
        (.ctf, "9192081_CTF_9192082_001.xml"), (.ctf, "9192081_CTF_9192082_025.xml"),
    ]

    @Test("A spoilt file never crashes, and every row of it is accounted for", arguments: fixtures)
    func spoilt(kind: ImportKind, name: String) throws {
        let whole = try ImportSchool.fixture(name)
        var school = try ImportSchool.withTerms()
        school = try school.after(school.plan(.roster, ImportSchool.fixture("sims-roster.csv")))
        var random = SplitMix64(seed: UInt64(whole.count))
        for _ in 0..<150 {
            let options = ImportOptions(
                format: SchoolSystem.allCases.randomElement(using: &random),
                acceptRest: Bool.random(using: &random), admitted: school.today)
            // `plan` holds that rows in = accepted + listed.
            let plan = try school.plan(kind, spoil(whole, &random), options)
            #expect(!(plan.isRefused && plan.command != nil))
            #expect(plan.isRefused || plan.accepted > 0)
            #expect(plan.isRefused || plan.refusedRows == 0 || options.acceptRest)
        }
    }

    private func spoil(_ whole: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
        var bytes = whole
        for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            let end = min(bytes.count, place + Int.random(in: 1...80, using: &random))
            switch Int.random(in: 0...5, using: &random) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
            case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
            case 2: bytes.removeSubrange(place..<end)
            case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 4:
                bytes[place] = Array("\",;\t\n/\\-0#<&>".utf8).randomElement(using: &random) ?? 0
            default: bytes.removeSubrange(place...)
            }
        }
        return bytes
    }
}

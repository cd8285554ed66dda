import Domain
import Exchange

/// Records that a store could hold, invented from a seed: untidy texts, every column, sound
/// references.
public struct RandomRecords {
    public var random: SplitMix64
    private let codes: RegisterCodeTable

    public init(seed: UInt64, codes: RegisterCodeTable) {
        random = SplitMix64(seed: seed)
        self.codes = codes
    }

    /// A table with up to `most` rows of each kind and some years of marks.
    public mutating func table(most: Int = 8) -> RecordTable {
        var table = RecordTable()
        for kind in RecordKind.allCases {
            if kind == .attendance {
                addMarks(&table)
            } else {
                for _ in 0..<Int.random(in: 0...most, using: &random) { add(kind, &table) }
            }
        }
        return table
    }

    private mutating func add(_ kind: RecordKind, _ table: inout RecordTable) {
        // Most tries fail on the order of two dates or on a key that is taken.
        for _ in 0..<40 {
            let values = kind.schema.columns.map { value($0, table) }
            let (record, faults) = Record.checked(kind, values)
            guard faults.isEmpty, table.record(record.key) == nil,
                record.faults(in: table, codes: codes).isEmpty
            else { continue }
            table.apply([.put(record)])
            return
        }
    }

    private mutating func addMarks(_ table: inout RecordTable) {
        for pupil in table.records(of: .pupils).sorted(by: { $0.key < $1.key }) {
            let year = AcademicYear(start: Int.random(in: 2019...2027, using: &random))
            var marks = YearMarks(year: year)
            for _ in 0..<Int.random(in: 0...30, using: &random) {
                let day = year.first + Int.random(in: 0...364, using: &random)
                marks.set(
                    day, am: code(on: day), pm: code(on: day),
                    late: Bool.random(using: &random)
                        ? Int.random(in: 0...240, using: &random) : nil)
            }
            table.apply([.marks(PupilRef(pupil["pupil"]), marks)])
        }
    }

    private mutating func code(on day: Day) -> RegisterCode? {
        let valid = RegisterCode.all.filter { codes.isValid($0, on: day) }
        return Int.random(in: 0...4, using: &random) == 0
            ? nil : valid.randomElement(using: &random)
    }

    private mutating func value(_ column: Column, _ table: RecordTable) -> String {
        if column.isOptional, Int.random(in: 0...2, using: &random) == 0 { return "" }
        if let target = column.reference {
            let keys = table.keys(of: target).sorted()
            return keys.randomElement(using: &random)?.parts[0] ?? ""
        }
        switch column.type {
        case .pupil: return "K" + number(999)
        case .identifier:
            return ["S", "a-b.", "X_"].randomElement(using: &random, "") + number(999)
        case .name: return text(lineBreaks: false)
        case .text: return text(lineBreaks: true)
        case .date: return day().iso
        case .time: return TimeOfDay("\(Int.random(in: 0...23, using: &random)):30")?.text ?? ""
        case .instant:
            return Instant(seconds: Int64.random(in: 0...4_000_000_000, using: &random)).iso
        case .yesNo: return Bool.random(using: &random) ? "yes" : "no"
        case .money: return Pence(Int.random(in: 0...999_999_999, using: &random)).pounds
        case .choice(let words): return words.randomElement(using: &random, "")
        case .mark: return ""
        case .minutes: return number(240)
        case .year: return AcademicYear(start: Int.random(in: 2000...2050, using: &random)).label
        case .upn: return "A" + (0..<12).map { _ in number(9) }.joined()
        case .count: return number(999_999)
        case .figure: return number(9_999_999) + "." + number(9999)
        case .halfDays: return number(20) + ".5"
        case .list(let words):
            return words.isEmpty ? "a; b" : words.prefix(2).joined(separator: ";")
        case .answers:
            return (0..<25).map { _ in ["0", "1", "2", "-"].randomElement(using: &random, "-") }
                .joined()
        case .acknowledged:
            let pupil = table.keys(of: .pupils).sorted().randomElement(using: &random)?.parts[0]
            return pupil.map { "profile:\($0)" } ?? "policy"
        }
    }

    private mutating func number(_ most: Int) -> String {
        String(Int.random(in: 0...most, using: &random))
    }

    private mutating func day() -> Day {
        Day(rawValue: Int32.random(in: 15_000...21_000, using: &random))
    }

    /// A text that is awkward for CSV, and that a store accepts.
    public mutating func text(lineBreaks: Bool) -> String {
        let pieces =
            [
                "a", "Zoë", " ", ",", "\"", "'", ";", "=", "-", "@", "日本", "👩‍👧", "\u{202E}",
                "\u{200B}",
            ]
            + (lineBreaks ? ["\n", "\r\n", "\r", "\t"] : [])
        return (0..<Int.random(in: 1...12, using: &random))
            .map { _ in pieces.randomElement(using: &random, "") }.joined()
    }
}

extension Array {
    fileprivate func randomElement(using random: inout SplitMix64, _ none: Element) -> Element {
        randomElement(using: &random) ?? none
    }
}

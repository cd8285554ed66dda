import Domain
import Foundation

/// A number of a cell as a person would have typed it.
enum CellNumber {
    /// - Parameter stored: as it stands in the file; what is no number comes back as it is.
    static func text(_ stored: [UInt8], _ format: CellFormat, from1904: Bool) -> String {
        let isWhole = format == .plain && stored.count <= 32 && stored.first != 0x30
        let stored = String(decoding: stored, as: UTF8.self)
        // Most are admission numbers.
        if isWhole, stored.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return stored }
        guard let number = Double(stored), number.isFinite else { return stored }
        switch format {
        case .plain: return plain(number)
        case .day: return day(number, from1904: from1904) ?? plain(number)
        case .padded(let places): return padded(number, places) ?? plain(number)
        }
    }

    /// The shortest text; of a fraction a spreadsheet keeps no more than fifteen figures.
    private static func plain(_ number: Double) -> String {
        if let whole = Int(exactly: number), abs(whole) < 1_000_000_000_000_000_000 {
            return "\(whole)"
        }
        return String(format: "%.15g", number)
    }

    private static func padded(_ number: Double, _ places: [CellFormat.Place]) -> String? {
        guard let whole = Int(exactly: number), whole >= 0 else { return nil }
        var digits = Array(String(whole).utf8)
        var text: [UInt8] = []
        for place in places.reversed() {
            switch place {
            case .literal(let byte): text.append(byte)
            case .digit(let isZero):
                if let digit = digits.popLast() {
                    text.append(digit)
                } else if isZero {
                    text.append(UInt8(ascii: "0"))
                }
            }
        }
        return String(decoding: digits + text.reversed(), as: UTF8.self)
    }

    // MARK: Days

    private static let seconds = 86_400.0
    /// 9999-12-31, counted from 1900.
    private static let last = 2_958_465.0

    /// `2026-09-21`, with a time other than midnight `2026-09-21 09:15`; a part of a day alone is
    /// a time.
    private static func day(_ number: Double, from1904: Bool) -> String? {
        guard number >= 0, number <= (from1904 ? last - 1462 : last) else { return nil }
        let moment = (number * seconds).rounded()
        let whole = Int(moment / seconds)
        let time = clock(Int(moment) - whole * 86_400)
        if number < 1, time != nil || !from1904 { return time }
        guard let day = date(whole, from1904) else { return nil }
        return time.map { "\(day) \($0)" } ?? day
    }

    private static func date(_ number: Int, _ from1904: Bool) -> String? {
        if from1904 { return Day(year: 1904, month: 1, day: 1).map { ($0 + number).iso } }
        switch number {
        // Spreadsheets believe that 1900 was a leap year.
        case 60: return "1900-02-29"
        case ..<60: return Day(year: 1899, month: 12, day: 31).map { ($0 + number).iso }
        default: return Day(year: 1899, month: 12, day: 30).map { ($0 + number).iso }
        }
    }

    /// `nil` at midnight.
    private static func clock(_ second: Int) -> String? {
        guard second > 0 else { return nil }
        let parts = [second / 3600, second / 60 % 60] + (second % 60 == 0 ? [] : [second % 60])
        return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
    }
}

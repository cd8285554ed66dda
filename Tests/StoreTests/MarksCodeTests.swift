import Domain
import Support
import Testing

@testable import Store

@Suite("Marks in few bytes")
struct MarksCodeTests {
    private static let years = (2019...2026).map { AcademicYear(start: $0) }

    @Test("Every year of marks is read as it was written", arguments: 0..<40)
    func roundTrip(seed: Int) {
        var dice = SplitMix64(seed: UInt64(seed))
        for year in Self.years {
            let marks = dice.marks(of: year)
            let weekday = year.first.weekday
            let packed = MarksCode.packed(marks.bytes, from: weekday)
            #expect(packed.count <= YearMarks.byteCount)
            #expect(MarksCode.bytes(packed, from: weekday) == marks.bytes)
        }
    }

    @Test("Days of the journal are read as they were written", arguments: 0..<40)
    func days(seed: Int) {
        var dice = SplitMix64(seed: UInt64(seed))
        for year in Self.years {
            let marks = dice.marks(of: year)
            let all = MarksDay.days(marks, Array(0..<366))
            for days in [all, all.filter { _ in dice.next() % 20 == 0 }, Array(all.prefix(1)), []] {
                let written = MarksDay.bytes(days, of: year)
                #expect(written.count <= 5 * days.count)
                #expect(MarksDay.days(written) == days)
            }
        }
    }

    @Test("A year without a note is a run a half-term and the holidays between")
    func plainYear() {
        let year = AcademicYear(start: 2026)
        var marks = YearMarks(year: year)
        let halfTerms = [3...52, 63...107, 125...164, 174...205, 228...264, 275...322]
        for day in halfTerms.joined().map({ year.first + $0 }) where day.isWeekday {
            marks.set(day, am: RegisterCode("/"), pm: RegisterCode("\\"))
        }
        // Six runs, and one before each.
        #expect(MarksCode.packed(marks.bytes, from: year.first.weekday).count == 12 * 3)
    }

    @Test("What an older version wrote into the journal is read: five bytes a day")
    func olderJournal() {
        let days = MarksDay.days([0, 36, 2, 3, 255, 1, 44, 4, 2, 25])
        #expect(
            days == [
                MarksDay(index: 36, am: 2, pm: 3, late: nil),
                MarksDay(index: 300, am: 4, pm: 2, late: 25),
            ])
    }

    @Test("What is no such thing is no marks, and harms nothing", arguments: 0..<400)
    func garbage(seed: Int) {
        var dice = SplitMix64(seed: UInt64(seed))
        let bytes = (0..<Int(dice.next() % 40)).map { _ in UInt8(truncatingIfNeeded: dice.next()) }
        if let read = MarksCode.bytes(bytes, from: 1) { #expect(read.count == YearMarks.byteCount) }
        for first in [nil, UInt8(0xF1), 0xF7, 0xF0, 0xFF] {
            let days = MarksDay.days((first.map { [$0] } ?? []) + bytes) ?? []
            #expect(days.allSatisfy { (0..<366).contains($0.index) })
        }
    }

    @Test("Runs longer than the year, of no days, or cut off are no marks")
    func broken() {
        #expect(MarksCode.bytes([255, 2, 3, 112, 2, 3], from: 1) == nil)
        #expect(MarksCode.bytes([255, 2, 3, 111, 2, 3], from: 1)?.count == YearMarks.byteCount)
        #expect(MarksCode.bytes([0, 2, 3], from: 1) == nil)
        #expect(MarksCode.bytes([5, 2], from: 1) == nil)
        #expect(MarksCode.bytes([5, 2, 3], from: 8) == nil)
    }
}

extension SplitMix64 {
    /// A year in which most days are like the one before, some have no row, and few are at a weekend.
    fileprivate mutating func marks(of year: AcademicYear) -> YearMarks {
        var marks = YearMarks(year: year)
        let length = year.next.first - year.first
        let change = 1 + next() % 30
        var code = RegisterCode.all[0]
        for place in 0..<length {
            let day = year.first + place
            guard day.isWeekday ? next() % 7 != 0 : next() % 9 == 0 else { continue }
            if next() % change == 0 {
                code = RegisterCode.all[Int(next() % UInt64(RegisterCode.all.count))]
            }
            let isLate = next() % 40 == 0
            marks.set(
                day, am: next() % 50 == 0 ? nil : code, pm: code,
                late: isLate ? Int(next() % 60) : nil)
        }
        return marks
    }
}

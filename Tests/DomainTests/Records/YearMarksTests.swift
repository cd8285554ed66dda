import Domain
import Support
import Testing

struct YearMarksTests {
    private let year = AcademicYear(start: 2027)

    @Test("Every day of a leap year keeps its own two marks")
    func everyDay() {
        var marks = YearMarks(year: year)
        var day = year.first
        var place = 0
        while day <= year.last {
            marks.set(day, am: code(place), pm: code(place + 7))
            day = day + 1
            place += 1
        }
        #expect(marks.bytes.count == YearMarks.byteCount)
        #expect(marks.days.count == 366)
        for place in 0..<366 {
            #expect(marks.codes(on: year.first + place).am == code(place))
            #expect(marks.codes(on: year.first + place).pm == code(place + 7))
        }
    }

    private func code(_ place: Int) -> RegisterCode {
        RegisterCode.all[place % RegisterCode.all.count]
    }

    @Test("A row without marks is a row; a day without one is none")
    func emptyRow() {
        var marks = YearMarks(year: year)
        marks.set(year.first, am: nil, pm: nil, late: nil)
        #expect(marks.hasRow(on: year.first))
        #expect(!marks.hasRow(on: year.first + 1))
        #expect(marks.codes(on: year.first).am == nil)
        marks.clear(year.first)
        #expect(!marks.hasRow(on: year.first))
        #expect(marks.days.isEmpty)
    }

    @Test("A day of another year is none of these marks")
    func otherYears() {
        var marks = YearMarks(year: year)
        marks.set(year.first - 1, am: RegisterCode("/"), pm: nil, late: 5)
        marks.set(year.last + 1, am: RegisterCode("/"), pm: nil, late: 5)
        #expect(marks == YearMarks(year: year))
        #expect(marks.codes(on: year.last + 1).am == nil)
        #expect(marks.lateMinutes(on: year.first - 1) == nil)
    }

    @Test("Minutes late stand with their day and go with it")
    func late() {
        var marks = YearMarks(year: year)
        marks.set(year.first, am: RegisterCode("L"), pm: RegisterCode("\\"), late: 12)
        #expect(marks.lateMinutes(on: year.first) == 12)
        marks.set(year.first, am: RegisterCode("/"), pm: RegisterCode("\\"))
        #expect(marks.lateMinutes(on: year.first) == nil)
    }

    @Test("Bytes that a store kept come back whole, and a wrong count of them is refused")
    func stored() {
        var marks = YearMarks(year: year)
        marks.set(year.first + 3, am: RegisterCode("N"), pm: nil, late: 4)
        let again = YearMarks(year: year, bytes: marks.bytes, lateMinutes: marks.lateMinutes)
        #expect(again == marks)
        #expect(YearMarks(year: year, bytes: [1, 2, 3], lateMinutes: [:]) == nil)
    }
}

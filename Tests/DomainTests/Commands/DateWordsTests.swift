import Domain
import Support
import Testing

@Suite("Dates in words")
struct DateWordsTests {
    /// Read on Mon 23 Nov 2026.
    @Test(
        "A day is read as people write it",
        arguments: [
            ("today", DateLean.past, "2026-11-23"), ("Yesterday", .past, "2026-11-22"),
            ("tomorrow", .future, "2026-11-24"), ("+3", .future, "2026-11-26"),
            ("-2", .past, "2026-11-21"), ("+2w", .future, "2026-12-07"),
            ("fri", .past, "2026-11-20"), ("fri", .future, "2026-11-27"),
            ("mon", .past, "2026-11-23"), ("monday", .future, "2026-11-23"),
            ("thu", .either, "2026-11-26"), ("fri", .either, "2026-11-20"),
            ("next tue", .future, "2026-12-01"), ("next mon", .past, "2026-11-30"),
            ("last fri", .past, "2026-11-20"), ("last mon", .past, "2026-11-16"),
            ("this thu", .future, "2026-11-26"), ("Thursday week", .future, "2026-12-03"),
            ("mon week", .future, "2026-11-30"), ("sun week", .past, "2026-12-06"),
            ("23/11", .past, "2026-11-23"), ("24/11", .past, "2025-11-24"),
            ("24/11", .future, "2026-11-24"), ("22/11", .future, "2027-11-22"),
            ("4/1", .either, "2027-01-04"), ("23.11", .past, "2026-11-23"),
            ("23 nov", .past, "2026-11-23"), ("nov 23", .past, "2026-11-23"),
            ("1st of December", .future, "2026-12-01"), ("23/11/2026", .past, "2026-11-23"),
            ("23/11/26", .past, "2026-11-23"), ("23-11-2025", .past, "2025-11-23"),
            ("23 nov 2024", .past, "2024-11-23"), ("2026-11-23", .past, "2026-11-23"),
            ("Mon 23 Nov 2026", .past, "2026-11-23"), ("fri 20 nov", .past, "2026-11-20"),
            ("29/2", .past, "2024-02-29"), ("29 feb", .future, "2028-02-29"),
        ])
    func day(words: String, lean: DateLean, expected: String) {
        #expect(DateWords(today: SmallSchool.today, lean: lean).day(words)?.iso == expected)
    }

    @Test(
        "Words that mean no day are refused",
        arguments: [
            "", "soon", "32/11", "29/2/2026", "23/13", "tue 23 nov 2026", "next", "+", "+1000",
            "23/11/1", "fri fri", "2026-02-30", "m", "23 nov 0922",
        ])
    func noDay(words: String) {
        #expect(DateWords(today: SmallSchool.today, lean: .past).day(words) == nil)
    }

    /// Read at 09:22 on Mon 23 Nov 2026; the summer's clocks are an hour ahead of UTC.
    @Test(
        "A time is read on London's clocks",
        arguments: [
            ("now", "2026-11-23T09:22:00Z"), ("today", "2026-11-23T09:22:00Z"),
            ("today 9.20", "2026-11-23T09:20:00Z"), ("9:05", "2026-11-23T09:05:00Z"),
            ("9.12", "2026-11-23T09:12:00Z"), ("0922", "2026-11-23T09:22:00Z"),
            ("fri 3pm", "2026-11-20T15:00:00Z"), ("3.15 pm fri", "2026-11-20T15:15:00Z"),
            ("fri at 12am", "2026-11-20T00:00:00Z"), ("yesterday noon", "2026-11-22T12:00:00Z"),
            ("yesterday", "2026-11-22T12:00:00Z"), ("23/6 9am", "2026-06-23T08:00:00Z"),
            ("23 nov 2026", "2026-11-23T09:22:00Z"),
            ("Fri 20 Nov 2026 16:05", "2026-11-20T16:05:00Z"),
            ("2026-11-23T08:55:00Z", "2026-11-23T08:55:00Z"),
            ("2026-07-01T09:00", "2026-07-01T08:00:00Z"),
            ("2026-07-01 09:00:30", "2026-07-01T08:00:30Z"),
        ])
    func instant(words: String, expected: String) {
        let reader = DateWords(today: SmallSchool.today, lean: .past)
        #expect(reader.instant(words, now: SmallSchool.now)?.iso == expected)
    }

    @Test(
        "Words that mean no time are refused",
        arguments: ["", "25:00", "9.75", "13pm", "fri noonish", "2026-11-23T9:00", "at", "0pm"])
    func noInstant(words: String) {
        let reader = DateWords(today: SmallSchool.today, lean: .past)
        #expect(reader.instant(words, now: SmallSchool.now) == nil)
    }

    @Test("Every day of ten years is read back from how it is shown")
    func everyDay() {
        let reader = DateWords(today: SmallSchool.today, lean: .past)
        let first = SmallSchool.today - 1826
        for offset in 0..<3652 {
            let day = first + offset
            #expect(reader.day(day.long) == day)
            #expect(reader.day(day.dayMonthYear) == day)
            #expect(reader.instant("\(day.long) 16:05", now: SmallSchool.now)?.londonDay == day)
        }
    }
}

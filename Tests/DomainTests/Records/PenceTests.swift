import Domain
import Testing

struct PenceTests {
    @Test(
        "Pounds are whole pence, and come back with two decimals",
        arguments: [
            ("0", 0, "0.00"), ("0.01", 1, "0.01"), ("12", 1200, "12.00"),
            ("1234.50", 123_450, "1234.50"),
            ("9999999.99", 999_999_999, "9999999.99"),
        ])
    func pounds(_ text: String, _ pence: Int, _ written: String) {
        #expect(Pence(pounds: text) == Pence(pence))
        #expect(Pence(pence).pounds == written)
    }

    @Test(
        "Money is grouped by thousands for people, below zero too",
        arguments: [
            (0, "0.00"), (-1, "-0.01"), (99_999, "999.99"), (100_000, "1,000.00"),
            (-123_456_789, "-1,234,567.89"), (100_000_000_00, "100,000,000.00"),
        ])
    func grouped(_ pence: Int, _ words: String) { #expect(Pence(pence).grouped == words) }

    @Test(
        "The sign stands before the pound",
        arguments: [(-110_00, "-£110.00"), (1_315_00, "£1,315.00"), (-1, "-£0.01")])
    func inPounds(_ pence: Int, _ words: String) { #expect(Pence(pence).inPounds == words) }

    @Test("Sums are exact")
    func sums() {
        var total = Pence.zero
        for _ in 0..<1000 { total += Pence(10) }
        #expect(total == Pence(10_000))
        #expect(total - Pence(10_001) == Pence(-1))
        #expect(Pence(-1) < .zero)
    }
}

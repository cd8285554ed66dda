import Testing

@testable import Domain

@Suite("Small counts in tables that leave the school")
struct DisclosureTests {
    /// Parts and their total.
    private static func list(_ counts: [Int], known: [KnownTable] = []) -> DisclosureTable {
        let ids = counts.indices.map { CellID("part \($0)") }
        return DisclosureTable(
            cells: zip(ids, counts).map { DisclosureTable.Cell($0, $1) }
                + [DisclosureTable.Cell("all", counts.reduce(0, +))],
            sums: [CellSum(total: .cell("all"), parts: ids)], known: known)
    }

    private static func words(_ table: ProtectedTable?) -> String {
        guard let table else { return "left out" }
        return table.order.map { table.shown[$0]?.words ?? "?" }.joined(separator: " ")
    }

    @Test(
        "What is printed of parts, and of their total at the end",
        arguments: [
            // Nothing is small.
            ([0, 5, 20], "0 5 20 25"),
            ([0, 0], "0 0 0"),
            // One small part would be the total less the others: the smallest other is hidden.
            ([3, 9, 12], "<5 * 12 24"),
            ([3, 12, 9], "<5 12 * 24"),
            // 0 may be hidden as well, and is before more children are.
            ([0, 3, 9], "* <5 9 12"),
            // Of equals the later.
            ([3, 9, 9], "<5 9 * 21"),
            // A part and the total with it can both be hidden alone: the part is the smaller.
            ([3, 5], "<5 * 8"),
            // Two small ones of 5 together can be 1 to 4 each.
            ([2, 3, 20], "<5 <5 20 25"),
            // Of 8 together both would be 4, of 2 both 1.
            ([4, 4, 20], "<5 <5 * 28"),
            ([1, 1, 20], "<5 <5 * 22"),
            // Of 7 together each is 3 or 4; only two values are left.
            ([3, 4, 20], "<5 <5 * 27"),
            // Of 6 together each is 2 to 4.
            ([2, 4, 20], "<5 <5 20 26"),
            // A total of `<5` in two parts: each is 1 to 3, or one all of it.
            ([1, 2], "<5 <5 <5"),
            ([3, 0], "<5 0 <5"),
            ([3], "<5 <5"),
            // In three parts each would be 1 or 2, and nothing else can be hidden.
            ([1, 1, 1], "left out"),
            // A part of 0 can: but it takes from the others.
            ([1, 1, 1, 0], "left out"),
        ])
    func parts(counts: [Int], printed: String) {
        #expect(Self.words(Self.list(counts).protected()) == printed)
    }

    @Test("In a grid the second hidden cell of a row and of a column make a rectangle")
    func grid() throws {
        let rows = [[2, 20, 30], [40, 50, 60], [70, 80, 90]]
        var cells: [DisclosureTable.Cell] = []
        var sums: [CellSum] = []
        for row in 0...3 {
            for column in 0...3 {
                let count = rows.enumerated().filter { row == 3 || $0.offset == row }
                    .flatMap { $0.element.enumerated() }
                    .filter { column == 3 || $0.offset == column }
                    .map(\.element).reduce(0, +)
                cells.append(DisclosureTable.Cell(CellID("\(row)\(column)"), count))
            }
            sums.append(
                CellSum(
                    total: .cell(CellID("\(row)3")), parts: (0..<3).map { CellID("\(row)\($0)") }))
            sums.append(
                CellSum(
                    total: .cell(CellID("3\(row)")), parts: (0..<3).map { CellID("\($0)\(row)") }))
        }
        let table = try #require(DisclosureTable(cells: cells, sums: sums).protected())
        #expect(
            Self.words(table)
                == "<5 * 30 52 * * 60 150 70 80 90 240 112 150 180 442")
        #expect(table.ranges["00"] == CountRange(low: 1, high: 4))
        #expect(table.ranges["01"] == CountRange(low: 18, high: 21))
        #expect(table.ranges["11"] == CountRange(low: 49, high: 52))
    }

    @Test("Lowest and highest; two hidden cells that only differ by a known count have no highest")
    func ranges() {
        let table = DisclosureTable(
            cells: [.init("a", 2), .init("b", 6), .init("both", 8)],
            sums: [CellSum(total: .cell("both"), parts: ["a", "b"])])
        #expect(table.protected()?.shown == ["a": .few, "b": .hidden, "both": .exact(8)])
        #expect(table.protected()?.ranges["b"] == CountRange(low: 4, high: 7))
        let later = DisclosureTable(
            cells: [.init("c", 3), .init("d", 7)],
            sums: [CellSum(total: .cell("e"), parts: ["c", "d"])],
            known: [KnownTable(shown: ["e": .hidden], sums: [])])
        #expect(later.protected()?.shown == ["c": .few, "d": .exact(7)])
        #expect(later.protected()?.ranges["e"] == CountRange(low: 8, high: 11))
        let open = DisclosureTable(
            cells: [.init("c", 3)],
            sums: [CellSum(total: .cell("e"), parts: ["c", "f"])],
            known: [KnownTable(shown: ["e": .hidden, "f": .hidden], sums: [])])
        #expect(open.protected()?.ranges["e"] == CountRange(low: 1, high: nil))
        #expect(open.protected()?.ranges["f"] == CountRange(low: 0, high: nil))
    }

    @Test("Who knows that * is not 1 to 4 reads 1 out of 6 in two parts: then the total is hidden")
    func readerOfTheRule() {
        let cells: [DisclosureTable.Cell] = [.init("a", 1), .init("b", 5), .init("all", 6)]
        let sums = [CellSum(total: .cell("all"), parts: ["a", "b"])]
        let table = DisclosureTable(cells: cells, sums: sums)
        #expect(Self.words(table.protected()) == "<5 * 6")
        let stricter = DisclosureTable(cells: cells, sums: sums, reader: .ofRule)
        #expect(Self.words(stricter.protected()) == "<5 5 *")
    }

    // MARK: Earlier reports

    @Test("In spring 11 and now 13: what came since is small, so the total of now is hidden")
    func since() {
        let spring = KnownTable(shown: ["spring": .exact(11)], sums: [])
        let table = DisclosureTable(
            cells: [.init("since", 2), .init("summer", 13)],
            sums: [CellSum(total: .cell("summer"), parts: ["spring", "since"])], known: [spring])
        #expect(Self.words(table.protected()) == "<5 *")
    }

    @Test("What an earlier report hid to protect a small part is not told by a later one")
    func hiddenBefore() throws {
        let first = try #require(Self.list([3, 9, 12]).protected())
        #expect(Self.words(first) == "<5 * 12 24")
        let later = DisclosureTable(
            cells: [.init("part 1", 9), .init("others", 30), .init("sum", 39)],
            sums: [CellSum(total: .cell("sum"), parts: ["part 1", "others"])],
            known: [first.known])
        let second = try #require(later.protected())
        #expect(Self.words(second) == "* * 39")
        #expect(second.ranges["part 0"] == CountRange(low: 1, high: 4))
    }

    @Test("The same table again is told alike")
    func again() throws {
        let first = try #require(Self.list([3, 9, 12, 0]).protected())
        let second = Self.list([3, 9, 12, 0], known: [first.known, first.known]).protected()
        #expect(second == first)
    }

    @Test("Where what was told exactly gives a small part away, the table is left out")
    func toldBefore() {
        let known = KnownTable(shown: ["part 1": .exact(9), "all": .exact(12)], sums: [])
        #expect(Self.list([3, 9], known: [known]).protected() == nil)
        // Told small and exactly.
        let small = KnownTable(shown: ["part 0": .exact(3)], sums: [])
        #expect(Self.list([3, 9], known: [small]).protected() == nil)
    }

    @Test("A count that was told otherwise is left out, for the reader would see it")
    func toldOtherwise() {
        for shown in [ShownCell.exact(8), .few] {
            let known = KnownTable(shown: ["part 1": shown], sums: [])
            #expect(Self.list([6, 9], known: [known]).protected() == nil)
        }
    }

    // MARK: Faults and limits

    @Test("A table that does not agree with itself is left out")
    func faults() {
        func table(
            _ cells: [DisclosureTable.Cell], _ total: CellSum.Total = .constant(12)
        ) -> ProtectedTable? {
            DisclosureTable(cells: cells, sums: [CellSum(total: total, parts: ["a", "b"])])
                .protected()
        }
        #expect(table([.init("a", 5), .init("b", 7)]) != nil)
        #expect(table([.init("a", 5), .init("b", 8)]) == nil)
        #expect(table([.init("a", 5), .init("b", 7), .init("b", 7)]) == nil)
        #expect(table([.init("a", -1), .init("b", 13)]) == nil)
        #expect(table([.init("a", 12)]) == nil)
        #expect(table([.init("a", 5), .init("b", 7)], .cell("all")) == nil)
        #expect(table([.init("a", .max), .init("b", 7)]) == nil)
        #expect(table([.init("a", 5), .init("b", 7)], .constant(.max)) == nil)
    }

    @Test("A total that stands elsewhere cannot be hidden, so a part is")
    func constant() {
        let table = DisclosureTable(
            cells: [.init("a", 2), .init("b", 20)],
            sums: [CellSum(total: .constant(22), parts: ["a", "b"])])
        #expect(Self.words(table.protected()) == "<5 *")
    }

    @Test("A table without a cell or a sum is told")
    func empty() {
        #expect(Self.words(DisclosureTable(cells: [], sums: []).protected()) == "")
        let table = DisclosureTable(cells: [.init("a", 2), .init("b", 0)], sums: [])
        #expect(Self.words(table.protected()) == "<5 0")
        #expect(table.protected()?.ranges == ["a": CountRange(low: 1, high: 4)])
    }

    @Test("60 cells are searched, one more is left out")
    func size() {
        let counts = (0..<59).map { $0 % 7 }
        #expect(Self.list(counts).protected() != nil)
        #expect(Self.list(counts + [0]).protected() == nil)
    }

    @Test("A search that would take too long is given up")
    func work() throws {
        let system = try #require(ReaderSystem(Self.list([3, 9, 12])))
        let part = try #require(system.parts.first)
        var short = HidingSearch(part, reader: .ofTable, work: 20)
        #expect(throws: OutOfWork.self) { _ = try short.settle() }
        var long = HidingSearch(part, reader: .ofTable)
        #expect(try long.settle()?.hidden == ["part 1"])
    }

    // MARK: Shares

    @Test("A share is told of what stands there, and of no whole under five")
    func shares() throws {
        let table = try #require(Self.list([3, 9, 12, 0]).protected())
        #expect(Self.words(table) == "<5 9 12 * 24")
        #expect(table.tellsShare(of: "part 1", in: "all"))
        #expect(!table.tellsShare(of: "part 0", in: "all"))
        #expect(!table.tellsShare(of: "part 3", in: "all"))
        #expect(!table.tellsShare(of: "part 1", in: "part 0"))
        #expect(!table.tellsShare(of: "part 1", in: "nowhere"))
        #expect(!table.tellsShare(of: "part 1", in: 4))
        let none = try #require(Self.list([0, 0]).protected())
        #expect(!none.tellsShare(of: "part 0", in: "all"))
    }
}

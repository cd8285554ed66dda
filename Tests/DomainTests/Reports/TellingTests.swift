import Support
import Testing

@testable import Domain

@Suite("What earlier reports have told counts for the next")
struct TellingTests {
    private static func day(_ text: String) -> Day { Written.day(text) }

    /// Children by two groups, some with an SDQ.
    private static func told(
        _ one: Int, _ other: Int, asked: Int, after earlier: [Telling] = []
    ) -> ToldNumbers {
        let all = one + other
        return PublicCounts.told(
            [
                .init("one", one), .init("other", other), .init("all", all),
                .init("asked", asked), .init("not asked", all - asked, isStated: false),
            ], [.init("all", of: ["one", "other"]), .init("all", of: ["asked", "not asked"])],
            after: earlier)
    }

    private static func line(_ told: ToldNumbers) -> String {
        ["one", "other", "all", "asked"].map { told.words[$0] ?? "" }.joined(separator: " ")
    }

    @Test("In spring 11 and now 13: the 2 that came since are no number that can be worked out")
    func since() {
        let spring = Self.told(5, 6, asked: 6)
        #expect(Self.line(spring) == "5 6 11 6")
        let telling = spring.telling(on: Self.day("2027-03-01"), after: [])
        #expect(Self.line(Self.told(5, 8, asked: 6)) == "5 8 13 6")
        let summer = Self.told(5, 8, asked: 6, after: [telling])
        #expect(summer.words["other"] == "*" && summer.words["all"] == "*")
        // The same numbers again are told again.
        #expect(Self.line(Self.told(5, 6, asked: 6, after: [telling])) == "5 6 11 6")
        // So are those that have changed by more.
        #expect(Self.line(Self.told(11, 12, asked: 12, after: [telling])) == "11 12 23 12")
    }

    @Test("What an earlier report hid is not told by the next")
    func hidden() {
        let first = Self.told(3, 9, asked: 12)
        let telling = first.telling(on: Self.day("2027-03-01"), after: [])
        let second = Self.told(3, 9, asked: 12, after: [telling])
        #expect(second.words == first.words)
    }

    @Test("What is too large to be searched falls apart at the number that most sums share")
    func large() {
        var cells = [PublicCounts.Cell("all", 40)]
        var sums: [PublicCounts.Sum] = []
        for place in 0..<40 {
            let (own, rest) = ("share \(place)", "rest \(place)")
            cells += [.init(own, place), .init(rest, 40 - place, isStated: false)]
            sums.append(.init("all", of: [own, rest]))
        }
        let words = PublicCounts.told(cells, sums).words
        #expect(words["all"] == "40")
        for place in 0..<40 {
            let isSafe = (place == 0 || place >= 5) && 40 - place >= 5
            let expected = isSafe ? "\(place)" : place < 5 ? "<5" : "*"
            #expect(words["share \(place)"] == expected)
        }
        // Where it cannot be told, all is left out.
        let few = PublicCounts.told(
            [.init("all", 3)] + cells.dropFirst().map { .init($0.id, $0.count > 20 ? 3 : 0) },
            sums)
        #expect(few.words.values.allSatisfy { $0 == PublicCounts.hidden })
    }

    @Test("Lowest and highest are told of hidden numbers alone")
    func ranges() throws {
        let cells = PublicCounts.told(
            [.init("a", 3), .init("b", 9), .init("c", 12), .init("all", 24)],
            [.init("all", of: ["a", "b", "c"])]
        ).cells
        #expect(
            cells.map { "\($0.id) \($0.shown) \($0.range.low) \($0.range.high ?? -1)" } == [
                "a <5 1 4", "b * 8 11", "c 12 12 12", "all 24 24 24",
            ])
        #expect(cells.map(\.isHidden) == [true, true, false, false])
    }

    @Test("What is kept of a report is read as it was written", arguments: 1...40)
    func text(seed: UInt64) throws {
        var random = SplitMix64(seed: seed)
        let counts = (0..<3).map { _ in Int.random(in: 0...12, using: &random) }
        let told = Self.told(counts[0], counts[1], asked: min(counts[2], counts[0] + counts[1]))
        let telling = told.telling(on: Self.day("2027-03-01"), after: [Self.day("2026-12-01")])
        #expect(Telling(telling.text, on: telling.on) == telling)
    }

    @Test(
        "Anything else is not read",
        arguments: ["nonsense", "cell\tx\t<5\tid", "cell\t3\t<6\tid", "sum", "whole\tx\ta"])
    func refused(text: String) { #expect(Telling(text, on: Self.day("2027-03-01")) == nil) }

    @Test("Those count that were made last before one was presented or sent, and what these knew")
    func had() {
        func made(_ day: String, after earlier: String...) -> Telling {
            Telling(on: Self.day(day), after: earlier.map(Self.day), numbers: [], sums: [])
        }
        let all = [
            made("2027-01-10"), made("2027-02-01", after: "2027-01-10"), made("2027-02-03"),
            made("2027-06-01"),
        ]
        func had(_ days: String...) -> [String] {
            Telling.had(all, by: days.map(Self.day)).map(\.on.iso)
        }
        #expect(had() == [])
        #expect(had("2027-01-09") == [])
        #expect(had("2027-01-20") == ["2027-01-10"])
        #expect(had("2027-02-02") == ["2027-01-10", "2027-02-01"])
        #expect(had("2027-02-04", "2027-06-01") == ["2027-02-03", "2027-06-01"])
    }

    // MARK: Whatever the school

    /// A school's numbers in a report: groups with their total, and a share of it.
    private struct School {
        private(set) var counts: [Int]
        private var share = 0

        init(_ random: inout SplitMix64) {
            counts = (0..<Int.random(in: 2...3, using: &random)).map { _ in
                Int.random(in: 0...8, using: &random)
            }
            setShare(&random)
        }

        private mutating func setShare(_ random: inout SplitMix64) {
            share = Int.random(in: 0...counts.reduce(0, +), using: &random)
        }

        mutating func passTime(_ random: inout SplitMix64) {
            for place in counts.indices {
                counts[place] = max(0, counts[place] + Int.random(in: -2...3, using: &random))
            }
            setShare(&random)
        }

        var cells: [PublicCounts.Cell] {
            let all = counts.reduce(0, +)
            return counts.enumerated().map { .init("part \($0)", $1) } + [
                .init("all", all), .init("share", share),
                .init("rest", all - share, isStated: false),
            ]
        }

        var sums: [PublicCounts.Sum] {
            [
                .init("all", of: counts.indices.map { "part \($0)" }),
                .init("all", of: ["share", "rest"]),
            ]
        }

        func told(after earlier: [Telling] = []) -> ToldNumbers {
            PublicCounts.told(cells, sums, after: earlier)
        }

        /// The numbers as a reader has them with these hidden.
        func shown(hiding hidden: Set<String>) -> KnownTable {
            KnownTable(
                shown: Dictionary(
                    cells.map { cell in
                        let isSmall = (1...4).contains(cell.count)
                        let isHidden = hidden.contains(cell.id)
                        return (
                            CellID(cell.id),
                            isSmall ? .few : isHidden ? .hidden : .exact(cell.count)
                        )
                    }, uniquingKeysWith: { one, _ in one }),
                sums: sums.map { sum in
                    CellSum(total: .cell(CellID(sum.total)), parts: sum.parts.map { CellID($0) })
                })
        }

        /// How many at least must be hidden, by trying all sets; `nil` where none is safe.
        func fewest(_ known: [KnownTable]) -> Int? {
            let told = Set(known.flatMap(\.shown).filter { !$0.value.isHidden }.map(\.key.text))
            let choices = cells.filter { !(1...4).contains($0.count) && !told.contains($0.id) }
            let sets = (0..<(1 << choices.count)).map { mask in
                choices.indices.filter { mask >> $0 & 1 == 1 }.map { choices[$0].id }
            }
            return sets.sorted { $0.count < $1.count }.first { set in
                TellingTests.isSafe(known + [shown(hiding: Set(set))])
            }?.count
        }
    }

    /// Whether every hidden number has three values, for a reader who lists all tables that fit.
    private static func isSafe(_ tables: [KnownTable]) -> Bool {
        var brute = BruteReader(tables, most: 30, reader: .ofRule)
        return brute.isSafe()
    }

    @Test(
        "Two reports of a year leave each hidden number three values, and hide no more than they must",
        arguments: Soak.seeds(40, soak: 1000))
    func successive(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        var school = School(&random)
        let telling = school.told().telling(on: Self.day("2027-03-01"), after: [])
        school.passTime(&random)
        let words = school.told(after: [telling]).words
        let known = Telling.known([telling], beside: school.cells)
        let hidden = Set(words.filter { $0.value == PublicCounts.hidden }.keys)
        let fewest = school.fewest(known)
        // Where nothing suffices all are left out, and the first report stands as it stood.
        guard let fewest else { return #expect(hidden.count == words.count) }
        #expect(hidden.count == fewest, "\(words)")
        #expect(Self.isSafe(known + [school.shown(hiding: hidden)]), "\(words)")
    }
}

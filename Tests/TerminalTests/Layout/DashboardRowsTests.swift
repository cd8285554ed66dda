import Domain
import Testing
import ViewModels

@testable import Terminal

@Suite("The rows and columns of a dashboard")
struct DashboardRowsTests {
    private typealias Need = DashboardRows.Need

    /// Now with thirty lines, and the panes of a school of fourteen.
    private let now = Need(least: 8, full: 33)
    private let pairs = [Need(least: 8, full: 17), Need(least: 8, full: 16)]

    @Test("Where all need more than there is, Now comes first and the others keep five rows each")
    func crowded() {
        let rows = DashboardRows(now, pairs, in: 35)
        #expect(rows.first == 19 && rows.pairs == [8, 8])
        let least = DashboardRows(now, pairs, in: 21)
        #expect(least.first == 7 && least.pairs == [7, 7])
    }

    @Test("What the others do not need is Now's")
    func roomy() {
        let rows = DashboardRows(now, pairs, in: 55)
        #expect(rows.first == 33 && rows.pairs == [11, 11])
        let all = DashboardRows(now, pairs, in: 80)
        #expect(all.first == 47 && all.pairs == [17, 16])
        let few = DashboardRows(now, [Need(least: 5, full: 5), Need(least: 5, full: 5)], in: 35)
        #expect(few.first == 25 && few.pairs == [5, 5])
    }

    @Test("What Now does not need goes to the others, and to whom it is of use")
    func shortNow() {
        let short = Need(least: 5, full: 5)
        let uneven = [Need(least: 8, full: 30), Need(least: 7, full: 7)]
        let rows = DashboardRows(short, uneven, in: 33)
        #expect(rows.first == 5 && rows.pairs == [21, 7])
        let even = DashboardRows(short, pairs, in: 34)
        #expect(even.first == 5 && even.pairs == [15, 14])
        #expect(DashboardRows(short, [], in: 20).first == 20)
        #expect(DashboardRows(short, [Need(least: 8, full: 9)], in: 20).pairs == [9])
    }

    private func page(_ columns: Int, _ rows: Int) throws -> Page {
        try PagesOfSchool.page(
            .dashboard, .designatedTeacher, Size(columns: columns, rows: rows))
    }

    @Test("Where panes stand one at a time their names are whole", arguments: [(80, 24), (60, 20)])
    func tabs(columns: Int, rows: Int) throws {
        let lines = frame(of: try page(columns, rows), columns, rows).lines
        let line = try #require(lines.first { $0.contains("0 Now ") })
        let names = ["[0 Now ", "1 Pupils", "2 PEPs", "3 Attendance", "4 PP+"]
        // Behind the panes the policy has its tab where there is room.
        for name in names + (columns < 80 ? [] : ["5 Policy"]) {
            #expect(line.contains(name), "\(line)")
        }
        #expect(!line.contains("…"))
    }

    @Test("A line of Now has 36 columns for its words, and they are whole", arguments: [80, 60])
    func words(columns: Int) throws {
        let page = try page(columns, columns == 80 ? 24 : 20)
        guard case .table(let table, let rows) = page.panes[0].content else {
            Issue.record("Now is a table")
            return
        }
        let widths = ColumnWidths(table, in: columns - 1)
        #expect(widths.shown.first { $0.place == 3 }.map { $0.width >= 36 } == true)
        // State, who, words, how many others and the key stay at every width.
        #expect(Set([0, 1, 3, 4, 6]).isSubset(of: widths.shown.map(\.place)))
        if columns == 80 { #expect(widths.shown.contains { $0.place == 5 && $0.width == 12 }) }
        #expect(rows.contains { $0.cells.count == 8 })
    }

    @Test(
        "On a large screen every pane has its title and five rows",
        arguments: [(120, 40), (200, 60)])
    func large(columns: Int, rows: Int) throws {
        let lines = frame(of: try page(columns, rows), columns, rows).lines
        func row(_ words: String) throws -> Int {
            try #require(lines.firstIndex { $0.contains(words) }, "\(words)")
        }
        let tops = [try row("┌ 0 Now"), try row("┌ 1 Pupils"), try row("┌ 3 Attendance alerts")]
        #expect(lines[tops[1]].contains("┌ 2 PEPs"))
        #expect(lines[tops[2]].contains("┌ 4 PP+ budget"))
        // Frame and column titles beside the rows.
        #expect(tops[2] - tops[1] >= 8)
        let now = tops[1] - tops[0]
        guard case .table(_, let items) = try page(columns, rows).panes[0].content else { return }
        #expect(now >= min(items.count + 3, 19))
        #expect(lines.contains { $0.hasSuffix("5 Policy") })
    }
}

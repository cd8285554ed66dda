import Domain
import Support
import Testing

@testable import ViewModels

@Suite("The column that says why, on Now")
struct NowColumnsTests {
    @Test("Every line is whole where the column is at its narrowest", arguments: NowView.allCases)
    func whole(view: NowView) throws {
        let least = try #require(NowRow.columns.first { $0.title == "Why" }).minimum
        var ends = 0
        for name in Examples.names + Examples.whole {
            let model = try Models.example(name)
            for item in Sheet.now(model, view).items where item.kind == .item {
                let why = item.row(model).cells[3].map(\.text).joined()
                #expect(why.count <= least, "\(name): \(why)")
                if !item.isCounted { ends += 1 }
            }
        }
        #expect(ends > 0)
    }
}

import Support
import Testing
import ViewModels

@testable import Terminal

@Suite("A frame drawn upon the last one")
struct DrawnPageTests {
    /// A walk over a dashboard: rows, panes, filters and news, at changing sizes.
    private struct Walk {
        var page = Sample.dashboard()
        var size = Size(columns: 120, rows: 40)
        var random: SplitMix64

        mutating func step() {
            switch Int.random(in: 0..<20, using: &random) {
            case 0: page.focus = Int.random(in: 0..<page.panes.count, using: &random)
            case 1: page.message = page.message == nil ? TextLine("changed by M Osei") : nil
            case 2:
                size =
                    [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24)]
                    .randomElement(using: &random) ?? size
            case 3: page.detail = []
            case 4: page.panes[page.focus].status = Soup.text(using: &random)
            default: select()
            }
        }

        /// Another row, with one to four lines about it, some of them wide or long.
        private mutating func select() {
            let pane = page.panes[page.focus]
            guard case .table(_, let rows) = pane.content, !rows.isEmpty else { return }
            let places = rows.indices.filter { rows[$0].kind == .item }
            page.panes[page.focus].selected = places.randomElement(using: &random)
            page.detail = (0..<Int.random(in: 1...4, using: &random)).map { _ in
                TextLine("王" + Soup.text(using: &random), .overdue)
            }
        }
    }

    @Test("It is the frame that would be drawn anew, whatever was there", arguments: Soak.seeds(20))
    func same(seed: UInt64) {
        var walk = Walk(random: SplitMix64(seed: seed))
        var kept = ScrollState()
        var drawnUpon = 0
        for _ in 0..<200 {
            walk.step()
            var fresh = kept
            fresh.drawn = nil
            fresh.boxes = [:]
            if kept.drawn?.frame(of: walk.page, size: walk.size, charset: .utf8) != nil {
                drawnUpon += 1
            }
            let frame = Renderer.frame(of: walk.page, size: walk.size, scroll: &kept)
            let anew = Renderer.frame(of: walk.page, size: walk.size, scroll: &fresh)
            #expect(frame == anew)
            #expect(kept == fresh)
        }
        // The walk is about frames drawn upon others.
        #expect(drawnUpon > 5)
    }
}

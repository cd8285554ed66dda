import Domain

/// A plot as a drawing within a page, in whole numbers, so that the same values give the same bytes.
enum ReportGraph {
    private static let width = 640
    private static let height = 220
    /// Where the bars stand, and how high the scale is.
    private static let floor = 180
    private static let scale = 150

    /// As wide as a bar is at the most, so that two of them do not look like walls.
    private static let widest = 56

    static func svg(of plot: ReportPlot) -> String {
        let step = (width - 20) / max(1, plot.points.count)
        let bars = plot.points.enumerated().map { place, point in
            bar(point, at: 10 + place * step, step, most: max(1, plot.most))
        }
        let title = ReportPage.escaped("\(plot.title): \(plot.unit)")
        var lines: [String] = [
            "<svg class=\"plot\" role=\"img\" aria-label=\"\(title)\" viewBox=\"0 0 \(width) "
                + "\(height)\">",
            "<title>\(title)</title>", rule(floor),
        ]
        lines += bars
        lines.append("</svg>")
        return lines.joined(separator: "\n")
    }

    private static func rule(_ y: Int) -> String {
        "<line x1=\"10\" y1=\"\(y)\" x2=\"\(width - 10)\" y2=\"\(y)\" stroke=\"#7d7d7d\"/>"
    }

    private static func bar(
        _ point: ReportPlot.Point, at left: Int, _ step: Int, most: Int
    ) -> String {
        let middle = left + step / 2
        let name = label(point.label, at: middle, floor + 20)
        guard let tenths = point.tenths else {
            return name + "\n" + label("?", at: middle, floor - 6)
        }
        let high = min(scale, max(0, tenths) * scale / most)
        let wide = min(widest, max(2, step * 2 / 3))
        return "<rect class=\"bar\" x=\"\(middle - wide / 2)\" y=\"\(floor - high)\" "
            + "width=\"\(wide)\" height=\"\(high)\" fill=\"#2f5d8a\"/>\n"
            + label("\(tenths / 10).\(tenths % 10)", at: middle, floor - high - 6) + "\n" + name
    }

    private static func label(_ text: String, at middle: Int, _ y: Int) -> String {
        "<text class=\"label\" x=\"\(middle)\" y=\"\(y)\" text-anchor=\"middle\" font-size=\"13\" "
            + "fill=\"#444444\">\(ReportPage.escaped(text))</text>"
    }
}

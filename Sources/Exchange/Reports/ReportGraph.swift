import Domain

/// A plot as a drawing within a page, in whole numbers, so that the same values give the same bytes.
enum ReportGraph {
    private static let width = 640
    private static let height = 220
    /// Where the bars stand, and how high the scale is.
    private static let floor = 180
    private static let scale = 150

    static func svg(of plot: ReportPlot) -> String {
        let id = "p-\(plot.id)"
        let step = (width - 20) / max(1, plot.points.count)
        let bars = plot.points.enumerated().map { place, point in
            bar(point, at: 10 + place * step, step, most: max(1, plot.most))
        }
        let title = ReportPage.escaped("\(plot.title): \(plot.unit)")
        var lines: [String] = [
            "<svg class=\"plot\" role=\"img\" aria-labelledby=\"\(id)\" viewBox=\"0 0 \(width) "
                + "\(height)\">",
            "<title id=\"\(id)\">\(title)</title>",
            "<line class=\"axis\" x1=\"10\" y1=\"\(floor)\" x2=\"\(width - 10)\" y2=\"\(floor)\" "
                + "stroke=\"#767676\"/>",
        ]
        lines += bars
        lines.append("</svg>")
        return lines.joined(separator: "\n")
    }

    private static func bar(
        _ point: ReportPlot.Point, at left: Int, _ step: Int, most: Int
    ) -> String {
        let middle = left + step / 2
        let label =
            "<text class=\"label\" x=\"\(middle)\" y=\"\(floor + 20)\" text-anchor=\"middle\" "
            + "font-size=\"13\" fill=\"#444444\">\(ReportPage.escaped(point.label))</text>"
        guard let tenths = point.tenths else {
            return label + "\n"
                + "<text class=\"label\" x=\"\(middle)\" y=\"\(floor - 6)\" text-anchor=\"middle\" "
                + "font-size=\"13\" fill=\"#444444\">?</text>"
        }
        let high = min(scale, max(0, tenths) * scale / most)
        return "<rect class=\"bar\" x=\"\(left + step / 6)\" y=\"\(floor - high)\" "
            + "width=\"\(max(2, step * 2 / 3))\" height=\"\(high)\" fill=\"#2f5d8a\"/>\n" + label
    }
}

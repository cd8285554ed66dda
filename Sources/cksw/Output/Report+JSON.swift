import Domain

extension Report {
    /// The report itself, with the duties and records behind each number.
    var json: JSON {
        let disclosure = told.map { [("disclosure", $0.json)] } ?? []
        return .object(
            [
                ("id", .text(id)), ("title", .text(title)), ("school", .text(school)),
                ("on", .text(on.iso)), ("period", .text(period)),
                ("audience", .text(audience.rawValue)), ("reader", .text(reader)),
                ("notices", .list(notices.map { .text($0) })),
                (
                    "sections",
                    .list(
                        sections.map { section in
                            .object([
                                ("title", .text(section.title)), ("level", .number(section.level)),
                                ("blocks", .list(section.blocks.map(\.json))),
                            ])
                        })
                ),
            ] + disclosure)
    }
}

extension ToldNumbers {
    /// What is told, what each hidden number can be, and every sum by which a reader can reckon.
    fileprivate var json: JSON {
        .object([
            (
                "cells",
                .list(
                    cells.map { cell in
                        .object([
                            ("id", .text(cell.id)), ("shown", .text(cell.shown)),
                            ("low", .number(cell.range.low)),
                            ("high", .number(orNull: cell.range.high)),
                        ])
                    })
            ),
            (
                "sums",
                .list(
                    sums.map { sum in
                        .object([
                            ("total", sum.totalJSON),
                            ("of", .list(sum.parts.map { .text($0.text) })),
                        ])
                    })
            ),
        ])
    }
}

extension CellSum {
    fileprivate var totalJSON: JSON {
        switch total {
        case .cell(let id): .text(id.text)
        case .constant(let count): .number(count)
        }
    }
}

extension ReportBlock {
    fileprivate var json: JSON {
        switch self {
        case .text(let words): .object([("kind", .text("text")), ("text", words.json)])
        case .list(let items):
            .object([("kind", .text("list")), ("items", .list(items.map(\.json)))])
        case .table(let table): .object([("kind", .text("table"))] + table.json)
        case .figure(let figure):
            .object([
                ("kind", .text("figure")), ("label", .text(figure.label)),
                ("value", figure.value.json), ("of", .text(figure.of)),
                ("note", .text(figure.note)),
            ])
        case .plot(let plot):
            .object([
                ("kind", .text("plot")), ("id", .text(plot.id)), ("title", .text(plot.title)),
                ("axis", .text(plot.axis)), ("unit", .text(plot.unit)),
                ("most", .number(plot.most)), ("points", .list(plot.points.map(\.json))),
            ])
        case .gap(let gap):
            .object([
                ("kind", .text("gap")), ("text", .text(gap.words)),
                ("action", .text(orNull: gap.action?.rawValue)),
            ])
        }
    }
}

extension ReportPlot.Point {
    fileprivate var json: JSON {
        .object([
            ("label", .text(label)), ("tenths", .number(orNull: tenths)), ("text", .text(words)),
        ])
    }
}

extension ReportTable {
    fileprivate var json: [(String, JSON)] {
        [
            ("id", .text(id)), ("caption", .text(caption)),
            ("columns", .list(columns.map { .text($0.title) })),
            ("rows", .list(rows.map { .list($0.map(\.json)) })), ("empty", .text(empty)),
            ("note", .text(orNull: note)),
        ]
    }
}

extension ReportWords {
    /// The text alone where nothing is behind it.
    fileprivate var json: JSON {
        ids.isEmpty
            ? .text(text) : .object([("text", .text(text)), ("ids", .list(ids.map { .text($0) }))])
    }
}

import Domain

/// A report with a block of every kind, and texts that try to break out of it.
enum MadeReport {
    static let hostile = "<script>alert(\"x\")</script> & 'quoted' \u{202E}turned <\u{301}b>"

    private static let rows: [[ReportWords]] = [
        [.typed("=1+2"), .typed(hostile), "120.00"],
        [
            ReportWords("Unbroken" + String(repeating: "x", count: 90)),
            "Tutor for reading, twice a week, in the library", "5.00",
        ],
    ]

    static func report(isBare: Bool = false) -> Report {
        Report(
            id: "made", title: "Made & drawn", school: "Hill <School>",
            on: Day(rawValue: 20_780), period: "as it stood on a day", audience: .confidential,
            reader: "head", notices: ["INVENTED PUPILS"], isBare: isBare,
            sections: [
                ReportSection(
                    "First",
                    [
                        .text("A sentence of \(hostile)"),
                        .list([.typed(hostile), "a second line"]),
                        .figure(
                            ReportFigure(
                                "Children with a key adult", "12", of: "15 children",
                                note: "80.0 %")),
                        .figure(ReportFigure("Left", "£1,250.00", of: "")),
                        .gap(ReportGap("Other pupils' figures are not on record", .peers)),
                    ]),
                ReportSection(
                    "Second", level: 3,
                    [
                        .table(
                            ReportTable(
                                "sums", "What was spent",
                                [
                                    ReportTable.Column("What"),
                                    ReportTable.Column("A long heading of a column"),
                                    ReportTable.Column("Amount", isNumber: true),
                                ],
                                rows, note: "Two rows.")),
                        .table(ReportTable("none", "Nothing", [ReportTable.Column("What")], [])),
                        .plot(
                            ReportPlot(
                                "plot", "Attendance", axis: "Half-term", unit: "Per cent",
                                most: 1000,
                                [
                                    ReportPlot.Point("Autumn 1", tenths: 934, "93.4 %"),
                                    ReportPlot.Point("Autumn 2", tenths: nil, "no mark"),
                                ])),
                    ]),
            ])
    }
}

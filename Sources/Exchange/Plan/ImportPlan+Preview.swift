import Domain

extension ImportPlan {
    /// The plan as a page shows it.
    public var preview: ImportPreview {
        func line(_ number: Int?, _ words: String) -> ImportPreview.Line {
            ImportPreview.Line(number: number, words: words)
        }
        var preview = ImportPreview(
            fileName: fileName, takenFor: takenFor, counts: counts,
            leftOut: sayings(of: .leftOut).map(line),
            refused: sayings(of: .refused).map(line),
            notices: listing.map { line(nil, $0) } + sayings(of: .noticed).map(line),
            lookedAfter: lookedAfter, missing: missing.map(\.name),
            yearsWithoutTerms: yearsWithoutTerms, command: command)
        preview.kind = kind
        preview.columns = columns
        preview.fields = ImportField.of(kind).map {
            ImportPreview.Choice(name: $0.name, words: $0.words)
        }
        preview.pairs = pairs.map { line($0.line, "\($0.words) is \($0.name)") }
        preview.needsNames = needsNames
        if asksAboutColumns, !isRefused {
            preview.unread = unread
            preview.question = columnsQuestion.sentenceCase
        }
        return preview
    }
}

extension BundlePlan {
    /// The plan of a bundle as a page shows it.
    public func preview(of folder: String) -> ImportPreview {
        let counts = total
        return ImportPreview(
            fileName: folder, takenFor: "a bundle",
            counts: ImportCounts(
                rows: counts.added + counts.changed + counts.same, new: counts.added,
                changed: counts.changed, same: counts.same),
            notices: (listing + notices.lines).map {
                ImportPreview.Line(number: nil, words: $0)
            }, command: changesNothing ? nil : command)
    }
}

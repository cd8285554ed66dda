extension ImportPlan {
    /// `412 rows: 3 new, 5 changed, 404 the same, 0 left out`, and whether nothing changed.
    public var summary: [String] {
        var line = "\(rows) row\(rows == 1 ? "" : "s"): \(new) new, \(changed) changed, "
        line += "\(same) the same, \(leftOut.count) left out"
        if refusedRows > 0 { line += ", \(refusedRows) refused" }
        return [line] + (command == nil && !isRefused ? ["nothing changed"] : [])
    }

    /// The refusal: what happened and what to do, up to 100 faults, then a count of the rest.
    public var refusal: [String] {
        guard isRefused else { return [] }
        return [refusalHead] + faultLines
    }

    /// The rows that were not taken although the others were, up to 100, then a count.
    public var faultLines: [String] {
        let lines = refused.prefix(100).map { $0.words(in: fileName) }
        return refused.count > 100 ? lines + ["… and \(refused.count - 100) more"] : lines
    }

    /// All that was left out or noticed, each with its line, then who is marked as looked after
    /// and who is missing from the file.
    public var noticeLines: [String] {
        leftOut.map { $0.words(in: fileName, "left out: ") }
            + notices.map { $0.words(in: fileName) }
            + lookedAfter.map { child in
                let words =
                    "\(child.name) (\(child.pupil)) is marked as looked after "
                    + "(\(child.words)): confirm it with a date; no status was made"
                return ImportNote(line: child.line, text: words).words(in: fileName)
            }
            + missing.map { pupil in
                let words = "\(pupil.numberedName) is not in the file and stays"
                return ImportNote(line: nil, text: words).words(in: fileName)
            }
    }

    private var refusalHead: String {
        let fileName = VisibleText.of(fileName, limit: 200)
        if rows == 0 || refusedRows == 0 {
            return "\(fileName): nothing was imported: "
                + (refused.isEmpty ? "no row of it fits this school" : "the file cannot be used")
        }
        let head =
            "\(fileName): nothing was imported: \(refusedRows) of \(rows) "
            + "row\(rows == 1 ? "" : "s") cannot be read; correct the file"
        return accepted > 0 ? head + ", or take the other rows with --accept-rest" : head
    }
}

extension ImportNote {
    /// `roster.csv:14: …`, with nothing in it that moves a cursor or hides.
    func words(in file: String, _ before: String = "") -> String {
        let place = VisibleText.of(file, limit: 200)
        return (line.map { "\(place):\($0): " } ?? "\(place): ") + before
            + VisibleText.of(text, limit: 1000)
    }
}

extension ImportFault {
    /// `roster.csv:14: DOB: is not a date like 23/11/2026: 31/02/2019`.
    public func words(in file: String) -> String {
        let place = VisibleText.of(file, limit: 200)
        var parts = [line.map { "\(place):\($0)" } ?? place]
        if let column { parts.append(VisibleText.of(column)) }
        parts.append(VisibleText.of(problem, limit: 1000))
        if !found.isEmpty { parts.append(VisibleText.of(found)) }
        return parts.joined(separator: ": ")
    }
}

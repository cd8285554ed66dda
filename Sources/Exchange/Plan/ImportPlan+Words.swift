import Domain

extension ImportPlan {
    /// `412 rows: 3 new, 5 changed, 404 the same, 0 left out`, and whether nothing changed.
    public var summary: [String] {
        [counts.words] + (command == nil && !isRefused ? ["nothing changed"] : [])
    }

    /// The refusal: what happened and what to do, then its causes.
    public var refusal: [String] { isRefused ? [refusalHead] + faultLines : [] }

    /// The question before a file is taken in most of whose columns are not read.
    public var columnsQuestion: String {
        let shown = unread.prefix(6).map { VisibleText.of($0, limit: 40) }.joined(separator: ", ")
        let count = "\(unread.count) of its \(columns.count) columns"
        return "is it a \(kind.words)? \(count) are not read: \(shown)"
            + (unread.count > 6 ? " …" : "")
    }

    /// Why rows were not taken, a line for each cause.
    public var faultLines: [String] { faultSayings.map { line($0.line, $0.words) } }

    /// All that was left out or noticed, then who is marked as looked after and who is missing from
    /// the file; a line for each cause.
    public var noticeLines: [String] {
        leftOutSayings.map { line($0.line, "left out: \($0.words)") }
            + (noticeSayings + lookedAfterSayings + missingSayings).map { line($0.line, $0.words) }
    }

    /// Every fault, every notice and everybody, each on a line of its own.
    public var everyLine: [String] {
        refused.map { $0.words(in: fileName) }
            + leftOut.map { line($0.line, "left out: \(shown($0.text))") }
            + notices.map { line($0.line, shown($0.text)) }
            + lookedAfter.map { line($0.line, words($0)) } + missing.map { line(nil, words($0)) }
    }

    /// The same for a page, which has columns of its own for the line and for what it is.
    public func sayings(of kind: SayingKind) -> [(line: Int?, words: String)] {
        let sayings =
            switch kind {
            case .refused: faultSayings
            case .leftOut: leftOutSayings
            case .noticed: noticeSayings
            }
        return sayings.map { ($0.line, $0.words) }
    }

    /// What a line of a preview tells.
    public enum SayingKind: Sendable { case refused, leftOut, noticed }

    private var faultSayings: [Causes.Saying] {
        var causes = Causes()
        for fault in refused {
            causes.add(
                fault.line, cause: fault.cause ?? fault.problem, column: fault.column,
                sample: fault.sample, alone: fault.words)
        }
        return causes.sayings
    }

    private var leftOutSayings: [Causes.Saying] { sayings(leftOut) }

    private var noticeSayings: [Causes.Saying] { sayings(notices) }

    private func sayings(_ notes: [ImportNote]) -> [Causes.Saying] {
        var causes = Causes()
        for note in notes {
            causes.add(
                note.line, cause: note.cause?.words ?? note.text, sample: note.cause?.sample ?? "",
                alone: shown(note.text))
        }
        return causes.sayings
    }

    private var lookedAfterSayings: [Causes.Saying] {
        var marked = Causes()
        for child in lookedAfter {
            marked.add(
                child.line,
                cause: "marked as looked after; confirm it with a date, no status was made",
                sample: "\(VisibleText.of(child.name)) (\(child.pupil))", alone: words(child))
        }
        return marked.sayings
    }

    private var missingSayings: [Causes.Saying] {
        var absent = Causes(noun: "name")
        for person in missing {
            absent.add(
                nil, cause: "not in the file and kept",
                sample: "\(VisibleText.of(person.name)) (\(person.ref))", alone: words(person))
        }
        return absent.sayings
    }

    private func words(_ child: ImportPreview.Marked) -> String {
        shown(
            "\(child.name) (\(child.pupil)) is marked as looked after "
                + "(\(child.words)): confirm it with a date; no status was made")
    }

    private func words(_ person: MissingPerson) -> String {
        shown("\(person.name) (\(person.ref)) is not in the file and stays")
    }

    /// `roster.csv:14: …`.
    private func line(_ number: Int?, _ words: String) -> String {
        (number.map { "\(place):\($0): " } ?? "\(place): ") + words
    }

    private var place: String { VisibleText.of(fileName, limit: 200) }

    /// With nothing in it that moves a cursor or hides.
    private func shown(_ text: String) -> String { VisibleText.of(text, limit: 1000) }

    private var refusalHead: String {
        if rows == 0 || refusedRows == 0 {
            return "\(place): nothing was imported: "
                + (refused.isEmpty ? "no row of it fits this school" : "the file cannot be used")
        }
        let head =
            "\(place): nothing was imported: \(refusedRows) of \(rows.counted("row")) cannot be read; "
            + "correct the file"
        return accepted > 0 ? head + ", or take the other rows with --accept-rest" : head
    }
}

extension ImportFault {
    /// `roster.csv:14: DOB: is not a date like 23/11/2026: 31/02/2019`.
    public func words(in file: String) -> String {
        let place = VisibleText.of(file, limit: 200)
        return "\(line.map { "\(place):\($0)" } ?? place): \(words)"
    }

    /// `DOB: is not a date like 23/11/2026: 31/02/2019`.
    fileprivate var words: String {
        var parts = [VisibleText.of(problem, limit: 1000)]
        if let column { parts.insert(VisibleText.of(column), at: 0) }
        if !found.isEmpty { parts.append(VisibleText.of(found)) }
        return parts.joined(separator: ": ")
    }

    /// What tells this fault from others of its cause: what was found, and the problem where that
    /// says more than the cause.
    fileprivate var sample: String {
        let problem = cause == nil ? [] : [VisibleText.of(problem, limit: 200)]
        return (problem + (found.isEmpty ? [] : [VisibleText.of(found)])).joined(separator: ": ")
    }
}

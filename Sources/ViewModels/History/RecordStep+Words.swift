import Domain

extension Model {
    /// The child whom a step is about; records of a PEP are their child's.
    ///
    /// - Parameter steps: of the same change, in which the PEP may have come or gone.
    func owner(of step: RecordStep, among steps: [RecordStep] = []) -> PupilRef? {
        (step.after ?? step.before)?.owner { key in
            steps.first { $0.key == key }.map { $0.after ?? $0.before } ?? facts.record(key)
        }
    }

    /// The one child whom all the steps of a change are about; `nil` where they are about several, or
    /// about none.
    func onlyOwner(of steps: [RecordStep]) -> PupilRef? {
        Set(steps.map { owner(of: $0, among: steps) }).only.flatMap { $0 }
    }

    /// A value as people read it: a day in words, pounds, a name for an id; while names are hidden,
    /// the initials of a child and of the people around the child.
    func words(_ text: String, in column: Column) -> String {
        let words = facts.words(text, in: column)
        return hasInitials && Self.nameColumns.contains(column.name) ? words.initials : words
    }

    private static let nameColumns: Set<String> = Set(Pupil.nameColumns + ["name"])
}

extension Facts {
    /// A value as people read it: a day in words, pounds, a name for an id.
    func words(_ text: String, in column: Column) -> String {
        guard !text.isEmpty else { return "–" }
        switch column.type {
        case .date: return Day(iso: text)?.long ?? text
        case .instant:
            return Instant(iso: text).map { "\($0.londonDay.long) \($0.londonClock)" } ?? text
        case .money: return Pence(pounds: text)?.inPounds ?? text
        case .pupil: return pupils[PupilRef(text)]?.pupil.displayName ?? text
        case .identifier where column.reference == .staff || column.name == "staff":
            return school.staffName(text)
        default: return text.split(whereSeparator: \.isNewline).joined(separator: " / ")
        }
    }
}

extension Column {
    /// `planned for`.
    var words: String { name.replacing("_", with: " ") }
}

extension RecordStep {
    /// What the step did, in a few words: the first of what is new, the old text struck.
    func summary(_ model: Model) -> [Phrase] {
        let shown = fields.filter { !$0.column.isKey && $0.column.type != .pupil }
        switch (before, after) {
        case (nil, nil): return []
        case (nil, _?):
            return [
                Phrase(shown.map { model.words($0.after, in: $0.column) }.joined(separator: ", "))
            ]
        case (_?, nil):
            let old = shown.map { model.words($0.before, in: $0.column) }.joined(separator: ", ")
            return RecordStep.was(old)
        case (_?, _?):
            return shown.enumerated().flatMap { place, field in
                [Phrase("\(place == 0 ? "" : "; ")\(field.column.words): ", .muted)]
                    + [Phrase("\(model.words(field.after, in: field.column)) ")]
                    + RecordStep.was(model.words(field.before, in: field.column))
            }
        }
    }

    /// The old text, by a word too where nothing can be struck.
    static func was(_ text: String) -> [Phrase] {
        [Phrase("was: ", .muted), Phrase(text, .struck)]
    }
}

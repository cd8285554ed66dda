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
        guard !text.isEmpty else { return "nothing" }
        switch column.type {
        case .date: return Day(iso: text)?.long ?? text
        case .instant:
            return Instant(iso: text).map { "\($0.londonDay.long) \($0.londonClock)" } ?? text
        case .money: return Pence(pounds: text)?.inPounds ?? text
        case .pupil: return pupils[PupilRef(text)]?.pupil.displayName ?? text
        case .identifier where column.reference == .staff || column.name == "staff":
            return school.staffName(text)
        case .choice: return column.words(of: text)
        case .acknowledged:
            guard let ref = text.split(separator: ":").last, ref.count < text.count else {
                return column.words(of: text)
            }
            let name = pupils[PupilRef(String(ref))]?.pupil.displayName ?? String(ref)
            return "needs profile of \(name)"
        // Where a member of staff is named by an id, the name stands.
        case .name: return school.staffName(text)
        case .list:
            return text.split(separator: ";").map { column.words(of: String($0)) }
                .joined(separator: ", ")
        case .identifier:
            guard let kind = column.reference,
                let record = record(RecordKey(kind: kind, parts: [text]))
            else { return text }
            return record.line(in: self)
        default: return text.split(whereSeparator: \.isNewline).joined(separator: " / ")
        }
    }
}

extension Column {
    /// Whether people read it: an id that names nothing but its own record is none of theirs, nor
    /// the child, whose line or page it is.
    var isRead: Bool {
        guard type == .identifier, reference == nil else { return type != .pupil }
        return !name.hasSuffix("_id") && name != "from"
    }
}

extension RecordStep {
    /// The fields that people read: no ids, and not the child, whose line or page it is.
    var readFields: [FieldChange] {
        fields.filter { $0.column.isRead }
    }

    /// What the step did, in a few words: the first of what is new, the old text struck.
    func summary(_ model: Model) -> [Phrase] {
        let shown = readFields
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
                [
                    Phrase(
                        "\(place == 0 ? "" : "; ")\(key.kind.words(of: field.column)): ", .muted)
                ]
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

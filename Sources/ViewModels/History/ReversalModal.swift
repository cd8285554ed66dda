import Domain

/// What comes back and which duties turn, before an undo or a redo is carried out; `y` does it, and
/// neither of the keys that asked.
public struct ReversalModal: Modal {
    public let reversal: Reversal
    private var model: Model
    private var lines: [TextLine]
    private var selected = 0
    private var notice: String?

    public init(_ reversal: Reversal, _ model: Model) {
        self.reversal = reversal
        self.model = model
        lines = ReversalModal.lines(reversal, model)
    }

    public var isAsking: Bool { true }

    // MARK: Keys

    public mutating func press(_ key: Key) -> Effect {
        notice = nil
        switch key {
        case .character("y"): return .reverse(reversal)
        case .escape, .enter, .character("n"), .character("q"): return .close
        case .down, .character("j"): selected = min(selected + 1, max(0, lines.count - 1))
        case .up, .character("k"): selected = max(selected - 1, 0)
        case .home: selected = 0
        case .end: selected = max(0, lines.count - 1)
        default: break
        }
        return .redraw
    }

    public mutating func update(_ model: Model) {
        self.model = model
        lines = ReversalModal.lines(reversal, model)
        selected = min(selected, max(0, lines.count - 1))
    }

    public mutating func refused(_ words: String) { notice = words }

    // MARK: The page

    /// The one child whom all of it is about.
    private var pupil: Pupil? { model.onlyOwner(of: reversal.steps).flatMap(model.pupil) }

    public func page(size: Size) -> Page {
        let entry = reversal.of
        return Page(
            id: reversal.title, title: "cksw", subject: pupil?.ref,
            header: [
                TextLine(
                    pupil.map { [Phrase($0.identity, .child)] }
                        ?? [Phrase(model.schoolName, .heading)],
                    right: [Phrase(reversal.title)]),
                TextLine("\(entry.what), by \(model.personName(entry.by)), \(entry.when)"),
            ],
            panes: [
                Pane(
                    id: reversal.title, title: "What comes back", content: .text(lines),
                    selected: selected, empty: "Nothing.")
            ],
            footer: [KeyHint("y", reversal.act), KeyHint("Esc", "leave it as it is")],
            message: notice.map { TextLine($0, .error) })
    }

    /// An import may have made thousands.
    private static let shownRecords = 60

    /// The records, then the duties.
    private static func lines(_ reversal: Reversal, _ model: Model) -> [TextLine] {
        let namesPupil = model.onlyOwner(of: reversal.steps) == nil
        let marks = reversal.steps.filter { $0.key.kind == .attendance }
        let others = reversal.steps.filter { $0.key.kind != .attendance }
        let command = Command(
            action: reversal.title, subject: reversal.of.subject, changes: reversal.changes)
        let turning = TurnedDuties.preview(command, model.facts, on: model.today, under: model.pack)
        let rest = others.count - shownRecords
        let none =
            reversal.steps.isEmpty ? [TextLine("Nothing reads otherwise then.", .muted)] : []
        return none + others.prefix(shownRecords).flatMap { words($0, reversal, namesPupil, model) }
            + (rest > 0 ? [TextLine("and \(rest) more", .muted)] : [])
            + registers(marks, model)
            + [.empty] + model.turnLines(turning.turned, namesPupil: namesPupil)
    }

    private static func words(
        _ step: RecordStep, _ reversal: Reversal, _ namesPupil: Bool, _ model: Model
    ) -> [TextLine] {
        let owner = model.owner(of: step, among: reversal.steps)
        let who =
            namesPupil
            ? owner.map { [Phrase(model.name(of: .pupil($0)), .child), Phrase(" · ")] } ?? [] : []
        let fate =
            switch (step.before, step.after) {
            case (_?, nil): "is taken away"
            case (nil, _): "is put back"
            case (_?, _?): "reads as before"
            }
        let what = step.key.kind.definition.singular
        return [
            TextLine(
                who + [
                    Phrase(who.isEmpty ? what.sentenceCase : what, .strong), Phrase(" \(fate):"),
                ])
        ]
            + step.readFields.map { field in
                let label = step.key.kind.words(of: field.column)
                return TextLine([Phrase("   \(label): ", .muted)] + change(field, step, model))
            }
    }

    /// `Mon 30 Nov 2026 → Fri 27 Nov 2026` of what reads as before, else what goes or comes.
    private static func change(
        _ field: FieldChange, _ step: RecordStep, _ model: Model
    ) -> [Phrase] {
        func words(_ text: String) -> String {
            text.isEmpty ? "nothing" : model.words(text, in: field.column)
        }
        guard step.before != nil, step.after != nil else {
            return [Phrase(words(step.after == nil ? field.before : field.after))]
        }
        return [Phrase(words(field.before), .muted), Phrase(" → "), Phrase(words(field.after))]
    }

    /// Marks by child: a register holds thousands.
    private static func registers(_ steps: [RecordStep], _ model: Model) -> [TextLine] {
        let byPupil = Dictionary(grouping: steps) { model.owner(of: $0) }
        return byPupil.sorted { ($0.key?.text ?? "") < ($1.key?.text ?? "") }.map { ref, steps in
            TextLine([
                Phrase(ref.map { model.name(of: .pupil($0)) } ?? "", .child),
                Phrase(" · marks of \(steps.count.days) as they were before"),
            ])
        }
    }
}

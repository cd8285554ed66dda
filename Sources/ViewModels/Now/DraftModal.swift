import Domain

extension Draft {
    /// `Log a contact`.
    var title: String {
        if let step = SetupStep(draftAction: action) { return step.title }
        guard let action = ActionID(rawValue: action) else { return action }
        return ActionSpec.of(action)?.title ?? action.shortTitle.sentenceCase
    }
}

/// The question before a draft is thrown away.
struct DraftModal: Modal {
    private let draft: Draft
    private var model: Model
    private var notice: String?

    init(_ draft: Draft, _ model: Model) {
        self.draft = draft
        self.model = model
    }

    mutating func press(_ key: Key) -> Effect {
        key == .character("y") ? .throwAway(draft.id) : .close
    }

    mutating func update(_ model: Model) { self.model = model }

    mutating func refused(_ words: String) { notice = words }

    func page(size: Size) -> Page {
        let pupil = draft.subject.pupil.flatMap(model.pupil)
        return Page(
            id: "draft", title: "cksw", subject: pupil?.ref,
            header: [
                TextLine(
                    pupil.map { [Phrase($0.identity, .child)] }
                        ?? [Phrase(model.schoolName, .heading)], right: [Phrase("draft")])
            ],
            panes: [
                Pane(
                    id: "draft", title: draft.title,
                    content: .text([
                        TextLine("Begun \(draft.at.londonDay.long) \(draft.at.londonClock).")
                    ]))
            ], footer: [KeyHint("y", "throw it away"), KeyHint("Esc", "keep it")],
            message: notice.map { TextLine($0, .error) },
            prompt: .confirm(
                question: "Throw away what was typed?", confirmKey: "y",
                confirmWords: "throw it away"))
    }
}

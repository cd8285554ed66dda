import Domain

extension PageContent {
    /// The steps from an empty store to a right first morning, each with its state and its key.
    static func settingUp(_ model: Model) -> PageContent {
        let lines = model.setupLines
        let done = lines.count { $0.state == .done }
        return PageContent(
            title: "Setting up", header: model.schoolHeader("setting up") + [model.nextStep],
            shortHeader: model.shortSchoolHeader("setting up") + [model.nextStep],
            sheets: [
                Sheet(
                    id: "steps", title: "Setting up", counts: [Phrase("\(done) done", .muted)],
                    content: .list(SetupRow.columns, lines.map(SetupRow.item)),
                    notes: model.isRollEmpty
                        ? [TextLine(SetupRow.lookAround, .muted)] : [],
                    empty: "The steps are told for the store as it is now.")
            ], detail: { $0.step.map($1.detail) ?? [] })
    }
}

extension Model {
    /// The steps for this person.
    var setupLines: [SetupLine] { setup?.lines(for: access.clearance) ?? [] }

    /// The first step that this person can do now.
    var firstStep: SetupStep? {
        setupLines.first { $0.state == .toDo && $0.isMine && $0.after == nil }?.step
    }

    fileprivate var nextStep: TextLine {
        guard let step = firstStep else {
            let isOpen = setupLines.contains { $0.state == .toDo }
            return TextLine(
                isOpen
                    ? "What is left is for somebody else. Esc goes on."
                    : "All is done or put aside. Esc goes on.", .met)
        }
        return TextLine([
            Phrase("Next: "), Phrase(step.title, .strong), Phrase(". Press "),
            Phrase("\(step.digit)", .key), Phrase(" or Enter."),
        ])
    }

    fileprivate func detail(of step: SetupStep) -> [TextLine] {
        guard let line = setupLines.first(where: { $0.step == step }) else { return [] }
        guard line.isMine else { return [TextLine("This is for \(step.owners).", .muted)] }
        let aside =
            switch line.state {
            case .done: ""
            case .toDo: "  X puts it aside for now."
            case .putAside: "  X takes it up again."
            }
        return [TextLine(step.help), TextLine("\(step.digit) or Enter opens it.\(aside)", .muted)]
    }

    /// How many steps this person still has to do.
    var stepsLeft: Int { setupLines.count { $0.state == .toDo && $0.isMine } }
}

enum SetupRow {
    static let lookAround = "To look around first: cksw demo makes an invented school."

    static let columns = [
        TableColumn("", side: .right, minimum: 1), TableColumn("", minimum: 1),
        TableColumn("Step", minimum: 29, share: 1), TableColumn("", minimum: 20, share: 1),
        TableColumn("", minimum: 18, share: 2, priority: 1),
    ]

    static func item(_ line: SetupLine) -> SheetItem {
        let step = line.step
        return SheetItem(
            id: "step \(step.rawValue)", step: step, search: { _ in step.title },
            row: { model in
                // The line as it is now: it stays in its place when it is done.
                let line = model.setupLines.first { $0.step == step } ?? line
                let what = model.setup?.words(of: step, on: model.today) ?? ""
                let isOthers = !line.isMine && line.state == .toDo
                let state =
                    isOthers ? "for somebody else" : line.words(naming: model.personName)
                return Row(
                    id: "step \(step.rawValue)",
                    cells: [
                        [Phrase("\(step.digit)", line.isMine ? .key : .muted)], [line.state.sign],
                        [Phrase(step.title, line.state == .toDo ? .strong : .normal)],
                        [Phrase(state, line.state.sign.tone)], [Phrase(what, .muted)],
                    ],
                    spoken: [
                        "\(step.number) \(step.title): \(state)", what,
                        line.isMine ? "key \(step.digit)" : "",
                    ].filter { !$0.isEmpty }.joined(separator: ", "))
            })
    }
}

extension SetupState {
    fileprivate var sign: Phrase {
        switch self {
        case .done: DutyState.met.phrase
        case .toDo: DutyState.soon.phrase
        case .putAside: DutyState.notApplicable.phrase
        }
    }
}

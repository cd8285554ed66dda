import Domain

extension Session {
    /// Opens the form of a step of setting up, or says why it cannot be done now.
    mutating func open(_ step: SetupStep) -> Effect {
        message = nil
        place.select(id: "step \(step.rawValue)")
        guard let line = model.setupLines.first(where: { $0.step == step }) else { return .none }
        guard line.isMine else {
            message = Message("This is for \(step.owners).")
            return .redraw
        }
        if let first = line.after {
            message = Message(
                "First comes \(first.number), \(first.title): \(first.digit) opens it.")
            return .redraw
        }
        return .setUp(step)
    }

    /// The step that a digit opens, on the page of the steps.
    func step(of digit: Int) -> SetupStep? {
        guard place.name == .settingUp else { return nil }
        return SetupStep.allCases.first { $0.digit == digit }
    }

    /// Puts the selected step aside, or takes it up again.
    mutating func putAside(_ step: SetupStep) -> Effect {
        guard let line = model.setupLines.first(where: { $0.step == step }) else { return .none }
        guard line.isMine else {
            message = Message("This is for \(step.owners).")
            return .redraw
        }
        let actor = Actor(login: model.person.login, isKeeper: model.person.isKeeper)
        switch line.state {
        case .done:
            message = Message("This step is done.")
            return .redraw
        case .toDo:
            return .record(.putting(step, aside: true, by: actor, on: model.today))
        case .putAside:
            return .record(.putting(step, aside: false, by: actor, on: model.today))
        }
    }

    /// Goes to the page of the steps, from which Esc leads to the first page.
    public mutating func openSettingUp() {
        _ = go(to: .settingUp)
        selectNextStep()
    }

    /// Shows the list as it is now, from its first line.
    mutating func beginList() {
        place.refresh(model)
        place.moveToEnd(last: false)
    }

    /// The next step that is to be done has the selection, so that Enter opens it.
    mutating func selectNextStep() {
        guard place.name == .settingUp, let step = model.firstStep else { return }
        place.select(id: "step \(step.rawValue)")
    }
}

import Domain

extension Session {
    /// Takes a key. What must be done outside the session comes back as an effect; whatever it is,
    /// the page is to be drawn again.
    public mutating func press(_ key: Key, size: Size) -> Effect {
        if ViewKey.blank.keys.contains(key) { return .blank }
        if ViewKey.suspend.keys.contains(key) { return .suspend }
        if modal != nil { return pressModal(key) }
        if prompt != nil { return pressPrompt(key, size) }
        guard let view = ViewKey.of(key) else {
            message = nil
            return act(key)
        }
        return press(view, key, size)
    }

    private mutating func press(_ view: ViewKey, _ key: Key, _ size: Size) -> Effect {
        switch view {
        case .move, .leap, .ends: return move(key, size)
        case .pane: return changePane(key)
        case .redraw: return .redraw
        case .open, .back, .filter, .palette, .why, .glance, .others, .figures, .history, .undo,
            .redo, .help, .blank, .suspend, .quit:
            // A key that asks for something means that the message has been read.
            message = nil
        }
        switch view {
        case .open: return place.selection?.opens.map { go(to: $0) } ?? .none
        case .back: return back()
        case .filter:
            prompt = LinePrompt(.filter, text: place.list?.filter ?? "", model)
            return .redraw
        case .palette:
            prompt = LinePrompt(.palette, model)
            findMatches()
            return .redraw
        case .why: return selectedDuty.map { go(to: .why($0)) } ?? .none
        case .glance: return go(to: .glance)
        case .others:
            sources.withOthers.toggle()
            rebuild()
            place.refresh(model)
            return .redraw
        case .figures: return go(to: .figures)
        case .history: return go(to: .history(selectedPupil.map(Subject.pupil)))
        case .undo: return .undo
        case .redo: return .redo
        case .help: return go(to: .help)
        case .quit: return .quit
        case .move, .leap, .ends, .pane, .redraw, .blank, .suspend: return .none
        }
    }

    private mutating func back() -> Effect {
        if place.list?.filter.isEmpty == false {
            place.setFilter("", model)
        } else if places.count > 1 {
            places.removeLast()
        } else {
            place.refresh(model)
        }
        return .redraw
    }

    private mutating func move(_ key: Key, _ size: Size) -> Effect {
        let page = max(1, size.rows / 2)
        switch key {
        case .down, .character("j"): place.move(by: 1, model)
        case .up, .character("k"): place.move(by: -1, model)
        case .pageDown: place.move(by: page, model)
        case .pageUp: place.move(by: -page, model)
        case .home: place.moveToEnd(last: false)
        case .end: place.moveToEnd(last: true)
        default: break
        }
        return .redraw
    }

    private mutating func changePane(_ key: Key) -> Effect {
        switch key {
        case .tab, .right: place.moveFocus(by: 1, model)
        case .backTab, .left: place.moveFocus(by: -1, model)
        case .character(let character):
            guard let digit = character.wholeNumberValue, place.setFocus(digit: digit, model) else {
                return .none
            }
        default: return .none
        }
        return .redraw
    }

    /// Opens the form of an action: of a key that several share, the one that the selected duty
    /// asks for.
    private mutating func act(_ key: Key) -> Effect {
        let fitting = model.actions.filter { $0.key == key }
        guard let first = fitting.first else {
            guard ActionCatalogue.keys.contains(where: { $0.key == key }) else { return .none }
            message = Message(Session.refusal(model))
            return .redraw
        }
        let duty = selectedDuty.flatMap(model.duty)
        let action = fitting.first { $0.action == duty?.next?.action } ?? first
        return open(action.action)
    }

    mutating func open(_ action: ActionID) -> Effect {
        let duty = selectedDuty.flatMap(model.duty)
        return .open(action, duty?.next?.action == action ? duty?.id : nil, selectedPupil)
    }

    // MARK: Modal and prompt

    private mutating func pressModal(_ key: Key) -> Effect {
        guard var form = modal else { return .none }
        let effect = form.press(key)
        modal = form
        switch effect {
        case .redraw: return .redraw
        case .keep(let draft): return .keep(draft)
        case .record(let command): return .record(command)
        case .planImport(let path): return .planImport(path)
        case .close:
            modal = nil
            return .redraw
        }
    }

    private mutating func pressPrompt(_ key: Key, _ size: Size) -> Effect {
        guard var line = prompt else { return .none }
        if line.write(key) {
            prompt = line
            switch line.kind {
            case .filter: place.setFilter(line.text, model)
            case .palette: findMatches()
            }
            return .redraw
        }
        switch (line.kind, key) {
        case (.filter, .escape), (.filter, .backspace):
            prompt = nil
            place.setFilter("", model)
        case (.filter, .enter): prompt = nil
        case (.filter, .up), (.filter, .down), (.filter, .pageUp), (.filter, .pageDown):
            return move(key, size)
        case (.palette, .escape), (.palette, .backspace): prompt = nil
        case (.palette, .enter): return takeMatch(line)
        case (.palette, .up): prompt?.matches.move(by: -1)
        case (.palette, .down): prompt?.matches.move(by: 1)
        default: return .none
        }
        return .redraw
    }
}

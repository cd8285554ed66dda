import Domain

extension Session {
    /// Takes a key. What must be done outside the session comes back as an effect; whatever it is,
    /// the page is to be drawn again.
    public mutating func press(_ key: Key, size: Size) -> Effect {
        if ViewKey.blank.keys.contains(key) { return .blank }
        if ViewKey.suspend.keys.contains(key) { return .suspend }
        if modal != nil { return pressModal(key) }
        if prompt != nil { return pressPrompt(key, size) }
        if place.name == .help, let letter = key.searchLetter { return find(letter) }
        guard let view = ViewKey.of(key) else {
            message = nil
            return act(key)
        }
        return press(view, key, size)
    }

    /// Looks through the list of keys for what is typed.
    private mutating func find(_ letter: Character) -> Effect {
        message = nil
        let text = (place.list?.filter ?? "") + String(letter)
        prompt = LinePrompt(.filter, text: text, model)
        filter(text)
        return .redraw
    }

    /// Shows the lines that hold a text; of keys the first that is found is meant.
    private mutating func filter(_ text: String) {
        place.setFilter(text, model)
        if place.name == .help { place.moveToEnd(last: false) }
    }

    private mutating func press(_ view: ViewKey, _ key: Key, _ size: Size) -> Effect {
        // A key that asks for something means that the message has been read.
        if ![.move, .leap, .ends, .fold, .pane, .redraw].contains(view) { message = nil }
        if let page = view.page { return go(to: page) }
        switch view {
        case .move, .leap, .ends: return move(key, size)
        case .fold: return place.unfold(key == .right, model) ? .redraw : changePane(key)
        case .pane: return changePane(key)
        case .byDuty: return turnNow()
        case .redraw: return .redraw
        case .open:
            if let draft = place.selection?.draft { return .openDraft(draft) }
            if let step = place.selection?.step { return open(step) }
            if let report = place.selection?.report { return make(report) }
            if place.name == .help { return doSelected(size) }
            return openSelected()
        case .back: return back()
        case .tag: return tag()
        case .filter:
            prompt = LinePrompt(.filter, text: place.list?.filter ?? "", model)
            return .redraw
        case .palette:
            prompt = LinePrompt(.palette, model)
            findMatches()
            return .redraw
        case .why: return explain()
        case .clause: return openClause()
        case .others:
            sources.withOthers.toggle()
            rebuild()
            place.refresh(model)
            // The keys go where the children are.
            if sources.withOthers { place.setFocus(id: Sheet.pupilsID, model) }
            return .redraw
        case .history: return go(to: .history(selectedPupil.map(Subject.pupil)))
        case .chronology:
            guard let pupil = selectedPupil else {
                message = Message("Select a child first.")
                return .redraw
            }
            return go(to: .chronology(pupil))
        case .packs: return goToPacks()
        case .settingUp:
            let effect = go(to: .settingUp)
            selectNextStep()
            return effect
        case .read:
            guard place.name == .since else { return go(to: .since) }
            return model.unread.map { .acknowledge($0.upTo) } ?? .none
        case .undo: return .previewUndo(place.selection?.change ?? place.content.change)
        case .redo: return .previewRedo
        case .initials:
            toggleInitials()
            guard place.name.kind == .history else { return .redraw }
            return place.name.journal.map(Effect.load) ?? .redraw
        case .quit: return .quit
        // Taken before; or the page is all there is to it.
        case .blank, .suspend, .glance, .figures, .reports, .help: return .none
        }
    }

    /// Opens what the selected line is about; a child's page on the duty of the line.
    private mutating func openSelected() -> Effect {
        guard let item = place.selection, let page = item.opens else { return .none }
        let effect = go(to: page)
        if place.name == page, page.kind == .pupil, let duty = item.duty { place.select(duty) }
        return effect
    }

    /// Does from the page before what the selected line of the list of keys says.
    private mutating func doSelected(_ size: Size) -> Effect {
        guard let item = place.selection else { return .none }
        if places.count > 1 { places.removeLast() }
        if let action = item.action { return open(action) }
        return item.presses.map { press($0, size: size) } ?? .redraw
    }

    private mutating func explain() -> Effect {
        if let duty = selectedDuty {
            guard place.name.kind != .year || model.duty(duty) != nil else {
                message = Message("This is not owed yet: the rehearsal expects it.")
                return .redraw
            }
            return go(to: .why(duty))
        }
        guard place.selection?.record != nil else { return .none }
        message = Message("No rule asks anything of this line.")
        return .redraw
    }

    /// The clause that the selected duty shows; where it shows several, the list of them.
    private mutating func openClause() -> Effect {
        guard let duty = selectedDuty.flatMap(model.duty), let clause = duty.clauses.first else {
            return go(to: .policy)
        }
        return go(to: duty.clauses.count == 1 ? .clause(clause) : .clauses(duty.id))
    }

    private mutating func back() -> Effect {
        if place.list?.filter.isEmpty == false {
            place.setFilter("", model)
        } else if place.list?.tags.isEmpty == false {
            place.untag()
        } else if places.count > 1 {
            let hasSetUp = places.removeLast().name == .settingUp
            // What was set up is seen from its beginning.
            if hasSetUp { beginList() }
        } else {
            place.refresh(model)
        }
        return .redraw
    }

    /// Turns Now from a line for each child to a line for each duty, or back; in a history, who
    /// looked is shown or left out.
    private mutating func turnNow() -> Effect {
        if place.name.kind == .history {
            sources.withLooks.toggle()
            rebuild()
            place.refresh(model)
            return .redraw
        }
        guard place.showsNow else {
            message = Message("This turns Now, which is on the dashboard.")
            return .redraw
        }
        show(now: sources.now.other)
        return .keepNow(sources.now)
    }

    private mutating func tag() -> Effect {
        if place.content.subject != nil {
            message = Message("Tags are for lists of several children.")
        } else if !place.tag(model) {
            return .none
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
            guard let digit = character.wholeNumberValue else { return .none }
            if let step = step(of: digit) { return open(step) }
            if let further = place.content.further.first(where: { $0.digit == digit }) {
                return go(to: further.page)
            }
            guard place.setFocus(digit: digit, model) else { return .none }
        default: return .none
        }
        return .redraw
    }

    /// Opens the form of an action: of a key that several share, the one that the selected line or
    /// its duty asks for.
    private mutating func act(_ key: Key) -> Effect {
        if key == .delete || key == .backspace { return askAboutDraft() }
        if key == ActionFamily.noAction.key, let step = place.selection?.step {
            return putAside(step)
        }
        let fitting = model.actions.filter { $0.key == key }
        guard let first = fitting.first else {
            guard ActionCatalogue.keys.contains(where: { $0.key == key }) else { return .none }
            message = Message(Session.refusal(model))
            return .redraw
        }
        let group = place.taggedPupils
        if group.count > 1 { return open(fitting.map(\.action), for: group) }
        // Of several duties that a line shows the first that asks for this key is meant.
        let asking = selectedDuties.lazy.compactMap { $0.next?.action }
        let asked =
            place.selection?.action
            ?? asking.first { action in fitting.contains { $0.action == action } }
        let action = fitting.first { $0.action == asked } ?? first
        return open(action.action)
    }

    /// Opens the form of an action for all tagged children: of those that a key stands for the one
    /// that most of the tagged duties ask for.
    private func open(_ actions: [ActionID], for group: [PupilRef]) -> Effect {
        let duties = (place.list?.tagged ?? []).compactMap { $0.duty.flatMap(model.duty) }
        let possible = actions.filter { ActionSpec.forGroup($0) != nil }
        let actions = possible.isEmpty ? actions : possible
        let asked = actions.max { one, other in
            duties.count { $0.next?.action == one } < duties.count { $0.next?.action == other }
        }
        let isAsked = duties.contains { $0.next?.action == asked }
        return .openForGroup(isAsked ? asked ?? actions[0] : actions[0], group)
    }

    /// A draft is somebody's work: it goes only after a yes.
    private mutating func askAboutDraft() -> Effect {
        guard let id = place.selection?.draft,
            let draft = model.drafts.first(where: { $0.id == id })
        else { return .none }
        modal = DraftModal(draft, model)
        return .redraw
    }

    mutating func open(_ action: ActionID) -> Effect {
        if let offer = place.selection?.offer, offer.action == action { return .plan(offer) }
        let duties = selectedDuties
        let duty = duties.first { $0.next?.action == action } ?? duties.first
        // Not to act is a decision about the duty itself, whatever would be done for it; and a call
        // from a line is about what the line shows.
        let isForDuty =
            action == .noAction || duty?.next?.action == action
            || (action == .contact && lineShowsDuty)
        // Marks are those of today, but on the line of a day that lacks a reason.
        if action == .marks, place.selection?.duty == nil, duty?.reference != .day(model.today) {
            return .open(action, nil, selectedPupil, place.selection?.record)
        }
        return .open(action, isForDuty ? duty?.id : nil, selectedPupil, selectedRecord(for: duty))
    }

    // MARK: Modal and prompt

    private mutating func pressModal(_ key: Key) -> Effect {
        guard var form = modal else { return .none }
        let effect = form.press(key)
        modal = form
        // Before the facts change: afterwards the form asks for something else. What was done for
        // another child is nothing that this line has to say.
        if case .record(let command) = effect, command.subject.pupil == place.selection?.pupil {
            doing = (form as? FormModal)?.form.doneWords
        }
        if case .close = effect {
            modal = nil
            return .left
        }
        if case .throwAway = effect { modal = nil }
        // A key that does nothing may have taken a message away.
        if case .none = effect { return .redraw }
        return effect
    }

    private mutating func pressPrompt(_ key: Key, _ size: Size) -> Effect {
        guard var line = prompt else { return .none }
        if line.write(key) {
            prompt = line
            switch line.kind {
            case .filter: filter(line.text)
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

extension Key {
    /// What somebody types who looks for a key by words; `q` leaves, as everywhere.
    fileprivate var searchLetter: Character? {
        guard case .character(let letter) = self, letter.isLetter, letter != "q" else { return nil }
        return letter
    }
}

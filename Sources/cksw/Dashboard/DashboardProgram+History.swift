import Domain
import Store
import ViewModels

extension DashboardProgram {
    /// Shows what an undo would do: of one change, or of the person's own last one.
    mutating func previewUndo(_ change: ChangeNumber?) throws {
        let actor = workspace.actor
        let clearance = try workspace.clearance()
        // Another's change is found in the history, which is not for everyone.
        try workspace.require(change == nil || clearance.holds(.history))
        let found = try workspace.store.read { snapshot -> Reversal? in
            let preview =
                if let change {
                    try snapshot.undoPreview(change) as Reversal?
                } else {
                    try snapshot.undoPreview(by: actor)
                }
            return try preview.map { try snapshot.visible($0, to: clearance) }
        }
        show(found, orSay: "There is nothing of yours to undo.")
    }

    mutating func previewRedo() throws {
        let actor = workspace.actor
        let clearance = try workspace.clearance()
        let found = try workspace.store.read { snapshot in
            try snapshot.redoPreview(by: actor).map { try snapshot.visible($0, to: clearance) }
        }
        show(found, orSay: "There is nothing of yours to make again.")
    }

    private mutating func show(_ reversal: Reversal?, orSay words: String) {
        guard let reversal else { return session.say(words) }
        session.present(ReversalModal(reversal, session.model))
    }

    /// Does what was shown, and nothing else.
    mutating func carryOut(_ reversal: Reversal) throws {
        let change = reversal.of.change
        let words: String
        if !reversal.isRedo {
            let done = try workspace.store.undo(change, by: workspace.actor, at: Clock.now)
            words = "Undone: \(self.words(done.of)). U makes it again."
        } else {
            let actor = workspace.actor
            let next = try workspace.store.read { try $0.redoPreview(by: actor)?.of.change }
            guard next == change, let done = try workspace.store.redo(by: actor, at: Clock.now)
            else {
                return session.refuse("Something else has been recorded since: press U again.")
            }
            words = "Made again: \(self.words(done.of))."
        }
        _ = try refresh(isOwn: true)
        session.close()
        try loadUnread()
        session.show(now: try workspace.nowView())
        session.say(words, about: reversal.of.subject.pupil)
        // A history on the screen follows what has just been done.
        if let part = session.pageName.journal {
            session.show(try workspace.entries(of: part), of: part)
        }
    }

    private func words(_ entry: HistoryEntry) -> String {
        let title = ActionID(rawValue: entry.action).flatMap(ActionSpec.of)?.title ?? entry.action
        return "\(title), \(session.model.name(of: entry.subject)), \(entry.at.londonDay.short) "
            + entry.at.londonClock
    }

    /// Tells the session what others have changed since the person last looked.
    mutating func loadUnread() throws {
        guard workspace.store.known == nil else { return }
        session.show(unread: try workspace.unread())
    }

    /// Puts on record that the person has read what was shown.
    mutating func acknowledge(_ upTo: ChangeNumber) throws {
        _ = try workspace.store.acknowledge(upTo: upTo, by: workspace.actor, at: Clock.now)
        try loadUnread()
        session.say("Read. u brings it back.")
    }

    /// Keeps the colours that the person wants; where that cannot be they are for this time.
    mutating func keep(_ theme: ThemeChoice) throws {
        guard !workspace.store.isReadOnly, workspace.store.known == nil else {
            return session.say("Drawn \(theme.words), this time.")
        }
        let change = try workspace.keep(theme)
        session.say(change == nil ? "It stood so already." : "Drawn \(theme.words), from now on.")
    }

    /// Keeps how the person reads Now; where that cannot be it is for this time.
    mutating func keep(_ view: NowView) throws {
        guard !workspace.store.isReadOnly, workspace.store.known == nil else { return }
        _ = try workspace.keep(view)
    }

    mutating func load(_ part: JournalPart) throws {
        try workspace.require(try workspace.clearance().holds(.history))
        let entries = try workspace.entries(of: part)
        let words =
            switch part {
            case .history(let subject):
                try workspace.lookOrNotice(at: subject ?? .school, page: "history")
            case .change:
                try workspace.lookOrNotice(at: entries.first?.subject ?? .school, page: "change")
            }
        session.show(entries, of: part)
        if let words { session.say(words) }
    }
}

extension Workspace {
    /// What a page shows of the journal.
    func entries(of part: JournalPart) throws -> [HistoryEntry] {
        switch part {
        case .history(let subject): try history(of: subject, looks: true)
        case .change(let number): [try change(number)]
        }
    }
}

import Domain

extension Session {
    /// The page as it stands, for a screen of this size.
    public func page(size: Size) -> Page {
        if let modal { return marked(modal.page(size: size)) }
        if let prompt, case .palette = prompt.kind { return palettePage(prompt) }
        let content = place.content
        return Page(
            id: place.name.id, title: title, subject: content.subject, header: content.header,
            shortHeader: content.shortHeader,
            panes: place.panes, focus: place.focus,
            arrangement: content.arrangement,
            detail: detail(size), footer: footer,
            footerRight: [ViewKey.help.hint, ViewKey.quit.hint],
            further: content.further.map { KeyHint("\($0.digit)", $0.title) }, message: messageLine,
            prompt: prompt.map {
                .line(mark: "/", text: $0.text, caret: $0.text.count, matches: [])
            })
    }

    private func detail(_ size: Size) -> [TextLine] {
        let isWide = size.columns >= 100 && size.rows >= 30
        if place.content.arrangement == .dashboard, isWide {
            // Always one line, so that the panes stay where they are.
            return [place.selection.flatMap(model.reason) ?? .empty]
        }
        return place.selection.map { place.content.detail($0, model) } ?? []
    }

    /// A form of a store of invented pupils says so on line one, as every page does.
    private func marked(_ page: Page) -> Page {
        var page = page
        if hasInitials { page.nameByInitials(page.subject.flatMap(model.pupil)) }
        if !page.header.isEmpty { page.header[0].left = model.demoMark + page.header[0].left }
        if !page.shortHeader.isEmpty {
            page.shortHeader[0].left = model.demoMark + page.shortHeader[0].left
        }
        return page
    }

    /// The terminal's title names no child.
    private var title: String {
        place.content.subject == nil ? "cksw · \(place.content.title)" : "cksw"
    }

    /// A message that names one child stands on no other child's page.
    private var messageLine: TextLine? {
        guard let message else { return nil }
        if let subject = place.content.subject, let pupil = message.pupil, subject != pupil {
            return nil
        }
        return TextLine(message.words, message.tone)
    }

    /// As many as a wide screen has room for, beside the one that hides it.
    private static let mostHints = 9

    /// The keys of the moment, the most useful first. The row itself shows the key that deals with
    /// it; this line stays as it is while the selection moves, and costs nothing to send.
    private var footer: [KeyHint] {
        var second = ViewKey.why
        if place.name.kind == .why { second = .clause }
        if place.name == .settingUp {
            return [
                ViewKey.open.hint, KeyHint(ActionFamily.noAction.key.label, "put aside"),
                ViewKey.undo.hint, KeyHint(ViewKey.back.label, "to the dashboard"),
                ViewKey.palette.hint,
            ]
        }
        if place.name == .help {
            return [
                KeyHint(ViewKey.open.label, "do it"), KeyHint("letters", "find"),
                ViewKey.back.hint,
            ]
        }
        var hints = [ViewKey.open, second, .filter, .palette, .undo].map(\.hint)
        if place.hasFolds { hints.insert(ViewKey.fold.hint, at: 1) }
        if place.showsNow {
            hints.append(KeyHint(ViewKey.byDuty.label, sources.now.other.words))
        }
        if place.name.kind == .history {
            hints.append(
                KeyHint(ViewKey.byDuty.label, sources.withLooks ? "hide looks" : "show looks"))
        }
        if places.count > 1 { hints.append(ViewKey.back.hint) }
        for action in model.actions where hints.count < Self.mostHints {
            let hint = KeyHint(action.key.label, action.title)
            if !hints.contains(where: { $0.key == hint.key }) { hints.append(hint) }
        }
        return hints + [ViewKey.blank.hint]
    }

    private func palettePage(_ prompt: LinePrompt) -> Page {
        let columns = [
            TableColumn("", minimum: 20, share: 3), TableColumn("", minimum: 8, share: 1),
        ]
        let list = prompt.matches
        return Page(
            id: "go", title: "cksw", header: model.schoolHeader("go to"),
            panes: [
                Pane(
                    id: "matches", title: "Pages, children, actions",
                    content: .table(columns, list.rows), selected: list.selected,
                    empty: "Nothing has this name.")
            ], footer: [ViewKey.open.hint, KeyHint(Key.escape.label, "leave")],
            prompt: .line(mark: ":", text: prompt.text, caret: prompt.text.count, matches: []))
    }

    /// The duty that `w` explains: the selected one, the page's, or the one that stands first of
    /// what the line shows.
    var selectedDuty: DutyID? {
        if let duty = place.selection?.duty { return duty }
        return selectedDuties.first?.id ?? place.content.duty
    }

    /// The child whom a key is about.
    var selectedPupil: PupilRef? { place.content.subject ?? place.selection?.pupil }
}

extension Page {
    /// Names the child of a form by initials in its first line; what is typed into a form is shown
    /// as it is.
    fileprivate mutating func nameByInitials(_ pupil: Pupil?) {
        guard let pupil else { return }
        func named(_ phrase: Phrase) -> Phrase {
            phrase.tone == .child ? Phrase(pupil.identity, .child) : phrase
        }
        if !header.isEmpty { header[0].left = header[0].left.map(named) }
        if !shortHeader.isEmpty { shortHeader[0].left = shortHeader[0].left.map(named) }
    }
}

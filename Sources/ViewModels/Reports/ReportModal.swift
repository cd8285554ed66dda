import Domain

/// A report over the page: read and searched as text, then saved.
public struct ReportModal: Modal {
    private enum Step: Hashable { case reading, searching, naming, replacing }

    private(set) var preview: ReportPreview
    private var model: Model
    private var step = Step.reading
    /// The line that has the keys.
    private var selected = 0
    private var search = LineEditor()
    /// The line from which the search began.
    private var origin = 0
    private var form: ReportSaveForm
    private var notice: (words: String, tone: Tone)?

    public init(_ preview: ReportPreview, _ model: Model) {
        self.preview = preview
        self.model = model
        form = ReportSaveForm(preview)
    }

    public var isAsking: Bool { step == .replacing }

    public mutating func update(_ model: Model) { self.model = model }

    public mutating func refused(_ words: String) {
        if step == .replacing { step = .naming }
        notice = (words, .error)
    }

    /// The same report for another width, about where it was being read.
    mutating func show(_ lines: [String]) {
        selected = selected * lines.count / max(1, preview.lines.count)
        preview.lines = lines
        select(selected)
    }

    /// A file of this name is there already.
    mutating func askToReplace() { step = .replacing }

    // MARK: Keys

    public mutating func press(_ key: Key) -> Effect {
        notice = nil
        switch step {
        case .reading: return read(key)
        case .searching: typeSearch(key)
        case .naming:
            if key == .escape {
                step = .reading
            } else if form.press(key) {
                return save(replacing: false)
            }
        case .replacing:
            step = .naming
            if key == .character("y") { return save(replacing: true) }
        }
        return .redraw
    }

    /// About as much as the smallest screen shows.
    private static let leap = 14

    private mutating func read(_ key: Key) -> Effect {
        switch key {
        case .escape, .character("q"): return .close
        case .down, .enter, .character("j"): select(selected + 1)
        case .up, .character("k"): select(selected - 1)
        case .pageDown, .character(" "): select(selected + Self.leap)
        case .pageUp: select(selected - Self.leap)
        case .home: select(0)
        case .end: select(preview.lines.count - 1)
        case .character("/"):
            step = .searching
            search = LineEditor()
            origin = selected
        case .character("n"): goOn(1)
        case .character("N"): goOn(-1)
        case .character("s"): step = .naming
        default: break
        }
        return .redraw
    }

    private mutating func select(_ place: Int) {
        selected = max(0, min(place, preview.lines.count - 1))
    }

    private mutating func save(replacing: Bool) -> Effect {
        guard var saving = form.saving else {
            notice = ("Type a name for the file.", .warning)
            return .redraw
        }
        saving.replaces = replacing
        return .save(saving)
    }

    // MARK: Search

    private mutating func typeSearch(_ key: Key) {
        switch key {
        case .enter:
            step = .reading
            sayFound()
        case .escape:
            step = .reading
            search = LineEditor()
            select(origin)
        default:
            guard search.handle(key) else { return }
            // The first from where the search began, around the end.
            let found = self.found
            select(found.first { $0 >= origin } ?? found.first ?? origin)
        }
    }

    /// The lines that hold what is looked for; accents and capitals do not matter.
    private var found: [Int] {
        let wanted = search.text.folded
        guard !wanted.isEmpty else { return [] }
        return preview.lines.indices.filter { preview.lines[$0].folded.contains(wanted) }
    }

    /// The next or the one before, around the end.
    private mutating func goOn(_ step: Int) {
        let found = self.found
        guard let first = found.first, let last = found.last else { return sayFound() }
        select(
            step > 0
                ? found.first { $0 > selected } ?? first : found.last { $0 < selected } ?? last)
        sayFound()
    }

    private mutating func sayFound() {
        guard !search.text.isEmpty else {
            notice = ("/ looks for words; n is the next place, N the one before.", .warning)
            return
        }
        let found = self.found
        notice =
            found.firstIndex(of: selected).map {
                ("\(search.text): \($0 + 1) of \(found.count)", .normal)
            } ?? ("Nothing in it says \(search.text).", .warning)
    }

    // MARK: The page

    public func page(size: Size) -> Page {
        let pupil = preview.request.pupil.flatMap(model.pupil)
        let isForm = step == .naming || step == .replacing
        return Page(
            id: "report", title: "cksw", subject: pupil?.ref,
            header: [
                TextLine(
                    pupil.map { [Phrase($0.identity, .child)] }
                        ?? [Phrase(model.schoolName, .heading)],
                    right: [Phrase(preview.request.id.listTitle)]),
                TextLine(preview.report.audience.classification, .muted),
            ],
            panes: [isForm ? form.pane : reading], footer: footer,
            message: notice.map { TextLine($0.words, $0.tone) }, prompt: prompt)
    }

    private var reading: Pane {
        let found = Set(self.found)
        let lines = preview.lines.enumerated().map { place, line in
            TextLine(line, found.contains(place) ? .strong : .normal)
        }
        return Pane(
            id: "report", title: "", content: .text(lines), selected: selected,
            empty: "Nothing stands in it.")
    }

    private var footer: [KeyHint] {
        switch step {
        case .reading, .searching:
            [
                KeyHint("s", "save"), KeyHint("/", "find"), KeyHint("n N", "next, before"),
                KeyHint("PgDn PgUp", "page"), ViewKey.back.hint,
            ]
        case .naming, .replacing:
            [
                KeyHint("Ctrl-S", "save"), KeyHint("Tab", "next"), KeyHint("← →", "choose"),
                KeyHint("Esc", "back to the report"),
            ]
        }
    }

    private var prompt: Prompt? {
        switch step {
        case .searching: .line(mark: "/", text: search.text, caret: search.caret, matches: [])
        case .replacing:
            .confirm(
                question: "\(form.saving?.name ?? "A file") is there already. Replace it?",
                confirmKey: "y", confirmWords: "replace it")
        case .reading, .naming: nil
        }
    }
}

import Domain

/// What the palette can go to.
private struct Destination {
    enum Way {
        case page(PageName)
        case action(ActionID)
        case theme(ThemeChoice)
        case report(ReportRequest)
    }

    let id: String
    let name: String
    let kind: String
    let way: Way
    /// Another word by which it is found: what `cksw show` calls a page.
    var also = ""
}

extension Session {
    mutating func findMatches() {
        guard let words = prompt?.text.paletteWords else { return }
        let found = destinations(words).map { destination in
            let row = Row(
                id: destination.id,
                cells: [[Phrase(destination.name)], [Phrase(destination.kind, .muted)]],
                spoken: "\(destination.name), \(destination.kind)")
            return SheetItem(id: destination.id, search: { _ in "" }, row: { _ in row })
        }
        let matches = ListState(found, model)
        prompt?.matches = matches
    }

    mutating func takeMatch(_ line: LinePrompt) -> Effect {
        let words = line.text.paletteWords
        let chosen = line.matches.selection?.id
        prompt = nil
        guard let destination = destinations(words).first(where: { $0.id == chosen }) else {
            message = Message("Nothing has this name.")
            return .redraw
        }
        switch destination.way {
        case .page(let name): return jump(to: name)
        case .action(let action): return open(action)
        case .theme(let theme): return .theme(theme)
        case .report(let request): return make(request)
        }
    }

    /// Pages first, then children, then actions and colours, each where every word begins a word of its name.
    private func destinations(_ words: [Substring]) -> [Destination] {
        pages.filter { matches("\($0.name) \($0.also)", words) } + children(words) + staff(words)
            + clauses(words)
            + model.actions.map {
                Destination(
                    id: "action \($0.action.rawValue)", name: $0.title, kind: "action",
                    way: .action($0.action))
            }
            .filter { matches($0.name, words) } + reports(words) + themes(words)
    }

    /// Reports of the school, and of the child who is selected; none before a letter is typed.
    private func reports(_ words: [Substring]) -> [Destination] {
        guard !words.isEmpty else { return [] }
        let ofChild = selectedPupil.flatMap(model.pupil).map { pupil in
            ReportID.offered(ofChild: true, to: model.access.clearance).map {
                destination($0, pupil, $1)
            }
        }
        let ofSchool = ReportID.offered(ofChild: false, to: model.access.clearance).map {
            destination($0, nil, $1)
        }
        return (ofSchool + (ofChild ?? [])).filter { matches($0.name, words) }
    }

    private func destination(
        _ id: ReportID, _ pupil: Pupil?, _ audience: Report.Audience
    ) -> Destination {
        let form = id.hasPublicForm ? ", \(audience.rawValue)" : ""
        return Destination(
            id: "report \(id.rawValue) \(audience.rawValue)",
            name: "Report: \(id.listTitle)\(form)",
            kind: pupil == nil ? "report" : "report of the child",
            way: .report(
                ReportRequest(id, pupil: pupil?.ref, audience: audience, made: model.today)))
    }

    /// None before a letter is typed: they are wanted once.
    private func themes(_ words: [Substring]) -> [Destination] {
        guard !words.isEmpty else { return [] }
        return ThemeChoice.allCases.map { theme in
            Destination(
                id: "theme \(theme.rawValue)", name: "Theme \(theme.rawValue): \(theme.words)",
                kind: "colours", way: .theme(theme))
        }.filter { matches($0.name, words) }
    }

    private var pages: [Destination] {
        let places = PageKind.allCases.map { PageName($0) }
            .compactMap { name in name.entry.palette.map { (name: name, place: $0) } }
            .sorted { $0.place < $1.place }
        let names = places.map(\.name) + CohortLabel.allCases.map(PageName.cohort)
        return names.filter(model.access.allows).map {
            Destination(id: $0.id, name: $0.title, kind: "page", way: .page($0), also: $0.id)
        }
    }

    /// Those known to a social worker, then the others on roll; none before a letter is typed.
    private func children(_ words: [Substring]) -> [Destination] {
        guard !words.isEmpty else { return [] }
        let known = model.children.map(\.pupil)
        let others = model.roster.lazy.filter { model.child($0.ref) == nil }
        return (known + others).filter {
            matches("\($0.displayName) \($0.forename) \($0.surname) \($0.ref.text)", words)
        }
        .map {
            Destination(
                id: "child \($0.ref.text)", name: "\($0.fullName), \($0.classWords)",
                kind: model.child($0.ref)?.statusWords ?? "on roll", way: .page(.pupil($0.ref)))
        }
    }

    /// Members of staff, and clauses of the policy by their id or words; none before a letter is typed.
    private func staff(_ words: [Substring]) -> [Destination] {
        guard !words.isEmpty, model.access.allows(.staff) else { return [] }
        return model.currentStaff.filter { matches($0.name, words) }.map {
            Destination(
                id: "staff \($0.id)", name: $0.name, kind: "staff", way: .page(.member($0.id)))
        }
    }

    private func clauses(_ words: [Substring]) -> [Destination] {
        guard !words.isEmpty, model.access.allows(.policy) else { return [] }
        return model.pack.clauses.filter { clause in
            words == clause.id.paletteWords || matches(clause.text, words)
        }.map {
            Destination(
                id: "clause \($0.id)", name: "\($0.id) \($0.text)", kind: "clause",
                way: .page(.clause($0.id)))
        }
    }

    /// O'Neill is found as `o'neill`, `o neill` and `oneill`.
    private func matches(_ name: String, _ words: [Substring]) -> Bool {
        let parts = name.paletteWords
        let whole = name.folded.split(separator: " ").map { part in
            Substring(part.filter { $0.isLetter || $0.isNumber })
        }
        return words.allSatisfy { word in (parts + whole).contains { $0.hasPrefix(word) } }
    }
}

extension PageName {
    /// What stands over the page, by which people know it.
    var title: String {
        if let list = DutyList(rawValue: kind.rawValue) { return list.title }
        if kind == .cohort, let label = needs.first { return "Children: \(label)" }
        return Self.titles[kind] ?? kind.rawValue.replacing("-", with: " ").sentenceCase
    }

    /// Of the pages whose word is not their title.
    private static let titles: [PageKind: String] = [
        .peps: "PEPs", .attendance: "Attendance alerts", .budget: "PP+ budget",
        .since: "Since you last looked", .setAside: "Decided not to act", .figures: "Numbers",
        .help: "Keys",
    ]
}

extension String {
    /// The words of a name without accents, capitals and what stands between them.
    fileprivate var paletteWords: [Substring] {
        folded.split { !$0.isLetter && !$0.isNumber }
    }
}

import Domain

extension FormState {
    /// The form as a page: the child in line one, the fields, what will turn, the keys.
    public func page(size: Size) -> Page {
        Page(
            id: "form \(spec.id.rawValue)", title: "cksw", subject: context.origin.pupil,
            header: header,
            panes: [
                Pane(
                    id: "form", title: spec.title, content: .form(familyField + shownFields),
                    selected: focus + familyField.count, notes: notes)
            ],
            footer: [
                KeyHint("Ctrl-S", "save"), KeyHint("Tab", "next"),
                KeyHint("Esc", "leave (the draft stays)"),
            ],
            message: message, prompt: question.map(FormState.prompt))
    }

    /// How many children, and who: the identity strip of a form for several.
    private func groupHeader(_ title: [Phrase]) -> [TextLine] {
        var lines = [""]
        for name in context.children.map(\.pupil.displayName) {
            let line = lines[lines.count - 1]
            if line.isEmpty {
                lines[lines.count - 1] = name
            } else if line.count + name.count < 70 {
                lines[lines.count - 1] += ", \(name)"
            } else {
                lines.append(name)
            }
        }
        let count = context.origin.group.count
        return [TextLine([Phrase("\(count) children", .child)], right: title)]
            + lines.map { TextLine($0, .child) }
    }

    private var header: [TextLine] {
        let title = [Phrase(spec.title.prefix(1).lowercased() + spec.title.dropFirst())]
        if !context.origin.group.isEmpty { return groupHeader(title) }
        guard let pupil else {
            return [
                TextLine(
                    [Phrase(context.facts.school.school?.name ?? "The school", .heading)],
                    right: title)
            ] + window
        }
        return [TextLine([Phrase(pupil.identity, .child)], right: title)]
            + (context.alike.map { [TextLine($0, .warning)] } ?? []) + window
    }

    /// When what is planned counts for the duty that it is for.
    private var window: [TextLine] {
        context.origin.window.map { [TextLine($0.words, .muted)] } ?? []
    }

    private var message: TextLine? {
        if let notice { return TextLine(notice, .warning) }
        return savedAt.map { TextLine("draft saved \($0.londonTime)", .muted) }
    }

    private static func prompt(_ caution: Caution) -> Prompt {
        .confirm(
            question: "\(caution.words). Is it meant?", confirmKey: "y", confirmWords: "it is meant"
        )
    }

    // MARK: Fields

    private var familyField: [Field] {
        guard !family.isEmpty else { return [] }
        let isFocused = focus < 0
        let chosen = family.firstIndex(of: spec.id)
        return [
            Field(
                id: "action", label: "What",
                content: .choice(
                    family.map(\.choiceWords), chosen: chosen, cursor: isFocused ? chosen : nil),
                hint: familyHint, isFocused: isFocused)
        ]
    }

    /// What the letters leave to choose from.
    private var familyHint: String {
        guard !familyTyped.isEmpty else { return focus < 0 ? slippedHint : "" }
        let left = familyLeft.map(\.choiceWords)
        return left.isEmpty
            ? "“\(familyTyped.begun)” is none of these: Backspace takes it away"
            : "\(familyTyped) → " + left.joined(separator: ", ")
    }

    /// Of a plan whose day has passed both ways out are named.
    private var slippedHint: String {
        let moves = family.contains(.pepMove) && family.contains(.pepHold)
        let plan = context.origin.pupil.flatMap { context.facts.pupils[$0] }?.peps
            .first { $0.isOpen && $0.plannedFor.map { $0 < context.today } ?? false }
        guard moves, let day = plan?.plannedFor else { return "" }
        return "planned for \(day.short), not held: record it as held, or m books another day"
    }

    private var shownFields: [Field] {
        fields.enumerated().map { place, field in
            let isFocused = place == focus
            return Field(
                id: field.spec.name, label: field.spec.label,
                content: content(field, isFocused: isFocused), hint: hint(field, isFocused),
                fault: fault(of: field, isFocused), marks: marks(of: field), isFocused: isFocused,
                isRoomy: field.spec.isRoomy)
        }
    }

    private func content(_ field: FormField, isFocused: Bool) -> Field.Content {
        switch field.entry {
        case .text(let editor):
            let caret = isFocused ? editor.caret : nil
            if case .text = field.spec.kind { return .longText(editor.text, caret: caret) }
            return .text(editor.text, caret: caret)
        case .choice(let value):
            let chosen = field.options.firstIndex { $0.value == value }
            let first = field.typed.isEmpty ? nil : field.narrowed.first?.value
            let cursor = chosen ?? field.options.firstIndex { $0.value == first } ?? 0
            return .choice(
                field.options.map(\.label), chosen: chosen, cursor: isFocused ? cursor : nil)
        case .several(let values, let cursor):
            let places = field.options.indices.filter { values.contains(field.options[$0].value) }
            return .several(
                field.options.map(\.label), chosen: Set(places), cursor: isFocused ? cursor : nil)
        }
    }

    /// How what was typed is understood, else what the field takes.
    private func hint(_ field: FormField, _ isFocused: Bool) -> String {
        if field.options.isEmpty, let step = field.spec.firstStep {
            let words = step.words + ActionCatalogue.keyWords(step.action)
            return field.spec.takesOthers ? words + ", or type a name" : words
        }
        if isFocused, let words = field.typedWords { return words }
        let text = field.texts.last ?? ""
        if let words = field.spec.echo(text, context, entries) { return "→ \(words)" }
        switch field.spec.kind {
        case .day:
            if let (day, time) = field.spec.dayAndTime(text, on: context.today) {
                let words = day.long + (time.map { " \($0.text)" } ?? "")
                if words != text { return "→ \(words)" }
            }
            if field.spec.hint.isEmpty { return isFocused ? "such as Fri, 23/11 or 1 Dec" : "" }
        case .instant:
            let reader = DateWords(today: context.today, lean: .past)
            if let instant = reader.instant(text, now: context.now) {
                let words = "\(instant.londonDay.long) \(instant.londonClock)"
                if words != text { return "→ \(words)" }
            }
        case .person where isFocused:
            let names = field.fitting.prefix(4).map(\.label)
            if !names.isEmpty, names != [text] { return "↓ " + names.joined(separator: ", ") }
        // Where nothing can be chosen yet, the field says for what it is.
        case .choice where field.options.isEmpty: return field.spec.hint
        case .pupil, .id, .line, .text, .choice, .person, .people, .several, .money, .flag: break
        }
        return isFocused ? field.spec.hint : ""
    }

    /// What is wrong, once the field has been left; what is missing, once saving was tried.
    private func fault(of field: FormField, _ isFocused: Bool) -> String? {
        if let words = field.unsettled {
            return wasTried || (field.wasLeft && !isFocused) ? words : nil
        }
        if let fault = faults.first(where: { $0.field == field.spec.name }) {
            if fault.cause == .missing { return wasTried ? fault.problem : nil }
            return wasTried || (field.wasLeft && !isFocused) ? fault.problem : nil
        }
        let open = cautions.filter { $0.field == field.spec.name }
        // What stands in the words themselves is told as they are typed.
        if let marked = open.first(where: { !$0.marks.isEmpty }) {
            return "\(marked.words): mend, or y if it is meant"
        }
        guard field.wasLeft, !isFocused else { return nil }
        return open.first?.words
    }

    private func marks(of field: FormField) -> [Range<Int>] {
        cautions.filter { $0.field == field.spec.name }.flatMap(\.marks)
            .sorted { $0.lowerBound < $1.lowerBound }
    }

    // MARK: What will turn

    private var notes: [TextLine] {
        unshownFaults + turnLines + openLines
    }

    /// Faults of fields that the form does not show, so that none is ever hidden.
    private var unshownFaults: [TextLine] {
        let shown = Set(fields.map(\.spec.name))
        return faults.filter { !shown.contains($0.field) && (wasTried || $0.cause != .missing) }
            .map {
                TextLine("\(spec.field($0.field)?.label ?? $0.field) \($0.problem)", .error)
            }
    }

    private var turnLines: [TextLine] {
        guard let turning else { return [] }
        let isGroup = !context.origin.group.isEmpty
        let turned = turning.turned.filter(isShown)
        // What the school does as a whole can turn the duties of many.
        let isOfMany =
            isGroup
            || (context.origin.pupil == nil && Set(turned.compactMap(\.id.subject.pupil)).count > 1)
        return context.facts.turnLines(turned, namesPupil: isOfMany, limit: isGroup ? 12 : 6)
    }

    /// Only what the form's own child or the school owes: no other child's text under this name.
    private func isShown(_ turned: TurnedDuty) -> Bool {
        guard let owner = turned.id.subject.pupil, let mine = context.origin.pupil else {
            return true
        }
        return owner == mine
    }

    /// What the same action can still turn once this is saved.
    private var openLines: [TextLine] {
        guard let turning, let pupil = context.origin.pupil else { return [] }
        let key = ActionFamily.of(spec.id)?.key.label ?? ""
        return turning.after
            .filter {
                $0.subject.pupil == pupil && $0.next?.action == spec.id
                    && ($0.state == .overdue || $0.state == .soon)
            }
            .prefix(3).map { duty in
                TextLine(
                    [
                        Phrase("Still open       ", .muted), duty.state.phrase,
                        Phrase(" \(context.facts.title(of: duty))   "), Phrase(key, .key),
                        Phrase(" again"),
                    ])
            }
    }
}

extension Instant {
    /// `09:23:41`, as London's clocks show it.
    var londonTime: String {
        let second = Int(((seconds % 60) + 60) % 60)
        return "\(londonClock):\(second < 10 ? "0" : "")\(second)"
    }
}

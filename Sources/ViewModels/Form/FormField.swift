import Domain

/// A field of a form while it is being filled in.
struct FormField: Sendable {
    enum Entry: Hashable, Sendable {
        case text(LineEditor)
        /// One of several, or none yet.
        case choice(String?)
        /// Any of several, with the place of the cursor.
        case several([String], cursor: Int)
    }

    let spec: FieldSpec
    var entry: Entry
    var options: [Choice]
    /// Left once, so that what is wrong with it may be told.
    var wasLeft = false
    /// A date stands here that nobody has touched: whoever types means another, not its end.
    private var isOffered = false

    /// A field with what it begins with; dates as people read them.
    init(_ spec: FieldSpec, _ texts: [String], _ options: [Choice]) {
        self.spec = spec
        self.options = options
        let text = texts.last ?? ""
        switch spec.kind {
        case .choice, .flag: entry = .choice(text.isEmpty ? nil : text)
        case .people where !options.isEmpty, .several where !options.isEmpty:
            entry = .several(texts, cursor: 0)
        case .several: entry = .text(LineEditor(texts.joined(separator: "; ")))
        case .people: entry = .text(LineEditor(texts.map(\.asPerson).joined(separator: "; ")))
        case .person:
            let label = options.first { $0.value == text }?.label
            entry = .text(LineEditor(label ?? text))
        case .text: entry = .text(LineEditor(text, isMultiline: true))
        case .day:
            let day = Day(iso: text)
            isOffered = day != nil
            entry = .text(LineEditor(day?.long ?? text))
        case .instant:
            let instant = Instant(iso: text)
            isOffered = instant != nil
            entry = .text(
                LineEditor(instant.map { "\($0.londonDay.long) \($0.londonClock)" } ?? text))
        case .pupil, .id, .line, .money: entry = .text(LineEditor(text))
        }
    }

    /// What has been typed or chosen, as the command reads it.
    var texts: [String] {
        switch entry {
        case .text(let editor):
            if case .people = spec.kind {
                return editor.text.split { $0 == ";" || $0.isNewline }.map(String.init)
            }
            return editor.text.isEmpty ? [] : [editor.text]
        case .choice(let value): return value.map { [$0] } ?? []
        case .several(let values, _): return values
        }
    }

    /// New options after another field has changed; a choice that is no longer offered goes.
    mutating func update(_ options: [Choice]) {
        self.options = options
        switch (spec.kind, entry) {
        case (.choice, .choice(let value?)) where !options.contains { $0.value == value }:
            entry = .choice(nil)
        case (.people, .several(let values, let cursor)),
            (.several, .several(let values, let cursor)):
            let known = values.filter { value in options.contains { $0.value == value } }
            entry = .several(known, cursor: max(0, min(cursor, options.count - 1)))
        default: break
        }
    }

    // MARK: Keys

    /// Takes a key; `false` where it means nothing to this field.
    mutating func press(_ key: Key) -> Bool {
        switch entry {
        case .text(var editor):
            if case .person = spec.kind, key == .down || key == .up { return complete(key) }
            if isOffered, key.isText { editor = LineEditor() }
            guard editor.handle(key) else { return false }
            isOffered = false
            entry = .text(editor)
            return true
        case .choice(let value): return choose(key, value)
        case .several(let values, let cursor): return mark(key, values, cursor)
        }
    }

    private mutating func choose(_ key: Key, _ value: String?) -> Bool {
        let place = options.firstIndex { $0.value == value }
        switch key {
        case .right, .down, .character(" "): step(1, from: place)
        case .left, .up: step(-1, from: place)
        case .home: entry = .choice(options.first?.value)
        case .end: entry = .choice(options.last?.value)
        case .backspace, .delete: entry = .choice(nil)
        case .character(let letter):
            let fitting = options.indices.filter {
                options[$0].label.folded.hasPrefix("\(letter)".folded)
            }
            // The same letter again goes on to the next that it fits.
            guard let next = fitting.first(where: { $0 > place ?? -1 }) ?? fitting.first else {
                return false
            }
            entry = .choice(options[next].value)
        default: return false
        }
        return true
    }

    private mutating func step(_ step: Int, from place: Int?) {
        guard !options.isEmpty else { return }
        let next =
            place.map { max(0, min($0 + step, options.count - 1)) }
            ?? (step > 0 ? 0 : options.count - 1)
        entry = .choice(options[next].value)
    }

    private mutating func mark(_ key: Key, _ values: [String], _ cursor: Int) -> Bool {
        switch key {
        case .right, .down: entry = .several(values, cursor: min(cursor + 1, options.count - 1))
        case .left, .up: entry = .several(values, cursor: max(cursor - 1, 0))
        case .character(" "):
            guard options.indices.contains(cursor) else { return true }
            let value = options[cursor].value
            let isMarked = values.contains(value)
            entry = .several(
                isMarked ? values.filter { $0 != value } : values + [value], cursor: cursor)
        case .character("*"):
            // The whole room; again, nobody. Who is guarded is never marked among the others.
            let all = options.filter { !$0.isGuarded }.map(\.value)
            entry = .several(all.allSatisfy(values.contains) ? [] : all, cursor: cursor)
        case .character(let letter):
            let fitting = options.indices.filter { place in
                options[place].label.folded.split { !$0.isLetter && !$0.isNumber }
                    .contains { $0.hasPrefix("\(letter)".folded) }
            }
            guard let next = fitting.first(where: { $0 > cursor }) ?? fitting.first else {
                return false
            }
            entry = .several(values, cursor: next)
        default: return false
        }
        return true
    }

    // MARK: People by a few letters

    /// The people whom the letters fit: at the beginning of a word, accents apart.
    var fitting: [Choice] {
        guard case .person = spec.kind, case .text(let editor) = entry else { return [] }
        let words = editor.text.folded.split(separator: " ")
        return options.filter { option in
            let parts = option.label.folded.split { !$0.isLetter && !$0.isNumber }
            return words.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
        }
    }

    /// The next person, or the one before, whom the letters fit.
    private mutating func complete(_ key: Key) -> Bool {
        guard case .text(let editor) = entry else { return false }
        let place = options.firstIndex { $0.label == editor.text }
        let list = place == nil ? fitting : options
        guard !list.isEmpty else { return false }
        let current = list.firstIndex { $0.label == editor.text }
        let next = current.map { ($0 + (key == .down ? 1 : list.count - 1)) % list.count } ?? 0
        entry = .text(LineEditor(list[next].label))
        return true
    }

    /// On leaving: a few letters that fit one person become that person.
    mutating func settle() {
        wasLeft = true
        guard case .text(let editor) = entry, !editor.text.isEmpty, fitting.count == 1 else {
            return
        }
        entry = .text(LineEditor(fitting[0].label))
    }
}

extension Key {
    /// Whether it puts text where it is typed.
    fileprivate var isText: Bool {
        switch self {
        case .character, .paste: true
        default: false
        }
    }
}

extension String {
    /// `carer L Ashworth` of `carer=L Ashworth`.
    fileprivate var asPerson: String { replacing("=", with: " ", maxReplacements: 1) }
}
